"""Which customers are shown: the shelf of the facets and the order chosen, and the search in it while the user types."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.customers.listing import Shelf

ENOUGH = 60
SOON, LATEST = 0.002, 0.003
"""Seconds after which hits are shown: when a page of them is found, and at the latest."""


class Finder(QObject):
    """Looks through the shelf in slices: `found(ids)` as soon as there is a page, `more(ids)` as the rest comes, `done()` at the end.

    Up to some thousand customers the first slice is all of it.
    """

    found = Signal(object)
    more = Signal(object)
    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shelf = Shelf([], [])
        self.text = ""
        self._pieces: Iterator[list[int]] = iter(())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether hits are still to come."""
        return self._later.isActive()

    @Slot(str)
    def look(self, text: str) -> None:
        """Show what matches `text`; an older search stops."""
        self.text, self._pieces = text, self.shelf.pieces(text)
        self._later.stop()
        ids, whole = self._slice(ENOUGH)
        self.found.emit(ids)
        self._end(whole)

    @Slot()
    def _go_on(self) -> None:
        ids, whole = self._slice(0)
        self.more.emit(ids)
        self._end(whole)

    def _slice(self, enough: int) -> tuple[list[int], bool]:
        ids: list[int] = []
        begin = perf_counter()
        for piece in self._pieces:
            ids += piece
            spent = perf_counter() - begin
            if spent > LATEST or (spent > SOON and len(ids) >= enough):
                return ids, False
        return ids, True

    def _end(self, whole: bool) -> None:
        if whole:
            self.done.emit()
        else:
            self._later.start(0)
