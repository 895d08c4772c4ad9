"""The matrix of S and W against O and T: which pairs a strategy uses, which suggest themselves, which cards are picked."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from views.theme import current_theme
from views.theme.paint import CENTRE, draw_text, focus_ring, hairline, rounded
from views.theme.text_block import Run, TextBlock, draw_lines
from views.widgets.base import PaintedWidget, tip
from workbench.analysis.cross_view import CrossView
from workbench.analysis.strategies import PickedCard
from workbench.strings import tr

TONES = {"S": "strength", "W": "weakness", "O": "opportunity", "T": "threat"}
HEAD, ROW, LEAST = 66, 46, 92
HEADER = -1
ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
Place = tuple[int, int]


class PairMatrix(PaintedWidget):
    """Arrows walk; Enter or a click picks a pair, or opens the strategy that uses it; Space adds a pair's cards to those picked, or a single
    card in the headers. Signals: `picked(inner, outer)`, `toggled(card)`, `opened(strategy)`."""

    picked = Signal(int, int)
    toggled = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CrossView | None = None
        self._chosen: frozenset[int] = frozenset()
        self._current_strategy: int | None = None
        self.at: Place = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: CrossView, chosen: Collection[int], strategy: int | None) -> None:
        """Show cards and strategies; `chosen` are the picked cards, `strategy` the one that is open."""
        self._view, self._chosen, self._current_strategy = view, frozenset(chosen), strategy
        rows, columns = len(view.inner), len(view.outer)
        self.at = (max(HEADER, min(self.at[0], rows - 1)), max(HEADER, min(self.at[1], columns - 1)))
        self.setMinimumWidth(current_theme().px(150 + LEAST * columns))
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme, view = current_theme(), self._view
        rows, columns = (len(view.inner), len(view.outer)) if view else (0, 0)
        return QSize(theme.px(150 + LEAST * columns), theme.px(HEAD + ROW * rows) + 1)

    # ---- places

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell stands; row or column -1 are the headers."""
        theme, view = current_theme(), self._view
        head, tall = theme.px(HEAD), theme.px(ROW)
        side = min(theme.px(280), max(theme.px(150), self.width() * 0.3))
        wide = (self.width() - side) / max(1, len(view.outer) if view else 1)
        left, width = (0.0, side) if column == HEADER else (side + column * wide, wide)
        top, height = (0.0, head) if row == HEADER else (head + row * tall, tall)
        return QRectF(left, top, width, height)

    def place_at(self, point: QPointF) -> Place | None:
        """The cell at a point."""
        view = self._view
        for row in range(HEADER, len(view.inner) if view else 0):
            for column in range(HEADER, len(view.outer) if view else 0):
                if (row, column) != (HEADER, HEADER) and self.cell(row, column).contains(point):
                    return row, column
        return None

    def _cards(self, place: Place) -> tuple[PickedCard, ...]:
        view = self._view
        if view is None:
            return ()
        inner = (view.inner[place[0]],) if 0 <= place[0] < len(view.inner) else ()
        outer = (view.outer[place[1]],) if 0 <= place[1] < len(view.outer) else ()
        return (*inner, *outer)

    def say(self, place: Place) -> str:
        """A cell in words."""
        cards, view = self._cards(place), self._view
        words = " × ".join(f"{card.letter} {card.text}" for card in cards)
        if len(cards) == 2 and view is not None:
            used = view.using(cards[0].id, cards[1].id)
            return f"{words}: {', '.join(one.text for one in used)}" if used else words
        return words

    def _describe(self) -> None:
        self.setAccessibleName(self.say(self.at) or tr("Pairs of cards"))

    # ---- the user's

    def _go(self, place: Place) -> None:
        self.at = place
        self._describe()
        self.update()

    def _take(self, place: Place) -> None:
        cards, view = self._cards(place), self._view
        if view is None:
            return
        if len(cards) == 1:
            self.toggled.emit(cards[0].id)
        elif len(cards) == 2:
            used = view.using(cards[0].id, cards[1].id)
            if used:
                after = [one.id for one in used]
                now = self._current_strategy
                self.opened.emit(after[(after.index(now) + 1) % len(after)] if now in after else after[0])
            else:
                self.picked.emit(cards[0].id, cards[1].id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(place)
            self._take(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view, key = self._view, Qt.Key(event.key())
        if view is None:
            return
        if key in ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            down, across = ARROWS[key]
            row = max(HEADER, min(len(view.inner) - 1, self.at[0] + down))
            column = max(HEADER, min(len(view.outer) - 1, self.at[1] + across))
            if (row, column) != (HEADER, HEADER):
                self._go((row, column))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.at)
        elif key == Qt.Key.Key_Space:
            for card in self._cards(self.at):
                if len(self._cards(self.at)) == 1 or card.id not in self._chosen:
                    self.toggled.emit(card.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            place = self.place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.say(place)) if place else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        if view is None:
            return
        painter, theme = QPainter(self), current_theme()
        for column, card in enumerate(view.outer):
            self._header(painter, self.cell(HEADER, column), card, True)
        for row, card in enumerate(view.inner):
            box = self.cell(row, HEADER)
            hairline(painter, 0, box.y(), self.width(), box.y(), "line")
            self._header(painter, box, card, False)
            for column in range(len(view.outer)):
                self._cell(painter, self.cell(row, column), (row, column))
        for column, card in enumerate(view.outer):
            if column and card.letter != view.outer[column - 1].letter:
                x = self.cell(0, column).x()
                hairline(painter, x, 0, x, self.height(), "faint")
        for row, card in enumerate(view.inner):
            if row and card.letter != view.inner[row - 1].letter:
                y = self.cell(row, 0).y()
                hairline(painter, 0, y, self.width(), y, "faint")
        if self.hasFocus():
            focus_ring(painter, self.cell(*self.at).adjusted(2, 2, -2, -2), theme.size("card") / 2)

    def _header(self, painter: QPainter, box: QRectF, card: PickedCard, above: bool) -> None:
        theme, chosen = current_theme(), card.id in self._chosen
        inner = box.adjusted(2 if above else 0, 3, -3, -3)
        ground = "accentbg" if chosen else "surface"
        if chosen:
            rounded(painter, inner, theme.colour("accentbg"), theme.colour("accent"), 6, 1.5)
        lines = 3 if above else 2
        words = TextBlock([Run(card.text)], "caption_ink", max(10.0, inner.width() - 29), max_lines=lines)
        top = inner.y() + 3 if above else inner.y() + max(0.0, (inner.height() - words.lines * words.line_height) / 2)
        letter = QRectF(inner.x() + 7, top, 16, words.line_height)
        draw_text(painter, letter, card.letter, TONES[card.letter], theme.font("strong"), background=ground)
        place = QRectF(inner.x() + 24, top, inner.width() - 29, inner.height())
        draw_lines(painter, place, card.text, "caption_ink", lines, background=ground)

    def _cell(self, painter: QPainter, box: QRectF, place: Place) -> None:
        theme, view = current_theme(), self._view
        inner, outer = self._cards(place)
        assert view is not None
        used = view.using(inner.id, outer.id)
        chosen = {inner.id, outer.id} <= self._chosen
        middle = QRectF(box.center().x() - theme.px(26), box.center().y() - theme.px(14), theme.px(52), theme.px(28))
        if used:
            open_now = self._current_strategy in {one.id for one in used}
            rounded(painter, middle, theme.colour("accent" if open_now else "accentbg"), None, middle.height() / 2)
            words = used[0].kind if len(used) == 1 else f"{used[0].kind} {len(used)}"
            draw_text(
                painter,
                middle,
                words,
                "onaccent" if open_now else "accent",
                theme.font("chip"),
                CENTRE,
                background="accent" if open_now else "accentbg",
            )
        elif chosen:
            rounded(painter, middle, theme.colour("accentbg"), theme.colour("accent"), middle.height() / 2, 1.5)
            draw_text(painter, middle, inner.letter + outer.letter, "accent", theme.font("chip"), CENTRE, background="accentbg")
        else:
            suggested = any((s.inner.id, s.outer.id) == (inner.id, outer.id) for s in view.suggestions)
            if suggested:
                rounded(painter, middle, None, theme.colour("muted"), middle.height() / 2, 1, dash=True)
            weight = str(inner.weight * outer.weight)
            draw_text(
                painter, middle, weight, "ink" if suggested else "muted", theme.font("caption", tabular=True), CENTRE, background="surface"
            )
