"""The menu of a board's cards: what its lines are, and doing what they say."""

from typing import Any

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from views.panes.boards import menu
from views.panes.boards.changes import CardChanges
from views.panes.boards.menu import Entry
from views.widgets import Board, Look
from workbench.strings import tr


class CardMenu(CardChanges):
    """The pane gives its `board`, the looks of its columns and the lines that only its own board has."""

    board: Board

    def looks(self) -> list[Look]:
        """The columns in the present language."""
        raise NotImplementedError

    def entries(self, ids: tuple[int, ...]) -> list[Entry]:
        """Lines of the cards' menu that only this board has."""
        return []

    def go_linked(self) -> None:
        """Go to the card that the selected one is linked with."""
        raise NotImplementedError

    @Slot(object, QPoint)
    def _show_menu(self, ids: tuple[int, ...], at: QPoint) -> None:
        if not ids:
            return
        shown = self.menu_of(ids)
        if not shown.actions():
            return
        shown.triggered.connect(self._chosen)
        shown.aboutToHide.connect(shown.deleteLater)
        shown.popup(at)

    def menu_of(self, ids: tuple[int, ...]) -> QMenu:
        """The menu of these cards."""
        card, writes = self.views[ids[0]], not self.context.workspace.read_only
        lines: list[Entry] = []
        if writes:
            columns = [(look.key, look.title) for look in self.looks()]
            lines += [*menu.of_cards(ids, card, columns), *self.entries(ids)]
        if len(ids) == 1 and (card.source or card.sent):
            lines.append(Entry(tr("Go to the linked card"), ("go",), "G"))
        if writes:
            lines += [Entry(), Entry(tr("Remove"), ("remove", ids), "Del")]
        return menu.build(lines, self)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        told = tuple(action.data() or ())
        if told:
            self.do_entry(told[0], *told[1:])

    def do_entry(self, what: str, *told: Any) -> None:
        """Do what a line of the menu says."""
        if what in ("write", "evidence") and told[0] in self.board.items:
            self.board.write(self.board.items[told[0]], evidence=what == "evidence")
        elif what == "weigh":
            self._weighed(tuple(told[0]), told[1])
        elif what == "move":
            self._moved(tuple(told[0]), told[1], len(self.cards.column(told[1]).cards))
        elif what == "remove":
            self._removed(tuple(told[0]))
        elif what == "go":
            self.go_linked()
