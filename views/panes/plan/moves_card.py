"""What a proposed plan would change, a row a visit: dropped, moved, added, kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from views.theme import current_theme
from views.widgets import Card, Cell, Column, DataTable, RowsModel
from workbench import formatting
from workbench.strings import marked, tr
from workbench.visits.moves import ADDED, DROPPED, KEPT, MOVED, Move
from workbench.visits.moves import Slot as When

if TYPE_CHECKING:
    from workbench.visits.proposal import Proposal

KINDS = {
    ADDED: (marked("added"), "good"),
    MOVED: (marked("moved"), "accent"),
    DROPPED: (marked("dropped"), "warn"),
    KEPT: (marked("kept"), "plain"),
}
TALL = 300


class MovesCard(Card):
    """`looked_at(move)` when the owner picks a row: the week shows it."""

    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._proposal: Proposal | None = None
        self._names: dict[int, str] = {}
        columns = (
            Column("customer", marked("Customer"), self._customer, fixed=True),
            Column("kind", marked("What becomes of it"), self._kind, 84, fixed=True),
        )
        self.model: RowsModel[tuple[int, Move]] = RowsModel(columns, key=lambda row: row[0])
        self.table = DataTable(self.model, two_lines=True)
        self.table.row_current.connect(self._chosen)
        self.table.row_activated.connect(self._chosen)
        self.body.addWidget(self.table)

    def retranslate(self) -> None:
        """Words in the present language."""
        self.set_heading(tr("What would change"))
        self.table.setAccessibleName(tr("What would change"))

    def show_moves(self, proposal: "Proposal") -> None:
        """List the moves of a proposal."""
        self._proposal = proposal
        self._names = {rep.id: rep.name for rep in proposal.result.problem.reps}
        self.model.set_rows(enumerate(proposal.moves()))
        self.table.setFixedHeight(current_theme().px(TALL))

    def _customer(self, row: tuple[int, Move]) -> Cell:
        assert self._proposal is not None
        face = self._proposal.faces.get(row[1].customer_id)
        return Cell(face.name if face else "", self.when(row[1]), tier=face.tier if face else "N", strong=True)

    def _kind(self, row: tuple[int, Move]) -> Cell:
        words, chip = KINDS[row[1].kind]
        return Cell(tr(words), chip=chip)

    def when(self, move: Move) -> str:
        """From when to when, in words; the day once where it stays, the rep where it changes."""
        before, after = move.before, move.after
        if before is None or after is None or before == after:
            only = after or before
            assert only is not None
            return self._slot(only, False)
        if (before.day, before.rep_id) == (after.day, after.rep_id):
            return tr("{before} → {after}", before=self._slot(before, False), after=formatting.clock_time(after.start))
        reps = before.rep_id != after.rep_id
        return tr("{before} → {after}", before=self._slot(before, reps), after=self._slot(after, reps))

    def _slot(self, slot: When, rep: bool) -> str:
        words = f"{formatting.day_short(slot.day)} {formatting.clock_time(slot.start)}"
        return f"{words} {self._names.get(slot.rep_id, '')}" if rep else words

    @Slot(object)
    def _chosen(self, key: int) -> None:
        found = next((move for number, move in self.model.rows if number == key), None)
        if found is not None:
            self.looked_at.emit(found)
