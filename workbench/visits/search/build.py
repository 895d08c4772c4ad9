"""From a hand plan to arrays: what the compiled search may move, and where it all stands at the beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from workbench.visits.day_route import DayRoute, Stop, Stretch
from workbench.visits.figures import latest_day
from workbench.visits.problem import START_STEP_MINUTES, Problem, Windows
from workbench.visits.rep_planner import RepPlanner
from workbench.visits.roads import FINISH, START
from workbench.visits.search.arrays import CLIENT, DAY, DUE, DUE_DAYS, ROUTE, RULES, Best, Floats, Ints, Plan, Rows, Task
from workbench.visits.travel import EARTH_RADIUS_KM, Place, TravelRule
from workbench.visits.waiting import Waiting
from workbench.visits.weights import Weights

MOST_CLIENTS = 4000
"""More customers due than this are not searched over: those the hand plan left out stay left out."""
NEAREST = 150
EARLY, LATE = 0.2, 60.0
"""Minutes that a day away from the due day, and a visit that no longer keeps the cadence, are worth."""
EVEN, SAME = 0.15, 2.0
"""What a step of the owner's weights for even days and for the same weekday is worth."""
LEFT_OUT = 2000.0
"""Minutes that a visit of the lowest tier is worth; each tier above it as much again."""
RANKS = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """What the numbers of a task stand for."""

    task: Task
    clients: tuple[Waiting, ...]
    dues: tuple[tuple[date, ...], ...]
    """The due days of each client, those answered included."""
    own: tuple[RepPlanner, ...]
    routes: tuple[tuple[RepPlanner, date, Stretch], ...]


def lay_out(problem: Problem, planners: Sequence[RepPlanner], weights: Weights, move: float = 0.0) -> Layout:
    """The task of a window whose hand plan is made. A shared customer may go to any of the planners' reps.

    `move` is the price in minutes of another day than a visit has now.
    """
    clients = _clients(planners)
    rules = np.zeros(1, RULES)
    rules["timed"], rules["step"], rules["early"], rules["late"] = 1, START_STEP_MINUTES, EARLY, LATE
    rules["move"] = move
    rules["even"], rules["same"] = EVEN * weights.even, SAME * weights.same
    if problem.lunch and problem.lunch[0] < problem.lunch[1]:
        rules["noon"], rules["after"] = problem.lunch
    places: dict[Place | None, int] = {}
    node_of = lambda place: places.setdefault(place, len(places))  # noqa: E731
    days, routes, stretches, day_of, weeks = _days(problem, planners, node_of)
    rows = np.zeros(len(clients), CLIENT)
    dues: list[tuple[int, int, int, int, int]] = []
    kept: list[int] = []
    reps: list[int] = []
    planner_of = {waiting.customer.id: number for number, planner in enumerate(planners) for waiting in planner.waiting}
    own = [planner_of[waiting.customer.id] for waiting in clients]
    planned = _planned(planners)
    all_due = []
    for number, (row, waiting) in enumerate(zip(rows, clients, strict=True)):
        customer = waiting.customer
        answered = planned[customer.id]
        all_due.append(tuple(sorted([*waiting.left, *(due for due in answered for _ in answered[due])])))
        wished = [_due(problem, waiting, due, answered[due].pop(0) if answered[due] else None) for due in all_due[-1]]
        row["node"], row["kind"], row["wanted"], row["service"] = node_of(customer.place), DUE_DAYS, len(wished), customer.duration
        row["due_from"], row["due_to"] = len(dues), len(dues) + len(wished)
        dues += wished
        days_kept = [_offset(problem, day) for day in waiting.kept_days]
        row["kept_from"], row["kept_to"] = len(kept), len(kept) + len(days_kept)
        kept += days_kept
        chosen = list(range(len(planners))) if customer.shared else [own[number]]
        row["rep_from"], row["rep_to"] = len(reps), len(reps) + len(chosen)
        reps += chosen
        row["least"], row["greatest"] = customer.least_gap, customer.greatest_gap
        row["liked"] = sum(1 << weekday for weekday in customer.preferred)
        row["rank"] = max(0, RANKS - customer.tier_rank) + (RANKS if customer.deadline else 0)
        row["absence"] = LEFT_OUT * (1 + row["rank"])
    starts = [node_of(planner.rep.start) for planner in planners]
    travel = travel_matrix(problem.travel, list(places))
    for row, number in zip(rows, own, strict=True):
        row["away"] = travel[starts[number], row["node"]]
    opening, windows = _opening(problem, clients)
    nodes = rows["node"]
    near = _near(travel, nodes)
    span = (problem.last - problem.first).days + 1
    ints = lambda values: np.array(values or [0], np.int32)  # noqa: E731
    task = Task(
        rules=rules,
        travel=travel,
        clients=rows,
        routes=routes,
        days=days,
        dues=np.array(dues or [(0, 0, 0, 0, -1)], DUE),
        patterns=np.zeros((1, 2), np.int32),
        pattern_days=ints([]),
        kept_days=ints(kept),
        reps=ints(reps),
        opening=opening,
        windows=windows,
        weekday=ints([(problem.first + timedelta(days=offset)).weekday() for offset in range(span)]),
        day_of=day_of,
        weeks=weeks,
        near=near,
    )
    return Layout(task, clients, tuple(all_due), tuple(planners[number] for number in own), stretches)


