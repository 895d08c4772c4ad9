"""The company's own closed days in its sheet: those that come first, those that are over folded away."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Button, DateField, EditableCell, FieldError, IconButton, Label, LineEdit, Link, row
from workbench import formatting
from workbench.company import commands
from workbench.company.team import ClosedRow, TeamRows
from workbench.errors import WorkbenchError
from workbench.strings import ntr, tr


class ClosedDays(QWidget):
    """`wanted(label, command, args)` is the user's. What is wrong in the line for new days is said under it."""

    wanted = Signal(str, object, tuple)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfolded = False
        self._team: TeamRows | None = None
        self._shown: list[tuple[int, str]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        column.addLayout(self.rows)
        self.older = Link("", role="caption_strong")
        self.older.clicked.connect(self._unfold)
        column.addLayout(row(self.older, None))
        self.what, self.first, self.last = LineEdit(placeholder=tr("New Year")), DateField(), DateField()
        for field, name in ((self.what, tr("What the days are called")), (self.first, tr("First day")), (self.last, tr("Last day"))):
            field.setAccessibleName(name)
        self.first.setPlaceholderText(tr("First day"))
        self.last.setPlaceholderText(tr("Last day"))
        self.add = Button(tr("Add the days"), small=True)
        self.add.clicked.connect(self.add_days)
        column.addSpacing(4)
        column.addLayout(row(self.what, self.first, self.last, self.add))
        self.error = FieldError()
        column.addWidget(self.error)
        for day in (self.first, self.last):
            day.judged.connect(self._judged)

    def show_days(self, team: TeamRows) -> None:
        """Show the closed days."""
        self._team = team
        shown = [(closed.id, closed.name) for closed in (*team.closed, *(team.past if self._unfolded else ()))]
        if shown == self._shown:
            return
        self._shown = shown
        while self.rows.count():
            if (widget := self.rows.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for closed in team.closed:
            self.rows.addWidget(self._line(closed))
        if not team.closed:
            self.rows.addWidget(Label(tr("None to come: only public holidays are kept free."), "muted", wrap=True))
        for closed in team.past if self._unfolded else ():
            self.rows.addWidget(self._line(closed))
        self.older.setVisible(bool(team.past))
        self.older.set_text(tr("Hide past days") if self._unfolded else ntr("{n} past entry", "{n} past entries", len(team.past)))

    def _line(self, closed: ClosedRow) -> QWidget:
        name = EditableCell(closed.name, "text", name=tr("What the days are called"))
        name.committed.connect(partial(self._rename, closed.id))
        remove = IconButton("trash-2", tr("Remove {name}", name=closed.name), size=24)
        remove.clicked.connect(partial(self._remove, closed.id))
        when = Label(formatting.period(closed.first, closed.last), "muted", tabular=True)
        if closed.first == closed.last:
            when.setText(formatting.day(closed.first))
        box = QWidget()
        box.setLayout(row(name, None, when, remove, spacing=12))
        box.layout().setContentsMargins(0, 1, 0, 1)
        return box

    def _rename(self, key: int, name: str) -> None:
        self.wanted.emit(tr("Rename closed days"), commands.rename_closed, (key, name))

    def _remove(self, key: int) -> None:
        self.what.setFocus()
        self.wanted.emit(tr("Remove closed days"), commands.remove_closed, (key,))

    @Slot()
    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        if self._team is not None:
            self.show_days(self._team)
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
        self.wanted.emit(tr("Add closed days"), commands.add_closed, (self.what.text(), first, last))

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
