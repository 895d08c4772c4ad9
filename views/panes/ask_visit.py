"""The sheet that asks for a visit beside the rules: to whom, by when, why. The next plan fits it in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views.panes.customer_chooser import CustomerChooser
from views.widgets import Banner, Field, Form, Sheet
from workbench import formatting
from workbench.customers.search import Found
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr
from workbench.visits.extra import ask_visit

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (Field("by", marked("By"), "date", required=True), Field("reason", marked("Why"), "text"))


class AskVisitSheet(Sheet):
    """One visit asked for, as one step."""

    def __init__(self, context: "Context", host: QWidget, customer: int | None = None) -> None:
        subtitle = tr("The next plan fits it in, whatever the rule of its tier says.")
        super().__init__(host, tr("Ask for a visit"), subtitle, primary=tr("Ask for the visit"), width=500)
        self.context = context
        self.banner, self.form, self.chooser = Banner(), Form(FIELDS), CustomerChooser(context.workspace)
        for part in (self.banner, self.chooser, self.form):
            self.body.addWidget(part)
        self.chooser.resized.connect(self.refit)
        self.chooser.chosen.connect(self._choose)
        self.form.problems_changed.connect(self._count)
        self.accepted.connect(self._save)
        if customer is not None:
            self.chooser.begin_with(customer)
            self.form.focus("by")

    @Slot(object)
    def _choose(self, _found: Found) -> None:
        self.banner.clear()
        self.refit()

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
        found, by = self.chooser.found, self.form.value("by")
        try:
            with self.context.workspace.edit(tr("Ask for a visit to {name}", name=found.name), origin="ask_visit") as session:
                ask_visit(session, found.id, by, self.form.value("reason") or "")
        except WorkbenchError as error:
            self.banner.show_error(error)
            self.refit()
            return
        self.done()
        self.context.offer_undo(tr("A visit to {name} is asked for by {day}", name=found.name, day=formatting.day_short(by)))
