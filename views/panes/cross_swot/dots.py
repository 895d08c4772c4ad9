"""One to five dots that can be set: by a click, the keys 1 to 5, or the arrows."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import focus_ring
from views.widgets.base import PaintedWidget, bounds

STEP, DOT, PAD = 13, 9, 5


class Dots(PaintedWidget):
    """`set_dots(n)`; `chosen(n)` is the user's."""

    chosen = Signal(int)

    def __init__(self, name: str = "", tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone, self.dots, self._name = tone, 3, name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_dots(3)

    def set_name(self, name: str) -> None:
        """What is rated, for screen readers."""
        self._name = name
        self.set_dots(self.dots)

    def set_dots(self, dots: int) -> None:
        """Show another number, without a signal."""
        self.dots = dots
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(f"{dots} / 5")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(5 * STEP + 2 * PAD - (STEP - DOT), current_theme().px(22))

    def _choose(self, dots: int) -> None:
        dots = max(1, min(5, dots))
        if dots != self.dots:
            self.set_dots(dots)
            self.chosen.emit(dots)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self._choose(int((event.position().x() - PAD) // STEP) + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5:
            self._choose(event.key() - Qt.Key.Key_0)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._choose(self.dots + (1 if event.key() == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        for place in range(5):
            painter.setBrush(theme.colour(self.tone if place < self.dots else "line"))
            painter.drawEllipse(QRectF(PAD + place * STEP, (self.height() - DOT) / 2, DOT, DOT))
        if self.hasFocus():
            focus_ring(painter, bounds(self))
