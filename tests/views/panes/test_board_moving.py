"""Cards of a board are weighed, moved, dragged, selected and removed, with the keyboard, the mouse and the menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.views.boards import AUDIT, LEFT, MICRON, TEN, card, texts, to
from tests.views.driving import Drive
from views.panes.swot.pane import SwotPane
from views.panes.three_c.pane import ThreeCPane
from views.widgets import Toast


@pytest.fixture
def swot(drive: Drive) -> SwotPane:
    pane: SwotPane = drive.open("swot")
    return pane


def test_keys_weigh_all_selected_cards_and_one_undo_takes_it_back(drive: Drive, swot: SwotPane) -> None:
    before = drive.workspace.content_hash()
    to(drive, swot, MICRON)
    drive.press("Shift+Down")
    drive.press("Shift+Down")
    drive.press("2")
    assert [card(drive, text).weight for text in (MICRON, AUDIT, TEN)] == [2, 2, 2]
    assert drive.shown("Undo: Weigh 3 cards")
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


def test_a_click_on_a_dot_weighs(drive: Drive, swot: SwotPane) -> None:
    item = swot.board.items[card(drive, TEN).id]
    dots = item.dots()
    drive.click_in(item, dots.x() + 4 * 10 + 4, dots.center().y())
    assert card(drive, TEN).weight == 5
    drive.click_in(item, dots.x() + 4, dots.center().y())
    assert card(drive, TEN).weight == 1


def test_alt_arrows_move_and_the_card_keeps_the_keyboard(drive: Drive, swot: SwotPane) -> None:
    to(drive, swot, MICRON)
    drive.press("Alt+Down")
    drive.press("Alt+Down")
    assert texts(drive, "strengths") == [AUDIT, TEN, MICRON]
    drive.press("Alt+Right")
    assert texts(drive, "weaknesses")[2] == MICRON and swot.board.focused().face.text == MICRON
    assert drive.shown("Undo: Move card “Micron tolerance on titanium, 98.6 %")
    for _ in range(3):
        drive.press("Ctrl+Z")
    assert texts(drive, "strengths") == [MICRON, AUDIT, TEN]


def test_arrows_go_through_cards_columns_and_open_lines(drive: Drive, swot: SwotPane) -> None:
    to(drive, swot, TEN)
    drive.press("Down")
    assert QApplication.focusWidget() is swot.board.columns["strengths"].open_line
    drive.press("Up")
    assert swot.board.focused().face.text == TEN
    drive.press("Right")
    assert swot.board.focused().face.text == "No English drawings"
    drive.press("N")
    assert QApplication.focusWidget() is swot.board.columns["weaknesses"].open_line


def test_delete_removes_with_a_toast_that_takes_it_back(drive: Drive, swot: SwotPane) -> None:
    before = drive.workspace.content_hash()
    to(drive, swot, AUDIT)
    drive.press("Delete")
    assert texts(drive, "strengths") == [MICRON, TEN] and swot.board.focused().face.text == TEN
    toast = drive.window.findChild(Toast)
    assert toast is not None and toast.text() == "1 card removed"
    QTest.mouseClick(toast.button, LEFT)
    drive.settle()
    assert drive.workspace.content_hash() == before


def drag(drive: Drive, item, column, index: int) -> None:
    """Pull a card to a place in a column with the mouse."""
    start = QPoint(30, 12)
    items = column.items
    content = column.area.content
    y = items[index].y() + 2 if index < len(items) else column.open_line.y() + 2
    goal = item.mapFromGlobal(content.mapToGlobal(QPoint(60, y)))
    QTest.mousePress(item, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(item, start + QPoint(14, 14))
    QTest.mouseMove(item, goal)
    QTest.mouseRelease(item, LEFT, Qt.KeyboardModifier.NoModifier, goal)
    drive.settle()


def test_cards_are_dragged_within_and_between_columns(drive: Drive, swot: SwotPane) -> None:
    column = swot.board.columns
    drag(drive, swot.board.items[card(drive, TEN).id], column["strengths"], 0)
    assert texts(drive, "strengths") == [TEN, MICRON, AUDIT]
    drag(drive, swot.board.items[card(drive, TEN).id], column["threats"], 1)
    assert texts(drive, "threats")[1] == TEN and texts(drive, "strengths") == [MICRON, AUDIT]
    assert not swot.board.items[card(drive, TEN).id].lifted


def test_several_selected_cards_are_dragged_together(drive: Drive, swot: SwotPane) -> None:
    first, last = (swot.board.items[card(drive, text).id] for text in (MICRON, TEN))
    drive.click_in(first, 20, 10)
    QTest.mouseClick(last, LEFT, Qt.KeyboardModifier.ControlModifier, QPoint(20, 10))
    assert set(swot.board.selected()) == {first.face.id, last.face.id}
    drag(drive, last, swot.board.columns["opportunities"], 1)
    assert texts(drive, "opportunities")[1:3] == [MICRON, TEN] and texts(drive, "strengths") == [AUDIT]
    assert drive.shown("Undo: Move 2 cards")


def test_a_shift_click_selects_up_to_there_and_a_plain_one_only_itself(drive: Drive, swot: SwotPane) -> None:
    first, last = (swot.board.items[card(drive, text).id] for text in (MICRON, TEN))
    drive.click_in(first, 20, 10)
    QTest.mouseClick(last, LEFT, Qt.KeyboardModifier.ShiftModifier, QPoint(20, 10))
    assert len(swot.board.selected()) == 3
    drive.click_in(last, 20, 10)
    assert swot.board.selected() == (last.face.id,)


def test_the_menu_of_a_card_does_what_its_keys_do(drive: Drive) -> None:
    pane: ThreeCPane = drive.open("three_c")
    one = card(drive, "Cheaper from 500 pieces on", "3c")
    shown = pane.menu_of((one.id,))
    labels = [action.text() for action in shown.actions() if action.text()]
    assert labels == [
        "Write",
        "Write its evidence",
        "Weight",
        "Move to",
        "Send to SWOT",
        "The question it answers",
        "The rival it is about",
        "Remove",
    ]
    shown.deleteLater()
    pane.do_entry("set", one.id, "question", "weak")
    pane.do_entry("send", (one.id,), "threats")
    pane.do_entry("move", (one.id,), "customer")
    drive.settle()
    moved = card(drive, "Cheaper from 500 pieces on", "3c")
    assert (moved.column, moved.question, moved.sent[0].column) == ("customer", "", "threats")


def test_tab_goes_column_by_column_and_the_first_card_has_the_keyboard(drive: Drive) -> None:
    pane: ThreeCPane = drive.open("three_c")
    assert pane.board.focused().face.text == "Medical makers bring prototyping back to Kansai"
    drive.press("Tab")
    assert QApplication.focusWidget() is pane.board.columns["customer"].open_line
    drive.press("Tab")
    assert QApplication.focusWidget().accessibleName() == "Where are they strong?"
    for _ in range(3):
        drive.press("Tab")
    assert pane.board.focused().face.text == "Rivals quote by fax; buyers want same-day answers"


def test_the_right_button_opens_the_menu_and_its_choice_is_done(drive: Drive) -> None:
    pane: ThreeCPane = drive.open("three_c")
    item = pane.board.items[card(drive, "Cheaper from 500 pieces on", "3c").id]
    at = QPoint(20, 10)
    QApplication.sendEvent(item, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, item.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert menu is not None and pane.board.selected() == (item.face.id,)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    drive.settle()
    assert "Cheaper from 500 pieces on" not in texts(drive, "competitor")


def test_a_card_dropped_beside_the_board_stays(drive: Drive, swot: SwotPane) -> None:
    before = drive.workspace.content_hash()
    item = swot.board.items[card(drive, MICRON).id]
    QTest.mousePress(item, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(30, 12))
    away = item.mapFromGlobal(swot.mapToGlobal(QPoint(swot.width() - 20, 10)))
    QTest.mouseMove(item, away)
    assert item.lifted
    QTest.mouseRelease(item, LEFT, Qt.KeyboardModifier.NoModifier, away)
    drive.settle()
    assert drive.workspace.content_hash() == before and not item.lifted
