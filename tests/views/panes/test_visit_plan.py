"""The visit plan pane: lock with undo, mark done, move by keys, plan."""

from typing import Any

from PySide6.QtCore import QPointF

from models import Visit
from workbench import formatting
from workbench.formatting import NO_BREAK
from workbench.workspace import Workspace


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


def test_a_typed_time_is_fixed_and_locked(drive: Any) -> None:
    pane = drive.open("plan")
    visit = pane._current
    pane.visit_part.start.setFocus()
    drive.press("Return")
    drive.type("10:15", enter=True)
    found = _visit(drive, visit)
    assert (found.start, found.locked) == (615, True)


def test_without_customers_the_pane_teaches(fresh_drive: Any) -> None:
    pane = fresh_drive.open("plan")
    assert pane.empty.isVisible() and not pane.grid.isVisible()
    fresh_drive.click("Import a list")
    assert type(fresh_drive.window.sheet).__name__ == "ImportDialog"


def test_any_number_of_weeks_up_to_thirteen_is_planned(drive: Any) -> None:
    pane = drive.open("plan")
    pane.band.weeks.setFocus()
    drive.press("Ctrl+A")
    drive.type("5", enter=True)
    assert pane.band.weeks.text() == "5 weeks"
    for keys, words in (
        ("Up", "6 weeks"),
        ("PgUp", "13 weeks"),
        ("Up", "13 weeks"),
        ("PgDown", "3 weeks"),
        ("Down", "2 weeks"),
        ("Down", "1 week"),
        ("Down", "1 week"),
    ):
        pane.band.weeks.setFocus()
        drive.press(keys)
        assert pane.band.weeks.text() == words


def test_a_file_opened_to_look_at_is_not_planned(bare_drive: Any, sample_file: Any, tmp_path: Any) -> None:
    path = tmp_path / "look.asaichi"
    path.write_bytes(sample_file("en").read_bytes())
    with Workspace.open(path):
        bare_drive.open_file(path)
        assert not bare_drive.open("plan").band.plan_button.isEnabled()


def test_the_load_says_what_it_is_made_of(drive: Any) -> None:
    pane = drive.open("plan")
    rep = pane.grid._week.reps[0]
    top = next(top for one, top, _ in pane.grid._rows() if one is rep)
    words = pane.grid._words_at(QPointF(20, top + 20)).replace(NO_BREAK, " ")
    used = formatting.percent(rep.load).replace(NO_BREAK, " ")
    assert words.endswith(
        f" with customers and {formatting.duration(rep.driving_minutes)} of driving: {used} of the 8 h 48 that this week holds for both".replace(
            NO_BREAK, " "
        )
    )
    assert words.split("\n")[-1] in pane.band.tiles[4].toolTip().replace(NO_BREAK, " ")
