"""The card: surface, hairline, radius 10, no shadow. Its heading is small capitals with its context at the right."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import rounded
from views.widgets.base import PaintedWidget, bounds
from views.widgets.label import Label


class Card(PaintedWidget):
    """`body` is the layout for the content. `add_to_header(widget)` puts a control at the right of the heading.

    `edge` names the colour of a 3 px left edge ("thread": the next thing), `top` that of a 3 px upper edge (a tier, a SWOT field);
    `set_current(True)` gives the 2 px accent border of the present review step. `flush` leaves no padding (tables, lists).
    """

    def __init__(
        self, heading: str = "", context: str = "", flush: bool = False, edge: str = "", top: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.edge, self.top, self._current = edge, top, False
        self._message: Label | None = None
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.setContentsMargins(*((1, 1, 1, 1) if flush else (17 + (1 if edge else 0), 13, 17, 15)))
        self._head = QWidget(self)
        self.header = QHBoxLayout(self._head)
        self.header.setContentsMargins(*((16, 11, 16, 8) if flush else (0, 0, 0, 0)))
        self.header.setSpacing(12)
        self.heading = Label(heading, "heading")
        self.context = Label(context, "caption", elide=True, align=Qt.AlignmentFlag.AlignRight)
        self.header.addWidget(self.heading)
        self.header.addWidget(self.context, 1)
        outer.addWidget(self._head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self._gap = 0 if flush else 8
        self._space = QSpacerItem(0, 0)
        outer.addItem(self._space)
        outer.addLayout(self.body, 1)
        self._outer = outer
        self._corners = _Corners(self) if flush else None
        self._arrange()

    def _arrange(self) -> None:
        shown = bool(self.heading.text() or self.context.text() or self.header.count() > 2)
        self._head.setVisible(shown)
        self._space.changeSize(0, self._gap if shown else 0)
        self._outer.invalidate()

    def set_heading(self, text: str) -> None:
        """Change the heading."""
        self.heading.setText(text)
        self._arrange()

    def set_context(self, text: str) -> None:
        """Change what stands at the right of the heading."""
        self.context.setText(text)
        self._arrange()

    def set_current(self, current: bool) -> None:
        """Mark the card as the present one: 2 px accent border."""
        self._current = current
        self.update()

    def set_message(self, text: str) -> None:
        """Say the card's message in 15 px right under the heading (a chart's title); "" takes it away."""
        if self._message is None:
            self._message = Label("", "message", wrap=True)
            self._outer.insertWidget(1, self._message)
            self._outer.insertSpacing(1, 2)
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def set_edges(self, edge: str = "", top: str = "") -> None:
        """Change the coloured edges."""
        self.edge, self.top = edge, top
        self.update()

    def add_to_header(self, widget: QWidget) -> None:
        """Put `widget` at the right of the context."""
        self.header.addWidget(widget)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        radius = theme.size("card")
        if self._current:
            rounded(painter, rect, theme.colour("surface"), theme.colour("accent"), radius, 2)
            return
        rounded(painter, rect, theme.colour("surface"), theme.colour("line"), radius)
        if self.edge:
            _side(painter, rect, rect.adjusted(3, 0, radius, 0), QRectF(0, 0, radius, rect.height()), self.edge)
        if self.top:
            _side(painter, rect, rect.adjusted(0, 3, 0, radius), QRectF(0, 0, rect.width(), radius), self.top)


def _side(painter: QPainter, rect: QRectF, inner: QRectF, clip: QRectF, role: str) -> None:
    """A 3 px coloured side that follows the rounded corners."""
    theme = current_theme()
    radius = theme.size("card")
    path, hole = QPainterPath(), QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    hole.addRoundedRect(inner, radius, radius)
    painter.save()
    painter.setClipRect(clip)
    painter.fillPath(path.subtracted(hole), theme.colour(role))
    painter.restore()


class _Corners(QWidget):
    """Rounds the corners of what lies in a flush card: paints the ground outside them, and the hairline."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ChildAdded, QEvent.Type.LayoutRequest):
            self.setGeometry(self._card.rect())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = bounds(self), theme.size("card")
        outside, box = QPainterPath(), QPainterPath()
        outside.addRect(rect)
        box.addRoundedRect(rect, radius, radius)
        painter.fillPath(outside.subtracted(box), theme.colour("app"))
        rounded(painter, rect, None, theme.colour("accent" if self._card._current else "line"), radius, 2 if self._card._current else 1)
