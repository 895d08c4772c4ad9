"""The header of a table: small, muted, sorting by click, column chooser by right click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip

from views.theme import current_theme
from views.theme.paint import LEFT, RIGHT, check_box, draw_text, hairline, text_width
from views.widgets.base import tip

if TYPE_CHECKING:
    from views.widgets.table import DataTable


class TableHeader(QHeaderView):
    """Belongs to a DataTable. `all_toggled(on)` when its check box is pressed, `chooser_wanted(global point)` on right click."""

    all_toggled = Signal(bool)
    chooser_wanted = Signal(QPoint)

    def __init__(self, table: "DataTable") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.resized_by_hand = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(24)
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self.sectionClicked.connect(self._clicked)

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.setFixedHeight(current_theme().px(30))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_theme().px(30))

    @Slot(int)
    def _clicked(self, section: int) -> None:
        model = self.model()
        columns = getattr(model, "columns", None)
        if columns is None:
            return
        if section == 0 and getattr(model, "checkable", False):
            self.all_toggled.emit(len(model.checked) < len(model.rows))
            self.viewport().update()
        elif columns[section].sort is not None:
            down = self._sorted[1] == Qt.SortOrder.AscendingOrder if self._sorted[0] == section else columns[section].right
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            self.show_sorted(section, order)
            model.sort(section, order)

    def show_sorted(self, section: int, order: Qt.SortOrder) -> None:
        """Show by which column the rows are sorted. Kept here, since Qt flips its own indicator before it tells of the click."""
        self._sorted = (section, order)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        before = [self.sectionSize(place) for place in range(self.count())]
        super().mouseReleaseEvent(event)
        if self.cursor().shape() == Qt.CursorShape.SplitHCursor and before:
            self.resized_by_hand = True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chooser_wanted.emit(event.globalPos())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, model = current_theme(), self.model()
        painter.fillRect(rect, theme.colour("surface"))
        left, right = self._table.edges(section)
        box = QRectF(rect).adjusted(left, 0, -right, -1)
        if section == 0 and getattr(model, "checkable", False):
            on = bool(model.rows) and len(model.checked) == len(model.rows)
            check_box(painter, QRectF(box.x(), 0, 14, rect.height()), on, bool(model.checked) and not on)
        else:
            sorted_here = self._sorted[0] == section
            side = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
            align = RIGHT if side is not None and Qt.AlignmentFlag(side) & RIGHT else LEFT
            draw_text(
                painter,
                box,
                self._words(section),
                "ink" if sorted_here else "muted",
                theme.font("caption_strong"),
                align,
                background="surface",
            )
        inset = self._table.inset
        start = inset if section == self._table.first_shown() else 0
        end = inset if section == self._table.last_shown() else 0
        hairline(painter, rect.x() + start, rect.bottom(), rect.right() - end, rect.bottom())

    def _words(self, section: int) -> str:
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        if title and self._sorted[0] == section:
            title += " ↓" if self._sorted[1] == Qt.SortOrder.DescendingOrder else " ↑"
        return title

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        section = self.logicalIndexAt(event.pos())
        words = self._words(section) if section >= 0 else ""
        room = self.sectionSize(section) - sum(self._table.edges(section)) if words else 0
        cut = text_width(words, current_theme().font("caption_strong")) > room
        QToolTip.showText(event.globalPos(), tip(words) if cut else "", self)
        return True
