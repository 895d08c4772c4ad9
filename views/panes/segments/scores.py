"""The score matrix: segments by criteria, weights to click, the ranking, and what would turn the first two over."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from views.widgets import Card, EditableCell, Hairline, IconButton, Label, Link, ScrollArea, row
from views.widgets.base import tip
from workbench import formatting
from workbench.strings import ntr, tr
from workbench.targeting.criteria import LEAST_SCORE, MOST_OWN, MOST_SCORE, MOST_WEIGHT, CriterionView
from workbench.targeting.scoring import Matrix, Ranked, Score, flip_words

CENTRE, RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
CELL, LEAST_NAME = 58, 110
Spot = tuple[str, int, int]
"""A cell by what it holds, its segment (0 for none) and its criterion."""


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


class Across(ScrollArea):
    """As high as its content, which may be wider than there is room."""

    def __init__(self) -> None:
        super().__init__(horizontal=True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        least = self.content.minimumSizeHint().width()
        bar = self.horizontalScrollBar().sizeHint().height() if least > self.width() else 0
        return QSize(least, max(self.content.sizeHint().height(), self.body.totalHeightForWidth(max(least, self.width()))) + bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def laid(self, grid: QGridLayout) -> None:
        """Show what was put into the grid, so that it counts for the height at once."""
        for place in range(grid.count()):
            if (part := grid.itemAt(place).widget()) is not None:
                part.show()
        self.body.activate()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class ScoresCard(Card):
    """What the user does: `weighed(criterion, weight)`, `scored(segment, criterion, score or None)`; of his own criteria `wanted()` one
    more, `named(criterion, name)`, `removed(criterion)`."""

    weighed = Signal(int, int)
    scored = Signal(int, int, object)
    wanted = Signal()
    named = Signal(int, str)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(2)
        self.grid.setVerticalSpacing(0)
        self.below = Label(role="caption", wrap=True)
        self.area, self.more = Across(), Link(role="caption_strong")
        self.area.body.addLayout(self.grid)
        self.more.clicked.connect(self.wanted)
        self.body.addWidget(self.area)
        self.body.addLayout(row(self.more, None))
        self.body.addWidget(self.below)
        self._cells: dict[Spot, QWidget] = {}
        self._names: dict[int, str] = {}
        self._to_name: int | None = None
        self._shown: object = None

    def retranslate(self) -> None:
        self._shown = None
        self.set_heading(tr("Score"))
        self.set_context(tr("1 to 5, 5 is good for us; click any value"))
        self.more.set_text(tr("+ A criterion of your own"))
        self.below.setText(tr("With a decimal: from the figures in the file, told when you point at it. Whole: given by hand."))

    def show_matrix(self, found: Matrix, writes: bool) -> None:
        """Show other scores."""
        self.setVisible(bool(found.rows) and bool(found.criteria))
        if (found, writes) == self._shown:
            return
        self._shown = (found, writes)
        self.more.setVisible(writes and sum(kind.own for kind in found.criteria) < MOST_OWN)
        self.set_message(flip_words(found))
        focused = QApplication.focusWidget()
        spot = (
            next((spot for spot, cell in self._cells.items() if cell is focused or cell.isAncestorOf(focused)), None) if focused else None
        )
        self._cells, self._names = {}, {kind.id: kind.name for kind in found.criteria}
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._add_titles(found, writes)
        for place, ranked in enumerate(found.rows):
            self._add_row(found, ranked, 2 * place + 3, writes)
        self.area.laid(self.grid)
        if spot is not None:
            back = self._cells.get(spot) or self._cells.get(("weight", 0, found.criteria[-1].id), self.more)
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_new()

    def begin_naming(self, criterion: int) -> None:
        """Open the editor of an own criterion's name, as soon as it is shown."""
        self._to_name = criterion
        self._name_new()

    def name_of(self, criterion: int) -> str:
        """What a criterion is called."""
        return self._names.get(criterion, "")

    def name_again(self, criterion: int) -> None:
        """Show the name that stands after one that was refused."""
        title = self._cells.get(("title", 0, criterion))
        if isinstance(title, EditableCell):
            title.set_value(self.name_of(criterion))

    def _name_new(self) -> None:
        title = self._cells.get(("title", 0, self._to_name)) if self._to_name is not None else None
        if isinstance(title, EditableCell):
            self._to_name = None
            title.setFocus(Qt.FocusReason.OtherFocusReason)
            title.open_editor()

    def _add_titles(self, found: Matrix, writes: bool) -> None:
        last = len(found.criteria) + 1
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnMinimumWidth(0, LEAST_NAME)
        self.grid.addWidget(Label(tr("Weight"), "caption", align=Qt.AlignmentFlag.AlignLeft), 1, 0)
        for column, kind in enumerate(found.criteria, 1):
            self.grid.addWidget(self._title(kind, writes), 0, column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            weight = EditableCell(
                kind.weight, "int", low=0, high=MOST_WEIGHT, align=CENTRE, name=tr("Weight of {criterion}", criterion=kind.name)
            )
            weight.setProperty("criterion", kind.id)
            weight.setEnabled(writes)
            weight.committed.connect(self._weighed)
            self._cells["weight", 0, kind.id] = weight
            self._place(weight, 1, column)
        self.grid.addWidget(Label(tr("Score"), "caption_strong", tone="muted", align=RIGHT), 0, last, Qt.AlignmentFlag.AlignBottom)
        self.grid.addWidget(Label(tr("Rank"), "caption_strong", tone="muted", align=RIGHT), 0, last + 1, Qt.AlignmentFlag.AlignBottom)
        self.grid.setColumnMinimumWidth(last + 1, 38)
        self.grid.setRowMinimumHeight(1, 30)

    def _title(self, kind: CriterionView, writes: bool) -> QWidget:
        """The name of a criterion; an own one can be renamed and taken away."""
        if not (kind.own and writes):
            title = Label(kind.name, "caption_strong", tone="muted", wrap=True, align=CENTRE | Qt.AlignmentFlag.AlignBottom)
            title.setFixedWidth(CELL + 12)
            return title
        box = QWidget()
        name = EditableCell(kind.name, "text", align=CENTRE, name=tr("Name of the criterion"))
        name.setMinimumWidth(min(name.sizeHint().width(), CELL + 32))
        name.setMaximumWidth(CELL + 32)
        gone = IconButton("x", tr("Remove {criterion}", criterion=kind.name), size=20)
        for part in (name, gone):
            part.setProperty("criterion", kind.id)
        name.committed.connect(self._named)
        gone.clicked.connect(self._removed)
        box.setLayout(row(name, gone, spacing=0))
        self._cells["title", 0, kind.id], self._cells["remove", 0, kind.id] = name, gone
        return box

    def _add_row(self, found: Matrix, ranked: Ranked, line: int, writes: bool) -> None:
        last = len(found.criteria) + 1
        self.grid.addWidget(Hairline(), line - 1, 0, 1, last + 2)
        self.grid.addWidget(Label(ranked.segment.name, "strong" if ranked.rank == 1 else "body", elide=True), line, 0)
        for column, (kind, score) in enumerate(zip(found.criteria, ranked.scores, strict=True), 1):
            name = tr("{criterion} of {segment}", criterion=kind.name, segment=ranked.segment.name)
            cell = ScoreCell(ranked.segment.id, kind.id, score, name)
            cell.setEnabled(writes)
            cell.committed.connect(self._scored)
            self._cells["score", ranked.segment.id, kind.id] = cell
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
    def _named(self, name: str) -> None:
        self.named.emit(self.sender().property("criterion"), name)

    @Slot()
    def _removed(self) -> None:
        self.removed.emit(self.sender().property("criterion"))

    @Slot(object)
    def _scored(self, score: Any) -> None:
        cell = self.sender()
        if isinstance(cell, ScoreCell):
            self.scored.emit(cell.segment, cell.criterion, score or None)
