"""Segments: whom we serve. A list with live figures, a filter built by clicking, a score matrix, the decision, and what follows from it."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from views.context import Context
from views.panes.pane import Pane, quiet
from views.panes.segments.actions import CRITERION, CUSTOMERS, DOWN, NEW, REMOVE, UP
from views.panes.segments.builder import FilterBuilder
from views.panes.segments.empty import SegmentsEmpty
from views.panes.segments.follows import DecisionCard, FollowsCard
from views.panes.segments.listing import ListCard
from views.panes.segments.reading import Following, Shown, read, read_following
from views.panes.segments.scores import ScoresCard
from views.panes.segments.scoring import Scoring
from views.panes.thread_knots import knots
from views.widgets import Card, EditableCell, Label, ThreadStrip, TwoColumns, row
from workbench import formatting
from workbench.customers.listing import count
from workbench.strings import ntr, tr
from workbench.targeting import commands
from workbench.targeting.choices import choices
from workbench.targeting.filters import Group
from workbench.targeting.segments import SegmentView

MANY = 5_000
"""From so many customers on the figures are read in a job."""
SIDE, ROOM = (330, 372), (1000, 180)


class SegmentsPane(Pane):
    """`current` is the id of the segment whose filter, decision and following are shown."""

    name = "segments"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.current: int | None = None
        self._shown: Shown | None = None
        self._new = self.action(NEW, self.new_segment)
        for spec, slot in ((UP, self._up), (DOWN, self._down), (REMOVE, self.remove), (CUSTOMERS, self._to_customers)):
            self.action(spec, slot)
        self.action(CRITERION, self._add_criterion)
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.list, self.scores = ListCard(), ScoresCard()
        self.filter, self.builder = Card(), FilterBuilder()
        self.title = EditableCell("", "text")
        self.title_name, self.said = Label(role="caption"), Label(role="message", wrap=True)
        self.filter.body.addLayout(row(self.title_name, self.title, None))
        self.filter.body.addWidget(self.said)
        self.filter.body.addWidget(self.builder)
        self.decision, self.follows = DecisionCard(), FollowsCard()
        self._connect()
        self.content = TwoColumns(
            (self.list, self.filter, self.scores),
            (self.decision, self.follows),
            SIDE,
            ROOM,
            one=(self.list, self.filter, self.decision, self.scores, self.follows),
        )
        self.empty = SegmentsEmpty(self.new_segment)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addWidget(self.content, 1)
        outer.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.list.table.row_current.connect(self._choose)
        self.list.table.row_activated.connect(self._to_builder)
        self.list.moved.connect(self._move)
        self.builder.changed.connect(self._set_filter)
        self.title.committed.connect(self._rename)
        self.scoring = Scoring(self, self.scores)
        self.decision.decided.connect(self._decide)
        self.decision.reasoned.connect(self._reason)
        self.decision.noted.connect(self._note)
        self.follows.customer_wanted.connect(self._to_customer)
        self.follows.customers_wanted.connect(self._to_customers)
        self.follows.strategies_wanted.connect(self._to_strategies)
        self.follows.action_wanted.connect(self._add_action)
        self.follows.going.connect(self._follow)
        self.follows.rules_wanted.connect(self._to_rules)

    def retranslate(self) -> None:
        for part in (self.list, self.scores, self.builder, self.decision, self.follows, self.empty):
            part.retranslate()
        self.filter.set_heading(tr("Who belongs to it"))
        self.title_name.setText(tr("Name"))
        self.title.set_name(tr("Name"))

    # ---- drawing

    def subtitle(self) -> str:
        if self._shown is None or not self._shown.overview.segments:
            return ""
        found = self._shown.overview
        inside = found.customers - found.rest_customers
        share = formatting.percent((found.revenue - found.rest_revenue) / found.revenue) if found.revenue > 0 else formatting.percent(0)
        return ntr(
            "{n} customer in segments, {share} of revenue",
            "{n} customers in segments, {share} of revenue",
            inside,
            n=formatting.number(inside),
            share=share,
        )

    def top_buttons(self) -> list[QAction]:
        return [self._new] if self._shown and self._shown.overview.segments else []

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            many = count(session) > MANY
        if many:
            if self._shown is None:
                self.content.hide()
                self.empty.hide()
            self.run("read", read, self.context.workspace, on_done=self._show_read, label=tr("Counting the segments"))
        else:
            self._show(read(print, self.context.workspace))

    @Slot(object)
    def _show_read(self, shown: Shown) -> None:
        with quiet(self):
            self._show(shown)
        self.chrome_changed.emit()

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        found = shown.overview
        if self._view() is None:
            self.current = found.segments[0].id if found.segments else None
        self.strip.set_knots(knots(shown.links, "segments"))
        self.content.setVisible(bool(found.segments))
        self.empty.setVisible(not found.segments)
        writes = self._writes()
        self.empty.new.setEnabled(writes)
        self.list.show_segments(found, self.current, writes)
        self.scores.show_matrix(shown.matrix, writes)
        self._show_current()

    def _show_current(self) -> None:
        view, shown = self._view(), self._shown
        if view is None or shown is None:
            return
        writes = self._writes()
        self.title.set_value(view.name)
        self.title.setEnabled(writes)
        self.said.setText(view.problem or self._sentence(view))
        passed = ntr("{n} customer passes", "{n} customers pass", view.matches, n=formatting.number(view.matches))
        self.filter.set_context(
            passed if view.matches == view.customers else tr("{passed}, {n} count here", passed=passed, n=formatting.number(view.customers))
        )
        self.builder.show_filter(view.tree, shown.choices, writes)
        self.decision.show_decision(view, writes)
        if shown.overview.customers > MANY:
            self.run("following", read_following, self.context.workspace, view.id, on_done=self._show_following)
        else:
            self._show_following(read_following(print, self.context.workspace, view.id))

    @Slot(object)
    def _show_following(self, found: Following) -> None:
        view = self._view()
        if view is not None and self._shown is not None and found.segment == view.id:
            self.follows.show_following(view, found, self._shown.overview.currency, self._writes())

    @staticmethod
    def _sentence(view: SegmentView) -> str:
        return view.sentence[:1].upper() + view.sentence[1:] if view.sentence else tr("Nobody yet: add a condition.")

    def _view(self) -> SegmentView | None:
        return next((view for view in self._shown.overview.segments if view.id == self.current), None) if self._shown else None

    def _writes(self) -> bool:
        return not self.context.workspace.read_only

    # ---- what the user does

    @Slot(object)
    def _choose(self, segment: int) -> None:
        self.decision.leave()
        self.current = segment
        self._show_current()
        self.list.show_place(segment, self._writes())

    @Slot()
    def new_segment(self) -> None:
        """Add a segment with a likely first condition, ready to be named."""
        if not self._writes():
            return
        with self.context.workspace.read() as session:
            offered = choices(session)
        asked = Group("and", (offered.begin(offered.fields()[0]),))
        made = self.change(tr("New segment"), _add, asked)
        if made is not None:
            self._go(made)
            self.content.left.ensureWidgetVisible(self.title)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, segment: int) -> None:
        self.current = segment
        if self._view() is not None and self._shown is not None:
            with quiet(self):
                self._show(self._shown)

    @Slot()
    def remove(self) -> None:
        """Remove the present segment; undo brings it back."""
        view = self._view()
        if view is not None and self._writes():
            self.change(tr("Remove segment {name}", name=view.name), commands.remove, view.id)

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    @Slot(int)
    def _move(self, step: int) -> None:
        view = self._view()
        if view is None or self._shown is None or not self._writes():
            return
        place = self._shown.overview.segments.index(view) + step
        if 0 <= place < len(self._shown.overview.segments):
            self.change(tr("Move segment {name}", name=view.name), commands.move, view.id, place)

    @Slot(object)
    def _rename(self, name: str) -> None:
        view = self._view()
        if view is not None:
            self.change(tr("Rename segment {name}", name=view.name), commands.rename, view.id, name)
            self.title.set_value((self._view() or view).name)

    @Slot(object)
    def _set_filter(self, tree: Group) -> None:
        view = self._view()
        if view is not None and self.change(tr("Filter of {name}", name=view.name), commands.set_filter, view.id, tree) is None:
            self._show_current()

    @Slot(str)
    def _decide(self, decision: str) -> None:
        view = self._view()
        if view is not None:
            self.decision.leave()
            self.change(tr("Decide on {name}", name=view.name), commands.decide, view.id, decision)

    @Slot(str)
    def _reason(self, text: str) -> None:
        view = self._view()
        if view is not None:
            self.change(tr("Why {name}", name=view.name), commands.decide, view.id, view.decision, text)

    @Slot(str)
    def _note(self, text: str) -> None:
        view = self._view()
        if view is not None:
            self.change(tr("Note on {name}", name=view.name), commands.set_note, view.id, text)

    @Slot()
    def _add_criterion(self) -> None:
        if self._shown is not None and self._shown.overview.segments and self._writes():
            self.content.left.ensureWidgetVisible(self.scores)
            self.scoring.add()

    # ---- going

    def arrive(self, segment: int | None = None, **where: Any) -> None:
        """Show a segment."""
        if segment is not None:
            self.decision.leave()
            self._go(segment)
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _to_builder(self, _segment: object) -> None:
        self.content.left.ensureWidgetVisible(self.title)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        if pane != self.name:
            self.context.navigate(pane)

    @Slot(int)
    def _to_customer(self, customer: int) -> None:
        self.context.navigate("customers", customer=customer)

    @Slot()
    def _to_customers(self) -> None:
        if self.current is not None:
            self.context.navigate("customers", segment=self.current)

    @Slot()
    def _to_strategies(self) -> None:
        self.context.navigate("cross_swot")

    @Slot()
    def _add_action(self) -> None:
        if self.current is not None:
            self.context.navigate("action", segment=self.current)

    @Slot(str, object)
    def _follow(self, pane: str, where: dict[str, object]) -> None:
        self.context.navigate(pane, **where)

    @Slot()
    def _to_rules(self) -> None:
        self.context.navigate("tiers", part="rules")


def _add(session: Any, tree: Group) -> int:
    return commands.add(session, tr("New segment"), tree)