def start_from(layout: Layout, plan: Plan) -> None:
    """Put the plan as it stands into an empty one; `reckon` must follow."""
    number = {waiting.customer.id: client for client, waiting in enumerate(layout.clients)}
    found: dict[int, list[tuple[date, int, date]]] = defaultdict(list)
    for route, (planner, day, stretch) in enumerate(layout.routes):
        plan.routes["stops"][route] = len(stretch.stops)
        for place, stop in enumerate(stretch.stops):
            plan.stops[route, place] = number[stop.customer]
            found[number[stop.customer]].append((day, route, planner.planned[stop.customer, day]))
    for client, visits in found.items():
        numbers: dict[date, list[int]] = defaultdict(list)
        for each, due in enumerate(layout.dues[client]):
            numbers[due].append(each)
        plan.clients["placed"][client] = len(visits)
        for place, (_, route, due) in enumerate(sorted(visits, reverse=True)):
            plan.where[client, place], plan.answers[client, place] = route, numbers[due].pop()


def take_over(layout: Layout, best: Best, keep_times: bool = False) -> None:
    """Put a plan found by the search back into the planners' days; where it can be, visits that stay on their day keep their time."""
    stood = (
        {(planner, day, stop.customer): stop.start for planner, day, stretch in layout.routes for stop in stretch.stops}
        if keep_times
        else {}
    )
    moving = set(layout.clients)
    for planner in dict.fromkeys([*layout.own, *(planner for planner, _, _ in layout.routes)]):
        planner.planned.clear()
        planner.waiting = [waiting for waiting in planner.waiting if waiting not in moving]
    for client, waiting in enumerate(layout.clients):
        waiting.plan_anew(layout.dues[client])
        first = layout.routes[best.where[client, 0]][0] if best.placed[client] else layout.own[client]
        waiting.go_with(first.know(waiting.customer.id), first.free_weekdays(waiting.customer))
        first.waiting.append(waiting)
        for visit in range(best.placed[client]):
            planner, day, _ = layout.routes[best.where[client, visit]]
            due = layout.dues[client][best.answers[client, visit]]
            waiting.add(day, due)
            planner.planned[waiting.customer.id, day] = due
    for route, (planner, day, stretch) in enumerate(layout.routes):
        stops = []
        for client in best.stops[route, : best.counts[route]]:
            customer = layout.clients[client].customer
            wish = stood.get((planner, day, customer.id), 0)
            stops.append(Stop(customer.id, planner.know(customer.id), customer.duration, customer.windows(day), wish=wish))
        if not planner.days[day].put_all(stretch, stops):
            raise AssertionError("the search has planned a day that its own times do not allow")
        planner.week.changed(day)
    for planner, day, stretch in layout.routes if keep_times else ():
        found = stretch.stops
        if not _in_standing_order(planner.days[day], stretch):
            planner.days[day].put_all(stretch, found)
        planner.week.changed(day)
        if planner.week.left(day) < 0:
            planner.days[day].put_all(stretch, found)
            planner.week.changed(day)


def _in_standing_order(route: DayRoute, stretch: Stretch) -> bool:
    """Let the stops that stood on the day keep their order, the others between them where they cost least; whether all fit so."""
    ordered = sorted((stop for stop in stretch.stops if stop.wish), key=lambda stop: stop.wish)
    for stop in [stop for stop in stretch.stops if not stop.wish]:
        options = []
        for place in range(len(ordered) + 1):
            if route.put_all(stretch, [*ordered[:place], stop, *ordered[place:]]):
                options.append((route.moving_minutes(stretch), place))
        if not options:
            return False
        ordered.insert(min(options)[1], stop)
    return route.put_all(stretch, ordered)


def _clients(planners: Sequence[RepPlanner]) -> tuple[Waiting, ...]:
    able = [w for planner in planners for w in planner.waiting if w.planned_days or w.free_weekdays or w.customer.shared]
    able.sort(key=lambda w: (not w.planned_days, w.customer.tier_rank, w.left[:1], w.customer.id))
    return tuple(sorted(able[:MOST_CLIENTS], key=lambda w: w.customer.id))


def _offset(problem: Problem, day: date) -> int:
    return (day - problem.first).days


def _planned(planners: Sequence[RepPlanner]) -> dict[int, dict[date, list[date]]]:
    """By customer: the days planned for each due day that is answered; a cadence of more than one a day has some due days twice."""
    found: dict[int, dict[date, list[date]]] = defaultdict(lambda: defaultdict(list))
    for planner in planners:
        for (customer, day), due in sorted(planner.planned.items()):
            found[customer][due].append(day)
    return found


