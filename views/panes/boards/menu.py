"""The menu of one or several cards: all that their keys do, for the mouse."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class Entry(NamedTuple):
    """A line of the menu: its words, what it tells, the key shown beside it, whether it is the present one, and the lines under it.

    An entry without words is a line across.
    """

    text: str = ""
    told: tuple[object, ...] = ()
    key: str = ""
    checked: bool = False
    under: tuple["Entry", ...] = ()


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
