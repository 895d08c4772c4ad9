"""Value statements and the 4P board, driven by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.mouse import Mouse
from tests.views.driving import Drive
from views.panes.four_p.pane import FourPPane
from views.panes.value.pane import ValuePane
from workbench.value import statements
from workbench.visits import rules


def told(drive: Drive) -> tuple[statements.SegmentValue, ...]:
    with drive.workspace.read() as session:
        return statements.by_segment(session)


def write(drive: Drive, cell, text: str) -> None:
    """Open a cell by Enter, replace what it holds, Enter."""
    cell.setFocus()
    drive.press("Return")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    drive.type(text, enter=True)


def test_the_sample_says_what_its_customers_gain(drive: Drive) -> None:
    drive.open("value")
    assert drive.shown("Waiting for a prototype: 10 → 2 days") and drive.shown("Titanium prototypes in 48 hours")
    assert drive.shown("6 statements")


def test_a_statement_is_written_made_strong_moved_removed_and_all_is_taken_back(drive: Drive) -> None:
    pane: ValuePane = drive.open("value")
    before, first = drive.workspace.content_hash(), told(drive)[0].id
    drive.press("N")
    drive.type("A named engineer", enter=True)
    made = told(drive)[0].statements[-1]
    assert made.feature == "A named engineer" and made.weak and drive.shown("weak: no gain, before, after, unit")
    assert QApplication.focusWidget() is pane.cards[first].line
    for key, text in (("gain", "Calls until someone knows"), ("before", "5"), ("after", "0"), ("unit", "calls")):
        write(drive, pane.cards[first].rows[made.id].cells[key], text)
    assert told(drive)[0].best[0].words == "Calls until someone knows: 5\u00a0→\u00a00\u00a0calls" and drive.shown(
        "1  Calls until someone knows: 5 → 0 calls"
    )
    pane.cards[first].rows[made.id].cells["feature"].setFocus()
    drive.press("Alt+Up")
    assert [one.id for one in told(drive)[0].statements][-2] == made.id
    assert QApplication.focusWidget() is pane.cards[first].rows[made.id].cells["feature"]
    drive.press("Delete")
    assert made.id not in [one.id for one in told(drive)[0].statements] and drive.shown("Statement removed")
    for _ in range(7):
        drive.do("undo")
    assert drive.workspace.content_hash() == before


def test_what_is_no_number_is_refused_in_words_and_the_old_one_stands(drive: Drive) -> None:
    pane: ValuePane = drive.open("value")
    before, view = drive.workspace.content_hash(), told(drive)[0].statements[0]
    cell = pane.cards[view.segment].rows[view.id].cells["before"]
    write(drive, cell, "ten days")
    assert drive.shown("“ten days” is not a number.") and cell.value() == "10" and drive.workspace.content_hash() == before


def test_place_changes_the_visit_rule_in_one_step(drive: Drive) -> None:
    pane: FourPPane = drive.open("four_p")
    before = drive.workspace.content_hash()
    cell = pane.place_card.channels["B"]
    assert cell.value() == "visit"
    cell.setFocus()
    drive.press("Return")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    drive.settle()
    with drive.workspace.read() as session:
        assert {rule.tier: rule.channel for rule in rules.rules(session)}["B"] == "desk"
    drive.do("undo")
    assert drive.workspace.content_hash() == before and cell.value() == "visit"


def test_place_sends_a_segment_to_the_desk_and_its_visits_leave_in_one_step(drive: Drive) -> None:
    pane: FourPPane = drive.open("four_p")
    before = drive.workspace.content_hash()
    cell = pane.place_card.channels[1]
    assert cell.value() == "" and cell.text() == "as its tiers" and drive.shown("9 customers, 6.5 h driven, 1.3 h saved")
    cell.setFocus()
    drive.press("Return")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for key in (*(Qt.Key.Key_Down,) * 3, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    drive.settle()
    assert pane.place_card.channels[1] is cell and cell.value() == "desk" and cell.hasFocus()
    assert drive.shown("9 customers, 7.8 h saved") and drive.shown("8 planned visits taken out")
    assert drive.workspace.next_labels()[0] == "Medical devices: phone, online"
    drive.do("undo")
    assert drive.workspace.content_hash() == before and cell.value() == ""


def test_the_4p_board_takes_cards(drive: Drive) -> None:
    pane: FourPPane = drive.open("four_p")
    before = drive.workspace.content_hash()
    pane.board.ask("price")
    drive.type("Setup free from the third lot", enter=True)
    assert pane.cards.column("price").cards[-1].text == "Setup free from the third lot"
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


def test_the_keyboard_begins_at_the_first_statement(drive: Drive) -> None:
    pane = drive.open("value")
    first = next(row for card in pane.cards.values() for row in card.rows.values())
    assert first.cells["feature"].hasFocus()


def test_a_right_click_moves_and_removes_a_statement(drive: Drive) -> None:
    drive.open("value")
    mouse, before = Mouse(drive), drive.workspace.content_hash()
    first, second, *more = [one.feature for one in told(drive)[0].statements]
    mouse.menu_of(f"Feature: {first}", "Move down")
    assert [one.feature for one in told(drive)[0].statements] == [second, first, *more]
    mouse.menu_of(f"Feature: {first}", "Move up")
    assert drive.workspace.content_hash() == before
    mouse.menu_of(f"Feature: {second}", "Remove")
    assert [one.feature for one in told(drive)[0].statements] == [first, *more] and drive.shown("Statement removed")
