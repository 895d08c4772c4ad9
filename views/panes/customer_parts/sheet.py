"""The sheet of one customer at the right: details to edit in place, why it has its tier, what comes next, what happened."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from views.widgets import Card, Chip, EditableCell, Hairline, Label, Link, Moment, ScrollArea, TierSquare, Timeline, row
from workbench import formatting
from workbench.customers.details import FIELDS
from workbench.customers.placing import place_words
from workbench.customers.sheet import STAGES, CustomerSheet
from workbench.strings import tr

SHOWN = ("name", "name_local", "number", "industry", "address", "city", "postal_code", "contact", "phone", "email", "topics", "note")


class SheetView(Card):
    """`edited(field, text)`, `rep_chosen(id or None)`, `place_pasted(text)`, `more_wanted()`; draws what `show_sheet` is given."""

    edited = Signal(str, str)
    rep_chosen = Signal(object)
    place_pasted = Signal(str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        area = ScrollArea()
        area.body.setContentsMargins(16, 12, 16, 14)
        area.body.setSpacing(10)
        self.body.addWidget(area)
        self.tier, self.title, self.late = TierSquare(), Label(role="message", elide=True), Chip("", "thread")
        head = QWidget()
        head.setLayout(row(self.tier, self.title, self.late, spacing=8))
        head.layout().setContentsMargins(0, 0, 0, 0)
        head.layout().setStretch(1, 1)
        area.body.addWidget(head)
        self.where = Label(role="caption", wrap=True)
        area.body.addWidget(self.where)
        self.why_heading, self.why = Label(role="heading"), Label(wrap=True)
        self.next_heading, self.next_visit = Label(role="heading"), Label(wrap=True)
        self.deals = Label(role="muted", wrap=True)
        for widget in (Hairline(), self.why_heading, self.why, Hairline(), self.next_heading, self.next_visit, self.deals, Hairline()):
            area.body.addWidget(widget)
        self.history_heading, self.history = Label(role="heading"), Timeline()
        self.more = Link("")
        self.more.clicked.connect(self.more_wanted)
        for widget in (self.history_heading, self.history, self.more, Hairline()):
            area.body.addWidget(widget)
        self.details_heading = Label(role="heading")
        area.body.addWidget(self.details_heading)
        area.body.addLayout(self._make_details())
        area.body.addStretch(1)

    def _make_details(self) -> QVBoxLayout:
        self._names: dict[str, Label] = {}
        self._fields: dict[str, EditableCell] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate((*SHOWN, "rep", "place")):
            self._names[name] = Label(role="caption", elide=True)
            self._names[name].setFixedWidth(96)
            field = EditableCell(kind="choice" if name == "rep" else "text", empty="…")
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.setProperty("field", name)
            field.committed.connect(self._committed)
            self._fields[name] = field
            grid.addWidget(self._names[name], place, 0)
            grid.addWidget(field, place, 1)
        box = QVBoxLayout()
        box.addLayout(grid)
        return box

    def retranslate(self) -> None:
        self.why_heading.setText(tr("Why this tier"))
        self.next_heading.setText(tr("Next visit"))
        self.history_heading.setText(tr("Visits and orders"))
        self.details_heading.setText(tr("Details"))
        self.more.set_text(tr("Show more"))
        for name in SHOWN:
            self._name(name, tr(FIELDS[name]))
        self._name("rep", tr("Rep"))
        self._name("place", tr("Place"))

    def _name(self, name: str, text: str) -> None:
        self._names[name].setText(text)
        self._fields[name]._name = text
        self._fields[name].retranslate()

    def show_sheet(self, sheet: CustomerSheet, reps: list[tuple[Any, str]], writable: bool) -> None:
        """Show a customer; a field that is being typed in stays."""
        self.tier.set_letter(sheet.tier)
        self.title.setText(sheet.name)
        self.late.set_text(tr("{days} late", days=formatting.days(sheet.late_days)) if sheet.late_days else "")
        local = sheet.fields.get("name_local", "")
        way = f"{formatting.distance(sheet.leg.km)}, {formatting.duration(sheet.leg.minutes)}" if sheet.leg else ""
        self.where.setText(
            " · ".join(part for part in (local, sheet.fields.get("industry", ""), sheet.fields.get("address", ""), way) if part)
        )
        self.why.setText(" ".join(part for part in (sheet.why, sheet.since) if part))
        self.next_visit.setText(self._next(sheet))
        deals = [f"{deal.title} ({tr(STAGES[deal.stage])}, {formatting.money_short(deal.amount, sheet.currency)})" for deal in sheet.deals]
        self.deals.setText("\n".join(deals))
        self.deals.setVisible(bool(deals))
        events = sheet.history.events
        self.history.set_rows([Moment(e.mark, formatting.day_short(e.day), e.title, e.text) for e in events])
        self.history.setVisible(bool(events))
        self.history.setAccessibleName(tr("Visits and orders"))
        self.more.setVisible(sheet.history.more)
        for name in SHOWN:
            self._set(name, sheet.fields.get(name, ""), writable)
        self._fields["rep"].set_options(reps)
        self._set("rep", sheet.rep_id, writable)
        self._set("place", place_words(sheet.precision, sheet.source), writable)

    def _set(self, name: str, value: Any, writable: bool) -> None:
        field = self._fields[name]
        field.setEnabled(writable)
        if not field.is_editing():
            field.set_value(value)

    @staticmethod
    def _next(sheet: CustomerSheet) -> str:
        if sheet.next_visit is not None:
            visit = sheet.next_visit
            return tr(
                "{day}, {time}: {topics}",
                day=formatting.day_long(visit.day),
                time=formatting.clock_time(visit.start),
                topics=visit.topics or "–",
            )
        if sheet.due is not None:
            return tr("None planned; due {day}.", day=formatting.day_long(sheet.due))
        return tr("Served from the desk.")

    @Slot(object)
    def _committed(self, value: Any) -> None:
        sender = self.sender()
        if not isinstance(sender, EditableCell):
            return
        name = sender.property("field")
        if name == "rep":
            self.rep_chosen.emit(value or None)
        elif name == "place":
            self.place_pasted.emit(value)
        else:
            self.edited.emit(name, value)
