"""The stated rule, one part a test."""

from datetime import date, timedelta

from tests.workbench.visits.tasks import MONDAY, OFFICE, WEEK, customer, kept, rep, task
from workbench.visits.cadence import Cadence
from workbench.visits.checker import check
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.problem import HandPlan, Problem
from workbench.visits.travel import Place

TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)
LONG_AGO = MONDAY - timedelta(days=90)


def planned(problem: Problem) -> HandPlan:
    plan = plan_by_hand(problem)
    assert not [broken for broken in check(problem, plan.visits) if not broken.from_input]
    return plan


def test_the_most_overdue_customer_of_the_best_tier_comes_first_then_the_nearest() -> None:
    far, middle, near = Place(34.7, 135.9), Place(34.7, 135.88), Place(34.7, 135.52)
    one_visit_days = rep(hours=((540, 750),) * 5 + (None, None))
    late_b = customer(1, tier="B", place=near, last_visit=LONG_AGO)
    late_a = customer(2, tier="A", place=far, last_visit=MONDAY - timedelta(days=35))
    later_a = customer(3, tier="A", place=middle, last_visit=MONDAY - timedelta(days=60))
    plan = planned(task(late_b, late_a, later_a, reps=(one_visit_days,), lunch=None))
    assert [visit.customer_id for visit in plan.visits] == [3, 2, 1]
    assert [visit.day for visit in plan.visits] == [MONDAY, TUESDAY, MONDAY + timedelta(days=2)]

    whole_days = planned(task(late_b, late_a, later_a))
    assert {visit.day for visit in whole_days.visits} == {MONDAY}


def test_a_day_is_filled_until_it_is_full_and_the_rest_moves_on() -> None:
    plan = planned(task(*(customer(number, duration=120) for number in range(1, 7))))
    assert [visit.day for visit in plan.visits] == [MONDAY] * 3 + [TUESDAY] * 3
    assert [visit.start for visit in plan.visits[:3]] == [540, 780, 900]


def test_nothing_is_planned_before_it_is_due() -> None:
    plan = planned(task(customer(1, last_visit=date(2026, 11, 16))))
    assert [(visit.day, visit.why) for visit in plan.visits] == [(date(2026, 12, 16), "due")]


def test_a_visit_due_on_a_weekend_is_planned_on_the_nearest_working_day() -> None:
    saturday, sunday = date(2026, 12, 5), date(2026, 12, 6)
    plan = planned(task(customer(1, due=(saturday,)), customer(2, due=(sunday,))))
    assert [(visit.due, visit.day) for visit in plan.visits] == [(saturday, FRIDAY), (sunday, MONDAY + timedelta(days=7))]


def test_holidays_and_closed_days_stay_free() -> None:
    closed = {MONDAY + timedelta(days=offset): "年末年始" for offset in range(3)}
    assert [visit.day for visit in planned(task(customer(1), closed=closed)).visits] == [MONDAY + timedelta(days=3)]


def test_the_opening_window_holds_the_whole_visit() -> None:
    afternoon = ((), ((850, 930),), (), (), (), (), ())
    plan = planned(task(customer(1, opening=afternoon, duration=75)))
    assert [(visit.day, visit.start, visit.end) for visit in plan.visits] == [(TUESDAY, 850, 925)]


def test_the_drive_out_and_back_lies_within_the_hours() -> None:
    far = Place(34.7, 136.7)
    plan = planned(task(customer(1, place=far), customer(2, place=far)))
    minutes = plan.visits[0].travel_minutes
    assert minutes > 180
    assert [visit.day for visit in plan.visits] == [MONDAY, TUESDAY]
    assert all(visit.start >= 540 + minutes + 60 * (540 + minutes > 720) and visit.end + minutes <= 1080 for visit in plan.visits)


def test_who_opens_too_late_to_be_home_in_time_is_left_out() -> None:
    far, evening = Place(34.7, 135.9), (((990, 1080),),) * 7
    plan = planned(task(customer(1, place=far, opening=evening)))
    assert [out.code for out in plan.left_out] == ["window"]


def test_nothing_is_put_after_locked_visits_that_overlap() -> None:
    far = Place(34.7, 135.9)
    both = (kept(1, MONDAY, 540, minutes=240), kept(2, MONDAY, 600))
    plan = planned(task(customer(1, due=()), customer(2, due=(), place=far), customer(3, place=far), kept=both))
    assert [visit.day for visit in plan.visits if not visit.locked] == [TUESDAY]


def test_lunch_is_free_of_visits_and_of_driving() -> None:
    plan = planned(
        task(customer(1, duration=170, opening=(((540, 715),),) * 7), customer(2, place=Place(34.7, 135.6), opening=(((720, 1080),),) * 7))
    )
    first, second = plan.visits
    assert (first.end, second.travel_minutes, second.start) == (710, 23, 795), "10 minutes of the drive before lunch, 13 after it"


def test_a_locked_visit_keeps_its_time_and_answers_a_due_visit() -> None:
    lock = kept(1, MONDAY, 600)
    plan = planned(task(customer(1), customer(2), kept=(lock,)))
    assert plan.required == 2
    locked = next(visit for visit in plan.visits if visit.locked)
    assert (locked.customer_id, locked.day, locked.start, locked.due) == (1, MONDAY, 600, MONDAY)
    other = next(visit for visit in plan.visits if not visit.locked)
    assert other.end <= 600 or other.start >= 660


