"""Cards of a board are written: one after the other, pasted, left, taken back."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.views.boards import AUDIT, TEN, card, texts, to
from tests.views.driving import Drive
from views.panes.swot.pane import SwotPane


@pytest.fixture
def swot(drive: Drive) -> SwotPane:
    pane: SwotPane = drive.open("swot")
    return pane


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


def test_pasted_lines_are_cards_in_one_step(drive: Drive, swot: SwotPane) -> None:
    QGuiApplication.clipboard().setText("• one\n\ntwo & <b>three</b>\n三つ\n")
    swot.board.ask("threats")
    drive.press("Ctrl+V")
    assert texts(drive, "threats")[2:] == ["one", "two & <b>three</b>", "三つ"] and drive.shown("two & <b>three</b>")
    drive.press("Ctrl+Z")
    assert len(texts(drive, "threats")) == 2


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
