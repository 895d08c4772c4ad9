"""A snapshot opened: the boards as they stood, or what was added, changed and dropped since then or up to another snapshot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from views.widgets import Combo, Hairline, Label, Run, SegmentedControl, Sheet, row, strong
from workbench import formatting
from workbench.analysis import snapshots
from workbench.analysis.cards import BOARD_NAMES, BOARDS, COLUMN_NAMES, place_name
from workbench.analysis.snapshots import CardChange, Comparison, Frozen, FrozenCard
from workbench.strings import marked, ntr, tr

if TYPE_CHECKING:
    from views.context import Context

STOOD, SINCE = "stood", "since"
NOW = 0
FIELDS = {
    "text": marked("it said “{before}”"),
    "evidence": marked("evidence {before} → {after}"),
    "weight": marked("weight {before} → {after}"),
    "column": marked("{before} → {after}"),
    "rival": marked("rival {before} → {after}"),
}


class SnapshotSheet(Sheet):
    """`snapshot` is the one to open, the newest by default; `board` is shown first."""

    def __init__(self, context: "Context", host: QWidget, snapshot: int | None = None, board: str = "swot") -> None:
        super().__init__(host, tr("Snapshot"), primary=tr("Close"), width=940, height=640)
        self.context = context
        self.cancel.hide()
        self.accepted.connect(self.done)
        with context.workspace.read() as session:
            self._known = snapshots.snapshots(session)
            self._frozen = {one.id: snapshots.opened(session, one.id) for one in self._known}
            self._frozen[NOW] = snapshots.now(session)
        first = snapshot if snapshot in self._frozen else next((one.id for one in self._known), NOW)
        days = [(one.id, self._day(one.id)) for one in self._known]
        self.which = Combo(days, first, name=tr("The snapshot"))
        self.board = SegmentedControl(list(BOARD_NAMES.items()), board, name=tr("Board"))
        self.view = SegmentedControl([(STOOD, tr("As it stood")), (SINCE, tr("What changed"))], STOOD, name=tr("What is shown"))
        self.other = Combo([(NOW, tr("until now")), *((n, tr("until {day}", day=text)) for n, text in days)], NOW, name=tr("Compared with"))
        self.which.chosen.connect(self._draw)
        self.board.chosen.connect(self._draw)
        self.view.chosen.connect(self._draw)
        self.other.chosen.connect(self._draw)
        self.body.addLayout(row(self.which, self.board, self.view, self.other, None, spacing=10))
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self._draw()

    def _day(self, snapshot: int) -> str:
        known = next((one for one in self._known if one.id == snapshot), None)
        if known is None:
            return tr("now")
        day = formatting.day(known.taken_on)
        return tr("{day}, {name}", day=day, name=known.name) if known.name else day

    @Slot()
    def _draw(self) -> None:
        frozen, board = self._frozen[self.which.value() or NOW], self.board.value()
        self.other.setEnabled(self.view.value() == SINCE)
        self.title.setText(tr("Snapshot of {day}", day=formatting.day(frozen.taken_on)) if frozen.id else tr("No snapshot yet"))
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if self.view.value() == STOOD:
            self._stood(column, frozen, board)
        else:
            other = self._frozen[self.other.value() or NOW]
            before, after = (other, frozen) if other.id and other.taken_on < frozen.taken_on else (frozen, other)
            self._changed(column, snapshots.compare(before, after).of_board(board))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(fresh)
        fresh.show()

    def _stood(self, column: QVBoxLayout, frozen: Frozen, board: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        keys = BOARDS[board]
        across = 3 if len(keys) == 3 else 2
        for place, key in enumerate(keys):
            cell = QVBoxLayout()
            cell.setSpacing(6)
            cell.addWidget(Label(tr(COLUMN_NAMES[key]), "heading"))
            cell.addWidget(Hairline())
            for card in frozen.column(key):
                cell.addWidget(_words(card))
            if not frozen.column(key):
                cell.addWidget(Label(tr("No card."), "muted"))
            cell.addStretch(1)
            grid.addLayout(cell, place // across, place % across, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % across, 1)
        column.addLayout(grid)

    def _changed(self, column: QVBoxLayout, found: Comparison) -> None:
        groups = (
            (ntr("{n} card added", "{n} cards added", len(found.added)), [_words(card, True) for card in found.added]),
            (ntr("{n} card changed", "{n} cards changed", len(found.changed)), [_difference(change) for change in found.changed]),
            (ntr("{n} card dropped", "{n} cards dropped", len(found.dropped)), [_words(card, True) for card in found.dropped]),
        )
        for title, labels in groups:
            column.addWidget(Label(title, "message"))
            for label in labels:
                column.addWidget(label)
            column.addSpacing(10)


def _words(card: FrozenCard, placed: bool = False) -> Label:
    after = [place_name(card.column)] if placed else []
    after += [part for part in (card.rival, card.evidence) if part]
    label = Label(wrap=True)
    dots = "●" * card.weight + "○" * (5 - card.weight)
    label.set_runs([card.text, Run(f"  {dots}", "muted"), *([Run("  " + " · ".join(after), "muted")] if after else [])])
    return label


def _difference(change: CardChange) -> Label:
    told = []
    for name in change.fields:
        before, after = (str(getattr(card, name)) for card in (change.before, change.after))
        if name == "column":
            before, after = (tr(COLUMN_NAMES[key]) for key in (before, after))
        told.append(tr(FIELDS[name], before=before or tr("none"), after=after or tr("none")))
    label = Label(wrap=True)
    label.set_runs([strong(change.after.text), Run("  " + "; ".join((place_name(change.after.column), *told)), "muted")])
    return label
