"""Rates with their intervals on one axis, and ranked bars."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.charts.base import Chart, line, pen
from views.theme import current_theme
from views.theme.paint import CENTRE, LEFT, RIGHT, draw_text, rounded, text_width
from workbench.formatting import percent


class Rate(NamedTuple):
    """One row, shares from 0 to 1. `count` says "5 of 28"; `plan` is the tick, `plan_text` its words; `break_` marks the stage that
    explains a break (vermilion)."""

    label: str
    low: float
    value: float
    high: float
    count: str = ""
    plan: float | None = None
    plan_text: str = ""
    break_: bool = False


class RateChart(Chart):
    """`set_rates([...])`: a dot at each rate, its interval as a light band, the plan as a tick, the axis from 0 to 100 %."""

    def __init__(self, height: int = 150, parent: QWidget | None = None) -> None:
        super().__init__(height, parent)
        self._rates: tuple[Rate, ...] = ()

    def set_rates(self, rates: Sequence[Rate], name: str = "") -> None:
        """Show other rates."""
        self._rates = tuple(Rate(*rate) for rate in rates)
        words = [f"{rate.label}: {percent(rate.value)} ({percent(rate.low)} – {percent(rate.high)})" for rate in self._rates]
        self.describe(name or ", ".join(rate.label for rate in self._rates), "; ".join(words))
        self.update()

    def plot(self) -> QRectF:
        """The area of the bands."""
        font = current_theme().font("caption_strong")
        left = min(max((text_width(rate.label, font) for rate in self._rates), default=0.0) + 18, self.width() * 0.42)
        return QRectF(left, 4, max(60.0, self.width() - left - 28), max(40.0, self.height() - 4 - 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current_theme(), self.plot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = theme.font("caption", tabular=True)
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = area.x() + area.width() * share
            line(painter, x, area.y(), x, area.bottom(), pen("line"))
            draw_text(
                painter, QRectF(x - 30, area.bottom() + 5, 60, 17), percent(share) if share else "0", "muted", small, CENTRE, elide=False
            )
        each = area.height() / max(1, len(self._rates))
        for place, rate in enumerate(self._rates):
            self._rate(painter, rate, area.y() + each * (place + 0.5) + 4)

    def _rate(self, painter: QPainter, rate: Rate, y: float) -> None:
        theme, area = current_theme(), self.plot()
        small, strong = theme.font("caption", tabular=True), theme.font("caption_strong", tabular=True)
        tone = "thread" if rate.break_ else "accent"
        font = strong if rate.break_ else small
        fits = draw_text(painter, QRectF(0, y - 9, area.x() - 10, 18), rate.label, "ink" if rate.break_ else "muted", font, LEFT)
        self.setToolTip(self.toolTip() if fits else rate.label)
        band = QRectF(area.x() + area.width() * rate.low, y - 5.5, max(2.0, area.width() * (rate.high - rate.low)), 11)
        rounded(painter, band, theme.colour(tone, 0.18), None, 2)
        x = area.x() + area.width() * rate.value
        if rate.plan is not None:
            tick = area.x() + area.width() * rate.plan
            painter.fillRect(QRectF(tick - 1, y - 10, 2, 20), theme.colour("ink"))
            wide = text_width(rate.plan_text, small)
            left = tick + 6 if tick + 6 + wide < self.width() else tick - 6 - wide
            draw_text(painter, QRectF(left, y - 24, wide + 1, 17), rate.plan_text, "muted", small, LEFT, elide=False)
        rounded(painter, QRectF(x - 5, y - 5, 10, 10), theme.colour(tone), None, 5)
        wide = text_width(rate.count, font)
        left = min(max(area.x(), x - wide / 2), self.width() - wide)
        if rate.plan_text and rate.plan is not None and abs(area.x() + area.width() * rate.plan - x) < wide + 10:
            left = max(area.x(), min(left, area.x() + area.width() * rate.plan - wide - 4))
        draw_text(painter, QRectF(left, y - 24, wide + 1, 17), rate.count, "ink" if rate.break_ else "muted", font, LEFT, elide=False)


class RankedBar(NamedTuple):
    """One row of a ranked list; `strong` is the highlighted series."""

    label: str
    value: float
    text: str
    strong: bool = False


class RankedBars(Chart):
    """Label, bar, number: `set_bars([...])`. One row is highlighted in accent, the others are pale."""

    def __init__(self, row: int = 28, label_width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(row, parent)
        self._row, self._label_width = row, label_width
        self._bars: tuple[RankedBar, ...] = ()
        self.setMinimumHeight(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: Sequence[RankedBar], name: str = "") -> None:
        """Show other bars."""
        self._bars = tuple(RankedBar(*bar) for bar in bars)
        self.describe(name, "; ".join(f"{bar.label} {bar.text}" for bar in self._bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, current_theme().px(self._row) * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        each = theme.px(self._row)
        wide = self._label_width or min(
            max((text_width(bar.label, theme.font()) for bar in self._bars), default=0.0) + 14, self.width() * 0.45
        )
        end = max((text_width(bar.text, theme.font("strong", tabular=True)) for bar in self._bars), default=0.0) + 12
        greatest = max((bar.value for bar in self._bars), default=1.0) or 1.0
        for place, bar in enumerate(self._bars):
            top = place * each
            draw_text(painter, QRectF(0, top, wide - 8, each), bar.label, "ink", theme.font())
            box = QRectF(wide, top + each / 2 - 4, max(8.0, (self.width() - wide - end) * bar.value / greatest), 8)
            rounded(painter, box, theme.colour("accent", 1.0 if bar.strong else 0.36), None, 4)
            draw_text(painter, QRectF(self.width() - end, top, end, each), bar.text, "ink", theme.font("strong", tabular=True), RIGHT)
