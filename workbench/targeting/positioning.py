"""The positioning map: its axes and where we, the rivals and the segments' ideals stand. The commands are called inside one edit."""

from math import isfinite
from typing import Literal

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from models import Axis, AxisPoint, Rival, Segment
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import tr

Kind = Literal["we", "rival", "segment"]
MOST_AXES, MOST_NAME = 6, 60
MIDDLE = 0.5


def begin(session: Session) -> None:
    """Lay two axes that most buyers know, with ourselves in the middle. Raises BadInput without a plan."""
    add_axis(session, tr("Speed of delivery"), tr("in weeks"), tr("in days"))
    add_axis(session, tr("Price"), tr("low price"), tr("high price"))
    place(session, "we", None, MIDDLE, MIDDLE)


def add_axis(session: Session, name: str, low: str = "", high: str = "") -> int:
    """Add an axis after the others and return its id. Raises BadInput without a plan or a name, for overlong words and too many axes."""
    plan = current_plan(session)
    if plan is None:
        raise BadInput(tr("There is no plan yet."), "", tr("Make one under Goals."))
    last, count = session.execute(select(func.max(Axis.position), func.count()).where(Axis.plan_id == plan.id)).one()
    if count >= MOST_AXES:
        raise BadInput(tr("There are {n} axes already.", n=count), "", tr("Remove one that tells nobody apart."))
    row = Axis(plan_id=plan.id, position=0 if last is None else last + 1, name=_name(name), low=_words(low), high=_words(high))
    session.add(row)
    session.flush()
    return row.id


def rename_axis(session: Session, axis_id: int, name: str | None = None, low: str | None = None, high: str | None = None) -> None:
    """Call an axis or one of its ends something else; None leaves it. Raises BadInput for an empty name and overlong words."""
    row = session.get_one(Axis, axis_id)
    row.name = row.name if name is None else _name(name)
    row.low = row.low if low is None else _words(low)
    row.high = row.high if high is None else _words(high)


def remove_axis(session: Session, axis_id: int) -> None:
    """Remove an axis with the places on it; the next one is drawn instead."""
    session.delete(session.get_one(Axis, axis_id))


def draw_axis(session: Session, axis_id: int, upwards: bool) -> None:
    """Draw an axis across, or upwards; it changes places with the one that was drawn there."""
    wanted = session.get_one(Axis, axis_id)
    rows = list(session.scalars(select(Axis).where(Axis.plan_id == wanted.plan_id).order_by(Axis.position, Axis.id)))
    here, there = rows.index(wanted), min(int(upwards), len(rows) - 1)
    rows[here], rows[there] = rows[there], rows[here]
    for position, row in enumerate(rows):
        row.position = position


def place(session: Session, kind: Kind, whose: int | None, x: float, y: float) -> None:
    """Put a rival, a segment's ideal or ourselves (`whose` None) at (x, y) of the drawn axes; what lies outside is put on the edge.

    Raises BadInput with fewer than two axes, for a place that is no number, and for somebody who is not there.
    """
    if not (isfinite(x) and isfinite(y)):
        raise BadInput(tr("This is no place on the map."), "", tr("Give two numbers from 0 to 1."))
    _known(session, kind, whose)
    axes = drawn(session)
    if len(axes) < 2:
        raise BadInput(tr("The map needs two axes."), "", tr("Add one."))
    for axis, value in zip(axes, (x, y), strict=True):
        kept = min(1.0, max(0.0, float(value)))
        row = session.scalar(select(AxisPoint).where(AxisPoint.axis_id == axis.id, _of(kind, whose)))
        if row is None:
            session.add(AxisPoint(axis_id=axis.id, value=kept, **_keys(kind, whose)))
        else:
            row.value = kept


def take_off(session: Session, kind: Kind, whose: int | None) -> None:
    """Take somebody off the two drawn axes."""
    axes = [axis.id for axis in drawn(session)]
    for row in session.scalars(select(AxisPoint).where(AxisPoint.axis_id.in_(axes), _of(kind, whose))):
        session.delete(row)


def drawn(session: Session) -> list[Axis]:
    """The two axes that are drawn, across first; fewer where there are fewer."""
    plan = current_plan(session)
    if plan is None:
        return []
    return list(session.scalars(select(Axis).where(Axis.plan_id == plan.id).order_by(Axis.position, Axis.id).limit(2)))


def _keys(kind: Kind, whose: int | None) -> dict[str, int | None]:
    return {"rival_id": whose if kind == "rival" else None, "segment_id": whose if kind == "segment" else None}


def _of(kind: Kind, whose: int | None) -> ColumnElement[bool]:
    keys = _keys(kind, whose)
    return and_(AxisPoint.rival_id.is_(keys["rival_id"]), AxisPoint.segment_id.is_(keys["segment_id"]))


def _known(session: Session, kind: Kind, whose: int | None) -> None:
    table = {"rival": Rival, "segment": Segment}.get(kind)
    if table is not None and (whose is None or session.get(table, whose) is None):
        raise BadInput(tr("Nobody of that name is there any more."), "", tr("Choose somebody else."))


def _name(text: str) -> str:
    name = _words(text)
    if not name:
        raise BadInput(tr("An axis needs a name."), "", tr("Type what buyers compare."))
    return name


def _words(text: str) -> str:
    kept = " ".join(text.replace("\0", "").split())
    if len(kept) > MOST_NAME:
        raise BadInput(tr("This is too long."), "", tr("At most {n} characters.", n=MOST_NAME))
    return kept
