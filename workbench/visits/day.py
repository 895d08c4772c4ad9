"""One day's visits by rep: for Today, the morning sheets and the day of the visit plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from workbench.visits.cards import VisitCard, numbered, visit_cards, way_home
from workbench.visits.team import load_team, next_working_day


@dataclass(frozen=True, slots=True)
class RepDay:
    """A rep's visits of the day. Driving counts the way home; `back_at` is None on a day without visits or without a known end."""

    rep_id: int
    name: str
    short_name: str
    works: bool
    visits: tuple[VisitCard, ...]
    driving_minutes: int
    distance_km: float
    back_at: int | None


@dataclass(frozen=True, slots=True)
class DayView:
    """All reps on one day. `closed_name` names a holiday or closed day; `next_working_day` is the next one of the company."""

    day: date
    working: bool
    closed_name: str | None
    next_working_day: date | None
    reps: tuple[RepDay, ...]

    @property
    def visits(self) -> int:
        """How many visits all reps have."""
        return sum(len(rep.visits) for rep in self.reps)


def day_view(session: Session, day: date) -> DayView:
    """The visits of a day by rep: all active reps, and others that have visits then."""
    team = load_team(session, day, day)
    cards = visit_cards(session, day, day)
    reps = []
    for rep in team.reps:
        visits = numbered(cards.get(rep.plan.id, ()))
        if not rep.active and not visits:
            continue
        home = way_home(visits, rep.plan.finish, team.travel)
        known = rep.plan.finish is not None and any(visit.place and not visit.desk for visit in visits)
        leaves = max((visit.end for visit in visits), default=0)
        if team.lunch and leaves < team.lunch[1] and team.lunch[0] < leaves + home.minutes:
            leaves += team.lunch[1] - max(team.lunch[0], leaves)
        reps.append(
            RepDay(
                rep_id=rep.plan.id,
                name=rep.plan.name,
                short_name=rep.short_name,
                works=rep.works_on(team.calendar, day),
                visits=visits,
                driving_minutes=sum(visit.travel_minutes for visit in visits) + home.minutes,
                distance_km=sum(visit.travel_km for visit in visits) + home.km,
                back_at=leaves + home.minutes if known else None,
            )
        )
    working = team.calendar.is_working(day) or any(rep.works for rep in reps)
    return DayView(day, working, team.calendar.closed_name(day), next_working_day(session, day), tuple(reps))
