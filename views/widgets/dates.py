"""A day: typed ("fri", "+3", "27.11") or taken from a month's calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, draw_text, focus_ring, rounded
from views.widgets.base import PaintedWidget, bounds
from views.widgets.button import IconButton
from views.widgets.fields import ParsedEdit
from views.widgets.label import Label
from views.widgets.parsing import parse_day
from workbench import clock, formatting
from workbench.strings import tr


class MonthGrid(PaintedWidget):
    """One month, weeks from Monday. `picked(day)` is the user's; arrows move, Page Up and Down change the month, Enter picks."""

    picked = Signal(object)
    moved = Signal()

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(252, 198)

    def first(self) -> date:
        """The Monday of the first row."""
        start = self.day.replace(day=1)
        return start - timedelta(days=start.weekday())

    def go(self, day: date) -> None:
        """Show and mark another day."""
        self.day = day
        self.setAccessibleName(formatting.day(day))
        self.moved.emit()
        self.update()

    def turn(self, months: int) -> None:
        """Show another month."""
        count = self.day.year * 12 + self.day.month - 1 + months
        for number in range(self.day.day, 0, -1):
            try:
                self.go(date(count // 12, count % 12 + 1, number))
                return
            except ValueError:
                continue

    def cell(self, place: int) -> QRectF:
        """Where day number `place` of the grid stands."""
        return QRectF(place % 7 * 36, 24 + place // 7 * 29, 36, 29)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in range(42):
            if self.cell(place).contains(event.position()):
                self.go(self.first() + timedelta(days=place))
                self.picked.emit(self.day)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}.get(Qt.Key(event.key()))
        if step:
            self.go(self.day + timedelta(days=step))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, today = QPainter(self), current_theme(), clock.today()
        for weekday in range(7):
            draw_text(painter, QRectF(weekday * 36, 0, 36, 22), formatting.weekday_short(weekday), "muted", theme.font("caption"), CENTRE)
        for place in range(42):
            day, box = self.first() + timedelta(days=place), self.cell(place)
            chosen = day == self.day
            if chosen:
                rounded(painter, box.adjusted(3, 1, -3, -1), theme.colour("accent"), None, 6)
            tone = "onaccent" if chosen else "accent" if day == today else "ink" if day.month == self.day.month else "muted"
            font = theme.font("strong" if chosen or day == today else "body", tabular=True)
            draw_text(painter, box, str(day.day), tone, font, CENTRE, background="accent" if chosen else "surface")
        if self.hasFocus():
            focus_ring(painter, bounds(self))


class CalendarPopup(PaintedWidget):
    """The month with its turning buttons, as a pop-up."""

    picked = Signal(object)

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        head = QHBoxLayout()
        self._title = Label("", "strong")
        before, after = IconButton("chevron-left", tr("Month before")), IconButton("chevron-right", tr("Month after"))
        head.addWidget(self._title, 1)
        head.addWidget(before)
        head.addWidget(after)
        column.addLayout(head)
        self.grid = MonthGrid(day)
        column.addWidget(self.grid)
        before.clicked.connect(self._before)
        after.clicked.connect(self._after)
        self.grid.moved.connect(self._named)
        self.grid.picked.connect(self._pick)
        self._named()

    def open_at(self, point: QPoint) -> None:
        """Show it with its top left at the global `point`, kept on the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(min(point.x(), screen.right() - self.width()), min(point.y(), screen.bottom() - self.height()))
        self.show()
        self.grid.setFocus()

    @Slot()
    def _before(self) -> None:
        self.grid.turn(-1)

    @Slot()
    def _after(self) -> None:
        self.grid.turn(1)

    @Slot()
    def _named(self) -> None:
        self._title.setText(formatting.month_long(self.grid.day))

    @Slot(object)
    def _pick(self, day: date) -> None:
        self.picked.emit(day)
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        rounded(painter, bounds(self), None, theme.colour("line"), 0)


class DateField(ParsedEdit):
    """A day. `value()` is a date or None; `edited(date)` when the user left the line, pressed Enter or picked in the calendar (Alt+Down)."""

    def __init__(self, height: int = 30, name: str = "", parent: QWidget | None = None) -> None:
        self._button: IconButton | None = None
        super().__init__(parse_day, formatting.day, height=height, name=name, parent=parent)
        self._button = IconButton("calendar", tr("Open the calendar"), "Alt+↓", 22, self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.open_calendar)

    def _right_margin(self) -> int:
        return 22

    def sizeHint(self) -> QSize:
        return QSize(int(self.fontMetrics().horizontalAdvance(formatting.day(date(2026, 12, 28)))) + 56, self.height())

    def retranslate(self) -> None:
        """The language changed: write the day anew."""
        self.set_value(self._value)
        if self._button is not None:
            self._button.set_name(tr("Open the calendar"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._button is not None:
            side = self._button.sizeHint().width()
            self._button.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    @Slot()
    def open_calendar(self) -> None:
        """Show the month under the field."""
        popup = CalendarPopup(self.value() or clock.today(), self)
        popup.picked.connect(self._take)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @Slot(object)
    def _take(self, day: date) -> None:
        before = self._value
        self.set_value(day)
        self.judged.emit("")
        if day != before:
            self.edited.emit(day)
