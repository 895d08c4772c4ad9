"""Actions: what is overdue first, added in a line or a sheet, moved by keys and mouse; assumptions; every change undone to the letter."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from models import Action
from tests.conftest import TODAY
from tests.views.driving import Drive
from tests.views.layout import faults
from views.panes.actions.pane import ActionsPane
from workbench.actions import actions as doing
from workbench.actions import assumptions as taken
from workbench.workspace import Workspace

LATE = "Quote to Nara Precision Optics"


def named(workspace: Workspace, title: str) -> doing.ActionView:
    with workspace.read() as session:
        return next(one for one in doing.actions(session) if one.title == title)


def titles(pane: ActionsPane) -> list[str]:
    return [one.title for one in pane.rows.rows]


def test_what_is_overdue_stands_on_top_and_says_since_when(drive: Drive) -> None:
    pane: ActionsPane = drive.open("actions")
    assert titles(pane)[0] == LATE and titles(pane)[-1] == "Ask medical buyers for their next design review"
    assert pane.subtitle() == "6 to do, 1 overdue" and drive.shown("open since 16 Nov")
    assert drive.shown("WO Same-day quotes from a price table")


def test_with_keys_it_is_done_put_off_and_dropped(drive: Drive) -> None:
    drive.open("actions")
    before = drive.workspace.content_hash()
    drive.press("D", row=LATE)
    assert named(drive.workspace, LATE).status == "done" and named(drive.workspace, LATE).done_on == TODAY
    drive.press("Ctrl+Z")
    drive.press("W", row=LATE)
    assert named(drive.workspace, LATE).due == date(2026, 12, 1) and not drive.shown("open since 16 Nov")
    drive.press("Ctrl+Z")
    drive.press("Del", row=LATE)
    assert named(drive.workspace, LATE).status == "dropped" and drive.shown(f"Undo: “{LATE}”: dropped")
    drive.press("Del", row=LATE)
    assert named(drive.workspace, LATE).status == "open"
    drive.press("Ctrl+Z")
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


def test_a_line_adds_an_action(drive: Drive) -> None:
    pane: ActionsPane = drive.open("actions", strategy=3)
    assert titles(pane) == ["Sample box and report to every first call", "Bundle the inspection report"]
    drive.type("Ask quality for the report’s form", into="New action", enter=True)
    made = named(drive.workspace, "Ask quality for the report’s form")
    assert made.strategy is not None and made.strategy.id == 3 and made.owner is None and pane.line.text() == ""
    assert "Ask quality for the report’s form" in titles(pane) and drive.shown("nobody")


@pytest.mark.parametrize(
    "typed,day",
    [
        ("fri", date(2026, 11, 27)),
        ("+2w", date(2026, 12, 8)),
        ("12/3", date(2026, 12, 3)),
        ("来週火", date(2026, 12, 1)),
        ("next tue", date(2026, 12, 1)),
    ],
)
def test_a_day_is_typed_as_people_say_it(drive: Drive, typed: str, day: date) -> None:
    drive.open("actions")
    drive.press("N")
    drive.type("Ring the three platers", into="What is done")
    drive.type(typed, into="Due")
    drive.click("Add the action")
    assert drive.window.sheet is None and named(drive.workspace, "Ring the three platers").due == day


def test_the_sheet_changes_everything_and_refuses_an_empty_title(drive: Drive) -> None:
    drive.open("actions")
    before = drive.workspace.content_hash()
    drive.press("Return", row=LATE)
    sheet: Any = drive.window.sheet
    assert sheet.form.value("serves") == ("strategy", 2) and sheet.form.value("due") == date(2026, 11, 16)
    sheet.form.set_values({"serves": ("segment", 1), "status": "doing"})
    drive.type("", into="What is done")
    drive.press("Backspace")
    drive.click("Save")
    assert drive.window.sheet is not None
    drive.type("Quote to Nara, three sizes", into="What is done")
    drive.click("Save")
    made = named(drive.workspace, "Quote to Nara, three sizes")
    assert made.strategy is None and made.segment is not None and made.status == "doing"
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


def test_on_the_board_a_card_moves_with_keys_and_mouse(drive: Drive) -> None:
    pane: ActionsPane = drive.open("actions")
    drive.press("V")
    assert pane.board.isVisible() and pane.board.hasFocus() and not pane.table.isVisible()
    late = named(drive.workspace, LATE).id
    pane.board.set_current(late)
    drive.press("Alt+Right")
    assert named(drive.workspace, LATE).status == "doing" and pane.board.current == late
    middle, target = pane.board.box(late).center().toPoint(), pane.board.column_box(2).center().toPoint()
    QTest.mousePress(pane.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(pane.board, middle + QPoint(30, 0))
    QTest.mouseMove(pane.board, target)
    QTest.mouseRelease(pane.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target)
    drive.settle()
    assert named(drive.workspace, LATE).status == "done"
    drive.press("Ctrl+Z")
    drive.press("Ctrl+Z")
    assert named(drive.workspace, LATE).status == "open"
    drive.press("Right")
    assert pane.board._current().status == "doing"
    drive.press("Down")
    drive.press("Return")
    assert drive.window.sheet is not None
    drive.press("Esc")


def test_the_board_has_no_fault_of_layout(drive: Drive) -> None:
    pane: ActionsPane = drive.open("actions")
    drive.press("V")
    for width, height in ((1100, 700), (1440, 900)):
        drive.window.resize(width, height)
        drive.settle()
        assert not faults(drive), faults(drive)
    assert pane.look.value() == "board"


def test_owners_and_strategies_narrow_the_list(drive: Drive) -> None:
    pane: ActionsPane = drive.open("actions")
    pane.whose.set_value(pane._view.owners[2].id)
    pane._filtered(None)
    assert titles(pane) == ["Sample box and report to every first call", "Bundle the inspection report"]
    drive.press("N")
    sheet: Any = drive.window.sheet
    assert sheet.form.value("rep") == pane._view.owners[2].id
    drive.press("Esc")


def test_arriving_at_an_action_marks_it(drive: Drive) -> None:
    with drive.workspace.read() as session:
        number = session.query(Action).filter_by(title="Bundle the inspection report").one().id
    pane: ActionsPane = drive.open("actions", action=number)
    assert pane.table.current_key() == number and pane.table.hasFocus()


def test_from_an_action_up_to_the_goal_and_from_its_strategy_down_to_the_visits(drive: Drive) -> None:
    drive.open("actions")
    drive.press("G", row="Trial batch with nine medical makers")
    pane: Any = drive.pane
    assert pane.name == "cross_swot" and pane.editor.text.text() == "Be the 48-hour prototype shop for medical devices"
    drive.click("→ 8 visits a month")
    assert drive.pane.name == "plan"
    drive.open("cross_swot", strategy=1)
    drive.click("Its cards on SWOT")
    assert drive.pane.name == "swot"
    drive.click("Goal: 60 new orders")
    assert drive.pane.name == "goals"


def test_health_on_today_lands_on_the_late_action(drive: Drive) -> None:
    drive.open("today")
    drive.click("Do it, or move it")
    pane: Any = drive.pane
    assert pane.name == "actions" and pane.rows.rows[0].id == pane.table.current_key()


def test_an_assumption_is_added_changed_and_removed(drive: Drive) -> None:
    pane: ActionsPane = drive.open("actions")
    before = drive.workspace.content_hash()
    drive.click("Add an assumption about: Rivals")
    sheet: Any = drive.window.sheet
    assert sheet.form.value("subject") == "rivals"
    drive.type("Settsu Micro opens no second shift", into="What the plan takes for granted", enter=True)
    with drive.workspace.read() as session:
        made = next(one for one in taken.assumptions(session) if "second shift" in one.text)
    assert made.subject == "rivals" and drive.shown("rests on nothing yet")
    drive.click("Settsu Micro opens no second shift")
    drive.type("their foreman", into="What it rests on", enter=True)
    assert drive.shown("their foreman")
    pane.taken.lines[made.id].setFocus()
    drive.press("Return")
    drive.click("Remove")
    assert made.id not in pane.taken.lines
    for _ in range(3):
        drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


def test_an_empty_list_teaches(fresh_drive: Drive) -> None:
    fresh_drive.open("actions")
    assert fresh_drive.shown("No action yet. A strategy without one stays on paper.")


def test_hostile_titles_are_shown_letter_by_letter(drive: Drive) -> None:
    words = "<b>&amp; " + "長い題名" * 40 + "🦊"
    with drive.workspace.edit("hostile") as session:
        number = doing.add(session, words, due=TODAY)
    drive.open("actions", action=number)
    assert drive.shown(words[:12])
    drive.press("V")
    assert drive.shown(words[:12]) and not [fault for fault in faults(drive) if "does not fit" in fault]


def test_to_look_only_nothing_can_be_changed(bare_drive: Drive, sample_file: Any) -> None:
    bare_drive.window.show_file(Workspace.open(sample_file("en"), write=False))
    bare_drive.settle()
    pane: ActionsPane = bare_drive.open("actions")
    assert not pane.line.isEnabled() and all(not action.isEnabled() for action in pane.actions_here() if action.text() == "Add an action")


def test_the_keyboard_begins_in_the_table(drive: Drive) -> None:
    pane = drive.open("actions")
    assert pane.table.hasFocus()


def test_an_assumption_is_reviewed_with_a_click_and_the_toast_takes_it_back(drive: Drive) -> None:
    price = "Titanium stays within 10 % of today’s price"
    drive.open("actions")
    before = drive.workspace.content_hash()
    assert drive.shown("reviewed on 11 Sep")
    drive.click(f"Reviewed: {price}")
    assert not drive.shown("reviewed on 11 Sep") and drive.shown("Reviewed: it still holds")
    assert f"Reviewed: {price}" not in drive.names(), "reviewed today: nothing more to say"
    drive.click("Undo")
    assert drive.shown("reviewed on 11 Sep") and drive.workspace.content_hash() == before


def test_health_on_today_lands_on_the_assumption(drive: Drive) -> None:
    drive.open("today")
    drive.click("Show 2 more")
    drive.click("Say whether it holds")
    assert drive.pane.name == "actions"
    assert [number for number, line in drive.pane.taken.lines.items() if line.hasFocus()] == [2]


def test_the_kpi_that_an_action_moves_is_chosen_in_its_sheet_and_told_in_table_and_board(drive: Drive) -> None:
    pane: ActionsPane = drive.open("actions")
    assert drive.shown("WO Same-day quotes from a price table, moves new orders")
    before, action = drive.workspace.content_hash(), named(drive.workspace, LATE).id
    sheet = drive.open("action", action=action)
    offered = dict(sheet.form.control("kpi")._options)
    assert list(offered.values()) == ["none yet", "new orders", "Visits", "Proposals"]
    sheet.form.set_values({"kpi": next(code for code, name in offered.items() if name == "Visits")})
    drive.press("Ctrl+Return")
    kpi = named(drive.workspace, LATE).kpi
    assert kpi is not None and kpi.name == "Visits" and drive.shown("WO Same-day quotes from a price table, moves Visits")
    drive.press("V")
    assert pane.board.isVisible() and "moves Visits" in pane.board.accessibleName()
    drive.do("undo")
    assert drive.workspace.content_hash() == before
