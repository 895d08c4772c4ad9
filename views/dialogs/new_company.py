"""A new company: enough answers to plan visits with; the file is made when all of them can be."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views import files
from views.widgets import Banner, Field, Form, Sheet
from workbench import clock, folders, formatting
from workbench.company.start_place import start_place
from workbench.customers.places import Place
from workbench.customers.placing import PRECISIONS
from workbench.output.files import file_name
from workbench.strings import LANGUAGES, language, marked, ntr, tr
from workbench.visits.calendar import public_holidays
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.company_choices import COUNTRIES, CURRENCIES
from workbench.workspace.new_company import half_year

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("name", marked("Name of the company"), hint_right=marked("printed on every page"), required=True, span=2),
    Field("language", marked("Language of screens and paper"), "segmented", options=tuple(LANGUAGES.items()), span=1),
    Field("currency", marked("Currency"), "choice", span=1),
    Field("fiscal_month", marked("Fiscal year begins in"), "choice", span=1),
    Field("country", marked("Holidays of"), "choice", span=1),
    Field("office_address", marked("Office, where the days start"), hint_right=marked("an address, or coordinates from a map"), span=2),
    Field("working_days", marked("Working days"), "weekdays", span=2),
    Field("hours", marked("Hours in the field"), "time_range", span=1),
    Field("lunch", marked("Lunch, kept free"), "time_range", span=1),
    Field("first_rep", marked("First sales rep"), hint_right=marked("more reps, and their own hours, later"), span=2),
)


class NewCompanyDialog(Sheet):
    """Makes the file in the documents folder, opens it, and goes on with the dropped list if there was one."""

    def __init__(self, context: "Context", host: QWidget, list_path: Path | None = None) -> None:
        super().__init__(
            host,
            tr("New company"),
            tr("Enough to plan visits with. All of it can be changed later."),
            primary=tr("Make the company"),
            cancel=tr("Back"),
        )
        self.context, self._list = context, list_path
        self.banner = Banner()
        self.form = Form(FIELDS, columns=2)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.form)
        self.form.set_options("currency", [(code, f"{tr(name)}, {code}") for code, name in CURRENCIES.items()])
        self.form.set_options("country", [(code, tr(name)) for code, name in COUNTRIES.items()])
        self.form.set_options("fiscal_month", [(month, formatting.month_name(month)) for month in range(1, 13)])
        start = NewCompany(language=language())
        self.form.set_values(
            {
                "language": start.language,
                "currency": start.currency,
                "fiscal_month": start.fiscal_month,
                "country": start.country,
                "working_days": {day for day in range(7) if start.working_days >> day & 1},
                "hours": (start.day_start, start.day_end),
                "lunch": (start.lunch_start, start.lunch_end),
            }
        )
        self._without_place = ""
        self._tell()
        self.form.edited.connect(self._edited)
        self.form.control("office_address").editingFinished.connect(self._look_up)
        self.accepted.connect(self._make)

    @Slot(str, object)
    def _edited(self, name: str, value: Any) -> None:
        self.form.clear_errors(name)
        if name == "office_address":
            self.form.set_help(name, "")
        elif name == "country":
            self._look_up()
        self._tell()
        self.set_note(self.form.problems_text())

    def _tell(self) -> None:
        """What the answers mean: the first plan, the next holiday, how many days a week."""
        today, values = clock.today(), self.form.values()
        first, last = half_year(today, values["fiscal_month"])
        self.form.set_help("fiscal_month", tr("The first plan: {period}", period=formatting.month_period(first, last)))
        coming = public_holidays(values["country"], today, today + timedelta(days=366), language())
        day, name = next(iter(coming.items()), (None, ""))
        words = tr("The next one: {day}, {name}", day=formatting.day_short(day), name=name) if day is not None else ""
        self.form.set_help("country", words)
        days = len(values["working_days"])
        self.form.set_hint_right("working_days", ntr("{n} day a week", "{n} days a week", days))

    @Slot()
    def _look_up(self) -> bool:
        """Whether the office is found, left empty, or taken without a place; else say so, with a way on."""
        address = (self.form.value("office_address") or "").strip()
        place = start_place(address, self.form.value("country"))
        if not address or place is not None:
            self.form.clear_errors("office_address")
            self.form.set_help("office_address", self._found_words(place) if place is not None else "")
        elif address == self._without_place:
            self.form.set_help("office_address", tr("No place yet: ways from the office cannot be planned."))
        else:
            self.form.set_error(
                "office_address",
                tr("This address is not found."),
                f"{self._searched()} {tr('Write the town too, or paste coordinates from a map.')}",
                tr("Go on without a place"),
                self._go_on_without,
            )
        self.set_note(self.form.problems_text())
        return "office_address" not in self.form.problems()

    def _searched(self) -> str:
        return tr("It was looked for in {country}.", country=tr(COUNTRIES[self.form.value("country")]))

    def _found_words(self, place: Place) -> str:
        return tr("Found: {place}, {precision}", place=place.label, precision=tr(PRECISIONS[place.precision]))

    def _go_on_without(self) -> None:
        self._without_place = (self.form.value("office_address") or "").strip()
        self.form.clear_errors("office_address")
        self._look_up()

    def _order(self, name: str) -> bool:
        """Whether the two times are in order; else say so, with a swap of one click."""
        times = self.form.value(name)
        if times is None or times[0] < times[1]:
            return True
        early, late = formatting.clock_time(times[1]), formatting.clock_time(times[0])
        self.form.set_error(
            name,
            tr("The day ends before it begins.") if name == "hours" else tr("Lunch ends before it begins."),
            tr("Did you mean {early} to {late}?", early=early, late=late),
            tr("Swap them"),
            self._swap_hours if name == "hours" else self._swap_lunch,
        )
        return False

    def _swap_hours(self) -> None:
        self._swap("hours")

    def _swap_lunch(self) -> None:
        self._swap("lunch")

    def _swap(self, name: str) -> None:
        first, last = self.form.value(name)
        self.form.set_values({name: (last, first)})
        self.form.clear_errors(name)
        self.set_note(self.form.problems_text())

    @Slot()
    def _make(self) -> None:
        whole = self.form.check()
        ordered = [self._look_up(), *(self._order(name) for name in ("hours", "lunch"))]
        self.set_note(self.form.problems_text())
        if not whole or not all(ordered):
            self.form.go_to_problem()
            return
        values = self.form.values()
        company = NewCompany(
            name=values["name"].strip(),
            country=values["country"],
            language=values["language"],
            currency=values["currency"],
            fiscal_month=values["fiscal_month"],
            working_days=sum(1 << day for day in values["working_days"] or ()),
            day_start=values["hours"][0],
            day_end=values["hours"][1],
            lunch_start=values["lunch"][0],
            lunch_end=values["lunch"][1],
            office_address=(values["office_address"] or "").strip(),
            first_rep=(values["first_rep"] or "").strip(),
        )
        with self.banner.shows_errors():
            path = files.free_name(folders.documents_dir(), file_name(company.name, "company"))
            Workspace.create(path, company).close()
            after = self._list
            self.done()
            self.context.navigate("open", path=path)
            if after is not None:
                self.context.navigate("import", path=after)
