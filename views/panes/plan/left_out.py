"""What falls due in the week and is not planned: each with its reason, the free place it could take, and dragged or put onto a day."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.plan.carry import Carried, Carrier
from views.theme import current_theme
from views.theme.paint import focus_ring, hairline, rounded
from views.widgets import Card, FlowLayout, Label, Link, PaintedWidget, TierSquare, row
from views.widgets.base import bounds
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.visits.unplanned import Unplanned

if TYPE_CHECKING:
    from views.panes.plan.carry import Landing

MOST = 30
INDENT, PAD = 26, 17


class LeftOutRow(PaintedWidget):
    """One customer that is due. Enter does the first of its links; it can be carried to a day."""

    taken = Signal(object)
    another = Signal(object)
    mended = Signal(object)
    stepped = Signal(int)
    reached = Signal(object)

    def __init__(self, one: Unplanned, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one, self._writable = one, writable
        self.carrier = Carrier(self)
        self.carrier.enabled = writable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(one.name)
        self.setAccessibleDescription(one.sentence)
        if writable:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 8, PAD, 8)
        column.setSpacing(2)
        column.addLayout(row(TierSquare(one.tier), Label(one.name, "strong", elide=True), spacing=8))
        inner = QVBoxLayout()
        inner.setContentsMargins(INDENT, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(Label(one.sentence, "muted", wrap=True))
        column.addLayout(inner)
        self.links: list[Link] = []
        if writable:
            holder = QWidget()
            flow = FlowLayout(holder, gap=14, row_gap=2)
            for text, slot in self._offers():
                link = Link(text)
                link.clicked.connect(slot)
                flow.addWidget(link)
                self.links.append(link)
            inner.addWidget(holder)

    def _offers(self) -> list[tuple[str, object]]:
        if self.one.code == "no_place":
            return [(tr("Set its place"), self._mend), (tr("Choose a day …"), self._another)]
        if self.one.code == "no_rep":
            return [(tr("Choose its rep"), self._mend), (tr("Choose a day …"), self._another)]
        if self.one.day is None or self.one.start is None:
            return [(tr("Choose a day …"), self._another)]
        words = tr("Take {day}, {time}", day=formatting.day_short(self.one.day), time=formatting.clock_time(self.one.start))
        return [(words, self._take), (tr("Another day …"), self._another)]

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self.one)

    @Slot()
    def _another(self) -> None:
        self.another.emit(self.one)

    @Slot()
    def _mend(self) -> None:
        self.mended.emit(self.one)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.carrier.carrying:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.carrier.press(event, Carried(self.one.customer_id, self.one.tier, self.one.name))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.carrier.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.carrier.release(event)
        if self._writable:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self.one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.carrier.carrying:
            self.carrier.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.links:
            self.links[0].click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), bounds(self)
        hairline(painter, PAD, 0, rect.width() - PAD, 0)
        if self.carrier.carrying:
            rounded(painter, rect.adjusted(8, 4, -8, -2), None, current_theme().colour("faint"), 6, 1.5, dash=True)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(8, 4, -8, -2))


class LeftOutCard(Card):
    """The rows, best tier first. `taken(one)`: its free place, `another(one)`: a day to be chosen, `mended(one)`: what is missing of it,
    `reached(one)`: its row has the keyboard now."""

    taken = Signal(object)
    another = Signal(object)
    mended = Signal(object)
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.landing: Landing | None = None
        self.rows: list[LeftOutRow] = []
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, 0, 0, 6)
        self.header.setContentsMargins(16, 12, 16, 8)

    def show_left_out(self, left: tuple[Unplanned, ...], required: int, writable: bool) -> None:
        """Show who is left out; the row that has the keyboard keeps it, or the one that comes to its place."""
        held = next((place for place, each in enumerate(self.rows) if each.hasFocus()), None)
        customer = self.rows[held].one.customer_id if held is not None else None
        while self.body.count():
            if (widget := self.body.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        self.set_heading(tr("Not in the plan"))
        self.set_context(self._told(left, required, writable))
        if not left:
            self._say(tr("Every visit that falls due this week has its day."), "muted")
        for one in left[:MOST]:
            self._add_row(LeftOutRow(one, writable))
        if len(left) > MOST:
            rest = len(left) - MOST
            self._say(ntr("and {n} more", "and {n} more", rest, n=formatting.number(rest)), "caption")
        if held is not None and self.rows:
            same = next((each for each in self.rows if each.one.customer_id == customer), self.rows[min(held, len(self.rows) - 1)])
            same.setFocus()

    def _say(self, text: str, role: str) -> None:
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(PAD, 0, PAD, 8)
        inner.addWidget(Label(text, role, wrap=True))
        self.body.addWidget(holder)

    def _told(self, left: tuple[Unplanned, ...], required: int, writable: bool) -> str:
        if not left:
            return tr("nobody")
        words = tr("{n} of {required}", n=formatting.number(len(left)), required=formatting.number(required))
        return tr("{count}, drag to a day", count=words) if writable else words

    def _add_row(self, each: LeftOutRow) -> None:
        each.taken.connect(self.taken)
        each.another.connect(self.another)
        each.mended.connect(self.mended)
        each.stepped.connect(self._step)
        each.reached.connect(self.reached)
        if self.landing is not None:
            self.landing.watch(each.carrier)
        self.body.addWidget(each)
        self.rows.append(each)

    def reach(self, customer: int) -> bool:
        """Give the keyboard to the row of a customer; whether there is one."""
        found = next((each for each in self.rows if each.one.customer_id == customer), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    @Slot(int)
    def _step(self, step: int) -> None:
        here = next((place for place, each in enumerate(self.rows) if each.hasFocus()), 0)
        self.rows[min(max(here + step, 0), len(self.rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
