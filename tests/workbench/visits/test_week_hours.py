"""A rep's week is not planned beyond the hours kept for visits and driving; closed days take their part of them."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.workbench.visits.tasks import MONDAY, OFFICE, customer, kept, rep, task
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.problem import HandPlan, Problem
from workbench.visits.travel import Place

AWAY = Place(34.8, 135.6)


def used(problem: Problem, plan: HandPlan) -> Counter[int]:
    """Minutes of visits and driving by week, counted leg by leg."""
    weeks: Counter[int] = Counter()
    places = {one.id: one.place for one in problem.customers}
    for day in {visit.day for visit in plan.visits}:
        here, week = OFFICE, (day - MONDAY).days // 7
        for visit in sorted((one for one in plan.visits if one.day == day), key=lambda one: one.start):
            weeks[week] += problem.travel.leg(here, places[visit.customer_id]).minutes + visit.end - visit.start
            here = places[visit.customer_id] or here
        weeks[week] += problem.travel.leg(here, OFFICE).minutes
    return weeks


def planned(closed: int = 0, hours: float = 10, keeping: int = 0) -> tuple[Problem, HandPlan]:
    days = {MONDAY + timedelta(days=number): "Holiday" for number in range(closed)}
    some = [customer(number, place=AWAY if number % 3 else OFFICE, due=(MONDAY,)) for number in range(1, 16)]
    one = replace(rep(), week_minutes=round(hours * 60))
    stays = tuple(kept(number + 1, MONDAY + timedelta(days=4), 600 + 60 * number + 60 * (number > 1)) for number in range(keeping))
    problem = task(*some, reps=(one,), closed=days, last=MONDAY + timedelta(days=6), kept=stays)
    return problem, plan_by_hand(problem)


@pytest.mark.parametrize("closed", [0, 1, 3])
def test_a_week_holds_its_hours_and_no_more(closed: int) -> None:
    problem, plan = planned(closed)
    there = 600 * (5 - closed) / 5
    assert there - 120 < used(problem, plan)[0] <= there
    assert {out.code for out in plan.left_out} == {"capacity"} and len(plan.visits) + len(plan.left_out) == 15
    assert "The 10 h a week that Rep 1 keeps for visits and driving are used up." in plan.left_out[0].sentence.replace("\u00a0", " ")


def test_visits_that_stay_take_their_part_of_it() -> None:
    problem, plan = planned(hours=8, keeping=4)
    assert 240 < used(problem, plan)[0] <= 480 and sum(visit.locked for visit in plan.visits) == 4


def test_without_hours_kept_only_the_days_are_the_limit() -> None:
    assert len(planned(hours=0)[1].visits) == 15
