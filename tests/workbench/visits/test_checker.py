"""Each rule, broken by hand, is found; the sound plan has none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.workbench.visits.tasks import MONDAY, customer, kept, rep, task
from workbench.visits.checker import check
from workbench.visits.problem import PlannedVisit, Problem
from workbench.visits.travel import Place

FAR = Place(34.7, 135.9)


def visit(customer_id: int, day: date = MONDAY, start: int = 600, minutes: int = 60, rep_id: int = 1) -> PlannedVisit:
    return PlannedVisit(customer_id, rep_id, day, start, start + minutes, 0, 0.0, False, day, "due")


def codes(problem: Problem, *visits: PlannedVisit) -> list[str]:
    return [broken.code for broken in check(problem, visits)]


SOUND = task(customer(1), customer(2), customer(3, place=FAR))


def test_a_sound_plan_breaks_nothing() -> None:
    assert codes(SOUND, visit(1), visit(2, start=660), visit(3, start=900)) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (visit(1, day=MONDAY + timedelta(days=5)), "working_day"),
        (visit(1, day=MONDAY + timedelta(days=28)), "working_day"),
        (visit(1, start=1030), "hours"),
        (visit(1, start=690), "lunch"),
        (visit(1, minutes=30), "duration"),
        (visit(1, rep_id=2), "rep"),
        (visit(3, start=560), "travel"),
        (visit(3, start=1010), "hours"),
    ],
)
def test_one_wrong_visit_is_found(wrong: PlannedVisit, code: str) -> None:
    problem = replace(SOUND, reps=(rep(1), rep(2)))
    assert set(codes(problem, wrong)) == {code}


def test_holidays_are_no_working_days() -> None:
    assert codes(task(customer(1), closed={MONDAY: "Closed"}), visit(1)) == ["working_day"]


def test_two_at_once_and_too_little_time_to_drive_are_found() -> None:
    assert codes(SOUND, visit(1), visit(2, start=630)) == ["travel"]
    assert codes(SOUND, visit(1, start=780), visit(3, start=850)) == ["travel"]
    assert codes(SOUND, visit(1, start=660), visit(3, start=800)) == ["travel"], "lunch is no time to drive"


def test_a_drive_counts_from_the_visit_that_ends_last() -> None:
    assert codes(SOUND, visit(3, start=800, minutes=120), visit(1, start=830, minutes=60), visit(2, start=925)).count("travel") >= 2


def test_opening_windows_hold_the_whole_visit() -> None:
    short = task(customer(1, opening=(((600, 650),),) * 7))
    assert codes(short, visit(1)) == ["opening"]
    assert codes(task(customer(1, opening=((),) * 7)), visit(1)) == ["opening"]


def test_a_customer_without_a_place_is_not_planned() -> None:
    assert codes(task(customer(1, place=None)), visit(1)) == ["place"]


def test_gaps_are_found_on_all_sides() -> None:
    due = (MONDAY, MONDAY + timedelta(days=15))
    close = task(customer(1, least_gap=10, greatest_gap=20, due=due, last_visit=MONDAY - timedelta(days=3)))
    assert codes(close, visit(1)) == ["least_gap"]
    apart = task(customer(1, least_gap=10, greatest_gap=20, due=due, next_visit=MONDAY + timedelta(days=30)))
    assert codes(apart, visit(1), visit(1, day=MONDAY + timedelta(days=2))) == ["least_gap"]
    assert codes(apart, visit(1), visit(1, day=MONDAY + timedelta(days=22))) == ["greatest_gap", "least_gap"]


def test_more_visits_than_fall_due_are_found() -> None:
    assert codes(task(customer(1, due=(MONDAY,))), visit(1), visit(1, day=MONDAY + timedelta(days=14))) == ["extra"]


def test_a_locked_visit_that_was_moved_is_found_and_its_own_faults_are_the_inputs() -> None:
    lock = kept(1, MONDAY, 700)
    problem = task(customer(1), kept=(lock,))
    as_it_was = replace(visit(1, start=700), locked=True, visit_id=lock.id)
    assert [(broken.code, broken.from_input) for broken in check(problem, [as_it_was])] == [("lunch", True)]
    assert codes(problem, replace(as_it_was, start=780, end=840)) == ["locked"]
    assert codes(problem) == ["locked"]


def test_every_sentence_names_the_customer() -> None:
    assert all("Customer 1" in broken.sentence for broken in check(SOUND, [visit(1, start=500), visit(1, start=690)]))
