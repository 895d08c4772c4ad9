"""A pane that shows a board: reading it, the cards at its right, the time box and its snapshots, where its links lead."""

from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.actions import ActionSpec
from views.context import Context
from views.panes.boards.card_menu import CardMenu
from views.panes.boards.changes import short as short
from views.panes.boards.start import StartCard
from views.panes.boards.time_box import TimeBoxCard
from views.panes.thread_knots import knots, with_own
from views.widgets import Board, Face, Prompt, ScrollArea, ThreadStrip, side_width
from views.widgets.layouts import FOOT
from workbench.analysis import cards, snapshots, time_box
from workbench.analysis.cards import Board as Cards
from workbench.analysis.cards import CardView
from workbench.strings import marked, ntr, tr
from workbench.thread.links import links

NEW_CARD = ActionSpec("new_card", marked("Write a card"), ("N",), "plus", writes=True)
FREEZE = ActionSpec(
    "freeze_snapshot", marked("Freeze snapshot"), ("F",), "archive", hint=marked("keep all boards as they stand today"), writes=True
)
GO_LINKED = ActionSpec("go_linked", marked("Go to the linked card"), ("G",), "link")
KEYS = (
    ("Enter", marked("Write the card, then the next one")),
    ("Shift Enter", marked("New line in a card")),
    ("E", marked("Write the card’s evidence")),
    ("1 … 5", marked("Weigh the selected cards")),
    ("Alt ↑ ↓ ← →", marked("Move the selected cards")),
    ("Shift ↑ ↓", marked("Select several cards")),
    ("Del", marked("Remove the selected cards")),
)
PANES_OF = {"3c": "three_c", "swot": "swot", "4p": "four_p"}
SIDE, ROOM = (256, 340), (830, 350)
CHIPS = {"new": "plain", "open": "plain", "late": "thread", "closed": "good"}


