"""Arranging: scroll area without border, hairline splitter, flowing rows, sentences with editable parts, hairlines."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from views.theme.paint import hairline
from views.widgets.base import PaintedWidget
from views.widgets.label import Label

FOOT = 18
"""px between the end of a pane and the foot of the window."""


class ScrollArea(QScrollArea):
    """A borderless, see-through scroll area that fits its content's width. `content` is the widget inside, `body` its layout."""

    def __init__(self, horizontal: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        if not horizontal:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(14)
        self.setWidget(self.content)
        self.viewport().setAutoFillBackground(False)
        self.content.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.runs_down = False

    def run_down(self) -> None:
        """Run to the foot of the window, as a column of a pane does: the pane's margin goes to the end of what scrolls."""
        self.runs_down = True
        self.body.setContentsMargins(0, 0, 0, FOOT)


class Hairline(PaintedWidget):
    """A line of 1 px across, or down with `vertical`."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vertical = vertical
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, 0, 0 if self._vertical else self.width(), self.height() if self._vertical else 0)


class FlowLayout(QLayout):
    """Places its widgets in rows like words, wrapping where the width ends. Rows are centred on their middle line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, row_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Remove and delete all its widgets."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(sum(size.width() + self._gap for size in sizes), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0))

    def _arrange(self, rect: QRect, place: bool) -> int:
        x, y, row, tall = rect.x(), rect.y(), [], 0
        for item in [*self._items, None]:
            size = item.sizeHint() if item is not None and not item.isEmpty() else QSize(0, 0)
            if item is not None and item.isEmpty():
                continue
            width = min(size.width(), rect.width())
            if row and (item is None or x + width > rect.right() + 1):
                for placed, left, size_placed in row:
                    if place:
                        placed.setGeometry(QRect(QPoint(left, y + (tall - size_placed.height()) // 2), size_placed))
                y, x, row, tall = y + tall + self._row_gap, rect.x(), [], 0
            if item is not None:
                row.append((item, x, QSize(width, size.height())))
                x, tall = x + width + self._gap, max(tall, size.height())
        return max(0, y - self._row_gap - rect.y())


class Sentence(QWidget):
    """A sentence with widgets in it: `Sentence(tr("Win {number} by {day}."), {"number": EditableText(...), "day": ...})`.

    The order comes from the translated text. `set_sentence` keeps the widgets and moves them to another wording.
    """

    def __init__(self, template: str, parts: Mapping[str, QWidget], role: str = "sentence", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._parts = role, dict(parts)
        self._flow = FlowLayout(self, gap=0, row_gap=4)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words: list[Label] = []
        self.set_sentence(template)

    def set_sentence(self, template: str) -> None:
        """Arrange the parts by another wording."""
        while self._flow.count():
            self._flow.takeAt(0)
        for label in self._words:
            label.deleteLater()
        self._words = []
        for place, piece in enumerate(re.split(r"\{(\w+)\}", template)):
            if place % 2:
                self._flow.addWidget(self._parts[piece])
                self._parts[piece].show()
                continue
            for word in re.findall(r"\S+\s*|\s+", piece):
                label = Label(word, self._role, parent=self)
                label.setContentsMargins(0, 0, 0, 0)
                self._words.append(label)
                self._flow.addWidget(label)
                label.show()
        self.updateGeometry()


def row(*widgets: QWidget | int | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; an int is a fixed gap, None a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        elif isinstance(widget, int):
            made.addSpacing(widget)
        else:
            made.addWidget(widget)
    return made
