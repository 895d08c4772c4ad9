"""Whom to serve first: each segment's score on each criterion, from the file's figures or by hand, and what would turn the ranking over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Segment, SegmentScore, Strategy, StrategySegment
from workbench import formatting
from workbench.customers import tiering
from workbench.strings import ntr, tr
from workbench.targeting.criteria import LEAST_SCORE, MOST_SCORE, MOST_WEIGHT, CriterionView, criteria
from workbench.targeting.segments import Overview, SegmentView, numbered, overview

FEWEST_DEALS = 5
FASTEST = 0.2
"""Growth of 20 % a year scores 5, a loss of 20 % scores 1."""
NO_DIFFERENCE = 1e-9


@dataclass(frozen=True, slots=True)
class Score:
    """A cell of the matrix. `value` from 1 to 5, None while nobody gave one; `figure` says what it comes from, empty where it is set by hand."""

    value: float | None
    by_hand: bool
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A segment with its scores in the order of the criteria, their weighted mean (None without any), its rank from 1, and how many are missing."""

    segment: SegmentView
    scores: tuple[Score, ...]
    total: float | None
    rank: int | None
    missing: int


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of one weight that puts the second segment before the first."""

    criterion: CriterionView
    weight: int
    second: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Criteria, and the segments in their own order. `flip` is None where no single weight from 0 to 5 turns the first two over."""

    criteria: tuple[CriterionView, ...]
    rows: tuple[Ranked, ...]
    flip: Flip | None

    def best(self) -> tuple[Ranked, ...]:
        """The segments that have a score, best first."""
        return tuple(sorted((row for row in self.rows if row.rank is not None), key=lambda row: row.rank or 0))


def matrix(session: Session, known: Overview | None = None) -> Matrix:
    """The scores of the current plan's segments; `known` saves reading them again."""
    found = known or overview(session)
    kinds = criteria(session, found.plan_id)
    by_hand = {
        (row.segment_id, row.criterion_id): row.score
        for row in session.scalars(select(SegmentScore).join(Segment).where(Segment.plan_id == found.plan_id))
    }
    figures = _figures(session, found)
    rows = []
    for one in found.segments:
        scores = []
        for kind in kinds:
            hand = by_hand.get((one.id, kind.id))
            scores.append(Score(float(hand), True) if hand is not None else figures.get((one.id, kind.kind), Score(None, False)))
        rows.append((one, tuple(scores)))
    return ranked(kinds, rows)


def ranked(kinds: Sequence[CriterionView], rows: Sequence[tuple[SegmentView, tuple[Score, ...]]]) -> Matrix:
    """Rank the rows by their weighted mean; equal means share a rank."""
    weights = [kind.weight for kind in kinds]
    totals = [weighted(weights, scores) for _, scores in rows]
    known = [total for total in totals if total is not None]
    made = tuple(
        Ranked(
            segment,
            scores,
            total,
            None if total is None else 1 + sum(other > total + NO_DIFFERENCE for other in known),
            sum(score.value is None and kind.weight > 0 for score, kind in zip(scores, kinds, strict=True)),
        )
        for (segment, scores), total in zip(rows, totals, strict=True)
    )
    return Matrix(tuple(kinds), made, _flip(kinds, made))


def weighted(weights: Sequence[int], scores: Sequence[Score]) -> float | None:
    """The mean of the scores there are, by weight; None where nothing weighs."""
    pairs = [(weight, score.value) for weight, score in zip(weights, scores, strict=True) if score.value is not None]
    whole = sum(weight for weight, _ in pairs)
    return sum(weight * value for weight, value in pairs) / whole if whole else None


def _flip(kinds: Sequence[CriterionView], rows: Sequence[Ranked]) -> Flip | None:
    """Try every weight of every criterion, the nearest to the present one first, then in the order of the criteria."""
    best = sorted((row for row in rows if row.total is not None), key=lambda row: -(row.total or 0))
    if len(best) < 2:
        return None
    first, second = best[:2]
    weights = [kind.weight for kind in kinds]
    tries = sorted(
        (abs(weight - kind.weight), place, weight)
        for place, kind in enumerate(kinds)
        for weight in range(MOST_WEIGHT + 1)
        if weight != kind.weight
    )
    for _, place, weight in tries:
        tried = [*weights[:place], weight, *weights[place + 1 :]]
        one, other = weighted(tried, first.scores), weighted(tried, second.scores)
        if one is not None and other is not None and other > one + NO_DIFFERENCE:
            return Flip(kinds[place], weight, second.segment.name)
    return None


