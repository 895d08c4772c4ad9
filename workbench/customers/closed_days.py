"""When a customer is closed beside its weekdays: ranges of days such as お盆, and a day of every month (締め日)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, CustomerClosed
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.strings import tr

LAST_OF_MONTH = 31
LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class ClosedEntry:
    """Days from `first` to `last`, both included, or a `month_day` of every month (31: its last)."""

    id: int
    first: date | None
    last: date | None
    month_day: int | None
    reason: str

    @property
    def words(self) -> str:
        """When, in words: "10 – 14 Aug 2026", "the 25th of every month"."""
        if self.month_day is not None or self.first is None or self.last is None:
            return month_day_words(self.month_day or LAST_OF_MONTH)
        return formatting.day(self.first) if self.first == self.last else formatting.period(self.first, self.last)


@dataclass(frozen=True, slots=True)
class ClosedEntries:
    """A customer's closed days: of every month and those that come, soonest first; those that are over, latest first."""

    coming: tuple[ClosedEntry, ...]
    past: tuple[ClosedEntry, ...]

    @property
    def words(self) -> str:
        """Those that come in one sentence, "" where there are none."""
        if not self.coming:
            return ""
        parts = [tr("{when} ({reason})", when=one.words, reason=one.reason) if one.reason else one.words for one in self.coming]
        return tr("Closed {days}.", days=tr(", ").join(parts))


def month_day_words(month_day: int) -> str:
    """A day of every month in words."""
    if month_day >= LAST_OF_MONTH:
        return tr("the last day of every month")
    return tr("day {n} of every month", n=month_day)


def closed_of(session: Session, customer_id: int) -> ClosedEntries:
    """The closed days of a customer as of today."""
    rows = session.scalars(select(CustomerClosed).where(CustomerClosed.customer_id == customer_id).order_by(CustomerClosed.id))
    entries = [ClosedEntry(row.id, row.first, row.last, row.month_day, row.reason) for row in rows]
    months = sorted((one for one in entries if one.month_day is not None), key=lambda one: one.month_day or 0)
    spans = sorted((one.first, one.last, one.id, one) for one in entries if one.first is not None and one.last is not None)
    today = clock.today()
    coming = [one for _, last, _, one in spans if last >= today]
    past = [one for _, last, _, one in reversed(spans) if last < today]
    return ClosedEntries((*months, *coming), tuple(past))


def add_closed(session: Session, customer_id: int, reason: str, first: date, last: date) -> None:
    """Add days on which a customer is closed, both ends included. Raises BadInput where they run backwards or over a year."""
    if last < first:
        raise BadInput(tr("The last day lies before the first."), "", tr("Give the earlier day first."))
    if (last - first).days >= LONGEST_DAYS:
        raise BadInput(tr("These are more than a year."), "", tr("Archive a customer that is closed for so long."))
    session.get_one(Customer, customer_id)
    session.add(CustomerClosed(customer_id=customer_id, first=first, last=last, reason=" ".join(reason.split())))
    session.flush()


def add_month_day(session: Session, customer_id: int, month_day: int, reason: str) -> None:
    """Add a day of every month on which a customer is closed. Raises BadInput for a day that no month has, or that is there already."""
    if not 1 <= month_day <= LAST_OF_MONTH:
        raise BadInput(tr("A month has days 1 to 31."), "", tr("31 stands for the last day of every month."))
    here = select(CustomerClosed).where(CustomerClosed.customer_id == customer_id, CustomerClosed.month_day == month_day)
    if session.scalars(here).first() is not None:
        raise BadInput(tr("This day of the month is there already."), "", tr("Choose another one."))
    session.get_one(Customer, customer_id)
    session.add(CustomerClosed(customer_id=customer_id, month_day=month_day, reason=" ".join(reason.split())))
    session.flush()


def rename_closed(session: Session, key: int, reason: str) -> None:
    """Say otherwise why a customer is closed."""
    session.get_one(CustomerClosed, key).reason = " ".join(reason.split())


def remove_closed(session: Session, key: int) -> None:
    """Let a customer be visited on these days again."""
    session.delete(session.get_one(CustomerClosed, key))
