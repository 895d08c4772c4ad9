"""Tab goes in the order of reading, also where parts were made later than what stands after them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.views.driving import Drive
from views.settings import LANGUAGE


def press() -> str:
    """Press Tab; the name of what has the keyboard after it."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return QApplication.focusWidget().accessibleName()


def walk(drive: Drive, start: str, steps: int) -> list[str]:
    """The names of what Tab comes to from a control on."""
    drive.find(start).setFocus()
    return [press() for _ in range(steps)]


def test_a_column_is_walked_whole_before_the_next_though_its_chart_was_drawn_last(drive: Drive) -> None:
    drive.open("goals")
    seen = walk(drive, "How the goal is split", 14)
    assert seen[:4] == ["Nov: target 16", "Fix Nov", "Dec: target 8", "Fix Dec"]
    assert seen.index("Stage Visits") == 10 and not any(name.startswith("Hand ") for name in seen)


def test_a_sentence_is_walked_word_by_word_in_japanese_too(drive: Drive) -> None:
    drive.shell.settings.set(LANGUAGE, "ja")
    drive.open("goals")
    parts = [drive.pane.goal_card.deadline, drive.pane.goal_card.what, drive.pane.goal_card.target]
    seen = walk(drive, parts[0].accessibleName(), 2)
    assert seen == [part.accessibleName() for part in parts[1:]]


def test_a_field_that_is_put_away_leaves_the_keyboard_beside_it(drive: Drive) -> None:
    drive.open("actions")
    line = drive.find("New action")
    line.setFocus()
    line.hide()
    focused = QApplication.focusWidget()
    line.show()
    assert focused is not None and focused.accessibleName() == "WO Same-day quotes from a price table"


def test_what_the_keyboard_enters_from_outside_is_scrolled_into_sight(drive: Drive) -> None:
    drive.open("segments")
    drive.window.resize(1100, 700)
    drive.settle()
    last = drive.pane.follows.all
    assert hidden_by_scrolling(last)
    drive.window.frame.rail.brand.setFocus()
    QTest.keyClick(drive.window.frame.rail.brand, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is last and not hidden_by_scrolling(last)


def hidden_by_scrolling(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() != widget.rect()


def test_enter_presses_the_button_that_has_the_keyboard_and_ticks_nothing(drive: Drive) -> None:
    drive.open("goals")
    drive.find("Visit plan").setFocus()
    drive.press("Return")
    assert drive.pane.name == "plan"
    drive.open("documents")
    box = drive.find("Only grey, for the old printer")
    box.setFocus()
    drive.press("Return")
    assert not box.isChecked()
