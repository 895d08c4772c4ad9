"""Whom to see if a visit falls through: customers who are due, open, and little out of the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer
from workbench.visits.fill_hole import fill_holes, holes_of
from workbench.visits.travel import Place

MOST = 3


class _Stop(Protocol):
    @property
    def place(self) -> Place | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def done(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Instead:
    """The customer to see instead: days since the last real visit (None: never seen), when it fits (minutes after midnight), minutes of
    driving it adds, and why it is proposed."""

    customer_id: int
    tier: str
    name: str
    contact: str
    phone: str
    days_ago: int | None
    start: int
    detour_minutes: int
    reason: str


def nearest_due(session: Session, rep_id: int, day: date, stops: Sequence[_Stop], most: int = MOST) -> tuple[Instead, ...]:
    """Up to three customers for whom there is time where one of the day's stops falls through, best first."""
    spans = [(stop.start, stop.end, stop.place) for stop in stops]
    left = [number for number, stop in enumerate(stops) if not stop.done]
    found = fill_holes(session, rep_id, day, lambda rep: holes_of(rep, day, spans, left), most)
    known = {row.id: row for row in session.scalars(select(Customer).where(Customer.id.in_([one.customer_id for one in found])))}
    return tuple(
        Instead(
            one.customer_id,
            one.tier,
            one.name,
            known[one.customer_id].contact,
            known[one.customer_id].phone,
            one.days_since,
            one.start,
            one.detour_minutes,
            one.reason,
        )
        for one in found
    )
