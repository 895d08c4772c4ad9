"""One rep's day while it is being planned: stretches of free time between the visits that stay, and the stops put into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.visits.problem import START_STEP_MINUTES, Span, Windows
from workbench.visits.roads import FINISH, START, Roads

NOWHERE = -1


@dataclass(slots=True)
class Stop:
    """A visit on the way, inside one of the windows of the day. `node` is its place in `Roads`, or NOWHERE; `fixed` stops never move.

    It starts no earlier than `wish` where the others leave room for that.
    """

    customer: int
    node: int
    duration: int
    windows: Windows
    start: int = 0
    fixed: bool = False
    wish: int = 0

    @property
    def end(self) -> int:
        """When the visit ends, in minutes after midnight."""
        return self.start + self.duration


@dataclass(slots=True)
class Stretch:
    """Free time from one place to the next: it starts at `begin` in `origin` and must be over at `deadline` in `goal`."""

    begin: int
    origin: int
    deadline: int
    goal: int
    latest_end: int
    stops: list[Stop] = field(default_factory=list)
    slack: int = 0


class DayRoute:
    """A rep's day: hours, lunch and fixed visits as given, other stops by `insert`. Lunch is free of visits and of driving.

    It holds `most` visits, fixed ones included; 0 means any number.
    """

    def __init__(self, roads: Roads, hours: Span, lunch: Span | None, fixed: Sequence[Stop], most: int = 0) -> None:
        self.roads = roads
        self.lunch = lunch if lunch and lunch[0] < lunch[1] else None
        self.hours = hours
        self.fixed = sorted(fixed, key=lambda stop: (stop.start, stop.end, stop.customer))
        self.most, self._visits = most, len(self.fixed)
        self.stretches: list[Stretch] = []
        self._cut()

    def _cut(self) -> None:
        begin, origin, clean = self.hours[0], START, True
        for stop in self.fixed:
            goal = origin if stop.node == NOWHERE else stop.node
            if clean:
                self._add(Stretch(begin, origin, stop.start, goal, min(stop.start, self.hours[1])))
            clean = stop.end >= begin and stop.start >= self.hours[0]
            begin, origin = max(begin, stop.end), goal
        if clean:
            self._add(Stretch(begin, origin, self.hours[1], FINISH, self.hours[1]))

    def _add(self, stretch: Stretch) -> None:
        slack = self._timed(stretch, stretch.stops)
        if slack is not None:
            stretch.slack = self._free(stretch) - self.roads.minutes(stretch.origin, stretch.goal)
            self.stretches.append(stretch)

    def _free(self, stretch: Stretch) -> int:
        free = stretch.deadline - stretch.begin
        if self.lunch:
            free -= max(0, min(stretch.deadline, self.lunch[1]) - max(stretch.begin, self.lunch[0]))
        return free

    def arrive(self, leave: int, minutes: int) -> int:
        """When a drive ends that starts at `leave`; it pauses for lunch."""
        if not self.lunch or not minutes:
            return leave + minutes
        noon, after = self.lunch
        if noon <= leave < after:
            return after + minutes
        if leave < noon < leave + minutes:
            return leave + minutes + after - noon
        return leave + minutes

    def _first_start(self, arrival: int, stop: Stop) -> int | None:
        """The earliest start that leaves the whole visit in one window and clear of lunch."""
        for opens, closes in stop.windows:
            start = -(-max(arrival, opens) // START_STEP_MINUTES) * START_STEP_MINUTES
            if self.lunch and start < self.lunch[1] and start + stop.duration > self.lunch[0]:
                start = -(-self.lunch[1] // START_STEP_MINUTES) * START_STEP_MINUTES
            if start + stop.duration <= closes:
                return start
        return None

    def _timed(self, stretch: Stretch, stops: Sequence[Stop]) -> list[int] | None:
        """The start of each stop when all are as early as they can be; None when they do not fit."""
        minutes = self.roads.minutes
        now, node = stretch.begin, stretch.origin
        starts = []
        for stop in stops:
            start = self._first_start(max(stop.wish, self.arrive(now, minutes(node, stop.node))), stop)
            if start is None or start + stop.duration > stretch.latest_end:
                return None
            now, node = start + stop.duration, stop.node
            starts.append(start)
        if self.arrive(now, minutes(node, stretch.goal)) > stretch.deadline:
            return None
        return starts

    def detour(self, node: int, duration: int) -> list[tuple[int, int, int]]:
        """Where a stop might go by length alone: (extra driving minutes, stretch, position), least first. `insert` has the final word."""
        found: list[tuple[int, int, int]] = []
        if self.full:
            return found
        minutes = self.roads.minutes
        for index, stretch in enumerate(self.stretches):
            room = stretch.slack - duration
            if room < 0:
                continue
            before = stretch.origin
            to_it = minutes(before, node)
            for position, after in enumerate((*(stop.node for stop in stretch.stops), stretch.goal)):
                from_it = minutes(node, after)
                extra = to_it + from_it - minutes(before, after)
                if extra <= room:
                    found.append((extra, index, position))
                before, to_it = after, from_it
        found.sort()
        return found

    def insert(self, stop: Stop, options: Sequence[tuple[int, int, int]]) -> bool:
        """Put a stop at the first of the places that keeps all times; False when none does."""
        for extra, index, position in options:
            stretch = self.stretches[index]
            stops = [*stretch.stops[:position], stop, *stretch.stops[position:]]
            starts = self._timed(stretch, stops)
            if starts is not None:
                for each, start in zip(stops, starts, strict=True):
                    each.start = start
                stretch.stops = stops
                stretch.slack -= stop.duration + extra
                self._visits += 1
                return True
        return False

    def put_all(self, stretch: Stretch, stops: list[Stop]) -> bool:
        """Make these the stops of a stretch, as early as they can be or wish; False, and nothing changed, when they do not fit."""
        starts = self._timed(stretch, stops) or self._timed_without_some_wishes(stretch, stops)
        if starts is None:
            return False
        for each, start in zip(stops, starts, strict=True):
            each.start = start
        self._visits += len(stops) - len(stretch.stops)
        stretch.stops = stops
        driven = 0 if stops or self.fixed else self.roads.minutes(stretch.origin, stretch.goal)
        stretch.slack = self._free(stretch) - self.moving_minutes(stretch) - driven
        return True

    @property
    def full(self) -> bool:
        """Whether it has as many visits as the rep makes a day."""
        return bool(self.most) and self._visits >= self.most

    def free_minutes(self) -> int:
        """The longest time left in one stretch, driving to it not counted."""
        return max((stretch.slack for stretch in self.stretches), default=-1)

    def used_minutes(self) -> int:
        """Visits and driving of the day, the way home included."""
        used, node = 0, START
        stops = self.stops()
        for stop in stops:
            used += stop.duration
            if stop.node != NOWHERE:
                used, node = used + self.roads.minutes(node, stop.node), stop.node
        return used + self.roads.minutes(node, FINISH) if stops else 0

    def _timed_without_some_wishes(self, stretch: Stretch, stops: list[Stop]) -> list[int] | None:
        """The start of each stop when wishes are granted one after the other, as long as all still fit."""
        wishes = [stop.wish for stop in stops]
        for stop in stops:
            stop.wish = 0
        starts = self._timed(stretch, stops)
        for stop, wish in zip(stops, wishes if starts else (), strict=False):
            stop.wish = wish
            granted = self._timed(stretch, stops)
            if granted is None:
                stop.wish = 0
            else:
                starts = granted
        for stop, wish in zip(stops, wishes, strict=True):
            stop.wish = wish
        return starts

    def moving_minutes(self, stretch: Stretch) -> int:
        """Visits and driving of one stretch; nothing where nobody goes out."""
        if not stretch.stops and not self.fixed:
            return 0
        nodes = [stretch.origin, *(stop.node for stop in stretch.stops), stretch.goal]
        return sum(self.roads.minutes(here, there) for here, there in pairwise(nodes)) + sum(stop.duration for stop in stretch.stops)

    def stops(self) -> list[Stop]:
        """All stops of the day by time, fixed ones included."""
        moving = [stop for stretch in self.stretches for stop in stretch.stops]
        return sorted([*self.fixed, *moving], key=lambda stop: (stop.start, stop.end, stop.customer))
