"""The rows of the customers table: ids in order; a line is read, with its page, when it comes on screen."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from models.base import MONEY_SCALE
from views.widgets import Cell, Column, RowsModel
from views.widgets.table_model import EMPTY, Index
from workbench import clock, formatting
from workbench.customers.listing import CustomerLine, lines
from workbench.strings import language, marked, tr
from workbench.workspace import Workspace

PAGE = 32
KEPT_LINES = 6_000
CELL_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
CHECK_FLAGS = CELL_FLAGS | Qt.ItemFlag.ItemIsUserCheckable
MILLION = 1_000_000 * MONEY_SCALE


def _same(line: CustomerLine) -> CustomerLine:
    """Sorting is done by the workbench; a column with this can be sorted."""
    return line


class CustomerRows(RowsModel[Any]):
    """`rows` are ids. `sort_wanted(key, descending)` when a header is clicked. `line(place)` reads a page where it must."""

    sort_wanted = Signal(str, bool)

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lines: dict[int, CustomerLine] = {}
        self._days: dict[date, str] = {}
        self._today, self.currency = clock.today(), "JPY"
        columns: list[Column[CustomerLine]] = [
            Column("tier", "", _tier, 27, sort=_same, fixed=True),
            Column("name", marked("Customer"), _name, sort=_same, fixed=True, strong=True),
            Column("number", marked("Number"), _number, 84, sort=_same, hidden=True, tabular=True),
            Column("industry", marked("Industry"), _industry, 124, sort=_same),
            Column("contact", marked("Contact"), _contact, 132, sort=_same, hidden=True),
            Column("phone", marked("Phone"), _phone, 118, sort=_same, hidden=True, tabular=True),
            Column("rep", marked("Rep"), _rep, 66, sort=_same),
            Column("revenue", marked("Revenue"), self._revenue, 74, right=True, sort=_same),
            Column("last_visit", marked("Last visit"), _last, 70, right=True, sort=_same),
            Column("next_visit", marked("Next"), self._next, 73, right=True, sort=_same),
        ]
        super().__init__(columns, _itself, checkable=True)

    def show_ids(self, ids: list[int]) -> None:
        """Show these customers in this order; who is gone is unchecked. Nothing jumps when they are the same."""
        if self.checked:
            self.checked &= set(ids)
        if ids == self.rows:
            self.forget()
            return
        self.beginResetModel()
        self.rows = list(ids)
        self._cells.clear()
        self.endResetModel()

    def add_ids(self, ids: Sequence[int]) -> None:
        """More customers at the end."""
        if ids:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(ids) - 1)
            self.rows.extend(ids)
            self.endInsertRows()

    def forget(self) -> None:
        """Read the lines anew when they are next painted."""
        self._lines.clear()
        self._cells.clear()
        self._days.clear()
        self._today = clock.today()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def line(self, place: int) -> CustomerLine | None:
        """The line in row `place`; None when the customer was deleted a moment ago."""
        customer_id = self.rows[place]
        if customer_id not in self._lines:
            if len(self._lines) > KEPT_LINES:
                self._lines.clear()
            start = place // PAGE * PAGE
            with self._workspace.read() as session:
                self._lines |= lines(session, self.rows[start : start + PAGE])
        return self._lines.get(customer_id)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Asked twice a painted cell, so made once."""
        return CHECK_FLAGS if index.column() == 0 else CELL_FLAGS

    def row_of(self, key: Any) -> int:
        """Where a customer stands, or -1."""
        try:
            return self.rows.index(key)
        except ValueError:
            return -1

    def cell(self, place: int, column: int) -> Cell:
        """What a cell shows."""
        found = self._cells.get((place, column))
        if found is None:
            declared, line = self.columns[column], self.line(place)
            made = declared.cell(line) if line is not None else EMPTY
            if len(self._cells) > 6_000:
                self._cells.clear()
            found = self._cells[place, column] = made if isinstance(made, Cell) else Cell(made, tone=declared.tone, strong=declared.strong)
        return found

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if column >= 0 and self.columns[column].sort is not None:
            self.sort_wanted.emit(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The revenue's title names its unit."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal and self.columns[section].key == "revenue":
            return money_unit(self.currency)
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The whole amount as the tooltip of the short one."""
        if role == Qt.ItemDataRole.ToolTipRole and self.columns[index.column()].key == "revenue":
            line = self.line(index.row())
            return formatting.money(line.revenue, self.currency) if line is not None and line.revenue else None
        return super().data(index, role)

    def checked_in_order(self) -> list[int]:
        """The checked customers as they stand in the list."""
        return [key for key in self.rows if key in self.checked] if self.checked else []

    def check_rows(self, places: Iterable[int]) -> None:
        """Check these rows beside those that are checked."""
        self.set_checked(self.checked | {self.rows[place] for place in places})
        self.checked_changed.emit()

    def _revenue(self, line: CustomerLine) -> Cell:
        return Cell(short_amount(line.revenue, self.currency)) if line.revenue else EMPTY

    def _next(self, line: CustomerLine) -> Cell:
        day = line.next_visit
        if day is None:
            return EMPTY
        if day == self._today:
            return Cell(tr("Today"), strong=True)
        text = self._days.get(day)
        if text is None:
            text = self._days[day] = formatting.day_short(day)
        return Cell(text, tone="muted")


def money_unit(currency: str) -> str:
    """The heading over a column of short amounts."""
    if currency == "JPY":
        return tr("¥ million")
    return tr("Revenue, {currency}", currency=formatting.currency_symbol(currency, language()))


def short_amount(ten_thousandths: int, currency: str) -> str:
    """An amount in the unit of `money_unit`: millions of yen (ten thousands in Japanese), else whole units."""
    if currency != "JPY":
        return formatting.number(ten_thousandths / MONEY_SCALE)
    return (
        formatting.number(ten_thousandths / MONEY_SCALE / 10_000) if language() == "ja" else formatting.number(ten_thousandths / MILLION, 1)
    )


def _itself(row: Any) -> Any:
    return row


def _tier(line: CustomerLine) -> Cell:
    return Cell(tier=line.tier)


def _name(line: CustomerLine) -> Cell:
    return Cell(line.name, line.name_local, strong=True)


def _industry(line: CustomerLine) -> Cell:
    return Cell(line.industry, line.city) if line.industry else Cell(line.city, tone="muted")


def _number(line: CustomerLine) -> Cell:
    return Cell(line.number, tone="muted")


def _contact(line: CustomerLine) -> Cell:
    return Cell(line.contact)


def _phone(line: CustomerLine) -> Cell:
    return Cell(line.phone)


def _rep(line: CustomerLine) -> Cell:
    return Cell(line.rep)


def _last(line: CustomerLine) -> Cell:
    if line.days is None:
        return EMPTY
    return Cell(tr("{n} d", n=line.days), chip="thread" if line.late else "")
