"""Undo and redo: the content hash of every step comes back, across reopening, merging, imports and refusals."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from models import Company, Customer, CustomerTag, Deal, OrderLine, Rep, Visit
from workbench.errors import BadInput
from workbench.workspace import Change, Workspace
from workbench.workspace.journal import KEPT_STEPS, CannotTakeBack


def add_customer(session: Session, name: str) -> Customer:
    row = Customer(name=name, folded=name.casefold(), search=name.casefold())
    session.add(row)
    session.flush()
    return row


def random_edit(session: Session, rng: random.Random) -> None:
    """Something an owner might do, cascades and odd text among it."""
    customers = list(session.query(Customer.id).limit(30))
    kind = rng.randrange(7) if customers else 0
    some = rng.choice(customers)[0] if customers else 0
    if kind == 0:
        add_customer(
            session, rng.choice(["O'Neill; DROP TABLE", "髙﨑 ㈱", "?:a %s", "", "line\nbreak", "😀", "a" * 500]) + str(rng.random())
        )
    elif kind == 1:
        session.get(Customer, some).note = f"note {rng.random()}"
    elif kind == 2:
        session.get(Customer, some).lat = rng.choice([None, 0.1 + 0.2, -1e-300, rng.random() * 90])
    elif kind == 3:
        session.add(
            OrderLine(customer_id=some, day=date(2026, 1, 1) + timedelta(days=rng.randrange(300)), amount=rng.randrange(-9, 10**12))
        )
    elif kind == 4:
        session.add(Visit(customer_id=some, rep_id=1, day=date(2026, 12, 1), start=540, end=600))
        session.add(CustomerTag(customer_id=some, tag=f"t{rng.random()}"))
    elif kind == 5:
        session.delete(session.get(Customer, some))
    else:
        session.get(Company, 1).near_kmh = rng.random() * 50


def test_500_random_edits_undone_and_redone_give_the_same_hash_at_every_step(workspace: Workspace) -> None:
    rng, hashes = random.Random(7), [workspace.content_hash()]
    told: list[Change] = []
    workspace.subscribe(told.append)
    for number in range(500):
        steps = len(told)
        with workspace.edit(f"Edit {number}") as session:
            random_edit(session, rng)
        if len(told) > steps:
            hashes.append(workspace.content_hash() if number % 25 == 0 else "")
    hashes[-1] = workspace.content_hash()
    for expected in reversed(hashes[:-1]):
        assert workspace.undo() is not None
        assert not expected or workspace.content_hash() == expected
    assert workspace.undo() is None and workspace.content_hash() == hashes[0]
    for expected in hashes[1:]:
        assert workspace.redo() is not None
        assert not expected or workspace.content_hash() == expected
    assert workspace.redo() is None and workspace.content_hash() == hashes[-1]


def test_undo_survives_closing_the_file(workspace: Workspace) -> None:
    before = workspace.content_hash()
    with workspace.edit("Add a customer") as session:
        add_customer(session, "Sato")
    after = workspace.content_hash()
    workspace.close()
    with Workspace.open(workspace.path) as again:
        assert again.next_labels() == ("Add a customer", None)
        assert again.undo() == "Add a customer" and again.content_hash() == before
    with Workspace.open(workspace.path) as again:
        assert again.redo() == "Add a customer" and again.content_hash() == after


def test_an_exception_leaves_no_row_no_step_no_announcement(workspace: Workspace) -> None:
    told: list[Change] = []
    workspace.subscribe(told.append)
    before = workspace.content_hash()
    with pytest.raises(ZeroDivisionError), workspace.edit("Broken") as session:
        add_customer(session, "Sato")
        raise ZeroDivisionError
    assert (workspace.content_hash(), workspace.history(), told) == (before, (), [])


def test_an_edit_that_changed_nothing_leaves_no_step_and_no_announcement(workspace: Workspace) -> None:
    told: list[Change] = []
    workspace.subscribe(told.append)
    with workspace.edit("Nothing") as session:
        session.get(Rep, 1).name = "Sachiko Morita"
    assert workspace.history() == () and told == []


def test_keystrokes_in_one_field_are_one_step_until_the_field_is_left(workspace: Workspace) -> None:
    for text in ("T", "To", "Tom"):
        with workspace.edit("Rename", merge="rep 1 name") as session:
            session.get(Rep, 1).name = text
    workspace.close_merge()
    with workspace.edit("Rename", merge="rep 1 name") as session:
        session.get(Rep, 1).name = "Tomoko"
    assert [s.label for s in workspace.history()] == ["Rename", "Rename"]
    workspace.undo()
    with workspace.read() as session:
        assert session.get(Rep, 1).name == "Tom"
    workspace.undo()
    with workspace.read() as session:
        assert session.get(Rep, 1).name == "Sachiko Morita"


def test_a_new_edit_after_undo_ends_redo(workspace: Workspace) -> None:
    for name in ("A", "B"):
        with workspace.edit(f"Add {name}") as session:
            add_customer(session, name)
    workspace.undo()
    with workspace.edit("Add C") as session:
        add_customer(session, "C")
    assert workspace.redo() is None and [s.label for s in workspace.history()] == ["Add C", "Add A"]


def test_announcements_name_the_tables_cascades_included(workspace: Workspace) -> None:
    with workspace.edit("Add") as session:
        customer = add_customer(session, "Sato").id
        session.add(Deal(customer_id=customer, title="x", amount=1, opened=date(2026, 1, 1)))
    told: list[Change] = []
    workspace.subscribe(told.append)
    with workspace.edit("Delete", origin="me") as session:
        session.execute(delete(Customer))
    workspace.undo()
    assert [(c.tables, c.label, c.origin) for c in told] == [
        (frozenset({"customer", "deal"}), "Delete", "me"),
        (frozenset({"customer", "deal"}), "Delete", None),
    ]


def test_text_with_nul_is_refused_at_the_door(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="NUL"), workspace.edit("Add") as session:
        add_customer(session, "a\0b")
    assert workspace.history() == ()


def test_text_that_is_half_a_letter_is_refused_at_the_door(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="half a letter"), workspace.edit("Add") as session:
        add_customer(session, "a\ud800b")
    assert workspace.history() == ()


def test_an_edit_inside_an_edit_is_a_mistake(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError), workspace.edit("outer"), workspace.edit("inner"):
        pass


def imported(workspace: Workspace) -> int:
    with workspace.edit("Import list.csv", kind="import") as session:
        for name in ("A", "B"):
            add_customer(session, name)
    return workspace.history()[0].id


def test_one_import_is_taken_back_alone(workspace: Workspace) -> None:
    with workspace.edit("Add Z") as session:
        add_customer(session, "Z")
    step = imported(workspace)
    with workspace.edit("Rename") as session:
        session.get(Rep, 1).name = "Ueda"
    workspace.take_back(step)
    with workspace.read() as session:
        assert [c.name for c in session.query(Customer)] == ["Z"] and session.get(Rep, 1).name == "Ueda"
    workspace.undo()
    with workspace.read() as session:
        assert session.query(Customer).count() == 3


def test_taking_an_import_back_says_what_hangs_on_it(workspace: Workspace) -> None:
    step = imported(workspace)
    with workspace.edit("Plan") as session:
        session.add(Visit(customer_id=1, rep_id=1, day=date(2026, 12, 1), start=540, end=600))
    before = workspace.content_hash()
    with pytest.raises(CannotTakeBack, match="visits"):
        workspace.take_back(step)
    workspace.undo()
    with workspace.edit("Correct A") as session:
        session.get(Customer, 1).phone = "06"
    with pytest.raises(CannotTakeBack, match="Correct A"):
        workspace.take_back(step)
    workspace.undo()
    assert workspace.content_hash() != before
    workspace.take_back(step)


def test_the_cap_keeps_the_newest_steps_and_the_latest_import(workspace: Workspace) -> None:
    step = imported(workspace)
    with workspace._writing() as db:
        db.exec_driver_sql(
            "INSERT INTO undo_step (label, at, merge_key, kind, first_entry, last_entry, undone) "
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) SELECT 'old', '', '', 'edit', -i, -i, 0 FROM n"
        )
    with workspace.edit("One more") as session:
        add_customer(session, "C")
    kept = workspace.history()
    assert len(kept) == KEPT_STEPS + 1 and kept[0].label == "One more" and kept[-1].id == step


def test_reopened_file_has_no_side_files(workspace: Workspace) -> None:
    with workspace.edit("Add") as session:
        add_customer(session, "A")
    folder: Path = workspace.path.parent
    workspace.close()
    assert [p.name for p in folder.iterdir()] == ["test.asaichi"]
