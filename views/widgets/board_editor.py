"""A card while it is written: its text, its evidence, its weight, and the choices its board has (a question, a rival)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import rounded
from views.widgets.base import PaintedWidget, bounds
from views.widgets.board_card import RADIUS, SIDE, Face
from views.widgets.board_text import ENTER, GrowingText
from views.widgets.combo import Combo
from views.widgets.fields import LineEdit
from views.widgets.layouts import FlowLayout, Hairline
from workbench.strings import tr


class Choice(NamedTuple):
    """Something to choose on a card: the name under which the value is told, what it is called, its options and its present value."""

    name: str
    title: str
    options: Sequence[tuple[Any, str]]
    value: Any


class CardEditor(PaintedWidget):
    """`left(values, way)` once: what changed, and 1 after Enter (on to the next card), 0 when the keyboard went elsewhere or Esc was hit."""

    left = Signal(object, int)

    def __init__(self, face: Face, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face, self._done, self._begun = face, False, False
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 8)
        column.setSpacing(6)
        self.text = GrowingText(tr("Text of the card"), parent=self)
        self.text.set_text(face.text)
        self.evidence = LineEdit(face.evidence, tr("Evidence"), height=26, name=tr("Evidence: a source or a figure"), parent=self)
        self.evidence.setToolTip(tr("Evidence: a source or a figure"))
        column.addWidget(self.text)
        column.addWidget(Hairline())
        column.addWidget(self.evidence)
        self._choices: dict[str, Combo] = {}
        self._before: dict[str, Any] = {}
        if choices:
            holder = QWidget(self)
            line = FlowLayout(holder, gap=6, row_gap=6)
            policy = holder.sizePolicy()
            policy.setHeightForWidth(True)
            holder.setSizePolicy(policy)
            for choice in choices:
                combo = Combo(choice.options, choice.value, height=26, name=choice.title, parent=self)
                self._choices[choice.name], self._before[choice.name] = combo, choice.value
                line.addWidget(combo)
            column.addWidget(holder)
        self.text.entered.connect(self._enter)
        self.text.escaped.connect(self._escape)
        self.evidence.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def begin(self, evidence: bool = False) -> None:
        """Take the keyboard: into the text, or into the evidence."""
        field = self.evidence if evidence else self.text
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if evidence:
            self.evidence.selectAll()
        self._begun = True

    def values(self) -> Mapping[str, Any]:
        """What differs from the card as it was; an emptied text stays what it was."""
        now: dict[str, Any] = {"text": self.text.toPlainText().strip(), "evidence": self.evidence.text().strip()}
        was: dict[str, Any] = {"text": self.face.text, "evidence": self.face.evidence, **self._before}
        now.update({name: combo.value() for name, combo in self._choices.items()})
        return {name: value for name, value in now.items() if value != was[name] and not (name == "text" and not value)}

    @Slot()
    def _enter(self) -> None:
        self._leave(self.values(), 1)

    @Slot()
    def _escape(self) -> None:
        self._leave({}, 0)

    def take(self) -> None:
        """Leave it with what was typed."""
        self._leave(self.values(), 0)

    def end(self) -> None:
        """Tell nothing any more."""
        self._done = True

    def _leave(self, values: Mapping[str, Any], way: int) -> None:
        if not self._done:
            self._done = True
            self.left.emit(dict(values), way)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        away = not self._holds(new) if new is not None else QApplication.activePopupWidget() is None and self.isVisible()
        if away and self._begun:
            self.take()

    def _holds(self, widget: QWidget | None) -> bool:
        while widget is not None:
            if widget is self:
                return True
            widget = widget.parentWidget()
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc in the evidence are those of the card."""
        if watched is self.evidence and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() in ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        rounded(QPainter(self), bounds(self), theme.colour("surface"), theme.colour("accent"), RADIUS, 2)
