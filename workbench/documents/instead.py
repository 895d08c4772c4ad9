"""Whom to see if a visit falls through: a customer who is due, open, and little out of the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Customer, CustomerHours, CustomerTier, Rep, Visit, VisitRule
from workbench.documents.rules import asked_cadence
from workbench.visits.channel import VISIT, by_segment, resolved
from workbench.visits.travel import Place, TravelRule

AHEAD = 0.25
"""A customer counts as due from this part of its cadence before the day."""
MOST_ASKED = 400


class _Stop(Protocol):
    @property
    def customer_id(self) -> int: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Instead:
    """The customer to see instead: days since the last real visit (None: never seen), and minutes of driving it adds."""

    customer_id: int
    tier: str
    name: str
    contact: str
    phone: str
    days_ago: int | None
    detour_minutes: int


def nearest_due(
    session: Session,
    rep: Rep,
    day: date,
    stops: Sequence[_Stop],
    start: Place | None,
    rules: Mapping[str, VisitRule],
    travel: TravelRule,
) -> Instead | None:
    """The due customer of the rep that adds the least driving, the better tier and the longer wait first where two are alike."""
    way = [place for place in (start, *(stop.place for stop in stops), start) if place is not None]
    if len(way) < 2:
        return None
    ranked = []
    for customer, tier, seen in _candidates(session, rep, day, {stop.customer_id for stop in stops}, rules):
        detour = _detour(travel, way, Place(customer.lat or 0.0, customer.lng or 0.0))
        waited = (day - seen).days if seen else 0
        ranked.append(((detour // 5, "ABCN".find(tier), -waited, detour, customer.id), customer, tier, seen, detour))
    if not ranked:
        return None
    _, customer, tier, seen, detour = min(ranked, key=lambda row: row[0])
    return Instead(customer.id, tier, customer.name, customer.contact, customer.phone, (day - seen).days if seen else None, detour)


def _candidates(
    session: Session, rep: Rep, day: date, without: set[int], rules: Mapping[str, VisitRule]
) -> list[tuple[Customer, str, date | None]]:
    seen = (
        select(Visit.customer_id, func.max(Visit.day).label("day"))
        .where(Visit.status == "done", Visit.day <= day)
        .group_by(Visit.customer_id)
    )
    last = seen.subquery()
    planned = select(Visit.customer_id).where(Visit.status == "planned", Visit.day == day)
    closed = select(CustomerHours.customer_id).where(CustomerHours.weekday == day.weekday(), CustomerHours.start == CustomerHours.end)
    tier = func.coalesce(CustomerTier.tier, "N")
    rows = session.execute(
        select(Customer, tier, last.c.day)
        .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
        .outerjoin(last, last.c.customer_id == Customer.id)
        .where(Customer.rep_id == rep.id, Customer.archived.is_(False), Customer.lat.is_not(None), Customer.lng.is_not(None))
        .where(Customer.id.not_in(planned), Customer.id.not_in(closed))
        .order_by(last.c.day, Customer.id)
        .limit(MOST_ASKED)
    )
    found, channels = [], by_segment(session)
    for customer, letter, last_day in rows:
        when, rule = date.fromisoformat(last_day) if isinstance(last_day, str) else last_day, rules.get(letter)
        visited = rule is not None and resolved(channels.get(customer.id, ""), rule.channel) == VISIT
        if visited and customer.id not in without and _is_due(rule, when, day):
            found.append((customer, letter, when))
    return found


def _is_due(rule: VisitRule | None, seen: date | None, day: date) -> bool:
    cadence = asked_cadence(rule)
    if rule is None or cadence is None:
        return False
    if seen is None:
        return True
    waited = (day - seen).days
    return waited >= max(cadence.days * (1 - AHEAD), rule.least_gap)


def _detour(travel: TravelRule, way: Sequence[Place], place: Place) -> int:
    """Least minutes that a place adds between two stops of the way."""
    return min(
        max(travel.leg(a, place).minutes + travel.leg(place, b).minutes - travel.leg(a, b).minutes, 0)
        for a, b in zip(way, way[1:], strict=False)
    )
