"""Brings the workspace's announcements from the writing thread to the UI thread."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from workbench.workspace import Change, Workspace


class Announcer(QObject):
    """`changed(change)` on the UI thread for each commit, posted, never called inside the edit. `busy` while one is on its way."""

    changed = Signal(object)
    _posted = Signal(object)

    def __init__(self, workspace: "Workspace", parent: QObject) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._on_the_way = 0
        self._posted.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        workspace.subscribe(self.post)

    @property
    def busy(self) -> bool:
        """Whether an announcement was posted that has not arrived."""
        return self._on_the_way > 0

    def post(self, change: "Change") -> None:
        """Called by the workspace in the thread that wrote."""
        with self._lock:
            self._on_the_way += 1
        self._posted.emit(change)

    @Slot(object)
    def _arrived(self, change: "Change") -> None:
        with self._lock:
            self._on_the_way -= 1
        self.changed.emit(change)
