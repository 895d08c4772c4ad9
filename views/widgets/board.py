"""A board of columns with cards, driven by keyboard and mouse. It shows what it is given and tells what the user wants.

`Board([Look(key, title, subtitle, tone)], across=2)`, `show({column key: [Face(...)]}, {column key: [Prompt(...)]})`. Tells: `added(column, text,
several, question)`, `edited(id, values)`, `weighed(ids, weight)`, `moved(ids, column, position)`, `stepped(ids, across, down)`, `removed(ids)`, `followed(id)` its link,
`menu_wanted(ids, point)`, `picked(ids)` when the selection changed. `choices(face, column)` may be set: what else is chosen while a card
is written. Keys: arrows, Shift to select, Alt to move, 1 to 5 weigh, Enter write, E its evidence, Delete remove, Ctrl+A all of a column.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from views.widgets import board_keys
from views.widgets.base import PaintedWidget
from views.widgets.board_card import CardItem, Face
from views.widgets.board_column import BoardColumn, Look, Prompt
from views.widgets.board_drag import Lift
from views.widgets.board_editor import CardEditor, Choice
from views.widgets.board_keys import CTRL, SHIFT
from views.widgets.board_pick import Picked


class Board(PaintedWidget):
    """See the module's text."""

    added = Signal(str, str, bool, str)
    edited = Signal(int, object)
    weighed = Signal(object, int)
    moved = Signal(object, str, int)
    stepped = Signal(object, int, int)
    removed = Signal(object)
    followed = Signal(int)
    menu_wanted = Signal(object, QPoint)
    picked = Signal(object)

    def __init__(self, looks: Sequence[Look], across: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = {look.key: BoardColumn(self, look, self) for look in looks}
        self.items: dict[int, CardItem] = {}
        self.choices: Callable[[Face, str], Sequence[Choice]] | None = None
        self.writes = True
        self.picks = Picked()
        self._editor: CardEditor | None = None
        self._edited: CardItem | None = None
        self._lift: Lift | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(14)
        across = across or len(looks)
        for place, column in enumerate(self.columns.values()):
            row, at = divmod(place, across)
            grid.addWidget(column, row, at)
            grid.setRowStretch(row, 1)
            grid.setColumnStretch(at, 1)
            column.open_line.written.connect(self._written)
            column.open_line.pasted.connect(self._pasted)
            column.open_line.up.connect(self._up_from_line)
            column.open_line.down.connect(self._down_from_line)
            column.open_line.focused.connect(self._line_focused)

    # ---- showing

    def set_looks(self, looks: Sequence[Look]) -> None:
        """Name the columns anew (language)."""
        for look in looks:
            self.columns[look.key].set_look(look)
            self.columns[look.key].retranslate_column()

    def show_cards(self, cards: Mapping[str, Sequence[Face]], prompts: Mapping[str, Sequence[Prompt]] | None = None) -> None:
        """Show these cards; selection, keyboard and scroll stay with the cards they were with."""
        focused = self.focused()
        place = self.place_of(focused) if focused is not None else None
        wanted = {face.id for faces in cards.values() for face in faces}
        for card_id in [known for known in self.items if known not in wanted]:
            item = self.items.pop(card_id)
            if item is self._edited:
                self._close_editor()
            self.columns[item.column].cards.removeWidget(item)
            item.hide()
            item.deleteLater()
        for key, column in self.columns.items():
            faces = {face.id: face for face in cards.get(key, ())}
            column.set_prompts((prompts or {}).get(key, ()))
            column.place([self._item(card_id, column) for card_id in faces], faces)
            column.open_line.setEnabled(self.writes)
        for column in self.columns.values():
            column.items = [item for item in column.items if item.column == column.key and item.face.id in wanted]
        if self.picks.keep(wanted):
            self.picked.emit(self.picks.ids)
        self._mark()
        if place is not None:
            self._refocus(focused, *place)

    def _item(self, card_id: int, column: BoardColumn) -> CardItem:
        item = self.items.get(card_id)
        if item is None:
            item = self.items[card_id] = CardItem(self, column.area.content)
        elif item.column and item.column != column.key:
            if item is self._edited:
                self._close_editor()
            self.columns[item.column].cards.removeWidget(item)
            item.setParent(column.area.content)
            item.show()
        return item

    def focused(self) -> CardItem | None:
        """The card that has the keyboard, or None."""
        return next((item for item in self.items.values() if item.hasFocus()), None)

    def place_of(self, item: CardItem) -> tuple[str, int]:
        """The card's column and its place in it."""
        items = self.columns[item.column].items
        return item.column, items.index(item) if item in items else 0

    def _refocus(self, item: CardItem | None, column: str, index: int) -> None:
        """The card keeps the keyboard where it went; one that is gone gives it to the next."""
        if item is None or item.face.id not in self.items:
            items = self.columns[column].items
            item = items[min(index, len(items) - 1)] if items else None
            if item is not None:
                self._pick_only(item)
        if item is None:
            self.columns[column].ask()
        else:
            item.setFocus(Qt.FocusReason.OtherFocusReason)
            self.columns[item.column].reveal(item)

    def order(self) -> list[int]:
        """All cards, column by column."""
        return [item.face.id for column in self.columns.values() for item in column.items]

    def selected(self) -> tuple[int, ...]:
        """The selected cards in board order."""
        return tuple(card_id for card_id in self.order() if card_id in self.picks.chosen)

    def select(self, card_id: int) -> None:
        """Select one card, give it the keyboard and scroll to it."""
        item = self.items.get(card_id)
        if item is not None:
            self.go(item)

    def ask(self, column: str, question: str = "") -> None:
        """Open the input of a column, for the answer to a question where one is given."""
        self.columns[column].ask(question)

    def _mark(self) -> None:
        lifted = self._lift.ids if self._lift is not None else ()
        for card_id, item in self.items.items():
            item.set_state(card_id in self.picks.chosen, card_id in lifted)

    # ---- writing

    @Slot(str)
    def _written(self, text: str) -> None:
        self._add(text, False)

    @Slot(str)
    def _pasted(self, text: str) -> None:
        self._add(text, True)

    def _add(self, text: str, several: bool) -> None:
        column = next((c for c in self.columns.values() if c.open_line is self.sender()), None)
        if column is not None:
            self.added.emit(column.key, text, several, column.question)

    def write(self, item: CardItem, evidence: bool = False) -> None:
        """Open a card where it stands."""
        if not self.writes:
            return
        self._close_editor()
        self._pick_only(item)
        column = self.columns[item.column]
        choices = self.choices(item.face, item.column) if self.choices is not None else ()
        self._edited, self._editor = item, CardEditor(item.face, choices, column.area.content)
        self._editor.left.connect(self._editor_left)
        column.open_editor(item, self._editor, evidence)

    @Slot(object, int)
    def _editor_left(self, values: dict[str, Any], way: int) -> None:
        item = self._edited
        self._close_editor()
        if item is None:
            return
        if values:
            self.edited.emit(item.face.id, values)
        if way:
            items = self.columns[item.column].items
            at = items.index(item) + 1 if item in items else len(items)
            if at < len(items):
                self._pick_only(items[at])
                self.write(items[at])
            else:
                self.columns[item.column].ask()

    def _close_editor(self) -> None:
        editor, item, self._editor, self._edited = self._editor, self._edited, None, None
        if editor is not None and item is not None:
            editor.end()
            self.columns[item.column].close_editor()

    # ---- moving about

    def go(self, item: CardItem, extend: bool = False) -> None:
        """Give a card the keyboard and select it, or all up to it with `extend`."""
        if extend:
            self.picks.span(self.order(), item.face.id)
            self.tell_picked()
        else:
            self._pick_only(item)
        item.setFocus(Qt.FocusReason.OtherFocusReason)
        self.columns[item.column].reveal(item)

    def _pick_only(self, item: CardItem) -> None:
        self.picks.only(item.face.id)
        self.tell_picked()

    def tell_picked(self) -> None:
        """The selection changed: show and tell it."""
        self._mark()
        self.picked.emit(self.selected())

    @Slot()
    def _up_from_line(self) -> None:
        column = next(c for c in self.columns.values() if c.open_line is self.sender())
        if column.items:
            self.go(column.items[-1])

    @Slot()
    def _down_from_line(self) -> None:
        keys = list(self.columns)
        column = next(c for c in self.columns.values() if c.open_line is self.sender())
        after = self.columns[keys[(keys.index(column.key) + 1) % len(keys)]]
        self.go(after.items[0]) if after.items else after.ask()

    @Slot()
    def _line_focused(self) -> None:
        if self.picks.clear():
            self.tell_picked()

    def card_key(self, item: CardItem, event: QKeyEvent) -> bool:
        """A key on a card; whether it meant something."""
        return board_keys.handle(self, item, event)

    # ---- mouse

    def card_pressed(self, item: CardItem, modifiers: Qt.KeyboardModifier) -> None:
        """Ctrl toggles, Shift selects up to it, a plain press selects it unless it is one of several, which may be dragged."""
        if modifiers & SHIFT:
            self.picks.span(self.order(), item.face.id)
        elif modifiers & CTRL:
            self.picks.toggle(item.face.id)
        elif item.face.id not in self.picks.chosen:
            self.picks.only(item.face.id)
        self.picks.plain = not modifiers & (SHIFT | CTRL)
        self.tell_picked()

    def card_released(self, item: CardItem) -> None:
        """A plain click that dragged nothing leaves only this card selected."""
        if self.picks.plain and len(self.picks.chosen) > 1:
            self._pick_only(item)

    def card_opened(self, item: CardItem) -> None:
        """Double click writes."""
        self.write(item)

    def card_weighed(self, item: CardItem, weight: int) -> None:
        """A click on the dots weighs this card, or all that are selected with it."""
        if self.writes:
            ids = self.selected() if item.face.id in self.picks.chosen else (item.face.id,)
            self.weighed.emit(ids, weight)

    def card_menu(self, item: CardItem, at: QPointF) -> None:
        """Right click or the menu key."""
        if item.face.id not in self.picks.chosen:
            self._pick_only(item)
        item.setFocus(Qt.FocusReason.MouseFocusReason)
        self.menu_wanted.emit(self.selected(), at.toPoint())

    def card_followed(self, item: CardItem) -> None:
        """A click on the link to the other card."""
        self.followed.emit(item.face.id)

    def card_dragged(self, item: CardItem, at: QPointF) -> None:
        """Lift the card, or all selected ones, and show where they would go."""
        if self.writes:
            if self._lift is None:
                self._lift = Lift(self, item, self.selected() or (item.face.id,))
                self._mark()
            self._lift.over(at)

    def card_dropped(self, item: CardItem, at: QPointF) -> None:
        """Move what was lifted."""
        lift, self._lift = self._lift, None
        if lift is not None:
            target = lift.end(at)
            self._mark()
            if target is not None:
                self.moved.emit(lift.ids, *target)
