"""The table: sorting, current and checked rows, columns, cut texts."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from views.theme.paint import recording
from views.widgets import Cell, Column, DataTable, RowsModel

ROWS = [("Hanshin", "A", 68.4), ("Ikoma", "B", 5.0), ("Yao", "C", None), ("Nara", "A", 56.2)]


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    columns = [
        Column("name", "Customer", lambda row: Cell(row[0], "second line", tier=row[1]), sort=lambda row: row[0], fixed=True),
        Column("sum", "Revenue", lambda row: "" if row[2] is None else f"{row[2]}", 90, True, sort=lambda row: row[2]),
        Column("tier", "Tier", lambda row: row[1], 60, hidden=True),
    ]
    model = RowsModel(columns, key=lambda row: row[0], checkable=True)
    model.set_rows(ROWS)
    made = DataTable(model, two_lines=True, name="Customers")
    qtbot.addWidget(made)
    made._kept = model
    made.resize(420, 300)
    made.show()
    return made


def _names(table: DataTable) -> list[str]:
    return [table.model().index(row, 1).data() for row in range(table.model().rowCount())]


def _click(qtbot: QtBot, table: DataTable, row: int, column: int) -> None:
    spot = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_click_on_the_header_sorts_and_empty_values_stay_last(qtbot: QtBot, table: DataTable) -> None:
    header = table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(2) + 20, 12)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert _names(table) == ["Hanshin", "Nara", "Ikoma", "Yao"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert _names(table) == ["Ikoma", "Nara", "Hanshin", "Yao"]


def test_sorting_holds_when_rows_are_set_anew_and_keeps_the_current_row(qtbot: QtBot, table: DataTable) -> None:
    table.set_current("Ikoma")
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(1) + 20, 12))
    assert table.current_key() == "Ikoma"
    table.model().set_rows([*ROWS, ("Amagasaki", "B", 1.0)])
    assert _names(table)[0] == "Amagasaki"


def test_a_long_text_takes_two_lines_where_its_column_wraps(qtbot: QtBot) -> None:
    said = {"wraps": "Proposal: inspection report bundled", "long": "Proposal: inspection report bundled " * 4, "plain": "Short"}
    model = RowsModel(
        [Column("topic", "Topic", lambda row: said[row], 160, wraps=True), Column("rest", "", lambda row: "")], key=lambda row: row
    )
    model.set_rows(said)
    made = DataTable(model, two_lines=True, name="Topics")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    assert [made.itemDelegate().cut(model.index(row, 0)) for row in range(3)] == [False, True, False]
    with recording() as seen:
        made.grab()
    whole = next(painted for painted in seen if painted.text == said["wraps"])
    assert not whole.clipped and whole.rect.height() > 30


def test_only_the_user_makes_a_row_current_aloud(qtbot: QtBot, table: DataTable) -> None:
    seen: list[object] = []
    table.row_current.connect(seen.append)
    table.set_current("Ikoma")
    assert seen == []
    qtbot.keyClick(table, Qt.Key.Key_Down)
    _click(qtbot, table, 0, 1)
    assert seen == ["Yao", "Hanshin"]


def test_enter_and_double_click_activate(qtbot: QtBot, table: DataTable) -> None:
    seen: list[object] = []
    table.row_activated.connect(seen.append)
    table.set_current("Nara")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    spot = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert seen == ["Nara", "Ikoma"]


def test_rows_are_checked_by_click_space_and_header(qtbot: QtBot, table: DataTable) -> None:
    told: list[int] = []
    table.checked_changed.connect(lambda: told.append(len(table.model().checked)))
    table.model().set_checked(["Yao"])
    assert told == []
    _click(qtbot, table, 0, 0)
    table.set_current("Ikoma")
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert (told, table.model().checked) == ([2, 3], {"Hanshin", "Ikoma", "Yao"})
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(16, 12))
    assert len(table.model().checked) == 4
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(16, 12))
    assert not table.model().checked


def _hidden(table: DataTable) -> list[str]:
    return [column.key for place, column in enumerate(table.model().columns) if table.isColumnHidden(place)]


def test_a_column_is_chosen_and_the_name_cannot_be_hidden(table: DataTable) -> None:
    assert _hidden(table) == ["tier"]
    menu = table.column_menu()
    assert [action.text() for action in menu.actions()] == ["Revenue", "Tier"]
    menu.actions()[1].trigger()
    assert _hidden(table) == []
    menu.close()


def test_a_cut_cell_tells_its_whole_text(qtbot: QtBot, table: DataTable) -> None:
    long = "A customer with a name that is much too long <for> its column and goes on"
    table.model().set_rows([(long, "A", 1.0)])
    index = table.model().index(0, 1)
    spot = table.visualRect(index).center()
    with recording() as seen:
        table.viewport().repaint()
        table.grab()
    assert any(painted.text == long and painted.elided for painted in seen)
    table.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot)))
    assert long in QToolTip.text()
    QToolTip.hideText()


def test_a_row_has_the_height_of_its_lines(qtbot: QtBot, table: DataTable) -> None:
    assert table.rowHeight(0) == 46
    single = DataTable(table.model())
    qtbot.addWidget(single)
    assert single.rowHeight(0) == 32


def test_a_cut_title_tells_its_whole(qtbot: QtBot, table: DataTable) -> None:
    header = table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(2) + 20, 12)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def told() -> str:
        header.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, spot, header.viewport().mapToGlobal(spot)))
        return QToolTip.text()

    assert told() == ""
    header.resizeSection(2, 50)
    assert told() == "Revenue ↓"
    QToolTip.hideText()


def test_rows_set_anew_by_who_hears_of_the_choice_tell_it_once(qtbot: QtBot, table: DataTable) -> None:
    told: list[str] = []

    def show_anew(key: str) -> None:
        told.append(key)
        table.model().set_rows(ROWS)
        table.set_current(key)

    table.set_current("Hanshin")
    table.row_current.connect(show_anew)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    _click(qtbot, table, 2, 1)
    assert told == ["Ikoma", "Yao"] and table.current_key() == "Yao"


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot, table: DataTable) -> None:
    table.set_current("Ikoma")
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_key() == "Nara"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_key() == "Hanshin"
