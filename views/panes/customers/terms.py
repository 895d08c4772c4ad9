"""How the customer is visited, in the sheet: its rule beside the tier's, closed days, who may go, and visits asked for."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.asked import AskedRow
from views.panes.customers.sections import Section
from views.widgets import Label, Link, row
from workbench.customers.own_rule import rule_words, weekday_rule_words
from workbench.customers.sheet import CustomerSheet
from workbench.strings import tr

if TYPE_CHECKING:
    from views.panes.pane import Pane


class VisitTerms(Section):
    """Sentences, and links to the forms that change them."""

    def __init__(self, pane: "Pane", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._sheet: CustomerSheet | None = None
        self.rule, self.closed = Label(wrap=True), Label(wrap=True)
        self.change_rule, self.change_closed, self.ask = (Link(role="caption_strong") for _ in range(3))
        self.asked = QVBoxLayout()
        self.asked.setSpacing(5)
        for widget in (self.rule, self.closed):
            self.body.addWidget(widget)
        self.body.addLayout(self.asked)
        self.body.addLayout(row(self.change_rule, self.change_closed, self.ask, None, spacing=14))
        for link, form in ((self.change_rule, "customer_rule"), (self.change_closed, "customer_closed"), (self.ask, "ask_visit")):
            link.clicked.connect(partial(self._open, form))

    def retranslate(self) -> None:
        """Words in the present language."""
        self.heading.setText(tr("How it is visited"))
        self.change_rule.set_text(tr("Own rule"))
        self.change_closed.set_text(tr("Closed days"))
        self.ask.set_text(tr("Ask for a visit"))

    def show_sheet(self, sheet: CustomerSheet, writable: bool) -> None:
        """Show how a customer is visited, and why."""
        self._sheet = sheet
        shared = tr("Any rep may visit it.") if sheet.shared else ""
        rule = rule_words(sheet.tier_rule, sheet.own) if sheet.visited or sheet.own.differs else ""
        said = " ".join(filter(None, (rule, weekday_rule_words(sheet.own), shared)))
        self.rule.setText(said)
        self.rule.setVisible(bool(said))
        self.closed.setText(sheet.closed.words)
        self.closed.setVisible(bool(sheet.closed.words))
        while self.asked.count():
            widget = self.asked.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for one in sheet.asked:
            self.asked.addWidget(AskedRow(self._pane, one, named=False, writable=writable))
        for link in (self.change_rule, self.change_closed):
            link.setVisible(writable)
        self.ask.setVisible(writable and not sheet.archived)

    @Slot()
    def _open(self, form: str) -> None:
        if self._sheet is not None:
            self._pane.context.navigate(form, customer=self._sheet.id)
