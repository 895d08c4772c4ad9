"""Cards that are dragged: the picture under the pointer, and the place where they would go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from views.widgets.board_card import CardItem

if TYPE_CHECKING:
    from views.widgets.board import Board


class _Ghost(QWidget):
    """The picture of the dragged card under the pointer."""

    def __init__(self, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(picture.deviceIndependentSize().toSize())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(0.8)
        painter.drawPixmap(0, 0, self._picture)


class Lift:
    """The cards `ids` in the air, pulled at `item`."""

    def __init__(self, board: "Board", item: CardItem, ids: tuple[int, ...]) -> None:
        self._board, self.ids = board, ids
        self._ghost = _Ghost(item.grab(), board)

    def over(self, at: QPointF) -> None:
        """The pointer is at the global point `at`: show where the cards would go, and scroll there."""
        self._ghost.move(self._board.mapFromGlobal(at.toPoint()) + QPoint(12, 6))
        self._ghost.raise_()
        target = self._target(at)
        for key, column in self._board.columns.items():
            here = target is not None and target[0] == key
            column.show_drop(target[1] if target is not None and here else None)
            if here:
                inside = column.area.content.mapFromGlobal(at.toPoint())
                column.area.ensureVisible(inside.x(), inside.y(), 0, 24)

    def end(self, at: QPointF) -> tuple[str, int] | None:
        """Let go: column and position, or None beside the board."""
        self._ghost.hide()
        self._ghost.deleteLater()
        for column in self._board.columns.values():
            column.show_drop(None)
        return self._target(at)

    def _target(self, at: QPointF) -> tuple[str, int] | None:
        point = self._board.mapFromGlobal(at.toPoint())
        for key, column in self._board.columns.items():
            if QRect(column.geometry()).contains(point):
                return key, column.index_at(column.area.content.mapFromGlobal(at.toPoint()))
        return None
