"""The card of the goal: one sentence whose parts are edited where they stand, and the two directions above it."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from models.base import MONEY_SCALE
from views.widgets import Card, EditableText, FieldError, Hairline, Label, Sentence
from workbench import formatting
from workbench.goals import kgi
from workbench.strings import marked, tr

SENTENCES = {
    "counted": marked("Win {target} {metric} by {deadline}, up from {baseline} in {period}."),
    "money": marked("Reach {target} of {metric} by {deadline}, up from {baseline} in {period}."),
    "growth": marked("Reach {target} percent of {metric} by {deadline}, over {baseline} in {period}."),
}


def _wording(metric: str | None) -> str:
    return tr(SENTENCES["growth" if metric == "growth" else "money" if metric in kgi.MONEY else "counted"])


class GoalCard(Card):
    """`changed(part, value)` for target, metric, deadline, baseline, period, company and marketing; numbers come in ten-thousandths."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.target = EditableText(kind="text", empty="?")
        self.what = EditableText(kind="choice", empty="?")
        self.deadline = EditableText(kind="date", empty="?")
        self.baseline = EditableText(kind="text", empty="?")
        self.period = EditableText(kind="choice", empty="?")
        self.sentence = Sentence(
            _wording(None),
            {"target": self.target, "metric": self.what, "deadline": self.deadline, "baseline": self.baseline, "period": self.period},
        )
        self._words = _wording(None)
        self.draft = FieldError()
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.draft)
        self.body.addWidget(Hairline())
        self.company_label, self.marketing_label = Label(role="caption"), Label(role="caption")
        self.company, self.marketing = (EditableText(kind="text", look="cell", empty="…") for _ in range(2))
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(2)
        for column, (label, field) in enumerate(((self.company_label, self.company), (self.marketing_label, self.marketing))):
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self._parts = {
            "target": self.target,
            "metric": self.what,
            "deadline": self.deadline,
            "baseline": self.baseline,
            "period": self.period,
            "company": self.company,
            "marketing": self.marketing,
        }
        for field in self._parts.values():
            field.committed.connect(self._tell)

    def retranslate(self) -> None:
        self.set_heading(tr("What by when"))
        self.what.set_options([(key, tr(name)) for key, name in kgi.METRICS.items()])
        self.company_label.setText(tr("Company, 3 to 5 years"))
        self.marketing_label.setText(tr("Marketing, 1 to 3 years"))
        for field, name in (
            (self.target, tr("Number")),
            (self.what, tr("What is counted")),
            (self.deadline, tr("Deadline")),
            (self.baseline, tr("Baseline")),
            (self.period, tr("Period of the baseline")),
            (self.company, tr("Direction of the company")),
            (self.marketing, tr("Direction of marketing")),
        ):
            field.set_name(name)

    @Slot(object)
    def _tell(self, value: object) -> None:
        part = next((name for name, field in self._parts.items() if field is self.sender()), "")
        if part in ("target", "baseline") and isinstance(value, int) and self._parts[part].kind == "int":
            value *= MONEY_SCALE
        if part:
            self.changed.emit(part, value)

    def show_goal(self, goal: kgi.Goal, currency: str) -> None:
        """Show the goal as it is."""
        if (words := _wording(goal.metric)) != self._words:
            self._words = words
            self.sentence.set_sentence(words)
        money = goal.metric in kgi.MONEY
        self.target.kind = "money" if money else "int"
        self.baseline.kind = "money" if money or goal.metric == "growth" else "int"
        for field, amount in ((self.target, goal.target), (self.baseline, goal.baseline)):
            field.currency, field.low, field.high = currency, 0, 10**9
            field.set_value(None if amount is None else amount // (1 if field.kind == "money" else MONEY_SCALE))
        self.what.set_value(goal.metric)
        self.deadline.set_value(goal.deadline)
        spans = baseline_spans(goal.first, goal.last)
        current = (goal.baseline_first, goal.baseline_last)
        if goal.baseline_first and goal.baseline_last and current not in spans:
            spans = (*spans, (goal.baseline_first, goal.baseline_last))
        self.period.set_options([(span, formatting.month_period(*span)) for span in spans])
        self.period.set_value(current if goal.baseline_first and goal.baseline_last else None)
        self.company.set_value(goal.company_direction)
        self.marketing.set_value(goal.marketing_direction)
        if goal.complete:
            self.draft.clear()
        else:
            self.draft.show_problem(kgi.missing_sentence(goal), tr("Click the parts of the sentence."))
        self.set_context(tr("A goal: number, deadline and baseline are set") if goal.complete else tr("a draft reaches no document"))


def baseline_spans(first: date, last: date) -> tuple[tuple[date, date], ...]:
    """The periods offered for the baseline: as long just before the plan, and the same months a year ago."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    index = first.year * 12 + first.month - 1
    before = date((index - months) // 12, (index - months) % 12 + 1, 1)
    year_ago = date(first.year - 1, first.month, 1)
    end = index - 12 + months
    return (before, first - timedelta(days=1)), (year_ago, date(end // 12, end % 12 + 1, 1) - timedelta(days=1))
