"""Frozen boards: taken on a day, never touched by later edits, and compared with each other or with the boards as they stand."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Snapshot, Strategy, StrategyCard
from workbench import clock
from workbench.analysis.cards import BOARDS, CardView, board
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import tr

FORMAT = 1
ALIKE = 0.4
"""Texts less alike than this are two cards even under one key: keys of removed cards are given again."""


@dataclass(frozen=True, slots=True)
class SnapshotView:
    """A snapshot in the list."""

    id: int
    taken_on: date
    name: str
    cards: int


@dataclass(frozen=True, slots=True)
class FrozenCard:
    """A card as it stood."""

    id: int
    board: str
    column: str
    text: str
    evidence: str
    weight: int
    question: str
    rival: str


@dataclass(frozen=True, slots=True)
class FrozenStrategy:
    """A strategy as it stood, with the texts of its cards."""

    id: int
    kind: str
    text: str
    effect: int
    ease: int
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frozen:
    """All boards as they stood on `taken_on`; `id` is None for the boards of now."""

    id: int | None
    taken_on: date
    name: str
    cards: tuple[FrozenCard, ...]
    strategies: tuple[FrozenStrategy, ...]

    def column(self, key: str) -> tuple[FrozenCard, ...]:
        """The cards of a column from top to bottom."""
        return tuple(card for card in self.cards if card.column == key)


@dataclass(frozen=True, slots=True)
class CardChange:
    """A card before and after; `fields` names what differs: text, evidence, weight, column, rival."""

    before: FrozenCard
    after: FrozenCard
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What happened to the cards between two states."""

    before: Frozen
    after: Frozen
    added: tuple[FrozenCard, ...]
    changed: tuple[CardChange, ...]
    dropped: tuple[FrozenCard, ...]

    def of_board(self, key: str) -> "Comparison":
        """The part of one board."""
        return Comparison(
            self.before,
            self.after,
            tuple(card for card in self.added if card.board == key),
            tuple(change for change in self.changed if change.after.board == key),
            tuple(card for card in self.dropped if card.board == key),
        )


def take(session: Session, name: str = "") -> int:
    """Freeze all boards of the current plan; returns the snapshot's id. Raises BadInput where there is no card."""
    plan = current_plan(session)
    state = now(session)
    if plan is None or not state.cards:
        raise BadInput(tr("There is no card to freeze."), "", tr("Write the first card."))
    row = Snapshot(plan_id=plan.id, taken_on=clock.today(), name=" ".join(name.split()), content=_written(state))
    session.add(row)
    session.flush()
    return row.id


def snapshots(session: Session) -> tuple[SnapshotView, ...]:
    """The snapshots of the current plan, newest first."""
    plan = current_plan(session)
    if plan is None:
        return ()
    rows = session.scalars(select(Snapshot).where(Snapshot.plan_id == plan.id).order_by(Snapshot.taken_on.desc(), Snapshot.id.desc()))
    return tuple(SnapshotView(row.id, row.taken_on, row.name, len(_read(row).cards)) for row in rows)


def opened(session: Session, snapshot_id: int) -> Frozen:
    """A snapshot's boards."""
    return _read(session.get_one(Snapshot, snapshot_id))


def now(session: Session) -> Frozen:
    """The boards as they stand, in the shape of a snapshot."""
    cards = tuple(_frozen(key, card) for key in BOARDS for card in board(session, key).cards)
    return Frozen(None, clock.today(), "", cards, _strategies(session, {card.id: card.text for card in cards}))


def compare(before: Frozen, after: Frozen) -> Comparison:
    """Cards added, changed and dropped from `before` to `after`. The order within a column counts as no change."""
    old = {card.id: card for card in before.cards}
    same: list[tuple[FrozenCard, FrozenCard]] = []
    for card in after.cards:
        was = old.get(card.id)
        if was is not None and was.board == card.board and _alike(was, card):
            same.append((was, old.pop(card.id) and card))
    matched = {card.id for _, card in same}
    changed = tuple(CardChange(was, card, fields) for was, card in same if (fields := _differing(was, card)))
    added = tuple(card for card in after.cards if card.id not in matched)
    return Comparison(before, after, added, changed, tuple(old.values()))


def _differing(before: FrozenCard, after: FrozenCard) -> tuple[str, ...]:
    return tuple(name for name in ("text", "evidence", "weight", "column", "rival") if getattr(before, name) != getattr(after, name))


def _alike(one: FrozenCard, other: FrozenCard) -> bool:
    if one.text == other.text or (one.evidence and one.evidence == other.evidence):
        return True
    return SequenceMatcher(None, one.text[:400], other.text[:400]).ratio() >= ALIKE


def _frozen(key: str, card: CardView) -> FrozenCard:
    return FrozenCard(card.id, key, card.column, card.text, card.evidence, card.weight, card.question, card.rival)


def _strategies(session: Session, texts: dict[int, str]) -> tuple[FrozenStrategy, ...]:
    plan = current_plan(session)
    if plan is None:
        return ()
    made_of: dict[int, list[str]] = {}
    for strategy_id, card_id in session.execute(select(StrategyCard.strategy_id, StrategyCard.card_id).order_by(StrategyCard.id)):
        made_of.setdefault(strategy_id, []).append(texts.get(card_id, ""))
    rows = session.scalars(select(Strategy).where(Strategy.plan_id == plan.id).order_by(Strategy.position, Strategy.id))
    return tuple(FrozenStrategy(r.id, r.kind, r.text, r.effect, r.ease, tuple(filter(None, made_of.get(r.id, ())))) for r in rows)


def _written(state: Frozen) -> str:
    fields = FrozenCard.__slots__
    content = {
        "format": FORMAT,
        "cards": [{name: getattr(card, name) for name in fields} for card in state.cards],
        "strategies": [
            {"id": s.id, "kind": s.kind, "text": s.text, "effect": s.effect, "ease": s.ease, "cards": list(s.cards)}
            for s in state.strategies
        ],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _read(row: Snapshot) -> Frozen:
    """A row's content; what another version wrote beyond it is left aside."""
    content = json.loads(row.content)
    cards: Iterable[dict[str, Any]] = content.get("cards", ())
    strategies: Iterable[dict[str, Any]] = content.get("strategies", ())
    return Frozen(
        row.id,
        row.taken_on,
        row.name,
        tuple(FrozenCard(**{name: card[name] for name in FrozenCard.__slots__}) for card in cards),
        tuple(FrozenStrategy(s["id"], s["kind"], s["text"], s["effect"], s["ease"], tuple(s["cards"])) for s in strategies),
    )
