"""The peer on field companies: PyVRP routes each rep's day, a search outside moves visits between days.

It starts from the hand plan's days, moves one visit at a time to a day that its gap and due day allow, the days nearest to its customer
more often, and keeps what PyVRP can route with less driving. Reps are searched on two cores. Lunch is cut out of the clock, a window
that it parts becomes two clients of a group.
"""

import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from itertools import repeat
from multiprocessing import get_context
from random import Random

from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.problem import HandPlan, PlanCustomer, PlannedVisit, PlanRep, Problem
from workbench.visits.travel import Place

CORES = 2
ITERATIONS = 60
Routed = tuple[int, tuple[PlannedVisit, ...]]
"""Driving minutes of a day and its visits with their times."""


def plan_by_pyvrp(problem: Problem, seconds: float) -> HandPlan:
    """The plan after so many seconds in all. Needs pyvrp."""
    hand = plan_by_hand(problem)
    each = seconds * min(CORES, len(problem.reps)) / len(problem.reps)
    with ProcessPoolExecutor(CORES, get_context("spawn")) as pool:
        found = list(pool.map(_rep_plan, repeat(problem), problem.reps, repeat(hand), repeat(each)))
    visits = tuple(visit for plan in found for visit in plan)
    return HandPlan(visits, hand.left_out)


def _rep_plan(problem: Problem, rep: PlanRep, hand: HandPlan, seconds: float) -> tuple[PlannedVisit, ...]:
    end = time.perf_counter() + seconds
    random = Random(rep.id)
    customers = {customer.id: customer for customer in problem.customers}
    days: dict[date, tuple[PlannedVisit, ...]] = defaultdict(tuple)
    for visit in hand.visits:
        if visit.rep_id == rep.id:
            days[visit.day] += (visit,)
    dates = [problem.first + timedelta(days=n) for n in range((problem.last - problem.first).days + 1)]
    dates = [day for day in dates if rep.hours[day.weekday()] and day not in problem.closed]
    driven = {day: _driving(problem, rep, customers, days[day]) for day in dates}
    for day in dates:
        _keep(driven, days, {day: _routed(problem, rep, customers, day, days[day])}, driven[day])
    loose = [visit for day in dates for visit in days[day] if not visit.locked]
    while loose and time.perf_counter() < end:
        index = random.randrange(len(loose))
        visit = loose[index]
        goals = [day for day in dates if day != visit.day and _allowed(customers[visit.customer_id], visit, day, days)]
        if not goals:
            continue
        goals.sort(key=lambda day: _detour(problem, rep, customers, visit, days[day]))
        goal = goals[min(len(goals) - 1, int(random.expovariate(0.7)))]
        moved = replace(visit, day=goal)
        rest = tuple(other for other in days[visit.day] if other is not visit)
        there = _routed(problem, rep, customers, goal, (*days[goal], moved))
        if there is None or there[0] >= driven[goal] + driven[visit.day]:
            continue
        here = _routed(problem, rep, customers, visit.day, rest)
        if _keep(driven, days, {goal: there, visit.day: here}, driven[goal] + driven[visit.day]):
            loose = [each for day in dates for each in days[day] if not each.locked]
    return tuple(visit for day in dates for visit in days[day])


def _keep(driven: dict[date, int], days: dict[date, tuple[PlannedVisit, ...]], new: dict[date, Routed | None], most: int) -> bool:
    found = {day: routed for day, routed in new.items() if routed is not None}
    if len(found) < len(new) or sum(minutes for minutes, _ in found.values()) >= most:
        return False
    for day, (minutes, visits) in found.items():
        driven[day], days[day] = minutes, visits
    return True


