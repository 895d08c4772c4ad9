"""The red thread at the top of a pane: goal, strategies, segments ... Every knot is a button; loose ends are dashed, empty ones hollow."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, draw_text, focus_ring, hairline, rounded, text_width
from views.widgets.base import PaintedWidget, bounds, follow_theme
from views.widgets.small import Chip


class Knot(NamedTuple):
    """One knot: its words, what a click tells, whether it is the present one, a loose end, or one that holds nothing yet."""

    text: str
    target: Any = None
    current: bool = False
    loose: bool = False
    empty: bool = False


class _KnotButton(QAbstractButton):
    def __init__(self, knot: Knot, parent: QWidget) -> None:
        super().__init__(parent)
        self.knot = knot
        self.setAccessibleName(knot.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(int(text_width(self.knot.text, theme.font("chip"))) + 23, theme.px(25))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120 if self.knot.current else 72), current_theme().px(25))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        radius = rect.height() / 2
        if self.knot.loose:
            ground, ink = "app", "muted"
            rounded(painter, rect, None, theme.colour("muted"), radius, 1, dash=True)
        elif self.knot.current:
            ground, ink = "thread", "onaccent"
            rounded(painter, rect, theme.colour(ground), theme.colour("thread"), radius)
        elif self.knot.empty:
            ground, ink = "app", "thread"
            rounded(painter, rect, None, theme.colour("thread"), radius)
        else:
            ground, ink = "threadbg", "thread"
            rounded(painter, rect, theme.colour(ground), theme.colour("thread"), radius)
        fits = draw_text(painter, rect.adjusted(10, 0, -10, 0), self.knot.text, ink, theme.font("chip"), CENTRE, background=ground)
        self.setToolTip("" if fits else self.knot.text)
        if self.hasFocus():
            focus_ring(painter, rect, radius)


class ThreadStrip(PaintedWidget):
    """26 px high. `set_knots([Knot(...), ...])`, `set_chip(text, kind)` for the state at the right; `clicked(target)` is the user's."""

    clicked = Signal(object)

    def __init__(self, knots: Sequence[Knot] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._buttons: list[_KnotButton] = []
        self.chip = Chip("", "warn", self)
        self._row.addStretch(1)
        self._row.addWidget(self.chip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.chip.hide()
        self.chip.roomy = True
        self.set_knots(knots)

    def set_knots(self, knots: Sequence[Knot]) -> None:
        """Show other knots."""
        if [button.knot for button in self._buttons] == list(knots):
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, knot in enumerate(knots):
            button = _KnotButton(knot, self)
            button.clicked.connect(self._tell)
            self._row.insertWidget(place, button)
            self._buttons.append(button)
            button.show()
        self.update()

    def set_chip(self, text: str, kind: str = "warn") -> None:
        """Say the state at the right; "" takes it away."""
        self.chip.set_text(text, kind)

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, _KnotButton):
            self.clicked.emit(sender.knot.target)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current_theme().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for left, right in zip(self._buttons, self._buttons[1:], strict=False):
            y = left.geometry().center().y()
            hairline(
                painter,
                left.geometry().right() + 1,
                y,
                right.geometry().left() - 1,
                y,
                "muted" if right.knot.loose else "thread",
                right.knot.loose,
            )
