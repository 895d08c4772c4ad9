"""The card of the months: bars to drag, the way they are split, a lock a month, and the reason why a begun month was changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.base import MONEY_SCALE
from views.charts import Month, MonthBars
from views.widgets import Card, EditableText, Label, SegmentedControl, row
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.goals import words
from workbench.goals.kgi import Goal
from workbench.goals.progress import Progress
from workbench.goals.split import Split, moved
from workbench.strings import tr

MOST_REASONS = 3


class MonthsCard(Card):
    """`split_chosen(mode)`, `month_set(place, target)` and `month_fixed(place, fixed)` by the user, `reason_given(change, text)`."""

    split_chosen = Signal(object)
    month_set = Signal(int, object)
    month_fixed = Signal(int, bool)
    reason_given = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.message, self.note = Label(role="message", wrap=True), Label(role="caption", wrap=True)
        self.switch = SegmentedControl()
        self.switch.chosen.connect(self.split_chosen)
        self.add_to_header(self.switch)
        self.chart = MonthBars(158, locks=True)
        self.chart.setMinimumHeight(158)
        self.chart.trying.connect(self._try)
        self.chart.released.connect(self._release)
        self.chart.locked.connect(self.month_fixed)
        self.reasons = QVBoxLayout()
        self.reasons.setSpacing(2)
        self._asked: list[tuple[int, QWidget, Label, EditableText]] = []
        self._split: Split | None = None
        self.body.setSpacing(4)
        for widget in (self.message, self.note, self.chart):
            self.body.addWidget(widget)
        self.body.addLayout(self.reasons)

    def retranslate(self) -> None:
        self.set_heading(tr("Month by month"))
        self.switch.setAccessibleName(tr("How the goal is split"))
        self.switch.set_options([("even", tr("Evenly")), ("season", tr("Last year’s seasonality")), ("hand", tr("By hand"))])

    def show_months(self, goal: Goal, found: Progress, currency: str, writes: bool) -> None:
        """Show the months as saved."""
        shown, today = words.unit_of(goal, currency), clock.today()
        self._split = found.split
        self.switch.set_value(found.split.mode)
        self.switch.setEnabled(writes)
        self.message.setText(words.months_message(found, shown))
        top = max(max(month.target, month.actual, month.last_year) for month in found.months)
        short, unit = words.chart_unit(goal, currency, top)
        self.note.setText(words.months_note(goal, found, short, unit))
        self.set_context(unit)
        self.chart.shown = lambda value: short(round(value * MONEY_SCALE))
        self.chart.step = step_of(found.split) / MONEY_SCALE
        self.chart.editable = self.chart.locks = writes
        has_year = any(month.last_year for month in found.months)
        self.chart.set_months(
            [
                Month(
                    formatting.month_short(month.first),
                    month.target / MONEY_SCALE,
                    month.actual / MONEY_SCALE if month.begun else None,
                    month.last_year / MONEY_SCALE if has_year else None,
                    (month.first.year, month.first.month) == (today.year, today.month),
                    found.split.most(place) / MONEY_SCALE if not month.over and found.split.movable(place) else 0,
                    month.fixed and not month.over,
                    words.was_words(month.was[-1], short) if month.was else "",
                )
                for place, month in enumerate(found.months)
            ]
        )
        self._show_reasons(found, shown, writes)

    def _show_reasons(self, found: Progress, shown: Callable[[int], str], writes: bool) -> None:
        """One line for each of the latest changes of begun months, with its reason to be typed."""
        changes = sorted(((was.until, was.id, month, was) for month in found.months for was in month.was), key=lambda c: c[:2])[
            -MOST_REASONS:
        ]
        if [change[1] for change in changes] != [key for key, *_ in self._asked]:
            for _, line, _, _ in self._asked:
                line.hide()
                line.deleteLater()
            self._asked = []
            for _, key, _, _ in changes:
                label, field, line = Label(role="caption"), EditableText(kind="text", look="cell"), QWidget()
                field.committed.connect(self._give)
                line.setLayout(row(label, field, None, spacing=6))
                self.reasons.addWidget(line)
                self._asked.append((key, line, label, field))
        for (_, _, month, was), (_, _, label, field) in zip(changes, self._asked, strict=True):
            name = formatting.month_long(month.first)
            label.setText(tr("{month} was {target}, because", month=name, target=words.was_words(was, shown)))
            field.empty = tr("why was it changed?")
            field.setEnabled(writes)
            field.set_name(tr("Reason for {month}", month=name))
            field.set_value(was.reason)

    def ask(self) -> None:
        """Put the keyboard focus where the reason of the latest change is typed."""
        if self._asked:
            self._asked[-1][3].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _give(self, text: str) -> None:
        key = next((key for key, _, _, field in self._asked if field is self.sender()), None)
        if key is not None:
            self.reason_given.emit(key, text)

    def _exact(self, place: int, value: float) -> int:
        assert self._split is not None
        target = round(value * MONEY_SCALE)
        return target if target == self._split.most(place) else target // self._split.step * self._split.step

    @Slot(int, float)
    def _try(self, place: int, value: float) -> None:
        if self._split is None:
            return
        try:
            targets = moved(self._split, place, self._exact(place, value))
        except BadInput:
            return
        self.chart.set_targets([target / MONEY_SCALE for target in targets])

    @Slot(int, float)
    def _release(self, place: int, value: float) -> None:
        if self._split is not None and (target := self._exact(place, value)) != self._split.parts[place].target:
            self.month_set.emit(place, target)


def step_of(split: Split) -> int:
    """What one arrow key changes: one for counts, a round hundredth of the target for money."""
    rough, step = split.total // 100, split.step
    if split.step == MONEY_SCALE and rough < 10 * MONEY_SCALE:
        return MONEY_SCALE
    power = 1
    while power * 10 <= rough:
        power *= 10
    return max(next(power * factor for factor in (5, 2, 1) if power * factor <= max(rough, 1)) // step * step, step)
