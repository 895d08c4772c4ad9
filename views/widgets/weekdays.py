"""Working days as toggles, and a span of hours."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, draw_text, focus_ring, rounded
from views.widgets.base import PaintedWidget
from views.widgets.fields import TimeField
from views.widgets.label import Label
from workbench import formatting
from workbench.strings import tr


class Weekdays(PaintedWidget):
    """Monday to Sunday as toggles. `value()` is a frozenset of 0 to 6; `edited(value)` is the user's. Arrows move, Space toggles."""

    edited = Signal(object)

    def __init__(self, height: int = 34, value: Iterable[int] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tall, self._at = height, 0
        self._days = frozenset(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> frozenset[int]:
        """The days that are on."""
        return self._days

    def set_value(self, value: Any) -> None:
        """Set the days without a signal."""
        self._days = frozenset(value or ())
        self.update()

    def problem(self) -> str:
        """Never unreadable."""
        return ""

    def set_wrong(self, wrong: bool) -> None:
        """Toggles show no frame of their own."""

    def boxes(self) -> list[QRectF]:
        """Where each day stands."""
        width = (self.width() - 36) / 7
        return [QRectF(day * (width + 6), 0, width, self.height()) for day in range(7)]

    def sizeHint(self) -> QSize:
        return QSize(360, current_theme().px(self._tall))

    def minimumSizeHint(self) -> QSize:
        return QSize(252, current_theme().px(self._tall))

    def _toggle(self, day: int) -> None:
        self._at = day
        self._days = self._days ^ {day}
        self.update()
        self.edited.emit(self._days)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = next((day for day, box in enumerate(self.boxes()) if box.contains(event.position())), -1)
        if day >= 0:
            self._toggle(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._at = max(0, min(6, self._at + step))
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._toggle(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        for day, box in enumerate(self.boxes()):
            on = day in self._days
            rounded(painter, box, theme.colour("accentbg" if on else "surface"), theme.colour("accent" if on else "line"), 6)
            font = theme.font("strong" if on else "body")
            draw_text(
                painter,
                box,
                formatting.weekday_short(day),
                "accent" if on else "muted",
                font,
                CENTRE,
                background="accentbg" if on else "surface",
            )
            if self.hasFocus() and day == self._at:
                focus_ring(painter, box)


class TimeRange(QWidget):
    """From a time to a time, in minutes: `value()` is a pair or None. `edited((start, end))` is the user's, `judged(problem)` as ParsedEdit's."""

    edited = Signal(object)
    judged = Signal(str)

    def __init__(self, height: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self.start, self.end, self._to = TimeField(height), TimeField(height), Label(tr("to"), "muted")
        for widget in (self.start, self._to, self.end):
            line.addWidget(widget)
        for field in (self.start, self.end):
            field.setMinimumWidth(72)
            field.setMaximumWidth(104)
            field.edited.connect(self._changed)
            field.judged.connect(self._judge)
        line.addStretch(1)
        self.setFocusProxy(self.start)

    def setAccessibleName(self, name: str) -> None:
        """Name both ends."""
        super().setAccessibleName(name)
        self.start.setAccessibleName(tr("{name}, from", name=name))
        self.end.setAccessibleName(tr("{name}, to", name=name))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._to.setText(tr("to"))
        super().changeEvent(event)

    def value(self) -> tuple[int, int] | None:
        """Start and end, None while one is missing."""
        start, end = self.start.value(), self.end.value()
        return None if start is None or end is None else (start, end)

    def set_value(self, value: Any) -> None:
        """Show a pair without a signal."""
        start, end = value or (None, None)
        self.start.set_value(start)
        self.end.set_value(end)

    def problem(self) -> str:
        """Why one of the ends cannot be read."""
        return self.start.problem() or self.end.problem()

    def set_wrong(self, wrong: bool) -> None:
        """An ochre frame where an end cannot be read, else on both; or none."""
        bad = [field for field in (self.start, self.end) if field.problem()] or [self.start, self.end]
        for field in (self.start, self.end):
            field.set_wrong(wrong and field in bad)

    @Slot(str)
    def _judge(self, problem: str) -> None:
        self.judged.emit(problem or self.problem())

    @Slot(object)
    def _changed(self, value: Any) -> None:
        if self.value() is not None:
            self.edited.emit(self.value())
