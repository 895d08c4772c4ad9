"""Tiers and rules: whom we see how often. Draws `tier_overview`, tries thresholds without saving, edits rules one value at a time."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from views.actions import ActionSpec
from views.charts import Pareto, ParetoRow
from views.context import Context
from views.panes.pane import Pane
from views.widgets import Button, Card, Chip, EditableCell, Hairline, Label, Part, PartsBar, ScrollArea, TierSquare, row
from workbench import clock, formatting
from workbench.customers import tiering
from workbench.customers.tier_overview import Moved, Overview, RuleLine, overview
from workbench.strings import marked, ntr, tr
from workbench.visits.rules import CHANNELS, UNITS, set_rule

TIER_AGAIN = ActionSpec("tier_again", marked("Tier again"), ("Ctrl+T",), "refresh-cw", writes=True)
SAVE = ActionSpec("save_thresholds", marked("Save the thresholds"), ("Ctrl+Return",), "check", writes=True, palette=False)
NUMBERS = ("visits", "every", "least_gap", "greatest_gap", "duration")


class TiersPane(Pane):
    """The revenue curve with its thresholds, the tiers, their rules, the hours they need, and who moved."""

    name = "tiers"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: Overview | None = None
        self._trying: tuple[int, int] | None = None
        self._again = self.action(TIER_AGAIN, self.tier_again)
        self.action(SAVE, self.save)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        left = ScrollArea()
        for widget in (self._make_curve(), self._make_cards(), self._make_rules()):
            left.body.addWidget(widget)
        left.body.addStretch(1)
        columns.addWidget(left, 1)
        self.side = ScrollArea()
        self.side.setFixedWidth(320)
        self.side.body.addWidget(self._make_trial())
        self.moved_card = Card()
        self.side.body.addWidget(self.moved_card)
        self.side.body.addStretch(1)
        columns.addWidget(self.side)

    # ---- building

    def _make_curve(self) -> Card:
        self.curve_card = Card()
        self.message, self.curve = Label(role="message", wrap=True), Pareto(230)
        self.curve.trying.connect(self._try)
        self.curve.released.connect(self._try)
        self.curve_card.body.addWidget(self.message)
        self.curve_card.body.addWidget(self.curve)
        return self.curve_card

    def _make_cards(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        self._cards: dict[str, tuple[Label, Label]] = {}
        for tier in "ABC":
            card = Card(top=tier)
            count, note = Label(role="strong"), Label(role="caption", wrap=True)
            card.body.addLayout(row(TierSquare(tier), count, None))
            card.body.addWidget(note)
            self._cards[tier] = (count, note)
            line.addWidget(card, 1)
        return box

    def _make_rules(self) -> Card:
        self.rules_card = Card()
        self.rules_grid = QGridLayout()
        self.rules_grid.setHorizontalSpacing(12)
        self.rules_grid.setVerticalSpacing(8)
        self.rules_grid.setColumnStretch(6, 1)
        self._rules_shown: tuple[RuleLine, ...] | None = None
        self.load_words, self.load_bar = Label(wrap=True), PartsBar()
        self.rules_card.body.addLayout(self.rules_grid)
        self.rules_card.body.addWidget(Hairline())
        self.rules_card.body.addWidget(self.load_words)
        self.rules_card.body.addWidget(self.load_bar)
        return self.rules_card

    def _make_trial(self) -> Card:
        self.trial_card = Card()
        self.trial_chip, self.trial_words = Chip("", "warn"), Label(wrap=True)
        self.save_button, self.back_button = Button("", primary=True), Button("")
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self._go_back)
        self.trial_card.body.addLayout(row(self.trial_chip, None))
        self.trial_card.body.addWidget(self.trial_words)
        self.trial_card.body.addLayout(row(None, self.back_button, self.save_button))
        return self.trial_card

    def retranslate(self) -> None:
        self.curve_card.set_heading(tr("Who carries the revenue"))
        self.rules_card.set_heading(tr("Visit rules"))
        self.rules_card.set_context(tr("click any value"))
        self.trial_card.set_heading(tr("What if"))
        self.moved_card.set_heading(tr("Who moved, who is held"))
        self.save_button.set_text(tr("Save"))
        self.back_button.set_text(tr("Back"))
        self._rules_shown = None

    # ---- drawing

    def subtitle(self) -> str:
        shown = self._shown
        if shown is None or not shown.tiered:
            return ""
        if shown.first is None or shown.last is None:
            return tr("revenue of all time")
        return tr("revenue of {period}", period=formatting.month_period(shown.first, shown.last))

    def top_buttons(self) -> list[QAction]:
        return [self._again]

    def refresh(self, changed: set[str]) -> None:
        with self.context.workspace.read() as session:
            self._shown = shown = overview(session)
        self._show_curve(shown)
        self._show_cards(shown)
        self._show_rules(shown)
        self._show_load(shown)
        self._show_trial()
        self._show_moved(shown)

    def _show_curve(self, shown: Overview) -> None:
        some = bool(shown.revenues)
        self.curve.setVisible(some)
        if not shown.customers:
            self.message.setText(tr("No customers yet: import a list, and the curve shows the few that carry the revenue."))
        elif not some:
            self.message.setText(tr("Nobody is tiered by revenue yet: press “Tier again”, or import your orders."))
        else:
            count = ntr(
                "{n} customer brings {share} of the revenue",
                "{n} customers bring {share} of the revenue",
                shown.counts["A"],
                share=formatting.percent(shown.shares["A"] / 100),
            )
            self.message.setText(
                tr("{best}, the last {n} bring {share}", best=count, n=shown.counts["C"], share=formatting.percent(shown.shares["C"] / 100))
            )
            self.curve.set_rows([ParetoRow("", value) for value in shown.revenues[:2000]])
            self.curve.set_thresholds(round(shown.a_percent), round(shown.b_percent))
        stale = shown.first is not None and shown.newest_order is not None and shown.newest_order < shown.first
        if stale and shown.newest_order is not None:
            self.banner.show_message(
                tr("The newest order is of {day}, before the months that count.", day=formatting.day(shown.newest_order)), "warn"
            )
        total = formatting.money_short(sum(shown.revenues), shown.currency)
        self.curve_card.set_context(ntr("{total}, {n} customer", "{total}, {n} customers", shown.customers, total=total))

    def _show_cards(self, shown: Overview) -> None:
        needs = {need.tier: need for need in shown.capacity.tiers}
        for tier, (count, note) in self._cards.items():
            customers = ntr("{n} customer", "{n} customers", shown.counts[tier])
            count.setText(tr("{customers}, {share} of revenue", customers=customers, share=formatting.percent(shown.shares[tier] / 100)))
            need = needs.get(tier)
            words = (tr("{visits} calls, {hours} h a month") if need.desk else tr("{visits} visits, {hours} h a month")) if need else ""
            note.setText(words.format(visits=formatting.number(need.visits), hours=formatting.number(need.hours)) if need else "")

    def _show_rules(self, shown: Overview) -> None:
        if shown.rules == self._rules_shown:
            return
        self._rules_shown = shown.rules
        while self.rules_grid.count():
            if (widget := self.rules_grid.takeAt(0).widget()) is not None:
                widget.hide()
                widget.deleteLater()
        titles = (
            tr("Tier"),
            tr("Visits"),
            tr("in every"),
            tr("Unit"),
            tr("Gap, days"),
            tr("Minutes"),
            tr("What to discuss"),
            tr("Channel"),
        )
        for column, title in enumerate(titles):
            self.rules_grid.addWidget(Label(title, "caption_strong", tone="muted"), 0, column)
        for place, rule in enumerate(shown.rules, 1):
            self.rules_grid.addWidget(TierSquare(rule.tier), place, 0)
            cells: list[QWidget] = [
                self._cell(rule, "visits", tr("Visits")),
                self._cell(rule, "every", tr("in every")),
                self._cell(rule, "unit", tr("Unit"), "choice", [(key, tr(name)) for key, name in UNITS.items()]),
                self._gaps(rule),
                self._cell(rule, "duration", tr("Minutes")),
                self._cell(rule, "topics", tr("What to discuss"), "text"),
                self._cell(rule, "channel", tr("Channel"), "choice", [(key, tr(name)) for key, name in CHANNELS.items()]),
            ]
            for column, cell in enumerate(cells, 1):
                self.rules_grid.addWidget(cell, place, column, Qt.AlignmentFlag.AlignLeft)

    def _gaps(self, rule: RuleLine) -> QWidget:
        box = QWidget()
        box.setLayout(
            row(self._cell(rule, "least_gap", tr("Least gap")), Label("–"), self._cell(rule, "greatest_gap", tr("Greatest gap")), spacing=2)
        )
        return box

    def _cell(
        self, rule: RuleLine, field: str, title: str, kind: str = "int", options: list[tuple[Any, str]] | None = None
    ) -> EditableCell:
        cell = EditableCell(getattr(rule, field), kind, options=options or (), name=f"{rule.tier} {title}", empty="…")
        cell.setProperty("rule", (rule.tier, field))
        cell.setEnabled(not self.context.workspace.read_only)
        cell.committed.connect(self._set_rule)
        return cell

    def _show_load(self, shown: Overview) -> None:
        load, words = shown.capacity, ""
        if load.load is not None:
            words = tr(
                "Needs {percent} of the field hours: {needed} of {there} hours a month, with {minutes} minutes of driving to each visit in person.",
                percent=formatting.percent(load.load),
                needed=formatting.number(load.needed_hours),
                there=formatting.number(load.available_hours),
                minutes=round(load.mean_travel_minutes),
            )
            over = [f"{rep.name} {formatting.percent(rep.load)}" for rep in load.reps if rep.load is not None and rep.load > 1]
            if over:
                words += " " + tr("Too much for {names}.", names=tr(", ").join(over))
        self.load_words.setText(words or tr("No hours in the field yet: add a rep and working hours under Company and team."))
        self.load_words.set_tone("thread" if load.load is not None and load.load > 1 else "")
        parts = [
            Part(
                tr("{tier} {hours} h", tier=need.tier, hours=formatting.number(need.hours)),
                need.hours,
                need.tier if need.tier != "N" else "muted",
            )
            for need in load.tiers
            if need.hours > 0
        ]
        self.load_bar.set_parts(parts, load.available_hours)

    def _show_trial(self) -> None:
        shown = self._shown
        trying = self._trying is not None and bool(shown and shown.revenues)
        self.save_button.setVisible(trying)
        self.back_button.setVisible(trying)
        if not trying or shown is None or self._trying is None:
            self.trial_chip.set_text("")
            self.trial_words.setText(tr("Drag a line in the chart, or move it with the arrow keys: nothing is saved until you say so."))
            return
        a, b = self._trying
        self.trial_chip.set_text(tr("Trying A at {a} %, B at {b} %: nothing saved yet", a=a, b=b), "warn")
        now, then = self.curve.counts((round(shown.a_percent), round(shown.b_percent))), self.curve.counts(self._trying)
        lines = [tr("{tier}: {now} now, {then} then", tier=tier, now=n, then=t) for tier, n, t in zip("ABC", now, then, strict=True)]
        self.trial_words.setText("\n".join(lines))

    def _show_moved(self, shown: Overview) -> None:
        while self.moved_card.body.count():
            item = self.moved_card.body.takeAt(0)
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        held = {one.customer_id for one in shown.held}
        everyone = (*shown.held, *(one for one in shown.moved if one.customer_id not in held))
        if not everyone:
            self.moved_card.body.addWidget(Label(tr("Nobody changed tier yet."), "muted", wrap=True))
        for one in everyone[:10]:
            self.moved_card.body.addWidget(Hairline())
            self.moved_card.body.addWidget(_moved(one))

    # ---- acting

    @Slot(int, int)
    def _try(self, a: int, b: int) -> None:
        self._trying = (a, b)
        self.curve.try_thresholds(a, b)
        self._show_trial()

    @Slot()
    def _go_back(self) -> None:
        self._trying = None
        self.draw({"tiering"})

    @Slot()
    def save(self) -> None:
        """Save the thresholds that are tried, and tier by them."""
        if self._trying is not None:
            a, b = self._trying
            self._trying = None
            self.change(tr("Tier at {a} and {b} %", a=a, b=b), tiering.retier, float(a), float(b))

    @Slot()
    def tier_again(self) -> None:
        """Tier all customers by the last twelve full months, or to the newest order where all are older."""
        shown = self._shown
        as_of = None
        if shown is not None and shown.newest_order is not None and shown.newest_order < tiering.twelve_months(_yesterday())[0]:
            as_of = _month_end(shown.newest_order)
        self.banner.clear()
        self.change(tr("Tier the customers"), tiering.retier, as_of=as_of)

    @Slot(object)
    def _set_rule(self, value: Any) -> None:
        sender = self.sender()
        if isinstance(sender, EditableCell):
            tier, field = sender.property("rule")
            self.banner.clear()
            self.change(tr("Change the rule of {tier}", tier=tier), set_rule, tier, field, value)
            self._rules_shown = None
            self.draw({"visit_rule"})


def _yesterday() -> date:
    return clock.today() - timedelta(days=1)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _moved(one: Moved) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 6, 0, 6)
    column.setSpacing(2)
    parts: list[Any] = [TierSquare(one.before), Label("→", "muted")] if one.before and one.before != one.tier else []
    column.addLayout(row(*parts, TierSquare(one.tier), Label(one.name, "strong"), None, spacing=6))
    if one.reason:
        column.addWidget(
            Label(
                tr("Held by hand: {reason} By figures {tier}.", reason=one.reason.rstrip(".。") + ".", tier=one.by_figures),
                "caption",
                wrap=True,
            )
        )
    return box
