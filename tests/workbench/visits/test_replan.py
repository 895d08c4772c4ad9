"""Planning again: what stands stays, one cancelled visit moves hardly anything, and no rule is broken."""

import random
from dataclasses import replace

from hypothesis import given, settings

from tests.workbench.visits.test_random_plans import problems
from tests.workbench.visits.test_search import broken, sample_weeks
from workbench.visits.problem import HandPlan, PlannedVisit, Problem
from workbench.visits.search.improve import plan_by_search
from workbench.visits.search.replan import plan_again
from workbench.visits.search.search import Budget

__all__ = ["sample_weeks"]


def places(plan: HandPlan) -> dict[tuple[int, object], tuple[object, ...]]:
    return {(visit.customer_id, visit.due): (visit.rep_id, visit.day, visit.start) for visit in plan.visits}


def without(plan: HandPlan, gone: PlannedVisit) -> list[PlannedVisit]:
    return [visit for visit in plan.visits if visit != gone]


def test_a_plan_that_may_stay_stays(sample_weeks: Problem) -> None:
    plan = plan_by_search(sample_weeks, Budget(iterations=300), 1)
    assert places(plan_again(sample_weeks, plan.visits, Budget(iterations=100), 1)) == places(plan)


def test_a_cancelled_visit_moves_at_most_three_others(sample_weeks: Problem) -> None:
    plan = plan_by_search(sample_weeks, Budget(iterations=300), 1)
    before = places(plan)
    moves = []
    for gone in random.Random(5).sample([visit for visit in plan.visits if not visit.locked], 20):
        closed = tuple(
            replace(customer, closed=customer.closed | {gone.day}) if customer.id == gone.customer_id else customer
            for customer in sample_weeks.customers
        )
        problem = replace(sample_weeks, customers=closed)
        after = plan_again(problem, without(plan, gone), Budget(iterations=100), 1)
        assert broken(problem, after) == []
        now = places(after)
        moves.append(sum(now.get(key) != place for key, place in before.items() if key[0] != gone.customer_id))
    assert sum(count <= 3 for count in moves) >= 19, moves


@settings(max_examples=40, deadline=None)
@given(problems())
def test_no_rule_is_broken_by_planning_again(problem: Problem) -> None:
    plan = plan_by_search(problem, Budget(iterations=20), 1)
    again = plan_again(problem, plan.visits, Budget(iterations=40), 2)
    assert broken(problem, again) == [] and again.required == plan.required
