"""The customers table: checking rows by mouse and keys, and columns that give way where it is narrow."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from views.panes.customers.rows import CustomerRows
from views.theme import current_theme
from views.widgets import DataTable

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
GIVE_WAY = ("contact", "phone", "number", "industry", "rep", "next_visit")
NAME_WIDTH = 120
PADDING = 5


class CustomerTable(DataTable):
    """Shift and Ctrl with click or arrows check rows, as in a file manager. `escaped` when Esc is hit. `columns_chosen` by the user."""

    escaped = Signal()
    columns_chosen = Signal()

    def __init__(self, rows: CustomerRows, parent: QWidget | None = None) -> None:
        self.chosen_away = {column.key for column in rows.columns if column.hidden}
        self._anchor = -1
        super().__init__(rows, two_lines=True, parent=parent)
        self.source = rows

    def current_row(self) -> int:
        """The current row's place, or -1."""
        return self.currentIndex().row()

    def show_sort(self, key: str, descending: bool) -> None:
        """Mark the column by which the rows stand, without sorting."""
        place = next(place for place, column in enumerate(self.source.columns) if column.key == key)
        self._header.show_sorted(place, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def go_to(self, place: int) -> None:
        """Make a row current as the user does."""
        if 0 <= place < len(self.source.rows):
            self._by_user = True
            self.setCurrentIndex(self.source.index(place, self.first_shown()))
            self._by_user = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        shift, ctrl = bool(event.modifiers() & SHIFT), bool(event.modifiers() & CTRL)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
        elif shift:
            start = self._anchor if 0 <= self._anchor < len(self.source.rows) else max(0, self.current_row())
            self.source.check_rows(range(min(start, index.row()), max(start, index.row()) + 1))
            self.go_to(index.row())
        elif ctrl:
            self._anchor = index.row()
            self._toggle(index.row())
            self.go_to(index.row())
        else:
            self._anchor = index.row()
            super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = Qt.Key(event.key()), self.current_row()
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in STEPS and event.modifiers() & SHIFT and here >= 0:
            there = min(max(0, here + STEPS[key]), len(self.source.rows) - 1)
            self.source.check_rows((here, there))
            self.go_to(there)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self.source.rows) - 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.accept()
        else:
            if key == Qt.Key.Key_Space:
                self._anchor = here
            super().keyPressEvent(event)

    # columns

    def edges(self, column: int) -> tuple[int, int]:
        """Padding at the left and right of a column's text: eight columns are many."""
        return self.inset if column == self.first_shown() else PADDING, self.inset if column == self.last_shown() else PADDING

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._give_way()
        super().resizeEvent(event)

    def chosen(self) -> list[str]:
        """The columns the user wants, also those that give way just now."""
        return [column.key for column in self.source.columns if column.key and column.key not in self.chosen_away]

    def choose(self, keys: list[str]) -> None:
        """Show these columns because the user wants it so, and those that are always there."""
        self.chosen_away = {column.key for column in self.source.columns if column.key not in keys and not column.fixed}
        self._give_way()
        self._fit()

    def _give_way(self) -> None:
        """Hide what the user hid, and from the least important on what leaves no room for the name."""
        theme, columns = current_theme(), self.source.columns
        shown = [column for column in columns if column.key not in self.chosen_away]
        room = self.viewport().width() - 2 * self.inset - sum(theme.px(column.width) for column in shown)
        away = set(self.chosen_away)
        for key in GIVE_WAY:
            if room >= theme.px(NAME_WIDTH):
                break
            column = next((column for column in shown if column.key == key), None)
            if column is not None:
                away.add(key)
                room += theme.px(column.width)
        for place, column in enumerate(columns):
            if self.isColumnHidden(place) != (column.key in away):
                self.setColumnHidden(place, column.key in away)

    @Slot(QAction)
    def _column_chosen(self, action: QAction) -> None:
        key = self.source.columns[action.data()].key
        self.chosen_away.symmetric_difference_update({key})
        if action.isChecked():
            self.chosen_away.discard(key)
        else:
            self.chosen_away.add(key)
        self._give_way()
        self._fit()
        self.columns_chosen.emit()
