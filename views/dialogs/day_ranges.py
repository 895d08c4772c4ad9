"""A list of ranges of days with a line to add one: those that come first, those that are over folded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Button, DateField, EditableCell, FieldError, IconButton, Label, LineEdit, Link, row
from workbench import formatting
from workbench.errors import WorkbenchError
from workbench.strings import ntr, tr


@dataclass(frozen=True, slots=True)
class DayRow:
    """One entry: its key, what it is called, and when, in words."""

    id: int
    name: str
    when: str


@dataclass(frozen=True, slots=True)
class RangeWords:
    """What the list says: the name's field, an example of a name, what stands where nothing comes, the button; translated."""

    name: str
    example: str
    nothing: str
    add: str


def span_words(first: date, last: date) -> str:
    """A range in words; one day alone as a day."""
    return formatting.day(first) if first == last else formatting.period(first, last)


class DayRanges(QWidget):
    """`added(name, first, last)`, `renamed(key, name)`, `removed(key)` are the user's. What is wrong in the line for new days is said under it."""

    added = Signal(str, object, object)
    renamed = Signal(int, str)
    removed = Signal(int)
    resized = Signal()

    def __init__(self, words: RangeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._unfolded = words, False
        self._coming: Sequence[DayRow] = ()
        self._past: Sequence[DayRow] = ()
        self._shown: list[DayRow] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        column.addLayout(self.rows)
        self.older = Link("", role="caption_strong")
        self.older.clicked.connect(self._unfold)
        column.addLayout(row(self.older, None))
        self.what, self.first, self.last = LineEdit(placeholder=words.example), DateField(), DateField()
        for field, name in ((self.what, words.name), (self.first, tr("First day")), (self.last, tr("Last day"))):
            field.setAccessibleName(name)
        self.first.setPlaceholderText(tr("First day"))
        self.last.setPlaceholderText(tr("Last day"))
        self.add = Button(words.add, small=True)
        self.add.clicked.connect(self.add_days)
        column.addSpacing(4)
        column.addLayout(row(self.what, self.first, self.last, self.add))
        self.error = FieldError()
        column.addWidget(self.error)
        for day in (self.first, self.last):
            day.judged.connect(self._judged)

    def show_rows(self, coming: Sequence[DayRow], past: Sequence[DayRow]) -> None:
        """Show what comes, and how much is over."""
        self._coming, self._past = coming, past
        shown = [*coming, *(past if self._unfolded else ())]
        self.older.setVisible(bool(past))
        self.older.set_text(tr("Hide past days") if self._unfolded else ntr("{n} past entry", "{n} past entries", len(past)))
        if shown == self._shown:
            return
        self._shown = shown
        while self.rows.count():
            if (widget := self.rows.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in coming:
            self.rows.addWidget(self._line(one))
        if not coming:
            self.rows.addWidget(Label(self._words.nothing, "muted", wrap=True))
        for one in past if self._unfolded else ():
            self.rows.addWidget(self._line(one))

    def _line(self, one: DayRow) -> QWidget:
        name = EditableCell(one.name, "text", name=self._words.name, empty="–")
        name.committed.connect(partial(self.renamed.emit, one.id))
        remove = IconButton("trash-2", tr("Remove {name}", name=one.name or one.when), size=24)
        remove.clicked.connect(partial(self._remove, one.id))
        box = QWidget()
        box.setLayout(row(name, None, Label(one.when, "muted", tabular=True), remove, spacing=12))
        box.layout().setContentsMargins(0, 1, 0, 1)
        return box

    def _remove(self, key: int) -> None:
        self.what.setFocus()
        self.removed.emit(key)

    @Slot()
    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self.show_rows(self._coming, self._past)
        self.resized.emit()

    @Slot()
    def add_days(self) -> None:
        """Add the days that were typed; one day alone is enough."""
        first = self.first.value() or self.last.value()
        last = self.last.value() or first
        problem = self.first.problem() or self.last.problem()
        if first is None or last is None or problem:
            self._point_out(problem or tr("Give the first day, or pick it in the calendar."))
            return
        self.added.emit(self.what.text(), first, last)

    def show_problem(self, problem: WorkbenchError) -> None:
        """Say why the days were not added."""
        self._point_out(problem.what, problem.remedy)

    def _point_out(self, reason: str, remedy: str = "") -> None:
        bad = next((field for field in (self.first, self.last) if field.problem()), self.first)
        bad.set_wrong(True)
        self.error.show_problem(reason, remedy)
        bad.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    @Slot(str)
    def _judged(self, problem: str) -> None:
        problem = problem or self.first.problem() or self.last.problem()
        if problem:
            self.error.show_problem(problem)
        else:
            self.error.clear()
        self.resized.emit()

    def typed(self) -> bool:
        """Whether days were typed and not yet added."""
        return any(field.text().strip() for field in (self.what, self.first, self.last))

    def has_focus(self) -> bool:
        """Whether the keyboard is in the line for new days."""
        return any(field.hasFocus() for field in (self.what, self.first, self.last))

    def forget(self) -> None:
        """Empty the line for new days."""
        for field in (self.what, self.first, self.last):
            field.set_value(None)
        self.error.clear()
