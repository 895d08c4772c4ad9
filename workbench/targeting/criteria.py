"""What segments are scored on: criteria with weights, the usual and the owner's own, and scores given by hand. Each command is called inside one edit."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Criterion, Segment, SegmentScore
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
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
OWN, MOST_OWN, MOST_NAME = "own", 6, 40


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion; `weight` runs from 0 to 5."""

    id: int
    kind: str
    name: str
    weight: int

    @property
    def own(self) -> bool:
        """Whether the owner thought of it: it can be renamed and removed, and is scored by hand."""
        return self.kind == OWN


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


def add(session: Session, name: str) -> int:
    """Add a criterion of the owner's own to the current plan, scored by hand; returns its id.

    Raises BadInput without a plan or a name, for a name that is taken, and for more than anyone can weigh.
    """
    plan = current_plan(session)
    if plan is None:
        raise BadInput(tr("There is no plan yet."), "", tr("Make one under Goals."))
    begin(session, plan.id)
    known = criteria(session, plan.id)
    if sum(one.own for one in known) >= MOST_OWN:
        raise BadInput(tr("There are {n} criteria of your own already.", n=MOST_OWN), "", tr("Remove one that changes nothing."))
    last = session.scalar(select(func.max(Criterion.position)).where(Criterion.plan_id == plan.id))
    row = Criterion(plan_id=plan.id, position=0 if last is None else last + 1, name=_name(known, name), kind=OWN)
    session.add(row)
    session.flush()
    return row.id


def new_name(session: Session) -> str:
    """What a new criterion is called until it is named: "Criterion 2" where "Criterion" is taken."""
    plan = current_plan(session)
    taken = {one.name for one in criteria(session, plan.id if plan else None)}
    names = (tr("Criterion"), *(tr("Criterion {n}", n=n) for n in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def rename(session: Session, criterion_id: int, name: str) -> str:
    """Give an own criterion another name and return it as it is kept. Raises BadInput for an empty or taken one, and for the usual criteria."""
    row = _own(session, criterion_id)
    row.name = _name([one for one in criteria(session, row.plan_id) if one.id != criterion_id], name)
    return row.name


def remove(session: Session, criterion_id: int) -> None:
    """Remove an own criterion with its scores. Raises BadInput for the usual criteria: a weight of 0 leaves them out."""
    session.delete(_own(session, criterion_id))


def _own(session: Session, criterion_id: int) -> Criterion:
    row = session.get_one(Criterion, criterion_id)
    if row.kind != OWN:
        raise BadInput(tr("{criterion} is one of the usual criteria.", criterion=called(row.kind)), "", tr("A weight of 0 leaves it out."))
    return row


def _name(others: Sequence[CriterionView], text: str) -> str:
    name = " ".join(text.replace("\0", "").split())
    if not name:
        raise BadInput(tr("A criterion needs a name."), "", tr("Say in a word or two what counts."))
    if len(name) > MOST_NAME:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=MOST_NAME))
    if name.casefold() in {one.name.casefold() for one in others}:
        raise BadInput(tr("There is a criterion “{name}” already.", name=name), "", tr("Call it otherwise."))
    return name


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
