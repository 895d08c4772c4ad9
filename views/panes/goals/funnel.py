"""The card from the goal to the week: stages as bars, rates with their interval, what a month and a week need, by rep."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from views.panes.goals.stage_bar import StageBar
from views.widgets import Card, Chip, EditableText, Hairline, IntervalBar, Label, Link, row
from workbench import formatting
from workbench.goals import words
from workbench.goals.funnel import Funnel, Stage
from workbench.goals.overview import GoalsOverview
from workbench.strings import tr

RIGHT = Qt.AlignmentFlag.AlignRight
MOST_REPS = 4
RATE, BAR, RANGE, MONTH, WEEK, REPS = 1, 2, 3, 4, 5, 6
GAP, LEAST = 12, 340


class _Line:
    """The widgets of one stage and of the rate that leads on from it."""

    def __init__(self, card: "FunnelCard", place: int, count: int, reps: int) -> None:
        self.bar = StageBar(place, count)
        self.month, self.week = (Label(role="strong", align=RIGHT, tabular=True) for _ in range(2))
        self.reps = [Label(role="muted", align=RIGHT, tabular=True) for _ in range(reps)]
        self.source, self.chip, self.again = Label(role="caption", elide=True), Chip("", "warn"), Link("", role="caption_strong")
        self.rate, self.interval, self.range = EditableText(kind="int", look="cell", low=1, high=100), IntervalBar(), Label(role="caption")
        self.interval.setFixedWidth(92)
        self.below = QWidget()
        self.below.setLayout(row(self.source, self.chip, self.again, None, spacing=8))
        self.rate.committed.connect(card.set_rate)
        self.again.clicked.connect(card.count_again)
        self.bar.asked.connect(card.asked)
        self.bar.renamed.connect(card.renamed)

    def all(self) -> list[QWidget]:
        return [self.bar, self.month, self.week, *self.reps, self.below, self.rate, self.interval, self.range]


class FunnelCard(Card):
    """`asked(place, what)` and `renamed(place, name)` for a stage, `rate_set(place, share or None)`, `share_set(rep, percent or None)`."""

    asked = Signal(int, str)
    renamed = Signal(int, str)
    rate_set = Signal(int, object)
    share_set = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setMinimumWidth(LEAST)
        self.message = Label(role="message", wrap=True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GAP)
        self.grid.setVerticalSpacing(5)
        self.grid.setColumnStretch(0, 1)
        self.uncertain, self.ends = Chip("", "warn"), Label(role="caption", wrap=True)
        self.said = QWidget()
        last = row(self.uncertain, spacing=10)
        last.addWidget(self.ends, 1)
        self.said.setLayout(last)
        self._lines: list[_Line] = []
        self._heads: list[Label] = []
        self._shares: list[EditableText] = []
        self._others: list[QWidget] = []
        self._share_name, self._by_hours = Label(role="caption"), Link("", role="caption_strong")
        self._by_hours.clicked.connect(self._share_by_hours)
        self._built: tuple[int, int, bool] | None = None
        self._reps: tuple[int, ...] = ()
        self.body.setSpacing(8)
        self.body.addWidget(self.message)
        self.body.addLayout(self.grid)

    def retranslate(self) -> None:
        self.set_heading(tr("From goal to week"))
        self.set_context(tr("an average month; weeks rounded up for each rep"))
        self.uncertain.set_text(tr("uncertain"))
        self._by_hours.set_text(tr("by field hours"))

    def first_rate(self) -> QWidget | None:
        """The rate to begin with; None before there are stages."""
        return self._lines[0].rate if self._lines else None

    # ---- building

    def _build(self, stages: int, reps: int, more: bool) -> None:
        """Lay the rows anew when stages or reps have become others."""
        if self._built == (stages, reps, more):
            return
        self._built = (stages, reps, more)
        for widget in [*self._heads, *self._shares, *self._others, *(w for line in self._lines for w in line.all())]:
            self.grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        columns = reps + more
        self._heads = [Label(role="caption_strong", align=RIGHT) for _ in range(3 + columns)]
        self._heads[0].setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.grid.addWidget(self._heads[0], 0, RATE, 1, 3)
        for column, head in enumerate(self._heads[1:]):
            self.grid.addWidget(head, 0, MONTH + column)
        self._lines, self._others = [_Line(self, place, stages, columns) for place in range(stages)], []
        for place, line in enumerate(self._lines):
            top = 1 + 3 * place
            rule = Hairline()
            self._others.append(rule)
            self.grid.addWidget(rule, top, 0, 1, REPS + columns)
            self.grid.addWidget(line.bar, top + 1, 0)
            for column, label in enumerate((line.month, line.week, *line.reps)):
                self.grid.addWidget(label, top + 1, MONTH + column)
            if place < stages - 1:
                self.grid.addWidget(line.below, top + 2, 0)
                for column, widget in ((RATE, line.rate), (BAR, line.interval), (RANGE, line.range)):
                    self.grid.addWidget(widget, top + 2, column)
            else:
                for widget in (line.below, line.rate, line.interval, line.range):
                    widget.setParent(self)
                    widget.hide()
        foot = 1 + 3 * stages
        self.grid.addWidget(self.said, foot, 0, 1, REPS + columns)
        rule = Hairline()
        self._others.append(rule)
        foot += 1
        self.grid.addWidget(rule, foot, 0, 1, REPS + columns)
        self.grid.addWidget(self._share_name, foot + 1, 0)
        self.grid.addWidget(self._by_hours, foot + 1, RATE, 1, 3)
        self._shares = [EditableText(kind="int", look="cell", low=0, high=100, align=RIGHT) for _ in range(reps)]
        for column, field in enumerate(self._shares):
            field.committed.connect(self._set_share)
            self.grid.addWidget(field, foot + 1, REPS + column, RIGHT)

    # ---- showing

    def show_funnel(self, shown: GoalsOverview, writes: bool) -> None:
        """Show other figures."""
        funnel = shown.funnel
        assert funnel is not None
        several = len(funnel.reps) > 1
        reps = min(len(funnel.reps), MOST_REPS) if several else 0
        self._build(len(funnel.stages), reps, len(funnel.reps) > MOST_REPS)
        self.message.setText(words.funnel_message(funnel))
        names = [share.short_name for share in funnel.reps[:reps]] + ([tr("Others")] if len(funnel.reps) > MOST_REPS else [])
        for head, text in zip(self._heads, (tr("Rate, with 90 % interval"), tr("Monthly"), tr("Weekly"), *names), strict=True):
            head.setText(text)
        for line, stage in zip(self._lines, funnel.stages, strict=True):
            self._show_stage(line, stage, funnel, writes)
        self._show_shares(funnel, reps, writes)
        said = words.ends_words(shown)
        self.ends.setText(said)
        self.said.setVisible(bool(said))
        self.uncertain.setVisible(bool(said) and funnel.ends is not None and funnel.ends.uncertain)
        self._fit()

    def _show_stage(self, line: _Line, stage: Stage, funnel: Funnel, writes: bool) -> None:
        line.bar.show_stage(stage.name, stage.own_name, writes)
        line.month.setText(_count(stage.month))
        line.week.setText(_count(stage.week))
        reps = list(stage.reps[:MOST_REPS]) + ([sum(stage.reps[MOST_REPS:])] if len(stage.reps) > MOST_REPS else [])
        for place, label in enumerate(line.reps):
            label.setText(_count(reps[place] if place < len(reps) else None))
        rate = stage.rate
        if rate is None:
            return
        after = funnel.stages[stage.place + 1]
        line.source.setText(words.rate_words(stage, after))
        line.chip.set_text(tr("uncertain") if rate.uncertain else "")
        line.again.set_text(tr("count it"))
        line.again.setVisible(rate.by_hand and writes)
        line.rate.set_name(tr("Rate from {stage} to {next}", stage=stage.name, next=after.name))
        line.rate.empty = "?"
        line.rate._shown = _percent
        line.rate.setEnabled(writes)
        line.rate.set_value(round(rate.value * 100) if rate.value else None)
        counted = rate.value is not None and rate.counted is not None and not rate.by_hand
        said = tr("{low}–{high}", low=formatting.number(rate.low * 100), high=formatting.percent(rate.high)) if counted else ""
        line.range.setText(said)
        line.interval.set_values(100 * rate.low, 100 * (rate.value or 0), 100 * rate.high, text=said)
        line.interval.setProperty("counted", counted)

    def _show_shares(self, funnel: Funnel, reps: int, writes: bool) -> None:
        self._reps = tuple(share.rep_id for share in funnel.reps[:reps])
        self._share_name.setText(tr("Share of each rep, by hand") if funnel.shares_by_hand else tr("Share of each rep, by field hours"))
        self._share_name.setVisible(bool(reps))
        self._others[-1].setVisible(bool(reps))
        self._by_hours.setVisible(funnel.shares_by_hand and writes and bool(reps))
        for field, share in zip(self._shares, funnel.reps, strict=False):
            field.set_name(tr("Share of {name}", name=share.name))
            field._shown = _percent
            field.setEnabled(writes)
            field.set_value(round(share.percent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the interval's bar, then its figures, then the reps, where the card is too narrow for all."""
        if not self._lines:
            return
        columns = len(self._heads) - 3
        head = self._heads[1:]
        numbers = [max(label.sizeHint().width(), 34) + GAP for label in head]
        first = max([line.bar.minimumSizeHint().width() for line in self._lines] + [110]) + GAP
        rate = max(line.rate.sizeHint().width() for line in self._lines) + GAP
        figures = max(line.range.sizeHint().width() for line in self._lines) + GAP
        room = self.width() - 36 - first - rate - sum(numbers[:2])
        reps = sum(numbers[2:])
        with_figures = room >= figures + reps
        with_bar = with_figures and room >= figures + reps + 92 + GAP
        with_reps = room >= reps
        self._heads[0].setText(tr("Rate, with 90 % interval") if with_bar else tr("Rate"))
        for line in self._lines[:-1]:
            counted = bool(line.interval.property("counted"))
            line.interval.setVisible(with_bar and counted)
            line.range.setVisible(with_figures)
        for place in range(columns):
            self._heads[3 + place].setVisible(with_reps)
            for line in self._lines:
                line.reps[place].setVisible(with_reps)
        for field in self._shares:
            field.setVisible(with_reps)
        if self._shares:
            self._share_name.setVisible(with_reps)
            self._others[-1].setVisible(with_reps)

    # ---- editing

    def _place(self, of: Callable[[_Line], QWidget]) -> int:
        return next((place for place, line in enumerate(self._lines) if of(line) is self.sender()), -1)

    @Slot(object)
    def set_rate(self, percent: int) -> None:
        """Pass on a rate that was typed."""
        self.rate_set.emit(self._place(lambda line: line.rate), percent / 100)

    @Slot()
    def count_again(self) -> None:
        """Let the file's own cases say the rate."""
        self.rate_set.emit(self._place(lambda line: line.again), None)

    @Slot(object)
    def _set_share(self, percent: int) -> None:
        for field, rep_id in zip(self._shares, self._reps, strict=True):
            if field is self.sender():
                self.share_set.emit(rep_id, float(percent))

    @Slot()
    def _share_by_hours(self) -> None:
        self.share_set.emit(0, None)


def _count(value: int | None) -> str:
    return "–" if value is None else formatting.number(value)


def _percent(value: int) -> str:
    return formatting.percent(value / 100)
