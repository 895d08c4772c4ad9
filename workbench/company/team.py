"""The reps and the closed days as the company sheet shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models import ClosedDay, Company, Rep, RepAbsence, RepHours
from workbench import clock
from workbench.customers.hours import Window
from workbench.workspace.workspace import company_of


@dataclass(frozen=True, slots=True)
class RepRow:
    """One rep; an empty `start_address` means the office.

    `hours` of each weekday (Monday 0), None on a day off; `own` when they differ from the company's. `field_hours` a week are kept for
    visits and driving; 0 means all working hours less lunch. `starts_at` and `ends_at` are home or office; `most_visits` a day, 0 any number.
    `away` are the absences that come, soonest first, `past` those that are over, latest first.
    """

    id: int
    name: str
    active: bool
    start_address: str
    hours: Mapping[int, Window | None]
    own: bool
    field_hours: float
    starts_at: str
    ends_at: str
    most_visits: int
    away: tuple["ClosedRow", ...]
    past: tuple["ClosedRow", ...]


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """Closed days of the company, or days on which a rep is away, both ends included."""

    id: int
    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TeamRows:
    """All reps in their order; the closed days that come, soonest first, and those that are over, latest first."""

    reps: tuple[RepRow, ...]
    closed: tuple[ClosedRow, ...]
    past: tuple[ClosedRow, ...]


def own_hours(session: Session, rep_id: int) -> dict[int, Window | None]:
    """The weekdays (Monday 0) on which a rep's hours differ from the company's, None on a day off."""
    return {row.weekday: _window(row) for row in session.query(RepHours).filter_by(rep_id=rep_id)}


def day_hours(company: Company, own: Mapping[int, Window | None], weekday: int) -> Window | None:
    """The hours of a rep with these `own` ones on a weekday, None on a day off."""
    if weekday in own:
        return own[weekday]
    return (company.day_start, company.day_end) if company.working_days >> weekday & 1 else None


def team_rows(session: Session) -> TeamRows:
    """Read the team as of today."""
    company, today = company_of(session), clock.today()
    own: dict[int, dict[int, Window | None]] = {}
    for row in session.query(RepHours):
        own.setdefault(row.rep_id, {})[row.weekday] = _window(row)
    absences: dict[int, list[ClosedRow]] = {}
    for away in session.query(RepAbsence).order_by(RepAbsence.first, RepAbsence.id):
        absences.setdefault(away.rep_id, []).append(ClosedRow(away.id, away.reason, away.first, away.last))
    reps = []
    for rep in session.query(Rep).order_by(Rep.position, Rep.id):
        kept = own.get(rep.id, {})
        hours = {day: day_hours(company, kept, day) for day in range(7)}
        gone = absences.get(rep.id, [])
        come, past = tuple(a for a in gone if a.last >= today), tuple(a for a in reversed(gone) if a.last < today)
        ends = rep.starts_at, rep.ends_at, rep.most_visits
        reps.append(RepRow(rep.id, rep.name, rep.active, rep.start_address, hours, bool(kept), rep.field_hours, *ends, come, past))
    closed = [ClosedRow(c.id, c.name, c.first, c.last) for c in session.query(ClosedDay).order_by(ClosedDay.first, ClosedDay.id)]
    return TeamRows(tuple(reps), tuple(c for c in closed if c.last >= today), tuple(c for c in reversed(closed) if c.last < today))


def _window(row: RepHours) -> Window | None:
    return (row.start, row.end) if row.start < row.end else None
