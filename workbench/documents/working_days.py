"""Why nobody goes out on a day, and which day is the next."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import ClosedDay, Company, Rep, RepHours
from workbench.visits.calendar import LONGEST_CLOSURE_DAYS, WorkCalendar, company_calendar, days_between


@dataclass(frozen=True, slots=True)
class Pause:
    """`kind`: a public holiday or own closed day with its name, a weekday the company does not work, or a day off of the rep."""

    kind: Literal["closed", "weekday", "rep"]
    name: str


def calendar_of(session: Session, company: Company, first: date, last: date) -> WorkCalendar:
    """The company's working days between two days, in the language of the company."""
    own = {
        day: closed.name
        for closed in session.scalars(select(ClosedDay).where(ClosedDay.last >= first, ClosedDay.first <= last))
        for day in days_between(max(closed.first, first), min(closed.last, last))
    }
    weekdays = frozenset(n for n in range(7) if company.working_days >> n & 1)
    return company_calendar(company.country, weekdays, own, first, last, company.language)


def pause_on(session: Session, company: Company, rep: Rep, day: date) -> Pause | None:
    """Why the rep does not go out on that day, None on a working day."""
    calendar = calendar_of(session, company, day, day)
    if name := calendar.closed_name(day):
        return Pause("closed", name)
    hours = session.scalar(select(RepHours).where(RepHours.rep_id == rep.id, RepHours.weekday == day.weekday()))
    if hours is not None and hours.start != hours.end:
        return None
    if day.weekday() not in calendar.weekdays:
        return Pause("weekday", "")
    return Pause("rep", "") if hours is not None else None


def next_day_out(session: Session, company: Company, after: date) -> date | None:
    """The company's next working day after `after`."""
    calendar = calendar_of(session, company, after, after + timedelta(days=LONGEST_CLOSURE_DAYS))
    return calendar.next_working_day(after)
