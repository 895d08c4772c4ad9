"""The visit plan: all reps by week, made by the hand plan; visits locked, moved, taken out and marked; what is left out and why."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from views.actions import ActionSpec
from views.context import Context
from views.panes.pane import Pane, quiet
from views.panes.plan_week import WeekGrid
from views.widgets import (
    Button,
    Card,
    Combo,
    EditableCell,
    EmptyState,
    FigureBand,
    FigureTile,
    Hairline,
    Label,
    LineEdit,
    ScrollArea,
    TierSquare,
    row,
)
from workbench import clock, formatting
from workbench.customers.listing import count
from workbench.strings import marked, ntr, tr
from workbench.visits import commands
from workbench.visits.calendar import monday_of
from workbench.visits.cards import VisitCard
from workbench.visits.plan import PlanResult, apply_plan, count_without_log, plan_visits
from workbench.visits.unplanned import Unplanned
from workbench.visits.week import WeekView, week_view
from workbench.visits.why import visit_why
from workbench.workspace import Workspace

EARLIER = ActionSpec("week_before", marked("Week before"), ("Ctrl+Left",), "chevron-left", palette=False)
LATER = ActionSpec("week_after", marked("Week after"), ("Ctrl+Right",), "chevron-right", palette=False)
THIS_WEEK = ActionSpec("this_week", marked("This week"), ("Ctrl+Home",), "calendar", palette=False)
PLAN = ActionSpec("plan_visits", marked("Plan the coming weeks"), ("Ctrl+Return",), "calendar-check", writes=True)
LOCK = ActionSpec("lock_visit", marked("Lock the visit"), ("L",), "lock", writes=True, palette=False)
TAKE_OUT = ActionSpec("take_out_visit", marked("Take the visit out"), ("Del",), "trash-2", writes=True, palette=False)
DONE = ActionSpec("visit_done", marked("Visit done"), ("D",), "check", writes=True, palette=False)
MISSED = ActionSpec("visit_missed", marked("Visit missed"), ("M",), "x", writes=True, palette=False)
SHEETS = ActionSpec("morning_sheets", marked("Morning sheets"), (), "file-text")
MOST_LEFT_OUT = 30
MANY = 5_000
"""From so many customers on, a week is read in a job."""


def _plan_and_apply(report: Callable[..., None], workspace: Workspace, start: date, weeks: int, label: str) -> PlanResult:
    """A job: plan without a lock, then apply as one step."""
    with workspace.read() as session:
        result = plan_visits(session, start, weeks, report)
    with workspace.edit(label) as session:
        apply_plan(session, result)
    return result


class VisitPlanPane(Pane):
    """One week at a time."""

    name = "plan"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._monday = monday_of(clock.today())
        self._week: WeekView | None = None
        self._current: int | None = None
        self._warned = 0
        for spec, slot in (
            (EARLIER, self.earlier),
            (LATER, self.later),
            (THIS_WEEK, self.this_week),
            (PLAN, self.plan),
            (LOCK, self.lock),
            (TAKE_OUT, self.take_out),
            (DONE, self.mark_done),
            (MISSED, self.mark_missed),
        ):
            self.action(spec, slot)
        self._sheets = self.action(SHEETS, self.to_sheets)
        self._pages = QStackedLayout(self)
        week = QWidget()
        self._pages.addWidget(week)
        self.empty_button = Button("", primary=True, key="Ctrl Shift I", tall=True)
        self.empty_button.clicked.connect(self._import)
        self.empty = EmptyState("", "", (self.empty_button,))
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(week)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._make_band())
        line = QHBoxLayout()
        line.setSpacing(14)
        left = ScrollArea()
        self.grid = WeekGrid()
        self.grid.chosen.connect(self._choose)
        self.grid.moved.connect(self._move)
        left.body.addWidget(self.grid)
        self.rule = Label(role="caption", wrap=True)
        left.body.addWidget(self.rule)
        left.body.addStretch(1)
        line.addWidget(left, 1)
        side = ScrollArea()
        side.setFixedWidth(310)
        side.body.addWidget(self._make_visit())
        self.left_card = Card()
        side.body.addWidget(self.left_card)
        side.body.addStretch(1)
        line.addWidget(side)
        column.addLayout(line, 1)

    # ---- building

    def _make_band(self) -> QWidget:
        self.tiles = [FigureTile() for _ in range(5)]
        self.band = FigureBand(self.tiles)
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        self.before, self.now, self.after = Button("‹", small=True), Button("", small=True), Button("›", small=True)
        self.before.clicked.connect(self.earlier)
        self.now.clicked.connect(self.this_week)
        self.after.clicked.connect(self.later)
        self.weeks = Combo([(n, str(n)) for n in (1, 2, 3, 4, 6, 8, 13)], 4)
        self.plan_button = Button("", primary=True)
        self.plan_button.clicked.connect(self.plan)
        inside.addLayout(row(self.before, self.now, self.after, None, spacing=4))
        inside.addLayout(row(self.weeks, self.plan_button, spacing=6))
        self.band.add_end(box)
        return self.band

    def _make_visit(self) -> Card:
        self.visit_card = Card()
        self.visit_tier, self.visit_name = TierSquare(), Label(role="message", elide=True)
        self.visit_time, self.visit_why = Label(role="muted"), Label(wrap=True)
        self.start = EditableCell(kind="time")
        self.start.committed.connect(self._set_time)
        self.topics, self.note = EditableCell(kind="text", empty="…"), LineEdit()
        self.topics.committed.connect(self._set_topics)
        self.lock_button, self.out_button = Button("", small=True, key="L"), Button("", small=True, key="Del")
        self.done_button, self.missed_button, self.unmark_button = (
            Button("", small=True, key="D"),
            Button("", small=True, key="M"),
            Button("", small=True),
        )
        for button, slot in (
            (self.lock_button, self.lock),
            (self.out_button, self.take_out),
            (self.done_button, self.mark_done),
            (self.missed_button, self.mark_missed),
            (self.unmark_button, self.unmark),
        ):
            button.clicked.connect(slot)
        head = row(self.visit_tier, self.visit_name, spacing=8)
        self.visit_card.body.addLayout(head)
        self.visit_card.body.addLayout(row(self.visit_time, self.start, None, spacing=6))
        for widget in (self.topics, self.visit_why, self.note):
            self.visit_card.body.addWidget(widget)
        self.visit_card.body.addLayout(row(self.done_button, self.missed_button, self.unmark_button, None, spacing=6))
        self.visit_card.body.addLayout(row(self.lock_button, self.out_button, None, spacing=6))
        return self.visit_card

    def retranslate(self) -> None:
        self.visit_card.set_heading(tr("This visit"))
        self.left_card.set_heading(tr("Left out"))
        self.before.setAccessibleName(tr("Week before"))
        self.after.setAccessibleName(tr("Week after"))
        self.before.setToolTip(tr("Week before"))
        self.after.setToolTip(tr("Week after"))
        self.now.set_text(tr("This week"))
        self.weeks.setAccessibleName(tr("Weeks to plan"))
        self.weeks.set_options([(n, ntr("{n} week", "{n} weeks", n)) for n in (1, 2, 3, 4, 6, 8, 13)], self.weeks.value() or 4)
        self.plan_button.set_text(tr("Plan"))
        self.topics.set_name(tr("What to discuss"))
        self.start.set_name(tr("Time of the visit"))
        self.empty.title.setText(tr("When do you go to whom?"))
        self.empty.text.setText(
            tr("With your customers and their tiers here, the plan gives every visit that falls due its day and its order.")
        )
        self.empty_button.set_text(tr("Import a list"))
        self.note.setPlaceholderText(tr("What came of it, if you like"))
        self.note.setAccessibleName(tr("Note on the visit"))
        self.out_button.set_text(tr("Take out"))
        self.done_button.set_text(tr("Done"))
        self.missed_button.set_text(tr("Missed"))
        self.unmark_button.set_text(tr("Take the mark back"))

    # ---- drawing

    def subtitle(self) -> str:
        return tr("Week of {day}", day=formatting.day(self._monday))

    def top_buttons(self) -> list[QAction]:
        return [self._sheets]

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            customers = count(session)
        self._pages.setCurrentIndex(0 if customers else 1)
        self.plan_button.setEnabled(not self.context.workspace.read_only)
        if customers > MANY:
            self.run("week", _read_week, self.context.workspace, self._monday, on_done=self._show_if_wanted)
        else:
            self._show_now()

    @Slot(object)
    def _show_if_wanted(self, week: WeekView) -> None:
        """Show a week read in a job, unless the owner has turned the page since."""
        if week.monday == self._monday:
            with quiet(self):
                self._show(week)

    def _show_now(self) -> None:
        with self.context.workspace.read() as session:
            self._show(week_view(session, self._monday))

    def _show(self, week: WeekView) -> None:
        self._week = week
        cards = self._cards()
        if not any(card.id == self._current for card in cards):
            self._current = next((card.id for card in cards if card.day >= clock.today()), cards[0].id if cards else None)
        self.grid.show_week(week, self._current)
        self.rule.setText(f"{week.rule} {week.travel}")
        self.tiles[0].set_figure(tr("Promised visits"), tr("{planned} of {required}", planned=week.planned, required=week.required))
        self.tiles[1].set_figure(tr("Driving"), formatting.duration(week.driving_minutes))
        self.tiles[2].set_figure(tr("Distance"), formatting.distance(week.distance_km))
        self.tiles[3].set_figure(tr("Cadence kept"), formatting.percent(week.cadence_kept / 100))
        low, high = week.loads or (0.0, 0.0)
        least = "" if round(low * 100) == round(high * 100) else f"{formatting.number(low * 100)}–"
        self.tiles[4].set_figure(tr("Load of the reps"), f"{least}{formatting.percent(high)}" if week.loads else "–")
        self._show_visit()
        self._show_left_out(week.left_out)
        self.chrome_changed.emit()

    def _cards(self) -> list[VisitCard]:
        return [card for rep in self._week.reps for cards in rep.days for card in cards] if self._week else []

    def _card(self) -> VisitCard | None:
        return next((card for card in self._cards() if card.id == self._current), None)

    def _show_visit(self) -> None:
        card = self._card()
        self.visit_card.setVisible(card is not None)
        if card is None:
            return
        with self.context.workspace.read() as session:
            why = visit_why(session, card.id)
        self.visit_tier.set_letter(card.tier)
        self.visit_name.setText(card.name)
        self.visit_time.setText(
            tr("{day}, {minutes} from", day=formatting.day_long(card.day), minutes=formatting.duration(card.end - card.start))
        )
        self.start.set_value(card.start)
        self.topics.set_value(card.topics)
        self.visit_why.setText("\n".join(part for part in (why.reason, why.last, why.way, *why.broken) if part) if why else "")
        planned, over = card.status == "planned", card.day <= clock.today()
        writable = not self.context.workspace.read_only
        self.start.setEnabled(planned and writable)
        self.topics.setEnabled(writable)
        self.lock_button.set_text(tr("Unlock") if card.locked else tr("Lock"))
        for widget, shown in (
            (self.lock_button, planned),
            (self.out_button, planned),
            (self.done_button, planned and over),
            (self.missed_button, planned and over),
            (self.note, planned and over),
            (self.unmark_button, not planned),
        ):
            widget.setVisible(shown and writable)

    def _show_left_out(self, left: tuple[Unplanned, ...]) -> None:
        while self.left_card.body.count():
            if (widget := self.left_card.body.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.left_card.set_context(ntr("{n} visit", "{n} visits", len(left)) if left else tr("nobody"))
        if not left:
            self.left_card.body.addWidget(Label(tr("Every visit that falls due this week has its day."), "muted", wrap=True))
        for one in left[:MOST_LEFT_OUT]:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 6, 0, 6)
            column.setSpacing(2)
            column.addLayout(row(TierSquare(one.tier), Label(one.name, "strong"), None, spacing=8))
            column.addWidget(Label(one.sentence, "muted", wrap=True))
            self.left_card.body.addWidget(Hairline())
            self.left_card.body.addWidget(box)

    # ---- acting

    def arrive(self, day: date | None = None, plan: bool = False) -> None:
        if day is not None:
            self._monday, self._current = monday_of(day), None
        self.draw({"visit"})
        self.grid.setFocus()
        if plan:
            self.plan_button.setFocus()

    @Slot(int)
    def _choose(self, visit: int) -> None:
        self._current = visit
        self.note.clear()
        self._show_visit()

    @Slot(int, object, int)
    def _move(self, visit: int, day: date, rep: int) -> None:
        self.banner.clear()
        placed = self.change(tr("Move a visit"), commands.move_visit, visit, day=day, rep_id=rep)
        if placed is not None and placed.broken:
            self.banner.show_message(" ".join(placed.broken), "warn")

    @Slot()
    def plan(self) -> None:
        """Plan the chosen number of weeks from the week shown, or from today; visits without a log are pointed out once before."""
        with self.context.workspace.read() as session:
            missing = count_without_log(session)
        if missing and self._warned != missing:
            self._warned = missing
            words = ntr(
                "{n} past visit has no log: mark it first, or press Plan again and it counts as not made.",
                "{n} past visits have no log: mark them first, or press Plan again and they count as not made.",
                missing,
            )
            self.banner.show_message(words, "warn")
            return
        self._warned = 0
        weeks = int(self.weeks.value() or 4)
        start = max(self._monday, clock.today())
        label = ntr("Plan {n} week of visits", "Plan {n} weeks of visits", weeks)
        self.run(
            "plan", _plan_and_apply, self.context.workspace, start, weeks, label, on_done=self._planned, label=tr("Planning the visits")
        )

    @Slot(object)
    def _planned(self, result: PlanResult) -> None:
        figures = result.figures
        words = tr(
            "{planned} of {required} visits planned until {day}.",
            planned=figures.planned,
            required=figures.required,
            day=formatting.day_short(result.last),
        )
        self.banner.show_message(words, "good")

    def _act(self, label: str, command: Callable[..., Any], *args: Any) -> None:
        if self._current is not None:
            self.banner.clear()
            self.change(label, command, self._current, *args)
            self.note.clear()

    @Slot()
    def lock(self) -> None:
        """Lock the chosen visit, or give it free."""
        if card := self._card():
            self._act(tr("Unlock a visit") if card.locked else tr("Lock a visit"), commands.set_lock, not card.locked)

    @Slot()
    def take_out(self) -> None:
        """Take the chosen visit out of the plan."""
        self._act(tr("Take a visit out"), commands.take_out)

    @Slot()
    def mark_done(self) -> None:
        """The chosen visit took place."""
        self._act(tr("Visit done"), commands.mark_done, self.note.text().strip() or None)

    @Slot()
    def mark_missed(self) -> None:
        """The chosen visit did not take place."""
        self._act(tr("Visit missed"), commands.mark_missed, self.note.text().strip() or None)

    @Slot()
    def unmark(self) -> None:
        """Take the mark of the chosen visit back."""
        self._act(tr("Take the mark back"), commands.unmark)

    @Slot(object)
    def _set_time(self, start: int) -> None:
        if self._current is not None:
            self.banner.clear()
            placed = self.change(tr("Fix the time of a visit"), commands.fix_time, self._current, start)
            if placed is not None and placed.broken:
                self.banner.show_message(" ".join(placed.broken), "warn")

    @Slot(object)
    def _set_topics(self, text: str) -> None:
        self._act(tr("Change what to discuss"), commands.set_topics, text)

    def _turn(self, weeks: int) -> None:
        self._monday += timedelta(days=7 * weeks)
        self._current = None
        self.draw({"visit"})

    @Slot()
    def earlier(self) -> None:
        """One week back."""
        self._turn(-1)

    @Slot()
    def later(self) -> None:
        """One week on."""
        self._turn(1)

    @Slot()
    def this_week(self) -> None:
        """Back to the present week."""
        self._monday, self._current = monday_of(clock.today()), None
        self.draw({"visit"})

    @Slot()
    def _import(self) -> None:
        self.context.navigate("import")

    @Slot()
    def to_sheets(self) -> None:
        """The morning sheets of the chosen visit's day."""
        card = self._card()
        self.context.navigate("documents", document="morning", day=card.day if card else clock.today())


def _read_week(report: Callable[..., None], workspace: Workspace, monday: date) -> WeekView:
    with workspace.read() as session:
        return week_view(session, monday)
