"""Crossings that suggest themselves: pairs of SWOT cards that no strategy uses yet, and the field where rivals are weak and we are strong."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Card
from workbench.analysis.strategies import INNER, OUTER, PickedCard, StrategyView
from workbench.goals.kgi import current_plan

COMPETITOR, COMPANY = "competitor", "company"
GAPS, ONLY_WE = ("weak", "it"), "only"
"""The guiding questions whose answers tell where rivals leave room, and what only we can offer."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair to make a strategy of. `score` is the product of the weights, 1 to 25."""

    inner: PickedCard
    outer: PickedCard

    @property
    def kind(self) -> str:
        """SO, WO, ST or WT."""
        return self.inner.letter + self.outer.letter

    @property
    def score(self) -> int:
        """Weight times weight."""
        return self.inner.weight * self.outer.weight


@dataclass(frozen=True, slots=True)
class KeyField:
    """Where rivals are weak and we are strong. `strong` and `weak` are card texts, heaviest first; `swot` and `three_c` count the cards it
    comes from. `cards` are the two SWOT cards to make a strategy of: empty until the rivals' weakness is on the SWOT board. `strategy` is the
    one that holds the field already, None if nobody does."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]
    swot: int
    three_c: int
    cards: tuple[int, ...]
    strategy: int | None
    strategy_text: str = ""


def used_pairs(strategies: Sequence[StrategyView]) -> frozenset[tuple[int, int]]:
    """Pairs (inner card, outer card) that a strategy uses."""
    found: set[tuple[int, int]] = set()
    for strategy in strategies:
        inner = [card.id for card in strategy.cards if card.column in INNER]
        outer = [card.id for card in strategy.cards if card.column in OUTER]
        found |= set(product(inner, outer))
    return frozenset(found)


def suggestions(cards: Sequence[PickedCard], strategies: Sequence[StrategyView], most: int = 3) -> tuple[Suggestion, ...]:
    """Pairs that no strategy uses yet. Pairs of cards that are in no strategy at all come first, then the heaviest; a card is offered once."""
    pairs = used_pairs(strategies)
    busy = {card.id for strategy in strategies for card in strategy.cards}
    inner, outer = [c for c in cards if c.column in INNER], [c for c in cards if c.column in OUTER]
    free = [Suggestion(a, b) for a, b in product(inner, outer) if (a.id, b.id) not in pairs]
    free.sort(key=lambda pair: ((pair.inner.id in busy) + (pair.outer.id in busy), -pair.score))
    chosen: list[Suggestion] = []
    taken: set[int] = set()
    for pair in free:
        if not {pair.inner.id, pair.outer.id} & taken:
            chosen.append(pair)
            taken |= {pair.inner.id, pair.outer.id}
    return tuple(chosen[:most])


def key_field(session: Session, strategies: Sequence[StrategyView]) -> KeyField | None:
    """The key target field of the current plan, or None while the boards hold no strength of ours or no weakness of a rival."""
    plan = current_plan(session)
    if plan is None:
        return None
    rows = list(session.scalars(select(Card).where(Card.plan_id == plan.id).order_by(Card.weight.desc(), Card.position, Card.id)))
    by_id = {card.id: card for card in rows}
    strengths = [card for card in rows if card.column == "strengths"]
    said = [card for card in rows if card.column == COMPETITOR and card.question in GAPS]
    openings = [card for card in rows if card.column == "opportunities" and _of_rivals(card, by_id)]
    ours = strengths or [card for card in rows if card.column == COMPANY and card.question == ONLY_WE]
    weak = _distinct(openings, said)
    if not ours or not weak:
        return None
    pairs = sorted(product(strengths[:3], openings), key=lambda pair: -pair[0].weight * pair[1].weight)
    holder, cards = None, tuple(card.id for card in pairs[0]) if pairs else ()
    for strategy in strategies:
        held = {card.id for card in strategy.cards}
        if held & {card.id for card in strengths} and held & {card.id for card in openings}:
            holder = strategy
            break
    sources = {card.source_id for card in (*ours[:2], *weak[:2])} - {None}
    three_c = sources | {card.id for card in (*ours[:2], *weak[:2]) if card.board == "3c"}
    return KeyField(
        tuple(card.text for card in ours[:2]),
        tuple(card.text for card in weak[:2]),
        sum(card.board == "swot" for card in (*ours[:2], *weak[:2])),
        len(three_c),
        cards,
        holder.id if holder else None,
        holder.text if holder else "",
    )


def _of_rivals(card: Card, by_id: dict[int, Card]) -> bool:
    source = by_id.get(card.source_id or 0)
    return card.rival_id is not None or (source is not None and source.column == COMPETITOR)


def _distinct(openings: Sequence[Card], said: Sequence[Card]) -> list[Card]:
    """Openings first; what was said of rivals only where it was not sent on as one of them."""
    sent = {card.source_id for card in openings}
    return [*openings, *(card for card in said if card.id not in sent)]
