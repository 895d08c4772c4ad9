"""The command palette (Ctrl+K): one field that finds customers, panes and everything that can be done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QSizePolicy, QVBoxLayout, QWidget

from views.palette_hits import CUSTOMER, Found, Hit
from views.palette_rows import PaletteDelegate, PaletteModel
from views.theme import current_theme
from views.theme.paint import rounded
from views.widgets import KeyHint, Label
from workbench.strings import ntr, tr

WIDTH, TOP, FIELD, FOOT = 640, 84, 56, 36


class HitList(QListView):
    """The rows. Never takes the focus: arrows come from the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(PaletteDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def content_height(self) -> int:
        """Height of all rows."""
        model = self.model()
        return sum(self.sizeHintForRow(row) for row in range(model.rowCount()))

    def sizeHint(self) -> QSize:
        """All rows, if the window has the room."""
        return QSize(WIDTH, self.content_height())


class Palette(QWidget):
    """Lies over the whole window on the scrim. `find(text)` is asked on each letter; a hit is run after the palette is gone."""

    def __init__(self, parent: QWidget, find: Callable[[str], Found]) -> None:
        super().__init__(parent)
        self._find = find
        self._before: QWidget | None = None
        self._offered: Hit | None = None
        self.box = Box(self)
        self.field = QLineEdit(self.box)
        self.field.setProperty("bare", True)
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        self.count = Label("", "caption", parent=self.box)
        self.model = PaletteModel()
        self.list = HitList(self.box)
        self.list.setModel(self.model)
        self.list.clicked.connect(self._clicked)
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        ask = QHBoxLayout()
        ask.setContentsMargins(20, 0, 20, 0)
        ask.setSpacing(12)
        ask.addWidget(self.field, 1)
        ask.addWidget(self.count)
        ask.addWidget(KeyHint("Esc", parent=self.box))
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.setSpacing(16)
        self.hints = (KeyHint("↑ ↓"), KeyHint("Enter"), KeyHint("Tab"), KeyHint(">"), KeyHint("@"))
        for hint in self.hints[:3]:
            foot.addWidget(hint)
        foot.addStretch(1)
        for hint in self.hints[3:]:
            foot.addWidget(hint)
        self.ask, self.foot = QWidget(self.box), QWidget(self.box)
        self.ask.setLayout(ask)
        self.foot.setLayout(foot)
        down = QVBoxLayout(self.box)
        down.setContentsMargins(1, 1, 1, 1)
        down.setSpacing(0)
        down.addWidget(self.ask)
        down.addSpacing(1)
        down.addWidget(self.list, 1)
        down.addSpacing(9)
        down.addWidget(self.foot)

    def open(self, text: str = "") -> None:
        """Show it with `text` in the field."""
        theme = current_theme()
        self._before = self.window().focusWidget()
        self.field.setFont(theme.font("lead", scale=17 / 15))
        self.ask.setFixedHeight(theme.px(FIELD))
        self.foot.setFixedHeight(theme.px(FOOT))
        self.field.setPlaceholderText(tr("Find or do anything"))
        self.field.setAccessibleName(tr("Find or do anything"))
        self.list.setAccessibleName(tr("Found"))
        words = (tr("choose"), tr("open"), tr("what can be done"), tr("only actions"), tr("only customers"))
        for hint, word in zip(self.hints, words, strict=True):
            hint.set_text(word)
        self.field.setText(text)
        self._show(text)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_palette(self) -> None:
        """Hide it and give the focus back."""
        if self.isVisible():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._show(text)

    def _show(self, text: str) -> None:
        self._offered = None
        self._fill(self._find(text))

    def _fill(self, found: Found) -> None:
        self.model.show(found)
        number = sum(hit.group != CUSTOMER for hit in found.hits) + found.customers
        self.count.setText(ntr("{n} found", "{n} found", number) if self.field.text() else "")
        self._choose(0, 1)
        self._place()

    def _choose(self, row: int, step: int) -> None:
        while 0 <= row < self.model.rowCount() and self.model.hit(row) is None:
            row += step
        if 0 <= row < self.model.rowCount():
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(self.model.index(row - 1) if row and self.model.hit(row - 1) is None else index)
            self.list.scrollTo(index)

    def current(self) -> Hit | None:
        """The chosen hit."""
        return self.model.hit(self.list.currentIndex().row())

    def _run(self) -> None:
        hit = self.current()
        if hit is not None:
            self.close_palette()
            hit.run()

    def _offer(self) -> None:
        hit = self.current()
        if hit is not None and hit.more:
            self._offered = hit
            self._fill(Found(hit.more))

    @Slot(QModelIndex)
    def _clicked(self, _index: QModelIndex) -> None:
        self._run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field; the size of the window."""
        if watched is self.parent():
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose(row + step, step)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._choose(min(self.model.rowCount() - 1, row + 6) if key == Qt.Key.Key_PageDown else max(0, row - 6), 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Tab:
            self._offer()
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Escape and self._offered is not None):
            self._show(self.field.text())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def _place(self) -> None:
        area = self.parentWidget().rect()
        self.setGeometry(area)
        theme = current_theme()
        top = TOP if area.height() >= 760 else 48
        wanted = theme.px(FIELD) + theme.px(FOOT) + 12 + self.list.content_height()
        width = min(round(WIDTH * max(1.0, theme.text_scale)), area.width() - 80)
        self.box.setGeometry((area.width() - width) // 2, top, width, min(wanted, area.height() - top - 40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box closes it."""
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim."""
        QPainter(self).fillRect(self.rect(), current_theme().colour("scrim"))


class Box(QWidget):
    """The surface of the palette, with hairlines under the field and above the foot."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, outline, hairlines."""
        theme, painter = current_theme(), QPainter(self)
        rounded(painter, QRectF(self.rect()), theme.colour("surface"), theme.colour("line"), 12)
        for y in (theme.px(FIELD) + 1, self.height() - theme.px(FOOT) - 2):
            painter.fillRect(1, y, self.width() - 2, 1, theme.colour("line"))
