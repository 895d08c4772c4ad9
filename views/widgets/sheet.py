"""The sheet: a modal question over the window that is no window of its own."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from views.theme import current_theme
from views.theme.paint import hairline, rounded
from views.widgets.base import PaintedWidget, bounds
from views.widgets.button import Button
from views.widgets.form import Form
from views.widgets.label import Label
from views.widgets.tab_stops import tab_stops
from workbench.strings import tr


class Sheet(PaintedWidget):
    """A question over the window: scrim behind, hairline, radius 12. Not a dialog that blocks: `open()` returns at once.

    Content goes into `body`; the footer has `note` (left), `cancel` (Esc) and `primary` (Enter, where what has the keyboard does not use it
    itself, as a button, a text of several lines or a list does; Ctrl+Enter from anywhere). What was typed, or what `unkept()` names, is asked
    for once, in the footer, before Esc or Cancel leave it. A content that grows keeps the sheet's top. `accepted` when the primary is pressed (the owner closes with `done()` when all is well), `closed` after it went away, `rejected` when
    left with Esc or Cancel. Tab stays inside. `steps` is a place at the right of the title. `full` lets the body be flush.
    """

    accepted = Signal()
    rejected = Signal()
    closed = Signal()

    def __init__(
        self,
        host: QWidget,
        title: str,
        subtitle: str = "",
        primary: str = "",
        cancel: str = "",
        width: int = 620,
        flush: bool = False,
        height: int = 0,
    ) -> None:
        super().__init__(host.window())
        self._window, self._width, self._height, self._before = host.window(), width, height, None
        self._top: int | None = None
        self._asked, self._cancel_words = False, ("", True)
        self._texts: dict[QWidget, str] = {}
        self.panel = _Panel(self)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(27, 19, 27, 8)
        head.setSpacing(16)
        self.title, self.subtitle = Label(title, "number"), Label(subtitle, "muted", wrap=not flush)
        words = QHBoxLayout() if flush else QVBoxLayout()
        words.setSpacing(16 if flush else 2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        if flush:
            words.addStretch(1)
        self.subtitle.setVisible(bool(subtitle))
        head.addLayout(words, 1)
        self.steps = QHBoxLayout()
        self.steps.setSpacing(8)
        head.addLayout(self.steps)
        column.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*((0, 0, 0, 0) if flush else (27, 8, 27, 21)))
        self.body.setSpacing(14)
        self._scroll.setWidget(inner)
        inner.installEventFilter(self)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        column.addWidget(self._scroll, 1)
        foot = QWidget()
        self.footer = QHBoxLayout(foot)
        self.footer.setContentsMargins(27, 14, 27, 14)
        self.footer.setSpacing(8)
        self.note = Label("", "caption_strong", tone="warn", elide=True)
        self.cancel = Button(cancel or tr("Cancel"), key="Esc", tall=True)
        self.primary = Button(primary or tr("Save"), primary=True, key="Enter", tall=True)
        self.footer.addWidget(self.note, 1)
        self.footer.addWidget(self.cancel)
        self.footer.addWidget(self.primary)
        self._foot = foot
        column.addWidget(foot)
        self.primary.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.reject)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def open(self) -> None:
        """Show it over the window and take the keyboard."""
        self._before, self._texts = QApplication.focusWidget(), self._texts_now()
        self._window.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._place()
        self.focusNextPrevChild(True)
        QApplication.instance().focusChanged.connect(self._focus_moved)

    @Slot()
    def reject(self) -> None:
        """Leave without doing it; what would be lost is said before, once."""
        if self.may_leave():
            self.rejected.emit()
            self.done()

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or it was said already; else it is said now."""
        lost = self.unkept() if not self._asked else ""
        if lost:
            self.set_note(lost)
            self._asked, self._cancel_words = True, (self.cancel.words(), self.cancel.isVisible())
            self.cancel.set_text(tr("Leave without it"))
            self.cancel.show()
        return not lost

    @Slot()
    def done(self) -> None:
        """Take it away and give the keyboard back."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        QApplication.instance().focusChanged.disconnect(self._focus_moved)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.closed.emit()
        self.deleteLater()

    def unkept(self) -> str:
        """A sentence on what would be lost, "" where nothing would: a form that was filled in, or another text than when it was opened.

        A sheet that keeps every change at once, or holds more than its fields say, overrides it.
        """
        filled = any(form.touched for form in self.findChildren(Form)) or self._texts_now() != self._texts
        return tr("What you typed is not kept yet.") if filled else ""

    def _texts_now(self) -> dict[QWidget, str]:
        """What stands in the text fields, empty ones left out."""
        fields = [field for kind in (QLineEdit, QPlainTextEdit, QTextEdit) for field in self.findChildren(kind)]
        texts = {field: field.text() if isinstance(field, QLineEdit) else field.toPlainText() for field in fields}
        return {field: text for field, text in texts.items() if text and not field.isReadOnly()}

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a part of the content that has just appeared."""
        self._place()
        content = self._scroll.widget()
        if content.layout() is not None:
            content.layout().activate()
        self._scroll.ensureWidgetVisible(widget, 0, 44)

    def set_note(self, text: str) -> None:
        """Say something in the footer ("One field needs a look")."""
        self.note.setText(text)
        if self._asked:
            self._asked = False
            self.cancel.set_text(self._cancel_words[0])
            self.cancel.setVisible(self._cancel_words[1])

    def hint_line(self) -> float:
        """Where the hairline over the footer runs."""
        return float(self._foot.y())

    def _place(self) -> None:
        wide = min(self._width, self.width() - 48)
        content = self._scroll.widget()
        layout = content.layout()
        need = layout.totalHeightForWidth(wide - 2) if layout is not None and layout.hasHeightForWidth() else content.sizeHint().height()
        rest = (
            self.panel.layout().totalMinimumHeightForWidth(wide)
            if self.panel.layout().hasHeightForWidth()
            else self.panel.layout().minimumSize().height()
        )
        rest -= self._scroll.minimumSizeHint().height()
        tall = min(self._height or need + rest, self.height() - 48)
        if self._top is None:
            self._top = max(24, (self.height() - tall) // 2)
        self.panel.setGeometry((self.width() - wide) // 2, self._top, wide, min(tall, self.height() - self._top - 24))

    def refit(self) -> None:
        """Fit the height to a changed content."""
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._top = None
            self._place()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self._scroll.widget():
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        focus = QApplication.focusWidget()
        place = stops.index(focus) + (1 if next else -1) if focus in stops else (0 if next else -1)
        widget = stops[place % len(stops)]
        widget.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What has the keyboard is in view."""
        if new is not None and self._scroll.widget().isAncestorOf(new):
            self.reveal(new)

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, in order: the content, then the footer."""
        found = [widget for widget in tab_stops(self) if widget is not self._scroll]
        return [w for w in found if not self._foot.isAncestorOf(w)] + [w for w in found if self._foot.isAncestorOf(w)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = QApplication.focusWidget()
            if (
                isinstance(focus, QAbstractButton)
                and not focus.isCheckable()
                and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                focus.click()
            elif self.primary.isEnabled() and self.primary.isVisible():
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not isinstance(focus, QPlainTextEdit | QTextEdit):
                    self.primary.click()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().colour("scrim"))


class _Panel(PaintedWidget):
    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        rounded(painter, rect, theme.colour("surface"), theme.colour("line"), 12)
        hairline(painter, 1, self._sheet.hint_line(), rect.width() - 2, self._sheet.hint_line())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
