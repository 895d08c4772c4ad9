"""The visit plan: all reps by week, made by the hand plan; visits locked, moved, added, taken out and marked; what is left out and why."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedLayout

from views.context import Context
from views.panes.pane import Pane, quiet
from views.panes.plan.actions import (
    ACTION_PLAN,
    ADD,
    ASK,
    DONE,
    EARLIER,
    LATER,
    LOCK,
    MISSED,
    PLAN,
    SHEETS,
    TAKE_OUT,
    THIS_WEEK,
    plan_and_apply,
    read_week,
)
from views.panes.plan.carry import Carried
from views.panes.plan.holding import add_holds
from views.panes.plan.page import WeekPage
from views.widgets import Button, EmptyState
from workbench import clock, formatting
from workbench.customers.listing import count
from workbench.strings import ntr, tr
from workbench.thread.around import NOTHING, VISIT, around
from workbench.visits import commands
from workbench.visits.calendar import monday_of
from workbench.visits.cards import VisitCard
from workbench.visits.commands import Placed
from workbench.visits.extra import asked_visits
from workbench.visits.plan import PlanResult, count_without_log
from workbench.visits.unplanned import Unplanned
from workbench.visits.week import WeekView, week_view
from workbench.visits.why import visit_why

MANY = 5_000
"""From so many customers on, a week is read in a job."""


class VisitPlanPane(Pane):
    """One week at a time."""

    name = "plan"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._monday = monday_of(clock.today())
        self._week: WeekView | None = None
        self._current: int | None = None
        self._warned = 0
        self._told: tuple[Placed, str] | None = None
        self._planned_told: tuple[str | None, str] | None = None
        self._reveal = False
        for spec, slot in ((EARLIER, self.earlier), (LATER, self.later), (THIS_WEEK, self.this_week), (PLAN, self.plan)):
            self.action(spec, slot)
        self._add = self.action(ADD, self.add)
        self._ask_visit = self.action(ASK, self.ask)
        self._of_visit = [
            self.action(spec, slot)
            for spec, slot in ((DONE, self.mark_done), (MISSED, self.mark_missed), (LOCK, self.lock), (TAKE_OUT, self.take_out))
        ]
        self._sheets = self.action(SHEETS, self.to_sheets)
        self.action(ACTION_PLAN, self.to_action_plan)
        self._pages = QStackedLayout(self)
        self.page = WeekPage(self)
        self.grid, self.band, self.landing = self.page.grid, self.page.band, self.page.landing
        self.visit_part, self.left_card = self.page.visit_part, self.page.left_card
        self._pages.addWidget(self.page)
        self.empty_button = Button("", primary=True, key="Ctrl Shift I", tall=True)
        self.empty = EmptyState("", "", (self.empty_button,))
        self._pages.addWidget(self.empty)
        self._connect()

    def _connect(self) -> None:
        self.grid.chosen.connect(self._choose)
        self.page.map.opened.connect(self._open_customer)
        self.grid.moved.connect(self._move)
        self.grid.opened.connect(self._open_customer)
        self.grid.asked.connect(self._ask)
        self.grid.menu_wanted.connect(self._open_menu)
        self.left_card.taken.connect(self._take)
        self.left_card.another.connect(self._another_day)
        self.left_card.mended.connect(self._mend)
        self.landing.landed.connect(self._land)
        for button, slot in (
            (self.band.before, self.earlier),
            (self.band.now, self.this_week),
            (self.band.after, self.later),
            (self.band.plan_button, self.plan),
            (self.band.document, self.to_action_plan),
            (self.empty_button, self._import),
        ):
            button.clicked.connect(slot)

    def retranslate(self) -> None:
        self.band.retranslate()
        self.visit_part.retranslate()
        self.empty.title.setText(tr("When do you go to whom?"))
        self.empty.text.setText(
            tr("With your customers and their tiers here, the plan gives every visit that falls due its day and its order.")
        )
        self.empty_button.set_text(tr("Import a list"))

    # ---- drawing

    def subtitle(self) -> str:
        return tr("Week of {day}", day=formatting.day(self._monday))

    def top_buttons(self) -> list[QAction]:
        return [self._add, self._sheets]

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            customers = count(session)
        self._pages.setCurrentIndex(0 if customers else 1)
        self.band.plan_button.setEnabled(not self.context.workspace.read_only)
        self.grid.carrier.enabled = not self.context.workspace.read_only
        if customers > MANY:
            self.run("week", read_week, self.context.workspace, self._monday, on_done=self._show_if_wanted)
        else:
            with self.context.workspace.read() as session:
                self._show(week_view(session, self._monday))

    @Slot(object)
    def _show_if_wanted(self, week: WeekView) -> None:
        """Show a week read in a job, unless the owner has turned the page since."""
        if week.monday == self._monday:
            with quiet(self):
                self._show(week)

    def _show(self, week: WeekView) -> None:
        self._week = week
        self.landing.give_up()
        cards = self._cards()
        if not any(card.id == self._current for card in cards):
            self._current = next((card.id for card in cards if card.day >= clock.today()), cards[0].id if cards else None)
        self._forget_told(cards)
        self._forget_planned()
        self.grid.show_week(week, self._current)
        self.page.rule.setText(f"{week.rule} {week.travel}")
        self.band.show_week(week)
        self._show_visit()
        with self.context.workspace.read() as session:
            self.page.asked_card.show_asked(asked_visits(session), not self.context.workspace.read_only)
        self.left_card.show_left_out(week.left_out, week.required, not self.context.workspace.read_only)
        self.page.map.show_week(week, self._current)
        if self._reveal:
            self._reveal = False
            self.page.reveal(self._current)
        self.chrome_changed.emit()

    def _cards(self) -> list[VisitCard]:
        return [card for rep in self._week.reps for cards in rep.days for card in cards] if self._week else []

    def _card(self) -> VisitCard | None:
        return next((card for card in self._cards() if card.id == self._current), None)

    def _show_visit(self) -> None:
        card, why, found = self._card(), None, NOTHING
        if card is not None:
            with self.context.workspace.read() as session:
                why, found = visit_why(session, card.id), around(session, VISIT, card.id)
        self.visit_part.show_visit(card, why, found, not self.context.workspace.read_only)

    # ---- going places

    def arrive(self, day: date | None = None, plan: bool = False, visit: int | None = None) -> None:
        if day is not None:
            self._monday, self._current = monday_of(day), visit
        self._reveal = True
        self.draw({"visit"})
        (self.band.plan_button if plan else self.grid).setFocus()

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
        self._turn((monday_of(clock.today()) - self._monday).days // 7)

    def _turn(self, weeks: int) -> None:
        self._monday += timedelta(days=7 * weeks)
        self._current = None
        self.banner.clear()
        self.draw({"visit"})

    @Slot(int)
    def _choose(self, visit: int) -> None:
        self._current = visit
        with quiet(self):
            self._show_visit()
        self.page.map.tell(visit)
        self.page.reveal(self._current)

    @Slot(int)
    def _open_customer(self, customer: int) -> None:
        self.context.navigate("customers", customer=customer)

    @Slot(object)
    def _mend(self, one: Unplanned) -> None:
        self._open_customer(one.customer_id)

    @Slot()
    def to_sheets(self) -> None:
        """The morning sheets of the chosen visit's day."""
        card = self._card()
        self.context.navigate("documents", document="morning", day=card.day if card else clock.today())

    @Slot()
    def to_action_plan(self) -> None:
        """The action plan of the weeks that are planned from here, from today in the present one."""
        day = max(self._monday, clock.today()) if self._monday >= monday_of(clock.today()) else self._monday
        self.context.navigate("documents", document="action-plan", day=day, weeks=self.band.weeks.value())

    @Slot()
    def _import(self) -> None:
        self.context.navigate("import")

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._of_visit)
        add_holds(menu, self._card(), self.hold, self._ask_visit)
        menu.popup(place)

    # ---- putting visits somewhere

    @Slot()
    def add(self) -> None:
        """Ask for a visit to be added, on the day and for the rep of the chosen one."""
        card = self._card()
        day = card.day if card and card.day >= clock.today() else max(self._monday, clock.today())
        self.context.navigate("add_visit", day=day, show=True)

    @Slot(object, int)
    def _ask(self, day: date, rep: int) -> None:
        if not self.context.workspace.read_only:
            self.context.navigate("add_visit", day=day, rep=rep, show=True)

    @Slot(object)
    def _another_day(self, one: Unplanned) -> None:
        self.context.navigate("add_visit", customer=one.customer_id, day=max(self._monday, clock.today()), rep=one.rep_id, show=True)

    @Slot(object)
    def _take(self, one: Unplanned) -> None:
        """Put one that is left out where it fits."""
        assert one.day is not None
        self._put(one.customer_id, one.name, one.day, one.rep_id, one.start)

    def _put(self, customer: int, name: str, day: date, rep: int | None, start: int | None = None) -> None:
        self.placed(self.change(tr("Add a visit to {name}", name=name), commands.add_visit, customer, day, start, rep))

    @Slot(object, object, int)
    def _land(self, what: Carried, day: date, rep: int) -> None:
        """What was carried with the mouse was put down on a day of a rep."""
        if what.visit is None:
            self._put(what.customer, what.name, day, rep)
            return
        card = next((card for card in self._cards() if card.id == what.visit), None)
        if card is not None and (card.day, card.rep_id) != (day, rep):
            self._move(what.visit, day, rep)

    @Slot(int, object, int)
    def _move(self, visit: int, day: date, rep: int) -> None:
        if not self.context.workspace.read_only:
            self.placed(self.change(tr("Move a visit"), commands.move_visit, visit, day=day, rep_id=rep))

    def placed(self, placed: Placed | None) -> None:
        """Follow a visit to where it is now, and say which rules it breaks there. None: it was refused, and the banner says why."""
        if placed is None:
            return
        self._monday, self._current, self._reveal = monday_of(placed.day), placed.visit_id, True
        self.grid.setFocus()
        if placed.broken:
            self._told = placed, " ".join(placed.broken)
            self.banner.show_message(self._told[1], "warn", action=tr("Take it back"), on_action=self._take_back)

    def _forget_told(self, cards: list[VisitCard]) -> None:
        """Take the message on broken rules away once its visit is gone or elsewhere."""
        if self._told is None:
            return
        placed, words = self._told
        there = (placed.visit_id, placed.day, placed.start, placed.rep_id)
        if there not in [(card.id, card.day, card.start, card.rep_id) for card in cards]:
            self._told = None
            if self.banner.text() == words:
                self.banner.clear()

    def _forget_planned(self) -> None:
        """Take the message on a plan away once another step was done, or the plan was taken back."""
        if self._planned_told is not None and self.context.workspace.next_labels()[0] != self._planned_told[0]:
            if self.banner.text() == self._planned_told[1]:
                self.banner.clear()
            self._planned_told = None

    def _take_back(self) -> None:
        with self.banner.shows_errors():
            self.context.workspace.undo()

    # ---- the chosen visit

    def _act(self, label: str, command: Callable[..., Any], *args: Any) -> None:
        if self._current is not None:
            self.change(label, command, self._current, *args)

    @Slot()
    def lock(self) -> None:
        """Lock the chosen visit, or give it free."""
        if card := self._card():
            self._act(tr("Unlock a visit") if card.locked else tr("Lock a visit"), commands.set_lock, not card.locked)

    @Slot(object)
    def hold(self, hold: str) -> None:
        """Lock the chosen visit by its time, its day or its week."""
        self._act(tr("Lock a visit"), commands.set_hold, hold)

    @Slot()
    def ask(self) -> None:
        """Ask for a visit to the customer of the chosen one, or to another."""
        card = self._card()
        self.context.navigate("ask_visit", **({"customer": card.customer_id} if card else {}))

    @Slot()
    def take_out(self) -> None:
        """Take the chosen visit out of the plan; the one after it is chosen."""
        cards = self._cards()
        here = next((place for place, card in enumerate(cards) if card.id == self._current), None)
        if here is None:
            return
        self._act(tr("Take a visit out"), commands.take_out)
        if not self.banner.text():
            near = cards[here + 1 : here + 2] or cards[here - 1 : here]
            self._current = near[0].id if near else None

    @Slot()
    def mark_done(self) -> None:
        """The chosen visit took place."""
        self._mark(tr("Visit done"), commands.mark_done)

    @Slot()
    def mark_missed(self) -> None:
        """The chosen visit did not take place."""
        self._mark(tr("Visit missed"), commands.mark_missed)

    def _mark(self, label: str, command: Callable[..., Any]) -> None:
        self._act(label, command, self.visit_part.note_typed())
        if not self.banner.text():
            self.visit_part.forget_note()

    @Slot()
    def unmark(self) -> None:
        """Take the mark of the chosen visit back."""
        self._act(tr("Take the mark back"), commands.unmark)

    # ---- planning

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
        weeks, start = self.band.weeks.value(), max(self._monday, clock.today())
        label = ntr("Plan {n} week of visits", "Plan {n} weeks of visits", weeks)
        self.run(
            "plan", plan_and_apply, self.context.workspace, start, weeks, label, on_done=self._planned, label=tr("Planning the visits")
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
        if any(out.code == "no_rep" for out in result.plan.left_out):
            self.banner.show_message(words, "good", action=tr("Customers without a rep"), on_action=self._without_rep)
        else:
            self.banner.show_message(words, "good")
        self._planned_told = self.context.workspace.next_labels()[0], words

    def _without_rep(self) -> None:
        self.context.navigate("customers", rep=0)
