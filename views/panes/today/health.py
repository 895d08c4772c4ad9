"""The list of breaks on Today: what, its evidence, and a link to the place where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Hairline, Label, Link
from workbench.strings import tr
from workbench.thread.health import Break


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

    def show_breaks(self, found: Sequence[Break]) -> None:
        """Show other breaks, at most six; nothing is made anew where they are the same."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        while self._column.count():
            if (widget := self._column.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not found:
            self._column.addWidget(Label(tr("Every link from the goal to the logs holds."), "muted", wrap=True))
        for item in found[:6]:
            line = _Line(item, self)
            line.link.clicked.connect(self._clicked)
            self._column.addWidget(Hairline())
            self._column.addWidget(line)

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        line = sender.parent() if isinstance(sender, Link) else None
        if isinstance(line, _Line):
            self.chosen.emit(line.found)
