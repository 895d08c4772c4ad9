"""Actions and assumptions: order, what they serve, refusals; every command undone to the letter."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models import Rep, Segment, Strategy
from tests.conftest import TODAY
from workbench.actions import actions, assumptions
from workbench.errors import BadInput
from workbench.workspace import Workspace


@pytest.fixture
def busy(workspace: Workspace) -> Workspace:
    """A plan with a strategy, a segment and a second rep."""
    with workspace.edit("fill") as session:
        session.add(Strategy(id=1, plan_id=1, kind="WO", text="Same-day quotes", position=0))
        session.add(Segment(id=1, plan_id=1, position=0, name="Optics"))
        session.add(Rep(id=2, name="Ryo Tani", short_name="Tani", position=1))
    return workspace


def fill(session: Session) -> None:
    actions.add(session, "Later", due=TODAY + timedelta(days=9), rep=1)
    actions.add(session, "Some day", rep=1)
    actions.add(session, "Late", due=TODAY - timedelta(days=8), rep=1, strategy=1)
    actions.add(session, "Ended", due=TODAY - timedelta(days=30), rep=1, status="done")
    actions.add(session, "Today", due=TODAY, rep=2, segment=1, status="doing")
    actions.add(session, "Given up", due=TODAY - timedelta(days=30), status="dropped")
    actions.add(session, "Later still late", due=TODAY - timedelta(days=3))


def test_overdue_ones_come_first_then_by_day_then_what_is_over(busy: Workspace) -> None:
    with busy.edit("actions") as session:
        fill(session)
    with busy.read() as session:
        found = actions.actions(session)
    assert [a.title for a in found] == ["Late", "Later still late", "Today", "Later", "Some day", "Ended", "Given up"]
    assert [a.overdue for a in found] == [8, 3, 0, 0, 0, 0, 0]
    assert found[0].serves is not None and (found[0].serves.name, found[0].serves.kind) == ("Same-day quotes", "WO")
    assert found[2].serves is not None and (found[2].serves.name, found[2].serves.kind) == ("Optics", "")


def test_a_rep_sees_what_is_still_to_do_as_of_that_day(busy: Workspace) -> None:
    with busy.edit("actions") as session:
        fill(session)
    with busy.read() as session:
        assert [a.title for a in actions.open_for(session, 1, TODAY)] == ["Late", "Later", "Some day"]
        assert [(a.title, a.overdue) for a in actions.open_for(session, 2, TODAY + timedelta(days=2))] == [("Today", 2)]


def test_it_serves_one_thing_and_remembers_when_it_was_done(busy: Workspace) -> None:
    with busy.edit("add") as session:
        number = actions.add(session, "Price table", strategy=1)
        actions.change(session, number, segment=1)
    with busy.read() as session:
        [view] = actions.actions(session)
        assert view.strategy is None and view.segment is not None
    with busy.edit("done") as session:
        actions.change(session, number, status="done", strategy=1)
    with busy.read() as session:
        [view] = actions.actions(session)
        assert view.segment is None and view.done_on == TODAY and not view.live
    with busy.edit("again") as session:
        actions.change(session, number, status="open")
    with busy.read() as session:
        assert actions.actions(session)[0].done_on is None


@pytest.mark.parametrize("values", [{"title": " "}, {"title": "x" * 201}, {"status": "maybe"}])
def test_what_cannot_be_is_refused(busy: Workspace, values: dict[str, str]) -> None:
    with busy.edit("add") as session:
        number = actions.add(session, "Price table")
    before = busy.content_hash()
    with pytest.raises(BadInput), busy.edit("change") as session:
        actions.change(session, number, **values)
    assert busy.content_hash() == before


def test_put_off_by_a_week_it_is_never_in_the_past() -> None:
    assert actions.following(TODAY - timedelta(days=20)) == TODAY + timedelta(days=7)
    assert actions.following(date(2026, 12, 12)) == date(2026, 12, 19)


COMMANDS: dict[str, Callable[[Session], Any]] = {
    "add": lambda s: actions.add(s, "Trial batch", due=TODAY, rep=2, strategy=1),
    "change": lambda s: actions.change(s, 1, title="Other", note="So", due=None, rep=2, status="done", segment=1),
    "remove": lambda s: actions.remove(s, 1),
    "assume": lambda s: assumptions.add(s, "rivals", "Settsu Micro keeps its fax"),
    "say": lambda s: assumptions.change(s, 1, "rivals", "Prototyping returns to Kansai", "METI survey"),
    "forget": lambda s: assumptions.remove(s, 1),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_one_step_and_undone_to_the_letter(busy: Workspace, name: str) -> None:
    with busy.edit("fill") as session:
        fill(session)
        assumptions.add(session, "market", "Prototyping returns")
    before, steps = busy.content_hash(), len(busy.history())
    with busy.edit(name) as session:
        COMMANDS[name](session)
    after = busy.content_hash()
    assert after != before and len(busy.history()) == steps + 1
    busy.undo()
    assert busy.content_hash() == before
    busy.redo()
    assert busy.content_hash() == after


def test_assumptions_stand_by_subject(workspace: Workspace) -> None:
    with workspace.edit("add") as session:
        for subject in ("ourselves", "market", "rivals", "market"):
            assumptions.add(session, subject, f"About {subject}")
    with workspace.read() as session:
        assert [a.subject for a in assumptions.assumptions(session)] == ["market", "market", "rivals", "ourselves"]


@pytest.mark.parametrize("subject,text", [("weather", "Rain"), ("market", " "), ("market", "x" * 501)])
def test_an_assumption_without_sense_is_refused(workspace: Workspace, subject: str, text: str) -> None:
    with pytest.raises(BadInput), workspace.edit("add") as session:
        assumptions.add(session, subject, text)
