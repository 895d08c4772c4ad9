"""Values edited where they stand."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from views.theme import current_theme
from views.theme.paint import recording
from views.widgets import EditableCell, EditableText, Sentence


def _opened(part: EditableText) -> QLineEdit:
    part.show()
    part.open_editor()
    return part.findChild(QLineEdit)


def test_enter_commits_once(qtbot: QtBot) -> None:
    part = EditableText(60, "int", low=1)
    qtbot.addWidget(part)
    seen: list[object] = []
    part.committed.connect(seen.append)
    part.set_value(59)
    line = _opened(part)
    assert line.text() == "59"
    qtbot.keyClicks(line, "64")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (seen, part.value(), part.is_editing(), part.text()) == ([64], 64, False, "64")


def test_escape_reverts(qtbot: QtBot) -> None:
    part = EditableText(60, "int")
    qtbot.addWidget(part)
    seen: list[object] = []
    part.committed.connect(seen.append)
    line = _opened(part)
    qtbot.keyClicks(line, "99")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (seen, part.value(), part.is_editing()) == ([], 60, False)


def test_what_cannot_be_read_stays_open_and_says_why(qtbot: QtBot) -> None:
    part = EditableText(date(2027, 3, 31), "date")
    qtbot.addWidget(part)
    told: list[str] = []
    part.refused.connect(told.append)
    line = _opened(part)
    qtbot.keyClicks(line, "someday")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert part.is_editing()
    assert "not a day" in told[0]
    line.selectAll()
    qtbot.keyClicks(line, "27.11")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (part.value(), part.text()) == (date(2026, 11, 27), "27 Nov 2026")


def test_money_is_kept_in_ten_thousandths(qtbot: QtBot) -> None:
    part = EditableText(10_000, "money", currency="JPY")
    qtbot.addWidget(part)
    line = _opened(part)
    qtbot.keyClicks(line, "1.2 million")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert part.value() == 12_000_000_000


def test_a_choice_opens_a_menu(qtbot: QtBot) -> None:
    part = EditableText("m", "choice", options=[("m", "2 a month"), ("q", "1 a quarter")])
    qtbot.addWidget(part)
    seen: list[object] = []
    part.committed.connect(seen.append)
    part.show()
    part.open_editor()
    menu = part.findChild(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert (seen, part.text()) == (["q"], "1 a quarter")


def test_a_sentence_follows_the_order_of_its_language(qtbot: QtBot) -> None:
    number, day = EditableText(60, "int"), EditableText(date(2027, 3, 31), "date")
    sentence = Sentence("Win {number} by {day}.", {"number": number, "day": day})
    qtbot.addWidget(sentence)
    sentence.resize(900, 60)
    sentence.show()
    assert number.x() < day.x()
    sentence.set_sentence("{day}までに{number}件。")
    qtbot.waitUntil(lambda: day.x() < number.x())
    assert sentence.heightForWidth(150) > sentence.heightForWidth(900)


def test_a_hint_is_not_in_the_ink_of_a_value(qtbot: QtBot) -> None:
    cell = EditableCell("", empty="so what?")
    qtbot.addWidget(cell)
    cell.show()
    with recording() as painted:
        cell.grab()
        cell.set_value("because")
        cell.grab()
    theme = current_theme()
    assert [(one.text, one.colour) for one in painted] == [("so what?", theme.colour("muted")), ("because", theme.colour("ink"))]
