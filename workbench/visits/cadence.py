"""How often a customer is seen: from "2 a month" to the days on which visits fall due.

Months and quarters are counted by the calendar, so that a customer in its rhythm has exactly n due days in every whole month or quarter.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from workbench.strings import ntr, tr

Unit = Literal["week", "month", "quarter"]

MEAN_DAYS: dict[str, float] = {"week": 7.0, "month": 365.25 / 12, "quarter": 365.25 / 4}
MONTHS = {"month": 1, "quarter": 3}
GOLDEN = 0.6180339887498949


@dataclass(frozen=True, slots=True)
class Cadence:
    """`count` visits in every `every` units: 2 a month, 1 a quarter, 1 in 3 weeks. Of 0 visits nothing ever falls due."""

    count: int
    unit: Unit
    every: int = 1

    @property
    def never(self) -> bool:
        """Whether it asks for no visit at all."""
        return self.count <= 0 or self.every <= 0

    @property
    def period_days(self) -> float:
        """Mean length of the period in days."""
        return MEAN_DAYS[self.unit] * self.every

    @property
    def days(self) -> float:
        """Days from one visit to the next: period / n; without end where none is asked for."""
        return math.inf if self.never else self.period_days / self.count

    @property
    def visits_a_month(self) -> float:
        """Mean number of visits in a month."""
        return MEAN_DAYS["month"] / self.days

    def describe(self) -> str:
        """The cadence in words: "2 a month", "every 3 weeks"."""
        if self.never:
            return tr("no visits")
        if self.every == 1:
            if self.unit == "week":
                return ntr("{n} a week", "{n} a week", self.count)
            if self.unit == "month":
                return ntr("{n} a month", "{n} a month", self.count)
            return ntr("{n} a quarter", "{n} a quarter", self.count)
        every = {
            "week": lambda: ntr("{n} week", "{n} weeks", self.every),
            "month": lambda: ntr("{n} month", "{n} months", self.every),
            "quarter": lambda: ntr("{n} quarter", "{n} quarters", self.every),
        }[self.unit]()
        if self.count == 1:
            return tr("every {period}", period=every)
        return tr("{count} every {period}", count=self.count, period=every)

    def from_day(self, first: date) -> Iterator[date]:
        """The rhythm that starts on `first`: that day, then period / n later, and so on without end; nothing where no visit is asked for."""
        if self.never:
            return
        beats = [first + timedelta(days=i * (self._later(first, 1) - first).days // self.count) for i in range(self.count)]
        turn = 0
        while True:
            for beat in beats:
                yield self._later(beat, turn)
            turn += 1

    def _later(self, day: date, periods: int) -> date:
        if self.unit == "week":
            return day + timedelta(days=7 * self.every * periods)
        return add_months(day, MONTHS[self.unit] * self.every * periods)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day when it is shorter."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))


@lru_cache(maxsize=8192)
def next_due(cadence: Cadence, last_visit: date) -> date:
    """The day on which the next visit falls due: last visit + period / n; the last day there is where no visit is asked for."""
    if cadence.never:
        return date.max
    rhythm = cadence.from_day(last_visit)
    next(rhythm)
    return next(rhythm)


def due_days(cadence: Cadence, last_visit: date | None, first: date, last: date, customer_id: int) -> tuple[date, ...]:
    """The required visits of a customer in a window: its due days from `first` to `last`, both included.

    An overdue customer is due on the first day and from there in its rhythm. One never visited is due within its first
    period / n, spread by its id, so that a fresh import does not claim everybody at once.
    """
    if cadence.never:
        return ()
    spread = spread_days(cadence, first, customer_id) if last_visit is None else 0
    return _due_days(cadence, last_visit, first, last, spread)


@lru_cache(maxsize=8192)
def _due_days(cadence: Cadence, last_visit: date | None, first: date, last: date, spread: int) -> tuple[date, ...]:
    if last_visit is None:
        rhythm = cadence.from_day(first + timedelta(days=spread))
    else:
        rhythm = cadence.from_day(last_visit)
        if next_due(cadence, last_visit) < first:
            rhythm = cadence.from_day(first)
        else:
            next(rhythm)
    due: list[date] = []
    for day in rhythm:
        if day > last:
            break
        if day >= first:
            due.append(day)
    return tuple(due)


def spread_days(cadence: Cadence, first: date, customer_id: int) -> int:
    """How many days after `first` a customer never visited falls due: even over one period / n, the same for the same id."""
    if cadence.never:
        return 0
    return int((customer_id * GOLDEN % 1.0) * (next_due(cadence, first) - first).days)


def overdue_ratio(cadence: Cadence, last_visit: date, day: date) -> float:
    """How late a customer is on a day, in cadences: 0 when just due, 1 when a whole cadence late, negative when not yet due, as always where no visit is asked for."""
    if cadence.never:
        return -1.0
    return ((day - last_visit).days - cadence.days) / cadence.days


def answer_due_days(
    due: Sequence[date], kept: Sequence[date], deadline: date | None = None
) -> tuple[tuple[date | None, ...], tuple[date, ...]]:
    """Which due day each kept visit answers (the nearest one left, None when none is), and the due days that stay open.

    No visit after the `deadline` answers the first due day.
    """
    left = list(due)
    answers: dict[int, date] = {}
    for index in sorted(range(len(kept)), key=lambda i: kept[i]):
        late = deadline is not None and kept[index] > deadline
        fitting = [day for day in left if not (late and day == due[0])]
        if fitting:
            nearest = min(fitting, key=lambda candidate: (abs((candidate - kept[index]).days), candidate))
            left.remove(nearest)
            answers[index] = nearest
    return tuple(answers.get(index) for index in range(len(kept))), tuple(left)
