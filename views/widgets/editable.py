"""A value edited where it stands: part of a sentence, or a cell."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QToolTip, QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, LEFT, RIGHT, draw_text, rounded, text_width
from views.widgets.base import PaintedWidget, bounds, tip
from views.widgets.dates import CalendarPopup
from views.widgets.parsing import parse_day, parse_integer, parse_money, parse_time
from workbench import clock, formatting
from workbench.errors import WorkbenchError

KINDS = ("text", "int", "money", "date", "time", "choice")


class EditableText(PaintedWidget):
    """A value with a dashed underline. Click, Enter or F2 opens the editor in its place; Enter or leaving it commits, Esc reverts.

    `kind`: text, int, money (ten-thousandths of `currency`), date, time (minutes), choice (`options`: (value, text) pairs).
    `look="sentence"`: accent on accentbg, 20 px; "cell": ink. `shown(value) -> text` overrules the formatting. `committed(value)` only
    when the user changed it; `refused(text)` when what was typed cannot be read.
    """

    committed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        value: Any = None,
        kind: str = "text",
        options: Sequence[tuple[Any, str]] = (),
        currency: str = "JPY",
        low: int | None = None,
        high: int | None = None,
        shown: Callable[[Any], str] | None = None,
        look: str = "sentence",
        name: str = "",
        empty: str = "–",
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind, self.options, self.currency, self.low, self.high = kind, list(options), currency, low, high
        self.look, self.empty, self.align, self._shown, self._name = look, empty, align, shown, name
        self._value: Any = None
        self._editor: QLineEdit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def value(self) -> Any:
        """The value."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show another value without a signal; an editor that is open stays open."""
        self._value = value
        self.setAccessibleName(f"{self._name}: {self.text()}" if self._name else self.text())
        self.updateGeometry()
        self.update()

    def set_name(self, name: str) -> None:
        """What it is called for screen readers."""
        self._name = name
        self.set_value(self._value)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices."""
        self.options = list(options)
        self.set_value(self._value)

    def is_empty(self) -> bool:
        """Whether it shows its hint instead of a value."""
        return self._value is None or self._value == ""

    def text(self) -> str:
        """The value as shown."""
        if self.is_empty():
            return self.empty
        if self._shown is not None:
            return self._shown(self._value)
        if self.kind == "choice":
            return next((text for value, text in self.options if value == self._value), str(self._value))
        return self._written(self._value)

    def _written(self, value: Any) -> str:
        if self.kind == "int":
            return formatting.number(value)
        if self.kind == "money":
            return formatting.money(value, self.currency)
        if self.kind == "date" and isinstance(value, date):
            return formatting.day(value)
        return formatting.clock_time(value) if self.kind == "time" else str(value)

    def retranslate(self) -> None:
        self.set_value(self._value)

    def _font_role(self) -> tuple[str, int]:
        return ("sentence", 600) if self.look == "sentence" else ("body", 400)

    def _pad(self) -> int:
        return 8 if self.look == "sentence" else 2 if self._editor is None else 6

    def sizeHint(self) -> QSize:
        theme = current_theme()
        role, weight = self._font_role()
        text = self.text() if self._editor is None else max(self._editor.text(), "000", key=len) + "n"
        width = text_width(text, theme.font(role, weight, tabular=self.kind not in ("text", "choice"))) + 2 * self._pad() + 2
        return QSize(int(width) + 1, theme.px(30 if self.look == "sentence" else 24))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 48), self.sizeHint().height())

    def is_editing(self) -> bool:
        """Whether its editor is open."""
        return self._editor is not None

    @Slot()
    def open_editor(self) -> None:
        """Open the editor in place: a line, or a menu of the choices."""
        if self.kind == "choice":
            self._open_menu()
            return
        if self._editor is not None:
            return
        role, weight = self._font_role()
        line = self._editor = QLineEdit(self)
        line.setProperty("bare", True)
        line.setFont(current_theme().font(role, weight, tabular=self.kind != "text"))
        line.setText("" if self._value is None else self._written(self._value))
        line.setAccessibleName(self._name)
        line.selectAll()
        line.textEdited.connect(self._typed)
        line.installEventFilter(self)
        self._resize()
        line.show()
        line.setFocus()

    def _resize(self) -> None:
        self.updateGeometry()
        if self._editor is not None:
            self._editor.setGeometry(self.rect().adjusted(self._pad(), 2, -self._pad() + 2, -2))
        self.update()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._resize()

    def eventFilter(self, watched: QObject, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._commit(keep_open=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close(True)
                return True
            if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.kind == "date":
                self._open_calendar()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if (
            isinstance(event, QFocusEvent)
            and event.type() == QFocusEvent.Type.FocusOut
            and event.reason() != Qt.FocusReason.PopupFocusReason
        ):
            self._commit(keep_open=False)
        return False

    def _parsed(self, text: str) -> Any:
        if self.kind == "text":
            return text.strip()
        if self.kind == "int":
            return parse_integer(text, self.low, self.high)
        return {"money": parse_money, "date": parse_day, "time": parse_time}[self.kind](text)

    def _commit(self, keep_open: bool) -> None:
        if self._editor is None:
            return
        text = self._editor.text()
        if self._value is not None and text == self._written(self._value):
            self._close(keep_open)
            return
        try:
            value = self._parsed(text)
        except WorkbenchError as error:
            self.refused.emit(str(error))
            if keep_open:
                QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), tip(str(error)), self)
            else:
                self._close(False)
            return
        self._take(value)
        self._close(keep_open)

    def _take(self, value: Any) -> None:
        if value != self._value:
            self.set_value(value)
            self.committed.emit(value)

    def _close(self, focus: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.removeEventFilter(self)
        editor.hide()
        editor.deleteLater()
        QToolTip.hideText()
        if focus:
            self.setFocus()
        self._resize()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, (value, text) in enumerate(self.options):
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.setData(place)
        menu.triggered.connect(self._chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self._take(self.options[action.data()][0])

    def _open_calendar(self) -> None:
        popup = CalendarPopup(self._value or clock.today(), self)
        popup.picked.connect(self._picked)
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @Slot(object)
    def _picked(self, day: date) -> None:
        self._close(True)
        self._take(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.open_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.open_editor()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        sentence, busy = self.look == "sentence", self._editor is not None
        role, weight = self._font_role()
        font = theme.font(role, weight, tabular=self.kind not in ("text", "choice"))
        if busy or self.hasFocus():
            rounded(painter, rect, theme.colour("surface"), theme.colour("accent"), 6, 2)
        elif sentence:
            rounded(painter, rect, theme.colour("accentbg"), None, 6)
        if not busy:
            ground = "surface" if self.hasFocus() or not sentence else "accentbg"
            fits = draw_text(
                painter,
                rect.adjusted(self._pad(), 0, -self._pad(), 0),
                self.text(),
                "accent" if sentence else "muted" if self.is_empty() else "ink",
                font,
                CENTRE if sentence else self.align,
                background=ground,
            )
            self.setToolTip("" if fits else tip(self.text()))
        if not busy and not self.hasFocus() and self.isEnabled():
            pen = QPen(theme.colour("accent" if sentence or self.underMouse() else "faint"), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            width = rect.width() if sentence else min(rect.width(), text_width(self.text(), font) + 4)
            x = rect.width() - width if self.align & RIGHT and not sentence else 0
            y = rect.bottom() - 0.5 if sentence else rect.center().y() + theme.px(9) + 0.5
            painter.drawLine(QRectF(x + 3 * sentence, y, 0, 0).topLeft(), QRectF(x + width - 3 * sentence, y, 0, 0).topLeft())


class EditableCell(EditableText):
    """The same in a table: ink with a dashed faint underline."""

    def __init__(self, value: Any = None, kind: str = "text", **more: Any) -> None:
        more.setdefault("look", "cell")
        super().__init__(value, kind, **more)
