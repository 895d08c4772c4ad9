"""The menu of one or several cards: all that their keys do, for the mouse."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workbench.analysis.cards import CardView
from workbench.strings import tr


class Entry(NamedTuple):
    """A line of the menu: its words, what it tells, the key shown beside it, whether it is the present one, and the lines under it.

    An entry without words is a line across.
    """

    text: str = ""
    told: tuple[object, ...] = ()
    key: str = ""
    checked: bool = False
    under: tuple["Entry", ...] = ()


def of_cards(ids: tuple[int, ...], card: CardView, columns: Sequence[tuple[str, str]]) -> list[Entry]:
    """What can be done to cards of any board: `card` is the first of them, `columns` are keys and names."""
    lines = []
    if len(ids) == 1:
        lines += [Entry(tr("Write"), ("write", card.id), "Return"), Entry(tr("Write its evidence"), ("evidence", card.id), "E")]
    weights = tuple(Entry(str(n), ("weigh", ids, n), str(n), len(ids) == 1 and card.weight == n) for n in range(1, 6))
    others = tuple(Entry(name, ("move", ids, key)) for key, name in columns if key != card.column)
    return [*lines, Entry(tr("Weight"), under=weights), Entry(tr("Move to"), under=others)]


def build(entries: Sequence[Entry], parent: QWidget) -> QMenu:
    """A menu that goes away by itself; each action's data is what its entry tells."""
    menu = QMenu(parent)
    _fill(menu, entries)
    return menu


def _fill(menu: QMenu, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if not entry.text:
            menu.addSeparator()
        elif entry.under:
            _fill(menu.addMenu(entry.text.replace("&", "&&")), entry.under)
        else:
            action = QAction(entry.text.replace("&", "&&"), menu)
            action.setData(entry.told)
            if entry.key:
                action.setShortcut(QKeySequence(entry.key))
            if entry.checked:
                action.setCheckable(True)
                action.setChecked(True)
            menu.addAction(action)
