"""What each column becomes: its first values, the guess with how sure it is, how dates are read, and the first customers that come of it."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from views.dialogs.import_first import first_customers
from views.theme import current_theme
from views.theme.paint import rounded
from views.widgets import Chip, Combo, Hairline, Label, PaintedWidget, SegmentedControl, row
from views.widgets.base import bounds
from workbench import formatting
from workbench.importing.kinds import kind_named
from workbench.importing.mapping import ColumnGuess
from workbench.importing.preview import DayColumn, ImportPreview
from workbench.strings import ntr, tr

LEFT_OUT = ""
RIGHT = Qt.AlignmentFlag.AlignRight


class _Evidence(PaintedWidget):
    """The ground of what opens under a column: how its days are read."""

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), bounds(self), current_theme().colour("accentbg"), None, 6)


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
        unused = len(preview.columns) - used
        left = [ntr("{n} column left out", "{n} columns left out", unused)] if unused else []
        known = tr("known from an earlier import") if preview.known_before else ntr("{n} column used", "{n} columns used", used)
        head = QWidget()
        head.setLayout(row(Label(tr("Columns"), "heading"), None, Label(tr(", ").join((known, *left)), "caption")))
        head.layout().setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(head)
        self._column.addWidget(self._grid(preview))
        if preview.first_customers:
            self._column.addSpacing(8)
            self._column.addWidget(first_customers(preview, currency))
        self._column.addStretch(1)

    def _grid(self, preview: ImportPreview) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for column, title in enumerate((tr("In the file"), tr("First values"), tr("Becomes"), tr("How sure"))):
            grid.addWidget(Label(title, "caption"), 0, column, RIGHT if column == 3 else Qt.AlignmentFlag.AlignLeft)
        days = {day.column: day for day in preview.days if day.evidence}
        fields = [(LEFT_OUT, tr("Leave out")), *((field.name, field.shown()) for field in kind_named(preview.kind).fields)]
        for number, guess in enumerate(preview.columns):
            place = 3 * number + 2
            grid.addWidget(Hairline(), place - 1, 0, 1, 4)
            name = Label(guess.column, "strong" if guess.field else "muted", elide=True)
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
            grid.addWidget(sure, place, 3, RIGHT)
            if guess.column in days:
                grid.addWidget(self._day(days[guess.column]), place + 1, 0, 1, 4)
            self._combos.append(combo)
        return box

    def _day(self, day: DayColumn) -> QWidget:
        if not day.changeable:
            return Label(day.evidence, "caption", wrap=True)
        box = _Evidence()
        control = SegmentedControl(list(day.examples), day.order, name=day.column)
        control.chosen.connect(self._order)
        words = Label(day.evidence, "caption_ink", wrap=True)
        line = row(words, control, spacing=14)
        line.setContentsMargins(12, 8, 12, 8)
        line.setStretchFactor(words, 1)
        box.setLayout(line)
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
