"""A customer while its visits are being planned: which due day comes next, and on which days its gaps allow a visit."""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import date, timedelta

from workbench.visits.cadence import next_due
from workbench.visits.day_route import NOWHERE
from workbench.visits.problem import PlanCustomer

LOOK_AROUND_DAYS = 7


class Waiting:
    """One customer's open due days, and the visits it has so far (day, kept).

    `too_late` are due days whose deadline went by. `node` and `free_weekdays` are as `go_with` says.
    """

    def __init__(self, customer: PlanCustomer, due: tuple[date, ...], kept: list[date]) -> None:
        self.customer = customer
        self.node = NOWHERE
        self.free_weekdays: frozenset[int] = frozenset()
        self.due = list(due)
        self.too_late: list[date] = []
        self._visits = sorted((day, True) for day in kept)
        if customer.last_visit:
            insort(self._visits, (customer.last_visit, True))
        if customer.next_visit:
            insort(self._visits, (customer.next_visit, True))
        last = customer.last_visit
        self.was_late = last is not None and bool(customer.due) and next_due(customer.cadence, last) < customer.due[0]

    def go_with(self, node: int, free_weekdays: frozenset[int]) -> None:
        """Be planned by a rep: its `node` on his roads, and the weekdays on which a day of his with this visit alone would hold it."""
        self.node, self.free_weekdays = node, free_weekdays
        self.due, self.too_late = sorted(self.left), []

    @property
    def left(self) -> tuple[date, ...]:
        """The due days that no visit answers so far."""
        return (*self.too_late, *self.due)

    @property
    def kept_days(self) -> tuple[date, ...]:
        """The days of its visits that stay, those around the window included."""
        return tuple(day for day, kept in self._visits if kept)

    @property
    def planned_days(self) -> tuple[date, ...]:
        """The days of its visits that are planned and may still move."""
        return tuple(day for day, kept in self._visits if not kept)

    def plan_anew(self, due: tuple[date, ...]) -> None:
        """Take all visits back that may still move: all of `due` are open again."""
        self._visits = [(day, kept) for day, kept in self._visits if kept]
        self.due, self.too_late = sorted(due), []

    def deadline(self, due: date) -> date:
        """The last day for a due day: that of a visit asked for, else without end."""
        customer = self.customer
        return customer.deadline if customer.deadline and due == customer.due[0] else date.max

    def give_up(self, day: date) -> bool:
        """Put a due day aside whose deadline lies before a day, so that the next one can be planned; whether there was one."""
        if not self.due or self.deadline(self.due[0]) >= day:
            return False
        self.too_late.append(self.due.pop(0))
        return True

    def is_free(self, day: date) -> bool:
        """Whether a day of the rep with this visit alone would hold it."""
        return day.weekday() in self.free_weekdays and day not in self.customer.closed

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
        (self.due if due in self.due else self.too_late).remove(due)

    def seen_before(self, day: date) -> date | None:
        """The last visit before a day, planned ones included; None for a customer never visited."""
        place = bisect_left(self._visits, (day, False))
        return self._visits[place - 1][0] if place else None

    def urgency(self, day: date) -> tuple[date, int, bool, float, int]:
        """Sorts visits asked for first, then the most overdue customer of the best tier, those never visited after the others of their tier."""
        customer, by = self.customer, self.deadline(self.due[0])
        last = self.seen_before(day)
        if last is None:
            return (by, customer.tier_rank, True, -(day - self.due[0]).days / customer.cadence.days, customer.id)
        return (by, customer.tier_rank, False, 1 - (day - last).days / customer.cadence.days, customer.id)

    def from_day(self, due: date, first: date, workable: frozenset[date]) -> date:
        """The first day on which a visit may be planned: its due day, or the worked and open day nearest to it (the earlier of two)."""
        for away in range(LOOK_AROUND_DAYS + 1):
            for day in (due - timedelta(days=away), due + timedelta(days=away)):
                if day >= first and day in workable and self.is_free(day):
                    return day
        return due
