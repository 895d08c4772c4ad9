"""The search planner: never a broken rule, never worse than by hand, the same plan for the same steps."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.conftest import TODAY
from tests.workbench.visits.random_companies import random_company
from tests.workbench.visits.tasks import MONDAY, customer, task
from tests.workbench.visits.test_random_plans import assert_sound, problems
from workbench.visits.cadence import Cadence
from workbench.visits.checker import check
from workbench.visits.figures import figures_of
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.load import load_problem
from workbench.visits.problem import HandPlan, Problem
from workbench.visits.search.improve import plan_by_search
from workbench.visits.search.search import Budget
from workbench.workspace.sample import create_sample


def broken(problem: Problem, plan: HandPlan) -> list[str]:
    return [violation.sentence for violation in check(problem, plan.visits) if not violation.from_input]


def worth(problem: Problem, plan: HandPlan) -> int:
    """The visits planned, each tier counting one more than the next."""
    ranks = {each.id: each.tier_rank for each in problem.customers}
    return sum(5 - ranks[visit.customer_id] for visit in plan.visits)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_rule_is_broken_and_nothing_is_lost(problem: Problem) -> None:
    by_hand = plan_by_hand(problem)
    plan = plan_by_search(problem, Budget(iterations=60), 1)
    assert broken(problem, plan) == []
    assert plan.required == by_hand.required
    assert worth(problem, plan) >= worth(problem, by_hand)


@settings(max_examples=15, deadline=None)
@given(problems())
def test_the_same_steps_give_the_same_plan(problem: Problem) -> None:
    assert plan_by_search(problem, Budget(iterations=30), 7) == plan_by_search(problem, Budget(iterations=30), 7)


@pytest.mark.parametrize("seed", [12, 18, 25, 41], ids=["some reps away", "hours of a week run out", "one rep, away", "all reps away"])
def test_a_company_of_real_size_breaks_no_rule(seed: int) -> None:
    problem = random_company(seed)
    assert_sound(problem, plan_by_search(problem, Budget(iterations=100)))


def test_two_visits_due_on_one_day_both_count() -> None:
    eager = replace(customer(1, cadence=Cadence(8, "week"), least_gap=0), due=(MONDAY, MONDAY, MONDAY + timedelta(days=1)))
    problem = task(eager)
    plan = plan_by_search(problem, Budget(iterations=10), 1)
    assert plan.required == plan_by_hand(problem).required == 3


@pytest.fixture
def sample_weeks(tmp_path: Path) -> Problem:
    """Four weeks of the sample company."""
    with create_sample(tmp_path / "sample.asaichi", "en", TODAY) as sample, sample.read() as session:
        return load_problem(session, MONDAY, MONDAY + timedelta(days=27))


def test_the_sample_company_drives_less_than_by_hand(sample_weeks: Problem) -> None:
    plan, by_hand = plan_by_search(sample_weeks, Budget(iterations=1500), 1), plan_by_hand(sample_weeks)
    ours, theirs = figures_of(sample_weeks, plan), figures_of(sample_weeks, by_hand)
    assert ours.planned >= theirs.planned and broken(sample_weeks, plan) == []
    assert ours.travel_minutes / ours.planned <= 0.85 * theirs.travel_minutes / theirs.planned


def test_a_search_that_is_told_to_stop_gives_what_it_has(sample_weeks: Problem) -> None:
    rounds = []

    def between(fraction: float, plan: object) -> bool:
        rounds.append(fraction)
        return len(rounds) < 2

    plan = plan_by_search(sample_weeks, Budget(seconds=60), 1, on_round=between)
    assert len(rounds) == 2 and broken(sample_weeks, plan) == []
