"""Days away, where a rep's days begin and end, visits a day at most, and the weights of a plan: set, read by the plan, undone."""

from datetime import date

import pytest

from models import RepAbsence
from tests.workbench.visits.company import settle
from workbench import clock
from workbench.company import absences, commands
from workbench.company.team import team_rows
from workbench.errors import BadInput
from workbench.visits.team import load_team
from workbench.visits.weights import Weights, plan_weights


def test_days_away_reach_the_plan_and_fold_when_over(workspace) -> None:
    with workspace.edit("prepare") as session:
        rep = settle(session).id
    with clock.fixed_today(date(2026, 11, 24)), workspace.edit("away") as session:
        absences.add_absence(session, rep, " a  course ", date(2026, 12, 3), date(2026, 12, 4))
        absences.add_absence(session, rep, "", date(2026, 8, 3), date(2026, 8, 3))
        session.flush()
        row = team_rows(session).reps[0]
        team = load_team(session, date(2026, 12, 1), date(2026, 12, 31))
    assert [(one.name, one.first) for one in row.away] == [("a course", date(2026, 12, 3))] and len(row.past) == 1
    assert team.reps[0].plan.away == {date(2026, 12, 3), date(2026, 12, 4)}
    workspace.undo()
    with workspace.read() as session:
        assert session.query(RepAbsence).count() == 0


def test_what_makes_no_sense_is_refused(workspace) -> None:
    with workspace.edit("prepare") as session:
        rep = settle(session).id
    for bad in (lambda s: absences.add_absence(s, rep, "", date(2026, 12, 4), date(2026, 12, 3)), lambda s: absences.set_most_visits(s, rep, 31),
                lambda s: absences.set_end_of_day(s, rep, "ends_at", "moon"), lambda s: commands.set_setting(s, "weight_even", 5)):  # fmt: skip
        with pytest.raises(BadInput), workspace.edit("bad") as session:
            bad(session)


def test_ends_of_the_day_and_weights_reach_the_plan(workspace) -> None:
    with workspace.edit("prepare") as session:
        rep = settle(session)
        rep.start_lat, rep.start_lng = 34.8, 135.6
        absences.set_end_of_day(session, rep.id, "ends_at", "office")
        absences.set_most_visits(session, rep.id, 4)
        commands.set_setting(session, "weight_even", 4)
        commands.set_setting(session, "weight_same", 0)
        session.flush()
        plan = load_team(session, date(2026, 12, 1), date(2026, 12, 1)).reps[0].plan
        assert plan.start is not None and plan.finish is not None
        assert (plan.start.lat, plan.finish.lat, plan.most_visits) == (34.8, 34.7, 4)
        assert plan_weights(session) == Weights(4, 0)


def test_a_rep_goes_with_his_absences(workspace) -> None:
    with workspace.edit("away") as session:
        rep = settle(session).id
        absences.add_absence(session, rep, "", date(2026, 12, 3), date(2026, 12, 4))
        session.flush()
        commands.remove_rep(session, rep)
        assert session.query(RepAbsence).count() == 0
