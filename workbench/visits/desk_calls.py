"""Calls from the desk: which customers that nobody drives to are due for one, and when."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, Rep, Visit
from workbench.visits.cadence import Cadence, answer_due_days, due_days
from workbench.visits.calendar import monday_of
from workbench.visits.channel import DESK, VISIT, by_segment, resolved
from workbench.visits.own_rules import for_customer, own_rules
from workbench.visits.rules import rules
from workbench.visits.team import work_calendar

TIERS = "ABCN"


@dataclass(frozen=True, slots=True)
class DeskCall:
    """A call that falls due. `due` is the working day for it, `days_since` counts from the last contact to that day, None where there was none; `overdue` says that it was
    due before the days asked for. `cadence` is in words, `rep_id` None while nobody looks after the customer."""

    customer_id: int
    name: str
    tier: str
    rep_id: int | None
    contact: str
    phone: str
    due: date
    days_since: int | None
    overdue: bool
    cadence: str
    topics: str

    @property
    def week(self) -> date:
        """The Monday of the week in which it is to be made."""
        return monday_of(self.due)


def desk_calls(session: Session, first: date, last: date) -> tuple[DeskCall, ...]:
    """The calls due from first to last, by day, better tiers first. One that stands in the plan with day and time is not in it."""
    by_tier, channels = {rule.tier: rule for rule in rules(session)}, by_segment(session)
    if all(not rule.desk for rule in by_tier.values()) and DESK not in channels.values():
        return ()
    rep_of = {rep.id for rep in session.scalars(select(Rep).where(Rep.active))}
    own = own_rules(session)
    rows = session.execute(
        select(Customer, CustomerTier.tier)
        .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
        .where(Customer.archived.is_(False))
        .order_by(Customer.id)
    ).all()
    contacts, planned = _contacts(session, first, last)
    worked = work_calendar(session, first, last).working_days(first, last)
    calls = []
    for customer, letter in rows:
        tier = letter or "N"
        if tier not in by_tier or resolved(channels.get(customer.id, ""), by_tier[tier].channel) == VISIT:
            continue
        rule = for_customer(by_tier[tier], own.get(customer.id))
        seen, until = contacts.get(customer.id), planned.get(customer.id, [])
        for rhythm in calls_due(rule.cadence, seen, until, first, last, customer.id):
            due = _worked(rhythm, worked)
            calls.append(
                DeskCall(
                    customer.id,
                    customer.name,
                    tier,
                    customer.rep_id if customer.rep_id in rep_of else None,
                    customer.contact,
                    customer.phone,
                    due,
                    (due - seen).days if seen else None,
                    bool(seen and rhythm == first and (first - seen).days > rule.cadence.days),
                    rule.cadence.describe(),
                    customer.topics or rule.topics,
                )
            )
            seen = rhythm
    return tuple(sorted(calls, key=lambda call: (call.due, TIERS.find(call.tier), call.customer_id)))


def calls_due(cadence: Cadence, seen: date | None, planned: list[date], first: date, last: date, customer_id: int) -> tuple[date, ...]:
    """The days from first to last on which one customer is to be called: its rhythm since the last contact, without those that a planned
    contact answers. An overdue one is due on the first day."""
    return answer_due_days(due_days(cadence, seen, first, last, customer_id), planned)[1]


def _worked(day: date, worked: list[date]) -> date:
    """The last working day up to a day, else the first one after it; the day itself where none is worked."""
    place = bisect_right(worked, day)
    return worked[max(place - 1, 0)] if worked else day


def _contacts(session: Session, first: date, last: date) -> tuple[dict[int, date], dict[int, list[date]]]:
    """The last real contact of each customer before or in the span, and the contacts planned in it."""
    seen: dict[int, date] = {}
    planned: dict[int, list[date]] = defaultdict(list)
    columns = (Visit.customer_id, Visit.day, Visit.status)
    query = select(*columns).where(Visit.status.in_(("done", "planned")), Visit.day <= last).order_by(Visit.day)
    for customer_id, day, status in session.execute(query):
        if status == "done":
            seen[customer_id] = day
        elif day >= first:
            planned[customer_id].append(day)
    return seen, planned
