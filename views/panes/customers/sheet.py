"""The sheet of one customer at the right: details to edit in place, why it has its tier, what happened, what comes next."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from views.panes.customers.details import DetailsGrid
from views.panes.customers.outlook import Outlook
from views.panes.customers.sections import NameCell, Section, StandingBar
from views.panes.customers.terms import VisitTerms
from views.widgets import Button, Card, Chip, Label, Link, Moment, Run, ScrollArea, TierSquare, Timeline, row
from workbench import formatting
from workbench.customers import commands, details
from workbench.customers.sheet import CustomerSheet
from workbench.strings import ntr, tr

if TYPE_CHECKING:
    from views.panes.pane import Pane


class SheetView(Card):
    """Draws what `show_sheet` is given and writes through the pane. `more_wanted` asks for earlier events, `left` gives the keyboard back."""

    more_wanted = Signal()
    left = Signal()

    def __init__(self, pane: "Pane", parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._pane = pane
        self._sheet: CustomerSheet | None = None
        self._blank, self._wanted = False, True
        self.area = ScrollArea()
        self.area.body.setContentsMargins(16, 14, 16, 14)
        self.area.body.setSpacing(11)
        self.body.addWidget(self.area)
        for part in (self._make_head(), self._make_why(), self._make_history(), self._make_terms(), self._make_outlook()):
            self.area.body.addWidget(part)
        self.area.body.addStretch(1)

    # ---- building

    def _make_head(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.tier, self.name, self.state = TierSquare(), NameCell(kind="text"), Chip("", "thread", holder)
        self.name.committed.connect(self._rename)
        top = row(self.tier, self.name, self.state, spacing=8)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addLayout(top)
        self.under = Label(role="caption", wrap=True)
        column.addWidget(self.under)
        column.addSpacing(6)
        self.details = DetailsGrid(self._pane)
        column.addWidget(self.details)
        return holder

    def _make_why(self) -> QWidget:
        self.why_section, self.why, self.bar = Section(), Label(wrap=True), StandingBar()
        self.hold = Link(role="caption_strong")
        self.hold.clicked.connect(self._hold)
        self.release = Link(role="caption_strong")
        self.release.clicked.connect(self._release)
        for widget in (self.why, self.bar):
            self.why_section.body.addWidget(widget)
        self.why_section.body.addLayout(row(self.hold, self.release, None, spacing=14))
        return self.why_section

    def _make_history(self) -> QWidget:
        self.history_section, self.history, self.nothing = Section(), Timeline(), Label(role="muted", wrap=True)
        self.more, self.order = Link(role="caption_strong"), Button(small=True, key="O")
        self.history.clicked.connect(self._open_order)
        self.more.clicked.connect(self.more_wanted)
        self.order.clicked.connect(self.new_order)
        for widget in (self.nothing, self.history):
            self.history_section.body.addWidget(widget)
        self.history_section.body.addLayout(row(self.order, None, self.more))
        return self.history_section

    def _make_terms(self) -> QWidget:
        self.terms = VisitTerms(self._pane)
        return self.terms

    def _make_outlook(self) -> QWidget:
        self.outlook = Outlook(self._pane)
        return self.outlook

    def retranslate(self) -> None:
        """Words in the present language."""
        self.details.retranslate()
        self.terms.retranslate()
        self.outlook.retranslate()
        self.name.set_name(tr("Name"))
        self.hold.set_text(tr("Hold at another tier"))
        self.release.set_text(tr("Let the figures decide"))
        self.history_section.heading.setText(tr("Visits, orders"))
        self.more.set_text(tr("Show earlier"))
        self.order.set_text(tr("New order"))
        self.nothing.setText(tr("Nothing yet: neither a visit nor an order."))

    # ---- showing

    def setVisible(self, visible: bool) -> None:
        """Shown as the window wants it, but never while there is no customer."""
        self._wanted = visible
        super().setVisible(visible and not self._blank)

    def set_blank(self, blank: bool) -> None:
        """There is no customer to show."""
        self._blank = blank
        super().setVisible(self._wanted and not blank)

    def show_sheet(self, sheet: CustomerSheet, reps: list[tuple[Any, str]], writable: bool) -> None:
        """Show a customer; a field that is being typed in stays."""
        other = self._sheet is None or self._sheet.id != sheet.id
        self._sheet = sheet
        self.tier.set_letter(sheet.tier)
        self.name.setEnabled(writable)
        self.name.set_value(sheet.name)
        state = ntr("{n} day late", "{n} days late", sheet.late_days) if sheet.late_days else ""
        self.state.set_text(tr("archived") if sheet.archived else state, "plain" if sheet.archived else "thread")
        self.under.setText(" · ".join(part for part in (sheet.fields["name_local"], sheet.fields["industry"]) if part))
        self.under.setVisible(bool(self.under.text()))
        self.details.show_sheet(sheet, reps, writable)
        self._show_why(sheet, writable)
        self._show_history(sheet, writable)
        self.terms.show_sheet(sheet, writable)
        self.outlook.show_sheet(sheet)
        if other:
            self.area.verticalScrollBar().setValue(0)

    def _show_why(self, sheet: CustomerSheet, writable: bool) -> None:
        self.why_section.heading.setText(tr("Why a prospect") if sheet.tier == "N" else tr("Why {tier}", tier=sheet.tier))
        self.why.set_runs([Run(sheet.why), *([Run(f" {sheet.since}", "muted")] if sheet.since else [])])
        self.bar.show_standing(sheet.standing)
        self.hold.setVisible(writable)
        self.release.setVisible(writable and sheet.held_by_hand)

    def _show_history(self, sheet: CustomerSheet, writable: bool) -> None:
        past = sheet.history
        counts = (ntr("{n} visit", "{n} visits", past.visits), ntr("{n} order", "{n} orders", past.orders))
        self.history_section.context.setText(
            tr("{visits}, {orders} in 12 months", visits=counts[0], orders=counts[1]) if past.events else ""
        )
        years = {event.day.year for event in past.events}
        shown = formatting.day_short if len(years) < 2 else formatting.day
        self.history.set_rows([Moment(e.mark, shown(e.day), e.title, e.text, e.order or None) for e in past.events])
        self.history.setVisible(bool(past.events))
        self.nothing.setVisible(not past.events)
        self.more.setVisible(past.more)
        self.order.setVisible(writable)

    # ---- the user's

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _rename(self, text: str) -> None:
        if self._sheet is not None:
            self._pane.change(tr("Rename {name}", name=self._sheet.name), details.set_field, self._sheet.id, "name", text)
            if self._pane.banner.text():
                self._pane.draw({"customer"})

    @Slot()
    def _hold(self) -> None:
        if self._sheet is not None:
            self._pane.context.navigate("customer_tier", customers=(self._sheet.id,))

    @Slot()
    def _release(self) -> None:
        if self._sheet is not None:
            self._pane.change(tr("Let the figures decide on {name}", name=self._sheet.name), commands.clear_tier, (self._sheet.id,))

    @Slot()
    def new_order(self) -> None:
        """Open the form of a new order."""
        if self._sheet is not None:
            self._pane.context.navigate("order", customer=self._sheet.id)

    @Slot(object)
    def _open_order(self, key: str) -> None:
        if self._sheet is not None and not self._pane.context.workspace.read_only:
            self._pane.context.navigate("order", customer=self._sheet.id, key=key)
