"""What segments are scored on: criteria with weights, and scores given by hand. Each command is called inside one edit."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Criterion, Segment, SegmentScore
from workbench.errors import BadInput
from workbench.strings import marked, tr

KINDS = {
    "size": (marked("Market size"), 4),
    "growth": (marked("Growth"), 3),
    "win": (marked("Win probability"), 5),
    "rivalry": (marked("Rivalry"), 3),
    "reach": (marked("Reach"), 2),
    "fit": (marked("Fit"), 4),
}
"""The usual criteria with the weights they begin with. A high score is always good for us: 5 for rivalry means few rivals."""
MOST_WEIGHT, LEAST_SCORE, MOST_SCORE = 5, 1, 5


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion; `weight` runs from 0 to 5."""

    id: int
    kind: str
    name: str
    weight: int


def criteria(session: Session, plan_id: int | None) -> tuple[CriterionView, ...]:
    """The criteria of a plan in their order; one without a name of its own is called by its kind."""
    rows = session.scalars(select(Criterion).where(Criterion.plan_id == plan_id).order_by(Criterion.position, Criterion.id))
    return tuple(CriterionView(row.id, row.kind, row.name or called(row.kind), row.weight) for row in rows)


def called(kind: str) -> str:
    """The name of a kind in the present language."""
    return tr(KINDS[kind][0]) if kind in KINDS else tr("Another criterion")


def begin(session: Session, plan_id: int) -> None:
    """Give a plan the usual criteria, unless it has any."""
    if session.scalar(select(func.count()).select_from(Criterion).where(Criterion.plan_id == plan_id)):
        return
    session.add_all(
        Criterion(plan_id=plan_id, position=place, kind=kind, weight=weight) for place, (kind, (_, weight)) in enumerate(KINDS.items())
    )
    session.flush()


def set_weight(session: Session, criterion_id: int, weight: int) -> None:
    """Set how much a criterion counts. Raises BadInput outside 0 to 5."""
    if not 0 <= weight <= MOST_WEIGHT:
        raise BadInput(tr("A weight runs from {low} to {high}.", low=0, high=MOST_WEIGHT))
    session.get_one(Criterion, criterion_id).weight = weight


def set_score(session: Session, segment_id: int, criterion_id: int, score: int | None) -> None:
    """Score a segment by hand; None leaves it to the figures again. Raises BadInput outside 1 to 5."""
    if score is not None and not LEAST_SCORE <= score <= MOST_SCORE:
        raise BadInput(tr("A score runs from {low} to {high}.", low=LEAST_SCORE, high=MOST_SCORE))
    session.get_one(Segment, segment_id)
    query = select(SegmentScore).where(SegmentScore.segment_id == segment_id, SegmentScore.criterion_id == criterion_id)
    row = session.scalars(query).one_or_none()
    if score is None:
        if row is not None:
            session.delete(row)
    elif row is not None:
        row.score = score
    else:
        session.add(SegmentScore(segment_id=segment_id, criterion_id=criterion_id, score=score))
