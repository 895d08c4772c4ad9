"""The list of breaks on Today: what, its evidence, and a link to the place where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Hairline, Label, Link
from workbench.strings import ntr, tr
from workbench.thread.breaks import Break

SHOWN = 6
"""So many at once; the others come when asked for."""


class _Line(QWidget):
    """One break."""

    def __init__(self, found: Break, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = found
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(1)
        column.addWidget(Label(found.message, "strong", wrap=True))
        column.addWidget(Label(found.detail, "muted", wrap=True))
        self.link = Link(found.mend)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)


class HealthList(QWidget):
    """`show_breaks([...])`; `chosen(Break)` when its link is pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[Break, ...] | None = None
        self._all = False
        self.more = Link("")

    def show_breaks(self, found: Sequence[Break]) -> None:
        """Show other breaks, six until all are asked for; nothing is made anew where they are the same."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        while self._column.count():
            if (widget := self._column.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not found:
            self._column.addWidget(Label(tr("Every link from the goal to the logs holds."), "muted", wrap=True))
        lines = [_Line(item, self) for item in (found if self._all else found[:SHOWN])]
        for line in lines:
            line.link.clicked.connect(self._clicked)
            self._column.addWidget(Hairline())
            self._column.addWidget(line)
        if len(lines) < len(found):
            self._column.addWidget(Hairline())
            rest = len(found) - len(lines)
            self.more = Link(ntr("Show {n} more", "Show {n} more", rest))
            self.more.clicked.connect(self._show_all)
            self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _show_all(self) -> None:
        """The keyboard goes to the first of those that come."""
        self._all, found, self._shown = True, self._shown or (), None
        self.show_breaks(found)
        shown = [self._column.itemAt(place).widget() for place in range(self._column.count())]
        lines = [widget for widget in shown if isinstance(widget, _Line)]
        lines[SHOWN].link.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        line = sender.parent() if isinstance(sender, Link) else None
        if isinstance(line, _Line):
            self.chosen.emit(line.found)
