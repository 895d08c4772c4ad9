"""Where a visit by hand would go, and adding one that breaks rules only when it is meant."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models import CustomerClosed, CustomerHours, RepAbsence, Visit
from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, settle
from workbench.visits.fitting import BreaksRules, add_if_fit, best_fit
from workbench.workspace import Workspace

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3))


def test_the_best_fit_is_where_a_visit_without_a_time_goes(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        near, far = add_customer(session, "Near", "A", rep), add_customer(session, "Far", "B", rep, lng=135.7)
        add_visit_row(session, near, MONDAY)
        fit = best_fit(session, far.id, MONDAY, rep.id)
        assert fit.free
        placed = add_if_fit(session, far.id, MONDAY, None, None, meant=False)
        assert (placed.start, placed.end) == (fit.start, fit.end)


def test_on_a_holiday_nothing_is_free_and_the_day_begins_with_it(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        near = add_customer(session, "Near", "A", rep)
        fit = best_fit(session, near.id, MONDAY + timedelta(days=6), rep.id)
        assert not fit.free and fit.start == 9 * 60


def test_a_visit_that_breaks_rules_leaves_no_trace_until_it_is_meant(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        near = add_customer(session, "Near", "A", rep)
        add_visit_row(session, near, MONDAY)
    steps = len(workspace.history())
    wish = (near.id, MONDAY + timedelta(days=1), 600, rep.id)
    with pytest.raises(BreaksRules, match="least gap"), workspace.edit("Add") as session:
        add_if_fit(session, *wish, meant=False)
    with workspace.read() as session:
        assert len(session.scalars(select(Visit)).all()) == 1 and len(workspace.history()) == steps
    with workspace.edit("Add") as session:
        assert add_if_fit(session, *wish, meant=True).broken
    assert len(workspace.history()) == steps + 1


def test_a_customer_without_a_place_can_be_visited_and_it_is_told(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        nowhere = add_customer(session, "Nowhere", "B", rep, lat=None)
        assert best_fit(session, nowhere.id, MONDAY, rep.id).start >= 9 * 60
        with pytest.raises(BreaksRules, match="no place"):
            add_if_fit(session, nowhere.id, MONDAY, None, None, meant=False)


def test_the_best_fit_obeys_windows_closed_days_absences_and_visits_a_day(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        one, other = add_customer(session, "One", "A", rep), add_customer(session, "Other", "A", rep)
        session.add_all(CustomerHours(customer_id=one.id, weekday=0, start=start, end=start + 60) for start in (560, 900))
        add_visit_row(session, other, MONDAY, 560)
        assert best_fit(session, one.id, MONDAY, rep.id).start == 900, "the first window is taken"
        rep.most_visits = 1
        session.flush()
        assert not best_fit(session, one.id, MONDAY, rep.id).free
        rep.most_visits = 2
        session.add(RepAbsence(rep_id=rep.id, first=TUESDAY, last=TUESDAY))
        session.add(CustomerClosed(customer_id=one.id, first=WEDNESDAY, last=WEDNESDAY))
        session.flush()
        assert [best_fit(session, one.id, day, rep.id).free for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)] == [True, False, False, True]
        with pytest.raises(BreaksRules, match="away"):
            add_if_fit(session, one.id, TUESDAY, None, None, meant=False)
