"""Actions: measures with an owner and a day, what they serve, and everything that is done to them. Overdue ones come first."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Action, Rep, Segment, Strategy
from workbench import clock
from workbench.actions.kpi import Kpi, named, stored
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import marked, tr

STATUSES = {
    "open": marked("to do"),
    "doing": marked("under way"),
    "done": marked("finished"),
    "dropped": marked("dropped"),
}
"""Statuses in the order of the board."""
LIVE = ("open", "doing")
LONGEST_TITLE, LONGEST_NOTE = 200, 5_000


@dataclass(frozen=True, slots=True)
class Served:
    """What an action serves. `kind` is SO, WO, ST or WT for a strategy, empty for a segment."""

    id: int
    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """The rep who does it."""

    id: int
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action. `overdue` says by how many days an open one is late, 0 while it is not; `kpi` is what it is to move."""

    id: int
    title: str
    note: str
    strategy: Served | None
    segment: Served | None
    owner: Owner | None
    due: date | None
    status: str
    overdue: int
    done_on: date | None
    kpi: Kpi | None

    @property
    def live(self) -> bool:
        """Still to be done."""
        return self.status in LIVE

    @property
    def serves(self) -> Served | None:
        """The strategy, else the segment."""
        return self.strategy or self.segment


def actions(session: Session, day: date | None = None) -> tuple[ActionView, ...]:
    """The current plan's actions as seen on `day` (today): overdue ones first, longest late on top, then by day, without a day, done, dropped."""
    plan = current_plan(session)
    if plan is None:
        return ()
    now = day or clock.today()
    query = (
        select(Action, Strategy, Segment, Rep)
        .outerjoin(Strategy, Strategy.id == Action.strategy_id)
        .outerjoin(Segment, Segment.id == Action.segment_id)
        .outerjoin(Rep, Rep.id == Action.rep_id)
        .where(Action.plan_id == plan.id)
        .order_by(Action.position, Action.id)
    )
    kpis = named(session)
    views = [_view(action, strategy, segment, rep, kpis.get(action.kpi), now) for action, strategy, segment, rep in session.execute(query)]
    return tuple(sorted(views, key=_order))


def open_for(session: Session, rep_id: int, day: date) -> tuple[ActionView, ...]:
    """What a rep still has to do as seen on `day`, overdue first."""
    return tuple(one for one in actions(session, day) if one.live and one.owner is not None and one.owner.id == rep_id)


def add(
    session: Session,
    title: str,
    *,
    note: str = "",
    strategy: int | None = None,
    segment: int | None = None,
    rep: int | None = None,
    due: date | None = None,
    status: str = "open",
    kpi: str = "",
) -> int:
    """Add an action to the current plan. Returns its id. Raises BadInput without a title."""
    plan = current_plan(session)
    if plan is None:
        raise BadInput(tr("There is no plan yet."))
    last = session.scalar(select(Action.position).where(Action.plan_id == plan.id).order_by(Action.position.desc()).limit(1))
    row = Action(plan_id=plan.id, position=0 if last is None else last + 1, title="")
    session.add(row)
    for name, value in (
        ("title", title), ("note", note), ("strategy", strategy), ("segment", segment), ("rep", rep), ("due", due), ("status", status), ("kpi", kpi)
    ):  # fmt: skip
        _set(session, row, name, value)
    session.flush()
    return row.id


def change(session: Session, action: int, **values: Any) -> None:
    """Change title, note, strategy, segment, rep, due, status or kpi (a code of actions.kpi). It serves one thing: a strategy takes it from a segment, and the other way.

    A done action remembers the day. Raises BadInput.
    """
    row = session.get_one(Action, action)
    for name, value in values.items():
        _set(session, row, name, value)


def remove(session: Session, action: int) -> None:
    """Remove it without a trace; to keep it in sight, drop it instead."""
    session.delete(session.get_one(Action, action))


def following(due: date | None, weeks: int = 1) -> date:
    """A day that many weeks later than `due`, never before today: for putting an action off."""
    return max(clock.today(), due or clock.today()) + timedelta(weeks=weeks)


def _set(session: Session, row: Action, name: str, value: Any) -> None:
    if name == "title":
        words = " ".join(value.split())
        if not words:
            raise BadInput(tr("An action needs a title."), "", tr("Say what is done, beginning with a verb."))
        if len(words) > LONGEST_TITLE:
            raise BadInput(tr("At most {n} letters.", n=LONGEST_TITLE), "", tr("The rest can stand in the note."))
        row.title = words
    elif name == "note":
        row.note = value.strip()[:LONGEST_NOTE]
    elif name == "strategy":
        row.strategy_id = value
        row.segment_id = None if value is not None else row.segment_id
    elif name == "segment":
        row.segment_id = value
        row.strategy_id = None if value is not None else row.strategy_id
    elif name == "rep":
        row.rep_id = value
    elif name == "due":
        row.due = value
    elif name == "kpi":
        row.kpi = stored(session, value)
    elif name == "status":
        if value not in STATUSES:
            raise BadInput(tr("{status} is not a status.", status=value))
        row.done_on = (row.done_on or clock.today()) if value == "done" else None
        row.status = value
    else:
        raise TypeError(name)


def _view(action: Action, strategy: Strategy | None, segment: Segment | None, rep: Rep | None, kpi: Kpi | None, now: date) -> ActionView:
    late = (now - action.due).days if action.due is not None and action.status in LIVE else 0
    return ActionView(
        action.id,
        action.title,
        action.note,
        Served(strategy.id, strategy.text, strategy.kind) if strategy else None,
        Served(segment.id, segment.name) if segment else None,
        Owner(rep.id, rep.name, rep.short_name) if rep else None,
        action.due,
        action.status,
        max(0, late),
        action.done_on,
        kpi,
    )


def _order(view: ActionView) -> tuple[int, int, int]:
    rank = list(STATUSES).index(view.status) if not view.live else 0
    if view.status == "done":
        return rank, -(view.done_on or date.min).toordinal(), view.id
    return rank, (view.due or date.max).toordinal(), view.id
