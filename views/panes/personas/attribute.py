"""One attribute of a persona: its name, its text written where it stands, and a chip that says where the text comes from."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import chip, chip_width, focus_ring
from views.typed import is_typed_in
from views.widgets import Label, follow_theme
from views.widgets.board_text import OPEN, GrowingText
from workbench.strings import marked, tr
from workbench.value.personas import KEYS, ORIGINS, Attribute

KINDS = {"data": "good", "field": "accent", "draft": "warn"}
CHOICES = {
    "data": marked("Our data: take it from the file again"),
    "field": marked("From the field: I know it"),
    "draft": marked("AI draft"),
}
HINTS = {
    "role": marked("who decides and who asks: design, purchasing, the owner …"),
    "age": marked("for example 35 to 50"),
    "industry": marked("what their company does, and how large it is"),
    "interests": marked("what they read up on and are proud of"),
    "process": marked("how they buy: first talk, quote, trial, order"),
    "authority": marked("up to which amount alone, and who decides above it"),
    "worries": marked("what keeps them awake; one after the other, with commas"),
    "sources": marked("trade fairs, journals, colleagues …"),
}
NAME_WIDTH, DROP = 118, 5


class AttributeText(GrowingText):
    """`written(text)` when what was typed is taken over: by Enter, which goes on with `onward`, or by leaving. Esc takes it back."""

    written = Signal(str)
    onward = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, OPEN, parent)
        self._shown = ""
        self.entered.connect(self._enter)
        self.escaped.connect(self._back)

    def show_text(self, text: str) -> None:
        """Show what is known now; what is being typed stays."""
        self._shown = text
        if not is_typed_in(self) and self.toPlainText() != text:
            self.set_text(text)

    def leave(self) -> None:
        """Hand over what was typed."""
        text = self.toPlainText()
        if self.document().isModified() and text != self._shown:
            self.document().setModified(False)
            self.written.emit(text)

    def keep(self, text: str) -> None:
        """Show again what could not be taken over, as still being typed."""
        self.set_text(text)
        self.document().setModified(True)

    @Slot()
    def _enter(self) -> None:
        self.leave()
        self.onward.emit()

    @Slot()
    def _back(self) -> None:
        self.set_text(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.leave()


class OriginChip(QAbstractButton):
    """Says where a text comes from; a click, Space or Enter offers the three origins. `chosen(origin)` is the user's."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self.origin = name, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        follow_theme(self)

    def show_origin(self, origin: str) -> None:
        """Show another origin; without one the chip hides."""
        self.origin = origin
        self.setText(tr(ORIGINS[origin]) if origin else "")
        self.setAccessibleName(tr("Origin of {name}: {origin}", name=self._name, origin=self.text()) if origin else self._name)
        self.setVisible(bool(origin))
        self.updateGeometry()
        self.update()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(chip_width(self.text())) + 1, current_theme().px(20))

    @Slot()
    def open_menu(self) -> None:
        """Offer the origins."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for origin, words in CHOICES.items():
            action = menu.addAction(tr(words).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(origin == self.origin)
            action.setData(origin)
        menu.triggered.connect(self._chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        if action.data() != self.origin or action.data() == "data":
            self.chosen.emit(action.data())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        chip(painter, box, self.text(), KINDS.get(self.origin, "plain"))
        if self.hasFocus():
            focus_ring(painter, box, box.height() / 2)


class AttributeRow(QWidget):
    """`written(key, text)`, `origin_chosen(key, origin)` are the user's; `onward(key)` asks for the next row."""

    written = Signal(str, str)
    origin_chosen = Signal(str, str)
    onward = Signal(str)

    def __init__(self, key: str, writes: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        name = tr(KEYS[key])
        self.label, self.text, self.chip = Label(name, "caption", wrap=True), AttributeText(name), OriginChip(name)
        self.text.set_hint(tr(HINTS[key]))
        self.text.setReadOnly(not writes)
        self.chip.setEnabled(writes)
        self.text.written.connect(self._written)
        self.text.onward.connect(self._onward)
        self.chip.chosen.connect(self._chosen)
        self._left, self._right = _dropped(self.label), _dropped(self.chip, stretch=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(17, 4, 14, 4)
        across.setSpacing(6)
        for part, share in ((self._left, 0), (self.text, 1), (self._right, 0)):
            across.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        follow_theme(self)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self._left.setFixedWidth(current_theme().px(NAME_WIDTH))
        self._right.setFixedWidth(max(int(chip_width(tr(words))) + 2 for words in ORIGINS.values()))

    def show_attribute(self, one: Attribute) -> None:
        """Show what is known now."""
        self.text.show_text(one.text)
        self.chip.show_origin(one.origin)

    @Slot(str)
    def _written(self, text: str) -> None:
        self.written.emit(self.key, text)

    @Slot(str)
    def _chosen(self, origin: str) -> None:
        self.origin_chosen.emit(self.key, origin)

    @Slot()
    def _onward(self) -> None:
        self.onward.emit(self.key)


def _dropped(part: QWidget, stretch: bool = False) -> QWidget:
    """A part that stands level with the first line of the text beside it."""
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, DROP, 0, DROP)
    across.addWidget(part, 0 if stretch else 1)
    if stretch:
        across.addStretch(1)
    return made
