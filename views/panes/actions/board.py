"""Actions as a board: a column a status. Arrows walk, Alt+arrows or the mouse carry a card to another column, Enter opens it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from views.panes.actions import words
from views.theme import current_theme
from views.theme.paint import RIGHT, draw_text, focus_ring, rounded, text_width
from views.theme.text_block import draw_lines
from views.widgets.base import PaintedWidget, tip
from workbench import formatting
from workbench.actions.actions import STATUSES, ActionView
from workbench.strings import tr

HEAD, CARD, GAP, PAD = 34, 92, 8, 12


class ActionBoard(PaintedWidget):
    """Signals, user only: `moved(action, status)`, `opened(action)`, `current_changed(action)`."""

    moved = Signal(int, str)
    opened = Signal(int)
    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: dict[str, list[ActionView]] = {status: [] for status in STATUSES}
        self.current: int | None = None
        self._press: tuple[QPointF, int] | None = None
        self._carried: QPointF | None = None
        self._writes = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_actions(self, views: Sequence[ActionView], writes: bool) -> None:
        """Show others; the current card stays where it is still there."""
        self._writes = writes
        self.columns = {status: [one for one in views if one.status == status] for status in STATUSES}
        known = [one.id for column in self.columns.values() for one in column]
        if self.current not in known:
            self.current = known[0] if known else None
        self._describe()
        self.updateGeometry()
        self.update()

    def set_current(self, action: int | None) -> None:
        """Mark a card without a signal."""
        self.current = action
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        theme, most = current_theme(), max(2, *(len(column) for column in self.columns.values()))
        return QSize(theme.px(480), theme.px(HEAD + most * (CARD + GAP) + PAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(440), self.sizeHint().height())

    # ---- places

    def column_box(self, place: int) -> QRectF:
        """Where a column stands."""
        wide = (self.width() - 3 * GAP) / 4
        return QRectF(place * (wide + GAP), 0, wide, self.height())

    def box(self, action: int) -> QRectF:
        """Where a card stands; empty for none."""
        theme = current_theme()
        for place, column in enumerate(self.columns.values()):
            for line, one in enumerate(column):
                if one.id == action:
                    box = self.column_box(place)
                    return QRectF(box.x() + 8, theme.px(HEAD) + line * theme.px(CARD + GAP), box.width() - 16, theme.px(CARD))
        return QRectF()

    def at(self, point: QPointF) -> ActionView | None:
        """The card at a point."""
        return next((one for column in self.columns.values() for one in column if self.box(one.id).contains(point)), None)

    def _current(self) -> ActionView | None:
        return next((one for column in self.columns.values() for one in column if one.id == self.current), None)

    def _said(self, one: ActionView) -> list[str]:
        return [one.title, words.leads(one), tr(STATUSES[one.status]), words.owner(one).text, words.due(one).text]

    def _describe(self) -> None:
        one = self._current()
        said = self._said(one) if one else [tr("Actions by status")]
        self.setAccessibleName(tr(", ").join(part for part in said if part))

    # ---- the user's

    def _go(self, action: int) -> None:
        if action != self.current:
            self.set_current(action)
            self.current_changed.emit(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one, names = self._current(), list(STATUSES)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if one is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            place = max(0, min(3, names.index(one.status) + step))
            if self._writes and names[place] != one.status:
                self.moved.emit(one.id, names[place])
        elif step:
            self._across(one, step)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            column = self.columns[one.status]
            place = column.index(one) + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= place < len(column):
                self._go(column[place].id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(one.id)
        else:
            super().keyPressEvent(event)

    def _across(self, one: ActionView, step: int) -> None:
        names = list(STATUSES)
        line, place = self.columns[one.status].index(one), names.index(one.status) + step
        while 0 <= place < len(names):
            column = self.columns[names[place]]
            if column:
                self._go(column[min(line, len(column) - 1)].id)
                return
            place += step

    def mousePressEvent(self, event: QMouseEvent) -> None:
        one = self.at(event.position())
        if one is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(one.id)
            self._press = (event.position(), one.id) if self._writes else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        far = (event.position() - self._press[0]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._carried is not None:
            self._carried = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, carried, self._press, self._carried = self._press, self._carried, None, None
        self.update()
        one = self._current()
        if press is None or carried is None or one is None:
            return
        for place, status in enumerate(STATUSES):
            if self.column_box(place).contains(event.position()) and status != one.status:
                self.moved.emit(one.id, status)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        one = self.at(event.position())
        if one is not None:
            self.opened.emit(one.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            one = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip("\n".join(self._said(one))) if one else "", self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        over = self._carried
        for place, (status, column) in enumerate(self.columns.items()):
            box = self.column_box(place)
            target = over is not None and box.contains(over)
            rounded(painter, box, theme.colour("accentbg" if target else "sunken"), None, theme.size("card"))
            ground = "accentbg" if target else "sunken"
            head = QRectF(box.x() + PAD, 0, box.width() - 2 * PAD, theme.px(HEAD))
            draw_text(painter, head.adjusted(0, 0, -26, 0), tr(STATUSES[status]), "ink", theme.font("strong"), background=ground)
            draw_text(painter, head, formatting.number(len(column)), "muted", theme.font("caption", tabular=True), RIGHT, background=ground)
            for one in column:
                self._card(painter, self.box(one.id), one)
        one = self._current()
        if one is not None and over is not None and self._press is not None:
            moved = self.box(one.id).translated(over - self._press[0])
            painter.setOpacity(0.85)
            self._card(painter, moved, one)

    def _card(self, painter: QPainter, box: QRectF, one: ActionView) -> None:
        theme, current = current_theme(), one.id == self.current
        ground = "accentbg" if current else "surface"
        rounded(painter, box, theme.colour(ground), theme.colour("accent" if current else "line"), 8, 1.5 if current else 1)
        inner, tall = box.adjusted(10, 7, -10, -7), theme.line_height("body")
        draw_lines(painter, inner, one.title, "strong" if one.live else "muted", 2, background=ground)
        serves = QRectF(inner.x(), inner.y() + 2 * tall, inner.width(), tall)
        draw_text(painter, serves, words.leads(one), "muted", theme.font("caption"), background=ground)
        foot = QRectF(inner.x(), inner.bottom() - tall + 2, inner.width(), tall)
        due, owner = words.due(one), words.owner(one)
        day = formatting.day_short(one.due) if one.overdue and one.due else due.text
        font = theme.font("caption", 600 if due.strong else 400, tabular=True)
        wide = text_width(day, font)
        tone = due.tone or "muted"
        if due.tone == "thread" and current:
            rounded(painter, QRectF(foot.right() - wide - 8, foot.y(), wide + 12, foot.height()), theme.colour("threadbg"), None, 6)
        paper = "threadbg" if due.tone == "thread" and current else ground
        draw_text(painter, foot, day, tone, font, RIGHT, background=paper)
        lack = owner.tone == "thread"
        draw_text(
            painter,
            foot.adjusted(0, 0, -wide - 12, 0),
            owner.text,
            "ink" if lack and current else owner.tone or "muted",
            theme.font("caption"),
            background=ground,
        )
        if current and self.hasFocus():
            focus_ring(painter, box.adjusted(-2, -2, 2, 2), 9)