def _allowed(customer: PlanCustomer, visit: PlannedVisit, day: date, days: dict[date, tuple[PlannedVisit, ...]]) -> bool:
    """Open that day, within half a cadence before and a whole one after the due day, and no gap too small."""
    due, cadence = visit.due or visit.day, customer.cadence.days
    if not customer.windows(day) or not -cadence / 2 <= (day - due).days <= max(7, cadence):
        return False
    others = [d for d, of_day in days.items() for v in of_day if v.customer_id == customer.id and v is not visit]
    if customer.last_visit:
        others.append(customer.last_visit)
    return all(abs((day - other).days) >= max(1, customer.least_gap) for other in others)


def _minutes(problem: Problem, start: Place | None, end: Place | None) -> int:
    return problem.travel.leg(start, end).minutes


def _detour(
    problem: Problem, rep: PlanRep, customers: dict[int, PlanCustomer], visit: PlannedVisit, of_day: tuple[PlannedVisit, ...]
) -> int:
    place = customers[visit.customer_id].place
    return min(_minutes(problem, place, other) for other in (rep.start, *(customers[v.customer_id].place for v in of_day)))


def _driving(problem: Problem, rep: PlanRep, customers: dict[int, PlanCustomer], visits: tuple[PlannedVisit, ...]) -> int:
    if not visits:
        return 0
    return sum(visit.travel_minutes for visit in visits) + _minutes(problem, customers[visits[-1].customer_id].place, rep.finish)


def _routed(
    problem: Problem, rep: PlanRep, customers: dict[int, PlanCustomer], day: date, visits: tuple[PlannedVisit, ...]
) -> Routed | None:
    """The day as PyVRP routes it; None if it finds no way to make all visits."""
    from pyvrp import Model
    from pyvrp.stop import MaxIterations

    hours = rep.hours[day.weekday()]
    if not visits or hours is None:
        return 0, ()
    noon, after = problem.lunch or (24 * 60, 24 * 60)
    cut = lambda at: at if at <= noon else max(noon, at - (after - noon))  # noqa: E731
    model = Model()
    places = [rep.start, *(customers[visit.customer_id].place for visit in visits)]
    spots = [model.add_location(0, number) for number in range(len(places))]
    depot = model.add_depot(spots[0])
    model.add_vehicle_type(1, start_depot=depot, end_depot=depot, tw_early=cut(hours[0]), tw_late=cut(hours[1]))
    owner = []
    for number, visit in enumerate(visits):
        long = visit.end - visit.start
        open_at = [(visit.start, visit.end)] if visit.locked else customers[visit.customer_id].windows(day)
        halves = [(max(a, c), min(b, d)) for a, b in open_at for c, d in ((0, noon), (after, 24 * 60))]
        spans = [
            (cut(a) if b <= noon else a - (after - noon), cut(b) if b <= noon else b - (after - noon)) for a, b in halves if b - a >= long
        ]
        if not spans:
            return None
        group = model.add_client_group() if len(spans) > 1 else None
        for first, last in spans:
            model.add_client(
                spots[number + 1], service_duration=long, tw_early=first, tw_late=last - long, required=group is None, group=group
            )
            owner.append((number, first))
    for a, start in enumerate(places):
        for b, goal in enumerate(places):
            if a != b:
                minutes = _minutes(problem, start, goal)
                model.add_edge(spots[a], spots[b], minutes, minutes)
    best = model.solve(MaxIterations(ITERATIONS), seed=1, collect_stats=False, display=False).best
    if not best.is_feasible():
        return None
    order = [owner[activity.idx] for route in best.routes() for activity in route if activity.is_client()]
    at, clock, timed = rep.start, cut(hours[0]), []
    for number, first in order:
        visit, place = visits[number], places[number + 1]
        leg = problem.travel.leg(at, place)
        clock = max(clock + leg.minutes, first)
        start = clock if first < noon and clock + visit.end - visit.start <= noon else clock + (after - noon)
        length = visit.end - visit.start
        timed.append(replace(visit, start=start, end=start + length, travel_minutes=leg.minutes, travel_km=leg.km))
        at, clock = place, clock + length
    plan = tuple(timed)
    return _driving(problem, rep, customers, plan), plan
