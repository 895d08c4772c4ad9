"""How a table's cells are painted: fast, through draw_text, with the text that was cut as tooltip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from views.theme import current_theme
from views.theme.paint import LEFT, RIGHT, check_box, chip, chip_width, draw_text, text_width, tier_square
from views.theme.text_block import Run, TextBlock
from views.widgets.base import tip
from views.widgets.table_model import Cell, Role, RowsModel

if TYPE_CHECKING:
    from views.widgets.table import DataTable

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints a Cell: tier square, text with second line, or chip; check box; hairline; selection and current row."""

    def __init__(self, table: "DataTable") -> None:
        super().__init__(table)
        self._table = table
        self.forget()

    def forget(self) -> None:
        """Ask the theme anew at the next painting."""
        theme = current_theme()
        self._fonts = {
            (strong, number): theme.font("strong" if strong else "body", tabular=number)
            for strong in (False, True)
            for number in (False, True)
        }
        self._second = theme.font("caption")
        self._line, self._mark, self._accent = theme.colour("line"), theme.colour("accentbg"), theme.colour("accent")
        self._side = theme.px(18)

    def _cell(self, index: Index) -> tuple[Cell, bool, bool, bool | None]:
        """Cell, at the right, tabular, checked (None without a box)."""
        model, place, column = index.model(), index.row(), index.column()
        if isinstance(model, RowsModel):
            declared = model.columns[column]
            on = model.checkable and model.key(model.rows[place]) in model.checked
            return (
                model.cell(place, column),
                declared.right,
                declared.right or declared.tabular,
                on if model.checkable and column == 0 else None,
            )
        cell = index.data(Role.CELL)
        if not isinstance(cell, Cell):
            ask = index.data
            cell = Cell(
                str(ask(Qt.ItemDataRole.DisplayRole) or ""),
                ask(Role.SECOND) or "",
                ask(Role.TIER) or "",
                ask(Role.CHIP) or "",
                ask(Role.TONE) or "",
                bool(ask(Role.STRONG)),
            )
        side, state = index.data(Qt.ItemDataRole.TextAlignmentRole), index.data(Qt.ItemDataRole.CheckStateRole)
        right = side is not None and bool(Qt.AlignmentFlag(side) & RIGHT)
        return (
            cell,
            right,
            right or bool(index.data(Role.TABULAR)),
            None if state is None else Qt.CheckState(state) == Qt.CheckState.Checked,
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, rect, column = self._table, option.rect, index.column()
        cell, right, tabular, checked = self._cell(index)
        current = table.currentIndex().row() == index.row()
        marked = current or self._is_checked(index)
        if marked:
            painter.fillRect(rect, self._mark)
        x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        first, last, inset = column == table.first_shown(), column == table.last_shown(), table.inset
        start, end = (inset if first else 0), (inset if last else 0)
        painter.fillRect(x + start, y + height - 1, width - start - end, 1, self._line)
        if current and first:
            painter.fillRect(x, y, 3, height, self._accent)
        left, pad = table.edges(column)
        x, width = x + left, width - left - pad
        if checked is not None:
            check_box(painter, QRectF(x, y, 14, height - 1), checked)
            return
        if cell.tier:
            tier_square(painter, QRectF(x, y, self._side, height - 1), cell.tier)
            x, width = x + self._side + 10, width - self._side - 10
        if not cell.text:
            return
        ground = "accentbg" if marked else "surface"
        if cell.chip:
            over = 8 if right else 0
            chip(painter, QRectF(x, y, width + over, height - 1), cell.text, cell.chip, RIGHT if right else LEFT)
            return
        align, tone = RIGHT if right else LEFT, cell.tone or "ink"
        if marked and tone == "thread":
            chip(painter, QRectF(x, y, width + (8 if right else 0), height - 1), cell.text, "thread", align)
            return
        font = self._fonts[cell.strong, tabular]
        if cell.second:
            middle = y + (height - 1) / 2
            draw_text(painter, QRectF(x, middle - 17, width, 17), cell.text, tone, font, align, background=ground)
            draw_text(painter, QRectF(x, middle, width, 17), cell.second, "muted", self._second, align, background=ground)
            return
        block = self._wrapped(index, cell, width) if height > 40 else None
        if block is not None:
            block.paint(painter, x, y + (height - 1 - block.height) / 2, current_theme().colour(ground))
        else:
            draw_text(painter, QRectF(x, y, width, height - 1), cell.text, tone, font, align, background=ground)

    def _wrapped(self, index: Index, cell: Cell, width: float) -> TextBlock | None:
        """The text in two lines where its column wraps, one is too short and two are enough."""
        model = index.model()
        if not isinstance(model, RowsModel) or not model.columns[index.column()].wraps or cell.second:
            return None
        font = self._fonts[cell.strong, False]
        if text_width(cell.text, font) <= width:
            return None
        block = TextBlock([Run(cell.text)], "body", width, cell.tone or "ink", font=font, line_height=current_theme().px(17))
        return block if block.lines == 2 else None

    def _is_checked(self, index: Index) -> bool:
        model = index.model()
        return isinstance(model, RowsModel) and bool(model.checked) and model.key(model.rows[index.row()]) in model.checked

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell, _, tabular, _ = self._cell(index)
        left, pad = self._table.edges(index.column())
        wide = chip_width(cell.text) if cell.chip else text_width(cell.text, self._fonts[cell.strong, tabular])
        wide = max(wide, text_width(cell.second, self._second)) + (self._side + 10 if cell.tier else 0)
        return QSize(int(wide) + left + pad + 2, self._table.verticalHeader().defaultSectionSize())

    def cut(self, index: Index) -> bool:
        """Whether the cell's text does not fit its column."""
        cell, _, _, _ = self._cell(index)
        left, pad = self._table.edges(index.column())
        if self._table.verticalHeader().defaultSectionSize() > 40 and self._wrapped(
            index, cell, self._table.columnWidth(index.column()) - left - pad
        ):
            return False
        return bool(cell.text) and self.sizeHint(QStyleOptionViewItem(), index).width() > self._table.columnWidth(index.column()) + 2

    def tell(self, event: QHelpEvent, index: QModelIndex) -> bool:
        """Show the whole text of a cell that is cut."""
        text = ""
        if index.isValid():
            text = index.data(Qt.ItemDataRole.ToolTipRole) or ""
            if not text and self.cut(index):
                cell = self._cell(index)[0]
                text = "\n".join(part for part in (cell.text, cell.second) if part)
        QToolTip.showText(event.globalPos(), tip(text), self._table)
        return True
