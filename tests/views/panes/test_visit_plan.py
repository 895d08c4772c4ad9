"""The visit plan pane: lock with undo, mark done, move by keys, plan."""

from typing import Any

from models import Visit


def _visit(drive: Any, visit: int) -> Visit:
    with drive.workspace.read() as session:
        found = session.get(Visit, visit)
        assert found is not None
        return found


def test_locks_and_takes_it_back(drive: Any) -> None:
    pane = drive.open("plan")
    pane.grid.setFocus()
    visit = pane._current
    before = _visit(drive, visit).locked
    drive.press("L")
    assert _visit(drive, visit).locked is not before
    drive.press("Ctrl+Z")
    assert _visit(drive, visit).locked is before


def test_marks_done(drive: Any) -> None:
    pane = drive.open("plan")
    pane.grid.setFocus()
    visit = pane._current
    drive.press("D")
    assert _visit(drive, visit).status == "done"


def test_moves_by_keys(drive: Any) -> None:
    pane = drive.open("plan")
    pane.grid.setFocus()
    visit = pane._current
    day = _visit(drive, visit).day
    drive.press("Alt+Right")
    moved = _visit(drive, visit)
    assert (moved.day - day).days == 1
    assert moved.locked
