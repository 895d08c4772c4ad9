"""What a planning task is made of: read from a real file."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from models import ClosedDay, CustomerHours, RepHours
from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, change_rule, settle
from workbench.visits.cadence import Cadence
from workbench.visits.load import load_problem
from workbench.visits.problem import ALL_DAY, PlanCustomer, Problem
from workbench.visits.team import load_team, next_working_day
from workbench.workspace import Workspace

LAST = MONDAY + timedelta(days=27)


def only(problem: Problem) -> PlanCustomer:
    assert len(problem.customers) == 1
    return problem.customers[0]


def test_a_customer_comes_with_the_rule_of_its_tier(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        add_visit_row(session, add_customer(session, "Nara Optics", "A", settle(session)), date(2026, 11, 20), status="done")
        problem = load_problem(session, MONDAY, LAST)
    customer = only(problem)
    assert (customer.cadence, customer.duration, customer.least_gap, customer.greatest_gap) == (Cadence(2, "month"), 60, 9, 18)
    assert customer.last_visit == date(2026, 11, 20) and customer.seen_before
    assert customer.due == (date(2026, 12, 5), date(2026, 12, 20))
    assert problem.lunch == (720, 780) and problem.reps[0].hours[0] == (540, 1080) and problem.reps[0].hours[5] is None


def test_who_is_archived_or_served_from_the_desk_is_not_planned(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        add_customer(session, "Desk", "C", rep)
        add_customer(session, "Gone", "A", rep).archived = True
        session.flush()
        assert load_problem(session, MONDAY, LAST).customers == ()
        change_rule(session, "C", channel="visit")
        assert [customer.name for customer in load_problem(session, MONDAY, MONDAY + timedelta(days=91)).customers] == ["Desk"]


def test_without_a_tier_the_rule_of_prospects_holds(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        add_customer(session, "Fresh", "", settle(session))
        assert only(load_problem(session, MONDAY, MONDAY + timedelta(days=91))).tier == "N"


def test_missed_visits_and_past_ones_without_a_log_do_not_count_as_made(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        add_visit_row(session, customer, date(2026, 10, 20), status="done")
        add_visit_row(session, customer, date(2026, 11, 18), status="missed")
        add_visit_row(session, customer, date(2026, 11, 20))
        assert only(load_problem(session, MONDAY, LAST)).last_visit == date(2026, 10, 20)
        assert only(load_problem(session, MONDAY, LAST, keep_all=True)).last_visit == date(2026, 11, 20)


def test_visits_planned_before_and_after_the_window_hold_the_gaps(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        add_visit_row(session, customer, date(2026, 11, 26))
        add_visit_row(session, customer, LAST + timedelta(days=3))
        loaded = only(load_problem(session, MONDAY, LAST))
    assert (loaded.last_visit, loaded.next_visit, loaded.seen_before) == (date(2026, 11, 26), LAST + timedelta(days=3), False)


def test_locked_visits_stay_and_others_of_the_window_go(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        locked = add_visit_row(session, customer, MONDAY, locked=True)
        add_visit_row(session, customer, MONDAY + timedelta(days=14))
        assert [kept.id for kept in load_problem(session, MONDAY, LAST).kept] == [locked.id]
        assert len(load_problem(session, MONDAY, LAST, keep_all=True).kept) == 2


def test_opening_hours_hold_for_their_weekday(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        session.add(CustomerHours(customer_id=customer.id, weekday=0, start=600, end=700))
        session.add(CustomerHours(customer_id=customer.id, weekday=2, start=0, end=0))
        session.flush()
        assert only(load_problem(session, MONDAY, LAST)).opening[:4] == (((600, 700),), (ALL_DAY,), (), (ALL_DAY,))


def test_own_hours_and_closed_days_of_the_company(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        session.add(RepHours(rep_id=rep.id, weekday=0, start=600, end=900))
        session.add(RepHours(rep_id=rep.id, weekday=5, start=540, end=720))
        session.add(RepHours(rep_id=rep.id, weekday=4, start=0, end=0))
        session.add(ClosedDay(first=date(2026, 12, 29), last=date(2027, 1, 3), name="年末年始"))
        session.flush()
        team = load_team(session, date(2026, 12, 1), date(2027, 1, 31))
        assert next_working_day(session, date(2026, 12, 28)) == date(2027, 1, 4)
    hours = team.reps[0].plan.hours
    assert (hours[0], hours[1], hours[4], hours[5], hours[6]) == ((600, 900), (540, 1080), None, (540, 720), None)
    assert team.calendar.closed_name(date(2027, 1, 1)) == "年末年始"
    assert not team.reps[0].works_on(team.calendar, date(2026, 12, 30))


def test_a_week_with_a_holiday_holds_fewer_field_hours(workspace: Workspace) -> None:
    def minutes(session: Session, monday: date) -> int:
        team = load_team(session, monday, monday + timedelta(days=6))
        return team.reps[0].field_minutes(team.calendar, team.lunch, monday)

    with workspace.edit("fill") as session:
        settle(session)
        assert (minutes(session, MONDAY), minutes(session, date(2026, 11, 23))) == (5 * 480, 4 * 480)
        settle(session, field_hours=10)
        assert (minutes(session, MONDAY), minutes(session, date(2026, 11, 23))) == (600, 480)
