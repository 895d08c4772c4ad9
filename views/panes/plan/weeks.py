"""How many weeks to plan: any number in a range, typed, stepped by keys, or by the two small arrows."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QSpinBox, QWidget

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import focus_ring, hairline, rounded, text_width
from views.widgets.base import bounds, follow_theme
from workbench.strings import ntr

ARROWS = 22


class WeeksField(QSpinBox):
    """A spin box that says "4 weeks". Up and Down step, digits are typed over, and what lies outside the range cannot be typed."""

    def __init__(self, low: int, high: int, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setRange(low, high)
        self.setValue(value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setKeyboardTracking(False)
        self.lineEdit().setProperty("bare", True)
        self.valueChanged.connect(self.restyle)
        follow_theme(self)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """The theme or the language changed."""
        line = self.lineEdit()
        line.setFont(current_theme().font(tabular=True))
        words = ntr("{n} week", "{n} weeks", self.value(), n="\0")
        before, _, after = words.partition("\0")
        self.setPrefix(before)
        self.setSuffix(after)
        self._place_line()
        self.updateGeometry()
        self.update()

    def set_quietly(self, weeks: int) -> None:
        """Show another number without telling of it."""
        self.blockSignals(True)
        self.setValue(weeks)
        self.blockSignals(False)
        self.restyle()

    def set_name(self, name: str) -> None:
        """What it is called for screen readers."""
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def stepBy(self, steps: int) -> None:
        """As QSpinBox, and the whole number is chosen, so that typing replaces it."""
        super().stepBy(steps)
        self.selectAll()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        widest = text_width(ntr("{n} week", "{n} weeks", self.maximum()), theme.font(tabular=True))
        return QSize(int(widest) + 16 + ARROWS, theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _arrows(self) -> QRect:
        return QRect(self.width() - ARROWS, 1, ARROWS - 1, self.height() - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_line()

    def event(self, event: QEvent) -> bool:
        known = super().event(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.Polish, QEvent.Type.Show):
            self._place_line()
        return known

    def _place_line(self) -> None:
        """The line keeps to its place inside the frame, also after Qt has laid it over all of the box."""
        self.lineEdit().setGeometry(9, 1, self.width() - ARROWS - 10, self.height() - 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._arrows().contains(place) and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.stepBy(1 if place.y() < self.height() / 2 else -1)
            event.accept()
        else:
            super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        rounded(painter, rect, theme.colour("surface" if self.isEnabled() else "sunken"), theme.colour("line"), 6)
        box = QRectF(self._arrows())
        hairline(painter, int(box.left()), 1, int(box.left()), self.height() - 1)
        for place, (icon, ends) in enumerate((("chevron-up", self.maximum()), ("chevron-down", self.minimum()))):
            half = QRectF(box.x(), box.y() + place * box.height() / 2, box.width(), box.height() / 2)
            tone = "faint" if self.value() == ends or not self.isEnabled() else "muted"
            paint_icon(painter, QRectF(half.center().x() - 5, half.center().y() - 5, 10, 10), icon, theme.colour(tone))
        if self.hasFocus():
            focus_ring(painter, rect)
