"""What the keys do on a card of a board."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from views.widgets.board_card import CardItem

if TYPE_CHECKING:
    from views.widgets.board import Board

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def handle(board: "Board", item: CardItem, event: QKeyEvent) -> bool:
    """Do what the key means on this card and those selected with it; whether it meant something."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    ids = board.selected() if item.face.id in board.picks.chosen else (item.face.id,)
    if key in ARROWS and held in (NONE, SHIFT):
        _walk(board, item, *ARROWS[key], extend=bool(held & SHIFT))
    elif key == Qt.Key.Key_A and held == CTRL:
        board.picks.all([one.face.id for one in board.columns[item.column].items])
        board.tell_picked()
    elif key == Qt.Key.Key_Space and held == CTRL:
        board.picks.toggle(item.face.id)
        board.tell_picked()
    elif key == Qt.Key.Key_C and held == CTRL:
        QGuiApplication.clipboard().setText("\n".join(board.items[card_id].face.text for card_id in ids))
    else:
        return board.writes and _change(board, item, ids, key, held)
    return True


def _change(board: "Board", item: CardItem, ids: tuple[int, ...], key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    if key in ARROWS and held == ALT:
        board.stepped.emit(ids, *ARROWS[key])
    elif key == Qt.Key.Key_V and held == CTRL:
        board.added.emit(item.column, QGuiApplication.clipboard().text(), True, "")
    elif held != NONE:
        return False
    elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
        board.weighed.emit(ids, int(key) - int(Qt.Key.Key_0))
    elif key in (*ENTER, Qt.Key.Key_F2, Qt.Key.Key_E):
        board.write(item, evidence=key == Qt.Key.Key_E)
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        board.removed.emit(ids)
    else:
        return False
    return True


def _walk(board: "Board", item: CardItem, across: int, down: int, extend: bool) -> None:
    """To the card beside it; from the last one down to the open line."""
    keys = list(board.columns)
    column, at = board.place_of(item)
    items = board.columns[column].items
    if down:
        if 0 <= at + down < len(items):
            board.go(items[at + down], extend)
        elif down > 0 and not extend:
            board.columns[column].ask()
        return
    place = keys.index(column) + across
    if 0 <= place < len(keys) and not extend:
        other = board.columns[keys[place]]
        if other.items:
            board.go(other.items[min(at, len(other.items) - 1)])
        else:
            other.ask()
