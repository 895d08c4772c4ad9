"""The sheet that holds a customer in a tier by hand: find the customer, choose the tier, say why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from views.panes.customer_chooser import CustomerChooser
from views.widgets import Banner, Field, Form, Label, Sheet
from workbench.customers import tiering
from workbench.customers.search import Found
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("tier", marked("Tier"), "segmented", options=(("A", "A"), ("B", "B"), ("C", "C"), ("N", marked("Prospect")))),
    Field("reason", marked("Reason"), required=True, placeholder=marked("for example: a new plant opens in spring")),
)


class ByHandSheet(Sheet):
    """The chooser finds the customer; what holds it now is said before it is changed."""

    def __init__(self, context: "Context", host: QWidget, customer: int | None = None) -> None:
        super().__init__(
            host,
            tr("Set a tier by hand"),
            tr("It stands against the figures until you let them decide again."),
            primary=tr("Set the tier"),
            width=480,
        )
        self.context = context
        self.banner, self.form, self.chooser = Banner(), Form(FIELDS), CustomerChooser(context.workspace)
        self.why = Label(role="caption", wrap=True)
        for part in (self.banner, self.chooser, self.why, self.form):
            self.body.addWidget(part)
        self.form.problems_changed.connect(self._count_problems)
        self.form.set_values({"tier": "A"})
        self.why.hide()
        self.chooser.resized.connect(self._resized)
        self.chooser.chosen.connect(self._choose)
        self.accepted.connect(self._save)
        if customer is not None:
            self.chooser.begin_with(customer)

    @Slot()
    def _resized(self) -> None:
        self.why.setVisible(self.chooser.found is not None)
        self.refit()

    @Slot(object)
    def _choose(self, chosen: Found) -> None:
        with self.context.workspace.read() as session:
            self.why.setText(tiering.why(session, chosen.id))
            held = tiering.held_reason(session, chosen.id)
        self.why.show()
        self.form.set_values({"tier": chosen.tier, **({"reason": held} if held else {})})
        self.banner.clear()
        self.refit()

    @Slot(int)
    def _count_problems(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    @Slot()
    def _save(self) -> None:
        chosen = self.chooser.found
        if chosen is None:
            if self.chooser.take_first():
                self.form.control("tier").setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.banner.show_message(tr("No customer is chosen."), "warn", tr("Type a part of its name above."))
                self.chooser.field.setFocus()
            return
        if not self.form.check():
            return
        tier, reason = self.form.value("tier"), self.form.value("reason")
        try:
            with self.context.workspace.edit(tr("{name} set to {tier} by hand", name=chosen.name, tier=tier), origin="tiers") as session:
                tiering.override(session, chosen.id, tier, reason)
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()
