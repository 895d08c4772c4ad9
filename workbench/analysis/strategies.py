"""Cross-SWOT: strategies made of SWOT cards, read with what they lead to, and everything that is done to them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Action, Card, Rep, Segment, Strategy, StrategyCard, StrategySegment
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import marked, tr

KINDS = ("SO", "WO", "ST", "WT")
MEANINGS = {
    "SO": marked("use the strength for the opportunity"),
    "WO": marked("mend the weakness that hides the opportunity"),
    "ST": marked("meet the threat with the strength"),
    "WT": marked("keep the weakness out of the threat’s way"),
}
LETTERS = {"strengths": "S", "weaknesses": "W", "opportunities": "O", "threats": "T"}
INNER, OUTER = ("strengths", "weaknesses"), ("opportunities", "threats")
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class PickedCard:
    """A SWOT card as far as strategies are concerned."""

    id: int
    column: str
    text: str
    weight: int

    @property
    def letter(self) -> str:
        """S, W, O or T."""
        return LETTERS[self.column]


@dataclass(frozen=True, slots=True)
class ServedSegment:
    """A segment that a strategy is aimed at."""

    id: int
    name: str
    decision: str


@dataclass(frozen=True, slots=True)
class ServingAction:
    """An action that serves a strategy; dropped ones are left out. `owner` is the short name, empty for nobody."""

    id: int
    title: str
    due: date | None
    owner: str
    status: str


@dataclass(frozen=True, slots=True)
class StrategyView:
    """A strategy. `kind` is SO, WO, ST or WT by its cards; `position` is the owner's own order."""

    id: int
    kind: str
    text: str
    effect: int
    ease: int
    position: int
    cards: tuple[PickedCard, ...]
    segments: tuple[ServedSegment, ...]
    actions: tuple[ServingAction, ...]

    @property
    def score(self) -> int:
        """Effect times ease, 1 to 25."""
        return self.effect * self.ease

    @property
    def leads_nowhere(self) -> bool:
        """Neither a segment nor an action carries it."""
        return not self.segments and not self.actions


def strategies(session: Session, by: str = "score") -> tuple[StrategyView, ...]:
    """The current plan's strategies, by effect times ease (equal ones in the owner's order), or in the owner's order (`by="position"`)."""
    plan = current_plan(session)
    if plan is None:
        return ()
    rows = session.scalars(select(Strategy).where(Strategy.plan_id == plan.id).order_by(Strategy.position, Strategy.id)).all()
    cards, segments, actions = _cards(session), _segments(session), _actions(session)
    views = [
        StrategyView(
            row.id,
            kind_of(cards[row.id]) or row.kind,
            row.text,
            row.effect,
            row.ease,
            row.position,
            tuple(cards[row.id]),
            tuple(segments[row.id]),
            tuple(actions[row.id]),
        )
        for row in rows
    ]
    return tuple(sorted(views, key=lambda view: -view.score)) if by == "score" else tuple(views)


def swot_cards(session: Session) -> tuple[PickedCard, ...]:
    """The cards of the current plan's SWOT board, heaviest first in each column."""
    plan = current_plan(session)
    if plan is None:
        return ()
    query = select(Card).where(Card.plan_id == plan.id, Card.board == "swot", Card.column.in_(LETTERS)).order_by(Card.position, Card.id)
    cards = [PickedCard(row.id, row.column, row.text, row.weight) for row in session.scalars(query)]
    return tuple(sorted(cards, key=lambda card: (list(LETTERS).index(card.column), -card.weight)))


def kind_of(cards: Iterable[PickedCard]) -> str:
    """The kind that cards make together: empty unless they are of one inner column (S or W) and one outer (O or T)."""
    columns = {card.column for card in cards}
    inner, outer = columns & set(INNER), columns & set(OUTER)
    return LETTERS[inner.pop()] + LETTERS[outer.pop()] if len(inner) == len(outer) == 1 else ""


def make(session: Session, text: str, cards: Collection[int], effect: int = 3, ease: int = 3, segments: Collection[int] = ()) -> int:
    """Make a strategy of at least two cards, one of S or W and one of O or T. Returns its id. Raises BadInput."""
    plan = current_plan(session)
    if plan is None:
        raise BadInput(tr("There is no plan yet."))
    words, kind = _text(text), _checked(session, cards)
    last = session.scalar(select(Strategy.position).where(Strategy.plan_id == plan.id).order_by(Strategy.position.desc()).limit(1))
    row = Strategy(plan_id=plan.id, kind=kind, text=words, effect=_dots(effect), ease=_dots(ease), position=0 if last is None else last + 1)
    session.add(row)
    session.flush()
    session.add_all(StrategyCard(strategy_id=row.id, card_id=card) for card in dict.fromkeys(cards))
    session.add_all(StrategySegment(strategy_id=row.id, segment_id=segment) for segment in dict.fromkeys(segments))
    session.flush()
    return row.id


def set_text(session: Session, strategy: int, text: str) -> None:
    """Write it otherwise. Raises BadInput for an empty or overlong text."""
    session.get_one(Strategy, strategy).text = _text(text)


