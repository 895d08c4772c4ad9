"""Visits as they are shown: one card a visit, with its customer, its place on the route and what to discuss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, Visit, VisitRule
from workbench import clock
from workbench.visits.channel import VISIT, by_segment, resolved
from workbench.visits.travel import Leg, Place, TravelRule

SHOWN = ("planned", "done", "missed")


@dataclass(frozen=True, slots=True)
class VisitCard:
    """One visit. `number` counts a rep's visits in the span shown, from 1; `no_log` marks a planned visit of a day that is over.
    `hold` says how much of a locked one stays: time, day or week.

    `days_since_last` counts from the last visit done before this one, None when there was none; travel is from the stop before.
    `desk` is a call: the customer is served from the desk and nobody drives there.
    """

    id: int
    customer_id: int
    rep_id: int
    day: date
    start: int
    end: int
    number: int
    tier: str
    name: str
    name_local: str
    contact: str
    phone: str
    address: str
    place: Place | None
    status: str
    locked: bool
    no_log: bool
    travel_minutes: int
    travel_km: float
    days_since_last: int | None
    topics: str
    note: str
    why: str
    desk: bool
    hold: str = "time"


def visit_cards(session: Session, first: date, last: date) -> dict[int, list[VisitCard]]:
    """All visits planned, done or missed from first to last by rep, in the order of day and time."""
    rules, channels = {rule.tier: rule for rule in session.scalars(select(VisitRule))}, by_segment(session)
    query = (
        select(Visit, Customer, CustomerTier.tier)
        .join(Customer, Customer.id == Visit.customer_id)
        .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
        .where(Visit.day.between(first, last), Visit.status.in_(SHOWN))
        .order_by(Visit.day, Visit.start, Visit.end, Visit.id)
    )
    rows = session.execute(query).all()
    done = _days_done(session, {customer.id for _, customer, _ in rows}, last)
    cards: dict[int, list[VisitCard]] = defaultdict(list)
    for visit, customer, letter in rows:
        earlier = [day for day in done.get(customer.id, ()) if day < visit.day]
        tier = letter or "N"
        rule = rules.get(tier)
        card = VisitCard(
            id=visit.id,
            customer_id=customer.id,
            rep_id=visit.rep_id,
            day=visit.day,
            start=visit.start,
            end=visit.end,
            number=len(cards[visit.rep_id]) + 1,
            tier=tier,
            name=customer.name,
            name_local=customer.name_local,
            contact=customer.contact,
            phone=customer.phone,
            address=customer.address,
            place=Place(customer.lat, customer.lng) if customer.lat is not None and customer.lng is not None else None,
            status=visit.status,
            locked=visit.locked,
            hold=visit.hold,
            no_log=visit.status == "planned" and visit.day < clock.today(),
            travel_minutes=visit.travel_minutes,
            travel_km=visit.travel_km,
            days_since_last=(visit.day - max(earlier)).days if earlier else None,
            topics=visit.topics or customer.topics or (rule.topics if rule else ""),
            note=visit.note,
            why=visit.why,
            desk=rule is not None and resolved(channels.get(customer.id, ""), rule.channel) != VISIT and not visit.travel_minutes,
        )
        cards[visit.rep_id].append(card)
    return cards


def numbered(cards: Iterable[VisitCard]) -> tuple[VisitCard, ...]:
    """The same cards numbered from 1 in their order."""
    return tuple(replace(card, number=number) for number, card in enumerate(cards, start=1))


def _days_done(session: Session, customers: set[int], last: date) -> dict[int, list[date]]:
    days: dict[int, list[date]] = defaultdict(list)
    query = select(Visit.customer_id, Visit.day).where(Visit.status == "done", Visit.day < last, Visit.customer_id.in_(customers))
    for customer_id, day in session.execute(query):
        days[customer_id].append(day)
    return days


def last_done(session: Session, customer_id: int, before: date) -> date | None:
    """The day of the last visit done at a customer before a day."""
    query = select(func.max(Visit.day)).where(Visit.customer_id == customer_id, Visit.status == "done", Visit.day < before)
    return session.scalar(query)


def way_home(cards: Iterable[VisitCard], end: Place | None, rule: TravelRule) -> Leg:
    """The drive to where the day ends after the last of these visits that is no call from the desk."""
    places = [card.place for card in cards if card.place and not card.desk]
    return rule.leg(places[-1] if places else None, end)
