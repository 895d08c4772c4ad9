"""The week and the day as the panes show them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, settle
from workbench import clock
from workbench.strings import using_language
from workbench.visits.capacity import RuleNeed, capacity
from workbench.visits.day import day_view
from workbench.visits.week import week_view
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

TODAY, THIS_MONDAY = date(2026, 11, 24), date(2026, 11, 23)


def test_a_week_shows_cards_by_rep_and_day_with_their_number(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session, field_hours=10)
        near, far = add_customer(session, "Near", "A", rep), add_customer(session, "Far", "A", rep, lng=135.8)
        add_visit_row(session, near, date(2026, 11, 12), status="done")
        add_visit_row(session, far, MONDAY + timedelta(days=2), 600, locked=True)
        add_visit_row(session, near, MONDAY, 700, minutes=90)
        week = week_view(session, MONDAY)
    cards = [[(card.name, card.number, card.locked) for card in day] for day in week.reps[0].days]
    assert cards == [[("Near", 1, False)], [], [("Far", 2, True)], [], []]
    assert week.reps[0].days[0][0].days_since_last == 18
    assert week.reps[0].load == pytest.approx((150 + week.reps[0].driving_minutes) / 600)
    assert week.reps[0].driving_minutes > 60, "the ways home count"
    assert (week.required, week.planned, week.left_out) == (2, 2, ())


def test_who_is_due_and_not_planned_is_listed_with_room_or_reason(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        for name, lat in (("Late", 34.7), ("Nowhere", None)):
            add_visit_row(session, add_customer(session, name, "A", rep, lat=lat), date(2026, 10, 1), status="done")
        week = week_view(session, MONDAY)
    assert [(out.name, out.code, out.day) for out in week.left_out] == [("Late", "room", MONDAY), ("Nowhere", "no_place", None)]
    assert (week.required, week.planned, week.cadence_kept) == (2, 0, 0)
    assert "Sachiko Morita has room on 30 Nov at 09:15" in week.left_out[0].sentence


def test_who_is_planned_next_week_in_time_is_not_left_out(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Soon", "B", settle(session))
        add_visit_row(session, customer, date(2026, 11, 1), status="done")
        add_visit_row(session, customer, date(2026, 12, 8))
        assert week_view(session, MONDAY).left_out == ()


def test_a_week_that_is_over_counts_what_happened(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Near", "A", settle(session))
        add_visit_row(session, customer, date(2026, 11, 16), status="done")
        add_visit_row(session, customer, date(2026, 11, 17), status="missed")
        add_visit_row(session, customer, date(2026, 11, 18))
        week = week_view(session, date(2026, 11, 16))
    assert (week.required, week.planned, week.done, week.left_out) == (3, 2, 1, ())
    assert [card.no_log for day in week.reps[0].days for card in day] == [False, False, True]


def test_a_weekend_is_shown_when_somebody_visits_then(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Near", "A", settle(session))
        assert len(week_view(session, MONDAY).days) == 5
        add_visit_row(session, customer, MONDAY + timedelta(days=5))
        assert [day.day.weekday() for day in week_view(session, MONDAY).days] == [0, 1, 2, 3, 4, 5]


def test_the_week_of_the_sample_company(tmp_path: Path) -> None:
    with create_sample(tmp_path / "sample.asaichi", "en", TODAY) as sample, sample.read() as session:
        week = week_view(session, THIS_MONDAY)
        assert len(week.reps) == 3 and all(rep.visits for rep in week.reps)
        assert [(day.working, day.closed_name) for day in week.days][:2] == [(False, "Labor Thanksgiving Day"), (True, None)]
        assert week.days[1].today
        assert week.required == week.planned + len(week.left_out)
        with using_language("ja"):
            japanese = week_view(session, THIS_MONDAY)
        assert japanese.days[0].closed_name == "勤労感謝の日"
        assert "直線距離" in japanese.travel and "担当者ごと" in japanese.rule
        assert all(out.sentence.endswith("。") for out in japanese.left_out)


def test_a_day_shows_visits_drives_and_when_the_rep_is_back(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        customer = add_customer(session, "Near", "A", rep)
        customer.topics = "Second shift"
        add_visit_row(session, customer, date(2026, 11, 10), status="done")
        add_visit_row(session, customer, TODAY, 700 - 45, minutes=60)
        day = day_view(session, TODAY)
    only = day.reps[0]
    assert (day.working, day.visits, day.next_working_day) == (True, 1, date(2026, 11, 25))
    assert (only.visits[0].topics, only.visits[0].days_since_last, only.visits[0].number) == ("Second shift", 14, 1)
    assert only.back_at == 715 + 12 + 60, "the drive home rests at lunch"


def test_a_holiday_says_so(workspace: Workspace) -> None:
    with workspace.read() as session:
        day = day_view(session, THIS_MONDAY)
    assert (day.working, day.closed_name, day.next_working_day) == (False, "Labor Thanksgiving Day", TODAY)


def test_capacity_weighs_the_rules_against_the_hours(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session, field_hours=11)
        for number in range(12):
            add_customer(session, f"A {number}", "A", rep)
        add_customer(session, "Unseen", "C")
        found = capacity(session)
    assert found.mean_travel_minutes == 35 and found.drives == 0
    a, b, c, _ = found.tiers
    assert (a.customers, a.visits, a.hours) == (12, pytest.approx(24), pytest.approx(24 * 95 / 60))
    assert (b.customers, c.customers, c.hours) == (0, 1, pytest.approx(20 / 60 / 3))
    assert found.reps[0].needed_hours == pytest.approx(a.hours), "who has no rep counts for the team only"
    assert 3.9 < found.weeks_a_month < 4.35
    assert found.load == pytest.approx((a.hours + c.hours) / (11 * found.weeks_a_month))


def test_capacity_tries_other_tiers_without_saving(workspace: Workspace) -> None:
    before = workspace.content_hash()
    with workspace.read() as session:
        tried = capacity(session, {(1, "A", ""): 10}, [RuleNeed("A", 2.0, 60, False)])
        assert (tried.visits, tried.needed_hours) == (20, pytest.approx(20 * 95 / 60))
    assert workspace.content_hash() == before


def test_mean_travel_comes_from_drives_once_there_are_enough(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Near", "A", settle(session))
        for number in range(20):
            add_visit_row(session, customer, clock.today() - timedelta(days=number), status="done").travel_minutes = 20
        session.flush()
        found = capacity(session)
        assert (found.mean_travel_minutes, found.drives) == (20 + 12, 20), "the way home takes 12 minutes"


def test_the_hours_that_rules_need_count_driving_as_the_weeks_do(workspace: Workspace) -> None:
    monday = THIS_MONDAY - timedelta(days=7)
    with workspace.edit("fill") as session:
        rep = settle(session, field_hours=11)
        near, far = add_customer(session, "Near", "A", rep), add_customer(session, "Far", "A", rep, lat=35.1)
        for number in range(10):
            day = monday - timedelta(days=7 * (number // 5) - number % 5)
            add_visit_row(session, near, day, 600, status="done").travel_minutes = 12
            add_visit_row(session, far, day, 800, status="done").travel_minutes = 75
        session.flush()
        weeks = [week_view(session, monday - timedelta(days=back)).reps[0] for back in (0, 7)]
        found = capacity(session)
    assert found.drives == sum(week.visits for week in weeks) == 20
    assert found.mean_travel_minutes == pytest.approx(sum(week.driving_minutes for week in weeks) / 20)


def test_nobody_drives_home_from_a_call(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session, field_hours=11)
        add_visit_row(session, add_customer(session, "Called", "C", rep, lat=35.1), TODAY, minutes=20)
        day, week = day_view(session, TODAY), week_view(session, THIS_MONDAY)
        assert day.reps[0].visits[0].desk and day.reps[0].back_at is None
        assert (week.reps[0].driving_minutes, week.reps[0].visit_minutes) == (0, 20)
        customer = add_customer(session, "Seen all the same", "C", rep)
        add_visit_row(session, customer, TODAY, 700).travel_minutes = 12
        session.flush()
        assert week_view(session, THIS_MONDAY).reps[0].driving_minutes == 12 + 12
