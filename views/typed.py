"""Whether a text field holds text that was typed and not yet taken over. It decides who gets Ctrl+Z and what a refresh must leave alone."""

import shiboken6
from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_TAKEN = "typed_text_taken"
_UNDO_KEYS = (QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


def text_field(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The field that receives the text typed while `widget` has the focus."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) else None


def is_typed_in(widget: QWidget | None) -> bool:
    """Whether the field has the focus and holds text that was typed since it was last taken over (Enter, or leaving the field)."""
    field = text_field(widget)
    if field is None or not (field.hasFocus() or (widget is not None and widget.hasFocus())) or field.property(_TAKEN):
        return False
    return field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()


class UndoKeys(QObject):
    """Lets Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y pass to the window when the focused text field holds nothing uncommitted.

    `left` is sent after a field that was typed in lost the focus.
    """

    left = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        self._any = False
        self._link: QMetaObject.Connection | None = None
        app.focusChanged.connect(self._moved)

    @Slot(QWidget, QWidget)
    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old is self._watched and shiboken6.isValid(old):
            old.removeEventFilter(self)
            field = text_field(old)
            if isinstance(field, QLineEdit):
                field.setProperty(_TAKEN, True)
            if self._any:
                self._any = False
                self.left.emit()
        if self._link is not None:
            QObject.disconnect(self._link)
            self._link = None
        field = text_field(new)
        self._watched = new if field is not None else None
        if new is not None and field is not None:
            new.installEventFilter(self)
            if isinstance(field, QLineEdit):
                self._link = field.textEdited.connect(self._typed)

    @Slot()
    def _typed(self) -> None:
        field = text_field(self._watched)
        self._any = True
        if field is not None:
            field.setProperty(_TAKEN, False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark text as taken over on Enter; keep the undo keys from fields that need none."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            field = text_field(watched)
            if isinstance(field, QLineEdit) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                field.setProperty(_TAKEN, True)
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if QKeySequence(event.keyCombination()) in _UNDO_KEYS and not is_typed_in(watched):
                event.ignore()
                return True
        return False
