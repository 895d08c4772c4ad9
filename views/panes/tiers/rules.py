"""The visit rules as a table with values to edit in place, and the hours they need against the hours there are."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from views.panes.thread_links import ThreadLinks
from views.panes.tiers.load import LoadPart
from views.theme import current_theme
from views.widgets import Card, EditableCell, FieldError, Hairline, Label, Run, TierSquare, strong
from workbench import formatting
from workbench.customers.tier_overview import TierOverview
from workbench.strings import ntr, tr
from workbench.thread.around import Around
from workbench.visits.rules import CHANNELS, LONGEST_GAP, PERIODS, Rule, RuleError, unwise

RIGHT = Qt.AlignmentFlag.AlignRight
LEFT = Qt.AlignmentFlag.AlignLeft
COLUMNS = 8
WORDS_FROM = 690


def period_name(period: tuple[int, str]) -> str:
    """A period as it follows a number of visits: "a month", "every 3 weeks"."""
    every, unit = period
    if every == 1:
        return {"week": tr("a week"), "month": tr("a month"), "quarter": tr("a quarter")}[unit]
    if unit == "week":
        return ntr("every {n} week", "every {n} weeks", every)
    if unit == "month":
        return ntr("every {n} month", "every {n} months", every)
    return ntr("every {n} quarter", "every {n} quarters", every)


class RuleRow:
    """The widgets of one tier's row."""

    def __init__(self, card: "RulesCard", tier: str) -> None:
        self.tier = tier
        self.name, self.count = QWidget(), Label(role="muted")
        line = QHBoxLayout(self.name)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(TierSquare(tier))
        line.addWidget(self.count)
        line.addStretch(1)
        self.visits = card.cell(tier, "visits", "int", low=1, high=30)
        self.period = card.cell(tier, "period", "choice")
        self.least = card.cell(tier, "least_gap", "int", low=0, high=LONGEST_GAP)
        self.greatest = card.cell(tier, "greatest_gap", "int", low=0, high=LONGEST_GAP, shown=lambda n: formatting.number(n) if n else "…")
        self.minutes = card.cell(tier, "duration", "int", align=RIGHT)
        self.channel = card.cell(tier, "channel", "choice")
        self.topics = card.cell(tier, "topics", "text", empty="…")
        self.topics.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.often, self.gaps, self.about = QWidget(), QWidget(), QWidget()
        for box in (self.often, self.gaps, self.about):
            inner = QHBoxLayout(box)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(3 if box is self.gaps else 0)
        self.dash = Label("–", "muted")
        for part in (self.least, self.dash, self.greatest):
            self.gaps.layout().addWidget(part)
        self.about.layout().addWidget(self.topics)
        self.about.layout().addStretch(1)
        self.often.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.gaps.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.about.setMinimumWidth(70)
        self.month, self.hours = Label(align=RIGHT, tabular=True), Label(align=RIGHT, tabular=True)

    def cells(self) -> tuple[EditableCell, ...]:
        """The values that can be edited, in their order."""
        return self.visits, self.period, self.least, self.greatest, self.minutes, self.channel, self.topics

    def retranslate(self) -> None:
        """Arrange count and period in the order of the language, and name the cells."""
        inner = self.often.layout()
        while (item := inner.takeAt(0)) is not None:
            label = item.widget()
            if isinstance(label, Label):
                label.hide()
                label.deleteLater()
        template = tr("{count} {period}")
        parts = {"count": self.visits, "period": self.period}
        for piece in template.replace("{", "\0{").replace("}", "}\0").split("\0"):
            if piece.strip("{}") in parts and piece.startswith("{"):
                inner.addWidget(parts[piece.strip("{}")])
            elif piece.strip():
                inner.addWidget(Label(piece.strip(), "body"))
            elif piece:
                inner.addSpacing(3)
        names = (tr("visits"), tr("period"), tr("least gap"), tr("greatest gap"), tr("minutes"), tr("channel"), tr("what to discuss"))
        for cell, name in zip(self.cells(), names, strict=True):
            cell.set_name(tr("{tier} {what}", tier=self.tier, what=name))
        self.channel.set_options([(key, tr(name)) for key, name in CHANNELS.items()])

    def show_rule(self, rule: Rule, customers: int, words: bool) -> None:
        """Show the values."""
        if self.tier == "N":
            count = tr("New buyers") if words else formatting.number(customers)
        else:
            count = (
                ntr("{n} customer", "{n} customers", customers, n=formatting.number(customers)) if words else formatting.number(customers)
            )
        self.count.setText(count)
        self.visits.set_value(rule.visits)
        own = (rule.every, rule.unit)
        self.period.set_options([(p, period_name(p)) for p in (PERIODS if own in PERIODS else (own, *PERIODS))])
        self.period.set_value(own)
        for cell, value in (
            (self.least, rule.least_gap),
            (self.greatest, rule.greatest_gap),
            (self.minutes, rule.duration),
            (self.channel, rule.channel),
            (self.topics, rule.topics),
        ):
            cell.set_value(value)


