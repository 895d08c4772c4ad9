"""One card of a board, painted: text, five weight dots, and under them where it comes from and what supports it."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import rounded, text_width
from views.theme.text_block import Run, TextBlock
from views.widgets.base import PaintedWidget, bounds, tip

SIDE, TOP, GAP = 10, 8, 3
DOTS, PITCH, DOT = 48, 10, 8
NARROW, TINY = 215, 175
"""Below these widths the dots stand beside the caption, or under it, so that the text has the whole width."""
MOST_SHOWN = 600
RADIUS = 8
NOTHING = "—"


class Face(NamedTuple):
    """What a card shows. `marks` stand before the evidence in the caption (a rival, a question); `link` before them names the linked card's
    place with its arrow ("↙ 3C Company"), and a click on it goes there."""

    id: int
    text: str
    evidence: str = ""
    weight: int = 3
    marks: tuple[str, ...] = ()
    link: str = ""

    @property
    def caption(self) -> str:
        """The line under the text."""
        return "\u00a0· ".join(part for part in (self.link, *self.marks, self.evidence) if part) or NOTHING


class CardOwner(Protocol):
    """What a card tells its board."""

    def card_key(self, item: "CardItem", event: QKeyEvent) -> bool: ...
    def card_pressed(self, item: "CardItem", modifiers: Qt.KeyboardModifier) -> None: ...
    def card_released(self, item: "CardItem") -> None: ...
    def card_opened(self, item: "CardItem") -> None: ...
    def card_weighed(self, item: "CardItem", weight: int) -> None: ...
    def card_dragged(self, item: "CardItem", at: QPointF) -> None: ...
    def card_dropped(self, item: "CardItem", at: QPointF) -> None: ...
    def card_menu(self, item: "CardItem", at: QPointF) -> None: ...
    def card_followed(self, item: "CardItem") -> None: ...


class CardItem(PaintedWidget):
    """Takes the keyboard and the mouse and tells its owner. `column` is the key of its column, `tone` the colour of its dots."""

    def __init__(self, owner: CardOwner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = owner
        self.face = Face(0, "")
        self.column, self.tone, self.selected, self.lifted = "", "accent", False, False
        self._down: QPointF | None = None
        self._blocks: tuple[tuple[int, bool, float], TextBlock, TextBlock] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)

    def show_face(self, face: Face, column: str, tone: str) -> None:
        """Show another state."""
        if (face, column, tone) == (self.face, self.column, self.tone):
            return
        self.face, self.column, self.tone, self._blocks = face, column, tone, None
        self.setAccessibleName(face.text)
        self.setAccessibleDescription(f"{face.weight} / 5 · {face.caption}")
        self.setToolTip(tip(face.text) if len(face.text) > MOST_SHOWN else "")
        self.updateGeometry()
        self.update()

    def set_state(self, selected: bool, lifted: bool = False) -> None:
        """Mark it as selected, or as being dragged."""
        if (selected, lifted) != (self.selected, self.lifted):
            self.selected, self.lifted = selected, lifted
            self.update()

    # ---- measuring

    def _laid_out(self, width: int) -> tuple[TextBlock, TextBlock]:
        theme = current_theme()
        key = width, theme.dark, theme.text_scale
        if self._blocks is None or self._blocks[0] != key:
            narrow = width < NARROW
            beside = TINY <= width < NARROW
            room = width - 2 * SIDE
            text = self.face.text if len(self.face.text) <= MOST_SHOWN else self.face.text[:MOST_SHOWN].rstrip() + "…"
            body = TextBlock([Run(text)], "body", room if narrow else room - DOTS - 8)
            caption = TextBlock([Run(self.face.caption)], "caption", room - DOTS - 8 if beside else room)
            self._blocks = key, body, caption
        return self._blocks[1], self._blocks[2]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        body, caption = self._laid_out(width)
        under = current_theme().line_height("caption") if width < TINY else 0
        return round(TOP + body.height + GAP + caption.height + under + TOP)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 20)

    def dots(self) -> QRectF:
        """Where the five dots stand."""
        theme, (body, caption) = current_theme(), self._laid_out(self.width())
        narrow, tiny = self.width() < NARROW, self.width() < TINY
        y = TOP + (body.height + GAP if narrow else 0) + (caption.height if tiny else 0)
        return QRectF(SIDE if tiny else self.width() - SIDE - DOTS, y, DOTS, theme.line_height("caption" if narrow else "body"))

    def link_box(self) -> QRectF:
        """Where the link to the other card stands; empty without one."""
        if not self.face.link:
            return QRectF()
        theme, body = current_theme(), self._laid_out(self.width())[0]
        width = min(text_width(self.face.link, theme.font("caption")), self.width() - 2 * SIDE)
        return QRectF(SIDE, TOP + body.height + GAP, width, theme.line_height("caption"))

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        focused = self.hasFocus()
        ground = "accentbg" if self.selected or focused else "surface"
        line = "accent" if self.selected or focused else "line"
        rounded(painter, rect, theme.colour(ground), theme.colour(line), RADIUS, 2 if focused else 1, dash=self.lifted)
        if self.lifted:
            painter.setOpacity(0.45)
        body, caption = self._laid_out(self.width())
        body.paint(painter, SIDE, TOP, theme.colour(ground))
        caption.paint(painter, SIDE, TOP + body.height + GAP, theme.colour(ground))
        dots = self.dots()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        for number in range(5):
            painter.setBrush(theme.colour(self.tone if number < self.face.weight else "line"))
            painter.drawEllipse(QRectF(dots.x() + number * PITCH, dots.center().y() - DOT / 2, DOT, DOT))

    # ---- keyboard and mouse

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.card_key(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        weight = self._weight_at(event.position())
        if weight:
            self._down = None
            self._owner.card_weighed(self, weight)
            return
        self._down = event.position()
        self._owner.card_pressed(self, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._down is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.link_box().contains(event.position()) or self._weight_at(event.position())
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = (event.position() - self._down).manhattanLength() >= QApplication.startDragDistance()
        if self.lifted or far:
            self._owner.card_dragged(self, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._down is None:
            return
        self._down = None
        if self.lifted:
            self._owner.card_dropped(self, event.globalPosition())
        else:
            self._owner.card_released(self)
            if self.link_box().contains(event.position()) and not event.modifiers():
                self._owner.card_followed(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._weight_at(event.position()):
            self._down = None
            self._owner.card_opened(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self.mapToGlobal(self.rect().center())
        self._owner.card_menu(self, QPointF(at))

    def _weight_at(self, at: QPointF) -> int:
        dots = self.dots().adjusted(-1, 0, 1, 0)
        return min(5, int((at.x() - dots.x()) // PITCH) + 1) if dots.contains(at) else 0
