"""The red thread from top to bottom: knots with their names, notes and numbers; a break is a hollow knot on a dashed line."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import LEFT, RIGHT, draw_text, focus_ring, rounded, text_width
from views.widgets.base import bounds, follow_theme, tip


class ThreadKnot(NamedTuple):
    """One knot. `target` is what a click tells; `first` and `last` end the line there."""

    name: str
    note: str
    number: str
    target: str
    broken: bool = False
    first: bool = False
    last: bool = False


class _Line(QAbstractButton):
    def __init__(self, knot: ThreadKnot, broken_before: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.knot, self._broken_before = knot, broken_before
        self.setAccessibleName(f"{knot.name} {knot.number} {knot.note}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, current_theme().px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            rounded(painter, rect, theme.colour("app"), None, 6)
        middle, ground = rect.center().y(), "app" if self.underMouse() else "surface"
        for above in (True, False):
            if (above and self.knot.first) or (not above and self.knot.last):
                continue
            pen = QPen(theme.colour("thread"), 1.5)
            if (self._broken_before or self.knot.broken) if above else self.knot.broken:
                pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.drawLine(QPointF(10, 0 if above else middle + 6), QPointF(10, middle - 6 if above else rect.height()))
        painter.setPen(QPen(theme.colour("thread"), 1.5))
        painter.setBrush(theme.colour(ground if self.knot.broken else "thread"))
        painter.drawEllipse(QPointF(10, middle), 5, 5)
        bold, plain = theme.font("body", 600), theme.font("body")
        left = 28.0
        draw_text(painter, rect.adjusted(left, 0, -40, 0), self.knot.name, "ink", bold, LEFT, background=ground)
        used = left + text_width(self.knot.name, bold) + 8
        number = text_width(self.knot.number, theme.font("body", tabular=True))
        fits = draw_text(
            painter, rect.adjusted(used, 0, -number - 12, 0), self.knot.note, "muted", plain, LEFT, elide=True, background=ground
        )
        draw_text(painter, rect.adjusted(0, 0, -4, 0), self.knot.number, "ink", theme.font("body", tabular=True), RIGHT, background=ground)
        self.setToolTip("" if fits else tip(self.knot.note))
        if self.hasFocus():
            focus_ring(painter, rect, 6)


class ThreadList(QWidget):
    """`set_knots([...])`; `chosen(target)` when the user clicks or presses a knot."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[_Line] = []

    def set_knots(self, knots: Sequence[ThreadKnot]) -> None:
        """Show other knots; nothing is made anew where they are the same."""
        made = [k._replace(first=place == 0, last=place == len(knots) - 1) for place, k in enumerate(knots)]
        if [line.knot for line in self._lines] == made:
            return
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for place, knot in enumerate(made):
            line = _Line(knot, place > 0 and made[place - 1].broken, self)
            line.clicked.connect(self._clicked)
            self._column.addWidget(line)
            self._lines.append(line)

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Line):
            self.chosen.emit(sender.knot.target)
