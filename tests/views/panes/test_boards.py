"""The 3C and SWOT boards: the first card, questions, rivals, links between the boards, evidence, looking only."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.views.boards import AUDIT, card, texts, to
from tests.views.driving import Drive
from tests.views.layout import faults
from views.panes.swot.pane import SwotPane
from views.panes.three_c.pane import ThreeCPane
from views.settings import LANGUAGE
from workbench.analysis import cards
from workbench.workspace import Workspace

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


def test_the_board_s_own_keys_stand_in_the_list_of_shortcuts(drive: Drive, swot: SwotPane) -> None:
    drive.do("shortcuts")
    assert drive.shown("Weigh the selected cards") and drive.shown("Freeze snapshot")
    assert not faults(drive)


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
