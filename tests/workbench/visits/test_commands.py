"""Changes to visits by hand."""

from datetime import date, timedelta

import pytest

from models import Customer, Visit
from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, settle
from workbench.visits import commands
from workbench.visits.commands import VisitError
from workbench.visits.why import visit_why
from workbench.workspace import Workspace

TODAY, TUESDAY = date(2026, 11, 24), MONDAY + timedelta(days=1)


@pytest.fixture
def planned(workspace: Workspace) -> Workspace:
    """Customer 1 is visited on Monday at 10:00 (visit 1), customer 2 at 11:00 (visit 2), customer 1 was seen on 16 November."""
    with workspace.edit("fill") as session:
        rep = settle(session)
        near, far = add_customer(session, "Near", "A", rep), add_customer(session, "Far", "B", rep, lng=135.8)
        add_visit_row(session, near, MONDAY)
        add_visit_row(session, far, MONDAY, 780)
        add_visit_row(session, near, date(2026, 11, 16), status="done")
        commands.refresh_travel(session, rep.id, MONDAY)
    return workspace


def visit(workspace: Workspace, number: int) -> Visit:
    with workspace.read() as session:
        return session.get_one(Visit, number)


def test_a_moved_visit_finds_its_time_is_locked_and_both_days_know_their_ways(planned: Workspace) -> None:
    direct = visit(planned, 2).travel_minutes
    with planned.edit("Move") as session:
        placed = commands.move_visit(session, 1, TUESDAY)
    assert (placed.day, placed.broken) == (TUESDAY, ())
    assert placed.start >= 540 + visit(planned, 1).travel_minutes and placed.end - placed.start == 60
    assert visit(planned, 1).locked
    assert visit(planned, 2).travel_minutes > direct, "the way now starts at the office"


def test_a_wish_that_breaks_rules_is_done_and_told(planned: Workspace) -> None:
    with planned.edit("Move") as session:
        told = commands.move_visit(session, 1, MONDAY, 700).broken
        assert any("lunch" in sentence for sentence in told)
        told = commands.move_visit(session, 1, date(2026, 11, 25), 600).broken
        assert told == ()
        told = commands.move_visit(session, 1, date(2026, 11, 24), 600).broken
        assert len(told) == 1 and "8 days between two visits" in told[0]
        told = commands.move_visit(session, 1, date(2026, 12, 6), 600).broken
        assert any("not a working day" in sentence for sentence in told)
        told = commands.move_visit(session, 1, MONDAY, 780).broken
        assert any("No time to get" in sentence for sentence in told)


def test_moving_to_where_it_is_changes_nothing(planned: Workspace) -> None:
    steps = len(planned.history())
    with planned.edit("Move") as session:
        commands.move_visit(session, 1, MONDAY, 600)
    assert len(planned.history()) == steps


def test_a_fixed_time_is_a_lock_and_locks_can_be_opened(planned: Workspace) -> None:
    with planned.edit("Fix") as session:
        assert commands.fix_time(session, 1, 545, 90).end == 635
    assert visit(planned, 1).locked
    with planned.edit("Unlock") as session:
        commands.set_lock(session, 1, False)
    assert not visit(planned, 1).locked


def test_a_visit_taken_out_is_gone_and_undo_brings_it_back(planned: Workspace) -> None:
    before = planned.content_hash()
    with planned.edit("Take out") as session:
        commands.take_out(session, 1)
    with planned.read() as session:
        assert session.get(Visit, 1) is None
    planned.undo()
    assert planned.content_hash() == before


def test_marks_keep_a_note_and_can_be_taken_back(planned: Workspace) -> None:
    with planned.edit("visit") as session:
        today = add_visit_row(session, session.get_one(Customer, 2), TODAY).id
    with planned.edit("Done") as session:
        commands.mark_done(session, today, "  Ordered ten ")
    assert (visit(planned, today).status, visit(planned, today).note) == ("done", "Ordered ten")
    with planned.edit("Missed") as session:
        commands.mark_missed(session, today)
    assert (visit(planned, today).status, visit(planned, today).note) == ("missed", "Ordered ten")
    with planned.edit("Back") as session:
        commands.unmark(session, today)
    assert visit(planned, today).status == "planned"


def test_what_makes_no_sense_is_refused(planned: Workspace) -> None:
    with planned.edit("all") as session:
        for wrong in (
            lambda: commands.mark_done(session, 1),
            lambda: commands.mark_done(session, 99),
            lambda: commands.move_visit(session, 1, date(2026, 11, 20)),
            lambda: commands.move_visit(session, 3, TUESDAY),
            lambda: commands.move_visit(session, 1, TUESDAY, 1400),
            lambda: commands.move_visit(session, 1, TUESDAY, None, 77),
            lambda: commands.take_out(session, 3),
            lambda: commands.add_visit(session, 99, TUESDAY),
        ):
            with pytest.raises(VisitError):
                wrong()


def test_a_visit_added_by_hand_goes_where_it_fits_and_is_locked(planned: Workspace) -> None:
    with planned.edit("Add") as session:
        placed = commands.add_visit(session, 2, TUESDAY)
    row = visit(planned, placed.visit_id)
    assert (row.locked, row.why, row.end - row.start) == (True, "hand", 45)
    assert row.travel_minutes > 20 and row.start >= 540 + row.travel_minutes
    assert len(placed.broken) == 1 and "1 day between" in placed.broken[0]


def test_on_a_full_day_it_goes_to_the_end_and_says_so(planned: Workspace) -> None:
    with planned.edit("Add") as session:
        add_visit_row(session, session.get_one(Customer, 1), TUESDAY, 540, minutes=530)
        placed = commands.add_visit(session, 2, TUESDAY)
    assert placed.start == 1070
    assert any("outside the rep's hours" in sentence for sentence in placed.broken)


def test_a_customer_without_a_rep_needs_one_chosen(planned: Workspace) -> None:
    with planned.edit("Add") as session:
        alone = add_customer(session, "Alone").id
        with pytest.raises(VisitError, match="Alone has no rep"):
            commands.add_visit(session, alone, TUESDAY)
        assert commands.add_visit(session, alone, TUESDAY, rep_id=1).rep_id == 1


def test_a_visit_tells_why_it_is_there(planned: Workspace) -> None:
    with planned.edit("why") as session:
        session.get_one(Visit, 1).why = "due"
        session.flush()
        why = visit_why(session, 1)
        assert why is not None
        assert why.reason == "Planned by the rule of its tier."
        assert why.last == "Last visit on 16 Nov, 14\u00a0days before. The least gap is 9 days."
        assert why.way.startswith("5.9\u00a0km") and why.broken == ()
        assert visit_why(session, 99) is None
