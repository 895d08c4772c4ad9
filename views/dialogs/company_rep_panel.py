"""What opens under a rep's row: hours by weekday, where days begin and end, visits a day at most, and the days away."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from views.dialogs.company_days import day_rows
from views.dialogs.day_ranges import DayRanges, RangeWords
from views.theme import current_theme
from views.theme.paint import rounded
from views.widgets import CheckRow, Combo, EditableCell, FieldError, Label, Link, PaintedWidget, TimeRange, row
from views.widgets.base import bounds
from workbench import formatting
from workbench.company import absences, commands
from workbench.company.team import RepRow
from workbench.customers.hours import Window
from workbench.errors import WorkbenchError
from workbench.strings import tr

DAY_START = (9 * 60, 17 * 60)
"""Hours offered for a weekday that was a day off, where no other day has any."""


class RepPanel(PaintedWidget):
    """Each change is wanted at once: `wanted(label, command, args)`."""

    wanted = Signal(str, object, tuple)
    refused = Signal(str)
    resized = Signal()

    def __init__(self, rep: RepRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rep = rep
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        self.days: list[tuple[CheckRow, TimeRange]] = []
        self.errors: list[FieldError] = []
        column.addLayout(self._make_week())
        self.field = EditableCell(
            None, "int", name=tr("Hours a week for visits and driving"), low=0, high=100, empty=tr("all working hours")
        )
        self.field.committed.connect(self._field_changed)
        self.field.refused.connect(self.refused)
        self.company = Link(tr("As the company again"))
        self.company.clicked.connect(self._as_company)
        column.addLayout(row(Label(tr("Hours a week for visits and driving"), "caption"), self.field, None, self.company, spacing=12))
        self._make_day(column)
        column.addSpacing(4)
        column.addWidget(Label(tr("Days away"), "caption_strong"))
        self.away = DayRanges(RangeWords(tr("Why away"), tr("Holiday"), tr("None to come."), tr("Add the days away")))
        self.away.added.connect(self._add_away)
        self.away.renamed.connect(self._rename_away)
        self.away.removed.connect(self._remove_away)
        self.away.resized.connect(self.resized)
        column.addWidget(self.away)
        self.show_rep(rep)

    def _make_week(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for day in range(7):
            name = formatting.weekday_long(day)
            tick, span = CheckRow(name), TimeRange(30)
            span.setAccessibleName(name)
            tick.clicked.connect(partial(self._ticked, day))
            span.edited.connect(partial(self._spanned, day))
            span.judged.connect(partial(self._judged, day))
            error = FieldError()
            grid.addWidget(error, day, 2)
            self.errors.append(error)
            grid.addWidget(tick, day, 0)
            grid.addWidget(span, day, 1)
            grid.setRowMinimumHeight(day, 30)
            self.days.append((tick, span))
        return grid

    def _make_day(self, column: QVBoxLayout) -> None:
        places = [("home", tr("at home")), ("office", tr("at the office"))]
        self.starts, self.ends = Combo(places, height=30), Combo(places, height=30)
        for combo, name, which in (
            (self.starts, tr("The day starts"), "starts_at"),
            (self.ends, tr("The day ends"), "ends_at"),
        ):
            combo.setAccessibleName(name)
            combo.edited.connect(partial(self._end_changed, which))
            combo.setMinimumWidth(140)
        self.most = EditableCell(None, "int", name=tr("Visits a day at most"), low=0, high=absences.MOST_A_DAY, empty=tr("no limit"))
        self.most.committed.connect(self._most_changed)
        self.most.refused.connect(self.refused)
        starts, ends, most = (Label(words, "caption") for words in (tr("The day starts"), tr("ends"), tr("Visits a day at most")))
        column.addLayout(row(starts, self.starts, ends, self.ends, None, most, self.most, spacing=12))

    def show_rep(self, rep: RepRow) -> None:
        """Show the rep as it is now."""
        self.rep = rep
        for day, (tick, span) in enumerate(self.days):
            hours = rep.hours[day]
            if self.problem(day):
                continue
            tick.setChecked(hours is not None)
            span.set_value(hours)
            span.setVisible(hours is not None)
        self.field.set_value(round(rep.field_hours) or None)
        self.company.setVisible(rep.own)
        self.starts.set_value(rep.starts_at)
        self.ends.set_value(rep.ends_at)
        self.most.set_value(rep.most_visits or None)
        self.away.show_rows(day_rows(rep.away), day_rows(rep.past))

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), bounds(self), current_theme().colour("accentbg"), None, 8)

    def problem(self, day: int) -> str:
        """What is wrong in the hours of a weekday, "" where nothing is."""
        return "" if self.errors[day].isHidden() else self.errors[day].label.text()

    def check(self) -> bool:
        """Whether all hours can be used; else go to the first that cannot."""
        bad = next((day for day in range(7) if self.problem(day)), None)
        if bad is not None:
            self.days[bad][1].setFocus(Qt.FocusReason.OtherFocusReason)
        return bad is None

    def show_problem(self, problem: WorkbenchError) -> None:
        """Say why days away were not added."""
        self.away.show_problem(problem)

    def forget(self) -> None:
        """Empty the line for new days away."""
        self.away.forget()

    def _judged(self, day: int, problem: str) -> None:
        if problem:
            self.errors[day].show_problem(problem)
            self.days[day][1].set_wrong(True)
        else:
            self.errors[day].clear()
            self.days[day][1].set_wrong(False)
        self.resized.emit()

    def _ticked(self, day: int) -> None:
        self._judged(day, "")
        self._want(commands.set_rep_hours, day, self._likely() if self.days[day][0].isChecked() else None)

    def _likely(self) -> Window:
        return next((hours for hours in self.rep.hours.values() if hours is not None), DAY_START)

    def _spanned(self, day: int, hours: Window) -> None:
        if hours[1] <= hours[0]:
            self._judged(day, f"{tr('The hours end before they begin.')} {tr('Give the earlier time first.')}")
            return
        self._judged(day, "")
        self._want(commands.set_rep_hours, day, hours)

    @Slot(object)
    def _field_changed(self, hours: int) -> None:
        self._want(commands.set_field_hours, hours)

    @Slot()
    def _as_company(self) -> None:
        self._want(commands.clear_rep_hours)

    def _want(self, command: Any, *args: Any) -> None:
        self.wanted.emit(tr("Change the hours of {name}", name=self.rep.name), command, (self.rep.id, *args))

    def _end_changed(self, which: str, place: str) -> None:
        label = tr("Where the days of {name} start and end", name=self.rep.name)
        self.wanted.emit(label, absences.set_end_of_day, (self.rep.id, which, place))

    @Slot(object)
    def _most_changed(self, most: int | None) -> None:
        self.wanted.emit(tr("Visits a day of {name}", name=self.rep.name), absences.set_most_visits, (self.rep.id, most))

    @Slot(str, object, object)
    def _add_away(self, reason: str, first: date, last: date) -> None:
        self.wanted.emit(tr("{name} is away", name=self.rep.name), absences.add_absence, (self.rep.id, reason, first, last))

    @Slot(int, str)
    def _rename_away(self, key: int, reason: str) -> None:
        self.wanted.emit(tr("Why {name} is away", name=self.rep.name), absences.rename_absence, (key, reason))

    @Slot(int)
    def _remove_away(self, key: int) -> None:
        self.wanted.emit(tr("{name} is not away", name=self.rep.name), absences.remove_absence, (key,))