def flip_words(found: Matrix) -> str:
    """What would turn the first two over, in one sentence; empty below two ranked segments."""
    best = found.best()
    if len(best) < 2:
        return ""
    first, second = best[0].segment.name, best[1].segment.name
    if best[0].rank == best[1].rank:
        return tr("{first} and {second} are level.", first=first, second=second)
    if found.flip is None:
        return tr("{first} leads {second}; no single weight would change that.", first=first, second=second)
    change = found.flip
    return tr(
        "{first} leads; with a weight of {weight} instead of {now} for {criterion}, {second} would.",
        first=first,
        second=change.second,
        criterion=change.criterion.name,
        now=change.criterion.weight,
        weight=change.weight,
    )


def _figures(session: Session, found: Overview) -> dict[tuple[int, str], Score]:
    """What the file itself says on size, growth, win probability and fit."""
    made: dict[tuple[int, str], Score] = {}
    largest = max((one.revenue for one in found.segments), default=0)
    for one in found.segments:
        if one.customers and largest > 0:
            value = _scaled(one.revenue / largest)
            made[one.id, "size"] = Score(value, False, formatting.money_short(one.revenue, found.currency))
        if one.win is not None and one.win.decided >= FEWEST_DEALS:
            words = tr("{won} of {decided} deals won", won=one.win.won, decided=one.win.decided)
            made[one.id, "win"] = Score(_scaled(one.win.rate), False, words)
    for segment_id, growth in growths(session).items():
        words = tr("{percent} against the 12 months before", percent=f"{'+' if growth > 0 else ''}{formatting.percent(growth)}")
        made[segment_id, "growth"] = Score(_scaled((growth + FASTEST) / (2 * FASTEST)), False, words)
    effects: dict[int, list[int]] = {}
    query = select(StrategySegment.segment_id, Strategy.effect).join(Strategy, Strategy.id == StrategySegment.strategy_id)
    for segment_id, effect in session.execute(query):
        effects.setdefault(segment_id, []).append(effect)
    for segment_id, some in effects.items():
        words = ntr(
            "{n} strategy aims here, the best with effect {effect}",
            "{n} strategies aim here, the best with effect {effect}",
            len(some),
            effect=max(some),
        )
        made[segment_id, "fit"] = Score(float(min(MOST_SCORE, max(LEAST_SCORE, max(some)))), False, words)
    return made


def growths(session: Session) -> dict[int, float]:
    """How the revenue of each segment's customers grew over the 12 months that count, against the 12 before; only where there was any."""
    kept, newest = tiering.settings(session), tiering.newest_order(session)
    if newest is None:
        return {}
    last = kept.last or newest
    first = last - timedelta(days=364)
    before = first - timedelta(days=365)
    ids, (sql, values) = numbered(session)
    if not ids:
        return {}
    oldest = session.connection().exec_driver_sql("SELECT min(day) FROM order_line").scalar()
    if oldest is None or date.fromisoformat(oldest) > before + timedelta(days=31):
        return {}
    rows = session.connection().exec_driver_sql(
        f"SELECT n.seg, sum(CASE WHEN o.day >= ? THEN o.amount ELSE 0 END), sum(CASE WHEN o.day < ? THEN o.amount ELSE 0 END) "
        f"FROM ({sql}) n JOIN order_line o ON o.customer_id = n.id WHERE o.day BETWEEN ? AND ? AND n.seg > 0 GROUP BY 1",
        (first.isoformat(), first.isoformat(), *values, before.isoformat(), last.isoformat()),
    )
    return {ids[place - 1]: (now - then) / then for place, now, then in rows if then > 0}


def _scaled(share: float) -> float:
    """0 as a score of 1, 1 as a score of 5, to one decimal."""
    return round(LEAST_SCORE + (MOST_SCORE - LEAST_SCORE) * min(1.0, max(0.0, share)), 1)
