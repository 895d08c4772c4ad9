"""What each column becomes: its first values, the guess with how sure it is, how dates are read, and the first customers that come of it."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from views.widgets import Chip, Combo, Hairline, Label, SegmentedControl, row
from workbench import formatting
from workbench.importing.kinds import kind_named
from workbench.importing.mapping import ColumnGuess
from workbench.importing.preview import DayColumn, ImportPreview
from workbench.strings import ntr, tr

LEFT_OUT = ""


class ImportColumns(QWidget):
    """`mapped({field: column})` when the owner changes what a column becomes; `order_chosen(order)` for the dates."""

    mapped = Signal(object)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._guesses: tuple[ColumnGuess, ...] = ()
        self._combos: list[Combo] = []
        self._unused: set[str] = set()

    def forget(self) -> None:
        """Another file, or read in another way: what was left out before means nothing now."""
        self._unused.clear()

    def show_preview(self, preview: ImportPreview, currency: str) -> None:
        """Show the columns of a list."""
        while self._column.count():
            if (widget := self._column.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._guesses, self._combos = preview.columns, []
        used = sum(bool(guess.field) for guess in preview.columns)
        left = ntr("{n} column left out", "{n} columns left out", len(preview.columns) - used)
        known = tr("known from an earlier import") if preview.known_before else ntr("{n} column used", "{n} columns used", used)
        head = QWidget()
        head.setLayout(row(Label(tr("Columns"), "heading"), None, Label(f"{known}, {left}", "caption")))
        head.layout().setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(head)
        self._column.addWidget(self._grid(preview))
        for day in preview.days:
            if day.evidence:
                self._column.addWidget(self._day(day))
        self._column.addWidget(self._first(preview, currency))
        self._column.addStretch(1)

    def _grid(self, preview: ImportPreview) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        fields = [(LEFT_OUT, tr("Leave out")), *((field.name, field.shown()) for field in kind_named(preview.kind).fields)]
        for place, guess in enumerate(preview.columns):
            name = Label(guess.column, "strong", elide=True)
            name.setFixedWidth(120)
            grid.addWidget(name, place, 0)
            grid.addWidget(Label(" · ".join(v for v in guess.first_values if v)[:120], "muted", elide=True), place, 1)
            combo = Combo(fields, guess.field, name=tr("{column} becomes", column=guess.column))
            combo.setFixedWidth(180)
            combo.chosen.connect(self._chosen)
            grid.addWidget(combo, place, 2)
            sure = Chip(tr("sure {percent}", percent=formatting.percent(guess.confidence / 100)) if guess.field else "", "good")
            if guess.field and guess.confidence < 75:
                sure.set_text(tr("look {percent}", percent=formatting.percent(guess.confidence / 100)), "warn")
            sure.setToolTip(guess.evidence)
            grid.addWidget(sure, place, 3, Qt.AlignmentFlag.AlignRight)
            self._combos.append(combo)
        return box

    def _day(self, day: DayColumn) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addWidget(Hairline())
        column.addWidget(Label(tr("{column}: {evidence}", column=day.column, evidence=day.evidence), "caption_ink", wrap=True))
        if day.changeable:
            control = SegmentedControl(list(day.examples), day.order, name=day.column)
            control.chosen.connect(self._order)
            column.addLayout(row(control, None))
        return box

    def _first(self, preview: ImportPreview, currency: str) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(tr("The first customers from it"), "heading"), 0, 0, 1, 4)
        for place, one in enumerate(preview.first_customers[:5], 1):
            grid.addWidget(Label(one.name, "strong", elide=True), place, 0)
            grid.addWidget(Label(one.place, "muted", elide=True), place, 1)
            grid.addWidget(Label(one.rep, "muted", elide=True), place, 2)
            money = formatting.money(one.revenue, currency, 0) if one.revenue else ""
            grid.addWidget(Label(money, tabular=True, align=Qt.AlignmentFlag.AlignRight), place, 3)
        return box

    @Slot(object)
    def _chosen(self, value: Any) -> None:
        sender, mapping = self.sender(), dict[str, str]()
        for guess, combo in zip(self._guesses, self._combos, strict=True):
            if combo is sender:
                if guess.field:
                    self._unused.add(guess.field)
                self._unused.discard(value)
                field = value
            else:
                field = guess.field if guess.field != value else LEFT_OUT
            if field:
                mapping[field] = guess.column
        mapping |= dict.fromkeys(self._unused - mapping.keys(), LEFT_OUT)
        self.mapped.emit(mapping)

    @Slot(object)
    def _order(self, order: str) -> None:
        self.order_chosen.emit(order)
