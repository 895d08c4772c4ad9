"""The week of all reps as a grid: a row a rep, a column a day, a card a visit. Chosen by mouse and keys, moved by dragging."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import LEFT, RIGHT, draw_text, focus_ring, hairline, rounded, tier_square
from views.widgets.base import PaintedWidget, bounds, tip
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.cards import VisitCard
from workbench.visits.week import RepWeek, WeekView

HEAD, SIDE, CARD, GAP = 34, 96, 46, 6
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class WeekGrid(PaintedWidget):
    """`chosen(visit id)` when the user picks a card; `moved(visit id, day, rep id)` when he drags it or presses Alt and an arrow."""

    chosen = Signal(int)
    moved = Signal(int, object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: WeekView | None = None
        self._current: int | None = None
        self._drag: tuple[int, QPointF] | None = None
        self._over: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, week: WeekView, current: int | None) -> None:
        """Show a week, with this visit chosen."""
        self._week, self._current = week, current
        self.setAccessibleName(tr("Visits of the week"))
        count = sum(rep.visits for rep in week.reps)
        self.setAccessibleDescription(ntr("{n} visit", "{n} visits", count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(700, current_theme().px(HEAD) + sum(self._tall(rep) for rep in self._week.reps) + 2 if self._week else 200)

    def _tall(self, rep: RepWeek) -> int:
        theme = current_theme()
        return max(theme.px(92), max((len(cards) for cards in rep.days), default=0) * theme.px(CARD + GAP) + theme.px(GAP + 4))

    def _columns(self) -> list[tuple[float, float]]:
        week = self._week
        days = len(week.days) if week else 0
        side = current_theme().px(SIDE)
        width = (self.width() - side) / max(days, 1)
        return [(side + place * width, width) for place in range(days)]

    def _rows(self) -> list[tuple[RepWeek, float, float]]:
        made, top = [], float(current_theme().px(HEAD))
        for rep in self._week.reps if self._week else ():
            made.append((rep, top, float(self._tall(rep))))
            top += self._tall(rep)
        return made

    def cards(self) -> list[tuple[VisitCard, QRectF]]:
        """Every card and where it stands."""
        theme, found = current_theme(), []
        for rep, top, _ in self._rows():
            for (x, width), cards in zip(self._columns(), rep.days, strict=True):
                for place, card in enumerate(cards):
                    box = QRectF(x + 5, top + theme.px(GAP) + place * theme.px(CARD + GAP), width - 10, theme.px(CARD))
                    found.append((card, box))
        return found

    def cell_at(self, spot: QPointF) -> tuple[date, int] | None:
        """The day and the rep under a point."""
        week = self._week
        if week is None:
            return None
        for rep, top, tall in self._rows():
            for day, (x, width) in zip(week.days, self._columns(), strict=True):
                if x <= spot.x() < x + width and top <= spot.y() < top + tall:
                    return day.day, rep.rep_id
        return None

    # ---- telling

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self._words_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def _words_at(self, spot: QPointF) -> str:
        """What stands at a point, in full."""
        for card, box in self.cards():
            if box.contains(spot):
                return f"{card.name}\n{card.topics}"
        for (x, width), words in zip(self._columns(), self._headings(), strict=True):
            if x <= spot.x() < x + width and spot.y() < current_theme().px(HEAD):
                return words
        return next((rep.name + "\n" + rep.short_name for rep, top, tall in self._rows() if top <= spot.y() < top + tall), "")

    def _headings(self) -> list[str]:
        days = self._week.days if self._week else ()
        return [
            f"{formatting.weekday_short(day.day.weekday())} {day.day.day}" + (f" {day.closed_name}" if day.closed_name else "")
            for day in days
        ]

    # ---- acting

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for card, box in self.cards():
            if box.contains(event.position()) and event.button() == Qt.MouseButton.LeftButton:
                self._choose(card.id)
                self._drag = (card.id, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None and (event.position() - self._drag[1]).manhattanLength() > 8:
            self._over = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, over, self._drag, self._over = self._drag, self._over, None, None
        self.update()
        if drag is not None and over is not None and (cell := self.cell_at(event.position())) is not None:
            self._move(drag[0], *cell)

    def _move(self, visit: int, day: date, rep: int) -> None:
        card = next((card for card, _ in self.cards() if card.id == visit), None)
        if card is not None and (card.day, card.rep_id) != (day, rep):
            self.moved.emit(visit, day, rep)

    def _choose(self, visit: int) -> None:
        if visit != self._current:
            self._current = visit
            self.update()
            self.chosen.emit(visit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        cards = self.cards()
        if step is None or not cards or self._week is None:
            super().keyPressEvent(event)
            return
        here = next(((card, box) for card, box in cards if card.id == self._current), cards[0])
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            spot = self._neighbour(here[0], step)
            if spot is not None:
                self._move(here[0].id, *spot)
            return
        middle = here[1].center()
        ahead = [
            (card, box)
            for card, box in cards
            if (
                (box.center() - middle).x() * step[0] > 1
                if step[0]
                else abs((box.center() - middle).x()) < 2 and (box.center() - middle).y() * step[1] > 1
            )
        ]
        if ahead:
            self._choose(min(ahead, key=lambda one: (one[1].center() - middle).manhattanLength())[0].id)

    def _neighbour(self, card: VisitCard, step: tuple[int, int]) -> tuple[date, int] | None:
        assert self._week is not None
        days, reps = [day.day for day in self._week.days], [rep.rep_id for rep in self._week.reps]
        column, line = days.index(card.day) + step[0], reps.index(card.rep_id) + step[1]
        return (days[column], reps[line]) if 0 <= column < len(days) and 0 <= line < len(reps) else None

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, rect, theme.colour("surface"), theme.colour("line"), theme.size("card"))
        if self._week is None:
            return
        head = theme.px(HEAD)
        for day, words, (x, width) in zip(self._week.days, self._headings(), self._columns(), strict=True):
            if day.today:
                painter.fillRect(QRectF(x, 1, width, rect.height() - 2), theme.colour("accentbg"))
            hairline(painter, int(x), 1, int(x), int(rect.height()) - 1)
            ground = "accentbg" if day.today else "surface"
            tone = "accent" if day.today else "muted"
            draw_text(
                painter, QRectF(x + 10, 0, width - 14, head), words, tone, theme.font("caption_strong"), LEFT, elide=True, background=ground
            )
        for rep, top, _ in self._rows():
            hairline(painter, 0, int(top), self.width(), int(top))
            self._rep(painter, rep, top)
        for card, box in self.cards():
            self._card(painter, card, box)
        if self._over is not None and (cell := self.cell_at(self._over)) is not None:
            draw_text(
                painter,
                QRectF(self._over.x() + 8, self._over.y() - 24, 160, 20),
                formatting.day_short(cell[0]),
                "accent",
                theme.font("strong"),
                LEFT,
                background="surface",
            )
        if self.hasFocus():
            focus_ring(painter, rect, theme.size("card"))

    def _rep(self, painter: QPainter, rep: RepWeek, top: float) -> None:
        theme = current_theme()
        side, line = theme.px(SIDE) - 14, theme.px(17)
        lines = [
            (rep.short_name or rep.name, "ink", "strong"),
            (ntr("{n} visit", "{n} visits", rep.visits), "muted", "caption"),
            (formatting.duration(rep.driving_minutes), "muted", "caption"),
        ]
        if rep.load is not None:
            lines.append((formatting.percent(rep.load), "thread" if rep.load > 1 else "muted", "caption"))
        for place, (text, tone, role) in enumerate(lines):
            box = QRectF(10, top + theme.px(8) + place * line, side, line)
            draw_text(painter, box, text, tone, theme.font(role), LEFT, elide=True, background="surface")

    def _card(self, painter: QPainter, card: VisitCard, box: QRectF) -> None:
        theme, current = current_theme(), card.id == self._current
        rounded(painter, box, theme.colour("surface"), theme.colour("accent" if current else "line"), 6, 2 if current else 1)
        square = theme.px(16)
        tier_square(painter, QRectF(box.x() + 6, box.y() + 5, square, square), card.tier)
        tone = {"done": "good", "missed": "muted"}.get(card.status, "thread" if card.no_log else "muted")
        mark = {"done": "✓ ", "missed": "✕ "}.get(card.status, "")
        top = QRectF(box.x() + 10 + square, box.y() + 3, box.width() - square - 16, theme.px(20))
        draw_text(
            painter, top, mark + formatting.clock_time(card.start), tone, theme.font("caption", tabular=True), LEFT, background="surface"
        )
        if card.locked:
            paint_icon(painter, QRectF(box.right() - 20, box.y() + 6, 13, 13), "lock", theme.colour("muted"))
        else:
            draw_text(painter, top, str(card.number), "muted", theme.font("caption", tabular=True), RIGHT, background="surface")
        name = QRectF(box.x() + 7, box.y() + theme.px(23), box.width() - 12, theme.px(20))
        draw_text(
            painter,
            name,
            card.name,
            "muted" if card.status == "missed" else "ink",
            theme.font("caption_strong"),
            LEFT,
            elide=True,
            background="surface",
        )
