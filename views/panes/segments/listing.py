"""The segments in their order, each with live figures and the decision."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from views.theme import current_theme
from views.widgets import Card, Cell, Column, DataTable, IconButton, RowsModel
from workbench import formatting
from workbench.strings import marked, ntr, tr
from workbench.targeting.segments import DECISIONS, Overview, SegmentView

KINDS = {"primary": "accent", "secondary": "good", "later": "plain", "": "warn"}
MOST_ROWS = 6


def decision_words(decision: str) -> str:
    """The decision in the present language."""
    return tr(DECISIONS[decision]) if decision in DECISIONS else tr("Undecided")


def win_words(view: SegmentView) -> tuple[str, str]:
    """The win rate and what it rests on: ("70 %", "14 of 20"); empty without decided deals."""
    if view.win is None:
        return "", ""
    return formatting.percent(view.win.rate), tr("{won} of {decided}", won=view.win.won, decided=view.win.decided)


def interval_words(view: SegmentView) -> str:
    """The interval of the win rate: "52 to 84 %"."""
    if view.win is None:
        return ""
    return tr("{low} to {high}", low=formatting.number(view.win.low * 100), high=formatting.percent(view.win.high))


class ListCard(Card):
    """`table.row_current(id)` when another segment is chosen, `moved(step)` when the present one is to go up or down."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._currency = "JPY"
        self.model: RowsModel[SegmentView] = RowsModel(
            [
                Column("name", marked("Segment"), self._name, fixed=True),
                Column("customers", marked("Customers"), self._customers, width=92, right=True),
                Column("revenue", marked("Revenue"), self._revenue, width=116, right=True),
                Column("win", marked("Win rate"), self._win, width=104, right=True),
                Column("decision", marked("Decision"), self._decision, width=104),
            ],
            lambda view: view.id,
        )
        self.table = DataTable(self.model, two_lines=True, inset=16)
        self.up, self.down = IconButton("arrow-up", ""), IconButton("arrow-down", "")
        for button in (self.up, self.down):
            self.add_to_header(button)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.body.addWidget(self.table)

    def retranslate(self) -> None:
        self.set_heading(tr("Segments"))
        self.table.setAccessibleName(tr("Segments"))
        self.up.set_name(tr("Count it earlier (Alt+Up)"))
        self.down.set_name(tr("Count it later (Alt+Down)"))

    def show_segments(self, shown: Overview, current: int | None, writes: bool) -> None:
        """Show other figures."""
        self._currency = shown.currency
        self.model.set_rows(shown.segments)
        self.table.set_current(current)
        rest = shown.rest_customers
        self.set_context(
            ntr("{n} customer counts in no segment", "{n} customers count in no segment", rest, n=formatting.number(rest))
            if rest
            else tr("every customer counts in one")
        )
        self.show_place(current, writes)
        theme = current_theme()
        rows = min(MOST_ROWS, max(1, len(shown.segments)))
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * theme.size("row_two_lines") + 2)

    def show_place(self, current: int | None, writes: bool) -> None:
        """Say by the arrows where the present segment can go."""
        place = self.model.row_of(current)
        self.up.setEnabled(writes and place > 0)
        self.down.setEnabled(writes and 0 <= place < len(self.model.rows) - 1)

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def _name(self, view: SegmentView) -> Cell:
        return Cell(view.name, view.problem or view.sentence or tr("no filter yet"), strong=True)

    def _customers(self, view: SegmentView) -> Cell:
        other = view.matches - view.customers
        return Cell(formatting.number(view.customers), tr("+{n} earlier", n=formatting.number(other)) if other else "")

    def _revenue(self, view: SegmentView) -> Cell:
        if not view.customers:
            return Cell()
        return Cell(formatting.money_short(view.revenue, self._currency), formatting.percent(view.share))

    @staticmethod
    def _win(view: SegmentView) -> Cell:
        return Cell(win_words(view)[0], interval_words(view))

    @staticmethod
    def _decision(view: SegmentView) -> Cell:
        return Cell(decision_words(view.decision), chip=KINDS.get(view.decision, "warn"))
