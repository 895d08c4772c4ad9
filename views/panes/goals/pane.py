"""Goals: what by when, up from what, and where we stand. Draws `goals.overview`, edits through `goals.kgi`."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.base import MONEY_SCALE
from views.charts import Month, MonthBars, ProgressLine
from views.context import Context
from views.panes.goals.spans import baseline_spans, heaviest, month_end
from views.panes.pane import Pane
from views.widgets import (
    Card,
    EditableText,
    FieldError,
    Hairline,
    Label,
    Link,
    Run,
    ScrollArea,
    Sentence,
    TargetBar,
    TierSquare,
    row,
    strong,
)
from workbench import clock, formatting
from workbench.goals import kgi
from workbench.goals.overview import GoalsOverview, overview
from workbench.goals.progress import Progress, likely, standing
from workbench.strings import marked, ntr, tr

SENTENCES = {
    "counted": marked("Win {target} {metric} by {deadline}, up from {baseline} in {period}."),
    "money": marked("Reach {target} of {metric} by {deadline}, up from {baseline} in {period}."),
    "growth": marked("Reach {target} percent of {metric} by {deadline}, over {baseline} in {period}."),
}


def _wording(metric: str | None) -> str:
    return tr(SENTENCES["growth" if metric == "growth" else "money" if metric in kgi.MONEY else "counted"])


class GoalsPane(Pane):
    """The goal as one sentence with parts to edit, its directions, its course and months, and what it leads to."""

    name = "goals"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: GoalsOverview | None = None
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        left = ScrollArea()
        for card in (self._make_goal(), self._make_course(), self._make_months()):
            left.body.addWidget(card)
        left.body.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self._make_standing())
        right.addWidget(self._make_leads_to())
        right.addStretch(1)
        columns.addWidget(left, 1)
        self.side = QWidget()
        self.side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        columns.addWidget(self.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.setFixedWidth(340 if self.width() >= 1100 else 300)
        super().resizeEvent(event)

    # ---- building

    def _make_goal(self) -> Card:
        self.goal_card = Card()
        self.target = EditableText(kind="text", empty="?")
        self.what = EditableText(kind="choice", empty="?")
        self.deadline = EditableText(kind="date", empty="?")
        self.baseline = EditableText(kind="text", empty="?")
        self.period = EditableText(kind="choice", empty="?")
        self.sentence = Sentence(
            _wording(None),
            {"target": self.target, "metric": self.what, "deadline": self.deadline, "baseline": self.baseline, "period": self.period},
        )
        self.target.committed.connect(self._set_target)
        self.what.committed.connect(self._set_metric)
        self.deadline.committed.connect(self._set_deadline)
        self.baseline.committed.connect(self._set_baseline)
        self.period.committed.connect(self._set_period)
        self.draft = FieldError()
        self.goal_card.body.addWidget(self.sentence)
        self.goal_card.body.addWidget(self.draft)
        self.goal_card.body.addWidget(Hairline())
        self.company_label, self.marketing_label = Label(role="caption"), Label(role="caption")
        self.company, self.marketing = (EditableText(kind="text", look="cell", empty="…") for _ in range(2))
        self.company.committed.connect(self._set_company)
        self.marketing.committed.connect(self._set_marketing)
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(2)
        for column, (label, field) in enumerate(((self.company_label, self.company), (self.marketing_label, self.marketing))):
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        self.goal_card.body.addLayout(grid)
        return self.goal_card

    def _make_course(self) -> Card:
        self.course_card = Card()
        self.course_message = Label(role="message", wrap=True)
        self.course_note = Label(role="caption", wrap=True)
        self.course = ProgressLine(150)
        for widget in (self.course_message, self.course_note, self.course):
            self.course_card.body.addWidget(widget)
        return self.course_card

    def _make_months(self) -> Card:
        self.months_card = Card()
        self.months_message = Label(role="message", wrap=True)
        self.months = MonthBars(190, editable=False)
        self.months_card.body.addWidget(self.months_message)
        self.months_card.body.addWidget(self.months)
        return self.months_card

    def _make_standing(self) -> Card:
        self.standing_card = Card()
        self.figure = Label(role="figure")
        self.figure_of = Label(role="muted", elide=True)
        self.bar = TargetBar(judged=False)
        self.stands = Label(role="body", wrap=True)
        self.standing_card.body.addLayout(row(self.figure, self.figure_of, None, spacing=6))
        self.standing_card.body.addWidget(self.bar)
        self.standing_card.body.addWidget(self.stands)
        return self.standing_card

    def _make_leads_to(self) -> Card:
        self.leads_card = Card()
        self.leads = QVBoxLayout()
        self.leads.setSpacing(0)
        self.leads_card.body.addLayout(self.leads)
        return self.leads_card

    def retranslate(self) -> None:
        self.what.set_options([(key, tr(name)) for key, name in kgi.METRICS.items()])
        self.company_label.setText(tr("Company, 3 to 5 years"))
        self.marketing_label.setText(tr("Marketing, 1 to 3 years"))
        self.goal_card.set_heading(tr("What by when"))
        self.course_card.set_heading(tr("Where we stand"))
        self.months_card.set_heading(tr("Month by month"))
        self.standing_card.set_heading(tr("So far"))
        self.leads_card.set_heading(tr("Leads to"))
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

    # ---- drawing

    def subtitle(self) -> str:
        goal = self._shown and self._shown.goal
        return formatting.period(goal.first, goal.last) if goal else ""

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self._shown = shown = overview(session)
        goal = shown.goal
        if goal is None:
            return
        self.sentence.set_sentence(_wording(goal.metric))
        self._show_parts(shown)
        if goal.complete:
            self.draft.clear()
        else:
            self.draft.show_problem(kgi.missing_sentence(goal), tr("Click the parts of the sentence."))
        self.goal_card.set_context(
            tr("A goal: number, deadline and baseline are set") if goal.complete else tr("a draft reaches no document")
        )
        self.company.set_value(goal.company_direction)
        self.marketing.set_value(goal.marketing_direction)
        found = shown.progress
        for card in (self.course_card, self.months_card, self.standing_card):
            card.setVisible(found is not None)
        if found is not None:
            self._show_course(shown, found)
            self._show_months(shown, found)
            self._show_standing(shown, found)
        self._show_leads(shown)

    def _show_parts(self, shown: GoalsOverview) -> None:
        goal = shown.goal
        assert goal is not None
        money = goal.metric in kgi.MONEY
        self.target.kind = "money" if money else "int"
        self.baseline.kind = "money" if money or goal.metric == "growth" else "int"
        for field in (self.target, self.baseline):
            field.currency, field.low, field.high = shown.currency, 0, 10**9
        unit = 1 if money else MONEY_SCALE
        self.target.set_value(None if goal.target is None else goal.target // unit)
        baseline_unit = 1 if self.baseline.kind == "money" else MONEY_SCALE
        self.baseline.set_value(None if goal.baseline is None else goal.baseline // baseline_unit)
        self.what.set_value(goal.metric)
        self.deadline.set_value(goal.deadline)
        spans = baseline_spans(goal.first, goal.last)
        current = (goal.baseline_first, goal.baseline_last)
        if goal.baseline_first and goal.baseline_last and current not in spans:
            spans = (*spans, (goal.baseline_first, goal.baseline_last))
        self.period.set_options([(span, formatting.month_period(*span)) for span in spans])
        self.period.set_value(current if goal.baseline_first and goal.baseline_last else None)

    def _amounts(self, shown: GoalsOverview) -> Callable[[int], str]:
        metric = "revenue" if shown.goal and shown.goal.metric == "growth" else shown.goal and shown.goal.metric
        return lambda value: kgi.amount(metric or "orders", value, shown.currency)

    def _show_course(self, shown: GoalsOverview, found: Progress) -> None:
        goal, amount = shown.goal, self._amounts(shown)
        assert goal is not None and goal.deadline is not None
        span = max((goal.deadline - goal.first).days + 1, 1)

        def place(day: date) -> float:
            return ((day - goal.first).days + 1) / span

        plan, total = [(0.0, 0.0)], 0
        for month in found.months:
            total += month.target
            plan.append((min(place(month_end(month.first)), 1.0), total / MONEY_SCALE))
        if goal.first <= clock.today() < goal.deadline:
            plan = sorted({**dict(plan), place(clock.today()): found.line / MONEY_SCALE}.items())
        labels = [(place(max(month.first, goal.first)), formatting.month_short(month.first)) for month in found.months]
        band = []
        if found.low is not None and found.high is not None and clock.today() < goal.deadline:
            now = found.actual / MONEY_SCALE
            band = [(place(clock.today()), now, now), (1.0, found.low / MONEY_SCALE, found.high / MONEY_SCALE)]
        of = tr("{actual} of {target}.", actual=amount(found.actual), target=amount(found.target))
        self.course_message.setText(tr("{first} {second}", first=of, second=standing(goal, found, shown.currency)))
        self.course.shown = lambda value: amount(round(value * MONEY_SCALE))
        self.course_note.setText(
            tr("The dashed line follows last year’s rhythm; the band is where it is likely to end (90 %).")
            if found.seasonal
            else tr("The dashed line is even over the days; the band is where it is likely to end (90 %).")
        )
        self.course.set_lines(
            [(place(day), value / MONEY_SCALE) for day, value in shown.course], plan, labels, band, name=tr("Course of the goal")
        )

    def _show_months(self, shown: GoalsOverview, found: Progress) -> None:
        amount, today = self._amounts(shown), clock.today()
        self.months.shown = lambda value: amount(round(value * MONEY_SCALE))
        past = [(m.first.year, m.first.month) <= (today.year, today.month) for m in found.months]
        has_year = any(m.last_year for m in found.months)
        self.months.set_months(
            [
                Month(
                    formatting.month_short(m.first),
                    m.target / MONEY_SCALE,
                    m.actual / MONEY_SCALE if begun else None,
                    m.last_year / MONEY_SCALE if has_year else None,
                    (m.first.year, m.first.month) == (today.year, today.month),
                )
                for m, begun in zip(found.months, past, strict=True)
            ]
        )
        parts = " + ".join(amount(m.target) for m in found.months)
        self.months_message.setText(heaviest(found, amount) if found.seasonal else tr("The goal is split evenly over its days"))
        self.months_card.set_context(f"{parts} = {amount(found.target)}" if len(found.months) <= 6 else "")

    def _show_standing(self, shown: GoalsOverview, found: Progress) -> None:
        goal, amount = shown.goal, self._amounts(shown)
        assert goal is not None and goal.metric is not None
        self.figure.setText(amount(found.actual))
        self.figure_of.setText(
            tr(
                "of {target} {metric}",
                target=amount(found.target),
                metric=tr(kgi.METRICS["revenue" if goal.metric == "growth" else goal.metric]),
            )
        )
        self.standing_card.set_context(ntr("{n} day left", "{n} days left", found.days_left))
        words = standing(goal, found, shown.currency)
        self.bar.set_values(found.actual, found.line, maximum=max(found.target, found.actual), judged=False, text=words)
        end = likely(goal, found, shown.currency)
        self.stands.set_runs(
            [
                strong(words, "thread" if found.actual < 0.8 * found.line else ""),
                *([Run("\n" + tr("Likely to end at {range}.", range=end))] if end else []),
            ]
        )

    def _show_leads(self, shown: GoalsOverview) -> None:
        while self.leads.count():
            item = self.leads.takeAt(0)
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.leads_card.set_context(tr("by the visit rules"))
        if not shown.leads_to:
            self.leads.addWidget(
                Label(tr("Nowhere yet: import your customers, then tiers and rules turn the goal into visits."), "muted", wrap=True)
            )
            link = Link(tr("Go to the customers"))
            link.clicked.connect(self._to_customers)
            self.leads.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            return
        for part in shown.leads_to:
            line = QWidget()
            count = ntr("{n} customer", "{n} customers", part.customers)
            often = formatting.number(part.visits_a_month, 0 if part.visits_a_month >= 9.5 else 1)
            visits = tr("{n} calls a month", n=often) if part.desk else tr("{n} visits a month", n=often)
            line.setLayout(row(TierSquare(part.tier), Label(count), None, Label(visits, "muted"), spacing=10))
            line.layout().setContentsMargins(0, 7, 0, 7)
            self.leads.addWidget(Hairline())
            self.leads.addWidget(line)
        link = Link(tr("Tiers and rules"))
        link.clicked.connect(self._to_tiers)
        self.leads.addWidget(Hairline())
        self.leads.addSpacing(8)
        self.leads.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    # ---- editing

    def _edit(self, label: str, command: Callable[..., Any], *args: Any) -> None:
        goal = self._shown and self._shown.goal
        if goal is not None:
            self.banner.clear()
            self.change(label, command, goal.id, *args)
            self.draw({"kgi"})

    @Slot(object)
    def _set_target(self, value: int) -> None:
        self._edit(tr("Change the goal's number"), kgi.set_target, value if self.target.kind == "money" else value * MONEY_SCALE)

    @Slot(object)
    def _set_metric(self, value: str) -> None:
        self._edit(tr("Change what the goal counts"), kgi.set_metric, value)

    @Slot(object)
    def _set_deadline(self, value: date) -> None:
        self._edit(tr("Change the deadline"), kgi.set_deadline, value)

    @Slot(object)
    def _set_baseline(self, value: int) -> None:
        goal = self._shown and self._shown.goal
        span = baseline_spans(goal.first, goal.last)[0] if goal and goal.baseline_first is None else (None, None)
        self._edit(tr("Change the baseline"), kgi.set_baseline, value if self.baseline.kind == "money" else value * MONEY_SCALE, *span)

    @Slot(object)
    def _set_period(self, value: tuple[date, date]) -> None:
        self._edit(tr("Change the period of the baseline"), kgi.set_baseline_period, *value)

    @Slot(object)
    def _set_company(self, text: str) -> None:
        self._set_direction("company", text)

    @Slot(object)
    def _set_marketing(self, text: str) -> None:
        self._set_direction("marketing", text)

    def _set_direction(self, which: str, text: str) -> None:
        if self._shown and self._shown.goal:
            self.change(tr("Change a direction"), kgi.set_direction, self._shown.goal.plan_id, which, text)

    @Slot()
    def _to_customers(self) -> None:
        self.context.navigate("customers")

    @Slot()
    def _to_tiers(self) -> None:
        self.context.navigate("tiers")
