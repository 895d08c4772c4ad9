"""Files of periodic vehicle routing (type 1, PVRP), and the check of a solution in plain Python that shares nothing with the planner."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

TOLERANCE = 1e-6

Route = tuple[int, ...]
"""Customers in the order of a route, by their number in the file."""


class UnreadableInstance(Exception):
    """A file that is not of the format; says which and why in one line."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A customer (or the depot): `combinations` are the sets of days, from 0, of which it gets one."""

    number: int
    x: float
    y: float
    service: float
    demand: float
    combinations: tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Instance:
    """`vehicles` a day from one depot; by day the longest duration and the most load of a route (infinite: no limit)."""

    name: str
    vehicles: int
    longest: tuple[float, ...]
    capacity: tuple[float, ...]
    depot: Stop
    customers: tuple[Stop, ...]

    @property
    def days(self) -> int:
        """Number of days."""
        return len(self.longest)


def read(path: Path) -> Instance:
    """The instance of a file. Raises UnreadableInstance."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise UnreadableInstance(f"{path} cannot be read: {reason}.") from error
    lines = [(number, line.split()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    number = 1
    try:
        number, head = lines[0]
        if len(head) < 4:
            raise IndexError
        kind, vehicles, count, days = (_whole(word) for word in head[:4])
        if kind != 1:
            raise ValueError(f"type {kind}; only type 1, PVRP, is known")
        if vehicles < 1 or count < 1 or not 1 <= days <= 62:
            raise ValueError("vehicles, customers and days must be 1 or more, days at most 62")
        limits = []
        for number, words in lines[1 : 1 + days]:  # noqa: B007  an error tells the line
            limits.append(tuple(_number(word) or math.inf for word in words[:2]))
            if len(limits[-1]) != 2:
                raise ValueError("greatest duration and capacity expected")
        stops = []
        for number, words in lines[1 + days : 2 + days + count]:  # noqa: B007  an error tells the line
            stops.append(_stop(words, days, depot=not stops))
    except (ValueError, IndexError) as error:
        told = str(error) if isinstance(error, ValueError) else "too few numbers"
        raise UnreadableInstance(f"{path}, line {number}: {told}.") from error
    if len(limits) < days or len(stops) < count + 1:
        raise UnreadableInstance(f"{path} ends too early: {days} days, the depot and {count} customers are announced.")
    if len({stop.number for stop in stops}) < len(stops):
        raise UnreadableInstance(f"{path}: a number of a customer stands there twice.")
    longest, capacity = zip(*limits, strict=True)
    return Instance(path.stem, vehicles, longest, capacity, stops[0], tuple(stops[1:]))


def _stop(words: Sequence[str], days: int, depot: bool) -> Stop:
    if len(words) < (5 if depot else 7):
        raise IndexError
    number, (x, y, service, demand) = _whole(words[0]), (_number(word) for word in words[1:5])
    frequency, count = (0, 0) if depot else (_whole(words[5]), _whole(words[6]))
    codes = [_whole(word) for word in words[7 : 7 + count]]
    if len(codes) < count:
        raise ValueError(f"{count} combinations of days are announced, {len(codes)} are there")
    sets = tuple(dict.fromkeys(frozenset(day for day in range(days) if code >> (days - 1 - day) & 1) for code in codes))
    if any(not 0 < code < 1 << days for code in codes):
        raise ValueError(f"a combination of days is not one of {days} days")
    if frequency and not sets:
        raise ValueError("visits, but no combination of days")
    if len({len(each) for each in sets}) > 1:
        raise ValueError("the combinations of a customer have different numbers of days")
    return Stop(number, x, y, service, demand, sets)


def _number(word: str) -> float:
    value = float(word)
    if not math.isfinite(value):
        raise ValueError(f"{word} is no number")
    return value


def _whole(word: str) -> int:
    value = _number(word)
    if value != int(value):
        raise ValueError(f"{word} is not whole")
    return int(value)


def cost_of(instance: Instance, routes: Mapping[int, Sequence[Route]]) -> float:
    """The length of all routes by day, from the coordinates."""
    return math.fsum(length for day in routes for route in routes[day] for length in _legs(instance, route))


def faults(instance: Instance, routes: Mapping[int, Sequence[Route]]) -> list[str]:
    """Every broken rule of a solution as a sentence; none if it is feasible."""
    known = {stop.number: stop for stop in instance.customers}
    found = []
    visits: Counter[tuple[int, int]] = Counter()
    for day, of_day in routes.items():
        if not 0 <= day < instance.days:
            found.append(f"day {day} does not exist")
            continue
        if len([route for route in of_day if route]) > instance.vehicles:
            found.append(f"day {day} has more than {instance.vehicles} routes")
        for route in of_day:
            strangers = [number for number in route if number not in known]
            if strangers:
                found.append(f"day {day} visits {strangers}, who do not exist")
                continue
            visits.update((number, day) for number in route)
            load = math.fsum(known[number].demand for number in route)
            duration = math.fsum([*_legs(instance, route), *(known[number].service for number in route)])
            if load > instance.capacity[day] + TOLERANCE:
                found.append(f"day {day}: load {load:g} is over {instance.capacity[day]:g}")
            if duration > instance.longest[day] + TOLERANCE:
                found.append(f"day {day}: duration {duration:g} is over {instance.longest[day]:g}")
    for stop in instance.customers:
        seen = frozenset(day for day in range(instance.days) if visits[stop.number, day])
        if any(visits[stop.number, day] > 1 for day in seen):
            found.append(f"customer {stop.number} is visited twice on a day")
        if seen not in (stop.combinations or (frozenset(),)):
            found.append(f"customer {stop.number} is visited on days {sorted(seen)}, none of its combinations")
    return found


def _legs(instance: Instance, route: Route) -> list[float]:
    at = {stop.number: stop for stop in instance.customers}
    way = [instance.depot, *(at[number] for number in route), instance.depot]
    return [math.hypot(after.x - before.x, after.y - before.y) for before, after in pairwise(way)] if route else []
