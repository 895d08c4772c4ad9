"""What a morning sheet says: one rep's day, read from the workspace."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Company, Customer, CustomerTier, Rep, Visit, VisitRule
from workbench.actions.actions import ActionView, open_for
from workbench.documents import goal_line, instead, three_sentences
from workbench.documents.instead import Instead
from workbench.documents.rules import asked_cadence
from workbench.documents.three_sentences import ThreeSentences
from workbench.documents.working_days import Pause, pause_on
from workbench.maps.marks import MapRoute, MapStop
from workbench.strings import using_language
from workbench.value.statements import best_words
from workbench.visits.calendar import monday_of
from workbench.visits.capacity import customers_by_rep_and_tier
from workbench.visits.channel import VISIT, resolved
from workbench.visits.team import load_team, next_working_day
from workbench.visits.travel import NO_DRIVE, Place, TravelRule
from workbench.visits.ways import read_bases
from workbench.workspace.workspace import company_of


@dataclass(frozen=True, slots=True)
class MorningStop:
    """One visit of the day. Times are minutes after midnight; travel is minutes from the stop before; `days_since` counts
    from the last real visit, None where there was none."""

    customer_id: int
    start: int
    end: int
    tier: str
    name: str
    name_local: str
    contact: str
    phone: str
    address: str
    place: Place | None
    travel_minutes: int
    days_since: int | None
    topics: str
    done: bool


@dataclass(frozen=True, slots=True)
class WeekBar:
    """Visits of the week: to all (`tier` empty) or to one tier. `announced` counts those done too; `target` is what the rules ask for, or
    what is announced where that is more."""

    tier: str
    done: int
    announced: int
    target: int


@dataclass(frozen=True, slots=True)
class NextDay:
    """The next day with visits, or the next working day: how many there are and when the first begins."""

    day: date
    visits: int
    start: int | None


@dataclass(frozen=True, slots=True)
class MorningSheet:
    """One rep's day. `actions` are what the rep still has to do, overdue first. `goal` is empty while the goal is a draft; `back` is when the rep is back, None without stops or places.

    `pause` says why nobody goes out; with it, and on a day without stops, `next_day` names the next one.
    `way` leads through the stops that have a place, None without any.
    """

    company: str
    language: str
    rep_id: int
    rep: str
    day: date
    goal: str
    stops: tuple[MorningStop, ...]
    travel_km: float
    travel_minutes: int
    back: int | None
    sentences: ThreeSentences
    week: tuple[WeekBar, ...]
    instead: tuple[Instead, ...]
    actions: tuple[ActionView, ...]
    pause: Pause | None
    next_day: NextDay | None
    way: MapRoute | None


def morning_sheets(session: Session, day: date, rep_ids: Sequence[int] | None = None, language: str = "") -> tuple[MorningSheet, ...]:
    """The sheets of the given reps, or of all active ones in their order. Texts are in `language`, the company's where it is empty."""
    company = company_of(session)
    language = language or company.language
    query = select(Rep).order_by(Rep.position, Rep.id)
    query = query.where(Rep.active) if rep_ids is None else query.where(Rep.id.in_(rep_ids))
    with using_language(language):
        day_reader = _DayReader(session, company, day, language)
        return tuple(day_reader.sheet(rep) for rep in session.scalars(query))