def set_effect(session: Session, strategy: int, effect: int) -> None:
    """How much it brings, 1 to 5."""
    session.get_one(Strategy, strategy).effect = _dots(effect)


def set_ease(session: Session, strategy: int, ease: int) -> None:
    """How easily it is done, 1 to 5."""
    session.get_one(Strategy, strategy).ease = _dots(ease)


def set_cards(session: Session, strategy: int, cards: Collection[int]) -> None:
    """Make it of other cards; its kind follows. Raises BadInput as `make` does."""
    row = session.get_one(Strategy, strategy)
    row.kind = _checked(session, cards)
    kept = {link.card_id: link for link in session.scalars(select(StrategyCard).where(StrategyCard.strategy_id == strategy))}
    for card, link in kept.items():
        if card not in cards:
            session.delete(link)
    session.add_all(StrategyCard(strategy_id=strategy, card_id=card) for card in dict.fromkeys(cards) if card not in kept)
    session.flush()


def move(session: Session, strategy: int, step: int) -> None:
    """Move it up (-1) or down (1) in the owner's order; at the end it stays."""
    row = session.get_one(Strategy, strategy)
    order = list(session.scalars(select(Strategy).where(Strategy.plan_id == row.plan_id).order_by(Strategy.position, Strategy.id)))
    place = order.index(row)
    order.insert(max(0, min(len(order) - 1, place + step)), order.pop(place))
    for position, one in enumerate(order):
        if one.position != position:
            one.position = position


def link_segment(session: Session, strategy: int, segment: int) -> None:
    """Aim it at a segment; twice is once."""
    query = select(StrategySegment).where(StrategySegment.strategy_id == strategy, StrategySegment.segment_id == segment)
    if session.scalars(query).first() is None:
        session.add(StrategySegment(strategy_id=strategy, segment_id=segment))
        session.flush()


def unlink_segment(session: Session, strategy: int, segment: int) -> None:
    """Aim it no longer at a segment."""
    query = select(StrategySegment).where(StrategySegment.strategy_id == strategy, StrategySegment.segment_id == segment)
    for link in session.scalars(query):
        session.delete(link)


def remove(session: Session, strategy: int) -> None:
    """Remove it; its cards, segments and actions stay, the actions serve nothing then."""
    session.connection().exec_driver_sql("DELETE FROM strategy WHERE id = ?", (strategy,))


def _text(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise BadInput(tr("A strategy needs words."), "", tr("Say in one sentence what is done."))
    if len(words) > LONGEST_TEXT:
        raise BadInput(tr("At most {n} letters.", n=LONGEST_TEXT), "", tr("Say in one sentence what is done."))
    return words


def _dots(value: int) -> int:
    if not 1 <= value <= 5:
        raise BadInput(tr("Effect and ease run from 1 to 5."))
    return value


def _checked(session: Session, ids: Collection[int]) -> str:
    found = {card.id: card for card in swot_cards(session)}
    if len(set(ids)) < 2 or not set(ids) <= set(found):
        raise BadInput(tr("A strategy is made of at least two cards."), "", tr("Pick a strength or weakness and an opportunity or threat."))
    kind = kind_of(found[i] for i in ids)
    if not kind:
        raise BadInput(
            tr("These cards do not make one strategy."), "", tr("Pick either strengths or weaknesses, and either opportunities or threats.")
        )
    return kind


def _cards(session: Session) -> defaultdict[int, list[PickedCard]]:
    found: defaultdict[int, list[PickedCard]] = defaultdict(list)
    query = select(StrategyCard.strategy_id, Card).join(Card, Card.id == StrategyCard.card_id).order_by(StrategyCard.id)
    for strategy, card in session.execute(query):
        if card.column in LETTERS:
            found[strategy].append(PickedCard(card.id, card.column, card.text, card.weight))
    for cards in found.values():
        cards.sort(key=lambda card: (card.column in OUTER, card.column))
    return found


def _segments(session: Session) -> defaultdict[int, list[ServedSegment]]:
    found: defaultdict[int, list[ServedSegment]] = defaultdict(list)
    query = (
        select(StrategySegment.strategy_id, Segment)
        .join(Segment, Segment.id == StrategySegment.segment_id)
        .order_by(Segment.position, Segment.id)
    )
    for strategy, segment in session.execute(query):
        found[strategy].append(ServedSegment(segment.id, segment.name, segment.decision))
    return found


def _actions(session: Session) -> defaultdict[int, list[ServingAction]]:
    found: defaultdict[int, list[ServingAction]] = defaultdict(list)
    query = (
        select(Action, Rep.short_name)
        .outerjoin(Rep, Rep.id == Action.rep_id)
        .where(Action.strategy_id.is_not(None), Action.status != "dropped")
        .order_by(Action.status == "done", Action.due.is_(None), Action.due, Action.id)
    )
    for action, owner in session.execute(query):
        found[action.strategy_id or 0].append(ServingAction(action.id, action.title, action.due, owner or "", action.status))
    return found
