"""Rows for a table: columns declared as data, sorting, checked rows."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workbench.strings import tr

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a cell can say beside its text (Qt.DisplayRole), alignment (TextAlignmentRole), check (CheckStateRole) and tooltip."""

    SECOND = Qt.ItemDataRole.UserRole + 1  # second line, muted caption
    TIER = Qt.ItemDataRole.UserRole + 2  # letter of the tier square
    CHIP = Qt.ItemDataRole.UserRole + 3  # kind of the chip that holds the text
    TONE = Qt.ItemDataRole.UserRole + 4  # colour role of the text, or ""
    STRONG = Qt.ItemDataRole.UserRole + 5  # weight 600
    TABULAR = Qt.ItemDataRole.UserRole + 6  # tabular figures
    KEY = Qt.ItemDataRole.UserRole + 7  # the row's key
    CELL = Qt.ItemDataRole.UserRole + 8  # all of it at once: a Cell


@dataclass(frozen=True, slots=True)
class Cell:
    """Everything a cell shows."""

    text: str = ""
    second: str = ""
    tier: str = ""
    chip: str = ""
    tone: str = ""
    strong: bool = False


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. `title` is a marked string. `cell(row)` returns a Cell or a text. `sort(row)` returns what it is sorted by (None last, always).

    `width` in px, 0 takes what is left; `right` for numbers (tabular); `hidden` until chosen; `fixed` cannot be hidden (a name).
    `wraps`: a text too long for one line takes two, where rows are 46 px high and the cell has no second text.
    """

    key: str
    title: str
    cell: Callable[[Row], Cell | str]
    width: int = 0
    right: bool = False
    sort: Callable[[Row], Any] | None = None
    hidden: bool = False
    fixed: bool = False
    strong: bool = False
    tone: str = ""
    tabular: bool = False
    wraps: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of any kind shown by declared columns. `key(row)` identifies a row across refreshes.

    With `checkable=True` the first shown column is a check box; `checked` holds keys. `checked_changed` only when the user checked.
    """

    checked_changed = Signal()

    def __init__(self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], checkable: bool = False) -> None:
        super().__init__()
        self.columns = ([Column("", "", _nothing, 30, fixed=True)] if checkable else []) + list(columns)
        self.key, self.checkable = key, checkable
        self.rows: list[Row] = []
        self.checked: set[Hashable] = set()
        self._order: tuple[int, Qt.SortOrder] | None = None
        self._cells: dict[tuple[int, int], Cell] = {}

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows, in the sorting chosen before; keys that are gone are unchecked."""
        self.beginResetModel()
        self.rows = list(rows)
        self._cells.clear()
        if self.checked:
            self.checked &= {self.key(row) for row in self.rows}
        self._sort()
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """Where the row with `key` stands, or -1."""
        return next((place for place, row in enumerate(self.rows) if self.key(row) == key), -1)

    def cell(self, place: int, column: int) -> Cell:
        """What a cell shows."""
        found = self._cells.get((place, column))
        if found is None:
            declared = self.columns[column]
            made = declared.cell(self.rows[place])
            if not isinstance(made, Cell):
                made = Cell(made, tone=declared.tone, strong=declared.strong)
            elif declared.strong and not made.strong:
                made = Cell(made.text, made.second, made.tier, made.chip, made.tone, True)
            if len(self._cells) > 4000:
                self._cells.clear()
            found = self._cells[place, column] = made
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place, column = index.row(), index.column()
        if role == Role.CELL:
            return self.cell(place, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(place, column).text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.CheckStateRole and self.checkable and column == 0:
            return Qt.CheckState.Checked if self.key(self.rows[place]) in self.checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell(place, column)
            return ", ".join(part for part in (cell.tier, cell.text, cell.second) if part)
        if role == Role.KEY:
            return self.key(self.rows[place])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.checkable or index.column() != 0:
            return False
        key = self.key(self.rows[index.row()])
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.checked.add(key)
        else:
            self.checked.discard(key)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1))
        self.checked_changed.emit()
        return True

    def set_checked(self, keys: Iterable[Hashable]) -> None:
        """Check exactly these, without a signal to the owner."""
        self.checked = set(keys)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsUserCheckable if self.checkable and index.column() == 0 else base

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(self.columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column that declares how; others do nothing."""
        if column < 0 or self.columns[column].sort is None:
            return
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self.key(self.rows[index.row()]) for index in before]
        self._sort()
        self._cells.clear()
        if before:
            wanted = set(keys)
            places = {self.key(row): place for place, row in enumerate(self.rows) if self.key(row) in wanted}
            self.changePersistentIndexList(before, [self.index(places[k], i.column()) for k, i in zip(keys, before, strict=True)])
        self.layoutChanged.emit()

    def _sort(self) -> None:
        if self._order is None:
            return
        column, order = self._order
        sort = self.columns[column].sort
        if sort is None:
            return
        pairs = [(sort(row), row) for row in self.rows]
        known = sorted((pair for pair in pairs if pair[0] is not None), key=_first, reverse=order == Qt.SortOrder.DescendingOrder)
        self.rows = [row for _, row in known] + [row for value, row in pairs if value is None]


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _nothing(row: object) -> Cell:
    return EMPTY