class RulesCard(Card):
    """`changed(tier, values)` when the user set a value; `company_wanted` where there are no hours to weigh against, `entered(tier)` when
    the keyboard comes to a rule, `going(pane, where)` along its thread."""

    changed = Signal(str, object)
    company_wanted = Signal()
    entered = Signal(str)
    going = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: TierOverview | None = None
        self._wrong: tuple[str, dict[str, Any]] | None = None
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(5, 1)
        self.titles = [
            Label(role="caption_strong", tone="muted", align=RIGHT if column in (3, 6, 7) else LEFT) for column in range(COLUMNS)
        ]
        for column, title in enumerate(self.titles):
            self.grid.addWidget(title, 0, column)
        self.grid.setRowMinimumHeight(0, 26)
        self.rows = {tier: RuleRow(self, tier) for tier in "ABCN"}
        for place, row in enumerate(self.rows.values()):
            self._place(2 * place + 1, row)
        self.total, self.total_month, self.total_hours = (
            Label(elide=True),
            Label("", "strong", align=RIGHT),
            Label("", "strong", align=RIGHT),
        )
        self.grid.addWidget(Hairline(), 9, 0, 1, COLUMNS)
        self.grid.addWidget(self.total, 10, 0, 1, 6)
        self.grid.addWidget(self.total_month, 10, 6)
        self.grid.addWidget(self.total_hours, 10, 7)
        self.grid.setRowMinimumHeight(10, 36)
        self.problem, self.warnings = FieldError(), Label(role="caption", tone="warn", wrap=True)
        self.problem.fixed.connect(self._fix)
        self.load = LoadPart()
        self.load.company_wanted.connect(self.company_wanted)
        self.body.setSpacing(6)
        self.body.addLayout(self.grid)
        self.thread_of, self.thread_links = Label(role="caption_strong"), ThreadLinks(across=True)
        self.thread_links.wanted.connect(self.going)
        for part in (self.problem, self.warnings, self.load, self.thread_of, self.thread_links):
            self.body.addWidget(part)

    def _place(self, line: int, row: RuleRow) -> None:
        self.grid.addWidget(Hairline(), line, 0, 1, COLUMNS)
        cells = (row.name, row.often, row.gaps, row.minutes, row.channel, row.about, row.month, row.hours)
        for column, cell in enumerate(cells):
            if column in (1, 2, 4):
                self.grid.addWidget(cell, line + 1, column, LEFT | Qt.AlignmentFlag.AlignVCenter)
            elif column == 3:
                self.grid.addWidget(cell, line + 1, column, RIGHT | Qt.AlignmentFlag.AlignVCenter)
            else:
                self.grid.addWidget(cell, line + 1, column)
        self.grid.setRowMinimumHeight(line + 1, 40)

    def cell(self, tier: str, field: str, kind: str, **more: Any) -> EditableCell:
        """A value of a rule."""
        made = EditableCell(None, kind, parent=self, **more)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.setProperty("rule", (tier, field))
        made.committed.connect(self._set)
        made.installEventFilter(self)
        made.refused.connect(self._refused)
        return made

    def retranslate(self) -> None:
        self.set_heading(tr("Visit rules"))
        self.thread_links.retranslate()
        self.set_context(tr("click any value"))
        names = (
            tr("Tier"),
            tr("How often"),
            tr("Gap, days"),
            tr("Minutes"),
            tr("Channel"),
            tr("What to discuss"),
            tr("Month"),
            tr("Hours"),
        )
        for title, name in zip(self.titles, names, strict=True):
            title.setText(name)
        for row in self.rows.values():
            row.retranslate()
        if self._shown is not None:
            self.show_rules(self._shown, self.rows["A"].visits.isEnabled())

    def show_rules(self, shown: TierOverview, writes: bool) -> None:
        """Show the rules, what they ask for and the hours there are."""
        self._shown = shown
        needs = {need.tier: need for need in shown.capacity.tiers}
        words = self.width() >= current_theme().px(WORDS_FROM)
        for rule in shown.rules:
            row, need = self.rows[rule.tier], needs.get(rule.tier)
            row.show_rule(rule, need.customers if need else 0, words)
            row.month.setText(formatting.number(need.visits) if need else "")
            row.hours.setText(formatting.number(need.hours, 1) if need else "")
            for cell in row.cells():
                cell.setEnabled(writes)
        self.total.set_runs(
            [
                strong(tr("All visits")),
                Run(
                    " "
                    + tr(
                        "with {minutes} minutes of driving for each visit in person, ways home included",
                        minutes=round(shown.capacity.mean_travel_minutes),
                    ),
                    "muted",
                ),
            ]
        )
        self.total_month.setText(formatting.number(shown.capacity.visits))
        self.total_hours.setText(formatting.number(shown.capacity.needed_hours, 1))
        said = [sentence for rule in shown.rules for sentence in unwise(rule)]
        self.warnings.setText("\n".join(said))
        self.warnings.setVisible(bool(said))
        self.load.show_load(shown.capacity)

    def show_thread(self, tier: str, around: Around) -> None:
        """Show what stands around a tier's rule."""
        self.thread_of.setText(tr("Rule for new buyers") if tier == "N" else tr("Rule for tier {tier}", tier=tier))
        self.thread_links.show_around(around)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which rule the keyboard comes to."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, EditableCell):
            self.entered.emit(watched.property("rule")[0])
        return super().eventFilter(watched, event)

    def show_error(self, error: RuleError, tier: str, values: dict[str, Any]) -> None:
        """Say under the table why a value cannot be, with the nearest that can."""
        field = next(iter(values))
        self._wrong = (tier, {field: error.fits}) if error.fits is not None and len(values) == 1 else None
        self.problem.show_problem(error.what, error.remedy, tr("Take {n}", n=error.fits) if self._wrong else "")
        self._again()

    def clear_error(self) -> None:
        """All is well again."""
        self._wrong = None
        self.problem.clear()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._again()

    def _again(self) -> None:
        if self._shown is not None:
            self.show_rules(self._shown, self.rows["A"].visits.isEnabled())

    @Slot(object)
    def _set(self, value: Any) -> None:
        cell = self.sender()
        if isinstance(cell, EditableCell):
            tier, field = cell.property("rule")
            self.changed.emit(tier, {"every": value[0], "unit": value[1]} if field == "period" else {field: value})

    @Slot(str)
    def _refused(self, text: str) -> None:
        self._wrong = None
        self.problem.show_problem(text)

    @Slot()
    def _fix(self) -> None:
        if self._wrong is not None:
            self.changed.emit(*self._wrong)
