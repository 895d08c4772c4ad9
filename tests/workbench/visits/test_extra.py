"""Visits asked for beside the rules: planned by their day, settled by a visit done, withdrawn; and how much of a locked visit stays."""

from datetime import date

import pytest

from models import Visit
from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, settle
from workbench import clock
from workbench.visits import commands, extra
from workbench.visits.load import load_problem

TODAY = date(2026, 11, 24)


@pytest.fixture
def customer(workspace) -> int:
    with workspace.edit("prepare") as session:
        return add_customer(session, "Kansai Pumps", "B", settle(session)).id


def test_a_visit_asked_for_falls_due_by_its_day(workspace, customer: int) -> None:
    with clock.fixed_today(TODAY):
        with workspace.edit("ask") as session:
            extra.ask_visit(session, customer, date(2026, 12, 4), " a  claim ")
        with workspace.read() as session:
            (one,) = extra.asked_visits(session)
            problem = load_problem(session, MONDAY, date(2026, 12, 27))
    assert one.words == "Asked for by 4 Dec: a claim. Not planned yet."
    assert problem.customers[0].deadline == date(2026, 12, 4)


def test_it_is_told_when_planned_and_gone_when_done(workspace, customer: int) -> None:
    with clock.fixed_today(TODAY), workspace.edit("ask") as session:
        extra.ask_visit(session, customer, date(2026, 12, 4))
        row = add_visit_row(session, session.get_one(extra.Customer, customer), date(2026, 12, 2))
        assert extra.asked_visits(session, customer)[0].words == "Asked for by 4 Dec. Planned on 2 Dec."
        row.day, row.status = TODAY, "done"
        session.flush()
        assert extra.asked_visits(session) == ()


def test_settling_puts_a_visit_into_the_log_and_withdrawing_does_not(workspace, customer: int) -> None:
    with clock.fixed_today(TODAY), workspace.edit("ask") as session:
        one, two = extra.ask_visit(session, customer, TODAY), extra.ask_visit(session, customer, MONDAY)
        extra.withdraw(session, two)
        assert [asked.id for asked in extra.asked_visits(session)] == [one] and session.query(Visit).count() == 0
        extra.settle(session, one)
        assert extra.asked_visits(session) == () and [(v.day, v.status) for v in session.query(Visit)] == [(TODAY, "done")]


def test_a_day_that_is_over_is_refused(workspace, customer: int) -> None:
    with clock.fixed_today(TODAY), pytest.raises(extra.AskError), workspace.edit("ask") as session:
        extra.ask_visit(session, customer, date(2026, 11, 23))


def test_a_visit_is_held_on_its_day_and_moved_keeps_that(workspace, customer: int) -> None:
    with clock.fixed_today(TODAY), workspace.edit("hold") as session:
        visit = add_visit_row(session, session.get_one(extra.Customer, customer), MONDAY)
        commands.set_hold(session, visit.id, "week")
        assert (visit.locked, visit.hold) == (True, "week")
        commands.move_visit(session, visit.id, date(2026, 12, 1))
        assert visit.hold == "week"
        commands.set_lock(session, visit.id, False)
        commands.set_lock(session, visit.id, True)
        assert (visit.locked, visit.hold) == (True, "time")
        with pytest.raises(commands.VisitError):
            commands.set_hold(session, visit.id, "year")
