"""How much of a locked visit a new plan keeps, in the menu of its card."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from workbench.strings import tr
from workbench.visits.cards import VisitCard
from workbench.visits.commands import HOLDS


def add_holds(menu: QMenu, card: VisitCard | None, hold: Callable[[str], None], ask: QAction) -> None:
    """Add a part of the menu that locks a planned visit by its time, day or week, and the way to ask for another one."""
    if card is not None and card.status == "planned":
        part = menu.addMenu(tr("A new plan keeps"))
        for value, words in HOLDS.items():
            action = part.addAction(tr(words))
            action.setCheckable(True)
            action.setChecked(card.locked and card.hold == value)
            action.setEnabled(ask.isEnabled())
            action.triggered.connect(lambda _checked=False, value=value: hold(value))
    menu.addSeparator()
    menu.addAction(ask)
