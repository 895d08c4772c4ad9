"""Goals: what by when, is it possible, and what it leads to. Draws `goals.overview`, edits through `goals.kgi`, `months`, `stages` and `ways`."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from views.context import Context
from views.panes.goals.course import CourseCard
from views.panes.goals.funnel import FunnelCard
from views.panes.goals.leads import LeadsCard
from views.panes.goals.months import MonthsCard
from views.panes.goals.possible import PossibleCard
from views.panes.goals.sentence import GoalCard, baseline_spans
from views.panes.pane import EVERYTHING, Pane
from views.panes.thread_knots import knots
from views.theme import current_theme
from views.widgets import ScrollArea, ThreadStrip
from workbench import formatting
from workbench.goals import ground, kgi, months, stages, ways, words
from workbench.goals.overview import GOAL_TABLES, GoalsOverview, overview
from workbench.goals.split import SPLITS
from workbench.strings import marked, tr

SIDE, NARROW_SIDE, WIDE_FROM = 376, 344, 1120
OWN = frozenset({"kgi"})
SPLIT_LABELS = {
    "even": marked("Split the goal evenly"),
    "season": marked("Split by last year’s seasonality"),
    "hand": marked("Split by hand"),
}
STAGE_LABELS = {
    "add": marked("Add a stage"),
    "up": marked("Move a stage"),
    "down": marked("Move a stage"),
    "remove": marked("Remove a stage"),
}


class GoalsPane(Pane):
    """The goal as a sentence, its months, the funnel that leads to it, and whether the hours suffice."""

    name = "goals"
    thread_knot = "goal"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: GoalsOverview | None = None
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._go)
        self.goal_card, self.months_card, self.funnel_card, self.course_card = GoalCard(), MonthsCard(), FunnelCard(), CourseCard()
        self.possible_card, self.leads_card = PossibleCard(), LeadsCard()
        self.goal_card.changed.connect(self._set_part)
        self.months_card.split_chosen.connect(self._set_split)
        self.months_card.month_set.connect(self._set_month)
        self.months_card.month_fixed.connect(self._fix_month)
        self.months_card.reason_given.connect(self._give_reason)
        self.funnel_card.asked.connect(self._change_stage)
        self.funnel_card.renamed.connect(self._rename_stage)
        self.funnel_card.rate_set.connect(self._set_rate)
        self.funnel_card.share_set.connect(self._set_share)
        self.possible_card.taken.connect(self._take)
        self.possible_card.plan_wanted.connect(self._to_plan)
        self.possible_card.company_wanted.connect(self._to_company)
        self.leads_card.wanted.connect(self._go)
        left, right = ScrollArea(), ScrollArea()
        for card in (self.goal_card, self.months_card, self.funnel_card, self.course_card):
            left.body.addWidget(card)
        for card in (self.possible_card, self.leads_card):
            right.body.addWidget(card)
        for area in (left, right):
            area.body.addStretch(1)
            area.run_down()
        self._right = right
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(left, 1)
        columns.addWidget(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.strip)
        whole.addLayout(columns, 1)

    def retranslate(self) -> None:
        for card in (self.goal_card, self.months_card, self.funnel_card, self.course_card, self.possible_card, self.leads_card):
            card.retranslate()

    # ---- drawing

    def subtitle(self) -> str:
        goal = self._shown and self._shown.goal
        return formatting.period(goal.first, goal.last) if goal else ""

    def refresh(self, changed: set[str]) -> None:
        own = changed is not EVERYTHING and changed <= GOAL_TABLES
        with self.context.workspace.read() as session:
            self._shown = shown = overview(session, self._shown if own else None)
        writes = not self.context.workspace.read_only
        goal, found = shown.goal, shown.progress
        self.strip.set_knots(knots(shown.links, "goal"))
        self.possible_card.show_load(shown, writes)
        self.leads_card.show_leads(shown.ground.leads_to)
        for card in (self.months_card, self.course_card):
            card.setVisible(found is not None)
        self.funnel_card.setVisible(shown.funnel is not None)
        self.goal_card.setVisible(goal is not None)
        self._show_chip()
        if goal is None:
            return
        self.goal_card.show_goal(goal, shown.currency)
        if found is not None:
            self.months_card.show_months(goal, found, shown.currency, writes)
            self.course_card.show_course(shown, found)
        if shown.funnel is not None:
            self.funnel_card.show_funnel(shown, writes)

    def _show_chip(self) -> None:
        """Where the goal stands, as far as there is room."""
        goal, found = (self._shown.goal, self._shown.progress) if self._shown else (None, None)
        if goal is None or found is None or self._shown is None:
            self.strip.set_chip("")
            return
        late = found.actual < 0.8 * found.line
        said = words.standing_words(goal, found, self._shown.currency, ends=self.width() >= WIDE_FROM)
        self.strip.set_chip(said, "thread" if late else "good" if found.ahead >= 0 else "warn")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._right.setFixedWidth(current_theme().px(SIDE if self.width() >= WIDE_FROM else NARROW_SIDE))
        self._show_chip()

    # ---- editing

    def _edit(self, label: str, command: Callable[..., Any], *args: Any, merge: str | None = None, tables: frozenset[str] = OWN) -> None:
        goal = self._shown and self._shown.goal
        if goal is not None:
            self.banner.clear()
            self.change(label, command, goal.id, *args, merge=merge)
            self.draw(set(tables))

    @Slot(str, object)
    def _set_part(self, part: str, value: Any) -> None:
        goal = self._shown and self._shown.goal
        if goal is None:
            return
        if part in ("company", "marketing"):
            self.change(tr("Change a direction"), kgi.set_direction, goal.plan_id, part, value)
        elif part == "target":
            self._edit(tr("Change the goal's number"), kgi.set_target, value)
        elif part == "metric":
            self._edit(tr("Change what the goal counts"), kgi.set_metric, value)
        elif part == "deadline":
            self._edit(tr("Change the deadline"), kgi.set_deadline, value)
        elif part == "baseline":
            span = baseline_spans(goal.first, goal.last)[0] if goal.baseline_first is None else (None, None)
            self._edit(tr("Change the baseline"), kgi.set_baseline, value, *span)
        else:
            self._edit(tr("Change the period of the baseline"), kgi.set_baseline_period, *value)

    @Slot(object)
    def _set_split(self, mode: str) -> None:
        if mode in SPLITS:
            self._edit(tr(SPLIT_LABELS[mode]), months.set_split, mode, merge="months")

    @Slot(int, object)
    def _set_month(self, place: int, target: int) -> None:
        if self._shown is not None and self._shown.progress is not None:
            month = self._shown.progress.months[place].first
            self._edit(tr("Change {month}", month=formatting.month_long(month)), months.set_month, month, target, merge=f"month {month}")

    @Slot(int, bool)
    def _fix_month(self, place: int, fixed: bool) -> None:
        if self._shown is not None and self._shown.progress is not None:
            month = self._shown.progress.months[place].first
            name = formatting.month_long(month)
            self._edit(tr("Fix {month}", month=name) if fixed else tr("Let {month} move", month=name), months.fix_month, month, fixed)

    @Slot(int, str)
    def _give_reason(self, change: int, text: str) -> None:
        found = self._shown and self._shown.progress
        if not found:
            return
        month = next((m.first for m in found.months if any(was.id == change for was in m.was)), None)
        self.change(tr("Say why a month changed"), months.set_reason, change, text, merge=f"month {month}")
        self.draw({"kgi"})

    @Slot(int, str)
    def _change_stage(self, place: int, what: str) -> None:
        label = tr(STAGE_LABELS[what])
        if what == "add":
            self._edit(label, stages.add_stage, place)
        elif what == "remove":
            self._edit(label, stages.remove_stage, place)
        else:
            self._edit(label, stages.move_stage, place, place - 1 if what == "up" else place + 1)

    @Slot(int, str)
    def _rename_stage(self, place: int, name: str) -> None:
        self._edit(tr("Rename a stage"), stages.rename_stage, place, name)

    @Slot(int, object)
    def _set_rate(self, place: int, rate: float | None) -> None:
        if place >= 0:
            self._edit(tr("Change a rate") if rate is not None else tr("Count a rate from the file"), stages.set_rate, place, rate)

    @Slot(int, object)
    def _set_share(self, rep_id: int, percent: float | None) -> None:
        if percent is None:
            self._edit(tr("Share by field hours"), stages.share_by_hours)
        else:
            self._edit(tr("Change a rep's share"), stages.set_share, rep_id, percent)

    @Slot(object)
    def _take(self, way: ways.Way) -> None:
        self._edit(words.way_title(way), ways.take, way, tables=ground.TABLES)

    # ---- going on

    def arrive(self, part: str = "", **where: Any) -> None:
        """`part` is "funnel" for its rates, or "possible" for the ways to close what is over."""
        wanted = {"funnel": self.funnel_card.first_rate(), "possible": self.possible_card.first_way()}.get(part)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_plan(self) -> None:
        self.context.navigate("plan")

    @Slot()
    def _to_company(self) -> None:
        self.context.navigate("company")

    @Slot(object)
    @Slot(str)
    def _go(self, pane: str) -> None:
        if pane and pane != self.name:
            self.context.navigate(pane)
