"""What is done to segments by hand: add, name, note, move, filter, remove, decide, serve. Each is called inside one edit.

Where a segment sets a channel, visits of customers that a change sends to the desk leave the plan with it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Segment
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import tr
from workbench.targeting.criteria import begin
from workbench.targeting.filters import Group, dumped
from workbench.targeting.segments import DECISIONS
from workbench.visits.rules import CHANNELS
from workbench.visits.to_the_desk import plan_obeys

MOST_NAME, MOST_TEXT, MOST_SEGMENTS = 80, 2_000, 40


def add(session: Session, name: str, tree: Group | None = None, decision: str = "", reason: str = "") -> int:
    """Add a segment at the end of the current plan and return its id. The first one brings the usual criteria with it.

    Raises BadInput without a plan or a name, and for more segments than anyone can serve.
    """
    plan = current_plan(session)
    if plan is None:
        raise BadInput(tr("There is no plan yet."), "", tr("Make one under Goals."))
    last, count = session.execute(select(func.max(Segment.position), func.count()).where(Segment.plan_id == plan.id)).one()
    if count >= MOST_SEGMENTS:
        raise BadInput(tr("There are {n} segments already.", n=count), "", tr("Remove one that you decided against."))
    row = Segment(plan_id=plan.id, position=0 if last is None else last + 1, name=_name(name), filter=dumped(tree))
    session.add(row)
    session.flush()
    begin(session, plan.id)
    if decision or reason:
        decide(session, row.id, decision, reason)
    return row.id


def rename(session: Session, segment_id: int, name: str) -> None:
    """Give a segment another name. Raises BadInput for an empty one."""
    session.get_one(Segment, segment_id).name = _name(name)


def set_note(session: Session, segment_id: int, note: str) -> None:
    """Say in plain words who these customers are. Raises BadInput for an overlong note."""
    session.get_one(Segment, segment_id).note = _text(note)


def set_filter(session: Session, segment_id: int, tree: Group | None) -> str:
    """Find other customers; returns the filter as it is kept. Raises FilterError for a tree that cannot be."""
    row, kept = session.get_one(Segment, segment_id), dumped(tree)
    with plan_obeys(session):
        row.filter = kept
    return kept


def move(session: Session, segment_id: int, place: int) -> None:
    """Put a segment at another place, counted from 0: the order decides where a customer counts that passes several filters."""
    row = session.get_one(Segment, segment_id)
    query = select(Segment).where(Segment.plan_id == row.plan_id, Segment.id != row.id).order_by(Segment.position, Segment.id)
    rows = list(session.scalars(query))
    rows.insert(max(0, min(place, len(rows))), row)
    with plan_obeys(session):
        for position, one in enumerate(rows):
            one.position = position


def remove(session: Session, segment_id: int) -> None:
    """Remove a segment with its scores; the customers stay."""
    with plan_obeys(session):
        session.delete(session.get_one(Segment, segment_id))


def decide(session: Session, segment_id: int, decision: str, reason: str | None = None) -> None:
    """Decide on a segment: primary, secondary, later, or "" for undecided; None leaves the reason as it is. Raises BadInput."""
    if decision and decision not in DECISIONS:
        raise BadInput(tr("{decision} is not a decision.", decision=decision), "", tr("Choose one of the list."))
    row = session.get_one(Segment, segment_id)
    row.decision = decision
    if reason is not None:
        row.reason = _text(reason)


def set_channel(session: Session, segment_id: int, channel: str) -> None:
    """Serve a segment in person ("visit") or from the desk ("desk"), or leave it to the tiers ("") again. Raises BadInput for anything else."""
    if channel and channel not in CHANNELS:
        raise BadInput(tr("{value} cannot be chosen.", value=channel), "", tr("Choose one of the list."))
    row = session.get_one(Segment, segment_id)
    with plan_obeys(session):
        row.channel = channel


def _name(text: str) -> str:
    name = " ".join(text.replace("\0", "").split())
    if not name:
        raise BadInput(tr("A segment needs a name."), "", tr("Type who they are in a word or two."))
    if len(name) > MOST_NAME:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=MOST_NAME))
    return name


def _text(text: str) -> str:
    kept = text.replace("\0", "").strip()
    if len(kept) > MOST_TEXT:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=MOST_TEXT))
    return kept
