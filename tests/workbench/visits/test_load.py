"""What a planning task is made of: read from a real file."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from models import ClosedDay, CustomerClosed, CustomerHours, CustomerRule, ExtraVisit, RepAbsence, RepHours
from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, change_rule, settle
from workbench.visits.cadence import Cadence
from workbench.visits.load import load_problem
from workbench.visits.problem import ALL_DAY, PlanCustomer, Problem
from workbench.visits.team import load_team, next_working_day
from workbench.visits.travel import Place
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


def test_several_windows_a_day_are_read_in_order(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        session.add_all(CustomerHours(customer_id=customer.id, weekday=0, start=start, end=start + 120) for start in (780, 540))
        session.flush()
        assert only(load_problem(session, MONDAY, LAST)).opening[0] == ((540, 660), (780, 900))


def test_own_rules_go_before_those_of_the_tier(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        own = CustomerRule(customer_id=customer.id, visits=1, every=1, unit="week", duration=25, weekdays=0b0001111, preferred=0b0000010)
        session.add(own)
        session.flush()
        loaded = only(load_problem(session, MONDAY, LAST))
        assert (loaded.cadence, loaded.duration, loaded.preferred) == (Cadence(1, "week"), 25, frozenset({1}))
        assert loaded.opening[4:] == ((), (), ()) and loaded.opening[0] == (ALL_DAY,)
        assert loaded.least_gap <= 7 <= loaded.greatest_gap, "gaps that do not fit go along with the cadence"
        own.least_gap, own.greatest_gap = 3, 0
        session.flush()
        loaded = only(load_problem(session, MONDAY, LAST))
        assert (loaded.least_gap, loaded.greatest_gap) == (3, 0)


def test_closed_days_are_ranges_and_days_of_the_month(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        session.add(CustomerClosed(customer_id=customer.id, first=date(2026, 11, 1), last=date(2026, 12, 1)))
        session.add(CustomerClosed(customer_id=customer.id, first=date(2027, 8, 12), last=date(2027, 8, 16)))
        session.add(CustomerClosed(customer_id=customer.id, month_day=20))
        session.add(CustomerClosed(customer_id=customer.id, month_day=31))
        session.flush()
        loaded = only(load_problem(session, MONDAY, date(2027, 2, 28)))
    days = (*((2026, 11, 30), (2026, 12, 1), (2026, 12, 20), (2026, 12, 31)), *((2027, 1, 20), (2027, 1, 31), (2027, 2, 20), (2027, 2, 28)))
    assert sorted(loaded.closed) == [date(*day) for day in days]
    assert loaded.windows(date(2026, 12, 1)) == () and loaded.windows(date(2026, 12, 2)) == (ALL_DAY,)


def test_a_rep_is_away_ends_at_the_office_and_makes_so_many_visits(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        rep.start_lat, rep.start_lng, rep.ends_at, rep.most_visits = 34.9, 135.7, "office", 5
        session.add(RepAbsence(rep_id=rep.id, first=date(2026, 11, 1), last=date(2026, 12, 1)))
        session.flush()
        team = load_team(session, MONDAY, LAST)
        plan = team.reps[0].plan
        assert (plan.start, plan.finish) == (Place(34.9, 135.7), Place(34.7, 135.5))
        assert (plan.away, plan.most_visits) == (frozenset({MONDAY, date(2026, 12, 1)}), 5)
        assert [team.reps[0].works_on(team.calendar, day) for day in (MONDAY, date(2026, 12, 2))] == [False, True]
        assert team.reps[0].field_minutes(team.calendar, team.lunch, MONDAY) == 3 * 480
        rep.starts_at = "office"
        session.flush()
        assert load_team(session, MONDAY, LAST).reps[0].plan.start == Place(34.7, 135.5)


def test_shared_and_hold_are_read(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "A", settle(session))
        customer.shared = True
        add_visit_row(session, customer, MONDAY, locked=True).hold = "week"
        session.flush()
        problem = load_problem(session, MONDAY, LAST)
        assert only(problem).shared and [kept.hold for kept in problem.kept] == ["week"]
        assert [kept.hold for kept in load_problem(session, MONDAY, LAST, keep_all=True).kept] == ["time"]


def test_a_visit_asked_for_is_one_more_due_day_until_it_is_made(workspace: Workspace) -> None:
    asked_on, by = date(2026, 11, 20), date(2026, 12, 9)
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Nara Optics", "B", settle(session))
        add_visit_row(session, customer, date(2026, 11, 16), status="done")
        session.add(ExtraVisit(customer_id=customer.id, asked_on=asked_on, by=by))
        session.flush()
        regular = date(2026, 12, 16)
        loaded = only(load_problem(session, MONDAY, LAST))
        assert (loaded.due, loaded.deadline) == ((MONDAY, regular), by)
        later = only(load_problem(session, date(2026, 12, 10), LAST))
        assert (later.due, later.deadline) == ((date(2026, 12, 10), regular), None), "late already: as soon as can be"
        extra = session.query(ExtraVisit).one()
        extra.by = regular
        session.flush()
        assert (only(load_problem(session, MONDAY, LAST)).due, only(load_problem(session, MONDAY, LAST)).deadline) == ((regular,), regular)
        extra.by = by
        add_visit_row(session, customer, asked_on, status="done")
        loaded = only(load_problem(session, MONDAY, LAST))
        assert (loaded.due, loaded.deadline) == ((date(2026, 12, 20),), None)


def test_who_is_served_from_the_desk_can_be_asked_for(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Desk", "C", settle(session))
        session.add(ExtraVisit(customer_id=customer.id, asked_on=MONDAY, by=LAST))
        session.flush()
        assert only(load_problem(session, MONDAY, LAST)).due == (MONDAY,)
        customer.archived = True
        session.flush()
        assert load_problem(session, MONDAY, LAST).customers == ()
