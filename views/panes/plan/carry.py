"""Carrying a visit with the mouse: from a card or a row of the left out to a day and a rep of the week."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from views.theme import current_theme
from views.theme.paint import LEFT, draw_text, rounded, text_width, tier_square
from views.widgets.base import PaintedWidget, bounds


class Carried(NamedTuple):
    """What is carried: a visit of a customer, or the customer alone (`visit` None) of whom one is due."""

    customer: int
    tier: str
    name: str
    visit: int | None = None


class Carrier(QObject):
    """Turns press, move and release of a widget into carrying. The widget hands its mouse events on; Esc should call `cancel`."""

    carried = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    given_up = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._what: Carried | None = None
        self._from = QPointF()
        self.carrying, self.enabled = False, True

    def press(self, event: QMouseEvent, what: Carried) -> None:
        """The button went down on something that can be carried."""
        if self.enabled:
            self._what, self._from = what, event.position()

    def move(self, event: QMouseEvent) -> bool:
        """The mouse moved; whether something is being carried."""
        if self._what is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self.cancel()
        if self._what is None:
            return False
        far = (event.position() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far and not self.carrying:
            self.carrying = True
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.carrying:
            self.carried.emit(self._what, event.globalPosition().toPoint())
        return True

    def release(self, event: QMouseEvent) -> None:
        """The button went up."""
        what, carrying = self._what, self.carrying
        self._what, self.carrying = None, False
        if carrying:
            self._widget.unsetCursor()
            self.dropped.emit(what, event.globalPosition().toPoint())

    def cancel(self) -> None:
        """Everything stays as it was."""
        carrying, self._what, self.carrying = self.carrying, None, False
        if carrying:
            self._widget.unsetCursor()
            self.given_up.emit()


class Ghost(PaintedWidget):
    """The card under the mouse while it is carried: what it is, and where it would be put down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._what = Carried(0, "", "")
        self._where = ""
        self.setProperty("floats", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: QPoint, what: Carried, where: str) -> None:
        """Show what is carried beside a point of the parent."""
        self._what, self._where = what, where
        self.resize(self.sizeHint())
        parent = self.parentWidget()
        assert parent is not None
        self.move(min(place.x() + 10, parent.width() - self.width()), min(place.y() + 12, parent.height() - self.height()))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        words = max(text_width(self._what.name, theme.font("caption_strong")), text_width(self._where, theme.font("caption")))
        return QSize(min(260, int(words) + theme.px(18) + 24), theme.px(44 if self._where else 30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        rounded(painter, rect, theme.colour("surface"), theme.colour("accent"), 6, 1.5)
        side = theme.px(18)
        tier_square(painter, QRectF(8, theme.px(6), side, side), self._what.tier)
        line = QRectF(side + 14, theme.px(6), rect.width() - side - 22, side)
        draw_text(painter, line, self._what.name, "ink", theme.font("caption_strong"), LEFT, background="surface")
        draw_text(painter, line.translated(0, theme.px(17)), self._where, "accent", theme.font("caption"), LEFT, background="surface")


class Landing(QObject):
    """Watches carriers over the grid: `landed(what, day, rep id)`. Near the grid's upper or lower edge it scrolls."""

    landed = Signal(object, object, int)

    def __init__(self, pane: QWidget, grid: "QWidget", area: QWidget) -> None:
        super().__init__(pane)
        self._pane, self._grid, self._area = pane, grid, area
        self._ghost = Ghost(pane)
        self._last: tuple[Carried, QPoint] | None = None
        self._roll = QTimer(self)
        self._roll.setInterval(30)
        self._roll.timeout.connect(self._scroll)

    def watch(self, carrier: Carrier) -> None:
        """Take what this carrier brings."""
        carrier.carried.connect(self._over)
        carrier.dropped.connect(self._down)
        carrier.given_up.connect(self.give_up)

    def _cell(self, place: QPoint) -> tuple[date, int] | None:
        seen = self._area.viewport()
        if not seen.rect().contains(seen.mapFromGlobal(place)):
            return None
        return self._grid.cell_at(QPointF(self._grid.mapFromGlobal(place)))

    @Slot(object, QPoint)
    def _over(self, what: Carried, place: QPoint) -> None:
        self._last = what, place
        cell = self._cell(place)
        self._grid.set_target(cell)
        self._ghost.show_at(self._pane.mapFromGlobal(place), what, self._grid.named(cell) if cell else "")
        if self._speed() and not self._roll.isActive():
            self._roll.start()

    @Slot(object, QPoint)
    def _down(self, what: Carried, place: QPoint) -> None:
        cell = self._cell(place)
        self.give_up()
        if cell is not None:
            self.landed.emit(what, *cell)

    @Slot()
    def give_up(self) -> None:
        """Nothing is carried any more."""
        self._last = None
        self._roll.stop()
        self._ghost.hide()
        self._grid.set_target(None)

    def _speed(self) -> int:
        """How many px to scroll at each beat: up near the upper edge, down near the lower one."""
        if self._last is None:
            return 0
        seen = self._area.viewport()
        spot = seen.mapFromGlobal(self._last[1])
        if not 0 <= spot.x() < seen.width():
            return 0
        edge = current_theme().px(40)
        return -12 if spot.y() < edge else 12 if spot.y() > seen.height() - edge // 2 else 0

    @Slot()
    def _scroll(self) -> None:
        speed, bar = self._speed(), self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + speed)
        if bar.value() == before:
            self._roll.stop()
        elif self._last is not None:
            self._over(*self._last)