class _DayReader:
    """Reads once what all sheets of a day share."""

    def __init__(self, session: Session, company: Company, day: date, language: str) -> None:
        self.session, self.company, self.day, self.language = session, company, day, language
        self.rules = {rule.tier: rule for rule in session.scalars(select(VisitRule))}
        self.travel = TravelRule(company.road_factor, company.near_km, company.near_kmh, company.far_kmh)
        self.goal = goal_line.sentence(session, company)
        self.counts = self._visited_by_rep()
        self.bases = read_bases(session)
        self.ends = {rep.plan.id: rep.plan.finish for rep in load_team(session, day, day).reps}

    def sheet(self, rep: Rep) -> MorningSheet:
        stops = self._stops(rep)
        end = self.ends.get(rep.id)
        places = [stop.place for stop in stops if stop.place]
        home = self.travel.leg(places[-1], end) if places else NO_DRIVE
        km, minutes = self._travelled(rep)
        week = self._week(rep)
        pause = pause_on(self.session, rep.id, self.day) if not stops else None
        return MorningSheet(
            company=self.company.name,
            language=self.language,
            rep_id=rep.id,
            rep=rep.name,
            day=self.day,
            goal=self.goal,
            stops=stops,
            travel_km=km + home.km,
            travel_minutes=minutes + home.minutes,
            back=stops[-1].end + home.minutes if places and end else None,
            sentences=three_sentences.of(
                week, self.rules, self.counts.get(rep.id, {}), best_words(self.session, [stop.customer_id for stop in stops])
            ),
            week=week,
            instead=instead.nearest_due(self.session, rep.id, self.day, stops) if stops else (),
            actions=open_for(self.session, rep.id, self.day),
            pause=pause,
            next_day=self._next_day(rep) if not stops else None,
            way=self._way(rep, stops),
        )

    def _way(self, rep: Rep, stops: Sequence[MorningStop]) -> MapRoute | None:
        placed = tuple(
            MapStop(stop.place.lat, stop.place.lng, number, stop.customer_id, stop.tier, stop.name)
            for number, stop in enumerate(stops, 1)
            if stop.place is not None
        )
        ends = self.bases.ends[rep.id]
        return MapRoute(placed, 0, True, ends.start, ends.end, rep.name) if placed else None

    def _stops(self, rep: Rep) -> tuple[MorningStop, ...]:
        rows = self.session.execute(
            select(Visit, Customer, CustomerTier.tier)
            .join(Customer, Customer.id == Visit.customer_id)
            .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
            .where(Visit.rep_id == rep.id, Visit.day == self.day, Visit.status.in_(("planned", "done")))
            .order_by(Visit.start, Visit.id)
        ).all()
        seen = last_seen(self.session, [customer.id for _, customer, _ in rows], self.day)
        return tuple(self._stop(visit, customer, tier or "N", seen.get(customer.id)) for visit, customer, tier in rows)

    def _stop(self, visit: Visit, customer: Customer, tier: str, seen: date | None) -> MorningStop:
        rule = self.rules.get(tier)
        place = Place(customer.lat, customer.lng) if customer.lat is not None and customer.lng is not None else None
        return MorningStop(
            customer_id=customer.id,
            start=visit.start,
            end=visit.end,
            tier=tier,
            name=customer.name,
            name_local=customer.name_local,
            contact=customer.contact,
            phone=customer.phone,
            address=address_of(customer),
            place=place,
            travel_minutes=visit.travel_minutes,
            days_since=(self.day - seen).days if seen else None,
            topics=visit.topics or customer.topics or (rule.topics if rule else ""),
            done=visit.status == "done",
        )

    def _travelled(self, rep: Rep) -> tuple[float, int]:
        km, minutes = self.session.execute(
            select(func.coalesce(func.sum(Visit.travel_km), 0.0), func.coalesce(func.sum(Visit.travel_minutes), 0)).where(
                Visit.rep_id == rep.id, Visit.day == self.day, Visit.status.in_(("planned", "done"))
            )
        ).one()
        return float(km), int(minutes)

    def _visited_by_rep(self) -> dict[int, dict[str, int]]:
        """How many customers each rep visits in person, by tier."""
        found: dict[int, dict[str, int]] = {}
        for (rep_id, tier, channel), count in customers_by_rep_and_tier(self.session).items():
            rule = self.rules.get(tier)
            if rep_id is not None and rule is not None and resolved(channel, rule.channel) == VISIT:
                own = found.setdefault(rep_id, {})
                own[tier] = own.get(tier, 0) + count
        return found

    def _week(self, rep: Rep) -> tuple[WeekBar, ...]:
        monday = monday_of(self.day)
        rows = self.session.execute(
            select(func.coalesce(CustomerTier.tier, "N"), Visit.status, func.count())
            .outerjoin(CustomerTier, CustomerTier.customer_id == Visit.customer_id)
            .where(Visit.rep_id == rep.id, Visit.day.between(monday, monday + timedelta(days=6)), Visit.status.in_(("planned", "done")))
            .group_by(func.coalesce(CustomerTier.tier, "N"), Visit.status)
        )
        done: dict[str, int] = {}
        announced: dict[str, int] = {}
        for tier, status, count in rows:
            announced[tier] = announced.get(tier, 0) + count
            done[tier] = done.get(tier, 0) + (count if status == "done" else 0)
        customers = self.counts.get(rep.id, {})
        bars = []
        for tier in "ABCN":
            target = max(_visits_a_week(self.rules.get(tier), customers.get(tier, 0)), announced.get(tier, 0))
            if target:
                bars.append(WeekBar(tier, done.get(tier, 0), announced.get(tier, 0), target))
        total = WeekBar("", sum(b.done for b in bars), sum(b.announced for b in bars), sum(b.target for b in bars))
        return (total, *bars)

    def _next_day(self, rep: Rep) -> NextDay | None:
        found = self.session.execute(
            select(Visit.day, func.count(), func.min(Visit.start))
            .where(Visit.rep_id == rep.id, Visit.day > self.day, Visit.status == "planned")
            .group_by(Visit.day)
            .order_by(Visit.day)
            .limit(1)
        ).first()
        if found:
            return NextDay(found[0], found[1], found[2])
        day = next_working_day(self.session, self.day)
        return NextDay(day, 0, None) if day else None


def last_seen(session: Session, customer_ids: Iterable[int], before: date) -> dict[int, date]:
    """The last real visit of each customer before a day."""
    query = (
        select(Visit.customer_id, func.max(Visit.day))
        .where(Visit.status == "done", Visit.day < before, Visit.customer_id.in_(tuple(customer_ids)))
        .group_by(Visit.customer_id)
    )
    return {customer_id: day if isinstance(day, date) else date.fromisoformat(day) for customer_id, day in session.execute(query)}


def address_of(customer: Customer) -> str:
    """The address as it is written on an envelope: city before the street unless the street names it already."""
    street, city = customer.address.strip(), customer.city.strip()
    if not street or not city:
        return street or city or customer.prefecture
    if street.isascii() or city.isascii():
        named = city.casefold() in [part.strip() for part in street.casefold().split(",")]
        return street if named else f"{city}, {street}"
    return street if city in street else f"{city}{street}"


def _visits_a_week(rule: VisitRule | None, customers: int) -> int:
    cadence = asked_cadence(rule)
    return round(customers * 7 / cadence.days) if cadence else 0
