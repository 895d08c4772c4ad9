"""The fields in which cards are written: text that grows with its lines, and the always-open input at a column's end."""

from math import ceil

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import draw_text, metrics
from views.widgets.base import follow_theme, tip

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_LINES = 14
BARE, OPEN = "bare", "open"
"""Without a frame of its own; with a ring when it has the keyboard."""


class GrowingText(QPlainTextEdit):
    """Plain text as high as its lines. Enter is `entered`, Shift+Enter a new line, Esc `escaped`; Tab leaves the field."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, name: str = "", look: str = BARE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = self._short = ""
        self.setTabChangesFocus(True)
        self.setProperty(look, True)
        self._around = 12 if look == OPEN else 0
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, 0, 0, 0)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.document().documentLayout().documentSizeChanged.connect(self._resized)
        self.horizontalScrollBar().valueChanged.connect(self._stay)
        follow_theme(self)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.setFont(current_theme().font())
        self.updateGeometry()

    def set_hint(self, text: str, short: str = "") -> None:
        """What an empty field says, and what where there is less room."""
        self._hint, self._short = text, short or text
        self.setAccessibleDescription(text)
        self.setToolTip(tip(text) if self._too_long() else "")
        self.viewport().update()

    def set_text(self, text: str) -> None:
        """Show `text` as not yet typed, the caret at its end."""
        self.setPlainText(text)
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _too_long(self) -> bool:
        return metrics(current_theme().font()).horizontalAdvance(self._hint) > self.viewport().width()

    @Slot(int)
    def _stay(self, value: int) -> None:
        """Lines are wrapped: a caret at the end of a full one must not push them aside."""
        if value:
            self.horizontalScrollBar().setValue(0)

    @Slot()
    def _resized(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(120, ceil(self._tall()) + 2 + self._around)

    def _tall(self) -> float:
        """The height of all lines, at most MOST_LINES; those with Japanese letters are taller than the others."""
        line = self.fontMetrics().lineSpacing()
        block, tall = self.document().begin(), 0.0
        while block.isValid() and tall < MOST_LINES * line:
            tall += self.blockBoundingRect(block).height()
            block = block.next()
        return max(float(line), min(tall, float(MOST_LINES * line)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self.setToolTip(tip(self._hint) if self._too_long() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint and self.document().isEmpty():
            text = self._short if self._too_long() else self._hint
            draw_text(QPainter(self.viewport()), QRectF(self.viewport().rect()), text, "muted", background="surface")


class CardInput(GrowingText):
    """The open line after the last card. `written(text)` for one card, `pasted(text)` for several lines; `up` and `down` leave it."""

    written = Signal(str)
    pasted = Signal(str)
    up = Signal()
    down = Signal()
    focused = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, OPEN, parent)
        self.entered.connect(self.take)
        self.escaped.connect(self._leave)

    @Slot()
    def take(self) -> None:
        """Make a card of what was typed, and be ready for the next."""
        text = self.toPlainText()
        if text.strip():
            self.set_text("")
            self.written.emit(text)

    @Slot()
    def _leave(self) -> None:
        if self.document().isEmpty():
            self.up.emit()
        else:
            self.set_text("")

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several pasted lines are several cards; one line is typed text."""
        lines = [line for line in source.text().splitlines() if line.strip()]
        if len(lines) < 2:
            super().insertFromMimeData(source)
            return
        text = self.toPlainText() + source.text()
        self.set_text("")
        self.pasted.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Up and cursor.blockNumber() == 0:
            self.up.emit()
        elif plain and event.key() == Qt.Key.Key_Down and cursor.blockNumber() == self.document().blockCount() - 1:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.take()
