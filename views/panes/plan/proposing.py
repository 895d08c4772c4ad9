"""A plan in the making: the hand plan at once, then what a process of its own finds. Nothing is saved before the owner says so."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from views.settings import PLAN_SECONDS
from workbench.errors import WorkbenchError
from workbench.strings import ntr, tr
from workbench.visits.background import DONE, PREPARING, SEARCHING, News, Search, SearchEnded, SearchTask, Warming
from workbench.visits.plan import PlanOutdated, PlanResult, apply_plan
from workbench.visits.proposal import Proposal, propose
from workbench.visits.search.warm import is_warm
from workbench.visits.weights import plan_weights
from workbench.workspace import Workspace

if TYPE_CHECKING:
    from views.panes.pane import Pane

IDLE, READING, READY, SAVING = "", "reading", "ready", "saving"
BEAT_MS = 100
MEND_SECONDS = 5


class Proposing(QObject):
    """`state` is IDLE, READING (hand plan in the making), PREPARING, SEARCHING, READY (waits for the owner) or SAVING; `trouble` says why
    a search broke off. `changed` after each news, `saved(result)` once the plan is in the file. With `iterations` so many steps are
    searched whatever time they take: the same plan every time."""

    changed = Signal()
    saved = Signal(object)

    def __init__(self, pane: "Pane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._search: Search | None = None
        self._warming: Warming | None = None
        self._asked: tuple[date, int] = (date.min, 0)
        self.state, self.fraction, self.trouble, self.mends = IDLE, 0.0, "", False
        self.proposal: Proposal | None = None
        self.iterations: int | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._listen)
        pane.context.jobs.closing.connect(self._close)

    @property
    def active(self) -> bool:
        """Whether a plan is in the making or waits: the week cannot be changed by hand meanwhile."""
        return self.state != IDLE

    @property
    def shown(self) -> Proposal | None:
        """What is drawn over the week; while a plan is mended, nothing before it is found."""
        return None if self.mends and self.state != READY and self.state != SAVING else self.proposal

    def warm_up(self) -> None:
        """Let the search be compiled in the background where it is not; done once."""
        if self._warming is None and not self._pane.context.workspace.read_only and not is_warm():
            self._warming = Warming()
            try:
                self._warming.start()
            except OSError:
                self._warming = None

    def begin(self, start: date, weeks: int, mends: bool = False) -> None:
        """Plan so many weeks, or mend the plan that stands in them with as few moves as can be."""
        self._give_up()
        self._asked, self.mends = (start, weeks), mends
        self.state, self.fraction, self.trouble, self.proposal = READING, 0.0, "", None
        self._search = Search()
        seconds = MEND_SECONDS if mends else self._pane.context.settings.get(PLAN_SECONDS)
        how = (seconds, None) if self.iterations is None else (None, self.iterations)
        args = self._pane.context.workspace, self._search, start, weeks, how, mends
        self._pane.run("propose", _begin, *args, on_done=self._begun, on_error=self._failed)
        self.changed.emit()

    @Slot()
    def again(self) -> None:
        """The same weeks anew."""
        self.begin(*self._asked, self.mends)

    def accept(self) -> None:
        """Good enough: save what has been found as one step."""
        if self.proposal is None or self.state == SAVING or self.shown is None:
            return
        if self._search is not None and (news := self._search.stop()) is not None:
            self._take(news)
        self._give_up()
        self.state = SAVING
        weeks = self._asked[1]
        if self.mends:
            label = ntr("Mend the plan of {n} week", "Mend the plan of {n} weeks", weeks)
        else:
            label = ntr("Plan {n} week of visits", "Plan {n} weeks of visits", weeks)
        args = self._pane.context.workspace, label, self.proposal.result
        self._pane.run("plan", _apply, *args, on_done=self._applied, on_error=self._not_saved, label=tr("Saving the plan"))
        self.changed.emit()

    def cancel(self) -> None:
        """Nothing changed."""
        self._give_up()
        self.state, self.proposal = IDLE, None
        self.changed.emit()

    # ---- news

    @Slot(object)
    def _begun(self, made: tuple[Search, Proposal, SearchEnded | None]) -> None:
        search, proposal, broken = made
        if search is not self._search:
            return
        self.proposal, self.state = proposal, SEARCHING
        if broken is not None:
            self._broke(broken)
        else:
            self._beat.start()
        self.changed.emit()

    @Slot()
    def _listen(self) -> None:
        try:
            news = self._search.news() if self._search is not None else None
        except SearchEnded as error:
            self._broke(error)
            self.changed.emit()
            return
        if news is not None:
            self._take(news)
            self.changed.emit()

    def _take(self, news: News) -> None:
        self.fraction = news.fraction
        if news.plan is not None and news.quality is not None and self.proposal is not None:
            self.proposal = self.proposal.with_plan(news.plan, news.quality)
        self.state = {PREPARING: PREPARING, DONE: READY}.get(news.state, SEARCHING)
        if self.state == READY:
            self._give_up()

    def _broke(self, error: SearchEnded) -> None:
        self._give_up()
        if self.mends:
            self.state, self.proposal = IDLE, None
            self._pane.show_error(error)
        else:
            self.state, self.trouble = READY, f"{error.what} {error.remedy}"

    @Slot(object)
    def _failed(self, error: WorkbenchError) -> None:
        self._pane.show_error(error)
        self.cancel()

    @Slot(object)
    def _applied(self, result: PlanResult) -> None:
        self.state, self.proposal = IDLE, None
        self.changed.emit()
        self.saved.emit(result)

    @Slot(object)
    def _not_saved(self, error: WorkbenchError) -> None:
        self.state = READY
        if isinstance(error, PlanOutdated):
            self._pane.banner.show_error(error, tr("Plan again"), self._plan_again)
        else:
            self._pane.show_error(error)
        self.changed.emit()

    def _plan_again(self) -> None:
        self._pane.banner.clear()
        self.again()

    # ---- the end

    def _give_up(self) -> None:
        self._beat.stop()
        search, self._search = self._search, None
        if search is not None:
            search.cancel()

    @Slot()
    def _close(self) -> None:
        """The file closes: no process outlives it."""
        self._give_up()
        if self._warming is not None:
            self._warming.cancel()


def _begin(
    report: Callable[..., None],
    workspace: Workspace,
    search: Search,
    start: date,
    weeks: int,
    how: tuple[int | None, int | None],
    mends: bool,
) -> tuple[Search, Proposal, SearchEnded | None]:
    """A job: the child gets ready while the hand plan is made here, and receives the task."""
    try:
        search.start()
        with workspace.read() as session:
            proposal, weights = propose(session, start, weeks), plan_weights(session)
    except SearchEnded as error:
        with workspace.read() as session:
            return search, propose(session, start, weeks), error
    report(0.5)
    try:
        search.give(SearchTask(proposal.result.problem, weights, *how, standing=proposal.loose() if mends else None))
    except SearchEnded as error:
        return search, proposal, error
    return search, proposal, None


def _apply(report: Callable[..., None], workspace: Workspace, label: str, result: PlanResult) -> PlanResult:
    """A job: the plan as one undo step."""
    with workspace.edit(label) as session:
        apply_plan(session, result)
    return result
