"""Cross-SWOT: so what do we do? Pairs of cards become strategies, each with what it leads to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from views.context import Context
from views.panes.cross_swot.actions import DOWN, NEW, REMOVE, SUGGESTED, UP
from views.panes.cross_swot.editor import StrategyEditor
from views.panes.cross_swot.example import ExampleStrategy
from views.panes.cross_swot.matrix import PairMatrix
from views.panes.cross_swot.rows import StrategyList
from views.panes.cross_swot.side import KeyFieldCard, SuggestionsCard
from views.panes.pane import Pane
from views.panes.thread_knots import knots
from views.widgets import Button, Card, EmptyState, ScrollArea, ThreadStrip, TwoColumns
from workbench.analysis import strategies
from workbench.analysis.cross_view import CrossView, cross_view
from workbench.analysis.strategies import PickedCard, kind_of
from workbench.strings import marked, ntr, tr
from workbench.thread.around import NOTHING, STRATEGY, Around, around

SIDE, ROOM = (318, 360), (860, 300)


class CrossSwotPane(Pane):
    """The matrix and the editor at the left; key target field, strategies and suggestions at the right."""

    name = "cross_swot"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: CrossView | None = None
        self._opened: int | None = None
        self._picked: tuple[int, ...] = ()
        self._order = "score"
        for spec, slot in (
            (NEW, self.begin_new),
            (SUGGESTED, self.use_suggestion),
            (UP, self.move_up),
            (DOWN, self.move_down),
            (REMOVE, self.remove),
        ):
            self.action(spec, slot)
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.matrix, self.editor, self.matrix_card = PairMatrix(), StrategyEditor(), Card()
        self.across = ScrollArea(horizontal=True)
        self.across.body.addWidget(self.matrix)
        self.matrix_card.body.addWidget(self.across)
        self.list, self.field, self.suggested = StrategyList(), KeyFieldCard(), SuggestionsCard()
        self.content = TwoColumns((self.matrix_card, self.editor), (self.field, self.list, self.suggested), SIDE, ROOM)
        self.to_boards = Button(primary=True)
        self.to_boards.clicked.connect(self._to_boards)
        self.example = ExampleStrategy()
        self.empty = EmptyState("", "", (self.to_boards,), self.example)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addWidget(self.content, 1)
        outer.addWidget(self.empty, 1)
        self._connect()

    def _connect(self) -> None:
        self.matrix.picked.connect(self._pick)
        self.matrix.toggled.connect(self._toggle)
        self.matrix.opened.connect(self._open)
        self.editor.made.connect(self._make)
        self.editor.text_set.connect(self._set_text)
        self.editor.effect_set.connect(self._set_effect)
        self.editor.ease_set.connect(self._set_ease)
        self.editor.segment_set.connect(self._set_segment)
        self.editor.moved.connect(self._move)
        self.editor.removed.connect(self.remove)
        self.editor.left.connect(self.begin_new)
        self.editor.action_wanted.connect(self._add_action)
        self.editor.board_wanted.connect(self._to_cards)
        self.editor.thread_links.wanted.connect(self._go)
        self.editor.segments_wanted.connect(self._to_segments)
        self.list.opened.connect(self._open)
        self.list.going.connect(self._go)
        self.list.link_wanted.connect(self._link)
        self.list.action_wanted.connect(self._action_for)
        self.list.ordered.connect(self._set_order)
        self.field.picked.connect(self._use)
        self.field.opened.connect(self._open)
        self.field.boards_wanted.connect(self._to_boards)
        self.suggested.picked.connect(self._use)

    def retranslate(self) -> None:
        for part in (self.editor, self.list, self.field, self.suggested, self.example):
            part.retranslate()
        self.matrix_card.set_heading(tr("Pairs"))
        self.empty.set_texts(
            tr("So what do you do about it?"),
            tr(
                "A SWOT board changes nothing by itself. Cross what you are good or weak at with what opens up or threatens, "
                "and each pair becomes a strategy that ends in a segment or an action."
            ),
            tr("For example"),
        )
        self.to_boards.set_text(tr("Write the SWOT cards"))

    # ---- drawing

    def subtitle(self) -> str:
        count = len(self._view.strategies) if self._view else 0
        return ntr("{n} strategy", "{n} strategies", count) if count else ""

    def top_buttons(self) -> list[QAction]:
        return []

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self._view = cross_view(session, self._order, self._view, changed if type(changed) is set else None)
        self._draw()

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        writes = not self.context.workspace.read_only
        opened = view.strategy(self._opened)
        self._opened = opened.id if opened else None
        shown = tuple(card for number in self._picked if (card := view.card(number)) is not None)
        chosen = opened.cards if opened is not None else tuple(sorted(shown, key=lambda card: "SWOT".index(card.letter)))
        self.strip.set_knots(knots(view.links, "strategies"))
        self.content.setVisible(view.ready)
        self.empty.setVisible(not view.ready)
        self.matrix_card.set_context(tr("pick a pair; the figure is weight × weight"))
        self.matrix.show_view(view, [card.id for card in chosen], self._opened)
        self.across.setFixedHeight(
            self.matrix.sizeHint().height() + (12 if self.matrix.minimumWidth() > self.content.left.width() - 34 else 2)
        )
        self.editor.show_view(view, opened, chosen, writes)
        self.editor.thread_links.show_around(self._around())
        self.list.order.set_value(self._order)
        self.list.show_view(view, self._opened, writes)
        self.field.show_field(view.key_field, writes)
        self.suggested.show_view(view, writes)

    def _around(self) -> Around:
        """What stands around the strategy that is open on the thread."""
        if self._opened is None:
            return NOTHING
        with self.context.workspace.read() as session:
            return around(session, STRATEGY, self._opened)

    # ---- picking

    def _cards(self) -> tuple[PickedCard, ...]:
        view = self._view
        return tuple(card for number in self._picked if view and (card := view.card(number)) is not None)

    @Slot(int, int)
    def _pick(self, inner: int, outer: int) -> None:
        self._opened, self._picked = None, (inner, outer)
        self._draw()
        self.editor.begin()

    @Slot(object)
    def _use(self, cards: tuple[int, ...]) -> None:
        self._pick(*cards)

    @Slot(int)
    def _toggle(self, card: int) -> None:
        opened = self._view.strategy(self._opened) if self._view else None
        if opened is not None:
            own = [one.id for one in opened.cards]
            after = [number for number in own if number != card] if card in own else [*own, card]
            self.change(tr("Cards of “{strategy}”", strategy=opened.text), strategies.set_cards, opened.id, after)
        else:
            self._picked = tuple(n for n in self._picked if n != card) if card in self._picked else (*self._picked, card)
        self._draw()

    @Slot(int)
    def _open(self, strategy: int) -> None:
        self._opened, self._picked = strategy, ()
        self._draw()
        row = self.list.rows.get(strategy)
        if row is not None:
            self.content.right.ensureWidgetVisible(row)
        self.editor.begin()
        self.content.left.ensureWidgetVisible(self.editor)

    @Slot()
    def begin_new(self) -> None:
        """Leave the strategy that is open, and give the keyboard to the matrix."""
        self._opened = None
        self._draw()
        self.matrix.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def use_suggestion(self) -> None:
        """Pick the first suggested pair and write."""
        view = self._view
        if view is not None and view.suggestions:
            self._pick(view.suggestions[0].inner.id, view.suggestions[0].outer.id)

    # ---- changing

    @Slot(str, int, int, object)
    def _make(self, text: str, effect: int, ease: int, segments: tuple[int, ...]) -> None:
        kind = kind_of(self._cards())
        made = self.change(
            tr("Strategy “{strategy}”", strategy=text.strip() or kind), strategies.make, text, self._picked, effect, ease, segments
        )
        if made is not None:
            self._opened, self._picked = made, ()
            self.banner.clear()
            self.refresh(set())
            self.editor.begin()

    def _changed(self, label: str, command: Callable[..., Any], *args: Any) -> None:
        opened = self._view.strategy(self._opened) if self._view else None
        if opened is not None:
            self.change(tr(label, strategy=opened.text), command, opened.id, *args)

    @Slot(str)
    def _set_text(self, text: str) -> None:
        self._changed(marked("Words of “{strategy}”"), strategies.set_text, text)

    @Slot(int)
    def _set_effect(self, dots: int) -> None:
        self._changed(marked("Effect of “{strategy}”"), strategies.set_effect, dots)

    @Slot(int)
    def _set_ease(self, dots: int) -> None:
        self._changed(marked("Ease of “{strategy}”"), strategies.set_ease, dots)

    @Slot(int, bool)
    def _set_segment(self, segment: int, on: bool) -> None:
        command = strategies.link_segment if on else strategies.unlink_segment
        self._changed(marked("Segments of “{strategy}”"), command, segment)

    @Slot(int)
    def _move(self, step: int) -> None:
        self._set_order("position")
        self._changed(marked("Order of “{strategy}”"), strategies.move, step)

    @Slot()
    def move_up(self) -> None:
        """One place up in our order."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """One place down in our order."""
        self._move(1)

    @Slot()
    def remove(self) -> None:
        """Remove the strategy that is open; its actions stay."""
        self._changed(marked("Remove “{strategy}”"), strategies.remove)

    @Slot(object)
    def _set_order(self, order: str) -> None:
        if order != self._order:
            self._order = order
            self.refresh(set())

    # ---- going

    def arrive(self, strategy: int | None = None, cards: tuple[int, ...] = (), **where: Any) -> None:
        """`strategy` opens it; `cards` picks these for a new one."""
        if strategy is not None:
            self._open(strategy)
        elif cards:
            self._opened, self._picked = None, tuple(cards)
            self._draw()
            self.editor.begin()
        elif self._view is not None and self._view.ready:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _link(self, strategy: int) -> None:
        self._open(strategy)
        self.editor.aim()

    @Slot()
    def _add_action(self) -> None:
        if self._opened is not None:
            self._action_for(self._opened)

    @Slot(int)
    def _action_for(self, strategy: int) -> None:
        self.context.navigate("action", strategy=strategy)

    @Slot(str, object)
    def _go(self, pane: str, where: dict[str, object]) -> None:
        self.context.navigate(pane, **where)

    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        if pane != self.name:
            self.context.navigate(pane)

    @Slot()
    def _to_cards(self) -> None:
        opened = self._view.strategy(self._opened) if self._view else None
        if opened is not None and opened.cards:
            self.context.navigate("swot", card=opened.cards[0].id)

    @Slot()
    def _to_segments(self) -> None:
        self.context.navigate("segments")

    @Slot()
    def _to_boards(self) -> None:
        self.context.navigate("swot")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._opened is not None or self._picked):
            self._picked = ()
            self.begin_new()
        else:
            super().keyPressEvent(event)
