"""Sheet, toast, thread strip, timeline, bars."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from views.theme import current_theme
from views.widgets import (
    Button,
    Chip,
    Combo,
    Knot,
    LineEdit,
    Moment,
    Sheet,
    TargetBar,
    TextArea,
    ThreadStrip,
    Timeline,
    Toast,
    load_tone,
    target_tone,
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 700)
    column = QVBoxLayout(made)
    made.below = LineEdit("below")
    column.addWidget(made.below)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.below.setFocus()
    qtbot.waitUntil(made.below.hasFocus)
    return made


def _sheet(window: QWidget) -> Sheet:
    sheet = Sheet(window, "New company", primary="Make it")
    sheet.body.addWidget(LineEdit("first"))
    sheet.body.addWidget(LineEdit("second"))
    sheet.open()
    return sheet


def test_tab_stays_in_the_sheet_and_the_keyboard_comes_back(qtbot: QtBot, window: QWidget) -> None:
    sheet = _sheet(window)
    assert sheet.isVisible()
    seen = set()
    for _ in range(9):
        focus = QApplication.focusWidget()
        assert sheet.isAncestorOf(focus)
        seen.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {type(widget) for widget in seen} == {LineEdit, Button}
    assert len(seen) == 4
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert closed == [True]
    assert window.below.hasFocus()
    assert not sheet.isVisible()


def test_enter_in_a_line_presses_the_primary_and_leaves_closing_to_the_owner(qtbot: QtBot, window: QWidget) -> None:
    sheet = _sheet(window)
    accepted: list[bool] = []
    sheet.accepted.connect(lambda: accepted.append(True))
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert accepted == [True]
    assert sheet.isVisible()
    sheet.done()


def test_what_uses_enter_itself_keeps_it(qtbot: QtBot, window: QWidget) -> None:
    sheet = Sheet(window, "Question")
    pressed: list[str] = []
    text, button, combo = TextArea(), Button("Other"), Combo(["one", "two"])
    for widget in (text, button, combo):
        sheet.body.addWidget(widget)
    button.clicked.connect(lambda: pressed.append("other"))
    sheet.accepted.connect(lambda: pressed.append("primary"))
    sheet.open()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.toPlainText() == "\n" and not pressed
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["primary"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["primary", "other"]
    combo.setFocus()
    combo.showPopup()
    qtbot.keyClick(combo.view(), Qt.Key.Key_Down)
    qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    assert combo.value() == "two" and pressed == ["primary", "other"]
    sheet.done()


def test_a_sheet_covers_the_window_as_it_grows(qtbot: QtBot, window: QWidget) -> None:
    sheet = _sheet(window)
    window.resize(1000, 760)
    assert sheet.size() == window.size()
    assert sheet.rect().contains(sheet.panel.geometry())
    sheet.done()


def test_a_toast_stands_in_the_foot_acts_and_goes(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    Toast.say(window, "First")
    toast = Toast.say(window, "Card removed", "Undo", "Ctrl Z", lambda: done.append("undo"))
    assert [t for t in window.findChildren(Toast) if t.isVisible()] == [toast]
    assert window.height() - toast.geometry().bottom() - 1 == 16
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not toast.isVisible()


def test_knots_are_clicked_and_read_out(qtbot: QtBot) -> None:
    strip = ThreadStrip([Knot("Goal: 60", "goal", current=True), Knot("17 visits without a log", "log", loose=True)])
    qtbot.addWidget(strip)
    strip.set_chip("nothing saved yet")
    seen: list[object] = []
    strip.clicked.connect(seen.append)
    knot = strip._buttons[1]
    assert knot.accessibleName() == "17 visits without a log"
    qtbot.mouseClick(knot, Qt.MouseButton.LeftButton)
    assert seen == ["log"]


def test_a_moment_with_a_target_is_opened_by_click_and_key(qtbot: QtBot) -> None:
    history = Timeline([Moment("met", "28 Oct", "Met.", "Wants reports", 7), Moment("lost", "2 Oct", "Lost", "guide plates")])
    qtbot.addWidget(history)
    history.resize(320, history.heightForWidth(320))
    seen: list[object] = []
    history.clicked.connect(seen.append)
    qtbot.mouseClick(history, Qt.MouseButton.LeftButton, pos=history.boxes()[0].center().toPoint())
    qtbot.mouseClick(history, Qt.MouseButton.LeftButton, pos=history.boxes()[1].center().toPoint())
    qtbot.keyClick(history, Qt.Key.Key_Return)
    assert seen == [7, 7]
    assert history.heightForWidth(150) > history.heightForWidth(320)


def test_tones_run_against_target_and_the_other_way_for_load() -> None:
    assert [target_tone(value, 10) for value in (10, 8, 7.9)] == ["good", "warn", "thread"]
    assert [load_tone(value) for value in (94, 95, 100, 101)] == ["good", "warn", "warn", "thread"]


def test_a_bar_reads_out_its_sentence_and_follows_the_theme(qtbot: QtBot) -> None:
    bar = TargetBar(31, 28, text="31 of 60, ahead by 3")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "31 of 60, ahead by 3"
    light = bar.grab().toImage().pixelColor(2, 7).name()
    current_theme().set_mode("dark")
    try:
        assert bar.grab().toImage().pixelColor(2, 7).name() != light
    finally:
        current_theme().set_mode("light")


def test_a_cut_chip_tells_its_whole_text(qtbot: QtBot) -> None:
    chip = Chip("17 visits without a log", "warn")
    qtbot.addWidget(chip)
    chip.resize(60, 20)
    chip.show()
    assert chip.toolTip() == "17 visits without a log"
