"""What an import would do, as figures in the foot of its sheet."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.widgets import Label
from workbench import formatting
from workbench.importing.preview import Counts
from workbench.strings import ntr, tr


class ImportFigures(QWidget):
    """Rows read, customers, revenue, what is new, changed, unchanged, placed and left out; a figure of nothing is not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(26)

    def clear(self) -> None:
        """Show nothing."""
        while self._line.count():
            if (widget := self._line.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def show_counts(self, counts: Counts, kind: str, currency: str) -> None:
        """Show the figures of a list."""
        self.clear()
        rows = ntr("row read", "rows read", counts.read)
        if kind == "orders":
            rows = ntr("row, {n} order", "rows, {n} orders", counts.orders)
        self._add(counts.read, rows)
        self._add(counts.customers, ntr("different customer", "different customers", counts.customers))
        if counts.revenue:
            self._figure(formatting.money_short(counts.revenue, currency), tr("revenue"), "")
        self._add(counts.added, tr("new"), always=not (counts.updated or counts.unchanged))
        self._add(counts.updated, tr("changed"))
        self._add(counts.unchanged, tr("unchanged"))
        self._add(counts.placed, tr("placed"))
        self._add(counts.skipped, tr("left out"), "warn")

    def _add(self, count: int, caption: str, tone: str = "", always: bool = False) -> None:
        if count or always:
            self._figure(formatting.number(count), caption, tone)

    def _figure(self, figure: str, caption: str, tone: str) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(figure, "number", tone=tone))
        column.addWidget(Label(caption, "caption"))
        self._line.addWidget(box)
