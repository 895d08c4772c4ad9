"""The search planner from end to end: the hand plan first, then what the search makes of it."""

from __future__ import annotations

from collections.abc import Callable

from workbench.visits.hand_plan import work_by_hand
from workbench.visits.problem import HandPlan, Problem
from workbench.visits.search.arrays import Best
from workbench.visits.search.build import lay_out, start_from, take_over
from workbench.visits.search.search import Budget, search
from workbench.visits.weights import Weights


def plan_by_search(
    problem: Problem,
    budget: Budget,
    seed: int = 0,
    weights: Weights | None = None,
    on_round: Callable[[float, Callable[[], HandPlan]], bool] | None = None,
) -> HandPlan:
    """The best plan found within the budget, never worse than the hand plan by the search's own measure.

    The same problem, seed and number of iterations give the same plan. `on_round(fraction, plan)` is called now and then: `plan()` makes
    the best plan so far, and returning False ends the search.
    """
    work = work_by_hand(problem)
    layout = lay_out(problem, work.planners, weights or Weights())

    def made(best: Best) -> HandPlan:
        take_over(layout, best)
        return work.plan()

    def between(fraction: float, _cost: float, best: Best) -> bool:
        return on_round is None or on_round(fraction, lambda: made(best))

    if not layout.clients:
        return work.plan()
    _, best = search(layout.task, lambda plan: start_from(layout, plan), budget, seed, between)
    return made(best)
