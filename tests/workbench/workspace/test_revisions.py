"""What the journal knows of rows: a number that never falls, values from before, rows that are gone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models import Customer, Visit
from workbench import clock
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.revisions import Revisions, revisions

DAY = date(2026, 11, 24)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with clock.fixed_today(DAY), Workspace.create(tmp_path / "a.asaichi", NewCompany(first_rep="S. Morita")) as made:
        with made.edit("Visits") as session:
            session.add(Customer(id=1, name='O\'Hara, "x"', folded="", search=""))
            session.flush()
            for key in (1, 2):
                session.add(Visit(id=key, customer_id=1, rep_id=1, day=DAY, start=600, end=660, topics="it's, a=b NULL"))
        yield made


def known(workspace: Workspace) -> Revisions:
    with workspace.read() as session:
        return revisions(session.connection(), "visit")


def move(workspace: Workspace, start: int) -> None:
    with workspace.edit("Move") as session:
        session.get(Visit, 1).start = start


def test_a_change_raises_the_number_of_its_row_alone_and_keeps_what_was(workspace: Workspace) -> None:
    first = known(workspace)
    move(workspace, 630)
    second = known(workspace)
    assert second.of(1).number > first.of(1).number and second.of(2) == first.of(2)
    assert second.before[1] == ({"start": 600},) and 2 not in second.before


def test_the_number_never_falls_by_taking_back_and_going_another_way(workspace: Workspace) -> None:
    numbers = [known(workspace).of(1).number]
    for step in range(4):
        move(workspace, 630 + 5 * step)
        numbers.append(known(workspace).of(1).number)
        workspace.undo()
        numbers.append(known(workspace).of(1).number)
        with workspace.edit("Elsewhere") as session:
            session.get(Visit, 2).start = 700 + 5 * step
        numbers.append(known(workspace).of(1).number)
    assert numbers == sorted(numbers) and numbers[2] > numbers[1]


def test_a_row_taken_out_is_kept_in_mind_until_it_is_back(workspace: Workspace) -> None:
    with workspace.edit("Out") as session:
        session.delete(session.get(Visit, 1))
    gone = known(workspace).gone
    assert list(gone) == [1]
    assert (gone[1]["day"], gone[1]["start"], gone[1]["topics"], gone[1]["rep_id"]) == ("2026-11-24", 600, "it's, a=b NULL", 1)
    workspace.undo()
    assert known(workspace).gone == {}
