"""What the user does to the score matrix: weights, scores, and criteria of his own, each one undo step."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from views.panes.pane import Pane
from views.panes.segments.scores import ScoresCard
from workbench.strings import tr
from workbench.targeting import criteria


class Scoring(QObject):
    """Carries out what the card of `pane` asks for."""

    def __init__(self, pane: Pane, card: ScoresCard) -> None:
        super().__init__(pane)
        self._pane, self._card = pane, card
        card.weighed.connect(self._weigh)
        card.scored.connect(self._score)
        card.wanted.connect(self.add)
        card.named.connect(self._rename)
        card.removed.connect(self._remove)

    @Slot()
    def add(self) -> None:
        """Add a criterion of the owner's own, ready to be named."""
        made = self._pane.change(tr("Add a criterion"), _add)
        if made is not None:
            self._card.begin_naming(made)

    @Slot(int, int)
    def _weigh(self, criterion: int, weight: int) -> None:
        self._pane.change(tr("Weight of a criterion"), criteria.set_weight, criterion, weight)

    @Slot(int, int, object)
    def _score(self, segment: int, criterion: int, score: int | None) -> None:
        self._pane.change(tr("Score a segment"), criteria.set_score, segment, criterion, score)

    @Slot(int, str)
    def _rename(self, criterion: int, name: str) -> None:
        if self._pane.change(tr("Name a criterion"), criteria.rename, criterion, name) is None:
            self._card.name_again(criterion)

    @Slot(int)
    def _remove(self, criterion: int) -> None:
        name = self._card.name_of(criterion)
        self._pane.change(tr("Remove criterion {name}", name=name), criteria.remove, criterion)
        self._pane.context.offer_undo(tr("Criterion {name} removed", name=name))


def _add(session: Any) -> int:
    return criteria.add(session, criteria.new_name(session))
