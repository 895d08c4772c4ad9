"""The score matrix: segments by criteria, weights to click, the ranking, and what would turn the first two over."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from views.widgets import Card, EditableCell, Hairline, Label
from views.widgets.base import tip
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.targeting.criteria import LEAST_SCORE, MOST_SCORE, MOST_WEIGHT
from workbench.targeting.scoring import Matrix, Ranked, Score, flip_words

CENTRE, RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
CELL = 58


class ScoreCell(EditableCell):
    """A score: by hand in ink, by the figures muted with what they say as its tooltip. Typing nothing leaves it to the figures again."""

    def __init__(self, segment: int, criterion: int, score: Score, name: str) -> None:
        super().__init__(None, "choice", align=Qt.AlignmentFlag.AlignHCenter)
        self.segment, self.criterion = segment, criterion
        first = score.figure or tr("by the figures")
        steps = [(number, str(number)) for number in range(LEAST_SCORE, MOST_SCORE + 1)]
        self.set_options([("", first), *steps] if score.by_hand or score.figure else steps)
        self.score = score
        self.set_name(name)
        self.set_value(int(score.value) if score.by_hand and score.value is not None else None)

    def text(self) -> str:
        """The score, or a dash."""
        score: Score | None = getattr(self, "score", None)
        if score is None or score.value is None:
            return "–"
        return formatting.number(score.value, 0 if score.by_hand else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.setToolTip(tip(self.score.figure) if self.score.figure else "")


class ScoresCard(Card):
    """`weighed(criterion, weight)` and `scored(segment, criterion, score or None)` when the user set a value."""

    weighed = Signal(int, int)
    scored = Signal(int, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(2)
        self.grid.setVerticalSpacing(0)
        self.below = Label(role="caption", wrap=True)
        self.body.addLayout(self.grid)
        self.body.addWidget(self.below)
        self._shown: object = None

    def retranslate(self) -> None:
        self._shown = None
        self.set_heading(tr("Score"))
        self.set_context(tr("1 to 5, 5 is good for us; click any value"))
        self.below.setText(tr("With a decimal: from the figures in the file, told when you point at it. Whole: given by hand."))

    def show_matrix(self, found: Matrix, writes: bool) -> None:
        """Show other scores."""
        self.setVisible(bool(found.rows) and bool(found.criteria))
        if (found, writes) == self._shown:
            return
        self._shown = (found, writes)
        self.set_message(flip_words(found))
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._add_titles(found, writes)
        for place, ranked in enumerate(found.rows):
            self._add_row(found, ranked, 2 * place + 3, writes)

    def _add_titles(self, found: Matrix, writes: bool) -> None:
        last = len(found.criteria) + 1
        self.grid.setColumnStretch(0, 1)
        self.grid.addWidget(Label(tr("Weight"), "caption", align=Qt.AlignmentFlag.AlignLeft), 1, 0)
        for column, kind in enumerate(found.criteria, 1):
            title = Label(kind.name, "caption_strong", tone="muted", wrap=True, align=CENTRE | Qt.AlignmentFlag.AlignBottom)
            title.setFixedWidth(CELL + 12)
            self.grid.addWidget(title, 0, column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            weight = EditableCell(
                kind.weight, "int", low=0, high=MOST_WEIGHT, align=CENTRE, name=tr("Weight of {criterion}", criterion=kind.name)
            )
            weight.setProperty("criterion", kind.id)
            weight.setEnabled(writes)
            weight.committed.connect(self._weighed)
            self._place(weight, 1, column)
        self.grid.addWidget(Label(tr("Score"), "caption_strong", tone="muted", align=RIGHT), 0, last, Qt.AlignmentFlag.AlignBottom)
        self.grid.addWidget(Label(tr("Rank"), "caption_strong", tone="muted", align=RIGHT), 0, last + 1, Qt.AlignmentFlag.AlignBottom)
        self.grid.setColumnMinimumWidth(last + 1, 38)
        self.grid.setRowMinimumHeight(1, 30)

    def _add_row(self, found: Matrix, ranked: Ranked, line: int, writes: bool) -> None:
        last = len(found.criteria) + 1
        self.grid.addWidget(Hairline(), line - 1, 0, 1, last + 2)
        self.grid.addWidget(Label(ranked.segment.name, "strong" if ranked.rank == 1 else "body", elide=True), line, 0)
        for column, (kind, score) in enumerate(zip(found.criteria, ranked.scores, strict=True), 1):
            name = tr("{criterion} of {segment}", criterion=kind.name, segment=ranked.segment.name)
            cell = ScoreCell(ranked.segment.id, kind.id, score, name)
            cell.setEnabled(writes)
            cell.committed.connect(self._scored)
            self._place(cell, line, column)
        total = Label("" if ranked.total is None else formatting.number(ranked.total, 2), "strong", align=RIGHT, tabular=True)
        if ranked.missing:
            total.setToolTip(tip(ntr("{n} score is missing", "{n} scores are missing", ranked.missing)))
        self.grid.addWidget(total, line, last)
        self.grid.addWidget(Label("" if ranked.rank is None else str(ranked.rank), align=RIGHT, tabular=True), line, last + 1)
        self.grid.setRowMinimumHeight(line, 34)

    def _place(self, cell: EditableCell, line: int, column: int) -> None:
        cell.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)

    @Slot(object)
    def _weighed(self, weight: int) -> None:
        cell = self.sender()
        if isinstance(cell, EditableCell) and weight is not None:
            self.weighed.emit(cell.property("criterion"), weight)

    @Slot(object)
    def _scored(self, score: Any) -> None:
        cell = self.sender()
        if isinstance(cell, ScoreCell):
            self.scored.emit(cell.segment, cell.criterion, score or None)
