"""4P: what we sell, for how much, where, and how it is told; at its right what Place decides and the words for Promotion."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views.panes.boards.pane import BoardPane
from views.panes.four_p.place import PlaceCard
from views.panes.pane import quiet
from views.widgets import Card, Face, Label, Link, Look, row
from workbench.analysis.cards import BOARDS, COLUMN_NAMES, CardView, place_name
from workbench.customers import listing
from workbench.strings import marked, ntr, tr
from workbench.value import statements
from workbench.visits import place, rules
from workbench.workspace import Workspace

SUBTITLES = {
    "product": marked("what they buy from us"),
    "price": marked("what it costs them"),
    "place": marked("where and through whom"),
    "promotion": marked("how they hear of it"),
}


MANY = 5_000
"""From so many customers on the segments are counted in a job."""


class FourPPane(BoardPane):
    """The 4P board."""

    name = "four_p"
    board_key = "4p"
    across = 2
    knot_before = "segments"

    _place: place.PlaceView | None = None

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
        self.place_card.segments_wanted.connect(self._to_segments)
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
        self._best = [(one.name, one.best[0].words) for one in statements.by_segment(session) if one.statements][:3]
        self._many = listing.count(session) > MANY
        if not self._many:
            self._place = place.place(session)

    def show_side(self, writes: bool) -> None:
        if self._many:
            self.run("place", _read_place, self.context.workspace, on_done=self._show_place, label=tr("Counting the segments"))
        elif self._place is not None:
            self.place_card.show_place(self._place, writes)
        words = "\n".join(tr("{segment}: {words}", segment=name, words=said) for name, said in self._best)
        self.said.setText(words or tr("Nothing yet: no segment has a value statement."))

    @Slot(object)
    def _show_place(self, shown: place.PlaceView) -> None:
        self._place = shown
        with quiet(self):
            self.place_card.show_place(shown, not self.context.workspace.read_only)

    @Slot(object, str)
    def _choose(self, key: str | int, channel: str) -> None:
        gone = self.change(self._label(key, channel), place.serve, key, channel)
        if gone:
            self.context.offer_undo(ntr("{n} planned visit taken out", "{n} planned visits taken out", gone))

    def _label(self, key: str | int, channel: str) -> str:
        shown = next(one for one in (*self._place.segments, *self._place.tiers) if one.key == key) if self._place else None
        words = tr(rules.CHANNELS[channel]) if channel else tr("as its tiers")
        if isinstance(key, str):
            before = tr(rules.CHANNELS[shown.channel]) if shown else ""
            return tr("{tier} visits {before} → {after}", tier=key, before=before, after=words)
        return tr("{segment}: {channel}", segment=shown.name if shown else "", channel=words)

    @Slot()
    def _to_rules(self) -> None:
        self.context.navigate("tiers")

    @Slot()
    def _to_segments(self) -> None:
        self.context.navigate("segments")

    @Slot()
    def _to_value(self) -> None:
        self.context.navigate("value")


def _read_place(_report: Callable[..., None], workspace: Workspace) -> place.PlaceView:
    with workspace.read() as session:
        return place.place(session)
