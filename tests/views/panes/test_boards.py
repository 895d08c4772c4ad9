"""The 3C and SWOT boards: written, moved, weighed, sent and frozen, with the keyboard and with the mouse."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import TODAY
from tests.views.driving import Drive
from tests.views.layout import faults
from views.panes.boards.snapshot_sheet import SnapshotSheet
from views.panes.swot.pane import SwotPane
from views.panes.three_c.pane import ThreeCPane
from views.settings import LANGUAGE
from views.widgets import Toast
from workbench import clock
from workbench.analysis import cards, snapshots, time_box
from workbench.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
MICRON, AUDIT, TEN = (
    "Micron tolerance on titanium, 98.6 % first-pass yield",
    "JIS Q 13485 audit passed",
    "Ten-day lead time, six for repeat orders",
)


def texts(drive: Drive, column: str) -> list[str]:
    with drive.workspace.read() as session:
        return [card.text for card in cards.board(session, cards.BOARD_OF[column]).column(column).cards]


def card(drive: Drive, text: str, board: str = "swot") -> cards.CardView:
    with drive.workspace.read() as session:
        return next(one for one in cards.board(session, board).cards if one.text == text)


def to(drive: Drive, pane: SwotPane | ThreeCPane, text: str) -> None:
    """Give a card the keyboard."""
    pane.board.select(card(drive, text, pane.board_key).id)
    drive.settle()


@pytest.fixture
def swot(drive: Drive) -> SwotPane:
    pane: SwotPane = drive.open("swot")
    return pane


def test_from_the_question_to_the_first_card_by_keyboard(fresh_drive: Drive) -> None:
    drive = fresh_drive
    drive.press("Ctrl+K")
    drive.type("which framework")
    drive.press("Return")
    drive.press("4")
    assert drive.shown("where rivals are weak and only we are strong")
    drive.press("Return")
    assert drive.pane.name == "three_c"
    drive.type("Cheaper from 500 pieces on", enter=True)
    found = card(drive, "Cheaper from 500 pieces on", "3c")
    assert (found.column, found.question) == ("competitor", "strong")
    drive.type("second", enter=True)
    assert texts(drive, "competitor") == ["Cheaper from 500 pieces on", "second"]


def test_the_same_in_japanese_on_the_sample(bare_drive: Drive, sample_file: Callable[[str], Path], tmp_path: Path) -> None:
    path = tmp_path / "kitagawa.asaichi"
    shutil.copy(sample_file("ja"), path)
    bare_drive.shell.settings.set(LANGUAGE, "ja")
    bare_drive.open_file(path)
    bare_drive.do("guide")
    assert bare_drive.shown("競合に顧客を取られている") and bare_drive.shown("3C、次にSWOT")
    for keys in ("4", "Return"):
        bare_drive.press(keys)
    bare_drive.type("夜間も受け付ける", enter=True)
    assert card(bare_drive, "夜間も受け付ける", "3c").question == "strong" and bare_drive.shown("カード15枚、根拠なし2枚")
    bare_drive.press("Up")
    bare_drive.press("5")
    bare_drive.press("E")
    bare_drive.type("同社サイト", enter=True)
    assert bare_drive.shown("元に戻す：カード「夜間も受け付ける」を編集") and bare_drive.shown("強い · 同社サイト")
    assert not faults(bare_drive)


def test_an_empty_board_says_why_and_leads_to_the_guide(fresh_drive: Drive) -> None:
    fresh_drive.open("swot")
    assert fresh_drive.shown("Weigh what you saw")
    fresh_drive.click("Which framework?")
    assert fresh_drive.window.sheet is not None
    fresh_drive.press("Return")
    assert fresh_drive.pane.name == "three_c"


def test_enter_writes_a_card_and_goes_on_to_the_next(drive: Drive, swot: SwotPane) -> None:
    to(drive, swot, AUDIT)
    drive.press("Return")
    drive.press("End")
    drive.type("!")
    drive.press("Shift+Return")
    drive.type("twice")
    drive.press("Return")
    assert texts(drive, "strengths")[1] == AUDIT + "!\ntwice"
    assert drive.shown("Undo: Edit card “JIS Q 13485 audit passed”")
    drive.press("Tab")
    drive.type("214 jobs", into="Evidence: a source or a figure", enter=True)
    assert card(drive, TEN).evidence == "214 jobs"
    focus = QApplication.focusWidget()
    assert focus is swot.board.columns["strengths"].open_line
    drive.type("New", enter=True)
    assert texts(drive, "strengths")[3] == "New" and QApplication.focusWidget() is focus


def test_esc_leaves_a_card_as_it_was_and_clicking_elsewhere_keeps_what_was_typed(drive: Drive, swot: SwotPane) -> None:
    before = drive.workspace.content_hash()
    to(drive, swot, AUDIT)
    drive.press("F2")
    drive.type("xx")
    drive.press("Esc")
    assert drive.workspace.content_hash() == before and swot.board.focused().face.text == AUDIT
    drive.press("Return")
    drive.type(", twice")
    other = swot.board.items[card(drive, TEN).id]
    drive.click_in(other, 20, 10)
    assert texts(drive, "strengths")[1] == AUDIT + ", twice" and other.hasFocus()


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


def test_pasted_lines_are_cards_in_one_step(drive: Drive, swot: SwotPane) -> None:
    QGuiApplication.clipboard().setText("• one\n\ntwo & <b>three</b>\n三つ\n")
    swot.board.ask("threats")
    drive.press("Ctrl+V")
    assert texts(drive, "threats")[2:] == ["one", "two & <b>three</b>", "三つ"] and drive.shown("two & <b>three</b>")
    drive.press("Ctrl+Z")
    assert len(texts(drive, "threats")) == 2


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


def test_cards_without_evidence_are_counted(drive: Drive, swot: SwotPane) -> None:
    assert drive.shown("11 cards, 1 without evidence")
    to(drive, swot, "No English drawings")
    drive.press("E")
    drive.type("two enquiries", enter=True)
    assert drive.shown("11 cards, all with evidence")


def test_a_3c_card_is_sent_with_its_link_and_found_again(drive: Drive) -> None:
    pane: ThreeCPane = drive.open("three_c")
    to(drive, pane, "Design reviews wait for our price")
    drive.press("S")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    drive.settle()
    assert texts(drive, "weaknesses")[-1] == "Design reviews wait for our price"
    assert drive.shown("↗ Weaknesses")
    to(drive, pane, "Design reviews wait for our price")
    drive.press("G")
    assert drive.pane.name == "swot" and drive.pane.board.focused().face.text == "Design reviews wait for our price"
    assert drive.shown("↙ 3C Customer")
    drive.press("G")
    assert drive.pane.name == "three_c" and drive.pane.board.focused().face.text == "Design reviews wait for our price"


def test_a_click_on_the_arrow_goes_to_the_other_card(drive: Drive, swot: SwotPane) -> None:
    item = swot.board.items[card(drive, AUDIT).id]
    box = item.link_box()
    drive.click_in(item, box.x() + 6, box.center().y())
    assert drive.pane.name == "three_c" and drive.pane.board.focused().face.text == AUDIT
    drive.click_in(drive.pane.board.focused(), 14, drive.pane.board.focused().link_box().center().y())
    assert drive.pane.name == "swot" and drive.pane.board.focused().face.text == AUDIT


def test_a_question_opens_the_line_and_its_answer_keeps_it(drive: Drive) -> None:
    pane: ThreeCPane = drive.open("three_c")
    drive.click("What do customers miss with us?")
    drive.type("An English price list", enter=True)
    assert card(drive, "An English price list", "3c").question == "lack"
    pane.board.ask("customer")
    drive.type("Plain", enter=True)
    assert card(drive, "Plain", "3c").question == ""


def test_rivals_are_named_chosen_renamed_and_removed_in_place(drive: Drive) -> None:
    pane: ThreeCPane = drive.open("three_c")
    before = drive.workspace.content_hash()
    drive.press("R")
    drive.type("Chubu Parts", into="Name a rival", enter=True)
    assert [rival.name for rival in pane._rivals][-1] == "Chubu Parts"
    to(drive, pane, "Small lots wait three weeks")
    drive.press("Return")
    combo = drive.find("The rival it is about")
    combo.setFocus()
    for _ in range(3):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    drive.press("Return")
    assert card(drive, "Small lots wait three weeks", "3c").rival != "Settsu Micro"
    row = pane.rivals.rows[1]
    row.name.setFocus()
    drive.press("Return")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    drive.type("Settsu Works", enter=True)
    assert card(drive, "Rivals quote by fax; buyers want same-day answers", "3c").rival == "Settsu Works"
    drive.click("Remove Settsu Works")
    assert card(drive, "Rivals quote by fax; buyers want same-day answers", "3c").rival == ""
    for _ in range(4):
        drive.do("undo")
    assert drive.workspace.content_hash() == before


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


def test_the_board_s_own_keys_stand_in_the_list_of_shortcuts(drive: Drive, swot: SwotPane) -> None:
    drive.do("shortcuts")
    assert drive.shown("Weigh the selected cards") and drive.shown("Freeze snapshot")
    assert not faults(drive)


def test_the_undo_key_in_the_empty_line_takes_the_last_card_back(drive: Drive, swot: SwotPane) -> None:
    swot.board.ask("threats")
    drive.type("Zinc prices", enter=True)
    assert texts(drive, "threats")[-1] == "Zinc prices"
    drive.press("Ctrl+Z")
    assert "Zinc prices" not in texts(drive, "threats")
    assert QApplication.focusWidget() is swot.board.columns["threats"].open_line


def test_text_left_in_the_open_line_becomes_a_card(drive: Drive, swot: SwotPane) -> None:
    swot.board.ask("threats")
    drive.type("half a thought")
    drive.open("today")
    assert texts(drive, "threats")[-1] == "half a thought"


def test_an_undo_elsewhere_takes_the_card_away_that_is_being_written(drive: Drive, swot: SwotPane) -> None:
    swot.board.ask("threats")
    drive.type("Zinc prices", enter=True)
    to(drive, swot, "Zinc prices")
    drive.press("Return")
    drive.workspace.undo()
    drive.settle()
    assert "Zinc prices" not in texts(drive, "threats") and not swot.board.columns["threats"].written_in


HOSTILE = (
    "<b>bold</b> & <script>",
    "&amp; &lt;",
    "שלום עולם",
    "👩‍👩‍👧‍👦 ✨",
    "ends with \\",
    "{braces} %s {0}",
    "\u202eoverride",
    "e\u0301" * 40,
)


def test_any_text_is_shown_as_typed(drive: Drive, swot: SwotPane) -> None:
    QGuiApplication.clipboard().setText("\n".join(HOSTILE))
    swot.board.ask("weaknesses")
    drive.press("Ctrl+V")
    assert tuple(texts(drive, "weaknesses")[3:]) == HOSTILE
    for text in HOSTILE:
        to(drive, swot, text)
        assert drive.shown(text)
        drive.press("3")
    assert not faults(drive)


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


def test_a_file_opened_to_look_at_can_be_walked_but_not_written(drive: Drive) -> None:
    path = drive.workspace.path
    drive.window.navigate("welcome")
    with Workspace.open(path):
        drive.open_file(path)
        pane: SwotPane = drive.open("swot")
        assert drive.workspace.read_only
        pane.board.select(next(iter(pane.board.items)))
        for keys in ("Down", "5", "Return", "Delete", "Alt+Down", "F", "N"):
            drive.press(keys)
        assert pane.board.selected() and not any(column.open_line.isEnabled() for column in pane.board.columns.values())
        assert not faults(drive)
        drive.window.navigate("welcome")


@pytest.fixture
def later() -> Iterator[None]:
    yield
    clock.set_today(TODAY)


def test_the_time_box_counts_closes_and_what_changed_since_is_told(drive: Drive, swot: SwotPane, later: None) -> None:
    assert drive.shown("Analysis closes in 9 days")
    swot.box.weeks.chosen.emit(4)
    drive.settle()
    assert drive.shown("Analysis closes in 16 days")
    drive.click("Close the analysis")
    assert drive.shown("Analysis closed on 24 Nov")
    to(drive, swot, "Sakai Plating may stop small lots")
    drive.press("5")
    with drive.workspace.read() as session:
        newest = snapshots.snapshots(session)[0]
        assert newest.cards == 33 and time_box.time_box(session).state == "closed"
        kept = next(one for one in snapshots.opened(session, newest.id).cards if one.text.startswith("Sakai"))
    assert kept.weight == 4
    sheet: SnapshotSheet = drive.open("snapshot", snapshot=newest.id)
    assert drive.shown("Snapshot of 24 Nov 2026") and drive.shown("Sakai Plating may stop small lots")
    sheet.view.set_value("since")
    sheet._draw()
    drive.settle()
    assert drive.shown("1 card changed") and drive.shown("weight 4 → 5") and drive.shown("0 cards added")
    assert not faults(drive)
    drive.press("Esc")
    drive.press("Ctrl+Z")
    drive.press("Ctrl+Z")
    assert drive.shown("Analysis closes in 16 days")


def test_the_sample_snapshot_is_compared_with_now(drive: Drive) -> None:
    sheet: SnapshotSheet = drive.open("snapshot")
    sheet.view.set_value("since")
    sheet._draw()
    drive.settle()
    for words in (
        "1 card added",
        "2 cards changed",
        "1 card dropped",
        "Friendly people on the phone",
        "it said “Micron tolerance on titanium”",
    ):
        assert drive.shown(words)
    assert not faults(drive)


def test_freezing_leaves_the_time_box_open(drive: Drive, swot: SwotPane) -> None:
    drive.press("Esc")
    to(drive, swot, TEN)
    drive.press("F")
    with drive.workspace.read() as session:
        assert len(snapshots.snapshots(session)) == 2 and time_box.time_box(session).state == "open"


def test_a_card_being_written_looks_well_and_so_do_long_ones(drive: Drive) -> None:
    pane: ThreeCPane = drive.open("three_c")
    with drive.workspace.edit("long") as session:
        cards.add(session, "company", "長い文章 " * 900)
        cards.add(session, "company", "W" * 400)
    drive.settle()
    drive.window.resize(1100, 700)
    to(drive, pane, "Rivals quote by fax; buyers want same-day answers")
    drive.press("Return")
    shown = faults(drive)
    assert not shown, "\n".join(shown)
    drive.press("Esc")
