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
    CANCEL,
    DONE,
    EARLIER,
    LATER,
    LOCK,
    MEND,
    MISSED,
    PLAN,
    SHEETS,
    TAKE_OUT,
    THIS_WEEK,
    read_week,
)
from views.panes.plan.broken import BrokenTold
from views.panes.plan.carry import Carried
from views.panes.plan.holding import add_holds
from views.panes.plan.page import WeekPage
from views.panes.plan.planning import Planning
from views.widgets import Button, EmptyState
from workbench import clock, formatting
from workbench.customers.listing import count
from workbench.strings import tr
from workbench.thread.around import NOTHING, VISIT, around
from workbench.visits import commands
from workbench.visits.calendar import monday_of
from workbench.visits.cards import VisitCard
from workbench.visits.commands import Placed
from workbench.visits.extra import asked_visits
from workbench.visits.moves import Slot as When
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
        self._base: WeekView | None = None
        self._current: int | None = None
        self._broken = BrokenTold(self)
        self._reveal = False
        for spec, slot in ((EARLIER, self.earlier), (LATER, self.later), (THIS_WEEK, self.this_week)):
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
        self.planning = Planning(self)
        self.action(PLAN, self.planning.plan)
        self._mend_plan, self._cancel = self.action(MEND, self.planning.mend), self.action(CANCEL, self.planning.cancel)
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
            (self.band.plan_button, self.planning.plan),
            (self.band.mend_button, self.planning.mend),
            (self.band.document, self.to_action_plan),
            (self.empty_button, self._import),
        ):
            button.clicked.connect(slot)

    def retranslate(self) -> None:
        self.band.retranslate()
        self.planning.retranslate()
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
        self.planning.proposing.warm_up()
        self._allow()
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
        self._base = week
        self.landing.give_up()
        self._draw_grid()
        self.page.map.show_week(self._week, self._current)
        self._broken.forget(self._cards())
        self.planning.forget_saved()
        self.page.rule.setText(f"{week.rule} {week.travel}")
        self._show_visit()
        with self.context.workspace.read() as session:
            self.page.asked_card.show_asked(asked_visits(session), self._free)
        self.left_card.show_left_out(*self.planning.left_out(week), self._free)
        if self._reveal:
            self._reveal = False
            self.page.reveal(self._current)
        self.chrome_changed.emit()

    def _draw_grid(self) -> None:
        """The week with the plan in the making over it, and its figures."""
        assert self._base is not None
        self._week, fresh = self.planning.over(self._base)
        cards = self._cards()
        if not any(card.id == self._current for card in cards):
            self._current = next((card.id for card in cards if card.day >= clock.today()), cards[0].id if cards else None)
        self.grid.show_week(self._week, self._current, fresh)
        self.planning.show_figures(self._week)

    def hold_still(self) -> None:
        """A plan is asked for: nothing is changed by hand from now on."""
        self._allow()
        self.visit_part.hide()

    def show_again(self, whole: bool) -> None:
        """The plan in the making has changed: the week anew, and with `whole` all that stands around it."""
        self._allow()
        if self._base is None:
            return
        if whole:
            self._show(self._base)
        else:
            self._draw_grid()

    @property
    def _free(self) -> bool:
        """Whether visits can be changed by hand: not in a file opened to look at, nor while a plan is in the making."""
        return not self.context.workspace.read_only and not self.planning.active

    def _allow(self) -> None:
        free = self._free
        for action in (*self._of_visit, self._add, self._ask_visit, self._mend_plan):
            action.setEnabled(free)
        for button in (self.band.plan_button, self.band.mend_button):
            button.setEnabled(free)
        self._cancel.setEnabled(self.planning.active)
        self.grid.carrier.enabled = free

    def _cards(self) -> list[VisitCard]:
        return [card for rep in self._week.reps for cards in rep.days for card in cards] if self._week else []

    def _card(self) -> VisitCard | None:
        return next((card for card in self._cards() if card.id == self._current), None)

    def _show_visit(self) -> None:
        card, why, found = self._card(), None, NOTHING
        if self.planning.active:
            card = None
        if card is not None:
            with self.context.workspace.read() as session:
                why, found = visit_why(session, card.id), around(session, VISIT, card.id)
        self.visit_part.show_visit(card, why, found, not self.context.workspace.read_only)

    # ---- going places

    @property
    def monday(self) -> date:
        """The Monday of the week shown."""
        return self._monday

    def look_at(self, monday: date, customer: int, when: When) -> None:
        """Turn to a week and choose the customer's visit there, if the plan shown has it."""
        if monday != self._monday:
            self._turn((monday - self._monday).days // 7)
        spot = (customer, when.day, when.start)
        found = next((card.id for card in self._cards() if (card.customer_id, card.day, card.start) == spot), None)
        if found is not None:
            self.grid.choose(found)

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
        if not self.planning.active:
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
        if self._free:
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
        if not self._free:
            return
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
        if self._free:
            self.placed(self.change(tr("Move a visit"), commands.move_visit, visit, day=day, rep_id=rep))

    def placed(self, placed: Placed | None) -> None:
        """Follow a visit to where it is now, and say which rules it breaks there. None: it was refused, and the banner says why."""
        if placed is None:
            return
        self._monday, self._current, self._reveal = monday_of(placed.day), placed.visit_id, True
        self.grid.setFocus()
        self._broken.tell(placed)

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
