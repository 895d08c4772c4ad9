"""The company and its reps as plans need them: working days, hours on each weekday, where days start, how driving is estimated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import ClosedDay, Rep, RepAbsence, RepHours
from workbench.strings import language
from workbench.visits.calendar import LONGEST_CLOSURE_DAYS, WorkCalendar, company_calendar, days_between
from workbench.visits.problem import PlanRep, Span
from workbench.visits.travel import Place, TravelRule
from workbench.workspace.workspace import company_of


@dataclass(frozen=True, slots=True)
class TeamRep:
    """A rep with what plans need. `field_hours` a week are kept for visits and driving; 0 means all working hours less lunch."""

    plan: PlanRep
    short_name: str
    field_hours: float
    active: bool

    def field_minutes(self, calendar: WorkCalendar, lunch: Span | None, monday: date) -> int:
        """Minutes for visits and driving in the week of a Monday; holidays, closed days and days away take their part."""
        normal = [weekday for weekday in range(7) if self.plan.hours[weekday]]
        worked = [day.weekday() for day in days_between(monday, monday + timedelta(days=6)) if self.works_on(calendar, day)]
        if self.field_hours > 0:
            return round(self.field_hours * 60 * len(worked) / len(normal)) if normal else 0
        return sum(_field_minutes_of(hours, lunch) for weekday in worked if (hours := self.plan.hours[weekday]))

    def works_on(self, calendar: WorkCalendar, day: date) -> bool:
        """Whether the rep works on a day. Own hours on a weekday the company does not work count; holidays and closed days hold for all, days away for him."""
        return self.plan.hours[day.weekday()] is not None and day not in calendar.closed and day not in self.plan.away


@dataclass(frozen=True, slots=True)
class Team:
    """Everything about the company that a plan needs, for one span of days."""

    calendar: WorkCalendar
    lunch: Span | None
    travel: TravelRule
    reps: tuple[TeamRep, ...]

    def rep(self, rep_id: int) -> TeamRep | None:
        """The rep of this id, active or not."""
        return next((rep for rep in self.reps if rep.plan.id == rep_id), None)

    @property
    def active(self) -> tuple[TeamRep, ...]:
        """The reps that make visits now, in their order."""
        return tuple(rep for rep in self.reps if rep.active)


def _field_minutes_of(hours: Span, lunch: Span | None) -> int:
    rest = max(0, min(hours[1], lunch[1]) - max(hours[0], lunch[0])) if lunch else 0
    return hours[1] - hours[0] - rest


def travel_rule(session: Session) -> TravelRule:
    """How this company estimates driving."""
    company = company_of(session)
    return TravelRule(company.road_factor, company.near_km, company.near_kmh, company.far_kmh)


def work_calendar(session: Session, first: date, last: date) -> WorkCalendar:
    """Working days of the company between two days; holidays are named in the language in use."""
    company = company_of(session)
    own = {
        day: closed.name
        for closed in session.scalars(select(ClosedDay).where(ClosedDay.last >= first, ClosedDay.first <= last).order_by(ClosedDay.id))
        for day in days_between(max(closed.first, first), min(closed.last, last))
    }
    weekdays = frozenset(weekday for weekday in range(7) if company.working_days >> weekday & 1)
    return company_calendar(company.country, weekdays, own, first, last, language())


def next_working_day(session: Session, after: date) -> date | None:
    """The company's first working day later than `after`; None when there is none within about a year."""
    return work_calendar(session, after, after + timedelta(days=LONGEST_CLOSURE_DAYS)).next_working_day(after)


def load_team(session: Session, first: date, last: date) -> Team:
    """The company and all its reps, inactive ones too, for the days from first to last."""
    company = company_of(session)
    lunch = (company.lunch_start, company.lunch_end) if company.lunch_start < company.lunch_end else None
    calendar = work_calendar(session, first, last)
    own: dict[tuple[int, int], RepHours] = {(row.rep_id, row.weekday): row for row in session.scalars(select(RepHours))}
    away = _days_away(session, first, last)
    office = _place(company.office_lat, company.office_lng)
    reps = []
    for rep in session.scalars(select(Rep).order_by(Rep.position, Rep.id)):
        hours: list[Span | None] = []
        for weekday in range(7):
            row = own.get((rep.id, weekday))
            if row is not None:
                hours.append((row.start, row.end) if row.start < row.end else None)
            else:
                hours.append((company.day_start, company.day_end) if weekday in calendar.weekdays else None)
        home = _place(rep.start_lat, rep.start_lng) or office
        ends = {"home": home, "office": office or home}
        plan = PlanRep(
            rep.id,
            rep.name,
            ends.get(rep.starts_at),
            tuple(hours),
            ends.get(rep.ends_at),
            frozenset(away.get(rep.id, ())),
            rep.most_visits,
            round(rep.field_hours * 60),
        )
        reps.append(TeamRep(plan, rep.short_name or rep.name, rep.field_hours, rep.active))
    return Team(calendar, lunch, travel_rule(session), tuple(reps))


def _days_away(session: Session, first: date, last: date) -> dict[int, set[date]]:
    """The days on which each rep is away between two days."""
    days: dict[int, set[date]] = {}
    for absence in session.scalars(select(RepAbsence).where(RepAbsence.last >= first, RepAbsence.first <= last)):
        days.setdefault(absence.rep_id, set()).update(days_between(max(absence.first, first), min(absence.last, last)))
    return days


def _place(lat: float | None, lng: float | None) -> Place | None:
    return Place(lat, lng) if lat is not None and lng is not None else None
