"""The end of the customer's sheet: the next visit, open deals, and what of the red thread leads here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from views.panes.customers.rows import money_unit, short_amount
from views.panes.customers.sections import Section
from views.panes.thread_links import ThreadLinks
from views.theme.text_block import strong
from views.widgets import Chip, Hairline, Label, Link, row
from workbench import clock, formatting
from workbench.customers.sheet import STAGES, CustomerSheet
from workbench.strings import tr
from workbench.thread.around import CUSTOMER, around

if TYPE_CHECKING:
    from views.panes.pane import Pane


class Outlook(QWidget):
    """Next visit, open deals, links up the red thread."""

    def __init__(self, pane: "Pane", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._sheet: CustomerSheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(11)
        self.visit_section, self.visit, self.plan = Section(), Label(wrap=True), Link(role="caption_strong")
        self.add = Link(role="caption_strong")
        self.add.clicked.connect(self._add_visit)
        self.state = Chip("", "thread", self.visit_section)
        self.visit_section.header.addWidget(self.state)
        self.plan.clicked.connect(self._to_plan)
        self.visit_section.body.addWidget(self.visit)
        self.visit_section.body.addLayout(row(self.add, self.plan, None, spacing=14))
        self.deal_section = Section()
        self.deal_grid = QGridLayout()
        self.deal_grid.setHorizontalSpacing(10)
        self.deal_grid.setVerticalSpacing(5)
        self.deal_grid.setColumnStretch(0, 1)
        self.deal_section.body.addLayout(self.deal_grid)
        column.addWidget(self.visit_section)
        column.addWidget(self.deal_section)
        column.addWidget(Hairline())
        self.thread_links = ThreadLinks()
        self.thread_links.wanted.connect(self._go)
        column.addWidget(self.thread_links)

    def retranslate(self) -> None:
        """Words in the present language."""
        self.visit_section.heading.setText(tr("Next visit"))
        self.deal_section.heading.setText(tr("Open deals"))
        self.thread_links.retranslate()
        self.plan.set_text(tr("Open the visit plan"))
        self.add.set_text(tr("Add a visit"))

    def show_sheet(self, sheet: CustomerSheet) -> None:
        """Show what comes for this customer."""
        self._sheet = sheet
        self._show_visit(sheet)
        while self.deal_grid.count():
            self.deal_grid.takeAt(0).widget().deleteLater()
        self.deal_section.setVisible(bool(sheet.deals))
        self.deal_section.context.setText(formatting.money_short(sum(deal.amount for deal in sheet.deals), sheet.currency))
        self.deal_section.context.setToolTip(money_unit(sheet.currency))
        for place, deal in enumerate(sheet.deals):
            amount = Label(short_amount(deal.amount, sheet.currency), align=Qt.AlignmentFlag.AlignRight, tabular=True)
            chip = Chip(tr(STAGES[deal.stage]), "accent" if deal.stage == "proposal" else "plain")
            for column, widget in enumerate((Label(deal.title, elide=True), chip, amount)):
                self.deal_grid.addWidget(widget, place, column)
        with self._pane.context.workspace.read() as session:
            self.thread_links.show_around(around(session, CUSTOMER, sheet.id))

    def _show_visit(self, sheet: CustomerSheet) -> None:
        coming, today = sheet.next_visit, clock.today()
        from_desk = coming is None and not sheet.visited
        self.state.set_text("" if coming is not None or from_desk or sheet.archived else tr("none planned"))
        if coming is not None:
            day = tr("Today") if coming.day == today else formatting.day_long(coming.day)
            topics = [f"\n{coming.topics}"] if coming.topics else []
            self.visit.set_runs([strong(f"{day} {formatting.clock_time(coming.start)}"), f" · {coming.rep}", *topics])
        elif from_desk:
            segment = sheet.desk_segment
            self.visit.setText(
                tr("Its segment “{name}” is served from the desk.", name=segment) if segment else tr("This tier is served from the desk.")
            )
        elif sheet.due is None:
            self.visit.setText(tr("Never visited; the next plan spreads first visits over the cadence."))
        elif sheet.due <= today:
            self.visit.setText(tr("Due since {day}.", day=formatting.day_short(sheet.due)))
        else:
            self.visit.setText(tr("Due on {day}.", day=formatting.day_short(sheet.due)))
        self.add.setVisible(not sheet.archived and not self._pane.context.workspace.read_only)
        self.plan.setVisible(not from_desk)

    @Slot()
    def _add_visit(self) -> None:
        if self._sheet is not None:
            self._pane.context.navigate("add_visit", customer=self._sheet.id)

    @Slot()
    def _to_plan(self) -> None:
        if self._sheet is not None:
            coming = self._sheet.next_visit
            self._pane.context.navigate("plan", **({"day": coming.day} if coming is not None else {}))

    @Slot(str, object)
    def _go(self, pane: str, where: dict[str, object]) -> None:
        self._pane.context.navigate(pane, **where)
