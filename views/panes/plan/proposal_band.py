"""The band over the week while a plan is in the making: what it is worth so far, how long it is searched for, and the owner's word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.panes.plan.proposing import READING, READY, SAVING, Proposing
from views.settings import PLAN_SECONDS
from views.widgets import Button, Card, Chip, Label, SegmentedControl, TargetBar, row
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.background import PREPARING
from workbench.visits.moves import counted
from workbench.visits.quality import compared

if TYPE_CHECKING:
    from views.settings import Settings


class ProposalBand(Card):
    """`good_enough`, `cancelled`, `timed(seconds)` are the owner's."""

    good_enough = Signal()
    cancelled = Signal()
    timed = Signal(object)

    def __init__(self, settings: "Settings", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._settings = settings
        self.headline, self.caption, self.bar = Label(role="message", wrap=True), Label(role="muted", wrap=True), TargetBar()
        self.chip, self.time_label = Chip(kind="warn"), Label(role="caption")
        self.seconds = SegmentedControl()
        self.accept_button, self.cancel_button = Button("", primary=True, key="Ctrl ↵"), Button("", key="Esc")
        across = QHBoxLayout()
        across.setSpacing(18)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.headline)
        left.addWidget(self.caption)
        left.addWidget(self.bar)
        right = QVBoxLayout()
        right.setSpacing(6)
        self._time = QWidget()
        self._time.setLayout(row(None, self.time_label, self.seconds, spacing=8))
        self._time.layout().setContentsMargins(0, 0, 0, 0)
        right.addLayout(row(None, self.cancel_button, self.accept_button, spacing=8))
        right.addLayout(row(None, self.chip, self._time, spacing=8))
        across.addLayout(left, 1)
        across.addLayout(right)
        self.body.addLayout(across)
        self.accept_button.clicked.connect(self.good_enough)
        self.cancel_button.clicked.connect(self.cancelled)
        self.seconds.chosen.connect(self._time_chosen)
        self.chip.setSizePolicy(self.chip.sizePolicy().horizontalPolicy(), self.chip.sizePolicy().verticalPolicy())
        self.setAccessibleName("")

    def retranslate(self) -> None:
        """Words in the present language."""
        self.chip.set_text(tr("Nothing saved yet"), "warn")
        self.time_label.setText(tr("Search for"))
        self.seconds.setAccessibleName(tr("How long to search"))
        kept = self._settings.get(PLAN_SECONDS)
        self.seconds.set_options([(n, ntr("{n} s", "{n} s", n)) for n in PLAN_SECONDS.choices], kept)
        self.cancel_button.set_text(tr("Cancel"))

    @Slot(object)
    def _time_chosen(self, seconds: int) -> None:
        self._settings.set(PLAN_SECONDS, seconds)
        self.timed.emit(seconds)

    def show_state(self, proposing: Proposing) -> None:
        """Tell how far it is."""
        self.setVisible(proposing.active)
        if not proposing.active:
            return
        headline, caption = _words(proposing)
        self.headline.setText(headline)
        self.caption.setText(caption)
        self.bar.set_values(proposing.fraction, maximum=1, judged=False, text=caption)
        waits = proposing.state in (READY, SAVING)
        self.bar.setVisible(not waits)
        self._time.setVisible(not proposing.mends)
        self.accept_button.set_text(tr("Save the plan") if waits else tr("Good enough"))
        self.accept_button.setEnabled(proposing.shown is not None and proposing.state != SAVING)
        self.cancel_button.setEnabled(proposing.state != SAVING)
        self.seconds.setEnabled(proposing.state not in (SAVING, READING))
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def _words(proposing: Proposing) -> tuple[str, str]:
    """The headline and what stands under it."""
    found, state = proposing.proposal, proposing.state
    if found is None:
        return tr("Planning the days"), ""
    if proposing.mends:
        if state in (READY, SAVING):
            return _moved(proposing), tr("The least that has to move. Nothing is changed before you save it.")
        return tr("Looking for the fewest moves"), tr("Preparing the planner, once.") if state == PREPARING else ""
    headline = compared(found.quality, found.by_hand)
    driving = tr(
        "{now} of driving, by hand {then}.",
        now=formatting.duration(found.quality.figures.travel_minutes),
        then=formatting.duration(found.by_hand.figures.travel_minutes),
    )
    if state == PREPARING:
        headline = tr("This is the plan by hand")
        return headline, tr(
            "{first} {second}", first=tr("Preparing the planner, once."), second=tr("It may take a minute; the plan by hand stands.")
        )
    if state in (READY, SAVING):
        return headline, tr("{first} {second}", first=proposing.trouble or driving, second=_moved(proposing))
    if found.quality is found.by_hand:
        headline = tr("This is the plan by hand")
    looking = tr("Looking for a better one: {share}.", share=formatting.percent(proposing.fraction))
    return headline, tr("{first} {second}", first=driving, second=looking)


def _moved(proposing: Proposing) -> str:
    assert proposing.proposal is not None
    return counted(proposing.proposal.moves()) or tr("No visit is due in these weeks.")