class BoardPane(CardMenu):
    """`board_key` names the board; subclasses give looks, faces, prompts and the cards at the right."""

    board_key: ClassVar[str] = ""
    more_keys = KEYS
    across: ClassVar[int] = 0
    knot_before: ClassVar[str] = ""
    """The link of the thread behind which the board stands that is no link of its own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.cards = Cards(self.board_key, ())
        self.views: dict[int, CardView] = {}
        self.actions_of_board()
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.board = Board(self.looks(), self.across)
        self.board.added.connect(self._added)
        self.board.edited.connect(self._edited)
        self.board.weighed.connect(self._weighed)
        self.board.moved.connect(self._moved)
        self.board.stepped.connect(self._stepped)
        self.board.removed.connect(self._removed)
        self.board.menu_wanted.connect(self._show_menu)
        self.board.followed.connect(self._follow)
        self.board.picked.connect(self.selected)
        self.box = TimeBoxCard()
        self.box.begun.connect(self._begin)
        self.box.length_set.connect(self._set_length)
        self.box.closing.connect(self.close_analysis)
        self.box.snapshot_wanted.connect(self._open_snapshot)
        self.side = ScrollArea()
        self.side.run_down()
        self.start = StartCard()
        self.start.guide_wanted.connect(self._to_guide)
        for card in (self.start, *self.side_cards(), self.box):
            self.side.body.addWidget(card)
        self.side.body.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(14)
        board_column = QVBoxLayout()
        board_column.setContentsMargins(0, 0, 0, FOOT)
        board_column.addWidget(self.board)
        across.addLayout(board_column, 1)
        across.addWidget(self.side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addLayout(across, 1)

    # ---- for the board's own pane

    def face(self, card: CardView) -> Face:
        """What a card shows."""
        raise NotImplementedError

    def prompts(self) -> dict[str, list[Prompt]]:
        """The guiding questions by column."""
        return {}

    def side_cards(self) -> list[QWidget]:
        """What follows from the board, made once."""
        return []

    def start_words(self) -> tuple[str, str]:
        """What an empty board says: why it matters, and one example."""
        raise NotImplementedError

    def actions_of_board(self) -> None:
        """Declare what can be done; the first is what the top bar shows."""
        self._freeze = self.action(FREEZE, self.freeze)
        self.action(NEW_CARD, self.new_card)
        self.action(GO_LINKED, self.go_linked)

    @Slot(object)
    def selected(self, ids: tuple[int, ...]) -> None:
        """The selection changed."""

    # ---- showing

    def retranslate(self) -> None:
        self.board.set_looks(self.looks())
        self.box.retranslate()
        self.start.set_words(*self.start_words())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(side_width(self.width(), SIDE, ROOM))

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self.cards = cards.board(session, self.board_key)
            box, frozen = time_box.time_box(session), snapshots.snapshots(session)
            thread = links(session, boards=True)
            self.read(session)
        self.views = {card.id: card for card in self.cards.cards}
        writes = not self.context.workspace.read_only
        self.board.writes = writes
        faces = {column.key: [self.face(card) for card in column.cards] for column in self.cards.columns}
        self.board.show_cards(faces, self.prompts())
        self.box.show_box(box, frozen, writes)
        strung = knots(thread, self.name)
        if not any(knot.current for knot in strung):
            strung = with_own(thread, self.knot_before, self.title_text(), self.name)
        self.strip.set_knots(strung)
        self.strip.set_chip(box.words, CHIPS[box.state])
        self.start.setVisible(not self.cards.cards)
        self._freeze.setEnabled(writes and bool(self.cards.cards))
        self.show_side(writes)

    def take_first_focus(self) -> None:
        if self.cards.cards:
            self.to_board()

    def read(self, session: Any) -> None:
        """Read what the cards at the right show."""

    def show_side(self, writes: bool) -> None:
        """Draw what was read."""

    def subtitle(self) -> str:
        missing = self.cards.without_evidence
        if not self.cards.cards:
            return ""
        said = ntr("{n} card", "{n} cards", len(self.cards.cards))
        return tr("{cards}, {n} without evidence", cards=said, n=missing) if missing else tr("{cards}, all with evidence", cards=said)

    def top_buttons(self) -> list[QAction]:
        return [self._freeze] if self.cards.cards else []

    # ---- cards

    @Slot()
    def new_card(self) -> None:
        """The keyboard goes to the open line of the column it is in, else of the first."""
        focused = self.board.focused()
        self.board.ask(focused.column if focused is not None else self.cards.columns[0].key)

    @Slot()
    def go_linked(self) -> None:
        """Go to the card of the other board that this one came from or was sent to."""
        ids = self.board.selected()
        if ids:
            self._follow(ids[0])

    @Slot(int)
    def _follow(self, card_id: int) -> None:
        card = self.views.get(card_id)
        other = (card.source or (card.sent[0] if card.sent else None)) if card is not None else None
        if other is not None:
            self.context.navigate(PANES_OF[other.board], card=other.id)

    # ---- the time box

    @Slot(int)
    def _begin(self, weeks: int) -> None:
        self.change(tr("Begin the analysis"), time_box.open_box, weeks)

    @Slot(int)
    def _set_length(self, weeks: int) -> None:
        self.change(ntr("Analysis takes {n} week", "Analysis takes {n} weeks", weeks), time_box.set_weeks, weeks)

    @Slot()
    def close_analysis(self) -> None:
        """Close the time box and freeze the boards."""
        if self.change(tr("Close the analysis"), time_box.close_box) is not None:
            self.context.offer_undo(tr("Analysis closed, all boards frozen"))

    @Slot()
    def freeze(self) -> None:
        """Freeze all boards as they stand; the time box goes on."""
        if self.change(tr("Freeze snapshot"), snapshots.take) is not None:
            self.context.offer_undo(tr("All boards frozen as of today"))

    @Slot(int)
    def _open_snapshot(self, snapshot: int) -> None:
        self.context.navigate("snapshot", snapshot=snapshot, board=self.board_key)

    # ---- going

    def arrive(self, card: int | None = None, column: str = "", question: str = "", **where: Any) -> None:
        """`card` selects one; `column` opens its input, for the answer to a `question` where one is given."""
        if card is not None:
            self.board.select(card)
        elif column in self.board.columns:
            self.board.ask(column, question)

    def to_board(self) -> None:
        """The keyboard goes to the first card, or to the first open line."""
        first = next((item for column in self.board.columns.values() for item in column.items), None)
        if first is not None:
            self.board.select(first.face.id)
        else:
            self.new_card()

    @Slot()
    def _to_guide(self) -> None:
        self.context.navigate("guide")

    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        if pane == self.name:
            self.to_board()
        else:
            self.context.navigate(pane)
