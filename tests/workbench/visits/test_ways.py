"""The ways over the map: whose, of which day, with which look."""

from datetime import date, timedelta

from models import Rep
from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, settle
from workbench.visits.ways import left_out_points, read_bases, week_ways
from workbench.visits.week import week_view
from workbench.workspace import Workspace


def test_a_way_goes_from_start_through_the_visits_to_the_end(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        rep.start_lat, rep.start_lng, rep.ends_at = 34.5, 135.4, "office"
        here, nowhere, missed = (
            add_customer(session, name, "A", rep, lat=lat) for name, lat in (("Here", 34.7), ("No", None), ("Gone", 34.8))
        )
        add_visit_row(session, here, MONDAY, 600)
        add_visit_row(session, nowhere, MONDAY, 700)
        add_visit_row(session, missed, MONDAY + timedelta(days=1), 700, status="missed")
        week, bases = week_view(session, MONDAY), read_bases(session)
    (way,) = week_ways(week.reps, bases, None, None)
    assert [(stop.name, stop.number) for stop in way.stops] == [("Here", 1)]
    assert way.start == (34.5, 135.4) and way.end == bases.office != way.start


def test_the_day_shown_is_strong_and_the_rest_of_the_week_faint(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Near", "A", settle(session))
        for offset in (0, 2):
            add_visit_row(session, customer, MONDAY + timedelta(days=offset), 600)
        week, bases = week_view(session, MONDAY), read_bases(session)
    assert [way.strong for way in week_ways(week.reps, bases, MONDAY, None)] == [True, False]
    assert [way.strong for way in week_ways(week.reps, bases, None, None)] == [True, True]


def test_of_more_reps_than_looks_only_the_one_asked_for_is_shown(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        reps = [settle(session)]
        for name in ("Two", "Three", "Four"):
            session.add(other := Rep(name=name, position=len(reps)))
            session.flush()
            reps.append(other)
        for number, rep in enumerate(reps):
            add_visit_row(session, add_customer(session, f"C{number}", "A", rep), MONDAY, rep_id=rep.id)
        week, bases, third = week_view(session, MONDAY), read_bases(session), reps[2].id
    assert [way.name for way in week_ways(week.reps, bases, MONDAY, third)] == ["Three"]
    assert {way.look for way in week_ways(week.reps[:3], bases, MONDAY, None)} == {0, 1, 2}


def test_who_is_left_out_is_a_point_where_there_is_a_place(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        for name, lat in (("Late", 34.7), ("Nowhere", None)):
            add_visit_row(session, add_customer(session, name, "A", rep, lat=lat), date(2026, 10, 1), status="done")
        points = left_out_points(session, week_view(session, MONDAY).left_out)
    assert [(point.name, point.lat) for point in points] == [("Late", 34.7)]
