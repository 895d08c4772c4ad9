"""The company and its team: each change is one step, and what cannot be is refused in words."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from models import Customer, Deal, Rep, RepHours, Visit
from workbench.company import commands
from workbench.company.team import RepRow, team_rows
from workbench.customers.commands import add_customer
from workbench.errors import BadInput, CannotDo
from workbench.visits.team import load_team
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of


def change(workspace: Workspace, command: Callable[..., object], *args: object) -> None:
    with workspace.edit("change") as session:
        command(session, *args)


def test_settings_change_and_come_back_by_undo(workspace: Workspace) -> None:
    change(workspace, commands.set_setting, "name", "  Kita  ")
    change(workspace, commands.set_hours, "day", 480, 1020)
    with workspace.read() as session:
        company = company_of(session)
        assert (company.name, company.day_start, company.day_end) == ("Kita", 480, 1020)
    workspace.undo()
    workspace.undo()
    with workspace.read() as session:
        assert (company_of(session).name, company_of(session).day_start) == ("Test Works", 540)


def test_an_office_is_found_by_address_or_by_coordinates(workspace: Workspace) -> None:
    change(workspace, commands.set_office, "大阪府東大阪市菱江2-5")
    with workspace.read() as session:
        company = company_of(session)
        assert 34.6 < company.office_lat < 34.75 and 135.5 < company.office_lng < 135.7
    change(workspace, commands.set_office, "35.1, 136.9")
    with workspace.read() as session:
        assert (company_of(session).office_lat, company_of(session).office_lng) == (35.1, 136.9)
    change(workspace, commands.set_office, "")
    with workspace.read() as session:
        assert company_of(session).office_lat is None


def test_reps_are_added_renamed_placed_and_rested(workspace: Workspace) -> None:
    change(workspace, commands.add_rep, " Kenji Ueda ")
    change(workspace, commands.rename_rep, 1, "Sachiko Mori")
    change(workspace, commands.set_rep_start, 2, "34.7, 135.5")
    change(workspace, commands.set_active, 1, False)
    with workspace.read() as session:
        rows = team_rows(session).reps
        assert [(r.name, r.active, r.start_address) for r in rows] == [("Sachiko Mori", False, ""), ("Kenji Ueda", True, "34.7, 135.5")]
        assert session.get_one(Rep, 2).start_lat == 34.7


def test_closed_days_come_and_go(workspace: Workspace) -> None:
    change(workspace, commands.add_closed, "年末年始", date(2026, 12, 29), date(2027, 1, 3))
    with workspace.read() as session:
        [closed] = team_rows(session).closed
    assert (closed.name, closed.last) == ("年末年始", date(2027, 1, 3))
    change(workspace, commands.remove_closed, closed.id)
    with workspace.read() as session:
        assert team_rows(session).closed == ()


@pytest.mark.parametrize(
    "command",
    [
        lambda s: commands.set_setting(s, "name", " "),
        lambda s: commands.set_hours(s, "lunch", 780, 720),
        lambda s: commands.set_office(s, "nowhere at all 99"),
        lambda s: commands.set_rep_hours(s, 1, 0, (900, 600)),
        lambda s: commands.add_rep(s, ""),
        lambda s: commands.rename_rep(s, 1, " "),
        lambda s: commands.add_closed(s, "x", date(2026, 2, 1), date(2026, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(workspace: Workspace, command: Callable[[Session], None]) -> None:
    with pytest.raises(BadInput), workspace.edit("change") as session:
        command(session)
    assert workspace.history() == ()


def rep_row(workspace: Workspace, rep_id: int = 1) -> RepRow:
    with workspace.read() as session:
        return next(rep for rep in team_rows(session).reps if rep.id == rep_id)


def test_a_reps_hours_differ_by_weekday_and_are_what_the_plan_reads(workspace: Workspace) -> None:
    change(workspace, commands.set_rep_hours, 1, 0, (600, 900))
    change(workspace, commands.set_rep_hours, 1, 4, None)
    change(workspace, commands.set_rep_hours, 1, 5, (540, 720))
    row = rep_row(workspace)
    assert (row.hours[0], row.hours[1], row.hours[4], row.hours[5], row.own) == ((600, 900), (540, 1080), None, (540, 720), True)
    with workspace.read() as session:
        plan = load_team(session, date(2026, 11, 23), date(2026, 11, 29)).reps[0].plan
    assert plan.hours == tuple(row.hours[day] for day in range(7))
    workspace.undo()
    assert rep_row(workspace).hours[5] is None


def test_hours_like_the_companys_follow_it(workspace: Workspace) -> None:
    change(workspace, commands.set_rep_hours, 1, 0, (600, 900))
    change(workspace, commands.set_rep_hours, 1, 0, (540, 1080))
    change(workspace, commands.set_hours, "day", 480, 1020)
    assert rep_row(workspace).hours[0] == (480, 1020) and not rep_row(workspace).own


def test_a_day_off_on_a_weekday_the_company_does_not_work_is_nothing_of_its_own(workspace: Workspace) -> None:
    change(workspace, commands.set_rep_hours, 1, 5, (540, 720))
    change(workspace, commands.set_rep_hours, 1, 5, None)
    assert not rep_row(workspace).own


def test_all_own_hours_go_at_once_and_come_back(workspace: Workspace) -> None:
    change(workspace, commands.set_rep_hours, 1, 0, (600, 900))
    change(workspace, commands.set_field_hours, 1, 12)
    before = workspace.content_hash()
    change(workspace, commands.clear_rep_hours, 1)
    assert not rep_row(workspace).own and rep_row(workspace).field_hours == 12
    workspace.undo()
    assert workspace.content_hash() == before


def test_a_rep_goes_with_what_is_planned_and_all_of_it_comes_back(workspace: Workspace) -> None:
    change(workspace, commands.set_rep_hours, 1, 0, (600, 900))
    with workspace.edit("make") as session:
        customer = add_customer(session, {"name": "Hirano Seiki"}, 1)
        session.add(Visit(customer_id=customer, rep_id=1, day=date(2026, 11, 30), start=600, end=660))
        session.add(Deal(customer_id=customer, rep_id=1, title="Sleeves", amount=0, opened=date(2026, 11, 1)))
    before = workspace.content_hash()
    change(workspace, commands.remove_rep, 1)
    with workspace.read() as session:
        assert session.query(Rep).count() == session.query(Visit).count() == session.query(RepHours).count() == 0
        assert session.query(Customer).one().rep_id is None and session.query(Deal).one().rep_id is None
    workspace.undo()
    assert workspace.content_hash() == before


def test_a_rep_the_log_names_stays(workspace: Workspace) -> None:
    with workspace.edit("make") as session:
        customer = add_customer(session, {"name": "Hirano Seiki"}, 1)
        session.add(Visit(customer_id=customer, rep_id=1, day=date(2026, 11, 2), start=600, end=660, status="done"))
    with pytest.raises(CannotDo, match="visits in the log"):
        change(workspace, commands.remove_rep, 1)
    with workspace.read() as session:
        assert session.query(Rep).count() == 1


def test_a_rep_always_has_a_working_day(workspace: Workspace) -> None:
    for day in range(4):
        change(workspace, commands.set_rep_hours, 1, day, None)
    with pytest.raises(BadInput, match="never work"):
        change(workspace, commands.set_rep_hours, 1, 4, None)


def test_coming_closed_days_stand_before_those_that_are_over(workspace: Workspace) -> None:
    for name, first, last in (("old", 2023, 2023), ("next", 2027, 2027), ("now", 2026, 2026), ("older", 2022, 2022)):
        change(workspace, commands.add_closed, name, date(first, 11, 20), date(last, 11, 24))
    change(workspace, commands.rename_closed, 2, " later ")
    with workspace.read() as session:
        team = team_rows(session)
    assert [c.name for c in team.closed] == ["now", "later"] and [c.name for c in team.past] == ["old", "older"]


def test_an_office_may_stay_without_a_place(workspace: Workspace) -> None:
    change(workspace, commands.set_office, "nowhere at all 99", False)
    with workspace.read() as session:
        company = company_of(session)
        assert (company.office_address, company.office_lat) == ("nowhere at all 99", None)


def test_two_reps_of_one_name_are_refused(workspace: Workspace) -> None:
    with workspace.edit("rep") as session:
        other = commands.add_rep(session, "Aki Sato")
        commands.rename_rep(session, other, "Aki  Sato")
    with pytest.raises(BadInput, match="of this name already"), workspace.edit("rep") as session:
        commands.add_rep(session, "ＡＫＩ ＳＡＴＯ")
    with pytest.raises(BadInput, match="of this name already"), workspace.edit("rep") as session:
        commands.rename_rep(session, other, "sachiko morita")
