"""The small signs: chip, tier square, key hint, step number."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import chip, chip_width, draw_text, key_box, key_width, text_width, tier_square
from views.widgets.base import PaintedWidget, bounds, tip


class Chip(PaintedWidget):
    """A state in a rounded box. Kinds: plain, good, warn, thread (a break), accent. Elides, with the whole text as tooltip."""

    def __init__(self, text: str = "", kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self._text, self.roomy = kind, text, False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str, kind: str | None = None) -> None:
        """Change words and, where given, kind; an empty chip hides itself."""
        self._text, self.kind = text, kind or self.kind
        self.setAccessibleName(text)
        if self.parent() is not None:
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(chip_width(self._text)) + 1 if self._text else 0, current_theme().px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 280 if self.roomy else 40), current_theme().px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setToolTip(tip(self._text) if self.width() < int(chip_width(self._text)) else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        chip(QPainter(self), self.rect(), self._text, self.kind)


class TierSquare(PaintedWidget):
    """The square with the tier's letter, 18 px; "N" is a prospect, outlined; "" shows nothing."""

    def __init__(self, letter: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.letter = ""
        self.set_letter(letter)

    def set_letter(self, letter: str) -> None:
        """Show another tier."""
        self.letter = letter
        self.setAccessibleName(letter)
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().px(18)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        tier_square(QPainter(self), self.rect(), self.letter)


class KeyHint(PaintedWidget):
    """A key in a small box ("Ctrl K", "Enter"), and words beside it: `KeyHint("Enter", "confirm")`."""

    def __init__(self, key: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.text = key, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Change the words beside the key."""
        self.text = text
        self.restyle()

    def sizeHint(self) -> QSize:
        words = text_width(self.text, current_theme().font("caption")) + 5 if self.text else 0
        return QSize(int(key_width(self.key) + words) + 1, current_theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        key_box(painter, bounds(self), self.key)
        if self.text:
            draw_text(painter, bounds(self).adjusted(key_width(self.key) + 5, 0, 1, 0), self.text, "muted", current_theme().font("caption"))
