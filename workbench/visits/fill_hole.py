"""Fill the hole: who can be seen instead when a visit falls through: near, due, and open just then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, Visit
from workbench.formatting import day_short, days
from workbench.strings import tr
from workbench.visits.channel import DESK, VISIT, by_segment, resolved
from workbench.visits.load import NO_CADENCE, load_problem
from workbench.visits.problem import START_STEP_MINUTES, PlanCustomer, PlanRep, Span, Windows
from workbench.visits.rules import rules
from workbench.visits.team import load_team
from workbench.visits.travel import Place, TravelRule

AHEAD = 0.25
"""A customer counts as due from this part of its cadence before the day."""
FARTHEST_MINUTES = 60
"""Nobody is proposed who takes a longer detour."""
ALIKE_MINUTES = 10
"""Detours that differ by less count as alike: then tier and lateness decide."""
MOST_LOOKED_AT = 3_000
"""Only the nearest so many customers are looked at."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Free time on a rep's way: from when to when, and the places before and after it (None: unknown, no drive counts)."""

    free: Span
    before: Place | None
    after: Place | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom to see instead: when, how many minutes of driving it adds, and how it stands. `days_since` counts from the last real visit, None
    where there was none; `late_days` is how long it has been due, negative while it is not yet; `by` is the day until which a visit was
    asked for; `reason` says it in a sentence."""

    customer_id: int
    name: str
    tier: str
    start: int
    end: int
    detour_minutes: int
    days_since: int | None
    late_days: int
    by: date | None
    reason: str


def fill_hole(session: Session, rep_id: int, day: date, free: Span, most: int = 3) -> tuple[Candidate, ...]:
    """Up to `most` customers that the rep can see in a free span of a day, best first; the visits planned around it stay as they are."""
    stops = [
        (start, end, Place(lat, lng) if lat is not None and lng is not None else None)
        for start, end, lat, lng in session.execute(
            select(Visit.start, Visit.end, Customer.lat, Customer.lng)
            .join(Customer, Customer.id == Visit.customer_id)
            .where(Visit.rep_id == rep_id, Visit.day == day, Visit.status.in_(("planned", "done")))
            .order_by(Visit.start, Visit.id)
        )
    ]
    return fill_holes(session, rep_id, day, lambda rep: (hole_between(rep, stops, free),), most)


def holes_of(rep: PlanRep, day: date, stops: Sequence[tuple[int, int, Place | None]], of: Iterable[int]) -> tuple[Hole, ...]:
    """The hole that each of these stops (start, end, place) of a day would leave if it fell through alone; `of` are their numbers from 0."""
    hours = rep.hours[day.weekday()]
    if hours is None:
        return ()
    holes = []
    for number in of:
        start, end, _ = stops[number]
        others = [stop for place, stop in enumerate(stops) if place != number]
        begin = max([hours[0], *(stop[1] for stop in others if stop[1] <= start)])
        until = min([hours[1], *(stop[0] for stop in others if stop[0] >= end)])
        if begin < until:
            holes.append(hole_between(rep, others, (begin, until)))
    return tuple(holes)


def hole_between(rep: PlanRep, stops: Iterable[tuple[int, int, Place | None]], free: Span) -> Hole:
    """A free span with the places of the stops (start, end, place) around it, or where the rep's day starts and ends."""
    before, after = rep.start, rep.finish
    ordered = sorted((stop for stop in stops if stop[2] is not None), key=lambda stop: (stop[0], stop[1]))
    for start, end, place in ordered:
        if end <= free[0]:
            before = place
        elif start >= free[1]:
            after = place
            break
    return Hole(free, before, after)


def fill_holes(
    session: Session, rep_id: int, day: date, holes_for: Callable[[PlanRep], Sequence[Hole]], most: int = 3
) -> tuple[Candidate, ...]:
    """Up to `most` customers that fit one of the holes which `holes_for` finds for the rep; each once, where it adds the least driving."""
    team = load_team(session, day, day)
    rep = team.rep(rep_id)
    if rep is None or not rep.works_on(team.calendar, day):
        return ()
    holes = holes_for(rep.plan)
    near = _near(session, rep_id, day, holes, team.travel)
    if not near:
        return ()
    found = load_problem(session, day, day, only=near).customers
    return candidates(found, holes, day, team.travel, team.lunch)[:most]


