"""All that the cross-SWOT pane shows: cards, strategies with what they lead to, pairs in use, suggestions, the key target field."""

from collections.abc import Collection
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


FIGURES = frozenset({"customer", "customer_tag", "customer_tier", "deal", "order_line", "segment", "visit_rule", "plan", "rep"})
"""Tables that segments' figures come from; among many customers these are slow to reckon."""


def cross_view(session: Session, by: str = "score", before: CrossView | None = None, changed: Collection[str] | None = None) -> CrossView:
    """Read it. `by` is the order of the strategies: "score" or "position". With the view `before` and the names of the `changed` tables the
    segments' figures are reckoned anew only where they may differ."""
    cards, made = swot_cards(session), strategies(session, by)
    known = before is not None and changed is not None and FIGURES.isdisjoint(changed)
    reached = before.segments if before is not None and known else _reached(session)
    return CrossView(
        tuple(card for card in cards if card.column in INNER),
        tuple(card for card in cards if card.column not in INNER),
        made,
        suggestions(cards, made),
        key_field(session, made),
        reached,
        links(session, boards=True),
    )


def _reached(session: Session) -> tuple[Reached, ...]:
    return tuple(Reached(one.id, one.name, one.decision, one.customers, one.visits) for one in segments(session))
