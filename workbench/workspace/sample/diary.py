"""The diary of the reps while the sample company is written: who is seen on which day, how long that takes, and how long each drive is."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from workbench.visits.calendar import monday_of
from workbench.visits.travel import Place, great_circle_km
from workbench.workspace.sample.company import OFFICE, REPS
from workbench.workspace.sample.customers import CUSTOMERS, NUMBER
from workbench.workspace.sample.schedule import RULE
from workbench.workspace.sample.story import NOTHING, Text, Told

PHONED_LAST_KM = 1e6


@dataclass(frozen=True, slots=True)
class Call:
    """A visit before it has its time."""

    told: Told
    status: str
    note: Text = NOTHING


class Diary:
    """All calls by rep and day."""

    def __init__(self) -> None:
        self.calls: dict[tuple[int, date], list[Call]] = defaultdict(list)
        self._weeks: dict[tuple[int, date], int] = defaultdict(int)

    def add(self, day: date, call: Call) -> None:
        """Put a call into the day of its customer's rep."""
        rep = rep_of(call.told.customer)
        self._weeks[rep, monday_of(day)] += self.more_minutes(day, call.told)
        self.calls[rep, day].append(call)

    def more_minutes(self, day: date, told: Told) -> int:
        """What a call adds to a day: its own minutes, and the driving for it."""
        if told.phone:
            return told.minutes
        rep, driven = rep_of(told.customer), self._driven(rep_of(told.customer), day)
        return told.minutes + driving(rep, driven | {told.customer}) - driving(rep, driven)

    def day_minutes(self, rep: int, day: date) -> int:
        """Visits, calls and driving of a day."""
        return sum(call.told.minutes for call in self.calls.get((rep, day), ())) + driving(rep, self._driven(rep, day))

    def week_minutes(self, rep: int, day: date) -> int:
        """Visits, calls and driving of the week of a day."""
        return self._weeks.get((rep, monday_of(day)), 0)

    def _driven(self, rep: int, day: date) -> frozenset[str]:
        return frozenset(call.told.customer for call in self.calls.get((rep, day), ()) if not call.told.phone)


def rep_of(name: str) -> int:
    """Whose customer it is."""
    return CUSTOMERS[NUMBER[name] - 1].rep


def place_of(told: Told) -> tuple[float, float] | None:
    """Where to drive for a visit; nowhere by phone."""
    return None if told.phone else CUSTOMERS[NUMBER[told.customer] - 1].place


def nearest_first(rep: int, tour: list[Call]) -> list[Call]:
    """The order of a day long gone: the nearest stop next, phone calls at the end."""
    here, left, ordered = _home(rep), list(tour), []
    while left:
        best = min(left, key=lambda call: _distance(here, call.told))
        left.remove(best)
        ordered.append(best)
        if place := place_of(best.told):
            here = Place(*place)
    return ordered


@cache
def driving(rep: int, names: frozenset[str]) -> int:
    """Minutes of a day's driving, the way home included."""
    here, minutes = _home(rep), 0
    left = {name: place for name in sorted(names) if (place := CUSTOMERS[NUMBER[name] - 1].place)}
    while left:
        name = min(left, key=lambda n: great_circle_km(here, Place(*left[n])))
        there = Place(*left.pop(name))
        minutes += RULE.leg(here, there).minutes
        here = there
    return minutes + RULE.leg(here, _home(rep)).minutes


def _home(rep: int) -> Place:
    return Place(*(REPS[rep][3] or OFFICE))


def _distance(here: Place, told: Told) -> float:
    place = place_of(told)
    return great_circle_km(here, Place(*place)) if place else PHONED_LAST_KM + NUMBER[told.customer]
