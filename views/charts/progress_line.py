"""Orders so far against the line of the plan."""

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from views.charts.base import Chart, line, pen
from views.theme import current_theme
from views.theme.paint import LEFT, draw_text, rounded, text_width
from workbench.formatting import number
from workbench.strings import tr

Points = Sequence[tuple[float, float]]


class ProgressLine(Chart):
    """`set_lines(actual, plan, labels)`: points are (place 0 to 1, value). Actual is solid accent with a dot and its value at the end, the
    plan dashed. `labels`: (place, text) under the axis. `band`: (place, low, high) points of the likely outcome, accent at 18 %. The ends of
    plan and band are named at the right; `shown` writes values."""

    def __init__(self, height: int = 130, parent: QWidget | None = None) -> None:
        super().__init__(height, parent)
        self._actual: Points = ()
        self._plan: Points = ()
        self._labels: Sequence[tuple[float, str]] = ()
        self._band: Sequence[tuple[float, float, float]] = ()
        self.shown: Callable[[float], str] = number

    def set_lines(
        self,
        actual: Points,
        plan: Points = (),
        labels: Sequence[tuple[float, str]] = (),
        band: Sequence[tuple[float, float, float]] = (),
        name: str = "",
    ) -> None:
        """Show other lines."""
        self._actual, self._plan, self._labels, self._band = tuple(actual), tuple(plan), tuple(labels), tuple(band)
        words = []
        if self._actual:
            words.append(tr("now {value}", value=self.shown(self._actual[-1][1])))
        if self._plan:
            words.append(tr("planned by now {value}", value=self.shown(self._plan_now())))
        self.describe(name or tr("Progress"), ", ".join(words))
        self.update()

    def _plan_now(self) -> float:
        end = self._actual[-1][0] if self._actual else 1.0
        before = [point for point in self._plan if point[0] <= end + 1e-9]
        after = [point for point in self._plan if point[0] > end + 1e-9]
        if not before or not after:
            return (before or after)[-1][1]
        (x1, y1), (x2, y2) = before[-1], after[0]
        return y1 + (y2 - y1) * (end - x1) / (x2 - x1) if x2 > x1 else y1

    def _ends(self) -> list[tuple[float, str]]:
        """What is named at the right end: (value, text), from the top down."""
        ends = [value for place, low, high in self._band[-1:] for value in (high, low)] + [value for _, value in self._plan[-1:]]
        return [(value, self.shown(value)) for value in sorted(set(ends), reverse=True)]

    def plot(self) -> QRectF:
        """The area of the lines."""
        small = current_theme().font("caption", tabular=True)
        beside = max((ceil(text_width(text, small)) + 8.0 for _, text in self._ends()), default=0.0)
        return QRectF(0, 10, max(40.0, self.width() - beside), max(30.0, self.height() - 10 - (22 if self._labels else 6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current_theme(), self.plot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = max([value for _, value in (*self._actual, *self._plan)] + [top for _, _, top in self._band] + [1.0])

        def spot(place: float, value: float) -> QPointF:
            return QPointF(area.x() + area.width() * place, area.bottom() - area.height() * value / high)

        if self._band:
            shape = QPolygonF([spot(x, top) for x, _, top in self._band] + [spot(x, low) for x, low, _ in reversed(self._band)])
            painter.setPen(pen("accent", 1, alpha=0))
            painter.setBrush(theme.colour("accent", 0.18))
            painter.drawPolygon(shape)
        line(painter, area.x(), area.bottom(), area.right(), area.bottom(), pen("faint"))
        if len(self._plan) > 1:
            painter.setPen(pen("muted", 1, True))
            painter.drawPolyline([spot(*point) for point in self._plan])
        font, small = theme.font("chip", tabular=True), theme.font("caption", tabular=True)
        if self._actual:
            painter.setPen(pen("accent", 2))
            painter.drawPolyline([spot(*point) for point in self._actual])
            end = spot(*self._actual[-1])
            rounded(painter, QRectF(end.x() - 4, end.y() - 4, 8, 8), theme.colour("accent"), None, 4)
            plan_y = spot(0, self._plan_now()).y() if self._plan else end.y() + 40
            apart = abs(plan_y - end.y()) >= 15
            up = plan_y >= end.y()
            own = end.y() if apart else (end.y() + plan_y) / 2 + (-7.5 if up else 7.5)
            other = plan_y if apart else own + (15 if up else -15)
            self._value(painter, end.x() + 8, own, self._actual[-1][1], "accent", font)
            if self._plan:
                self._value(painter, end.x() + 8, other, self._plan_now(), "muted", small)
        self._name_ends(painter, area, high, small)
        for place, text in self._labels:
            x = min(area.x() + area.width() * place, self.width() - text_width(text, small))
            draw_text(painter, QRectF(x, area.bottom() + 4, text_width(text, small) + 1, 17), text, "muted", small, LEFT, elide=False)

    def _value(self, painter: QPainter, x: float, y: float, value: float, tone: str, font: QFont) -> None:
        text = self.shown(value)
        draw_text(painter, QRectF(x, y - 9, text_width(text, font) + 1, 18), text, tone, font, LEFT, elide=False)

    def _name_ends(self, painter: QPainter, area: QRectF, high: float, font: QFont) -> None:
        """The values at the right end, each beside its line or as near as the one above lets it."""
        gap, ends = 15.0, self._ends()
        if not ends or (not self._band and self._actual and self._actual[-1][0] > 0.9):
            return
        spots: list[float] = []
        for value, _ in ends:
            y = area.bottom() - area.height() * value / high
            spots.append(max(y, spots[-1] + gap) if spots else y)
        lowest = area.bottom() - 8
        for i in range(len(spots) - 1, -1, -1):
            spots[i] = min(spots[i], lowest - gap * (len(spots) - 1 - i))
        goal = self._plan[-1][1] if self._plan else None
        for (value, _), y in zip(ends, spots, strict=True):
            self._value(painter, area.right() + 8, y, value, "ink" if value == goal else "muted", font)
