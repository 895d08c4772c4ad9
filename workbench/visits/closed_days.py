"""Days on which a customer is closed: ranges such as お盆, and days of the month (締め日)."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models import CustomerClosed
from workbench.visits.calendar import days_between


def closed_days(session: Session, first: date, last: date) -> dict[int, frozenset[date]]:
    """The closed days of each customer that has any between two days, both included."""
    days: dict[int, set[date]] = defaultdict(set)
    in_span = and_(CustomerClosed.last >= first, CustomerClosed.first <= last)
    for row in session.scalars(select(CustomerClosed).where(or_(CustomerClosed.month_day.is_not(None), in_span))):
        days[row.customer_id].update(_days(row, first, last))
    return {key: frozenset(found) for key, found in days.items() if found}


def _days(row: CustomerClosed, first: date, last: date) -> Iterator[date]:
    if row.month_day is not None:
        yield from (day for day in days_between(first, last) if is_month_day(day, row.month_day))
    if row.first is not None and row.last is not None:
        yield from days_between(max(row.first, first), min(row.last, last))


def is_month_day(day: date, month_day: int) -> bool:
    """Whether a day is this day of its month; in a shorter month it is the last."""
    return day.day == min(month_day, monthrange(day.year, day.month)[1])
