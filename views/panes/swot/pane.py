"""SWOT: what helps, what hurts, and at its right what follows: the key target field and the strategies."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views.panes.boards.pane import BoardPane
from views.panes.cross_swot.side import KeyFieldCard
from views.panes.swot.follows import StrategiesCard
from views.widgets import Face, Look
from workbench.analysis import questions
from workbench.analysis.cards import COLUMN_NAMES, CardView, place_name
from workbench.analysis.cross_view import CrossView, cross_view
from workbench.strings import marked, tr

COLUMNS = {
    "strengths": ("strength", marked("what only we can offer")),
    "weaknesses": ("weakness", marked("what customers feel")),
    "opportunities": ("opportunity", marked("in market and customers")),
    "threats": ("threat", marked("what could hurt us")),
}


class SwotPane(BoardPane):
    """The SWOT board."""

    name = "swot"
    thread_knot = "swot"
    board_key = "swot"
    across = 2

    def looks(self) -> list[Look]:
        return [Look(key, tr(COLUMN_NAMES[key]), tr(words), tone) for key, (tone, words) in COLUMNS.items()]

    def start_words(self) -> tuple[str, str]:
        return (
            tr("Weigh what you saw: what helps us, what hurts us, and what outside could do either."),
            tr("For example, under Strengths: “Micron tolerance on titanium”, evidence “inspection log”. Cards come from 3C by S."),
        )

    def face(self, card: CardView) -> Face:
        source = card.source
        if source is None:
            return Face(card.id, card.text, card.evidence, card.weight)
        asked = () if card.evidence or not source.question else (tr(questions.BY_CODE[source.question].short),)
        return Face(card.id, card.text, card.evidence, card.weight, asked, f"↙ {place_name(source.column)}")

    def side_cards(self) -> list[QWidget]:
        self._view: CrossView | None = None
        self.key, self.follows = KeyFieldCard(), StrategiesCard()
        self.key.picked.connect(self._cross)
        self.key.opened.connect(self._open)
        self.key.boards_wanted.connect(self._to_rivals)
        self.follows.picked.connect(self._cross)
        self.follows.opened.connect(self._open)
        self.follows.link_wanted.connect(self._open)
        self.follows.going.connect(self._going)
        self.follows.action_wanted.connect(self._action)
        return [self.key, self.follows]

    def retranslate(self) -> None:
        super().retranslate()
        self.key.retranslate()
        self.follows.retranslate()

    def read(self, session: Any) -> None:
        self._view = cross_view(session)

    def show_side(self, writes: bool) -> None:
        if self._view is not None:
            self.key.show_field(self._view.key_field, writes)
            self.follows.show_view(self._view, writes)
            self.follows.setVisible(bool(self.cards.cards))

    @Slot(object)
    def _cross(self, cards: tuple[int, ...]) -> None:
        self.context.navigate("cross_swot", cards=tuple(cards))

    @Slot(int)
    def _open(self, strategy: int) -> None:
        self.context.navigate("cross_swot", strategy=strategy)

    @Slot(str, object)
    def _going(self, pane: str, where: dict[str, Any]) -> None:
        self.context.navigate(pane, **where)

    @Slot(int)
    def _action(self, strategy: int) -> None:
        self.context.navigate("action", strategy=strategy)

    @Slot()
    def _to_rivals(self) -> None:
        self.context.navigate("three_c", column="competitor", question="weak")
