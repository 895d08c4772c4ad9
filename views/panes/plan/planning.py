"""Planning in the visit plan: asks for a plan, shows it over the week with what it is worth and what it would change, and saves it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from views.panes.pane import quiet
from views.panes.plan.comparison import ComparisonCard
from views.panes.plan.moves_card import MovesCard
from views.panes.plan.proposal_band import ProposalBand
from views.panes.plan.proposing import READING, READY, SAVING, Proposing
from workbench import clock, formatting
from workbench.strings import ntr, tr
from workbench.visits.calendar import monday_of
from workbench.visits.moves import Move
from workbench.visits.plan import PlanResult, count_without_log
from workbench.visits.proposal import Proposal, proposed_left_out, proposed_week
from workbench.visits.quality import compared
from workbench.visits.unplanned import Unplanned
from workbench.visits.week import WeekView

if TYPE_CHECKING:
    from views.panes.plan.pane import VisitPlanPane


class Planning(QObject):
    """The pane's part that plans. While it is `active` nothing is changed by hand."""

    def __init__(self, pane: "VisitPlanPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._warned = 0
        self._told: tuple[str | None, str] | None = None
        self._worth = ""
        self._drawn: tuple[str, Proposal | None] = ("", None)
        self.proposing = Proposing(pane)
        page = pane.page
        self.band, self.moves_card, self.comparison = ProposalBand(pane.context.settings), MovesCard(), ComparisonCard()
        page.layout().insertWidget(1, self.band)
        for place, card in enumerate((self.moves_card, self.comparison)):
            page.side.body.insertWidget(place, card)
        for part in (self.band, self.moves_card, self.comparison):
            part.hide()
        self.proposing.changed.connect(self._news)
        self.proposing.saved.connect(self._saved)
        self.band.good_enough.connect(self.accept)
        self.band.cancelled.connect(self.cancel)
        self.band.timed.connect(self.proposing.again)
        self.moves_card.looked_at.connect(self._look_at)

    def retranslate(self) -> None:
        """Words in the present language."""
        for part in (self.band, self.moves_card, self.comparison):
            part.retranslate()
        if self.active:
            self.band.show_state(self.proposing)

    @property
    def active(self) -> bool:
        """Whether a plan is in the making or waits for the owner's word."""
        return self.proposing.active

    # ---- what can be done

    @Slot()
    def plan(self) -> None:
        """Plan the chosen weeks; while a plan is shown, save it."""
        if self.active:
            self.accept()
        elif self._logged():
            self._begin(False)

    @Slot()
    def mend(self) -> None:
        """Keep the plan that stands and move as little as can be, after a visit was cancelled or somebody is away."""
        if not self.active and self._logged():
            self._begin(True)

    @Slot()
    def accept(self) -> None:
        """Good enough: save what is shown."""
        proposal = self.proposing.proposal
        self._worth = compared(proposal.quality, proposal.by_hand) if proposal is not None and not self.proposing.mends else ""
        self.proposing.accept()

    @Slot()
    def cancel(self) -> None:
        """Give the plan in the making up; nothing was changed."""
        if self.active and self.proposing.state != SAVING:
            self.proposing.cancel()
            self._pane.grid.setFocus()

    def _begin(self, mends: bool) -> None:
        self._pane.banner.clear()
        self._warned = 0
        self.proposing.begin(max(self._pane.monday, clock.today()), self._pane.band.weeks.value(), mends)
        self.band.accept_button.setFocus()

    def _logged(self) -> bool:
        """Whether no visit lacks a log; they are pointed out once before."""
        with self._pane.context.workspace.read() as session:
            missing = count_without_log(session)
        if not missing or self._warned == missing:
            return True
        self._warned = missing
        words = ntr(
            "{n} past visit has no log: mark it first, or press Plan again and it counts as not made.",
            "{n} past visits have no log: mark them first, or press Plan again and they count as not made.",
            missing,
        )
        self._pane.banner.show_message(words, "warn")
        return False

    # ---- drawing

    def over(self, week: WeekView) -> tuple[WeekView, frozenset[int]]:
        """A week with the plan in the making drawn over it, and the cards that differ from what stands."""
        shown = self.proposing.shown
        return proposed_week(week, shown) if shown is not None else (week, frozenset())

    def left_out(self, week: WeekView) -> tuple[tuple[Unplanned, ...], int]:
        """Who is left out, and of how many visits."""
        shown = self.proposing.shown
        return (proposed_left_out(shown), shown.result.plan.required) if shown is not None else (week.left_out, week.required)

    def show_figures(self, week: WeekView) -> None:
        """The figures of the plan in the making, else those of the week."""
        shown = self.proposing.shown
        if shown is None:
            self._pane.band.show_week(week)
        else:
            self._pane.band.show_proposal(shown.quality, shown.by_hand)
            self.comparison.show_quality(shown.quality, shown.by_hand)

    @Slot()
    def _news(self) -> None:
        state, shown = self.proposing.state, self.proposing.shown
        with quiet(self._pane):
            self.band.show_state(self.proposing)
            before, self._drawn = self._drawn, (state, shown)
            if before == self._drawn and state:
                return
            if state == READING:
                self._pane.hold_still()
                return
            waits = state in (READY, SAVING) and shown is not None
            if waits and shown is not None and (before[0] not in (READY, SAVING)):
                self.moves_card.show_moves(shown)
            self.moves_card.setVisible(waits)
            self.comparison.setVisible(shown is not None)
            self._pane.show_again(whole=before[0] != state or before[1] is None)

    @Slot(object)
    def _look_at(self, move: Move) -> None:
        slot = move.after or move.before
        assert slot is not None
        self._pane.look_at(monday_of(slot.day), move.customer_id, slot)

    # ---- saved

    @Slot(object)
    def _saved(self, result: PlanResult) -> None:
        figures, pane = result.figures, self._pane
        words = tr(
            "{planned} of {required} visits planned until {day}.",
            planned=figures.planned,
            required=figures.required,
            day=formatting.day_short(result.last),
        )
        more = self._worth and tr("{sentence}.", sentence=self._worth)
        if any(out.code == "no_rep" for out in result.plan.left_out):
            pane.banner.show_message(words, "good", more, action=tr("Customers without a rep"), on_action=self._without_rep)
        else:
            pane.banner.show_message(words, "good", more)
        self._told = pane.context.workspace.next_labels()[0], pane.banner.text()
        pane.grid.setFocus()

    def forget_saved(self) -> None:
        """Take the message on a plan away once another step was done, or the plan was taken back."""
        if self._told is not None and self._pane.context.workspace.next_labels()[0] != self._told[0]:
            if self._pane.banner.text() == self._told[1]:
                self._pane.banner.clear()
            self._told = None

    def _without_rep(self) -> None:
        self._pane.context.navigate("customers", rep=0)
