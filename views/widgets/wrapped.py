"""A button whose words break into lines, as high as they need."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import chip, chip_width, focus_ring
from views.theme.text_block import Run, TextBlock
from views.widgets.base import bounds, follow_theme


class WrappedButton(QAbstractButton):
    """Pressed by a click, Space or Enter. A subclass says in `tall` how many px it needs at a width, and paints itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self)

    def tall(self, width: int) -> int:
        """px that it takes at `width` px."""
        raise NotImplementedError

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.tall(width)

    def sizeHint(self) -> QSize:
        return QSize(240, self.tall(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class WrappedLink(WrappedButton):
    """Words that break into lines and do something: `clicked`. `kind` puts a chip before them."""

    def __init__(self, text: str, role: str, tone: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"{kind} {text}".strip(), parent)
        self.words, self.role, self.tone, self.kind = text, role, tone, kind

    def _left(self) -> float:
        return chip_width(self.kind) + 10 if self.kind else 0

    def _block(self, width: float) -> TextBlock:
        return TextBlock([Run(self.words)], self.role, max(20.0, width - self._left()), self.tone)

    def _pad(self) -> int:
        return 2 if self.kind else 0

    def tall(self, width: int) -> int:
        return max(current_theme().px(18), round(self._block(width).height)) + 2 * self._pad()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, current_theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        if self.kind:
            chip(painter, QRectF(0, self._pad(), rect.width(), theme.line_height(self.role)), self.kind, "accent")
        self._block(rect.width()).paint(painter, self._left(), self._pad(), theme.colour("surface"))
        if self.hasFocus():
            focus_ring(painter, rect, 4)