def test_a_locked_visit_nobody_asked_for_counts_as_required() -> None:
    plan = planned(task(customer(1, due=()), kept=(kept(1, FRIDAY, 600),)))
    assert plan.required == 1 and plan.visits[0].why == "hand"


def test_two_locked_at_once_stay_and_are_told() -> None:
    problem = task(customer(1, due=()), customer(2, due=()), customer(3), kept=(kept(1, MONDAY, 600), kept(2, MONDAY, 630)))
    plan = planned(problem)
    assert [visit.start for visit in plan.visits if visit.locked] == [600, 630]
    assert [(broken.code, broken.from_input) for broken in check(problem, plan.visits)] == [("travel", True)]


def test_a_done_visit_fills_its_time_and_holds_the_gap() -> None:
    done = kept(1, MONDAY, 540, minutes=180, done=True)
    plan = planned(task(customer(1, due=(MONDAY, MONDAY + timedelta(days=15))), customer(2), kept=(done,)))
    assert [(visit.customer_id, visit.day) for visit in plan.visits] == [
        (2, MONDAY),
        (1, MONDAY + timedelta(days=7)),
        (1, MONDAY + timedelta(days=15)),
    ]
    assert plan.visits[0].start >= 720


def test_gaps_count_from_the_last_real_visit_and_to_the_next_kept_one() -> None:
    plan = planned(task(customer(1, last_visit=MONDAY - timedelta(days=1), least_gap=20, due=(MONDAY,))))
    assert [visit.day for visit in plan.visits] == [date(2026, 12, 21)], "the 20th day is a Saturday"
    blocked = planned(task(customer(1, least_gap=40, next_visit=MONDAY + timedelta(days=30))))
    assert [out.code for out in blocked.left_out] == ["gap"]


def test_the_greatest_gap_holds_between_two_planned_visits() -> None:
    closed = {MONDAY + timedelta(days=offset): "Closed" for offset in range(8, 25)}
    due = (MONDAY, MONDAY + timedelta(days=15))
    plan = planned(task(customer(1, due=due, greatest_gap=18, least_gap=9), closed=closed))
    assert len(plan.visits) == 1 and [out.code for out in plan.left_out] == ["gap"]


def test_who_finds_no_room_later_is_tried_on_the_days_before() -> None:
    busy = kept(9, FRIDAY, 540, minutes=540)
    plan = planned(task(customer(1, due=(FRIDAY,)), customer(9, due=()), kept=(busy,), last=FRIDAY))
    assert [(visit.customer_id, visit.day) for visit in plan.visits if not visit.locked] == [(1, MONDAY + timedelta(days=3))]


def test_what_does_not_fit_says_why() -> None:
    night = tuple([((1200, 1260),)] * 7)
    plan = planned(
        task(
            customer(1, place=None),
            customer(2, rep_id=None),
            customer(3, opening=((),) * 7),
            customer(4, opening=night),
            customer(5, place=Place(-34.7, -44.5)),
            customer(6, duration=90, opening=(((600, 660),),) * 7),
            customer(7, rep_id=2),
            customer(8, rep_id=3),
            reps=(rep(1), rep(2, hours=(None,) * 7)),
        )
    )
    assert {out.customer_id: out.code for out in plan.left_out} == {
        1: "no_place", 2: "no_rep", 3: "window", 4: "window", 5: "window", 6: "window", 7: "capacity", 8: "no_rep",
    }  # fmt: skip
    told = {out.customer_id: out.sentence for out in plan.left_out}
    assert told[3].startswith("Closed on every day") and "10:00 to 11:00" in told[6] and "does not work" in told[7]


def test_full_days_are_told_with_the_span_that_was_tried() -> None:
    short = rep(hours=((540, 600),) + (None,) * 6)
    plan = planned(task(customer(1, last_visit=LONG_AGO), customer(2), reps=(short,), last=MONDAY + timedelta(days=6)))
    assert [visit.customer_id for visit in plan.visits] == [1]
    assert [(out.customer_id, out.code) for out in plan.left_out] == [(2, "capacity")]
    assert "Rep 1 has no 1\u00a0h and the way there free on 30 Nov" in plan.left_out[0].sentence


def test_an_impossible_cadence_plans_what_its_gap_allows() -> None:
    plan = planned(task(customer(1, cadence=Cadence(10, "month"), least_gap=9)))
    assert [visit.day for visit in plan.visits] == [MONDAY, date(2026, 12, 9), date(2026, 12, 18)]
    assert {out.code for out in plan.left_out} == {"gap"} and plan.required == 10


def test_prospects_never_visited_come_after_the_overdue_of_their_tier() -> None:
    one_visit_days = rep(hours=((540, 600),) * 5 + (None, None))
    fresh = customer(1, tier="B", last_visit=None, due=(MONDAY,))
    late = customer(2, tier="B")
    plan = planned(task(fresh, late, reps=(one_visit_days,)))
    assert [(visit.customer_id, visit.why) for visit in plan.visits] == [(2, "overdue"), (1, "first")]


def test_an_own_start_is_where_the_day_begins() -> None:
    home = rep(start=Place(34.7, 135.9), hours=WEEK)
    visit = planned(task(customer(1, place=OFFICE), reps=(home,))).visits[0]
    assert visit.travel_minutes > 60 and visit.start >= 540 + visit.travel_minutes
