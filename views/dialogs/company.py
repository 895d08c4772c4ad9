"""Company and team: settings, reps and closed days; every change is saved at once and can be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Banner, Button, CheckRow, DateField, EditableCell, Field, Form, Hairline, Label, LineEdit, Link, Sheet, row
from workbench import formatting
from workbench.company import commands
from workbench.company.team import team_rows
from workbench.strings import marked, tr
from workbench.workspace.company_choices import COUNTRIES, CURRENCIES
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("name", marked("Name of the company"), span=2),
    Field("currency", marked("Currency"), "choice", span=1),
    Field("country", marked("Holidays of"), "choice", span=1),
    Field("fiscal_month", marked("Fiscal year begins in"), "choice", span=1),
    Field("office", marked("Office, where the days start"), span=1),
    Field("working_days", marked("Working days"), "weekdays", span=2),
    Field("day", marked("Hours in the field"), "time_range", span=1),
    Field("lunch", marked("Lunch, kept free"), "time_range", span=1),
)


class CompanyDialog(Sheet):
    """Reads the file anew after each change."""

    def __init__(self, context: "Context", host: QWidget) -> None:
        super().__init__(host, tr("Company and team"), tr("Every change is saved at once."), primary=tr("Done"), width=680)
        self.context = context
        self.cancel.hide()
        self.accepted.connect(self.done)
        self.banner, self.form = Banner(), Form(FIELDS, columns=2)
        self.form.set_options("currency", [(code, f"{tr(name)}, {code}") for code, name in CURRENCIES.items()])
        self.form.set_options("country", [(code, tr(name)) for code, name in COUNTRIES.items()])
        self.form.set_options("fiscal_month", [(month, formatting.month_name(month)) for month in range(1, 13)])
        self.form.edited.connect(self._edited)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.form)
        self.body.addWidget(Label(tr("Reps"), "heading"))
        self.reps = QVBoxLayout()
        self.body.addLayout(self.reps)
        self.new_rep, add = LineEdit(placeholder=tr("Name of a new rep")), Button(tr("Add"), small=True)
        self.new_rep.setAccessibleName(tr("Name of a new rep"))
        add.clicked.connect(self._add_rep)
        self.body.addLayout(row(self.new_rep, add))
        self.body.addWidget(Label(tr("Closed days"), "heading"))
        self.closed_days = QVBoxLayout()
        self.body.addLayout(self.closed_days)
        self.closed_name, self.first, self.last = LineEdit(placeholder=tr("New Year")), DateField(), DateField()
        for field, name in ((self.closed_name, tr("What the days are called")), (self.first, tr("First day")), (self.last, tr("Last day"))):
            field.setAccessibleName(name)
        close = Button(tr("Add the days"), small=True)
        close.setAccessibleName(tr("Add the days"))
        close.clicked.connect(self._add_closed)
        self.body.addLayout(row(self.closed_name, self.first, self.last, close))
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
            }
            team = team_rows(session)
        self.form.set_values(values)
        _clear(self.reps)
        for rep in team.reps:
            active, name, start = (
                CheckRow(tr("visits"), rep.active),
                EditableCell(rep.name, "text", name=tr("Rep")),
                EditableCell(rep.start_address, "text", name=tr("Start of the day"), empty=tr("starts at the office")),
            )
            for widget, what in ((active, "active"), (name, "rename"), (start, "start")):
                widget.setProperty("rep", (rep.id, what))
            active.clicked.connect(self._rep_changed)
            name.committed.connect(self._rep_changed)
            start.committed.connect(self._rep_changed)
            self.reps.addWidget(_line(name, None, start, active))
            self.reps.addWidget(Hairline())
        _clear(self.closed_days)
        for closed in team.closed:
            remove = Link(tr("Remove"))
            remove.setProperty("closed", closed.id)
            remove.clicked.connect(self._remove_closed)
            self.closed_days.addWidget(
                _line(Label(closed.name), None, Label(formatting.period(closed.first, closed.last), "muted"), remove)
            )
        self.setEnabled(True)
        for widget in (self.form, self.new_rep, self.closed_name):
            widget.setEnabled(not self.context.workspace.read_only)
        self.refit()

    def _change(self, label: str, command: Callable[..., Any], *args: Any) -> None:
        self.banner.clear()
        with self.banner.shows_errors(), self.context.workspace.edit(label, origin="company") as session:
            command(session, *args)
        self._show()

    @Slot(str, object)
    def _edited(self, name: str, value: Any) -> None:
        if value is None:
            return
        label = tr("Change the company")
        if name in ("day", "lunch"):
            self._change(label, commands.set_hours, name, *value)
        elif name == "office":
            self._change(label, commands.set_office, value)
        elif name == "working_days":
            self._change(label, commands.set_setting, name, sum(1 << day for day in value))
        else:
            self._change(label, commands.set_setting, name, value)

    @Slot()
    def _add_rep(self) -> None:
        name = self.new_rep.text()
        self.new_rep.clear()
        self._change(tr("Add a rep"), commands.add_rep, name)

    @Slot(object)
    def _rep_changed(self, value: Any) -> None:
        sender = self.sender()
        rep, what = sender.property("rep") if sender is not None else (0, "")
        command = {"active": commands.set_active, "rename": commands.rename_rep, "start": commands.set_rep_start}.get(what)
        if command is not None:
            self._change(tr("Change a rep"), command, rep, value)

    @Slot()
    def _add_closed(self) -> None:
        first, last = self.first.value(), self.last.value() or self.first.value()
        if first is not None and last is not None:
            self._change(tr("Add closed days"), commands.add_closed, self.closed_name.text(), first, last)

    @Slot()
    def _remove_closed(self) -> None:
        sender = self.sender()
        if isinstance(sender, Link):
            self._change(tr("Remove closed days"), commands.remove_closed, sender.property("closed"))


def _line(*widgets: Any) -> QWidget:
    box = QWidget()
    box.setLayout(row(*widgets, spacing=12))
    box.layout().setContentsMargins(0, 2, 0, 2)
    return box


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        if (widget := layout.takeAt(0).widget()) is not None:
            widget.hide()
            widget.deleteLater()
