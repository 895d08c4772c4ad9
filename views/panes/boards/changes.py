"""Every change of a board's cards as one undo step, named after what it does."""

from typing import Any

from PySide6.QtCore import Slot

from views.panes.pane import Pane
from workbench.analysis import cards
from workbench.analysis.cards import Board as Cards
from workbench.analysis.cards import CardView
from workbench.strings import ntr, tr

SHORT = 40


class CardChanges(Pane):
    """The slots for what the user does to cards. The pane gives `cards` and, by their ids, `views`."""

    cards: Cards
    views: dict[int, CardView]

    @Slot(str, str, bool, str)
    def _added(self, column: str, text: str, several: bool, question: str) -> None:
        lines = [line for line in text.splitlines() if line.strip()]
        if several and len(lines) != 1:
            self.change(ntr("Add {n} card", "Add {n} cards", len(lines)), cards.add_lines, column, text, question=question)
        else:
            self.change(tr("Add card “{text}”", text=short(text)), cards.add, column, text, question=question)

    @Slot(int, object)
    def _edited(self, card_id: int, values: dict[str, Any]) -> None:
        self.change(tr("Edit card “{text}”", text=self._words(card_id)), cards.edit, card_id, **values)

    @Slot(object, int)
    def _weighed(self, ids: tuple[int, ...], weight: int) -> None:
        label = tr("Weigh card “{text}”", text=self._words(ids[0])) if len(ids) == 1 else ntr("Weigh {n} card", "Weigh {n} cards", len(ids))
        self.change(label, cards.set_weight, ids, weight)

    @Slot(object, str, int)
    def _moved(self, ids: tuple[int, ...], column: str, position: int) -> None:
        self.change(self._move_label(ids), cards.move, ids, column, position)

    @Slot(object, int, int)
    def _stepped(self, ids: tuple[int, ...], across: int, down: int) -> None:
        self.change(self._move_label(ids), cards.step, ids, across=across, down=down)

    def _move_label(self, ids: tuple[int, ...]) -> str:
        return tr("Move card “{text}”", text=self._words(ids[0])) if len(ids) == 1 else ntr("Move {n} card", "Move {n} cards", len(ids))

    @Slot(object)
    def _removed(self, ids: tuple[int, ...]) -> None:
        label = (
            tr("Remove card “{text}”", text=self._words(ids[0])) if len(ids) == 1 else ntr("Remove {n} card", "Remove {n} cards", len(ids))
        )
        gone = self.change(label, cards.remove, ids)
        if gone:
            self.context.offer_undo(ntr("{n} card removed", "{n} cards removed", gone))

    def _words(self, card_id: int) -> str:
        return short(self.views[card_id].text) if card_id in self.views else ""


def short(text: str) -> str:
    """The beginning of a text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rstrip() + "…"
