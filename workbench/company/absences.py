"""Days on which a rep is away, and how a rep's days begin, end and fill."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from models import Rep, RepAbsence
from workbench.errors import BadInput
from workbench.strings import tr

ENDS = ("home", "office")
MOST_A_DAY = 30


def add_absence(session: Session, rep_id: int, reason: str, first: date, last: date) -> None:
    """Add days on which a rep is away, both ends included. Raises BadInput where they run backwards."""
    if last < first:
        raise BadInput(tr("The last day lies before the first."), "", tr("Give the earlier day first."))
    session.get_one(Rep, rep_id)
    session.add(RepAbsence(rep_id=rep_id, first=first, last=last, reason=" ".join(reason.split())))


def rename_absence(session: Session, key: int, reason: str) -> None:
    """Say otherwise why a rep is away."""
    session.get_one(RepAbsence, key).reason = " ".join(reason.split())


def remove_absence(session: Session, key: int) -> None:
    """Let a rep work on these days."""
    session.delete(session.get_one(RepAbsence, key))


def set_end_of_day(session: Session, rep_id: int, which: str, place: str) -> None:
    """Let a rep's days start or end (`which`: starts_at, ends_at) at home or at the office."""
    if which not in ("starts_at", "ends_at") or place not in ENDS:
        raise BadInput(tr("{value} cannot be chosen.", value=place), "", tr("Choose one of the list."))
    setattr(session.get_one(Rep, rep_id), which, place)


def set_most_visits(session: Session, rep_id: int, most: int | None) -> None:
    """Plan at most so many visits a day for a rep; None or 0: any number. Raises BadInput for more than MOST_A_DAY."""
    if not 0 <= (most or 0) <= MOST_A_DAY:
        raise BadInput(tr("A day holds at most {most} visits.", most=MOST_A_DAY), "", tr("Leave it empty for no limit."))
    session.get_one(Rep, rep_id).most_visits = most or 0
