"""One week of all reps, for the visit plan pane: who goes where on which day, its figures, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench import clock
from workbench.strings import tr
from workbench.visits.cards import VisitCard, visit_cards, way_home
from workbench.visits.hand_plan import RULE
from workbench.visits.team import Team, TeamRep, load_team
from workbench.visits.unplanned import Audit, Unplanned, audit


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week: whether anybody works, and the name of a holiday or closed day."""

    day: date
    working: bool
    closed_name: str | None
    today: bool


@dataclass(frozen=True, slots=True)
class RepWeek:
    """A rep's week: cards by day as in `WeekView.days`. Driving counts the ways home; `load` is the share of the field hours, None without any."""

    rep_id: int
    name: str
    short_name: str
    visits: int
    driving_minutes: int
    distance_km: float
    visit_minutes: int
    field_minutes: int
    days: tuple[tuple[VisitCard, ...], ...]

    @property
    def load(self) -> float | None:
        """Visits and driving as a share of the field hours of this week."""
        return (self.visit_minutes + self.driving_minutes) / self.field_minutes if self.field_minutes else None


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week. `required` and `planned` count the promised visits, done ones included; `cadence_kept` is percent; `rule` and `travel`
    are sentences on how the plan is made and how driving is estimated."""

    monday: date
    days: tuple[WeekDay, ...]
    reps: tuple[RepWeek, ...]
    required: int
    planned: int
    done: int
    driving_minutes: int
    distance_km: float
    cadence_kept: float
    left_out: tuple[Unplanned, ...]
    rule: str
    travel: str

    @property
    def late(self) -> int:
        """How many of the required visits are not made in time, or not at all."""
        return self.required - round(self.cadence_kept / 100 * self.required)

    @property
    def loads(self) -> tuple[float, float] | None:
        """The lowest and the highest load of the reps."""
        loads = [rep.load for rep in self.reps if rep.load is not None]
        return (min(loads), max(loads)) if loads else None


def week_view(session: Session, monday: date) -> WeekView:
    """The week that starts on a Monday: Monday to Friday, and the weekend where somebody works or visits. Over days count as they went."""
    sunday, today = monday + timedelta(days=6), clock.today()
    team = load_team(session, monday, sunday)
    cards = visit_cards(session, monday, sunday)
    days = _days(team, monday, {card.day for of_rep in cards.values() for card in of_rep}, today)
    shown = [rep for rep in team.reps if rep.active or rep.plan.id in cards]
    reps = tuple(_rep_week(team, rep, cards.get(rep.plan.id, []), days, monday) for rep in shown)
    gone = [card for of_rep in cards.values() for card in of_rep if card.day < today or card.status == "done"]
    kept = sum(card.status != "missed" for card in gone)
    ahead = audit(session, max(monday, today), sunday) if sunday >= today else Audit(0, 0, 100.0, ())
    required = ahead.required + len(gone)
    in_time = ahead.cadence_kept / 100 * ahead.required + kept
    return WeekView(
        monday=monday,
        days=days,
        reps=reps,
        required=required,
        planned=ahead.planned + kept,
        done=sum(card.status == "done" for card in gone),
        driving_minutes=sum(rep.driving_minutes for rep in reps),
        distance_km=sum(rep.distance_km for rep in reps),
        cadence_kept=100 * in_time / required if required else 100.0,
        left_out=ahead.left_out,
        rule=tr(RULE),
        travel=team.travel.describe(),
    )


def _days(team: Team, monday: date, visited: set[date], today: date) -> tuple[WeekDay, ...]:
    days = []
    for offset in range(7):
        day = monday + timedelta(days=offset)
        working = any(rep.works_on(team.calendar, day) for rep in team.active)
        if offset < 5 or working or day in visited:
            days.append(WeekDay(day, working, team.calendar.closed_name(day), day == today))
    return tuple(days)


def _rep_week(team: Team, rep: TeamRep, cards: list[VisitCard], days: tuple[WeekDay, ...], monday: date) -> RepWeek:
    by_day = tuple(tuple(card for card in cards if card.day == shown.day) for shown in days)
    home = [way_home(visits, rep.plan.finish, team.travel) for visits in by_day]
    counted = [card for card in cards if card.status != "missed"]
    return RepWeek(
        rep_id=rep.plan.id,
        name=rep.plan.name,
        short_name=rep.short_name,
        visits=len(counted),
        driving_minutes=sum(card.travel_minutes for card in cards) + sum(leg.minutes for leg in home),
        distance_km=sum(card.travel_km for card in cards) + sum(leg.km for leg in home),
        visit_minutes=sum(card.end - card.start for card in counted),
        field_minutes=rep.field_minutes(team.calendar, team.lunch, monday),
        days=by_day,
    )
