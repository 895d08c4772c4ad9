"""The sheet that puts a visit into the plan by hand: to whom, on which day, when, and who goes."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from models import Customer, Rep
from views.panes.customer_chooser import CustomerChooser
from views.widgets import Banner, Field, Form, Sheet
from workbench import clock, formatting
from workbench.customers.search import Found
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr
from workbench.visits.fitting import BreaksRules, add_if_fit, best_fit

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("day", marked("Day"), "date", required=True, span=1),
    Field("start", marked("Time"), "time", span=1),
    Field("rep", marked("Rep"), "choice"),
)


class AddVisitSheet(Sheet):
    """Broken rules are stated, and pressing again adds the visit all the same. With `show` the visit plan shows it afterwards."""

    def __init__(
        self,
        context: "Context",
        host: QWidget,
        customer: int | None = None,
        day: date | None = None,
        rep: int | None = None,
        show: bool = False,
    ) -> None:
        super().__init__(
            host,
            tr("Add a visit"),
            tr("It is locked where you put it, so that every new plan keeps it."),
            primary=tr("Add the visit"),
            width=500,
        )
        self.context, self._rep, self._show = context, rep, show
        self._meant: tuple[Any, ...] | None = None
        self.banner, self.form, self.chooser = Banner(), Form(FIELDS, columns=2), CustomerChooser(context.workspace)
        with context.workspace.read() as session:
            reps = session.query(Rep.id, Rep.name).filter(Rep.active).order_by(Rep.id).all()
        self.form.set_options("rep", [(key, name) for key, name in reps])
        self.form.set_values({"day": max(day or clock.today(), clock.today()), "rep": rep})
        for part in (self.banner, self.chooser, self.form):
            self.body.addWidget(part)
        self.chooser.resized.connect(self.refit)
        self.chooser.chosen.connect(self._choose)
        self.form.edited.connect(self._edited)
        self.form.problems_changed.connect(self._count)
        self.accepted.connect(self._save)
        if customer is not None:
            self.chooser.begin_with(customer)
        self._tell_time()

    @Slot(object)
    def _choose(self, found: Found) -> None:
        with self.context.workspace.read() as session:
            own = session.get_one(Customer, found.id).rep_id
        if self._rep is None and own is not None:
            self.form.set_values({"rep": own})
        self._changed()

    @Slot(str, object)
    def _edited(self, name: str, value: object) -> None:
        if name == "rep" and isinstance(value, int):
            self._rep = value
        self._changed()

    def _changed(self) -> None:
        self._meant = None
        self.banner.clear()
        self.primary.set_text(tr("Add the visit"))
        self._tell_time()
        self.refit()

    def _tell_time(self) -> None:
        """Under the time: where the visit goes without one."""
        found, day, rep = self.chooser.found, self.form.value("day"), self.form.value("rep")
        if found is None or rep is None or day is None or day < clock.today():
            self.form.set_help("start", tr("Without a time it goes where it fits best."))
            return
        with self.context.workspace.read() as session:
            fit = best_fit(session, found.id, day, rep)
        span = f"{formatting.clock_time(fit.start)}–{formatting.clock_time(fit.end)}"
        self.form.set_help(
            "start",
            tr("Without a time: {span}, where it fits best.", span=span)
            if fit.free
            else tr("No room on this day; without a time: {span}.", span=span),
        )

    @Slot(int)
    def _count(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    @Slot()
    def _save(self) -> None:
        if not self.chooser.take_first() or self.chooser.found is None:
            self.banner.show_message(tr("No customer is chosen."), "warn", tr("Type a part of its name below."))
            self.chooser.field.setFocus()
            return
        if not self.form.check():
            return
        found = self.chooser.found
        wish = (found.id, self.form.value("day"), self.form.value("start"), self.form.value("rep"))
        placed = None
        try:
            with self.context.workspace.edit(tr("Add a visit to {name}", name=found.name), origin="add_visit") as session:
                placed = add_if_fit(session, *wish, meant=self._meant == wish)
        except BreaksRules as error:
            self._meant = wish
            self.banner.show_error(error)
            self.primary.set_text(tr("Add it all the same"))
            self.refit()
            return
        except WorkbenchError as error:
            self.banner.show_error(error)
            self.refit()
            return
        self.done()
        if self._show:
            self.context.navigate("plan", day=placed.day, visit=placed.visit_id)
        self.context.offer_undo(
            tr(
                "{name} is visited on {day} at {time}",
                name=found.name,
                day=formatting.day_short(placed.day),
                time=formatting.clock_time(placed.start),
            )
        )
