"""Company and team: settings, reps and closed days; every change is saved at once and can be undone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from views.dialogs.company_days import ClosedDays
from views.dialogs.company_rep_panel import RepPanel
from views.dialogs.company_reps import RepList
from views.widgets import Banner, Field, Form, Label, Sheet
from workbench import formatting
from workbench.company import absences, commands
from workbench.company.team import team_rows
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr
from workbench.workspace.company_choices import COUNTRIES, CURRENCIES
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("name", marked("Name of the company")),
    Field("office", marked("Office, where the days start"), hint_right=marked("an address, or coordinates from a map")),
    Field("currency", marked("Currency"), "choice", span=2),
    Field("country", marked("Holidays of"), "choice", span=2),
    Field("fiscal_month", marked("Fiscal year begins in"), "choice", span=2),
    Field("working_days", marked("Working days"), "weekdays"),
    Field("day", marked("Hours in the field"), "time_range", span=3),
    Field("lunch", marked("Lunch, kept free"), "time_range", span=3),
    Field(
        "weight_even",
        marked("Even days"),
        "choice",
        help=marked("Plans spread visits evenly over days and reps, at the price of some driving."),
        span=3,
    ),
    Field(
        "weight_same",
        marked("Same weekday"),
        "choice",
        help=marked("Plans keep to the weekday on which a customer was seen last, at the price of some driving."),
        span=3,
    ),
)


WEIGHTS = (marked("not at all"), marked("a little"), marked("some"), marked("much"), marked("very much"))


class CompanyDialog(Sheet):
    """Reads the file anew after each change."""

    def __init__(self, context: "Context", host: QWidget) -> None:
        super().__init__(host, tr("Company and team"), tr("Every change is saved at once."), primary=tr("Done"), width=720)
        self.context = context
        self.cancel.hide()
        self.accepted.connect(self._finish)
        self.banner, self.form = Banner(), Form(FIELDS, columns=6)
        self.form.set_options("currency", [(code, f"{tr(name)}, {code}") for code, name in CURRENCIES.items()])
        self.form.set_options("country", [(code, tr(name)) for code, name in COUNTRIES.items()])
        self.form.set_options("fiscal_month", [(month, formatting.month_name(month)) for month in range(1, 13)])
        for name in ("weight_even", "weight_same"):
            self.form.set_options(name, [(weight, tr(words)) for weight, words in enumerate(WEIGHTS)])
        self.form.edited.connect(self._edited)
        self.form.problems_changed.connect(self._count)
        for name in ("name", "office"):
            self.form.control(name).editingFinished.connect(partial(self._line_left, name))
        self.reps, self.days_off = RepList(), ClosedDays()
        self.reps.refused.connect(self._refused)
        for part in (self.reps, self.days_off):
            part.wanted.connect(self._change)
            part.resized.connect(self.refit)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.form)
        self.body.addSpacing(6)
        self.body.addWidget(Label(tr("Reps"), "heading"))
        self.body.addWidget(self.reps)
        self.body.addSpacing(6)
        self.body.addWidget(Label(tr("Closed days"), "heading"))
        self.body.addWidget(self.days_off)
        self._office, self._told = "", ""
        self._show()

    def _show(self) -> None:
        with self.context.workspace.read() as session:
            company = company_of(session)
            values = {
                "name": company.name,
                "currency": company.currency,
                "country": company.country,
                "fiscal_month": company.fiscal_month,
                "office": company.office_address,
                "working_days": {day for day in range(7) if company.working_days >> day & 1},
                "day": (company.day_start, company.day_end),
                "lunch": (company.lunch_start, company.lunch_end),
                "weight_even": company.weight_even,
                "weight_same": company.weight_same,
            }
            self._office, placed = company.office_address, company.office_lat is not None
            team = team_rows(session)
        self.form.set_values({name: value for name, value in values.items() if name not in self.form.problems()})
        self.form.set_help("office", tr("No place yet: ways from the office cannot be planned.") if self._office and not placed else "")
        self.reps.show_reps(team.reps)
        self.days_off.show_days(team)
        for part in (self.form, self.reps, self.days_off):
            part.setEnabled(not self.context.workspace.read_only)
        self.set_note(self.form.problems_text())
        self.refit()

    @Slot(str, object, tuple)
    def _change(self, label: str, command: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self.banner.clear()
        line = {commands.add_closed: self.days_off, commands.add_rep: self.reps, absences.add_absence: self.reps.panel}.get(command)
        try:
            with self.context.workspace.edit(label, origin="company") as session:
                command(session, *args)
        except WorkbenchError as error:
            self._tell(error, line)
        else:
            if line is not None:
                line.forget()
        self._show()

    def _tell(self, error: WorkbenchError, line: ClosedDays | RepList | RepPanel | None) -> None:
        """Say what was refused: under the line in which it was typed, else above all."""
        if line is not None:
            line.show_problem(error)
            return
        self.banner.show_error(error)
        self._told = self.banner.text()
        self.reveal(self.banner)

    @Slot(str)
    def _refused(self, why: str) -> None:
        self.banner.show_message(why, "warn")
        self._told = why
        self.reveal(self.banner)

    @Slot(int)
    def _count(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())
        self.refit()

    @Slot()
    def _finish(self) -> None:
        """Add what was typed and not yet added, and close when nothing is left that is wrong."""
        if self._told and self.banner.text() == self._told:
            self._told = ""
            return
        if self.reps.typed():
            self.reps.add_rep()
        if self.days_off.typed():
            self.days_off.add_days()
        if self.reps.away_typed():
            self.reps.add_away()
        fine = self.form.check() and self.reps.check()
        self.set_note(self.form.problems_text())
        if fine and not self._typed():
            self.done()

    def unkept(self) -> str:
        lost = self.form.problems() or not self.reps.check() or self._typed()
        return tr("What you typed is not kept yet.") if lost else ""

    def _typed(self) -> bool:
        """Whether something stands in a line for something new."""
        return self.reps.typed() or self.days_off.typed() or self.reps.away_typed()

    @Slot(str, object)
    def _edited(self, name: str, value: Any) -> None:
        if value is None or name in ("name", "office"):
            return
        label = tr("Change the company")
        if name in ("day", "lunch"):
            self._take_hours(name, value)
        elif name == "working_days":
            self._change(label, commands.set_setting, (name, sum(1 << day for day in value)))
        else:
            self._change(label, commands.set_setting, (name, value))

    def _take_hours(self, name: str, hours: tuple[int, int]) -> None:
        try:
            with self.context.workspace.edit(tr("Change the company"), origin="company") as session:
                commands.set_hours(session, name, *hours)
        except WorkbenchError as error:
            self.form.set_error(name, error.what, error.remedy, tr("As it was"), partial(self._hours_as_before, name))
            return
        self.form.clear_errors(name)
        self._show()

    def _hours_as_before(self, name: str) -> None:
        self.form.clear_errors(name)
        self._show()

    def _line_left(self, name: str) -> None:
        """A line of text is taken when it is left, not letter by letter."""
        if name == "office":
            self._take_office(self.form.value("office"), True)
        else:
            self._change(tr("Change the company"), commands.set_setting, ("name", self.form.value("name")))

    def _take_office(self, address: str, placed: bool) -> None:
        if address.strip() == self._office and placed:
            self.form.clear_errors("office")
            return
        try:
            with self.context.workspace.edit(tr("Change the company"), origin="company") as session:
                commands.set_office(session, address, placed)
        except WorkbenchError as error:
            searched = tr("It was looked for in {country}.", country=tr(COUNTRIES[self.form.value("country")]))
            self.form.set_error("office", error.what, f"{searched} {error.remedy}", tr("Go on without a place"), self._office_without_place)
            self.refit()
            return
        self.form.clear_errors("office")
        self._show()

    def _office_without_place(self) -> None:
        self._take_office(self.form.value("office"), False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line of a new rep or of closed days adds it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            for typed, here, add in (
                (self.reps.typed, self.reps.new_rep.hasFocus(), self.reps.add_rep),
                (self.reps.away_typed, self.reps.away_has_focus(), self.reps.add_away),
                (self.days_off.typed, self.days_off.has_focus(), self.days_off.add_days),
            ):
                if here and typed():
                    add()
                    event.accept()
                    return
        super().keyPressEvent(event)
