"""The card of the revenue curve with its thresholds to drag, what it says, which months count; and what stands there without customers."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from views.charts import Pareto, ParetoRow
from views.widgets import Button, Card, EmptyState, Hairline, Label, Link, TierSquare
from workbench import formatting
from workbench.customers.tier_overview import TierOverview
from workbench.strings import ntr, tr

CHART = 216


class CurveCard(Card):
    """`tried(a, b)` while a line is moved, `offered(offer)` when other months are chosen, `import_wanted` where there are no orders."""

    tried = Signal(float, float)
    offered = Signal(object)
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows_of: object = None
        self.message, self.chart = Label(role="message", wrap=True), Pareto(CHART)
        self.chart.setMinimumHeight(190)
        self.chart.trying.connect(self.tried)
        self.chart.released.connect(self.tried)
        self.notice, self._links = Label(role="caption", tone="warn", elide=True), [Link(role="caption_strong") for _ in range(2)]
        self.notice_line = QWidget()
        line = QHBoxLayout(self.notice_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.notice)
        for link in self._links:
            link.clicked.connect(self._offer)
            line.addWidget(link)
        line.addStretch(1)
        self.no_orders, self.to_import = Label(role="lead", wrap=True), Button("")
        self.to_import.clicked.connect(self.import_wanted)
        self.body.setSpacing(6)
        self.body.addWidget(self.message)
        self.body.addWidget(self.notice_line)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.no_orders)
        self.body.addWidget(self.to_import, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(0)

    def retranslate(self) -> None:
        self._rows_of = None
        self.set_heading(tr("Who carries the revenue"))
        self.to_import.set_text(tr("Import orders"))

    def show_curve(self, shown: TierOverview, writes: bool) -> None:
        """Show the curve and the saved thresholds; what is being tried stays."""
        earning = bool(shown.curve.total)
        self.chart.setVisible(earning)
        nothing = tr("No revenue counts yet") if shown.span.newest_order is None else tr("Choose which months count to see who carries you")
        self.message.setText(_message(shown) if earning else nothing)
        total = formatting.money_short(shown.curve.total, shown.currency)
        count = len(shown.curve.ids)
        self.set_context(
            ntr("{total}, {n} customer by revenue", "{total}, {n} customers by revenue", count, n=formatting.number(count), total=total)
            if earning
            else ""
        )
        bare = not earning and shown.span.newest_order is None
        self.no_orders.setText(
            tr(
                "Without orders everybody is a prospect (N) and is seen by the rule for new buyers. A list of orders shows the few who carry you."
            )
        )
        self.no_orders.setVisible(bare)
        self.to_import.setVisible(bare)
        if earning:
            if self._rows_of is not shown.curve:
                self._rows_of = shown.curve
                rows = [ParetoRow("", value) for value in shown.curve.revenues]
                rows[0] = ParetoRow(shown.first_name, rows[0].value, formatting.money_short(shown.curve.revenues[0], shown.currency))
                self.chart.set_rows(rows)
            saved = (shown.a_percent, shown.b_percent)
            if saved != self.chart.saved:
                self.chart.set_thresholds(*saved)
        self._notice(shown, writes)

    def _notice(self, shown: TierOverview, writes: bool) -> None:
        span = shown.span
        self.notice.setText(span.notice)
        self.notice.setVisible(bool(span.notice))
        self._offers = span.offers if writes else ()
        for place, link in enumerate(self._links):
            there = place < len(self._offers)
            link.setVisible(there)
            if there:
                link.set_text(self._offers[place].text)
        self.notice_line.setVisible(bool(span.notice or self._offers))

    @Slot()
    def _offer(self) -> None:
        link = self.sender()
        if link in self._links:
            self.offered.emit(self._offers[self._links.index(link)])

    def try_thresholds(self, a: float, b: float) -> None:
        """Show other thresholds beside the saved ones."""
        if (a, b) != self.chart.tried:
            self.chart.try_thresholds(a, b)

    def take_focus(self) -> None:
        """The keyboard goes to the line of A."""
        self.chart.take_focus()


def _message(shown: TierOverview) -> str:
    """ "12 customers bring 81 % of the revenue, the last 29 bring 4 %"."""
    cards = {card.tier: card for card in shown.cards}
    best, last = cards["A"], cards["C"]
    if not best.customers:
        return tr("Nobody is A")
    share = formatting.percent(best.share)
    first = ntr(
        "{n} customer brings {share} of the revenue",
        "{n} customers bring {share} of the revenue",
        best.customers,
        n=formatting.number(best.customers),
        share=share,
    )
    if not last.customers:
        return first
    return tr("{best}, the last {n} bring {share}", best=first, n=formatting.number(last.customers), share=formatting.percent(last.share))


class _Empty(EmptyState):
    def __init__(self, on_import: Callable[[], object]) -> None:
        self.button = Button("", primary=True, tall=True)
        self.button.clicked.connect(on_import)
        self._lines = [(TierSquare(tier), Label(role="strong"), Label(role="muted")) for tier in "ABC"]
        example = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for place, line in enumerate(self._lines):
            if place:
                grid.addWidget(Hairline(), 2 * place - 1, 0, 1, 3)
            for column, widget in enumerate(line):
                grid.addWidget(widget, 2 * place, column)
        example.body.addLayout(grid)
        super().__init__("", "", (self.button,), example, " ", " ")

    def retranslate(self) -> None:
        if not hasattr(self, "_lines"):
            return
        self.set_texts(
            tr("Whom do you see how often?"),
            tr(
                "Nobody has time for everybody. A few customers carry most of the revenue: see those often, the others less, and say so as a rule."
            ),
            tr("How it looks"),
            tr("a company with 60 customers"),
        )
        self.button.set_text(tr("Import a list"))
        said = (
            (tr("12 customers, 81 % of revenue"), tr("2 visits a month")),
            (tr("19 customers, 15 % of revenue"), tr("1 visit a month")),
            (tr("29 customers, 4 % of revenue"), tr("1 call a quarter")),
        )
        for (_, strong, muted), (first, second) in zip(self._lines, said, strict=True):
            strong.setText(first)
            muted.setText(second)


def empty_state(on_import: Callable[[], object]) -> _Empty:
    """What the pane shows without customers: why tiers matter, an example, one button."""
    return _Empty(on_import)
