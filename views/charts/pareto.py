"""Who carries the revenue: bars by customer, the cumulated curve, and two thresholds to drag. It tries, it never saves."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from views.charts.base import Chart, Handle, line, pen, threshold_grip
from views.theme import current_theme
from views.theme.paint import CENTRE, LEFT, RIGHT, draw_text, rounded, text_width
from workbench.formatting import number, percent
from workbench.strings import ntr, tr

MOST_BARS = 240


class ParetoRow(NamedTuple):
    """One customer, best first. `value` in any one unit; `text` is the amount as people read it."""

    name: str
    value: float
    text: str = ""


class Pareto(Chart):
    """`set_rows(rows)`, best first; `set_thresholds(a, b)` in percent, as saved; `try_thresholds(a, b)` shows others beside the saved ones.

    `trying(a, b)` while a line is dragged or moved by keys, `released(a, b)` when let go; both only by the user. Whoever crosses a
    threshold gets the better tier, equal values share it.
    """

    trying = Signal(float, float)
    released = Signal(float, float)

    def __init__(self, height: int = 218, parent: QWidget | None = None) -> None:
        super().__init__(height, parent)
        self._rows: tuple[ParetoRow, ...] = ()
        self._cumulated: list[float] = []
        self.saved: tuple[float, float] = (80, 95)
        self.tried: tuple[float, float] = (80, 95)
        self._a = Handle(self, threshold_grip("A"), 24, 22)
        self._b = Handle(self, threshold_grip("B"), 24, 22)
        for handle in (self._a, self._b):
            handle.dropped.connect(self._drop)
            handle.cancelled.connect(self._back)
        self._a.dragged.connect(self._drag_a)
        self._b.dragged.connect(self._drag_b)
        self._a.stepped.connect(self._step_a)
        self._b.stepped.connect(self._step_b)
        self._tell()

    def set_rows(self, rows: Sequence[ParetoRow]) -> None:
        """Show other customers, best first."""
        self._rows = tuple(row if isinstance(row, ParetoRow) else ParetoRow(*row) for row in rows)
        total, so_far, self._cumulated = sum(max(0.0, row.value) for row in self._rows) or 1.0, 0.0, []
        for row in self._rows:
            so_far += max(0.0, row.value)
            self._cumulated.append(100 * so_far / total)
        self._tell()

    def set_thresholds(self, a: float, b: float) -> None:
        """The saved thresholds; nothing is being tried."""
        self.saved = self.tried = (a, b)
        self._tell()

    def try_thresholds(self, a: float, b: float) -> None:
        """Show others without saving, and without a signal."""
        self.tried = (a, b)
        self._tell()

    def counts(self, thresholds: tuple[float, float]) -> tuple[int, int, int]:
        """How many are A, B and C under `thresholds`."""
        a = self._ends(thresholds[0])
        b = max(a, self._ends(thresholds[1]))
        return a, b - a, len(self._rows) - b

    def _ends(self, threshold: float) -> int:
        """How many rows are at or before the one that crosses `threshold` percent."""
        if not self._rows:
            return 0
        place = min(bisect_left(self._cumulated, threshold - 1e-9) + 1, len(self._rows))
        while place < len(self._rows) and self._rows[place].value == self._rows[place - 1].value:
            place += 1
        return place

    def _tell(self) -> None:
        a, b, c = self.counts(self.tried)
        self._a.name(tr("A ends at {share}", share=_percent(self.tried[0])))
        self._b.name(tr("B ends at {share}", share=_percent(self.tried[1])))
        words = [f"A {number(a)}", f"B {number(b)}", f"C {number(c)}", self._a.toolTip(), self._b.toolTip()]
        self.describe(tr("Customers by revenue, cumulated"), ", ".join(words))
        self._arrange()
        self.update()

    def retranslate(self) -> None:
        self._tell()

    def take_focus(self) -> None:
        """The keyboard goes to the line of A."""
        self._a.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # places

    def plot(self) -> QRectF:
        """The area of the bars."""
        left = text_width(percent(1), current_theme().font("caption", tabular=True)) + 9
        return QRectF(left, 14, max(60.0, self.width() - left - 26), max(40.0, self.height() - 14 - 26))

    def y_of(self, share: float) -> float:
        """Height of `share` percent."""
        area = self.plot()
        return area.bottom() - area.height() * share / 100

    def _x(self, place: float) -> float:
        area = self.plot()
        return area.x() + area.width() * place / max(1, len(self._rows))

    def _arrange(self) -> None:
        right = self.plot().right() + 6
        close = abs(self.y_of(self.tried[0]) - self.y_of(self.tried[1])) < 20
        self._a.place(right, self.y_of(self.tried[0]) + (10 if close else 0))
        self._b.place(right, self.y_of(self.tried[1]) - (10 if close else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    # moving

    def _move(self, a: float, b: float) -> None:
        if (a, b) != self.tried:
            self.tried = (a, b)
            self._tell()
            self.trying.emit(a, b)

    def _share(self, y: float) -> int:
        area = self.plot()
        return round(100 * (area.bottom() - y) / area.height())

    @Slot(float)
    def _drag_a(self, y: float) -> None:
        self._move(max(1, min(self._share(y), self.tried[1])), self.tried[1])

    @Slot(float)
    def _drag_b(self, y: float) -> None:
        self._move(self.tried[0], max(self.tried[0], min(self._share(y), 100)))

    @Slot(int)
    def _step_a(self, step: int) -> None:
        self._move(max(1, min(self.tried[0] + step, self.tried[1])), self.tried[1])

    @Slot(int)
    def _step_b(self, step: int) -> None:
        self._move(self.tried[0], max(self.tried[0], min(self.tried[1] + step, 100)))

    @Slot()
    def _drop(self) -> None:
        self.released.emit(*self.tried)

    @Slot()
    def _back(self) -> None:
        self._move(*self.saved)
        self.released.emit(*self.tried)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._grid(painter)
        if not self._rows:
            return
        self._bars(painter)
        curve = QPolygonF([QPointF(self._x(0), self.y_of(0))])
        step = max(1, len(self._rows) // 800)
        for place in [*range(0, len(self._rows), step), len(self._rows) - 1]:
            curve.append(QPointF(self._x(place + 1), self.y_of(self._cumulated[place])))
        painter.setPen(pen("ink", 2))
        painter.drawPolyline(curve)
        self._thresholds(painter)
        self._words(painter)

    def _grid(self, painter: QPainter) -> None:
        area, font = self.plot(), current_theme().font("caption", tabular=True)
        for share in (0, 50, 100):
            y = self.y_of(share)
            line(painter, area.x(), y, area.right(), y, pen("line"))
            draw_text(
                painter, QRectF(0, y - 9, area.x() - 8, 18), percent(share / 100) if share else "0", "muted", font, RIGHT, elide=False
            )

    def _bars(self, painter: QPainter) -> None:
        theme, area = current_theme(), self.plot()
        count = len(self._rows)
        a, b = self._ends(self.saved[0]), self._ends(self.saved[1])
        ta, tb = self._ends(self.tried[0]), self._ends(self.tried[1])
        bars = min(count, MOST_BARS)
        greatest = max(self._rows[0].value, 1e-9)
        width = area.width() / bars
        gap = 1.5 if width > 6 else 0.5 if width > 2.5 else 0
        for bar in range(bars):
            place = bar * count // bars
            tier, then = _tier(place, a, b), _tier(place, ta, tb)
            tall = max(1.0, area.height() * 0.7 * max(0.0, self._rows[place].value) / greatest)
            box = QRectF(area.x() + bar * width + gap, area.bottom() - tall, max(0.5, width - 2 * gap), tall)
            rounded(painter, box, theme.colour(tier, 1 if tier == then else 0.45), None, min(1.5, box.width() / 3))

    def _thresholds(self, painter: QPainter) -> None:
        for number_, role in ((1, "B"), (0, "A")):
            tried, saved = self.tried[number_], self.saved[number_]
            if tried != saved:
                self._cut(painter, saved, role, dash=True)
            self._cut(painter, tried, role, dash=False)

    def _cut(self, painter: QPainter, threshold: int, role: str, dash: bool) -> None:
        made = pen(role, 1, dash, 0.7 if dash else 1)
        ends = self._ends(threshold)
        x, y = self._x(ends), self.y_of(threshold)
        line(painter, x, y, self.plot().right(), y, made)
        line(painter, x, self.y_of(self._cumulated[ends - 1]), x, self.plot().bottom(), made)

    def _label(self, place: int) -> str:
        share, tier = _percent(self.tried[place]), "AB"[place]
        if self.tried[place] == self.saved[place]:
            return tr("{tier} to {share}", tier=tier, share=share)
        return tr("{tier} to {share}, trying", tier=tier, share=share)

    def _words(self, painter: QPainter) -> None:
        theme, area = current_theme(), self.plot()
        strong, plain = theme.font("chip", tabular=True), theme.font("caption", tabular=True)
        right = area.right() - 14
        gap = self.y_of(self.tried[0]) - self.y_of(self.tried[1])
        for place, role in ((1, "B"), (0, "A")):
            tried, saved = self.tried[place], self.saved[place]
            beside = text_width(self._label(0), strong) + 14 if role == "B" and gap < 20 else 0
            y = self.y_of(self.tried[0] if beside else tried) + 2
            self._label_at(painter, right - beside, y, self._label(place), role, strong)
            if tried != saved:
                self._saved_label(painter, place, right - 18 - max(text_width(self._label(one), strong) for one in (0, 1)))
        words = tr("cumulated")
        x, top = self._x(self._ends(90)), self.y_of(99)
        beside = max(area.x(), x - 8 - text_width(words, plain) - 30)
        draw_text(painter, QRectF(beside, top, 90, 17), words, "muted", plain, elide=False)
        self._best(painter, top, beside)
        self._feet(painter)

    def _saved_label(self, painter: QPainter, place: int, right: float) -> None:
        """Names the saved line left of the words of those tried. That of B would meet the curve, so it stands only where it is far away."""
        role, saved, tried = "AB"[place], self.saved[place], self.tried[place]
        y, apart = self.y_of(saved), abs(self.y_of(saved) - self.y_of(tried))
        if role == "B" and (apart < 19 or saved < tried):
            return
        higher = role == "A" and (saved > tried or apart < 20)
        text = tr("{tier} to {share}, saved", tier=role, share=_percent(saved))
        self._label_at(painter, right, y + (-18 if higher else 2), text, "muted", current_theme().font("caption", tabular=True))

    def _label_at(self, painter: QPainter, right: float, top: float, text: str, role: str, font: QFont) -> None:
        """A line's words, on ground of their own where another line would run through them."""
        wide = text_width(text, font)
        painter.fillRect(QRectF(right - wide - 3, top + 1, wide + 6, 15), current_theme().colour("surface"))
        draw_text(painter, QRectF(right - wide - 1, top, wide + 1, 17), text, role, font, RIGHT, elide=False, background="surface")

    def _best(self, painter: QPainter, top: float, end: float) -> None:
        """The best customer's name and amount over its bar, as far as they stay left of the curve and of `end`."""
        theme, area, first = current_theme(), self.plot(), self._rows[0]
        if not first.name or self._cumulated[0] >= 60:
            return
        left = area.x() + 2
        looks = ((first.name, "ink", theme.font("caption_strong")), (first.text, "muted", theme.font("caption", tabular=True)))
        for place, (text, tone, font) in enumerate(looks):
            foot = top + 16 * place + 17
            room = min(self._x(self._ends(max(1, 100 * (area.bottom() - foot) / area.height())) - 1), end) - left - 10
            wide = text_width(text, font) + 1
            if wide > room:
                return
            draw_text(painter, QRectF(left, foot - 17, wide, 17), text, tone, font)

    def _feet(self, painter: QPainter) -> None:
        theme, area = current_theme(), self.plot()
        a, b = self._ends(self.saved[0]), self._ends(self.saved[1])
        ta, tb = self._ends(self.tried[0]), self._ends(self.tried[1])
        marks = sorted({0, a, b, ta, tb, len(self._rows)})
        used = 0.0
        for start, end in zip(marks, marks[1:], strict=False):
            tier, then = _tier(start, a, b), _tier(start, ta, tb)
            moves = tier != then
            text = ntr("{n} moves", "{n} move", end - start) if moves else f"{tier} {number(end - start)}"
            font = theme.font("caption" if moves else "chip", tabular=True)
            wide = text_width(text, font)
            x = max(used + 6, (self._x(start) + self._x(end)) / 2 - wide / 2)
            x = min(x, self.width() - wide)
            draw_text(
                painter,
                QRectF(x, area.bottom() + 6, wide + 1, 17),
                text,
                "muted" if moves else tier,
                font,
                LEFT if wide else CENTRE,
                elide=False,
            )
            used = x + wide


def _percent(threshold: float) -> str:
    return percent(threshold / 100, 0 if threshold == round(threshold) else 1)


def _tier(place: int, a: int, b: int) -> str:
    return "A" if place < a else "B" if place < b else "C"
