"""Changing the months of a goal. Months that are over and fixed ones stay when others change; what a begun month was is kept with day and reason."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import Kgi, KgiMonth, KgiMonthChange
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.goals.month_parts import filled
from workbench.goals.split import SPLITS, Split, frame_of, moved, season_of, split, weights_of
from workbench.strings import tr


def set_split(session: Session, goal_id: int, mode: str) -> None:
    """Split anew: season (as last year, evenly where too little happened then), even, or hand (as they stand). Raises BadInput for others."""
    if mode not in SPLITS:
        raise BadInput(tr("{mode} is no way to split a goal.", mode=mode), "", tr("Choose one of the list."))
    keep(session, goal_id)
    session.get_one(Kgi, goal_id).split = mode
    split_anew(session, goal_id)


def set_month(session: Session, goal_id: int, month: date, target: int) -> None:
    """Give a month (by its first day) another target, in ten-thousandths; the free others make up the difference. Raises BadInput."""
    found = _found(session, goal_id)
    made = moved(found, _place(found, month), target)
    session.get_one(Kgi, goal_id).split = "hand"
    _write(session, found, made)


def fix_month(session: Session, goal_id: int, month: date, fixed: bool = True) -> None:
    """Keep a month when others change, or give it free again."""
    found = _found(session, goal_id)
    place = _place(found, month)
    _write(session, found, [part.target for part in found.parts])
    session.scalars(select(KgiMonth).where(KgiMonth.kgi_id == goal_id, KgiMonth.month == found.parts[place].first)).one().fixed = fixed
    session.flush()


def set_reason(session: Session, change_id: int, reason: str) -> None:
    """Say why a month's target was changed."""
    session.get_one(KgiMonthChange, change_id).reason = " ".join(reason.split())


def keep(session: Session, goal_id: int) -> None:
    """Store the months as they stand, so that what a begun month was is known after a change. A draft has none."""
    found = split(session, goal_id)
    if found is not None:
        _write(session, found, [part.target for part in found.parts])


def split_anew(session: Session, goal_id: int) -> None:
    """After target, deadline, baseline or mode changed: months that are over and fixed ones stay where that leaves enough, the others share
    the rest by the mode. By hand they keep their proportions. A draft has no months."""
    session.flush()
    frame = frame_of(session, goal_id)
    if frame is None:
        session.execute(delete(KgiMonth).where(KgiMonth.kgi_id == goal_id))
        return
    rows = {row.month: row for row in session.scalars(select(KgiMonth).where(KgiMonth.kgi_id == goal_id))}
    months, today = frame.months(), clock.today()
    weights = weights_of(frame, season_of(session, frame))
    if frame.mode == "hand" and rows:
        mean = sum(row.target for row in rows.values()) / len(rows)
        weights = [float(rows[first].target) if first in rows else mean for first, _ in months]
    known = [rows.get(first) for first, _ in months]
    over = [row.target if row and row.month < today.replace(day=1) else None for row in known]
    fixed = [row.target if row and row.fixed else None for row in known]
    both = [a if a is not None else b for a, b in zip(over, fixed, strict=True)]
    nothing: list[int | None] = [None] * len(months)
    made = next(m for kept in (both, over, fixed, nothing) if (m := filled(frame.total, kept, weights, frame.step)) is not None)
    for month in set(rows) - {first for first, _ in months}:
        session.delete(rows.pop(month))
    begun = {first for first, _ in months if max(first, frame.first) <= today}
    _store(session, goal_id, dict(zip((first for first, _ in months), made, strict=True)), rows, begun)


def forget(session: Session, goal_id: int) -> None:
    """Drop months and changes: another metric makes them mean nothing."""
    for table in (KgiMonth, KgiMonthChange):
        session.execute(delete(table).where(table.kgi_id == goal_id))


def _found(session: Session, goal_id: int) -> Split:
    found = split(session, goal_id)
    if found is None:
        raise BadInput(tr("The goal is still a draft and has no months."), "", tr("Complete the goal"))
    return found


def _place(found: Split, month: date) -> int:
    for place, part in enumerate(found.parts):
        if part.first == month.replace(day=1):
            return place
    raise BadInput(tr("{month} is not in the goal's span.", month=formatting.month_long(month)))


def _write(session: Session, found: Split, targets: Sequence[int]) -> None:
    rows = {row.month: row for row in session.scalars(select(KgiMonth).where(KgiMonth.kgi_id == found.goal_id))}
    for part in found.parts:
        if part.first not in rows:
            rows[part.first] = KgiMonth(kgi_id=found.goal_id, month=part.first, target=part.target)
            session.add(rows[part.first])
    wanted = {part.first: target for part, target in zip(found.parts, targets, strict=True)}
    _store(session, found.goal_id, wanted, rows, {part.first for part in found.parts if part.begun})


def _store(session: Session, goal_id: int, targets: dict[date, int], rows: dict[date, KgiMonth], begun: Collection[date]) -> None:
    """Write the targets; those of begun months leave behind what they were."""
    for month, target in targets.items():
        row = rows.get(month)
        if row is None:
            session.add(KgiMonth(kgi_id=goal_id, month=month, target=target))
        elif row.target != target:
            if month in begun:
                _remember(session, goal_id, month, row.target, target)
            row.target = target
    session.flush()


def _remember(session: Session, goal_id: int, month: date, before: int, target: int) -> None:
    """Keep what a begun month was. Several changes on one day are one; back where the day began there was none."""
    today = clock.today()
    same = session.scalars(
        select(KgiMonthChange).where(KgiMonthChange.kgi_id == goal_id, KgiMonthChange.month == month, KgiMonthChange.changed_on == today)
    ).first()
    if same is None:
        session.add(KgiMonthChange(kgi_id=goal_id, month=month, was=before, changed_on=today))
    elif same.was == target:
        session.delete(same)
