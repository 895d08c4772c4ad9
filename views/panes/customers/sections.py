"""The parts of the customer's sheet: a section with its heading, the place on the Pareto line, cells that open a form, the note."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import RIGHT, draw_text, rounded, text_width
from views.widgets import EditableCell, Hairline, Label, PaintedWidget, TextArea, tip
from workbench import formatting
from workbench.customers.sheet import Standing
from workbench.strings import tr


class Section(QWidget):
    """A hairline, a heading with its context at the right, and `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addSpacing(9)
        self.header = QHBoxLayout()
        self.header.setSpacing(10)
        self.heading = Label(role="heading")
        self.context = Label(role="caption", elide=True, align=Qt.AlignmentFlag.AlignRight)
        self.header.addWidget(self.heading)
        self.header.addWidget(self.context, 1)
        column.addLayout(self.header)
        column.addSpacing(4)
        self.body = QVBoxLayout()
        self.body.setSpacing(5)
        column.addLayout(self.body)


class NameCell(EditableCell):
    """The customer's name in the size of a message."""

    def _font_role(self) -> tuple[str, int]:
        return "message", 600


class FormCell(EditableCell):
    """Looks like an editable value, but is edited in a form: `asked` by click, Enter or F2."""

    asked = Signal()

    @Slot()
    def open_editor(self) -> None:
        self.asked.emit()


class NoteField(TextArea):
    """Several lines; `left(text)` when the keyboard leaves it after a change."""

    left = Signal(str)

    def __init__(self, parent: QWidget | None = None, lines: int = 2) -> None:
        super().__init__(lines=lines, parent=parent)
        self._before, self._tall = "", 0
        self.textChanged.connect(self._grow)

    @Slot()
    def _grow(self) -> None:
        """As high as the note, from two lines on to six."""
        block, tall = self.document().firstBlock(), 0.0
        while block.isValid():
            tall += self.blockBoundingRect(block).height()
            block = block.next()
        tall = ceil(min(tall, 6 * self.fontMetrics().lineSpacing()))
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._tall + 20))

    def show_note(self, text: str) -> None:
        """Show a note, unless one is being typed."""
        if not (self.hasFocus() and self.toPlainText() != self._before):
            self._before = text
            self.set_value(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def leave(self) -> None:
        """Hand over what was typed."""
        text = self.toPlainText()
        if text != self._before:
            self._before = text
            self.left.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.leave()


class StandingBar(PaintedWidget):
    """The cumulated revenue as a line: who is above, this customer, and where A and B end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: Standing | None) -> None:
        """Show another customer's place; None hides the bar."""
        self._standing = standing
        self.setVisible(standing is not None)
        if standing is not None:
            words = tr(
                "From {before} to {upto} of the cumulated revenue.",
                before=formatting.percent(standing.before / 100),
                upto=formatting.percent(standing.upto / 100),
            )
            self.setAccessibleName(words)
            self.setToolTip(tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 14 + round(current_theme().line_height("caption")) + 3)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        standing = self._standing
        if standing is None:
            return
        painter, theme, width = QPainter(self), current_theme(), self.width()
        track = QRectF(0, 3, width, 8)
        rounded(painter, track, theme.colour("track"), None, 4)
        start, end = width * min(standing.before, 100) / 100, width * min(standing.upto, 100) / 100
        painter.save()
        painter.setClipRect(QRectF(0, 3, end, 8))
        rounded(painter, track, theme.colour("accentbg"), None, 4)
        painter.setClipRect(QRectF(min(start, width - 3), 3, max(3.0, end - start), 8))
        rounded(painter, track, theme.colour("accent"), None, 4)
        painter.restore()
        for share in (standing.a_percent, standing.b_percent):
            painter.fillRect(QRectF(min(width * share / 100, width - 1), 0, 1, 14), theme.colour("ink"))
        self._name_ends(painter, standing)

    def _name_ends(self, painter: QPainter, standing: Standing) -> None:
        """Words under the line: "all above", "A 80 %", "B 95 %", as far as there is room."""
        theme, width = current_theme(), float(self.width())
        font, line = theme.font("caption"), theme.line_height("caption")
        b_text = tr("B {share}", share=formatting.percent(standing.b_percent / 100))
        a_text = tr("A {share}", share=formatting.percent(standing.a_percent / 100))
        b_left = width - text_width(b_text, font)
        a_right = min(width * standing.a_percent / 100 + 2, b_left - 10)
        a_left = a_right - text_width(a_text, font)
        draw_text(painter, QRectF(b_left - 1, 17, width - b_left + 1, line), b_text, "muted", font, RIGHT)
        if a_left >= 0:
            draw_text(painter, QRectF(a_left - 1, 17, a_right - a_left + 1, line), a_text, "muted", font, RIGHT)
        above = tr("all above")
        if standing.before > 0 and text_width(above, font) < a_left - 12:
            draw_text(painter, QRectF(0, 17, a_left - 10, line), above, "muted", font)
