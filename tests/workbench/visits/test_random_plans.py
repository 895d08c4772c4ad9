"""Random companies, hostile ones among them: the independent checker finds no rule that the planner broke, and nothing gets lost."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbench.visits.random_companies import HOSTILE, random_company
from tests.workbench.visits.tasks import MONDAY, OFFICE, WEEK
from workbench.customers.hours import joined
from workbench.visits.cadence import Cadence, due_days
from workbench.visits.checker import check
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.problem import ALL_DAY, HandPlan, KeptVisit, PlanCustomer, PlanRep, Problem
from workbench.visits.travel import Place, TravelRule

NEAR = st.builds(Place, st.floats(34.3, 35.1), st.floats(135.0, 136.0))
PLACES = st.one_of(
    NEAR, NEAR, NEAR, st.just(OFFICE), st.builds(Place, st.floats(-90, 90), st.floats(-180, 180)), st.just(Place(-34.7, -44.5))
)
SPANS = st.tuples(st.integers(0, 1439), st.integers(0, 1440))
WINDOWS = st.lists(SPANS.filter(lambda span: span[0] < span[1]), max_size=3).map(joined)
OPENINGS = st.one_of(
    st.just(((ALL_DAY,),) * 7), st.just(((),) * 7), st.tuples(*[st.one_of(st.just(()), st.just(((600, 960),)), WINDOWS)] * 7)
)
HOURS = st.one_of(st.just(WEEK), st.just((None,) * 7), st.tuples(*[st.one_of(st.none(), st.just((540, 1080)), SPANS)] * 7))
CADENCES = st.builds(Cadence, st.integers(1, 12), st.sampled_from(["week", "month", "quarter"]), st.integers(1, 4))
RULES = st.builds(
    TravelRule, st.floats(1, 2), st.floats(0, 50), st.floats(5, 40), st.floats(40, 120)
)  # fmt: skip


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    days = draw(st.integers(1, 35))
    last = MONDAY + timedelta(days=days - 1)
    window = st.integers(0, days - 1).map(lambda offset: MONDAY + timedelta(days=offset))
    reps = tuple(
        PlanRep(
            number,
            f"Rep {number}",
            draw(st.one_of(NEAR, PLACES, st.none())),
            draw(HOURS),
            draw(st.one_of(st.none(), st.none(), PLACES)),
            draw(st.one_of(st.just(frozenset()), st.frozensets(window, max_size=5))),
            draw(st.sampled_from([0, 0, 1, 3])),
            draw(st.sampled_from([0, 0, 600])),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    one_place = draw(st.one_of(st.none(), st.none(), PLACES))
    customers = []
    for number in range(draw(st.integers(0, 14))):
        cadence, last_visit = (
            draw(CADENCES),
            draw(st.one_of(st.none(), st.integers(-400, -1).map(lambda back: MONDAY + timedelta(days=back)))),
        )
        least = draw(st.integers(0, 30))
        due = due_days(cadence, last_visit, MONDAY, last, number)
        customers.append(
            PlanCustomer(
                id=number,
                name=f"Customer {number}",
                tier="ABCN"[number % 4],
                tier_rank=number % 4,
                place=draw(st.one_of(st.none(), PLACES)) if one_place is None else one_place,
                rep_id=draw(st.sampled_from([0, 0, 1, 2, None])),
                cadence=cadence,
                duration=draw(st.sampled_from([20, 60, 90, 0, 600])),
                least_gap=least,
                greatest_gap=draw(st.sampled_from([0, least, least + 10, 40])),
                opening=draw(OPENINGS),
                last_visit=last_visit,
                next_visit=draw(st.one_of(st.none(), st.none(), st.integers(1, 30).map(lambda ahead: last + timedelta(days=ahead)))),
                due=due,
                seen_before=last_visit is not None,
                closed=draw(st.one_of(st.just(frozenset()), st.frozensets(window, max_size=5))),
                shared=draw(st.booleans()),
                deadline=draw(st.one_of(st.none(), window.filter(lambda day, due=due: not due or day >= due[0]))) if due else None,
            )
        )
    kept = []
    for number in range(draw(st.integers(0, 6)) if customers and reps else 0):
        start = draw(st.one_of(st.integers(108, 204).map(lambda five: five * 5), st.integers(0, 1380)))
        visit = KeptVisit(
            number,
            draw(st.sampled_from(customers)).id,
            draw(st.sampled_from(reps)).id,
            draw(window),
            start,
            start + draw(st.sampled_from([30, 60])),
            draw(st.sampled_from([False, False, False, True])),
            draw(st.sampled_from(["time", "time", "day", "week"])),
        )
        kept.append(visit)
    weekdays = draw(st.sampled_from([frozenset(range(5)), frozenset(range(5)), frozenset(range(7)), frozenset({2}), frozenset()]))
    all_closed = {MONDAY + timedelta(days=offset): "Closed" for offset in range(days)}
    closed = draw(st.one_of(st.just({}), st.just(all_closed), st.dictionaries(window, st.just("Holiday"), max_size=4)))
    lunch = draw(st.one_of(st.just((720, 780)), st.none(), SPANS))
    return Problem(MONDAY, last, weekdays, closed, lunch, reps, tuple(customers), tuple(kept), draw(RULES))


@settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(problems())
def test_no_rule_is_broken_and_no_visit_is_lost(problem: Problem) -> None:
    plan = plan_by_hand(problem)
    assert_sound(problem, plan)
    assert plan == plan_by_hand(problem)


@pytest.mark.parametrize("seed", range(0, 24, 2))
def test_a_company_of_real_size_breaks_no_rule(seed: int) -> None:
    problem = random_company(seed)
    plan = plan_by_hand(problem)
    assert_sound(problem, plan)
    assert plan.visits


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_company_ends_with_reasons(kind: str) -> None:
    problem = random_company(7, customers=60, reps=3, hostile=kind)
    assert_sound(problem, plan_by_hand(problem))


def test_a_random_company_is_the_same_for_the_same_seed() -> None:
    assert random_company(5) == random_company(5) != random_company(7)


def assert_sound(problem: Problem, plan: HandPlan) -> None:
    """No hard rule is broken by what was planned, and every due day is answered or left out with one of the six reasons."""
    assert not [violation for violation in check(problem, plan.visits) if not violation.from_input]
    asked: dict[int, list[date]] = {customer.id: list(customer.due) for customer in problem.customers}
    for visit in plan.visits:
        if visit.due is not None:
            asked[visit.customer_id].remove(visit.due)
        else:
            assert visit.locked
    for out in plan.left_out:
        asked[out.customer_id].remove(out.due)
        assert out.sentence and out.code in {"capacity", "window", "gap", "no_place", "no_rep", "deadline"}
    assert not any(asked.values())
    assert plan.required == len(plan.visits) + len(plan.left_out)
    assert sum(visit.locked for visit in plan.visits) == sum(not visit.done for visit in problem.kept)
