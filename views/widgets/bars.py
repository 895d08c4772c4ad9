"""Bars: against a target, of load (the other way round), of parts, of an interval."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, LEFT, draw_text, rounded, text_width
from views.widgets.base import PaintedWidget, bounds, tip


def target_tone(value: float, target: float) -> str:
    """Colour role of `value` against `target`: good at or over it, warn from 80 %, thread below."""
    if target <= 0 or value >= target:
        return "good"
    return "warn" if value >= 0.8 * target else "thread"


def load_tone(percent: float) -> str:
    """Colour role of a load: good below 95 %, warn to 100, thread above."""
    return "good" if percent < 95 else "warn" if percent <= 100 else "thread"


class _Bar(PaintedWidget):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 14)

    def _track(self, painter: QPainter) -> QRectF:
        box = QRectF(0, self.height() / 2 - 4, self.width(), 8)
        rounded(painter, box, current_theme().colour("track"), None, 4)
        return box

    def _fill(self, painter: QPainter, track: QRectF, share: float, role: str) -> None:
        width = track.width() * max(0.0, min(1.0, share))
        if width <= 0:
            return
        painter.save()
        painter.setClipRect(QRectF(track.x(), track.y(), width, 8))
        rounded(painter, QRectF(track.x(), track.y(), max(8.0, width), 8), current_theme().colour(role), None, 4)
        painter.restore()

    def _tick(self, painter: QPainter, track: QRectF, share: float, role: str = "ink") -> None:
        x = track.x() + track.width() * max(0.0, min(1.0, share))
        painter.fillRect(QRectF(min(max(0.0, x - 1), self.width() - 2), track.y() - 3, 2, 14), current_theme().colour(role))


class TargetBar(_Bar):
    """Fill with a tick at the target: green at or over it, ochre from 80 %, vermilion below; accent with `judged=False`.

    `planned` (done plus planned or announced) shows as accentbg with accent outline. `maximum` is the right end (default: a quarter past
    the greatest). `text` is read out and shown as tooltip: pass the sentence.
    """

    def __init__(
        self,
        value: float = 0,
        target: float | None = None,
        planned: float | None = None,
        maximum: float | None = None,
        judged: bool = True,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_values(value, target, planned, maximum, judged, text)

    def set_values(
        self,
        value: float,
        target: float | None = None,
        planned: float | None = None,
        maximum: float | None = None,
        judged: bool = True,
        text: str = "",
    ) -> None:
        """Show other figures."""
        self.value, self.target, self.planned, self.judged = value, target, planned, judged
        greatest = max(value, target or 0, planned or 0)
        self.maximum = maximum or max(greatest, 1.25 * (target or 0)) or 1
        self.setAccessibleName(text)
        self.setToolTip(tip(text))
        self.update()

    def tone(self) -> str:
        """Colour role of the fill."""
        if not self.judged or self.target is None:
            return "accent"
        return target_tone(self.value, self.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        track = self._track(painter)
        if self.planned is not None and self.planned > 0:
            box = QRectF(track.x(), track.y(), max(8.0, track.width() * min(1.0, self.planned / self.maximum)), 8)
            rounded(painter, box, theme.colour("accentbg"), theme.colour("accent"), 4)
        self._fill(painter, track, self.value / self.maximum, self.tone())
        if self.target is not None:
            self._tick(painter, track, self.target / self.maximum)


class LoadBar(_Bar):
    """Load in percent with a tick at 100: green below 95, ochre to 100, vermilion above. `then` puts a ring at the state after the
    chosen option. `text` is read out and shown as tooltip."""

    def __init__(
        self, percent: float = 0, then: float | None = None, maximum: float = 125, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_values(percent, then, maximum, text)

    def set_values(self, percent: float, then: float | None = None, maximum: float = 125, text: str = "") -> None:
        """Show other figures."""
        self.percent, self.then = percent, then
        self.maximum = max(maximum, percent, then or 0)
        self.setAccessibleName(text)
        self.setToolTip(tip(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        track = self._track(painter)
        self._fill(painter, track, self.percent / self.maximum, load_tone(self.percent))
        self._tick(painter, track, 100 / self.maximum)
        if self.then is not None:
            x = min(max(6.0, track.width() * self.then / self.maximum), track.width() - 6)
            rounded(painter, QRectF(x - 6, track.center().y() - 6, 12, 12), theme.colour("surface"), theme.colour("ink"), 6, 2)


class Part(NamedTuple):
    """A labelled part of a bar; `colour` is a role ("A", "B", "muted" for new buyers ...)."""

    label: str
    value: float
    colour: str


class PartsBar(PaintedWidget):
    """Labelled parts in one 20 px bar up to `capacity`; what is free stays track. A label that does not fit is a tooltip; its tier's letter stays."""

    def __init__(self, parts: Sequence[Part] = (), capacity: float = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.set_parts(parts, capacity)

    def set_parts(self, parts: Sequence[Part], capacity: float = 0) -> None:
        """Show other parts."""
        self.parts = tuple(Part(*part) for part in parts)
        self.capacity = max(capacity, sum(part.value for part in self.parts)) or 1
        self.setAccessibleName(", ".join(part.label for part in self.parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, current_theme().px(20))

    def boxes(self) -> list[QRectF]:
        """Where each part stands."""
        made, x = [], 0.0
        for part in self.parts:
            width = self.width() * part.value / self.capacity
            made.append(QRectF(x, 0, width, self.height()))
            x += width
        return made

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = next((part.label for part, box in zip(self.parts, self.boxes(), strict=True) if box.contains(event.position())), "")
        self.setToolTip(tip(over))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        rounded(painter, rect, theme.colour("track"), None, 4)
        font = theme.font("chip")
        for part, box in zip(self.parts, self.boxes(), strict=True):
            painter.save()
            painter.setClipRect(box.adjusted(0, 0, -1, 0))
            rounded(painter, rect, theme.colour(part.colour), None, 4)
            painter.restore()
            pad = 7 if box.width() > text_width(part.label, font) + 10 else 3
            if box.width() >= text_width(part.label, font) + pad + 1 or box.width() > 48:
                draw_text(painter, box.adjusted(pad, 0, -2, 0), part.label, "onaccent", font, LEFT, background=part.colour)
            elif part.label[1:2] == " " and box.width() >= text_width(part.label[0], font) + 7:
                draw_text(painter, box.adjusted(0, 0, -1, 0), part.label[0], "onaccent", font, CENTRE, background=part.colour)


class IntervalBar(_Bar):
    """A rate with its interval on a track from 0 to `maximum`: band in accent at 30 %, 2 px line at the value."""

    def __init__(
        self,
        low: float = 0,
        value: float = 0,
        high: float = 0,
        maximum: float = 100,
        tone: str = "accent",
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_values(low, value, high, maximum, tone, text)

    def set_values(self, low: float, value: float, high: float, maximum: float = 100, tone: str = "accent", text: str = "") -> None:
        """Show other figures."""
        self.low, self.value, self.high, self.maximum, self.tone = low, value, high, maximum or 1, tone
        self.setAccessibleName(text)
        self.setToolTip(tip(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        box = QRectF(0, self.height() / 2 - 4, self.width(), 8)
        rounded(painter, box, theme.colour("track"), None, 2)
        unit = box.width() / self.maximum
        rounded(painter, QRectF(self.low * unit, box.y(), (self.high - self.low) * unit, 8), theme.colour(self.tone, 0.3), None, 2)
        self._tick(painter, box, self.value / self.maximum, self.tone)
