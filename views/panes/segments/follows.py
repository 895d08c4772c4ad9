"""At the right: what is decided on the segment, and what follows from it: strategies, customers, visits."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.customers.sections import NoteField
from views.panes.segments.reading import Following
from views.panes.thread_links import ThreadLinks
from views.panes.tiers.moved import NameLink
from views.widgets import Card, Hairline, IconButton, Label, Link, SegmentedControl, TierSquare, row
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.targeting.segments import DECISIONS, Member, SegmentView


class DecisionCard(Card):
    """`decided(decision)`, `reasoned(text)`, `noted(text)` are the user's."""

    decided = Signal(str)
    reasoned = Signal(str)
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.choice = SegmentedControl()
        self.choice.chosen.connect(self._chosen)
        self.back = IconButton("x", "")
        self.back.clicked.connect(self._back)
        self.reason_name, self.reason = Label(role="caption"), NoteField()
        self.note_name, self.note = Label(role="caption"), NoteField(lines=3)
        self.reason.left.connect(self.reasoned)
        self.note.left.connect(self.noted)
        self.body.addLayout(row(self.choice, self.back, None, spacing=4))
        for part in (self.reason_name, self.reason, self.note_name, self.note):
            self.body.addWidget(part)
        self.body.setSpacing(6)

    def retranslate(self) -> None:
        self.set_heading(tr("Decision"))
        self.choice.set_options([(key, tr(name)) for key, name in DECISIONS.items()])
        self.choice.setAccessibleName(tr("Decision"))
        self.back.set_name(tr("Undecided again"))
        self.reason_name.setText(tr("Why"))
        self.reason.setAccessibleName(tr("Why"))
        self.reason.setPlaceholderText(tr("one sentence that you would defend"))
        self.note_name.setText(tr("Who they are"))
        self.note.setAccessibleName(tr("Who they are"))
        self.note.setPlaceholderText(tr("what they need, how they buy"))

    def show_decision(self, view: SegmentView, writes: bool) -> None:
        """Show another segment's decision; what is being typed stays."""
        self.set_context(view.name)
        self.choice.set_value(view.decision)
        self.back.setVisible(bool(view.decision))
        self.reason.show_note(view.reason)
        self.note.show_note(view.note)
        for part in (self.choice, self.back):
            part.setEnabled(writes)
        for field in (self.reason, self.note):
            field.setReadOnly(not writes)

    def leave(self) -> None:
        """Hand over what was typed before another segment is shown."""
        self.reason.leave()
        self.note.leave()

    @Slot(object)
    def _chosen(self, decision: str) -> None:
        self.decided.emit(decision)

    @Slot()
    def _back(self) -> None:
        self.decided.emit("")


class FollowsCard(Card):
    """`customer_wanted(id)`, `customers_wanted()`, `rules_wanted()`, `strategies_wanted()`, `action_wanted()` and `going(pane, where)` are the user's."""

    customer_wanted = Signal(int)
    customers_wanted = Signal()
    rules_wanted = Signal()
    strategies_wanted = Signal()
    action_wanted = Signal()
    going = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="thread", parent=parent)
        self.visits = Label(role="message", wrap=True)
        self.calls = Label(role="muted", wrap=True)
        self.rules, self.all = Link(role="caption_strong"), Link(role="caption_strong")
        self.rules.clicked.connect(self.rules_wanted)
        self.all.clicked.connect(self.customers_wanted)
        self.thread_links, self.only_list = ThreadLinks(), Label(role="muted", wrap=True)
        self.thread_links.wanted.connect(self.going)
        self.aim, self.act = Link(role="caption_strong"), Link(role="caption_strong")
        self.aim.clicked.connect(self.strategies_wanted)
        self.act.clicked.connect(self.action_wanted)
        self.customers_name, self.customers = Label(role="heading"), QVBoxLayout()
        self.customers.setSpacing(4)
        self.body.setSpacing(6)
        self.body.addWidget(self.visits)
        self.body.addWidget(self.calls)
        self.body.addLayout(row(self.rules, None))
        self.body.addWidget(Hairline())
        self.body.addWidget(self.only_list)
        self.body.addLayout(row(self.aim, self.act, None, spacing=14))
        self.body.addWidget(self.thread_links)
        self.above_customers = Hairline()
        self.body.addWidget(self.above_customers)
        self.body.addWidget(self.customers_name)
        self.body.addLayout(self.customers)
        self.body.addLayout(row(self.all, None))

    def retranslate(self) -> None:
        self.set_heading(tr("What follows"))
        self.rules.set_text(tr("Visit rules"))
        self.thread_links.retranslate()
        self.only_list.setText(tr("None yet: a segment without a strategy is only a list."))
        self.aim.set_text(tr("Aim a strategy at it"))
        self.act.set_text(tr("Add an action"))
        self.customers_name.setText(tr("First customers by revenue"))

    def show_following(self, view: SegmentView, found: Following, currency: str, writes: bool) -> None:
        """Show what hangs on another segment."""
        if not view.customers:
            self.visits.setText(tr("All that pass count in an earlier segment") if view.matches else tr("Nobody passes the filter"))
        elif not view.visits and not view.calls:
            self.visits.setText(tr("The rules ask for no visit"))
        elif not view.visits:
            self.visits.setText(tr("Served from the desk: no visit is planned"))
        else:
            count = round(view.visits)
            self.visits.setText(
                ntr(
                    "About {n} visit a month by the rules",
                    "About {n} visits a month by the rules",
                    count,
                    n=formatting.number(view.visits, 0 if view.visits >= 10 or view.visits == count else 1),
                )
            )
        calls = round(view.calls)
        if view.visits:
            self.calls.setText(ntr("and about {n} call from the desk", "and about {n} calls from the desk", calls))
        else:
            self.calls.setText(ntr("About {n} call a month by the rules", "About {n} calls a month by the rules", calls))
        self.calls.setVisible(bool(calls))
        self.thread_links.show_around(found.around)
        self.only_list.setVisible(not found.aimed)
        self.aim.setVisible(writes and not found.aimed)
        self.act.setVisible(writes)
        self._empty(self.customers)
        for member in found.members:
            self._customer(member, currency)
        for part in (self.above_customers, self.customers_name):
            part.setVisible(bool(found.members))
        self.all.set_text(ntr("Show this {n} customer", "Show all {n} customers", view.customers, n=formatting.number(view.customers)))
        self.all.setVisible(bool(view.customers))

    @staticmethod
    def _empty(layout: QVBoxLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _customer(self, member: Member, currency: str) -> None:
        box = QWidget()
        link = NameLink(member.id, member.name)
        link.clicked.connect(self._to_customer)
        line = row(TierSquare(member.tier), link, spacing=8)
        line.addStretch(1)
        line.addWidget(Label(formatting.money_short(member.revenue, currency), "muted", tabular=True))
        box.setLayout(line)
        self.customers.addWidget(box)

    @Slot()
    def _to_customer(self) -> None:
        link = self.sender()
        if isinstance(link, NameLink):
            self.customer_wanted.emit(link.customer)
