"""Rules that a visit breaks where the owner has put it: told with the way back, as long as it stands there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.strings import tr
from workbench.visits.cards import VisitCard
from workbench.visits.commands import Placed

if TYPE_CHECKING:
    from views.panes.pane import Pane


class BrokenTold:
    """One message at a time, in the pane's banner."""

    def __init__(self, pane: "Pane") -> None:
        self._pane = pane
        self._told: tuple[Placed, str] | None = None

    def tell(self, placed: Placed) -> None:
        """Say which rules a visit breaks where it is now."""
        if placed.broken:
            self._told = placed, " ".join(placed.broken)
            self._pane.banner.show_message(self._told[1], "warn", action=tr("Take it back"), on_action=self._take_back)

    def forget(self, cards: Sequence[VisitCard]) -> None:
        """Take the message away once its visit is gone or elsewhere."""
        if self._told is None:
            return
        placed, words = self._told
        there = (placed.visit_id, placed.day, placed.start, placed.rep_id)
        if there not in [(card.id, card.day, card.start, card.rep_id) for card in cards]:
            self._told = None
            if self._pane.banner.text() == words:
                self._pane.banner.clear()

    def _take_back(self) -> None:
        with self._pane.banner.shows_errors():
            self._pane.context.workspace.undo()
