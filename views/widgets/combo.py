"""A drop-down of values."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import LEFT, draw_text, focus_ring, rounded, text_width
from views.widgets.base import bounds, follow_theme, tip


class Combo(QComboBox):
    """`options`: texts, or (value, text) pairs. `chosen(value)` and `edited(value)` only when the user chose. The wheel scrolls the pane, not the value.

    `dashed` is the look of a field that is left out.
    """

    chosen = Signal(object)
    edited = Signal(object)

    def __init__(
        self,
        options: Sequence[str | tuple[Any, str]] = (),
        value: Any = None,
        height: int = 30,
        placeholder: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tall, self.dashed, self._wrong = height, False, False
        self._options: list[tuple[Any, str]] = []
        self.setView(QListView())
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.set_options(options, value)
        self.activated.connect(self._tell)
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def set_options(self, options: Sequence[str | tuple[Any, str]], value: Any = None) -> None:
        """Offer other options and choose `value`, or keep the present one; without a signal."""
        wanted = self.value() if value is None else value
        self._options = [(o, o) if isinstance(o, str) else (o[0], o[1]) for o in options]
        self.blockSignals(True)
        self.clear()
        self.addItems([text for _, text in self._options])
        self.blockSignals(False)
        self.set_value(wanted)
        self.updateGeometry()

    def value(self) -> Any:
        """The chosen value, or None."""
        index = self.currentIndex()
        return self._options[index][0] if 0 <= index < len(self._options) else None

    def set_value(self, value: Any) -> None:
        """Choose without a signal; an unknown value chooses the first, or none where there is a placeholder."""
        missing = -1 if self.placeholderText() or not self._options else 0
        index = next((i for i, (known, _) in enumerate(self._options) if known == value), missing)
        self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(False)
        self.update()

    def problem(self) -> str:
        """A choice is never unreadable."""
        return ""

    def set_wrong(self, wrong: bool) -> None:
        """Ochre frame, or not."""
        self._wrong = wrong
        self.update()

    @Slot(int)
    def _tell(self, index: int) -> None:
        if 0 <= index < len(self._options):
            self.chosen.emit(self._options[index][0])
            self.edited.emit(self._options[index][0])

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        font = theme.font()
        widest = max((text_width(text, font) for _, text in self._options), default=60.0)
        return QSize(int(min(widest, 280)) + 44, theme.px(self._tall))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 84), current_theme().px(self._tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        on = self.isEnabled()
        line, width = ("warn", 2) if self._wrong else ("line", 1)
        rounded(painter, rect, theme.colour("surface" if on else "sunken"), theme.colour(line), 6, width, dash=self.dashed)
        empty = self.currentIndex() < 0
        text = self.placeholderText() if empty else self.currentText()
        fits = draw_text(
            painter,
            rect.adjusted(10, 0, -26, 0),
            text,
            "muted" if empty or not on or self.dashed else "ink",
            theme.font(),
            LEFT,
            background="surface",
        )
        self.setToolTip("" if fits else tip(text))
        paint_icon(painter, QRectF(rect.right() - 22, rect.center().y() - 6, 12, 12), "chevron-down", theme.colour("muted"))
        if self.hasFocus():
            focus_ring(painter, rect)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(int(max((text_width(t, current_theme().font()) for _, t in self._options), default=60.0)) + 40)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        super().showPopup()
