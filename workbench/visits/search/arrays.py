"""A planning task and a plan as plain arrays, the language of the compiled search.

Times and costs are minutes, days are offsets from the first day of the window. A *day* here is one rep on one day; the visits that stay cut
it into *routes*, each from `origin` to `goal` between two times. A *client* is a customer with all its open visits.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Rows = NDArray[np.void]

PATTERNS, DUE_DAYS = 0, 1
NEVER = 10_000
MOST_STOPS = 128

RULES = np.dtype([(name, np.float64) for name in ("timed", "noon", "after", "step", "even", "same", "early", "late", "move")])
"""What holds for the whole task. `noon` to `after` is free of visits and driving (equal: no lunch); starts are multiples of `step`.

Where `timed` is 0 only length and load of a route are limited. `even` weighs even loads; `same` is the price of another weekday than the
visit before or of one that is not liked, `early` that of a day away from the due day, `late` that of a visit that breaks the cadence, `move` that of another day than it stood on.
"""

_INTS = "node kind wanted pattern_from pattern_to due_from due_to kept_from kept_to rep_from rep_to least greatest liked rank"
CLIENT = np.dtype([(name, np.int32) for name in _INTS.split()] + [(name, np.float64) for name in ("service", "demand", "absence", "away")])
"""`kind` PATTERNS: one of the client's sets of days, any rep each day. DUE_DAYS: a visit for each due day, all by one rep of `reps`.

`liked` are weekdays as bits (0: any), `absence` the price of a visit left out, `away` minutes from where days start; the higher `rank`, the
sooner it is put back. Gaps are days.
"""
DUE = np.dtype([(name, np.int32) for name in ("day", "low", "high", "latest", "stands")])
"""A due day, the first and last day allowed for its visit, the last that keeps the cadence, and the one it stood on (-1: none)."""
ROUTE = np.dtype(
    [(name, np.int32) for name in ("day", "origin", "goal", "anchored")]
    + [(name, np.float64) for name in ("begin", "deadline", "latest_end", "most_load", "most_length")]
)
"""`anchored` is 1 where the way from origin to goal is driven even without a stop."""
DAY = np.dtype(
    [(name, np.int32) for name in ("date", "week", "route_from", "route_to", "most_visits", "visits")]
    + [(name, np.float64) for name in ("hours", "work")]
)
"""`hours` are minutes there are; `visits` and `work` (minutes) are taken by what stays."""

ROUTE_NOW = np.dtype(
    [("stops", np.int32), ("kept_stops", np.int32), ("dirty", np.int32), ("ruined", np.int32)]
    + [(n, np.float64) for n in ("driven", "served", "load")]
)
DAY_NOW = np.dtype([("visits", np.int32), ("work", np.float64)])
CLIENT_NOW = np.dtype(
    [("placed", np.int32), ("kept_placed", np.int32), ("removed", np.int32)] + [(n, np.float64) for n in ("extra", "kept_extra", "order")]
)
CHOICE = np.dtype([("cost", np.float64), ("minutes", np.float64), ("route", np.int32), ("place", np.int32)])


class Task(NamedTuple):
    """What is to be planned; nothing here changes while it is searched."""

    rules: Rows
    travel: Floats
    """[node, node] minutes, asymmetric where it is so."""
    clients: Rows
    routes: Rows
    days: Rows
    dues: Rows
    patterns: Ints
    """[pattern, 2] from and to in `pattern_days`."""
    pattern_days: Ints
    kept_days: Ints
    """Days of visits that stay, those around the window included."""
    reps: Ints
    opening: Ints
    """[client, day] number of a set of windows, -1: closed."""
    windows: Floats
    """[set, window, 2] from and to in minutes; a window that ends before it begins is none."""
    weekday: Ints
    weeks: Floats
    """Minutes that a rep keeps for visits and driving, by rep's week."""
    day_of: Ints
    """[rep, day] number in `days`, -1: not worked."""
    near: Ints
    """[client, k] the nearest clients, itself first."""


class Plan(NamedTuple):
    """A plan that changes in place, with what is needed to take the last change back."""

    routes: Rows
    days: Rows
    weeks: Floats
    clients: Rows
    stops: Ints
    """[route, place] client."""
    leave: Floats
    """[route, i] departure from the stop before place i (0: from the origin)."""
    arrive_by: Floats
    """[route, i] latest arrival at place i that keeps all that follows (last: the goal)."""
    where: Ints
    """[client, i] route of its i-th visit."""
    answers: Ints
    """[client, i] due day, by number among its own, that the visit answers."""
    kept_stops: Ints
    kept_where: Ints
    kept_answers: Ints
    changed: Ints
    """[0]: how many routes are dirty, [1]: clients removed, [2]: routes ruined."""
    dirty: Ints
    removed: Ints
    ruined: Ints
    choices: Rows
    """By day: where a client would go."""
    value: Floats
    came_from: Ints
    chosen: Ints
    """[visit, 2] day and due day."""
    string: Ints
    random: NDArray[np.uint64]


def new_plan(task: Task, seed: int) -> Plan:
    """An empty plan with its own random numbers; `reckon` must follow."""
    clients, routes = len(task.clients), len(task.routes)
    most = max(1, min(clients, MOST_STOPS))
    visits = max(1, int(task.clients["wanted"].max(initial=1)))
    dates = task.opening.shape[1]
    ints = lambda *shape: np.zeros(shape, np.int32)  # noqa: E731
    return Plan(
        routes=np.zeros(routes, ROUTE_NOW),
        days=np.zeros(len(task.days), DAY_NOW),
        weeks=np.zeros(len(task.weeks)),
        clients=np.zeros(clients, CLIENT_NOW),
        stops=ints(routes, most),
        leave=np.zeros((routes, most + 1)),
        arrive_by=np.zeros((routes, most + 1)),
        where=ints(clients, visits),
        answers=ints(clients, visits),
        kept_stops=ints(routes, most),
        kept_where=ints(clients, visits),
        kept_answers=ints(clients, visits),
        changed=ints(3),
        dirty=ints(routes),
        removed=ints(clients),
        ruined=ints(routes),
        choices=np.zeros(dates, CHOICE),
        value=np.zeros((visits, dates)),
        came_from=ints(visits, dates),
        chosen=ints(visits, 2),
        string=ints(most),
        random=np.array([(seed * 2 + 1) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF], np.uint64),
    )


class Best(NamedTuple):
    """The stops of a plan, to go back to."""

    counts: Ints
    stops: Ints
    placed: Ints
    where: Ints
    answers: Ints


def new_best(plan: Plan) -> Best:
    """The plan as it is now."""
    parts: list[Any] = [plan.routes["stops"], plan.stops, plan.clients["placed"], plan.where, plan.answers]
    return Best(*(np.ascontiguousarray(part).copy() for part in parts))
