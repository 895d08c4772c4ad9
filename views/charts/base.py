"""What all charts share: no pyqtgraph, text through draw_text, a name and a text alternative for screen readers, handles that drag."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import focus_ring, rounded
from views.widgets.base import PaintedWidget, bounds
from views.widgets.tab_stops import ACROSS


class Chart(PaintedWidget):
    """A chart fills its card's width. `describe(name, text)` gives what is read out."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tall = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(min(height, 120))
        self.setProperty(ACROSS, True)

    def describe(self, name: str, text: str) -> None:
        """Name the chart and say in words what it shows."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        return QSize(420, current_theme().px(self._tall))


def pen(role: str, width: float = 1, dash: bool = False, alpha: float = 1) -> QPen:
    """A pen in the colour of a role."""
    made = QPen(current_theme().colour(role, alpha), width)
    if dash:
        made.setDashPattern([3 / width, 3 / width])
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def line(painter: QPainter, x1: float, y1: float, x2: float, y2: float, made: QPen) -> None:
    """A straight line."""
    painter.setPen(made)
    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def nice_steps(maximum: float, count: int = 3) -> list[float]:
    """Up to `count` round values between 0 and `maximum`, for grid lines."""
    if maximum <= 0:
        return []
    power = 1.0
    while maximum / (power * 10) > count + 0.99:
        power *= 10
    step = next(power * factor for factor in (1, 2, 5, 10, 20) if maximum / (power * factor) <= count + 0.99)
    return [step * n for n in range(1, count + 2) if step * n <= maximum * 1.001]


class Handle(QWidget):
    """A grip on a chart: drag it, or move it with Up and Down (Shift: five steps, Esc: back). Signals are the user's."""

    dragged = Signal(float)  # y in the chart's coordinates
    stepped = Signal(int)
    dropped = Signal()
    cancelled = Signal()

    def __init__(self, chart: QWidget, paint: "Callable[[QPainter, QRectF], None]", width: int, height: int) -> None:
        super().__init__(chart)
        self._paint, self._grip = paint, 0.0
        self.resize(width, height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def place(self, x: float, y: float) -> None:
        """Centre it on (x, y) of the chart."""
        self.move(round(x - self.width() / 2), round(y - self.height() / 2))

    def name(self, text: str) -> None:
        """What it is and stands at; read out and shown as tooltip."""
        self.setAccessibleName(text)
        self.setToolTip(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().y() - self.height() / 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position()).y() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 5, Qt.Key.Key_PageDown: -5}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step * (5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not event.isAutoRepeat():
            self.dropped.emit()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter, bounds(self))
        if self.hasFocus():
            focus_ring(painter, bounds(self), 6)


def threshold_grip(role: str) -> Callable[[QPainter, QRectF], None]:
    """The grip of a threshold line in a tier's colour: a box with three lines."""

    def draw(painter: QPainter, rect: QRectF) -> None:
        theme = current_theme()
        box = QRectF(rect.center().x() - 10, rect.center().y() - 9, 20, 18)
        rounded(painter, box, theme.colour("surface"), theme.colour(role), 5, 1.5)
        for shift in (-3, 0, 3):
            painter.fillRect(QRectF(box.center().x() - 4, box.center().y() + shift - 0.5, 8, 1), theme.colour(role))

    return draw
