"""All that the cross-SWOT pane shows: cards, strategies with what they lead to, pairs in use, suggestions, the key target field."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.analysis.crossings import KeyField, Suggestion, key_field, suggestions
from workbench.analysis.strategies import INNER, PickedCard, StrategyView, strategies, swot_cards
from workbench.targeting.segments import segments
from workbench.thread.links import Link, links


@dataclass(frozen=True, slots=True)
class Reached:
    """A segment that strategies may be aimed at: its customers, and the visits in person that its rules ask for in a month."""

    id: int
    name: str
    decision: str
    customers: int
    visits: float


@dataclass(frozen=True, slots=True)
class CrossView:
    """Everything of the pane. `inner` are S and W, `outer` O and T, heaviest first."""

    inner: tuple[PickedCard, ...]
    outer: tuple[PickedCard, ...]
    strategies: tuple[StrategyView, ...]
    suggestions: tuple[Suggestion, ...]
    key_field: KeyField | None
    segments: tuple[Reached, ...]
    links: tuple[Link, ...]

    @property
    def ready(self) -> bool:
        """Whether there is anything to cross."""
        return bool(self.inner and self.outer)

    def card(self, number: int) -> PickedCard | None:
        """The card of that id on the SWOT board."""
        return next((card for card in (*self.inner, *self.outer) if card.id == number), None)

    def strategy(self, number: int | None) -> StrategyView | None:
        """The strategy of that id."""
        return next((one for one in self.strategies if one.id == number), None)

    def using(self, inner: int, outer: int) -> tuple[StrategyView, ...]:
        """The strategies that use this pair."""
        return tuple(one for one in self.strategies if {inner, outer} <= {card.id for card in one.cards})

    def reached(self, number: int) -> Reached | None:
        """The segment of that id."""
        return next((one for one in self.segments if one.id == number), None)


def cross_view(session: Session, by: str = "score") -> CrossView:
    """Read it. `by` is the order of the strategies: "score" or "position"."""
    cards, made = swot_cards(session), strategies(session, by)
    return CrossView(
        tuple(card for card in cards if card.column in INNER),
        tuple(card for card in cards if card.column not in INNER),
        made,
        suggestions(cards, made),
        key_field(session, made),
        tuple(Reached(one.id, one.name, one.decision, one.customers, one.visits) for one in segments(session)),
        links(session, boards=True),
    )