def _due(problem: Problem, waiting: Waiting, due: date, planned: date | None) -> tuple[int, int, int, int, int]:
    """A due day with the days on which its visit may be: from half a cadence before to a whole one after, where it is planned included."""
    customer = waiting.customer
    last, day = _offset(problem, problem.last), _offset(problem, due)
    by = min(last, _offset(problem, waiting.deadline(due)))
    half, whole = int(customer.cadence.days / 2), max(7, round(customer.cadence.days))
    low, high = max(0, min(day - half, last)), min(by, day + whole)
    if planned is not None:
        low, high = min(low, _offset(problem, planned)), max(high, _offset(problem, planned))
    stands = -1 if planned is None else _offset(problem, planned)
    return day, low, high, _offset(problem, latest_day(customer, due)), stands


def _days(
    problem: Problem, planners: Sequence[RepPlanner], node_of: Callable[[Place | None], int]
) -> tuple[Rows, Rows, tuple[tuple[RepPlanner, date, Stretch], ...], Ints, Floats]:
    span = (problem.last - problem.first).days + 1
    days: list[tuple[float, ...]] = []
    routes: list[tuple[float, ...]] = []
    stretches: list[tuple[RepPlanner, date, Stretch]] = []
    weeks: dict[tuple[int, date], int] = {}
    limits: dict[int, float] = {}
    day_of = np.full((len(planners), span), -1, np.int32)
    for number, planner in enumerate(planners):
        rep = planner.rep
        ids = {node: customer for customer, node in planner.node.items()}
        place = {START: rep.start, FINISH: rep.finish}
        for day, route in planner.days.items():
            day_of[number, _offset(problem, day)] = len(days)
            first = len(routes)
            for stretch in route.stretches:
                ends = [node_of(place[end] if end in place else planner.place(ids[end])) for end in (stretch.origin, stretch.goal)]
                routes.append((len(days), *ends, bool(route.fixed), stretch.begin, stretch.deadline, stretch.latest_end, np.inf, np.inf))
                stretches.append((planner, day, stretch))
            monday = (number, day - timedelta(days=day.weekday()))
            week = weeks.setdefault(monday, len(weeks))
            limits[week] = planner.week.limit(day)
            work = route.used_minutes() - sum(route.moving_minutes(stretch) for stretch in route.stretches)
            days.append((_offset(problem, day), week, first, len(routes), rep.most_visits, len(route.fixed), _hours(route), work))
    limit = np.array([limits[week] for week in range(len(weeks))] or [np.inf])
    return np.array(days, DAY), np.array(routes, ROUTE), tuple(stretches), day_of, limit


def _hours(route: DayRoute) -> int:
    first, last = route.hours
    return last - first - (max(0, min(last, route.lunch[1]) - max(first, route.lunch[0])) if route.lunch else 0)


def _opening(problem: Problem, clients: Sequence[Waiting]) -> tuple[Ints, Floats]:
    span = (problem.last - problem.first).days + 1
    dates = [problem.first + timedelta(days=offset) for offset in range(span)]
    sets: dict[Windows, int] = {}
    opening = np.full((len(clients), span), -1, np.int32)
    for client, waiting in enumerate(clients):
        for offset, day in enumerate(dates):
            windows = waiting.customer.windows(day)
            if windows:
                opening[client, offset] = sets.setdefault(windows, len(sets))
    widest = max(map(len, sets), default=1)
    table = np.zeros((max(1, len(sets)), widest, 2))
    table[:, :, 0], table[:, :, 1] = 1, 0
    for windows, number in sets.items():
        table[number, : len(windows)] = windows
    return opening, table


def _near(travel: Floats, nodes: Ints) -> Ints:
    between = travel[np.ix_(nodes, nodes)]
    between = between + between.T
    np.fill_diagonal(between, -1)
    count = min(len(nodes), NEAREST)
    if count == len(nodes):
        return np.argsort(between, axis=1, kind="stable").astype(np.int32)
    nearest = np.argpartition(between, count - 1, axis=1)[:, :count]
    order = np.argsort(np.take_along_axis(between, nearest, 1), axis=1, kind="stable")
    return np.take_along_axis(nearest, order, 1).astype(np.int32)


def travel_matrix(rule: TravelRule, places: Sequence[Place | None]) -> Floats:
    """Whole driving minutes between places, as `TravelRule.leg` has them; none from or to an unknown one."""
    known = np.array([place is not None for place in places], bool)
    lat = np.radians([place.lat if place else 0.0 for place in places])
    lng = np.radians([place.lng if place else 0.0 for place in places])
    half_lat, half_lng = np.sin((lat[:, None] - lat) / 2), np.sin((lng[:, None] - lng) / 2)
    chord = half_lat**2 + np.cos(lat)[:, None] * np.cos(lat) * half_lng**2
    km = rule.road_factor * 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
    slow = np.minimum(km, rule.near_km)
    minutes = np.ceil(slow * 60 / rule.near_kmh + (km - slow) * 60 / rule.far_kmh - 1e-9)
    minutes[~known, :] = minutes[:, ~known] = 0.0
    np.fill_diagonal(minutes, 0.0)
    return np.maximum(minutes, 0.0)
