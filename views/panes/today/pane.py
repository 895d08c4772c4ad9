"""Today: what to do now, where the goal stands, this week, today's visits, the red thread and its breaks. Draws `thread.today`."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.base import MONEY_SCALE
from views.actions import ActionSpec
from views.context import Context
from views.panes.pane import Pane
from views.panes.today.health import HealthList
from views.panes.today.visits import TodayVisits
from views.widgets import Button, Card, Chip, Label, Run, ScrollArea, TargetBar, TierSquare, row, strong
from views.widgets.thread_list import ThreadKnot, ThreadList
from workbench import clock, formatting
from workbench.goals import kgi
from workbench.goals.progress import likely, standing
from workbench.strings import marked, ntr, tr
from workbench.thread.breaks import Break
from workbench.thread.today import Today, WeekLine, today
from workbench.visits import commands

DO_NEXT = ActionSpec("do_next", marked("Do the next thing"), ("Ctrl+Return",), "arrow-right")


class TodayPane(Pane):
    """The first pane of a morning."""

    name = "today"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: Today | None = None
        self.action(DO_NEXT, self.do_next)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        left = ScrollArea()
        left.body.addWidget(self._make_next())
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(self._make_goal(), 4)
        pair.addWidget(self._make_week(), 5)
        left.body.addLayout(pair)
        self.visits = TodayVisits(self)
        self.visits.marked_done.connect(self._mark_done)
        self.visits.marked_missed.connect(self._mark_missed)
        self.visits.unmarked.connect(self._unmark)
        self.visits.customer_wanted.connect(self._to_customer)
        self.visits.sheet_wanted.connect(self._to_sheet)
        left.body.addWidget(self.visits)
        left.body.addStretch(1)
        columns.addWidget(left, 1)
        self.side = right = ScrollArea()
        self.thread_card = Card()
        self.knots = ThreadList()
        self.knots.chosen.connect(self._to_pane)
        self.thread_card.body.addWidget(self.knots)
        self.health_card = Card()
        self.health_count = Chip("", "thread")
        self.health_card.add_to_header(self.health_count)
        self.health = HealthList()
        self.health.chosen.connect(self._mend)
        self.health_card.body.addWidget(self.health)
        right.body.addWidget(self.thread_card)
        right.body.addWidget(self.health_card)
        right.body.addStretch(1)
        columns.addWidget(right)
        for area in (left, right):
            area.run_down()

    # ---- building

    def _make_next(self) -> Card:
        self.next_card = Card(edge="thread")
        self.next_title, self.next_why = Label(role="message", wrap=True), Label(role="muted", wrap=True)
        self.next_button = Button("", primary=True, key="Ctrl ↵")
        self.next_button.clicked.connect(self.do_next)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.next_title)
        words.addWidget(self.next_why)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.next_card.body.addLayout(line)
        return self.next_card

    def _make_goal(self) -> Card:
        self.goal_card = Card()
        self.goal_figure, self.goal_of = Label(role="figure"), Label(role="muted", elide=True)
        self.goal_bar = TargetBar(judged=False)
        self.goal_words = Label(role="body", wrap=True)
        self.goal_card.body.addLayout(row(self.goal_figure, self.goal_of, None, spacing=6))
        self.goal_card.body.addWidget(self.goal_bar)
        self.goal_card.body.addWidget(self.goal_words)
        self.goal_card.body.addStretch(1)
        return self.goal_card

    def _make_week(self) -> Card:
        self.week_card = Card()
        self.week_grid = QGridLayout()
        self.week_grid.setContentsMargins(0, 0, 0, 0)
        self.week_grid.setHorizontalSpacing(12)
        self.week_grid.setVerticalSpacing(6)
        self.week_grid.setColumnStretch(1, 1)
        self.week_note = Label(role="caption", wrap=True)
        self._week_shown: tuple[WeekLine, ...] | None = None
        self.week_card.body.addLayout(self.week_grid)
        self.week_card.body.addWidget(self.week_note)
        self.week_card.body.addStretch(1)
        return self.week_card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(372 if self.width() > 1100 else 300)

    def retranslate(self) -> None:
        self.next_card.set_heading(tr("Do next"))
        self.goal_card.set_heading(tr("The goal"))
        self.week_card.set_heading(tr("Visits this week"))
        self.thread_card.set_heading(tr("The red thread"))
        self.health_card.set_heading(tr("Strategy health"))
        self.week_note.setText(tr("Outlined: planned. Solid: done."))
        self._week_shown = None

    # ---- drawing

    def subtitle(self) -> str:
        return formatting.day_long(clock.today())

    def top_buttons(self) -> list[QAction]:
        return []

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self._shown = shown = today(session)
        self.next_title.setText(shown.next.title)
        self.next_why.setText(shown.next.why)
        self.next_button.set_text(shown.next.button)
        self._show_goal(shown)
        self._show_week(shown)
        self.visits.show_day(shown.day, self.context.workspace.read_only)
        loose = sum(link.broken for link in shown.links)
        self.thread_card.set_context(ntr("{n} loose end", "{n} loose ends", loose) if loose else tr("unbroken"))
        self.knots.set_knots([ThreadKnot(x.name, x.note, formatting.number(x.count), x.pane, x.broken) for x in shown.links])
        self.health_card.set_context("" if shown.health else tr("nothing to mend"))
        self.health_count.set_text(formatting.number(len(shown.health)) if shown.health else "")
        self.health.show_breaks(shown.health)

    def _show_goal(self, shown: Today) -> None:
        goal, found = shown.goal, shown.progress
        for widget in (self.goal_figure, self.goal_of, self.goal_bar):
            widget.setVisible(found is not None)
        if goal is None or found is None or goal.metric is None:
            self.goal_card.set_context(tr("a draft"))
            self.goal_words.setText(kgi.missing_sentence(goal) if goal else tr("No plan yet."))
            return
        metric = "revenue" if goal.metric == "growth" else goal.metric
        self.goal_card.set_context(ntr("{n} day left", "{n} days left", found.days_left))
        self.goal_figure.setText(kgi.amount(metric, found.actual, shown.currency))
        self.goal_of.setText(
            tr("of {target} {metric}", target=kgi.amount(metric, found.target, shown.currency), metric=tr(kgi.METRICS[metric]))
        )
        words = standing(goal, found, shown.currency)
        self.goal_bar.set_values(found.actual, found.line, maximum=max(found.target, found.actual, MONEY_SCALE), judged=False, text=words)
        end = likely(goal, found, shown.currency)
        self.goal_words.set_runs([strong(words), *([Run("\n" + tr("Likely to end at"), "muted"), strong(f" {end}")] if end else [])])

    def _show_week(self, shown: Today) -> None:
        self.week_card.set_context(shown.week_note)
        if shown.week == self._week_shown:
            return
        self._week_shown = shown.week
        while self.week_grid.count():
            if (widget := self.week_grid.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, title in ((2, tr("Week")), (3, tr("Last"))):
            self.week_grid.addWidget(Label(title, "caption_strong", tone="muted", align=Qt.AlignmentFlag.AlignRight), 0, column)
        for place, line in enumerate(shown.week, 1):
            self.week_grid.addWidget(_tier_name(line.tier), place, 0)
            most = max(line.planned, 1)
            words = tr("{done} of {planned} visits done, {last} last week", done=line.done, planned=line.planned, last=line.last)
            self.week_grid.addWidget(
                TargetBar(line.done, line.planned or None, line.planned, most * 1.16, judged=False, text=words), place, 1
            )
            count = Label(align=Qt.AlignmentFlag.AlignRight, tabular=True)
            count.set_runs([strong(str(line.done)), Run(f" / {line.planned}", "muted")])
            self.week_grid.addWidget(count, place, 2)
            self.week_grid.addWidget(Label(str(line.last), "muted", align=Qt.AlignmentFlag.AlignRight, tabular=True), place, 3)

    # ---- acting

    @Slot()
    def do_next(self) -> None:
        """Go where the next thing is done."""
        if self._shown:
            self.context.navigate(self._shown.next.pane, **self._shown.next.where)

    @Slot(object)
    def _mend(self, found: Break) -> None:
        self.context.navigate(found.pane, **found.where)

    @Slot(str)
    def _to_pane(self, pane: str) -> None:
        self.context.navigate(pane)

    @Slot(int)
    def _to_customer(self, customer: int) -> None:
        self.context.navigate("customers", customer=customer)

    @Slot()
    def _to_sheet(self) -> None:
        if self._shown:
            self.context.navigate("documents", document="morning", day=self._shown.day.day)

    @Slot(int, object)
    def _mark_done(self, visit: int, note: str | None) -> None:
        self._mark(tr("Visit done"), commands.mark_done, visit, note)

    @Slot(int, object)
    def _mark_missed(self, visit: int, note: str | None) -> None:
        self._mark(tr("Visit missed"), commands.mark_missed, visit, note)

    @Slot(int)
    def _unmark(self, visit: int) -> None:
        self._mark(tr("Take the mark back"), commands.unmark, visit)

    def _mark(self, label: str, command: Any, *args: Any) -> None:
        self.change(label, command, *args)


def _tier_name(tier: str) -> QWidget:
    """ "All visits", or the tier's square."""
    if not tier:
        return Label(tr("All"))
    box = QWidget()
    box.setLayout(row(TierSquare(tier), None, spacing=6))
    return box
