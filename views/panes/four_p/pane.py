"""4P: what we sell, for how much, where, and how it is told; at its right what Place decides and the words for Promotion."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views.panes.boards.pane import BoardPane
from views.panes.four_p.place import PlaceCard
from views.widgets import Card, Face, Label, Link, Look, row
from workbench.analysis.cards import BOARDS, COLUMN_NAMES, CardView, place_name
from workbench.strings import marked, tr
from workbench.value import statements
from workbench.visits import capacity, rules

SUBTITLES = {
    "product": marked("what they buy from us"),
    "price": marked("what it costs them"),
    "place": marked("where and through whom"),
    "promotion": marked("how they hear of it"),
}


class FourPPane(BoardPane):
    """The 4P board."""

    name = "four_p"
    board_key = "4p"
    across = 2
    knot_before = "segments"

    def looks(self) -> list[Look]:
        return [Look(key, tr(COLUMN_NAMES[key]), tr(SUBTITLES[key]), "accent", False) for key in BOARDS["4p"]]

    def start_words(self) -> tuple[str, str]:
        return (
            tr("Put what you do beside product, price, place and promotion. What serves no segment can go."),
            tr("For example, under Price: “Prototype price within a day, setup included”, evidence “price table”."),
        )

    def face(self, card: CardView) -> Face:
        return Face(card.id, card.text, card.evidence, card.weight, (), f"↙ {place_name(card.source.column)}" if card.source else "")

    def side_cards(self) -> list[QWidget]:
        self.place_card, self.promotion = PlaceCard(), Card()
        self.place_card.chosen.connect(self._choose)
        self.place_card.rules_wanted.connect(self._to_rules)
        self.said, self.link = Label(wrap=True), Link(role="caption_strong")
        self.link.clicked.connect(self._to_value)
        self.promotion.body.addWidget(self.said)
        self.promotion.body.addLayout(row(self.link, None))
        return [self.place_card, self.promotion]

    def retranslate(self) -> None:
        super().retranslate()
        self.place_card.retranslate()
        self.promotion.set_heading(tr("Promotion says"))
        self.link.set_text(tr("Value statements"))

    def read(self, session: Any) -> None:
        self._rules, self._capacity = rules.rules(session), capacity.capacity(session)
        self._best = [(one.name, one.best[0].words) for one in statements.by_segment(session) if one.statements][:3]

    def show_side(self, writes: bool) -> None:
        self.place_card.show_rules(self._rules, self._capacity, writes)
        words = "\n".join(tr("{segment}: {words}", segment=name, words=said) for name, said in self._best)
        self.said.setText(words or tr("Nothing yet: no segment has a value statement."))

    @Slot(str, str)
    def _choose(self, tier: str, channel: str) -> None:
        old = next(rule for rule in self._rules if rule.tier == tier)
        self.change(rules.label(old, rules.changed(old, channel=channel)), rules.change, tier, channel=channel)

    @Slot()
    def _to_rules(self) -> None:
        self.context.navigate("tiers")

    @Slot()
    def _to_value(self) -> None:
        self.context.navigate("value")
