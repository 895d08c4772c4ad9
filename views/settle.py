"""Waiting until the window has nothing left to do: no announcement on its way, no stale pane, no job. For pictures and tests."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

if TYPE_CHECKING:
    from views.window import Window


def settle(window: "Window", seconds: float = 20) -> None:
    """Run the event loop until the window is quiet. Raises TimeoutError after `seconds`."""
    _turn(0)
    frame = window.frame
    if frame is None:
        return
    if frame.busy:
        loop, limit = QEventLoop(), QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        frame.quiet.connect(loop.quit)
        limit.start(int(seconds * 1000))
        loop.exec()
        limit.stop()
        frame.quiet.disconnect(loop.quit)
        if frame.busy:
            raise TimeoutError("the window did not come to rest")
    _turn(0)


def _turn(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
