"""Two columns become one where the window is narrow, and two again."""

from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from views.widgets import TwoColumns


def order(body: QVBoxLayout) -> list[str]:
    return [item.text() for n in range(body.count()) if isinstance(item := body.itemAt(n).widget(), QLabel)]


def test_what_follows_stands_at_the_right_or_in_its_place_among_the_rest(qtbot: QtBot) -> None:
    a, b, c, d = (QLabel(name) for name in "abcd")
    columns = TwoColumns((a, c), (b, d), (330, 370), (1000, 200), one=(a, b, c, d))
    qtbot.addWidget(columns)
    columns.resize(1300, 400)
    columns.show()
    assert order(columns.left.body) == ["a", "c"] and order(columns.right.body) == ["b", "d"]
    assert columns.right.width() == 370 and columns.right.isVisible()
    columns.resize(900, 400)
    assert order(columns.left.body) == ["a", "b", "c", "d"] and not columns.right.isVisible()
    columns.resize(1000, 400)
    assert order(columns.left.body) == ["a", "c"] and order(columns.right.body) == ["b", "d"] and columns.right.width() == 330
