"""What is kept until a table changes: asked once, anew after each change of its own tables, and never from a state that is over."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models import Customer, OrderLine
from tests.conftest import TODAY
from workbench.workspace import Workspace
from workbench.workspace.lasting import until_changed
from workbench.workspace.workspace import company_of

asked: list[str] = []


@until_changed("order_line", "customer")
def lines(session: Session, least: int = 0) -> int:
    """How many lines bring more than `least`."""
    asked.append("lines")
    return int(session.connection().exec_driver_sql("SELECT count(*) FROM order_line WHERE amount > ?", (least,)).scalar_one())


@pytest.fixture(autouse=True)
def company(workspace: Workspace) -> None:
    asked.clear()
    with workspace.edit("Customer") as session:
        session.add(Customer(id=1, name="A", folded="a", search=""))


def order(workspace: Workspace, amount: int = 5) -> None:
    with workspace.edit("Order") as session:
        session.add(OrderLine(customer_id=1, day=TODAY, amount=amount))


def count(workspace: Workspace, least: int = 0) -> int:
    with workspace.read() as session:
        return lines(session, least)


def test_sessions_share_it_until_one_of_its_tables_changes(workspace: Workspace) -> None:
    assert count(workspace) == count(workspace) == 0 and len(asked) == 1
    with workspace.edit("Other table") as session:
        company_of(session).name = "Other"
        assert lines(session, 0) == 0
    assert count(workspace) == 0 and len(asked) == 1
    order(workspace)
    assert count(workspace) == count(workspace) == 1 and len(asked) == 2
    assert count(workspace, 9) == 0 and len(asked) == 3
    workspace.undo()
    assert count(workspace) == 0
    workspace.redo()
    assert count(workspace) == 1


def test_an_edit_sees_what_it_changed_itself_and_leaves_nothing_of_it_when_it_fails(workspace: Workspace) -> None:
    assert count(workspace) == 0
    with pytest.raises(ZeroDivisionError), workspace.edit("Order") as session:
        session.add(OrderLine(customer_id=1, day=TODAY, amount=5))
        session.flush()
        assert lines(session) == 1
        raise ZeroDivisionError
    assert count(workspace) == 0
    with workspace.edit("Order") as session:
        session.add(OrderLine(customer_id=1, day=TODAY, amount=5))
        session.flush()
        assert lines(session) == 1
    assert count(workspace) == 1


def test_a_session_of_an_older_state_keeps_nothing_and_takes_nothing_newer(workspace: Workspace) -> None:
    seen = workspace._lasting.seen_now()
    order(workspace)
    assert seen.asked("key", frozenset(["order_line"]), lambda: "old") == "old"
    new = workspace._lasting.seen_now()
    assert new.asked("key", frozenset(["order_line"]), lambda: "new") == "new"
    assert seen.asked("key", frozenset(["order_line"]), lambda: "old") == "old"


def test_who_only_looks_keeps_nothing_for_another_may_write(workspace: Workspace, tmp_path: Path) -> None:
    path = workspace.path
    workspace.close()
    with Workspace.open(path, write=False) as looking:
        assert count(looking) == count(looking) == 0 and len(asked) == 2