def candidates(
    customers: Iterable[PlanCustomer], holes: Sequence[Hole], day: date, travel: TravelRule, lunch: Span | None = None
) -> tuple[Candidate, ...]:
    """All customers that are due, open and near enough in one of the holes, best first: little detour, asked for, better tier, longest late."""
    ranked = []
    for customer in customers:
        if not is_due(customer, day):
            continue
        best: tuple[int, int] | None = None
        for hole in holes:
            there, back = travel.leg(hole.before, customer.place).minutes, travel.leg(customer.place, hole.after).minutes
            detour = max(0, there + back - travel.leg(hole.before, hole.after).minutes)
            if detour > FARTHEST_MINUTES or (best is not None and detour >= best[0]):
                continue
            start = _start(hole.free, there, back, customer.windows(day), customer.duration, lunch)
            if start is not None:
                best = detour, start
        if best is not None:
            one = _candidate(customer, day, *best)
            late = one.late_days / customer.cadence.days
            ranked.append(((best[0] // ALIKE_MINUTES, one.by is None, customer.tier_rank, -late, best[0], customer.id), one))
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))


def is_due(customer: PlanCustomer, day: date) -> bool:
    """Whether a visit on a day suits the customer's rhythm: due by then or soon, and its least gap kept to the visits before and after."""
    after = customer.next_visit
    if after is not None and (after - day).days < max(customer.least_gap, 1):
        return False
    seen = customer.last_visit
    if seen is not None and (day - seen).days < max(customer.least_gap, 1):
        return False
    if customer.deadline is not None:
        return True
    if customer.cadence == NO_CADENCE:
        return False
    return seen is None or (day - seen).days >= customer.cadence.days * (1 - AHEAD)


def _start(free: Span, there: int, back: int, windows: Windows, minutes: int, lunch: Span | None) -> int | None:
    """The earliest start of a visit that fits between the drives, inside one opening window and clear of lunch; None where there is none."""
    arrival = _after_drive(free[0], there, lunch)
    for opens, closes in windows:
        start = -(-max(arrival, opens) // START_STEP_MINUTES) * START_STEP_MINUTES
        if lunch and start < lunch[1] and start + minutes > lunch[0]:
            start = -(-lunch[1] // START_STEP_MINUTES) * START_STEP_MINUTES
        if start + minutes <= closes and _after_drive(start + minutes, back, lunch) <= free[1]:
            return start
    return None


def _after_drive(leave: int, minutes: int, lunch: Span | None) -> int:
    """When a drive ends; it pauses for lunch."""
    if not lunch or not minutes or leave >= lunch[1] or leave + minutes <= lunch[0]:
        return leave + minutes
    return leave + minutes + lunch[1] - max(leave, lunch[0])


def _candidate(customer: PlanCustomer, day: date, detour: int, start: int) -> Candidate:
    seen = customer.last_visit
    since = (day - seen).days if seen else None
    late = since - round(customer.cadence.days) if since is not None else 0
    by = customer.deadline
    if by is not None:
        reason = tr("asked for by {day}", day=day_short(by))
    elif since is None:
        reason = tr("never visited")
    elif late > 0:
        reason = tr("last seen {days} ago, {late} late", days=days(since), late=days(late))
    elif late == 0:
        reason = tr("last seen {days} ago, due now", days=days(since))
    else:
        reason = tr("last seen {days} ago, due in {left}", days=days(since), left=days(-late))
    return Candidate(customer.id, customer.name, customer.tier, start, start + customer.duration, detour, since, late, by, reason)


def _near(session: Session, rep_id: int, day: date, holes: Sequence[Hole], travel: TravelRule) -> list[int]:
    """The customers of the rep, or shared ones, within reach of a hole, the nearest first; none that stands in the plan of the day."""
    ways = [hole for hole in holes if hole.before or hole.after]
    if not ways:
        return []
    by_tier, channels = {rule.tier: rule.channel for rule in rules(session)}, by_segment(session)
    same_day = select(Visit.customer_id).where(Visit.day == day, Visit.status.in_(("planned", "done")))
    rows = session.execute(
        select(Customer.id, Customer.lat, Customer.lng, CustomerTier.tier)
        .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
        .where(or_(Customer.rep_id == rep_id, Customer.shared), Customer.archived.is_(False))
        .where(Customer.lat.is_not(None), Customer.lng.is_not(None), Customer.id.not_in(same_day))
    )
    reach = []
    for key, lat, lng, letter in rows:
        visited = resolved(channels.get(key, ""), by_tier.get(letter or "N", DESK)) == VISIT
        if lat is not None and lng is not None and visited:
            place = Place(lat, lng)
            detour = min(
                travel.leg(hole.before, place).minutes + travel.leg(place, hole.after).minutes - travel.leg(hole.before, hole.after).minutes
                for hole in ways
            )
            if detour <= FARTHEST_MINUTES:
                reach.append((detour, key))
    return [key for _, key in sorted(reach)[:MOST_LOOKED_AT]]
