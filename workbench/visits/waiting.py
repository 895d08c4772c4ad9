"""A customer while its visits are being planned: which due day comes next, and on which days its gaps allow a visit."""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import date, timedelta

from workbench.visits.cadence import next_due
from workbench.visits.problem import PlanCustomer

LOOK_AROUND_DAYS = 7


class Waiting:
    """One customer's open due days, and the visits it has so far (day, kept)."""

    def __init__(self, customer: PlanCustomer, node: int, due: tuple[date, ...], kept: list[date], free_weekdays: frozenset[int]) -> None:
        self.customer = customer
        self.node = node
        self.due = list(due)
        self.free_weekdays = free_weekdays
        self._visits = sorted((day, True) for day in kept)
        if customer.last_visit:
            insort(self._visits, (customer.last_visit, True))
        if customer.next_visit:
            insort(self._visits, (customer.next_visit, True))
        last = customer.last_visit
        self.was_late = last is not None and bool(customer.due) and next_due(customer.cadence, last) < customer.due[0]

    def gaps_allow(self, day: date) -> bool:
        """Whether the least gap holds to the visits around a day, and the greatest to those that are planned and not kept."""
        least, greatest = max(1, self.customer.least_gap), self.customer.greatest_gap
        place = bisect_left(self._visits, (day, False))
        if place < len(self._visits):
            after, kept = self._visits[place]
            days = (after - day).days
            if days < least or (greatest and not kept and days > greatest):
                return False
        if place:
            before, kept = self._visits[place - 1]
            days = (day - before).days
            if days < least or (greatest and not kept and days > greatest):
                return False
        return True

    def add(self, day: date, due: date) -> None:
        """Note a visit planned for one of the open due days."""
        insort(self._visits, (day, False))
        self.due.remove(due)

    def seen_before(self, day: date) -> date | None:
        """The last visit before a day, planned ones included; None for a customer never visited."""
        place = bisect_left(self._visits, (day, False))
        return self._visits[place - 1][0] if place else None

    def urgency(self, day: date) -> tuple[int, bool, float, int]:
        """Sorts the most overdue customer of the best tier first, those never visited after the others of their tier."""
        customer = self.customer
        last = self.seen_before(day)
        if last is None:
            return (customer.tier_rank, True, -(day - self.due[0]).days / customer.cadence.days, customer.id)
        return (customer.tier_rank, False, 1 - (day - last).days / customer.cadence.days, customer.id)

    def from_day(self, due: date, first: date, workable: frozenset[date]) -> date:
        """The first day on which a visit may be planned: its due day, or the worked and open day nearest to it (the earlier of two)."""
        for away in range(LOOK_AROUND_DAYS + 1):
            for day in (due - timedelta(days=away), due + timedelta(days=away)):
                if day >= first and day in workable and day.weekday() in self.free_weekdays:
                    return day
        return due
