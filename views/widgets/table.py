"""The table: 32 px rows (46 with two lines), hairlines, no zebra, numbers at the right, a sorting header that stays, columns to choose."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QMetaMethod, QModelIndex, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, draw_text
from views.widgets.base import follow_theme
from views.widgets.table_header import TableHeader
from views.widgets.table_model import Cell, Column, Role, RowsModel
from views.widgets.table_paint import CellDelegate

__all__ = ["Cell", "Column", "DataTable", "Role", "RowsModel"]


ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
"""Rows are chosen whole, so these go to the first and the last one."""


class DataTable(QTableView):
    """Works with `RowsModel`, or any item model that gives the roles of table_model.Role.

    Signals, user only: `row_current(key)` when another row becomes current by key or mouse, `row_activated(key)` on Enter or double click,
    `checked_changed()`. `show_model(model)`, `set_current(key)`, `current_key()`. The current row has the 3 px accent bar.
    `inset` is the padding at both ends.
    """

    row_current = Signal(object)
    row_activated = Signal(object)
    checked_changed = Signal()

    def __init__(
        self,
        model: QAbstractItemModel | None = None,
        two_lines: bool = False,
        inset: int = 14,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.two_lines, self.inset, self._empty, self._by_user = two_lines, inset, "", False
        self._ends = (0, 0)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header = TableHeader(self)
        self.setHorizontalHeader(self._header)
        self._header.chooser_wanted.connect(self.open_chooser)
        self._header.all_toggled.connect(self._toggle_all)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.activated.connect(self._activated)
        follow_theme(self)
        self.restyle()
        if model is not None:
            self.show_model(model)

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(theme.size("row_two_lines" if self.two_lines else "row"))
        self._header.restyle()
        self._delegate.forget()
        self.viewport().update()

    def show_model(self, model: QAbstractItemModel) -> None:
        """Show `model`, with the widths its columns declare."""
        self.setModel(model)
        self.setSortingEnabled(False)
        columns = getattr(model, "columns", [])
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column.hidden)
        if isinstance(model, RowsModel):
            model.checked_changed.connect(self.checked_changed)
            model.modelReset.connect(self._reset)
        self._header.setSortIndicatorShown(False)
        self._fit()

    def set_empty_text(self, text: str) -> None:
        """What stands there while there is no row."""
        self._empty = text
        self.viewport().update()

    # rows

    def current_key(self) -> Any:
        """Key of the current row, or None."""
        return self.currentIndex().data(Role.KEY) if self.currentIndex().isValid() else None

    def set_current(self, key: Hashable | None) -> None:
        """Make a row current without a signal; None leaves none."""
        model = self.model()
        place = model.row_of(key) if isinstance(model, RowsModel) and key is not None else -1
        by_user, self._by_user = self._by_user, False
        if place < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(model.index(place, self.first_shown()))
            self.scrollTo(self.currentIndex())
        self._by_user = by_user

    def first_shown(self) -> int:
        """The leftmost column that is shown."""
        return self._ends[0]

    def last_shown(self) -> int:
        """The rightmost column that is shown."""
        return self._ends[1]

    def edges(self, column: int) -> tuple[int, int]:
        """Padding at the left and right of a column's text."""
        return self.inset if column == self._ends[0] else 8, self.inset if column == self._ends[1] else 8

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if self._by_user and current.isValid() and current.row() != previous.row():
            self.row_current.emit(current.data(Role.KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_user = True
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid() and getattr(self.model(), "checkable", False):
            self._toggle(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and self._uses_enter():
            self.row_activated.emit(index.data(Role.KEY))
        elif event.key() in ENDS and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.model().rowCount():
            self.setCurrentIndex(self.model().index(ENDS[Qt.Key(event.key())] % self.model().rowCount(), self.first_shown()))
        else:
            super().keyPressEvent(event)
        self._by_user = False

    def _uses_enter(self) -> bool:
        """Whether anybody wants to know of an activated row; else Enter belongs to what the table stands in."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.row_activated))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_user = True
        index = self.indexAt(event.position().toPoint())
        on_box = index.isValid() and index.column() == 0 and getattr(self.model(), "checkable", False)
        if on_box and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(index.row())
        else:
            super().mousePressEvent(event)
        self._by_user = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and event.button() == Qt.MouseButton.LeftButton
            and not (index.column() == 0 and getattr(self.model(), "checkable", False))
        ):
            self.row_activated.emit(index.data(Role.KEY))

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        """Qt's own activation is covered by the key and mouse handlers."""

    def _toggle(self, row: int) -> None:
        index = self.model().index(row, 0)
        now = index.data(Qt.ItemDataRole.CheckStateRole)
        on = Qt.CheckState(now) == Qt.CheckState.Checked if now is not None else False
        self.model().setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        self._header.viewport().update()

    @Slot(bool)
    def _toggle_all(self, on: bool) -> None:
        model = self.model()
        if isinstance(model, RowsModel):
            model.set_checked({model.key(row) for row in model.rows} if on else ())
            model.checked_changed.emit()

    @Slot()
    def _reset(self) -> None:
        self._fit()
        self._header.viewport().update()

    # columns

    def _fit(self) -> None:
        model = self.model()
        columns = getattr(model, "columns", None)
        if not columns:
            self._ends = (0, max(0, model.columnCount() - 1)) if model is not None else (0, 0)
            return
        theme = current_theme()
        shown = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        self._ends = (shown[0], shown[-1]) if shown else (0, 0)
        fixed = {place: theme.px(columns[place].width) for place in shown if columns[place].width}
        for edge in self._ends:
            if edge in fixed:
                fixed[edge] += self.inset - 8
        loose = [place for place in shown if place not in fixed]
        room = self.viewport().width() - sum(fixed.values())
        self._header.setStretchLastSection(False)
        for place, width in fixed.items():
            self.setColumnWidth(place, width)
        for number, place in enumerate(loose):
            share = room // len(loose) + (room % len(loose) if number == 0 else 0)
            self.setColumnWidth(place, max(90, share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._header.resized_by_hand:
            self._fit()

    def column_menu(self) -> QMenu:
        """The column chooser."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(getattr(self.model(), "columns", [])):
            title = self.model().headerData(place, Qt.Orientation.Horizontal)
            if title and not column.fixed:
                action = menu.addAction(str(title).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(not self.isColumnHidden(place))
                action.setData(place)
        menu.triggered.connect(self._column_chosen)
        return menu

    @Slot(QPoint)
    def open_chooser(self, point: QPoint) -> None:
        """Open the column chooser at a global point."""
        self.column_menu().popup(point)

    @Slot(QAction)
    def _column_chosen(self, action: QAction) -> None:
        self.setColumnHidden(action.data(), not action.isChecked())
        self._fit()

    # look

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._delegate.tell(event, self.indexAt(event.pos()))
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        model = self.model()
        if self._empty and model is not None and model.rowCount() == 0:
            painter = QPainter(self.viewport())
            area = QRect(self.inset, 0, self.viewport().width() - 2 * self.inset, min(120, self.viewport().height()))
            draw_text(painter, QRectF(area), self._empty, "muted", current_theme().font(), CENTRE)
