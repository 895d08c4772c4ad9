"""Planning a real file and putting the plan into it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models import Customer, Visit
from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, settle
from workbench.errors import BadInput
from workbench.visits.plan import PlanOutdated, apply_plan, plan_visits
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

TODAY = date(2026, 11, 24)


def plan_into(workspace: Workspace, start: date = MONDAY, weeks: int = 4) -> int:
    with workspace.read() as session:
        result = plan_visits(session, start, weeks)
    with workspace.edit("Plan visits") as session:
        return apply_plan(session, result)


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    with workspace.edit("fill") as session:
        rep = settle(session)
        for number in range(4):
            add_customer(session, f"Customer {number}", "AB"[number % 2], rep, lng=135.5 + number / 50)
        add_customer(session, "Nowhere", "A", rep, lat=None)
    return workspace


def test_the_plan_is_told_with_its_figures(small: Workspace) -> None:
    with small.read() as session:
        result = plan_visits(session, date(2026, 12, 1), 4)
    assert (
        result.figures.required == result.figures.planned + result.figures.left_out == len(result.plan.visits) + len(result.plan.left_out)
    )
    assert {out.code for out in result.plan.left_out} == {"no_place"}
    assert result.violations == () and result.hand_plan == result.figures
    assert result.figures.travel_minutes > sum(visit.travel_minutes for visit in result.plan.visits), "the ways home count"
    assert 0 < result.figures.cadence_kept < 100


def test_a_plan_is_one_step_and_undo_takes_it_back(small: Workspace) -> None:
    before, steps = small.content_hash(), len(small.history())
    assert plan_into(small) > 0
    assert len(small.history()) == steps + 1
    assert small.undo() == "Plan visits"
    assert small.content_hash() == before


def test_planning_again_changes_nothing_and_leaves_no_step(small: Workspace) -> None:
    plan_into(small)
    after, steps = small.content_hash(), len(small.history())
    assert plan_into(small) == 0
    assert (small.content_hash(), len(small.history())) == (after, steps)


def test_locked_past_done_and_later_visits_stay(small: Workspace) -> None:
    with small.edit("visits") as session:
        customer, other = session.get_one(Customer, 1), session.get_one(Customer, 2)
        keep = [
            add_visit_row(session, customer, date(2026, 11, 10), status="done"),
            add_visit_row(session, customer, date(2026, 11, 20)),
            add_visit_row(session, customer, MONDAY + timedelta(days=3), 900, locked=True),
            add_visit_row(session, other, MONDAY + timedelta(days=60)),
            add_visit_row(session, other, TODAY),
        ]
        kept = {(visit.id, visit.day, visit.start) for visit in keep}
        gone = add_visit_row(session, other, MONDAY + timedelta(days=1), 555).id
    plan_into(small)
    with small.read() as session:
        rows = {(visit.id, visit.day, visit.start) for visit in session.scalars(select(Visit))}
        assert kept <= rows
        assert (gone, MONDAY + timedelta(days=1), 555) not in rows


def test_a_visit_that_moves_keeps_its_row_and_its_topics(small: Workspace) -> None:
    plan_into(small)
    with small.edit("topics") as session:
        visit = session.scalars(select(Visit).order_by(Visit.day)).first()
        assert visit is not None
        visit.topics, visit.day, number = "Bring the sample box", MONDAY + timedelta(days=25), visit.id
    plan_into(small)
    with small.read() as session:
        assert session.get_one(Visit, number).topics == "Bring the sample box"
        assert session.get_one(Visit, number).day != MONDAY + timedelta(days=25)


def test_a_past_start_is_lifted_to_today(small: Workspace) -> None:
    with small.read() as session:
        result = plan_visits(session, date(2026, 11, 16), 3)
    assert (result.first, result.last) == (TODAY, date(2026, 12, 6))
    assert min(visit.day for visit in result.plan.visits) >= TODAY


def test_spans_that_cannot_be_are_refused(small: Workspace) -> None:
    with small.read() as session:
        for start, weeks in ((MONDAY, 0), (MONDAY, 14), (date(2026, 1, 5), 2)):
            with pytest.raises(BadInput):
                plan_visits(session, start, weeks)


def test_a_plan_made_from_what_has_changed_since_is_not_applied(small: Workspace) -> None:
    with small.read() as session:
        result = plan_visits(session, MONDAY, 4)
    with small.edit("customer") as session:
        add_customer(session, "New one", "A")
    before = small.content_hash()
    with pytest.raises(PlanOutdated), small.edit("Plan visits") as session:
        apply_plan(session, result)
    assert small.content_hash() == before


@pytest.mark.parametrize("weeks", [1, 4, 13])
def test_the_sample_company_is_planned_without_a_broken_rule(tmp_path: Path, weeks: int) -> None:
    with create_sample(tmp_path / "sample.asaichi", "en", TODAY) as sample, sample.read() as session:
        result = plan_visits(session, TODAY, weeks)
        assert result.violations == ()
        assert result.figures.planned > 15 * min(weeks, 2)
        assert result.without_log == 5
        assert result.seconds < 1
