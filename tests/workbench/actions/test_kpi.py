"""What an action is to move: the goal or a stage of its funnel; a stage that goes leaves no broken reference."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import Action, FunnelStage, Kgi
from workbench.actions import actions, kpi
from workbench.documents.everything import everything_bytes, workspace_from
from workbench.documents.plan_lists import actions_table
from workbench.documents.strategy_document.actions import actions_chapter
from workbench.errors import BadInput
from workbench.goals import stages
from workbench.strings import using_language
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    with create_sample(tmp_path / "kitagawa.asaichi") as opened:
        yield opened


def offered(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return [one.name for one in kpi.offered(session)]


def test_the_goal_and_the_stages_before_it_are_offered_by_name(sample: Workspace) -> None:
    assert offered(sample) == ["new orders", "Visits", "Proposals"]
    with sample.edit("stages") as session:
        stages.rename_stage(session, 1, 1, "Drawings")
        session.get_one(Kgi, 1).metric = "revenue"
    assert offered(sample) == ["revenue", "Visits", "Drawings", "Orders"]
    with sample.edit("draft") as session:
        session.get_one(Kgi, 1).metric = None
    assert offered(sample) == []


def test_the_samples_actions_say_what_they_move_in_list_and_chapter(sample: Workspace) -> None:
    with sample.read() as session:
        found = actions.actions(session)
        assert all(one.kpi for one in found) and {one.kpi.name for one in found if one.kpi} == {"new orders", "Visits", "Proposals"}
        table = actions_table(session)
        place = [column.heading for column in table.columns].index("Moves")
        assert {row[place] for row in table.rows} == {"new orders", "Visits", "Proposals"}
        assert actions_chapter(found) is not None
    with sample.read() as session, using_language("ja"):
        assert {one.kpi.name for one in actions.actions(session) if one.kpi} >= {"訪問"}


def test_a_stage_that_goes_leaves_the_action_without_a_kpi_and_undo_brings_both_back(sample: Workspace) -> None:
    before = sample.content_hash()
    with sample.edit("Remove a stage") as session:
        stages.remove_stage(session, 1, 1)
    with sample.read() as session:
        left = {row.kpi for row in session.query(Action)}
        known = {f"stage:{row.id}" for row in session.query(FunnelStage)}
        assert left <= known | {"", "goal"} and "" in left
        assert any(one.kpi is None for one in actions.actions(session))
    sample.undo()
    assert sample.content_hash() == before


def test_default_stages_are_stored_once_an_action_moves_one(workspace: Workspace) -> None:
    with workspace.edit("goal") as session:
        session.query(Kgi).one().metric = "orders"
    before = workspace.content_hash()
    with workspace.read() as session:
        (goal, visits, proposals) = kpi.offered(session)
        assert session.query(FunnelStage).count() == 0
    with workspace.edit("actions") as session:
        first = actions.add(session, "Ask for drawings", kpi=proposals.code)
        second = actions.add(session, "Call more", kpi=visits.code)
        actions.add(session, "Everything", kpi=goal.code)
    with workspace.read() as session:
        rows = {row.kind: row.id for row in session.query(FunnelStage)}
        assert session.get_one(Action, first).kpi == f"stage:{rows['proposal']}"
        assert session.get_one(Action, second).kpi == f"stage:{rows['visit']}" and len(rows) == 3
    workspace.undo()
    assert workspace.content_hash() == before


def test_only_what_is_offered_can_be_chosen_and_a_reference_to_nothing_says_nothing(sample: Workspace) -> None:
    before = sample.content_hash()
    for code in ("stage:99", "moon", "kind:moon"):
        with pytest.raises(BadInput), sample.edit("change") as session:
            actions.change(session, 1, kpi=code)
    assert sample.content_hash() == before
    with sample.edit("broken") as session:
        session.get_one(Action, 1).kpi = "stage:99"
    with sample.read() as session:
        assert next(one for one in actions.actions(session) if one.id == 1).kpi is None


def test_kpis_and_channels_of_segments_come_back_from_everything(sample: Workspace, tmp_path: Path) -> None:
    from workbench.visits import place

    with sample.edit("Place") as session:
        place.serve(session, 1, "desk")
    with sample.read() as session:
        (tmp_path / "everything.json").write_bytes(everything_bytes(session)[0])
    with workspace_from(tmp_path / "everything.json", tmp_path / "again.asaichi") as again:
        assert again.content_hash() == sample.content_hash()
