"""Choosing one or several: segmented control, check rows, radio rows with their outcome."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import (
    CENTRE,
    RIGHT,
    check_box,
    chip,
    chip_width,
    draw_text,
    focus_ring,
    hairline,
    radio_dot,
    rounded,
    text_width,
    tier_square,
)
from views.theme.text_block import Run, TextBlock
from views.widgets.base import PaintedWidget, bounds, follow_theme, tip


class SegmentedControl(PaintedWidget):
    """One of a few, side by side. `options`: texts, or (value, text) pairs. `chosen(value)` only when the user chose; arrows move.

    26 px high, or 34 with `tall` and body text; `stretch` fills the width in equal parts.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[str | tuple[Any, str]] = (),
        value: Any = None,
        tall: bool = False,
        stretch: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tall, self.stretch = tall, stretch
        self._options: list[tuple[Any, str]] = []
        self._value: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_options(options, value)

    def set_options(self, options: Sequence[str | tuple[Any, str]], value: Any = None) -> None:
        """Offer other options; without `value` the present one stays, else the first is chosen."""
        self._options = [(o, o) if isinstance(o, str) else (o[0], o[1]) for o in options]
        wanted = self._value if value is None else value
        values = [v for v, _ in self._options]
        self._value = wanted if wanted in values else (values[0] if values else None)
        self._describe()
        self.restyle()

    def value(self) -> Any:
        """The chosen value."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Choose without a signal."""
        self._value = value
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(next((text for value, text in self._options if value == self._value), ""))

    def _font_role(self) -> str:
        return "body" if self.tall else "caption"

    def _widths(self) -> list[float]:
        font = current_theme().font(self._font_role(), 600)
        own = [text_width(text, font) + 21 for _, text in self._options]
        if self.stretch and own:
            each = self.width() / len(own)
            return [each] * len(own) if max(own) <= each else [self.width() * w / sum(own) for w in own]
        return own

    def boxes(self) -> list[QRectF]:
        """Where each option stands."""
        x, made = 0.0, []
        for width in self._widths():
            made.append(QRectF(x, 0, width, self.height()))
            x += width
        return made

    def sizeHint(self) -> QSize:
        font = current_theme().font(self._font_role(), 600)
        own = [text_width(text, font) + 21 for _, text in self._options]
        return QSize(int(sum(own)) + 2, current_theme().px(34 if self.tall else 26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._options) and self._options[index][0] != self._value:
            self.set_value(self._options[index][0])
            self.chosen.emit(self._value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(next((i for i, box in enumerate(self.boxes()) if box.contains(event.position())), -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            before = -1 if step > 0 else len(self._options)
            self._choose(next((i for i, (value, _) in enumerate(self._options) if value == self._value), before) + step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        boxes = self.boxes()
        if not boxes:
            return
        whole = QRectF(0, 0, boxes[-1].right(), self.height())
        rounded(painter, whole, theme.colour("surface"), None, 6)
        for index, (box, (value, text)) in enumerate(zip(boxes, self._options, strict=True)):
            on = value == self._value
            if on:
                painter.save()
                painter.setClipRect(box)
                rounded(painter, whole, theme.colour("accentbg"), None, 6)
                painter.restore()
            if index:
                hairline(painter, round(box.x()), 1, round(box.x()), self.height() - 1)
            font = theme.font(self._font_role(), 600 if on else 400)
            draw_text(
                painter,
                box.adjusted(6, 0, -6, 0),
                text,
                "accent" if on else "muted",
                font,
                CENTRE,
                background="accentbg" if on else "surface",
            )
        rounded(painter, whole, None, theme.colour("line"), 6)
        if self.hasFocus():
            focus_ring(painter, whole)


class CheckRow(QAbstractButton):
    """A check box with text, an optional tier square before and a muted text at the right end. `clicked(checked)` is the user's.

    `mark="good"` paints the tick in green (done). `radio=True` shows a dot instead and never unchecks by itself.
    """

    def __init__(
        self, text: str = "", checked: bool = False, end: str = "", tier: str = "", mark: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.end, self.tier, self.mark, self.partly, self.tone = end, tier, mark, False, "ink"
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text, end)
        follow_theme(self)

    def set_text(self, text: str, end: str | None = None) -> None:
        """Change the words and, where given, what stands at the right end."""
        self.setText(text.replace("&", "&&"))
        self.end = self.end if end is None else end
        self.setAccessibleName(" ".join(part for part in (self.tier, text, self.end) if part))
        self.updateGeometry()
        self.update()

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        return 22 + (current_theme().px(18) + 8 if self.tier else 0)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = self._left() + text_width(self.text().replace("&&", "&"), theme.font()) + 2
        width += text_width(self.end, theme.font(tabular=True)) + 10 if self.end else 0
        return QSize(int(width) + 1, theme.px(25))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._left() + 40), current_theme().px(25))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        check_box(painter, QRectF(0, 0, 14, rect.height()), self.isChecked(), self.partly, self.mark)
        if self.tier:
            tier_square(painter, QRectF(22, 0, theme.px(18), rect.height()), self.tier)
        font = theme.font(tabular=True)
        end = text_width(self.end, font) + 10 if self.end else 0
        words = self.text().replace("&&", "&")
        fits = draw_text(painter, rect.adjusted(self._left(), 0, -end, 0), words, self.tone if self.isEnabled() else "muted", theme.font())
        self.setToolTip("" if fits else words)
        draw_text(painter, rect, self.end, "muted", font, RIGHT)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(0, 1, 0, -1), 4)


class RadioRow(QAbstractButton):
    """An option with title, an explaining line and a chip for its outcome ("closes it", "still 102 %"). Put several in one parent:
    they exclude each other. `clicked()` is the user's."""

    def __init__(
        self,
        title: str = "",
        text: str = "",
        chip_text: str = "",
        chip_kind: str = "warn",
        checked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title, self.line, self.chip_text, self.chip_kind = title, text, chip_text, chip_kind
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(checked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(part for part in (title, chip_text, text) if part))
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        """The theme changed."""
        self.updateGeometry()
        self.update()

    def _block(self, width: float) -> TextBlock:
        return TextBlock([Run(self.line)], "caption", max(1.0, width - 26))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(20 + current_theme().line_height("body") + (self._block(width).height if self.line else 0))

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, round(20 + current_theme().line_height("body")))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        line = theme.line_height("body")
        radio_dot(painter, QRectF(0, 10, 16, line), self.isChecked())
        end = chip_width(self.chip_text) + 8 if self.chip_text else 0
        fits = draw_text(painter, QRectF(26, 10, rect.width() - 26 - end, line), self.title, "ink", theme.font("strong"))
        self.setToolTip("" if fits else tip(self.title))
        chip(painter, QRectF(0, 10, rect.width(), line), self.chip_text, self.chip_kind, RIGHT)
        if self.line:
            self._block(rect.width()).paint(painter, 26, 10 + line)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(0, 4, 0, -4), 4)
