"""The company and its team: each change is one step, and what cannot be is refused in words."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from models import Rep
from workbench.company import commands
from workbench.company.team import team_rows
from workbench.errors import BadInput
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
        lambda s: commands.add_rep(s, ""),
        lambda s: commands.rename_rep(s, 1, " "),
        lambda s: commands.add_closed(s, "x", date(2026, 2, 1), date(2026, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(workspace: Workspace, command: Callable[[Session], None]) -> None:
    with pytest.raises(BadInput), workspace.edit("change") as session:
        command(session)
    assert workspace.history() == ()
