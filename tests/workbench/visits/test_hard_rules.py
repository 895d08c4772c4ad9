"""The rules that a company sets for single customers, reps and visits: each one in the hand plan, and found by the checker when broken."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.workbench.visits.tasks import MONDAY, customer, kept, rep, task
from workbench.visits.cadence import answer_due_days
from workbench.visits.checker import check
from workbench.visits.figures import figures_of, ways_home
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.problem import HandPlan, PlannedVisit, Problem
from workbench.visits.travel import Place

TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 4))
NEXT_MONDAY = MONDAY + timedelta(days=7)
FAR = Place(34.7, 135.9)
SPLIT = (((540, 660), (800, 900)),) * 7


def planned(problem: Problem) -> HandPlan:
    plan = plan_by_hand(problem)
    assert not [broken for broken in check(problem, plan.visits) if not broken.from_input]
    return plan


def visit(customer_id: int = 1, day: date = MONDAY, start: int = 600, rep_id: int = 1, due: date = MONDAY) -> PlannedVisit:
    return PlannedVisit(customer_id, rep_id, day, start, start + 60, 0, 0.0, False, due, "due")


def codes(problem: Problem, *visits: PlannedVisit) -> list[str]:
    return [broken.code for broken in check(problem, visits)]


def test_a_visit_lies_wholly_in_one_of_several_windows() -> None:
    problem = task(customer(1, duration=90, opening=SPLIT), customer(2, duration=90, opening=SPLIT))
    assert [(one.day, one.start) for one in planned(problem).visits] == [(MONDAY, 540), (MONDAY, 800)]
    sixty = task(customer(1, opening=SPLIT))
    assert codes(sixty, visit(start=840)) == []
    assert codes(sixty, visit(start=630)) == ["opening"] and codes(sixty, visit(start=880)) == ["opening"]


def test_a_customers_closed_days_stay_free() -> None:
    problem = task(replace(customer(1), closed=frozenset({MONDAY, TUESDAY})))
    assert [one.day for one in planned(problem).visits] == [WEDNESDAY]
    assert codes(problem, visit(day=TUESDAY)) == ["closed"]
    all_closed = replace(customer(1), closed=frozenset(MONDAY + timedelta(days=day) for day in range(28)))
    assert [(out.code, "Closed on every day" in out.sentence) for out in planned(task(all_closed)).left_out] == [("window", True)]


def test_a_rep_who_is_away_visits_nobody() -> None:
    away = replace(rep(), away=frozenset({MONDAY}))
    problem = task(customer(1), reps=(away,))
    assert [one.day for one in planned(problem).visits] == [TUESDAY]
    assert codes(problem, visit()) == ["away"]
    lock = kept(1, MONDAY, 600)
    assert [broken.from_input for broken in check(replace(problem, kept=(lock,)), planned(replace(problem, kept=(lock,))).visits)] == [True]


def test_a_day_holds_no_more_visits_than_the_rep_makes() -> None:
    two = replace(rep(), most_visits=2)
    problem = task(*(customer(number) for number in range(1, 6)), reps=(two,), kept=(kept(9, MONDAY, 540, done=True),))
    by_day = [one.day for one in planned(problem).visits]
    assert by_day == [MONDAY, TUESDAY, TUESDAY, WEDNESDAY, WEDNESDAY], "the visit done on Monday counts"
    three = (visit(1), visit(2, start=660), visit(3, start=780))
    assert codes(task(*problem.customers, reps=(two,)), *three) == ["most_visits"]
    full = planned(task(customer(1, due=(MONDAY,)), reps=(replace(two, most_visits=1),), kept=(kept(9, MONDAY, 540),), last=MONDAY))
    assert full.left_out[0].code == "capacity" and "1 visit, the most a day" in full.left_out[0].sentence


def test_the_day_ends_where_the_rep_ends_it() -> None:
    ends_far = replace(rep(), end=FAR)
    late = customer(1, opening=(((960, 1080),),) * 7)
    assert [out.code for out in planned(task(late, reps=(ends_far,))).left_out] == ["window"]
    assert codes(task(late, reps=(ends_far,)), visit(start=1000)) == ["hours"]
    plan = planned(task(customer(1, place=FAR), reps=(ends_far,)))
    assert [leg.minutes for leg in ways_home(task(customer(1, place=FAR), reps=(ends_far,)), plan.visits)] == [0]
    assert planned(task(customer(1, place=FAR, opening=(((1000, 1080),),) * 7), reps=(ends_far,))).visits, "no way back is left to drive"


def test_a_shared_customer_goes_to_its_own_rep_else_to_the_first_with_room() -> None:
    one, two = replace(rep(1), away=frozenset({MONDAY})), rep(2)
    own = replace(customer(1, rep_id=2), shared=True)
    anybodys = replace(customer(2, rep_id=None, due=(MONDAY,)), shared=True)
    plan = planned(task(own, anybodys, reps=(one, two), last=MONDAY))
    assert sorted((visit.customer_id, visit.rep_id) for visit in plan.visits) == [(1, 2), (2, 2)]
    plan = planned(task(anybodys, reps=(one, two)))
    assert [(visit.day, visit.rep_id) for visit in plan.visits] == [(TUESDAY, 1)]
    assert [out.code for out in planned(task(anybodys, reps=())).left_out] == ["no_rep"]
    assert codes(task(own, reps=(one, two)), visit(day=TUESDAY, rep_id=1)) == []
    assert codes(task(customer(1, rep_id=2), reps=(one, two)), visit(day=TUESDAY, rep_id=1)) == ["rep"]


def test_a_visit_asked_for_comes_first_and_in_time() -> None:
    short = rep(hours=((540, 610),) * 5 + (None, None))
    asked = replace(customer(1, tier="C", due=(MONDAY,), last_visit=MONDAY - timedelta(days=20)), deadline=MONDAY)
    late = customer(2, tier="A", last_visit=MONDAY - timedelta(days=90))
    plan = planned(task(asked, late, reps=(short,)))
    assert [(visit.customer_id, visit.day) for visit in plan.visits] == [(1, MONDAY), (2, TUESDAY)]
    assert codes(task(asked), visit(day=TUESDAY)) == ["deadline"]
    assert figures_of(task(asked), plan_by_hand(task(asked))).cadence_kept == 100


def test_what_cannot_be_made_in_time_is_told_and_the_next_is_planned() -> None:
    again = (MONDAY, MONDAY + timedelta(days=14))
    asked = replace(customer(1, due=again, opening=((), *(((540, 1080),),) * 6)), deadline=MONDAY)
    plan = planned(task(asked))
    assert [(visit.due, visit.day) for visit in plan.visits] == [(again[1], MONDAY + timedelta(days=15))]
    assert [(out.due, out.code) for out in plan.left_out] == [(MONDAY, "deadline")]
    assert "no day until then is open" in plan.left_out[0].sentence
    busy = planned(task(replace(customer(1, due=(MONDAY,)), deadline=MONDAY), kept=(kept(9, MONDAY, 540, minutes=540),)))
    assert "has no 1\u00a0h and the way there free until then" in busy.left_out[0].sentence
    gap = replace(customer(1, due=(MONDAY,), last_visit=MONDAY - timedelta(days=2)), deadline=TUESDAY)
    assert "keeps the gaps" in planned(task(gap)).left_out[0].sentence


def test_a_visit_that_stays_after_the_deadline_does_not_answer_what_was_asked_for() -> None:
    lock = kept(1, MONDAY + timedelta(days=14), 600)
    problem = task(replace(customer(1, due=(MONDAY,)), deadline=TUESDAY), kept=(lock,))
    assert [visit.day for visit in planned(problem).visits] == [MONDAY, lock.day]
    assert answer_due_days((MONDAY,), [WEDNESDAY], TUESDAY) == ((None,), (MONDAY,))
    assert answer_due_days((MONDAY,), [WEDNESDAY], WEDNESDAY) == ((MONDAY,), ())


@pytest.mark.parametrize(
    ("hold", "day", "start", "minutes", "rep_id", "found"),
    [
        ("time", MONDAY, 600, 60, 1, []),
        ("time", MONDAY, 605, 60, 1, ["locked"]),
        ("day", MONDAY, 900, 60, 1, []),
        ("day", TUESDAY, 600, 60, 1, ["locked"]),
        ("day", MONDAY, 600, 45, 1, ["locked"]),
        ("day", MONDAY, 600, 60, 2, ["locked"]),
        ("week", FRIDAY, 900, 60, 1, []),
        ("week", NEXT_MONDAY, 600, 60, 1, ["locked"]),
        ("week", FRIDAY, 690, 60, 1, ["lunch"]),
    ],
)
def test_a_held_visit_moves_as_far_as_its_hold_says(hold: str, day: date, start: int, minutes: int, rep_id: int, found: list[str]) -> None:
    lock = replace(kept(1, MONDAY, 600), hold=hold)
    problem = task(customer(1), reps=(rep(1), rep(2)), kept=(lock,))
    moved = PlannedVisit(1, rep_id, day, start, start + minutes, 0, 0.0, True, None, "", lock.id)
    broken = check(problem, [moved])
    assert [one.code for one in broken] == found and not any(one.from_input for one in broken)


def test_nobody_can_call_a_visit_locked_that_was_not() -> None:
    stranger = replace(visit(start=690), locked=True)
    assert set(codes(task(customer(1)), stranger)) == {"lunch", "locked"}
    assert not any(broken.from_input for broken in check(task(customer(1)), [stranger]))
