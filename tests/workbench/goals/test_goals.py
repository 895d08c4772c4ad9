"""The goal: draft until it is whole, measured from orders, its line, its likely end, its months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Customer, OrderLine
from workbench import clock
from workbench.errors import BadInput
from workbench.goals import kgi, progress
from workbench.goals.month_parts import shared_out
from workbench.workspace import Workspace

UNIT = 10_000


def add_orders(workspace: Workspace, days: list[date], amount: int = 100 * UNIT) -> None:
    with workspace.edit("orders") as session:
        if session.get(Customer, 1) is None:
            session.add(Customer(id=1, name="A", folded="a", search="a"))
            session.flush()
        session.add_all(OrderLine(customer_id=1, day=day, amount=amount, order_number=f"{day}-{n}") for n, day in enumerate(days))


def goal(workspace: Workspace) -> kgi.Goal:
    with workspace.read() as session:
        return kgi.current_goal(session)


def test_a_number_too_large_to_be_kept_is_told_as_too_large(workspace: Workspace) -> None:
    for command in (kgi.set_target, kgi.set_baseline):
        with pytest.raises(BadInput, match="too large"), workspace.edit("Number") as session:
            command(session, 1, 10**18)


def test_a_new_goal_is_a_draft_and_says_what_is_missing(workspace: Workspace) -> None:
    found = goal(workspace)
    assert found.missing == ("metric", "target", "baseline")
    assert kgi.missing_sentence(found) == "Still a draft: what is counted, the number and the baseline are missing."
    with workspace.read() as session:
        assert progress.progress(session, found) is None


def test_choosing_the_metric_measures_the_baseline_from_the_orders(workspace: Workspace) -> None:
    add_orders(workspace, [date(2026, 4, 1), date(2026, 9, 30), date(2026, 10, 1)])
    with workspace.edit("metric") as session:
        kgi.set_metric(session, 1, "orders")
    found = goal(workspace)
    assert (found.baseline, found.baseline_first, found.baseline_last) == (2 * UNIT, date(2026, 4, 1), date(2026, 9, 30))
    assert found.missing == ("target",)


def complete(workspace: Workspace, target: int = 60) -> kgi.Goal:
    with workspace.edit("goal") as session:
        kgi.set_metric(session, 1, "orders")
        kgi.set_target(session, 1, target * UNIT)
        kgi.set_baseline(session, 1, 41 * UNIT, date(2026, 4, 1), date(2026, 9, 30))
    return goal(workspace)


def test_progress_against_an_even_line(workspace: Workspace) -> None:
    add_orders(workspace, [date(2026, 10, d) for d in range(1, 21)])
    with workspace.read() as session:
        pass
    found = complete(workspace)
    with workspace.read() as session:
        got = progress.progress(session, found)
    assert got.actual == 20 * UNIT and not got.seasonal and got.days_left == 127
    assert got.line == round(10 * UNIT + 10 * UNIT * 23 / 30)
    assert progress.standing(found, got, "JPY") == "Ahead of the line by 2."
    assert got.low <= got.actual + (got.target - got.line) <= got.high


def test_the_line_follows_last_year_where_enough_happened(workspace: Workspace) -> None:
    add_orders(workspace, [date(2025, 10, d) for d in range(1, 19)] + [date(2026, 3, d) for d in range(1, 7)])
    found = complete(workspace)
    with workspace.read() as session:
        got = progress.progress(session, found)
    assert got.seasonal and got.line == round(45 * UNIT) and [m.target // UNIT for m in got.months] == [45, 0, 0, 0, 0, 15]
    assert [m.last_year // UNIT for m in got.months] == [18, 0, 0, 0, 0, 6]


def test_returns_are_no_orders_and_lines_of_one_number_are_one(workspace: Workspace) -> None:
    add_orders(workspace, [date(2026, 10, 1)])
    with workspace.edit("more") as session:
        session.add(OrderLine(customer_id=1, day=date(2026, 10, 2), amount=5 * UNIT, order_number="2026-10-01-0"))
        session.add(OrderLine(customer_id=1, day=date(2026, 10, 3), amount=-5 * UNIT, order_number="R1"))
        assert kgi.measured(session, "orders", date(2026, 10, 1), date(2026, 10, 31)) == UNIT
        assert kgi.measured(session, "revenue", date(2026, 10, 1), date(2026, 10, 31)) == 100 * UNIT
        assert kgi.measured(session, "new_customers", date(2026, 10, 1), date(2026, 10, 31)) == UNIT


def test_growth_is_measured_on_revenue(workspace: Workspace) -> None:
    add_orders(workspace, [date(2026, 6, 1), date(2026, 11, 1)], amount=1000 * UNIT)
    with workspace.edit("goal") as session:
        kgi.set_metric(session, 1, "growth")
        kgi.set_target(session, 1, 20 * UNIT)
    found = goal(workspace)
    assert found.complete and kgi.headline(found, "JPY") == "20\u00a0% revenue growth by 31 Mar 2027"
    with workspace.read() as session:
        assert progress.progress(session, found).target == 1200 * UNIT


def test_parts_that_cannot_be_are_refused(workspace: Workspace) -> None:
    for call in (
        lambda s: kgi.set_metric(s, 1, "fame"),
        lambda s: kgi.set_target(s, 1, 0),
        lambda s: kgi.set_deadline(s, 1, date(2030, 1, 1)),
        lambda s: kgi.set_baseline(s, 1, -1),
        lambda s: kgi.set_baseline_period(s, 1, date(2026, 2, 1), date(2026, 1, 1)),
    ):
        with pytest.raises(BadInput), workspace.edit("x") as session:
            call(session)


def test_the_plan_in_force_is_the_one_that_holds_today(workspace: Workspace) -> None:
    assert (goal(workspace).first, goal(workspace).last) == (date(2026, 10, 1), date(2027, 3, 31))
    with clock.fixed_today(date(2028, 1, 1)):
        assert goal(workspace).plan == "FY26 second half"


@given(st.lists(st.floats(0, 10**6), min_size=1, max_size=13), st.integers(0, 10**12), st.sampled_from([1, 10, 100, UNIT]))
def test_parts_always_add_up(weights: list[float], total: int, step: int) -> None:
    parts = shared_out(total, weights, step)
    assert sum(parts) == total and all(p >= 0 for p in parts) and all(p % step == 0 for p in parts[:-1])
