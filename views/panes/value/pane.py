"""Value statements: what do they gain? Rows by segment at the left, the words to say on visits at the right."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from views.actions import ActionSpec
from views.context import Context
from views.panes.boards.changes import short
from views.panes.boards.pane import ROOM, SIDE
from views.panes.pane import Pane
from views.panes.thread_knots import with_own
from views.panes.value.rows import SegmentCard, StatementRow
from views.panes.value.side import TeachingCard, WordsCard, holder
from views.widgets import Button, EmptyState, ScrollArea, ThreadStrip, side_width
from workbench.strings import marked, ntr, tr
from workbench.thread.links import links
from workbench.value import statements
from workbench.value.statements import SegmentValue, StatementView, Use

NEW = ActionSpec("new_statement", marked("Write a value statement"), ("N",), "plus", writes=True)
KEYS = (
    ("Enter", marked("Write in the value that has the keyboard")),
    ("Alt ↑ ↓", marked("Move the statement")),
    ("Del", marked("Remove the statement")),
)
Spot = tuple[str, int, str]


class ValuePane(Pane):
    """See the module's text."""

    name = "value"
    more_keys = KEYS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._new = self.action(NEW, self.new_statement)
        self.values: tuple[SegmentValue, ...] = ()
        self.cards: dict[int, SegmentCard] = {}
        self.segment: int | None = None
        self._use: dict[int, Use] = {}
        self._shape: object = None
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.left, self.side = ScrollArea(), ScrollArea()
        for area in (self.left, self.side):
            area.run_down()
        self._holder = holder()
        self.left.body.addWidget(self._holder)
        self.left.body.addStretch(1)
        self.teaching, self.words = TeachingCard(), WordsCard()
        self.words.sheet_wanted.connect(self._to_sheet)
        self.words.customers_wanted.connect(self._to_customers)
        self.words.segment_wanted.connect(self._to_segment)
        for card in (self.teaching, self.words):
            self.side.body.addWidget(card)
        self.side.body.addStretch(1)
        self.begin = Button("", primary=True, tall=True)
        self.begin.clicked.connect(self._to_segments)
        self.empty = EmptyState("", "", [self.begin])
        self.across = QWidget()
        across = QHBoxLayout(self.across)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(self.left, 1)
        across.addWidget(self.side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addWidget(self.across, 1)
        outer.addWidget(self.empty, 1)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def retranslate(self) -> None:
        self.teaching.retranslate()
        self.words.retranslate()
        self.begin.set_text(tr("Make the first segment"))
        self.empty.set_texts(
            tr("What do they gain?"),
            tr(
                "A value statement says for one segment what our offer changes for the customer, with a number of the customer’s own. "
                "The best three are what your reps say on visits. First decide whom you serve."
            ),
        )
        self._shape = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(side_width(self.width(), SIDE, ROOM))

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self.values = statements.by_segment(session)
            thread = links(session, boards=True)
            self._use = {one.id: statements.use(session, one.id) for one in self.values}
        self.strip.set_knots(with_own(thread, "segments", self.title_text(), self.name))
        self.empty.setVisible(not self.values)
        self.across.setVisible(bool(self.values))
        writes = not self.context.workspace.read_only
        self._new.setEnabled(writes and bool(self.values))
        self.begin.setEnabled(writes)
        self._draw(writes)
        if not any(one.id == self.segment for one in self.values):
            first = next((one for one in self.values if one.statements), self.values[0] if self.values else None)
            self.segment = first.id if first is not None else None
        self.teaching.setVisible(not any(one.statements for one in self.values))
        self._show_words()

    def take_first_focus(self) -> None:
        """The first statement, or the first open line."""
        first = next((row for card in self.cards.values() for row in card.rows.values()), None)
        if first is not None:
            first.cells["feature"].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.values:
            self.new_statement()

    def subtitle(self) -> str:
        count, weak = sum(len(one.statements) for one in self.values), sum(one.weak for one in self.values)
        if not count:
            return ""
        said = ntr("{n} statement", "{n} statements", count)
        return tr("{statements}, {weak}", statements=said, weak=ntr("{n} weak", "{n} weak", weak)) if weak else said

    def top_buttons(self) -> list[QAction]:
        return [self._new] if self.values else []

    def _draw(self, writes: bool) -> None:
        """Make the cards anew where there are others or in another order; else only set what they say. The keyboard stays where it was."""
        shape = (writes, tuple((one.id, one.name, one.decision, tuple(s.id for s in one.statements)) for one in self.values))
        if shape == self._shape:
            for one in self.values:
                self.cards[one.id].show_value(one)
            return
        self._shape = shape
        spot, typed = self._spot(), {key: card.line.text() for key, card in self.cards.items()}
        fresh = holder()
        self.cards = {}
        for one in self.values:
            card = self.cards[one.id] = SegmentCard(one, writes)
            card.line.set_value(typed.get(one.id, ""))
            card.added.connect(self._add)
            card.changed.connect(self._change)
            card.moved.connect(self._move)
            card.removed.connect(self._remove)
            fresh.layout().addWidget(card)
        self.left.body.replaceWidget(self._holder, fresh)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = fresh
        fresh.show()
        if spot is not None:
            self._to_spot(spot)

    def _spot(self) -> Spot | None:
        """Where the keyboard is: a cell of a statement, or a segment's open line."""
        focus = QApplication.focusWidget()
        for card in self.cards.values():
            if focus is card.line:
                return ("line", card.segment, "")
            for row in card.rows.values():
                if focus is not None and row.isAncestorOf(focus):
                    key = next((key for key, cell in row.cells.items() if cell is focus or cell.isAncestorOf(focus)), "feature")
                    return ("cell", row.statement, key)
        return None

    def _to_spot(self, spot: Spot) -> None:
        kind, number, key = spot
        row = self._row(number) if kind == "cell" else None
        card = self.cards.get(number if kind == "line" else self.segment or 0)
        if row is not None:
            row.cells[key].setFocus(Qt.FocusReason.OtherFocusReason)
        elif card is not None:
            card.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, statement: int) -> StatementRow | None:
        return next((card.rows[statement] for card in self.cards.values() if statement in card.rows), None)

    def _view(self, statement: int) -> StatementView | None:
        return next((one for value in self.values for one in value.statements if one.id == statement), None)

    def _words(self, statement: int) -> str:
        view = self._view(statement)
        return short(view.feature) if view is not None else ""

    def _show_words(self) -> None:
        value = next((one for one in self.values if one.id == self.segment), None)
        if value is not None:
            self.words.show_segment(value, self._use.get(value.id, Use(0, 0)))

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The words at the right follow the segment that has the keyboard."""
        for number, card in self.cards.items():
            if new is not None and number != self.segment and card.isAncestorOf(new):
                self.segment = number
                self._show_words()

    # ---- changing

    @Slot(int, str)
    def _add(self, segment: int, text: str) -> None:
        self.change(tr("Add value “{text}”", text=short(text)), statements.add, segment, text)

    @Slot(int, str, str)
    def _change(self, statement: int, key: str, text: str) -> None:
        done = self.change(tr("Edit value “{text}”", text=self._words(statement)), statements.change, statement, **{key: text})
        view, row = self._view(statement), self._row(statement)
        if done is None and view is not None and row is not None:
            row.show_statement(view)

    @Slot(int, int)
    def _move(self, statement: int, by: int) -> None:
        self.change(tr("Move value “{text}”", text=self._words(statement)), statements.move, statement, by)

    @Slot(int)
    def _remove(self, statement: int) -> None:
        if self.change(tr("Remove value “{text}”", text=self._words(statement)), statements.remove, statement) is not None:
            self.context.offer_undo(tr("Statement removed"))

    @Slot()
    def new_statement(self) -> None:
        """The keyboard goes to the open line of the segment shown at the right."""
        card = self.cards.get(self.segment or 0)
        if card is not None:
            self.left.ensureWidgetVisible(card.line)
            card.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- going

    def arrive(self, segment: int | None = None, statement: int | None = None, **where: Any) -> None:
        """`statement` gives one the keyboard; `segment` opens its line."""
        row = self._row(statement) if statement is not None else None
        if row is not None:
            self.left.ensureWidgetVisible(row)
            lacking = next((key for key, cell in row.cells.items() if cell.value() == ""), "feature")
            row.cells[lacking].setFocus(Qt.FocusReason.OtherFocusReason)
        elif segment in self.cards:
            self.segment = segment
            self._show_words()
            self.new_statement()

    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        if pane == self.name:
            self.new_statement()
        else:
            self.context.navigate(pane)

    @Slot()
    def _to_segments(self) -> None:
        self.context.navigate("segments")

    @Slot()
    def _to_sheet(self) -> None:
        self.context.navigate("documents", document="morning")

    @Slot(int)
    def _to_customers(self, segment: int) -> None:
        self.context.navigate("customers", segment=segment)

    @Slot(int)
    def _to_segment(self, segment: int) -> None:
        self.context.navigate("segments", segment=segment)
