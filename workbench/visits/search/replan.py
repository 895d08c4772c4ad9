"""Planning again while moving as little as can be: the standing plan first, then what is open, then small mends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from workbench.visits.day_route import Stop
from workbench.visits.hand_plan import HandWork, sort_out
from workbench.visits.problem import HandPlan, PlannedVisit, Problem
from workbench.visits.rep_planner import RepPlanner
from workbench.visits.search.arrays import Best
from workbench.visits.search.build import Layout, lay_out, start_from, take_over
from workbench.visits.search.search import Budget, search
from workbench.visits.waiting import Waiting
from workbench.visits.weights import Weights

MOVE_PRICE = 240.0
"""Minutes of driving that are gladly driven rather than moving a visit to another day."""
GENTLE = 0.5
"""The first temperature: a standing plan is not shaken up."""


def plan_again(
    problem: Problem, standing: Sequence[PlannedVisit], budget: Budget, seed: int = 0, weights: Weights | None = None
) -> HandPlan:
    """The plan that keeps the standing visits as far as the rules still allow and puts what is open between them.

    Only where something found no room is anything moved, as few as can be; visits that stay on their day keep their time where they can.
    """
    work = standing_work(problem, standing)
    layout = lay_out(problem, work.planners, weights or Weights(), MOVE_PRICE)
    if layout.clients:
        begin = lambda plan: start_from(layout, plan)  # noqa: E731
        _, best = search(layout.task, begin, Budget(iterations=0), seed)
        if _left_out(layout, best) > 0:
            _, moved = search(layout.task, begin, budget, seed, hot=GENTLE)
            best = min(best, moved, key=lambda found: _left_out(layout, found))
        take_over(layout, best, keep_times=True)
    return work.plan()


def _left_out(layout: Layout, best: Best) -> float:
    """What the visits left out cost."""
    clients = layout.task.clients
    return float(((clients["wanted"] - best.placed) * clients["absence"]).sum())


def standing_work(problem: Problem, standing: Sequence[PlannedVisit]) -> HandWork:
    """The standing visits that the rules still allow, each on its day at its time, and everybody else waiting."""
    found = sort_out(problem)
    wished: dict[int, list[PlannedVisit]] = defaultdict(list)
    for visit in sorted(standing, key=lambda visit: (visit.day, visit.start)):
        if not visit.locked and visit.visit_id is None:
            wished[visit.customer_id].append(visit)
    for waiting in [waiting for of_rep in found.of_rep.values() for waiting in of_rep if waiting.customer.id in found.loose]:
        visits = wished[waiting.customer.id]
        if visits and visits[0].rep_id != problem.reps[0].id and visits[0].rep_id in {rep.id for rep in problem.reps}:
            found.of_rep[problem.reps[0].id].remove(waiting)
            found.of_rep[visits[0].rep_id].append(waiting)
    planners = {rep.id: RepPlanner(problem, rep, found.of_rep[rep.id], found.customers) for rep in found.reps}
    own = {waiting.customer.id: waiting for planner in planners.values() for waiting in planner.waiting}
    for customer_id, visits in wished.items():
        if customer_id in own:
            for visit, due in _pairs(own[customer_id], visits):
                _stand(planners.get(visit.rep_id), own[customer_id], visit, due)
    return HandWork(found.customers, found.answers, list(planners.values()), found.beyond)


def _pairs(waiting: Waiting, visits: Sequence[PlannedVisit]) -> list[tuple[PlannedVisit, date]]:
    """Each standing visit with the due day it answers: its own where that is still open, else the nearest that is left."""
    left = list(waiting.due)
    pairs = []
    for visit in visits:
        if left:
            due = visit.due if visit.due in left else min(left, key=lambda day: (abs((day - visit.day).days), day))
            left.remove(due)
            pairs.append((visit, due))
    return pairs


def _stand(planner: RepPlanner | None, waiting: Waiting, visit: PlannedVisit, due: date) -> None:
    """Put a standing visit where it stood, if its day, its gaps and the others allow."""
    customer, route = waiting.customer, planner.days.get(visit.day) if planner else None
    if planner is None or route is None or route.full or not waiting.gaps_allow(visit.day) or visit.day > waiting.deadline(due):
        return
    if customer.rep_id != planner.rep.id and not customer.shared:
        return
    stop = Stop(customer.id, planner.know(customer.id), customer.duration, customer.windows(visit.day), wish=visit.start)
    for stretch in route.stretches:
        if stretch.begin <= visit.start < stretch.deadline:
            most, others = planner.week.left(visit.day) + route.moving_minutes(stretch), stretch.stops
            if not route.put_all(stretch, sorted([*others, stop], key=lambda each: (each.wish, each.start))):
                return
            if route.moving_minutes(stretch) > most:
                route.put_all(stretch, others)
                return
            planner.week.changed(visit.day)
            waiting.add(visit.day, due)
            planner.planned[customer.id, visit.day] = due
            return
