"""The week of all reps as a grid: a row a rep, a column a day, a card a visit. Chosen by mouse and keys, moved by dragging."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from views.panes.plan.cards import card_height, load_words, paint_card, paint_rep
from views.panes.plan.carry import Carried, Carrier
from views.theme import current_theme
from views.theme.paint import LEFT, draw_text, focus_ring, hairline, rounded
from views.theme.text_block import Run, TextBlock
from views.widgets.base import PaintedWidget, bounds, tip
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.cards import VisitCard
from workbench.visits.week import RepWeek, WeekDay, WeekView

HEAD, GAP, LEAST_ROW = 34, 6, 96
ROOMY = 600
"""A grid narrower than this gives the days of what the reps have."""
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
Cell = tuple[date, int]


class WeekGrid(PaintedWidget):
    """`chosen(visit id)` when the user picks a card; `moved(visit id, day, rep id)` when he presses Alt and an arrow; `opened(customer id)` on
    Enter or a double click; `asked(day, rep id)` on a double click into a free place; `menu_wanted(global place)`. The carrier drags cards."""

    chosen = Signal(int)
    moved = Signal(int, object, int)
    opened = Signal(int)
    asked = Signal(object, int)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: WeekView | None = None
        self._current: int | None = None
        self._fresh: frozenset[int] = frozenset()
        self._heights: dict[tuple[int, float, int], int] = {}
        self._placed: tuple[tuple[int, int, int], list[tuple[VisitCard, QRectF]]] | None = None
        self._target: Cell | None = None
        self._scrolled = 0
        self.carrier = Carrier(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_week(self, week: WeekView, current: int | None, fresh: frozenset[int] = frozenset()) -> None:
        """Show a week, with this visit chosen. The visits in `fresh` are proposed and stand out."""
        self._week, self._current, self._fresh = week, current, fresh
        self._heights.clear()
        self._placed = None
        self.setAccessibleName(tr("Visits of the week"))
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        card = next((card for card, _ in self.cards() if card.id == self._current), None)
        count = sum(rep.visits for rep in self._week.reps) if self._week else 0
        words = ntr("{n} visit", "{n} visits", count)
        if card is not None:
            words = f"{card.name}, {formatting.day_long(card.day)} {formatting.clock_time(card.start)}"
        self.setAccessibleDescription(words)

    def set_scrolled(self, top: int) -> None:
        """So many px are scrolled out of sight above: the days stay in sight."""
        self._scrolled = top
        self.update()

    def set_target(self, cell: Cell | None) -> None:
        """Mark where what is carried would be put down."""
        if cell != self._target:
            self._target = cell
            self.update()

    # ---- measuring

    def sizeHint(self) -> QSize:
        return QSize(700, self.heightForWidth(max(self.width(), 500)))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, current_theme().px(HEAD + LEAST_ROW))

    def heightForWidth(self, width: int) -> int:
        tall = sum(self._needs(rep, self._column_width(width)) for rep in self._week.reps) if self._week else LEAST_ROW
        return current_theme().px(HEAD) + tall + 2

    def _side(self, width: int) -> int:
        return current_theme().px(96 if width >= ROOMY else 78)

    def _column_width(self, width: int) -> float:
        return (width - self._side(width)) / max(len(self._week.days) if self._week else 0, 1)

    def _needs(self, rep: RepWeek, column: float) -> int:
        theme = current_theme()
        key = rep.rep_id, column, theme.px(100)
        if (known := self._heights.get(key)) is not None:
            return known
        stacks = [sum(card_height(card, column - 2 * _margin(column)) + theme.px(GAP) for card in cards) for cards in rep.days]
        tall = max(theme.px(LEAST_ROW), max(stacks, default=0) + theme.px(GAP + 4))
        self._heights[key] = tall
        return tall

    def _columns(self) -> list[tuple[float, float]]:
        side, width = self._side(self.width()), self._column_width(self.width())
        return [(side + place * width, width) for place in range(len(self._week.days) if self._week else 0)]

    def _rows(self) -> list[tuple[RepWeek, float, float]]:
        """Every rep with top and height of its row; what the rows do not need is shared out."""
        reps = self._week.reps if self._week else ()
        top, spare = float(current_theme().px(HEAD)), max(0, self.height() - self.heightForWidth(self.width())) / max(len(reps), 1)
        made = []
        for rep in reps:
            tall = self._needs(rep, self._column_width(self.width())) + spare
            made.append((rep, top, tall))
            top += tall
        return made

    def cards(self) -> list[tuple[VisitCard, QRectF]]:
        """Every card and where it stands."""
        size = (self.width(), self.height(), current_theme().px(100))
        if self._placed is not None and self._placed[0] == size:
            return self._placed[1]
        gap, found = current_theme().px(GAP), []
        for rep, top, _ in self._rows():
            for (x, width), cards in zip(self._columns(), rep.days, strict=True):
                place, margin = top + gap, _margin(width)
                for card in cards:
                    tall = card_height(card, width - 2 * margin)
                    found.append((card, QRectF(x + margin, place, width - 2 * margin, tall)))
                    place += tall + gap
        self._placed = size, found
        return found

    def box_of(self, visit: int) -> QRectF | None:
        """Where a visit's card stands, None when it is not in this week."""
        return next((box for card, box in self.cards() if card.id == visit), None)

    def cell_at(self, spot: QPointF) -> Cell | None:
        """The day and the rep under a point."""
        week = self._week
        if week is None or spot.y() < self._scrolled + current_theme().px(HEAD):
            return None
        for rep, top, tall in self._rows():
            for day, (x, width) in zip(week.days, self._columns(), strict=True):
                if x <= spot.x() < x + width and top <= spot.y() < top + tall:
                    return day.day, rep.rep_id
        return None

    def named(self, cell: Cell) -> str:
        """Day and rep of a cell in words."""
        reps = self._week.reps if self._week else ()
        rep = next((rep.short_name or rep.name for rep in reps if rep.rep_id == cell[1]), "")
        return f"{formatting.weekday_short(cell[0].weekday())} {formatting.day_short(cell[0])} · {rep}"

    def _card_at(self, spot: QPointF) -> VisitCard | None:
        if spot.y() < self._scrolled + current_theme().px(HEAD):
            return None
        return next((card for card, box in self.cards() if box.contains(spot)), None)

    # ---- telling

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self._words_at(QPointF(event.pos()))), self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.carrier.carrying:
            event.accept()
            return True
        return super().event(event)

    def _words_at(self, spot: QPointF) -> str:
        """What stands at a point, in full."""
        if (card := self._card_at(spot)) is not None:
            return "\n".join(part for part in (card.name, card.topics) if part)
        for day, (x, width) in zip(self._week.days if self._week else (), self._columns(), strict=True):
            if x <= spot.x() < x + width and (spot.y() < self._scrolled + current_theme().px(HEAD) or day.closed_name):
                return "\n".join(part for part in (formatting.day_long(day.day), day.closed_name) if part)
        found = (rep for rep, top, tall in self._rows() if top <= spot.y() < top + tall and spot.x() < self._side(self.width()))
        words = next(("\n".join(dict.fromkeys((rep.name, rep.short_name, load_words(rep)))).strip() for rep in found), "")
        return words or (tr("Double-click to add a visit") if self.cell_at(spot) and self.carrier.enabled else "")

    # ---- acting

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self._card_at(event.position())
        if card is None:
            return
        self.choose(card.id)
        if event.button() == Qt.MouseButton.LeftButton and card.status == "planned":
            self.carrier.press(event, Carried(card.customer_id, card.tier, card.name, card.id))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.carrier.move(event):
            card = self._card_at(event.position())
            shape = Qt.CursorShape.ArrowCursor if card is None else Qt.CursorShape.PointingHandCursor
            if card is not None and card.status == "planned" and self.carrier.enabled:
                shape = Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.carrier.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card, cell = self._card_at(event.position()), self.cell_at(event.position())
        if card is not None:
            self.opened.emit(card.customer_id)
        elif cell is not None:
            self.asked.emit(*cell)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        box = self.box_of(self._current) if self._current is not None else None
        if event.reason() == QContextMenuEvent.Reason.Keyboard and box is not None:
            self.menu_wanted.emit(self.mapToGlobal(box.center().toPoint()))
        elif self._card_at(QPointF(event.pos())) is not None:
            self.menu_wanted.emit(event.globalPos())

    def choose(self, visit: int) -> None:
        """Choose a visit, as the user does with a click."""
        if visit != self._current:
            self._current = visit
            self._describe()
            self.update()
            self.chosen.emit(visit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, cards = STEPS.get(Qt.Key(event.key())), self.cards()
        if event.key() == Qt.Key.Key_Escape and self.carrier.carrying:
            self.carrier.cancel()
            return
        here = next(((card, box) for card, box in cards if card.id == self._current), cards[0] if cards else None)
        if here is None or self._week is None or (step is None and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)
        elif step is None:
            self.opened.emit(here[0].customer_id)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if (cell := self._neighbour(here[0], step)) is not None:
                self.moved.emit(here[0].id, *cell)
        elif ahead := [(card, box) for card, box in cards if _lies_ahead(here[1], box, step)]:
            middle = here[1].center()
            self.choose(min(ahead, key=lambda one: (one[1].center() - middle).manhattanLength())[0].id)

    def _neighbour(self, card: VisitCard, step: tuple[int, int]) -> Cell | None:
        """The cell one step on; left of the first day and right of the last one lies the next week."""
        assert self._week is not None
        days, reps = [day.day for day in self._week.days], [rep.rep_id for rep in self._week.reps]
        column, line = days.index(card.day) + step[0], reps.index(card.rep_id) + step[1]
        if not 0 <= line < len(reps):
            return None
        if column < 0:
            return self._week.monday - timedelta(days=3), reps[line]
        return (days[column] if column < len(days) else self._week.monday + timedelta(days=7)), reps[line]

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, rect, theme.colour("surface"), theme.colour("line"), theme.size("card"))
        week = self._week
        if week is None:
            return
        for day, (x, width) in zip(week.days, self._columns(), strict=True):
            self._day(painter, day, x, width)
        for look, (rep, top, _) in enumerate(self._rows()):
            hairline(painter, 0, int(top), self.width(), int(top))
            paint_rep(painter, rep, top, self._side(self.width()), look)
        self._mark_target(painter)
        for card, box in self.cards():
            if not box.adjusted(-4, -4, 4, 4).intersects(QRectF(event.rect())):
                continue
            current = card.id == self._current
            paint_card(painter, card, box, current, current and self.hasFocus(), card.id in self._fresh)
        self._head(painter, week)
        if self.hasFocus() and (self._current is None or self.box_of(self._current) is None):
            focus_ring(painter, rect, theme.size("card"))

    def _day(self, painter: QPainter, day: WeekDay, x: float, width: float) -> None:
        theme, rows = current_theme(), self._rows()
        ground = "accentbg" if day.today else "app" if not day.working else ""
        last = self._week is not None and day is self._week.days[-1]
        if ground and last:
            painter.save()
            painter.setClipRect(QRectF(x, 1, width - 1, self.height() - 2))
            rounded(painter, QRectF(x - 20, 1, width + 19, self.height() - 2), theme.colour(ground), None, theme.size("card") - 1)
            painter.restore()
        elif ground:
            painter.fillRect(QRectF(x, 1, width, self.height() - 2), theme.colour(ground))
        hairline(painter, int(x), 1, int(x), self.height() - 1)
        place = [each.day for each in self._week.days].index(day.day) if self._week else 0
        if day.closed_name and rows and not rows[0][0].days[place]:
            pad = 6 if width < 100 else 10
            block = TextBlock((Run(day.closed_name),), "caption", width - 2 * pad + 2)
            block.paint(painter, x + pad, rows[0][1] + theme.px(9), theme.colour(ground or "surface"))

    def _mark_target(self, painter: QPainter) -> None:
        if self._target is None or self._week is None:
            return
        for rep, top, tall in self._rows():
            for day, (x, width) in zip(self._week.days, self._columns(), strict=True):
                if (day.day, rep.rep_id) == self._target:
                    rounded(painter, QRectF(x + 2, top + 2, width - 3, tall - 3), None, current_theme().colour("accent"), 6, 1.5, dash=True)

    def _head(self, painter: QPainter, week: WeekView) -> None:
        """The days, in sight even where the grid is scrolled."""
        theme, top = current_theme(), float(self._scrolled)
        head = theme.px(HEAD)
        if top:
            painter.fillRect(QRectF(0, top, self.width(), head), theme.colour("surface"))
            hairline(painter, 0, int(top), self.width(), int(top))
            for x in (0, self.width() - 1):
                hairline(painter, x, int(top), x, int(top) + head)
        for day, (x, width) in zip(week.days, self._columns(), strict=True):
            ground = "accentbg" if day.today else "app" if not day.working else "surface"
            if top:
                painter.fillRect(QRectF(x + 1, top + 1, width - 2, head - 1), theme.colour(ground))
                hairline(painter, int(x), int(top), int(x), int(top) + head)
            words = f"{formatting.weekday_short(day.day.weekday())} {day.day.day}"
            box = QRectF(x + 10, top, width - 14, head)
            tone = "accent" if day.today else "muted"
            draw_text(painter, box, words, tone, theme.font("caption_strong"), LEFT, background=ground)
        hairline(painter, 0, int(top) + head, self.width(), int(top) + head)


def _margin(column: float) -> int:
    return 3 if column < 100 else 5


def _lies_ahead(here: QRectF, other: QRectF, step: tuple[int, int]) -> bool:
    way = other.center() - here.center()
    if step[0]:
        return way.x() * step[0] > 1
    return abs(way.x()) < 2 and way.y() * step[1] > 1
