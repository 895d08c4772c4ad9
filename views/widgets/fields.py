"""Text fields: a line, a line that reads numbers, money, times or days, several lines, search."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import key_box, key_width
from views.widgets.base import bounds, follow_theme
from views.widgets.parsing import parse_integer, parse_money, parse_time
from workbench import formatting
from workbench.errors import WorkbenchError


class LineEdit(QLineEdit):
    """One line. `edited(text)` at each change by the user; `value()`, `set_value()` without a signal; `set_wrong(True)` gives the ochre frame.

    `key` shows a key hint at the right, `height` 30 or 34 px, `ground="app"` the search look. Ctrl+Z is the field's own only while
    it holds text that was typed since it was last set or left.
    """

    edited = Signal(object)

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        key: str = "",
        height: int = 30,
        ground: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key, self._tall, self._uncommitted = key, height, False
        self.setText(text)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        if ground:
            self.setProperty("ground", ground)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._left)
        self.restyle()
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.setFont(current_theme().font(tabular=getattr(self, "tabular", None)))
        self.setFixedHeight(current_theme().px(self._tall))
        self.setTextMargins(0, 0, self._right_margin(), 0)

    def _right_margin(self) -> int:
        """Room that what stands at the right end takes from the text."""
        return int(key_width(self.key)) + 6 if self.key else 0

    def value(self) -> Any:
        """What it holds."""
        return self.text()

    def set_value(self, value: Any) -> None:
        """Show `value` without a signal."""
        text = "" if value is None else str(value)
        if text != self.text():
            self.setText(text)
        self._uncommitted = False

    def problem(self) -> str:
        """Why the text cannot be used, "" when it can."""
        return ""

    def set_wrong(self, wrong: bool) -> None:
        """Ochre frame, or not."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._uncommitted = True
        self.edited.emit(text)

    @Slot()
    def _left(self) -> None:
        self._uncommitted = False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self._uncommitted:
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.key:
            key_box(QPainter(self), bounds(self).adjusted(self.width() - key_width(self.key) - 9, 0, 0, 0), self.key)


class ParsedEdit(LineEdit):
    """A line that reads a value. `edited(value)` when the user leaves it or presses Enter after a change that can be read.

    `parse(text) -> value` raises WorkbenchError; `shown(value) -> text`. An empty line is None. `judged(problem)` when it is left with what
    cannot be read, and with "" as soon as it can be read again.
    """

    judged = Signal(str)

    tabular = True

    def __init__(
        self,
        parse: Callable[[str], Any],
        shown: Callable[[Any], str],
        placeholder: str = "",
        height: int = 30,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._parse, self._shown = parse, shown
        self._value: Any = None
        self._unread = False
        super().__init__("", placeholder, height=height, name=name, parent=parent)

    def value(self) -> Any:
        """The value, None when empty or unreadable."""
        return self._read()[0]

    def set_value(self, value: Any) -> None:
        """Show `value` without a signal."""
        self._value, self._unread = value, False
        super().set_value("" if value is None else self._shown(value))
        self.set_wrong(False)

    def problem(self) -> str:
        """Why the text cannot be read, "" when it can."""
        return self._read()[1]

    def _read(self) -> tuple[Any, str]:
        if not self.text().strip():
            return None, ""
        if self._value is not None and self.text() == self._shown(self._value):
            return self._value, ""
        try:
            return self._parse(self.text()), ""
        except WorkbenchError as error:
            return None, str(error)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._uncommitted = True
        if self._unread and not self.problem():
            self._judge("")

    @Slot()
    def _left(self) -> None:
        self._uncommitted = False
        value, problem = self._read()
        if problem or self._unread:
            self._judge(problem)
        if not problem and value != self._value:
            self.set_value(value)
            self.edited.emit(value)

    def _judge(self, problem: str) -> None:
        self._unread = bool(problem)
        self.set_wrong(self._unread)
        self.judged.emit(problem)


class IntegerField(ParsedEdit):
    """A whole number between `low` and `high`."""

    def __init__(
        self, low: int | None = None, high: int | None = None, height: int = 30, name: str = "", parent: QWidget | None = None
    ) -> None:
        self.low, self.high = low, high
        super().__init__(self._number, formatting.number, height=height, name=name, parent=parent)

    def _number(self, text: str) -> int:
        return parse_integer(text, self.low, self.high)


class MoneyField(ParsedEdit):
    """An amount in ten-thousandths of `currency`."""

    def __init__(self, currency: str = "JPY", height: int = 30, name: str = "", parent: QWidget | None = None) -> None:
        self.currency = currency
        super().__init__(parse_money, self._money, height=height, name=name, parent=parent)

    def _money(self, value: int) -> str:
        return formatting.money(value, self.currency)


class TimeField(ParsedEdit):
    """A time of day in minutes after midnight; "9:00", "930" and "9" are read."""

    def __init__(self, height: int = 30, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parse_time, formatting.clock_time, height=height, name=name, parent=parent)


class TextArea(QPlainTextEdit):
    """Several lines of plain text. `edited(text)` at each change by the user; Tab leaves the field."""

    edited = Signal(object)

    def __init__(self, text: str = "", placeholder: str = "", lines: int = 3, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._setting = lines, False
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(text)
        self.textChanged.connect(self._changed)
        follow_theme(self)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.setFont(current_theme().font())
        self.updateGeometry()

    def value(self) -> str:
        """What it holds."""
        return self.toPlainText()

    def set_value(self, value: Any) -> None:
        """Show `value` without a signal."""
        text = "" if value is None else str(value)
        if text == self.toPlainText():
            return
        self._setting = True
        self.setPlainText(text)
        self._setting = False

    def problem(self) -> str:
        """Plain text is never wrong."""
        return ""

    def set_wrong(self, wrong: bool) -> None:
        """Ochre frame, or not."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    @Slot()
    def _changed(self) -> None:
        if not self._setting:
            self.edited.emit(self.toPlainText())

    def sizeHint(self) -> QSize:
        return QSize(220, int(self.fontMetrics().lineSpacing() * self._lines) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class SearchField(LineEdit):
    """A search line with its key hint. `edited(text)` at each change, `submitted(text)` on Enter; Esc empties it, then leaves it."""

    submitted = Signal(str)

    def __init__(self, placeholder: str = "", key: str = "/", height: int = 30, parent: QWidget | None = None) -> None:
        super().__init__("", placeholder, key, height, "app", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._submit)

    @Slot()
    def _submit(self) -> None:
        self.submitted.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.setText("")
            self.edited.emit("")
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.text():
            key, self.key = self.key, ""
            super().paintEvent(event)
            self.key = key
        else:
            super().paintEvent(event)
