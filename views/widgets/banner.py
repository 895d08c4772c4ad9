"""Messages in place: what went wrong, where, and what to do, above the thing it is about."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import CHIPS, rounded
from views.theme.text_block import Run
from views.widgets.base import PaintedWidget, bounds
from views.widgets.button import IconButton, Link
from views.widgets.label import Label
from workbench.errors import WorkbenchError
from workbench.strings import tr


class Banner(PaintedWidget):
    """Hidden until it has something to say. `show_error` and `show_message` fill it, `clear` empties it.

    `with banner.shows_errors():` shows a WorkbenchError instead of letting it pass, and clears an older one when all went well.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = "warn"
        self._action: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        self._label = Label(wrap=True)
        self._link = Link()
        self._close = IconButton("x", tr("Close this message"), size=22)
        row.addWidget(self._label, 1)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._link.clicked.connect(self._act)
        self._close.clicked.connect(self._dismiss)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def retranslate(self) -> None:
        self._close.set_name(tr("Close this message"))

    def text(self) -> str:
        """What it says, "" when hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_message(
        self, text: str, kind: str = "plain", more: str = "", action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Say `text` in bold and `more` after it. Kinds: plain, good, warn, accent, thread. `action` is a link that calls `on_action`."""
        self.kind, self._action = kind, on_action
        tone = "ink" if kind in ("plain", "accent") else CHIPS[kind][1]
        self._label.set_runs([Run(text, tone, 600), *([Run(f" {more}", "ink")] if more else [])])
        self._link.set_text(action)
        self._link.setVisible(bool(action))
        self.setAccessibleName(self._label.text())
        self.show()
        self.update()

    def show_error(self, error: WorkbenchError, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Say what is wrong, where, and the remedy."""
        where = f"({error.where}) " if error.where else ""
        self.show_message(error.what, "warn", f"{where}{error.remedy}".strip(), action, on_action)

    def clear(self) -> None:
        """Take the message away."""
        self._action = None
        self.hide()
        self._label.setText("")

    @contextmanager
    def shows_errors(self) -> Iterator[None]:
        """Show a WorkbenchError raised inside the block; anything else passes."""
        try:
            yield
        except WorkbenchError as error:
            self.show_error(error)
        else:
            self.clear()

    @Slot()
    def _act(self) -> None:
        if self._action is not None:
            self._action()

    @Slot()
    def _dismiss(self) -> None:
        self.clear()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        ground, ink = CHIPS[self.kind]
        rounded(QPainter(self), bounds(self), theme.colour(ground), theme.colour("line" if self.kind == "plain" else ink, 0.45), 8)
