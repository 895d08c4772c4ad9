"""Tiers and rules: whom we see how often. Draws `tier_overview`, tries thresholds without saving, edits rules one value at a time."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from views.actions import ActionSpec
from views.context import Context
from views.panes.pane import Pane, quiet
from views.panes.thread_knots import knots
from views.panes.tiers.cards import TierCards
from views.panes.tiers.curve import CurveCard, empty_state
from views.panes.tiers.moved import HeldCard, MovedCard
from views.panes.tiers.rules import RulesCard
from views.panes.tiers.trial import TrialCard, shown_percent
from views.widgets import ThreadStrip, TwoColumns
from workbench.customers import tiering
from workbench.customers.listing import count
from workbench.customers.tier_overview import CUSTOMERS, TierOverview, overview
from workbench.customers.tier_span import Offer
from workbench.customers.tier_trial import names_of, trial, who_would_move
from workbench.customers.tiering import TierResult
from workbench.strings import marked, tr
from workbench.thread.around import RULE, Around, around
from workbench.visits import rules
from workbench.workspace import Workspace

TIER_AGAIN = ActionSpec("tier_again", marked("Tier again"), ("F5",), "refresh-cw", hint=marked("by the months that count"), writes=True)
SAVE = ActionSpec("save_thresholds", marked("Save the thresholds tried"), ("Ctrl+Return",), "check", writes=True)
BY_HAND = ActionSpec("tier_by_hand", marked("Set a tier by hand"), ("H",), "pencil", writes=True)
TRY = ActionSpec("try_thresholds", marked("Try other thresholds"), ("T",), "sliders-horizontal")
RULES = ActionSpec("to_rules", marked("Go to the visit rules"), ("R",), "list-checks")
MANY = 5_000
"""From so many customers on they are read and tiered in a job."""
SIDE, ROOM = (330, 358), (1000, 180)


def _read(_report: Callable[..., None], workspace: Workspace, before: TierOverview | None, changed: set[str] | None) -> TierOverview:
    with workspace.read() as session:
        return overview(session, before if changed is not None else None, changed)


def _read_thread(_report: Callable[..., None], workspace: Workspace, tier: str) -> tuple[str, Around]:
    with workspace.read() as session:
        return tier, around(session, RULE, tier)


class TiersPane(Pane):
    """The revenue curve with its thresholds, the tiers, their rules, the hours they need, who moved, and who is held by hand."""

    name = "tiers"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: TierOverview | None = None
        self._tried: tuple[float, float] | None = None
        self._rule = "A"
        self._unread: set[str] = set()
        self._again = self.action(TIER_AGAIN, self.tier_again)
        for spec, slot in ((SAVE, self.save), (BY_HAND, self.set_by_hand), (TRY, self.to_thresholds), (RULES, self.to_rules)):
            self.action(spec, slot)
        self.strip = ThreadStrip()
        self.strip.clicked.connect(self._to_pane)
        self.curve, self.cards, self.rules, self.trial = CurveCard(), TierCards(), RulesCard(), TrialCard()
        self.moved, self.held = MovedCard(), HeldCard()
        self._connect()
        self.content = TwoColumns(
            (self.curve, self.cards, self.rules),
            (self.trial, self.moved, self.held),
            SIDE,
            ROOM,
            one=(self.curve, self.trial, self.cards, self.rules, self.moved, self.held),
            grows=self.curve,
        )
        self.empty = empty_state(self._to_import)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.strip)
        outer.addWidget(self.content, 1)
        outer.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.curve.tried.connect(self._try)
        self.curve.offered.connect(self._tier_by)
        self.curve.import_wanted.connect(self._to_import)
        self.cards.wanted.connect(self._to_tier)
        self.rules.changed.connect(self._change_rule)
        self.rules.company_wanted.connect(self._to_company)
        self.rules.entered.connect(self._show_thread)
        self.rules.going.connect(self._go)
        self.trial.typed.connect(self._try)
        self.trial.saved.connect(self.save)
        self.trial.left.connect(self.back)
        self.moved.customer_wanted.connect(self._to_customer)
        self.held.customer_wanted.connect(self._to_customer)
        self.held.cleared.connect(self._clear)
        self.held.add_wanted.connect(self.set_by_hand)

    def retranslate(self) -> None:
        for part in (self.curve, self.rules, self.trial, self.moved, self.held):
            part.retranslate()
        self.empty.retranslate()

    # ---- drawing

    def subtitle(self) -> str:
        return self._shown.span.words if self._shown and self._shown.customers else ""

    def top_buttons(self) -> list[QAction]:
        return [self._again] if self._shown and self._shown.customers else []

    def refresh(self, changed: set[str]) -> None:
        before = self._shown
        known = changed if isinstance(changed, set) and type(changed) is set else None
        with self.context.workspace.read() as session:
            many = count(session) > MANY
        if many and (before is None or known is None or CUSTOMERS & known):
            self._unread |= known or CUSTOMERS
            self.content.setVisible(before is not None)
            self.empty.setVisible(False)
            self.run(
                "overview",
                _read,
                self.context.workspace,
                before,
                known and set(self._unread),
                on_done=self._show_read,
                label=tr("Reading the tiers"),
            )
        else:
            self._show(_read(print, self.context.workspace, before, known))

    @Slot(object)
    def _show_read(self, shown: TierOverview) -> None:
        with quiet(self):
            self._show(shown)
        self.chrome_changed.emit()

    def _show(self, shown: TierOverview) -> None:
        before, self._shown = self._shown, shown
        self._unread.clear()
        if before is not None and (before.a_percent, before.b_percent) != (shown.a_percent, shown.b_percent):
            self._tried = None
        self.strip.set_knots(knots(shown.links, "tiers"))
        self.content.setVisible(bool(shown.customers))
        self.empty.setVisible(not shown.customers)
        writes = not self.context.workspace.read_only
        self.curve.show_curve(shown, writes)
        self.cards.show_tiers(shown)
        self.rules.show_rules(shown, writes)
        self._show_thread(self._rule)
        self.moved.show_moves(shown.moves)
        self.held.show_held(shown.held, writes)
        self._show_trial()

    @Slot(str)
    def _show_thread(self, tier: str) -> None:
        """What stands around the rule that the keyboard was in last; read in a job where there are many customers."""
        self._rule = tier
        if self._shown is not None and self._shown.customers > MANY:
            self.run("thread", _read_thread, self.context.workspace, tier, on_done=self._take_thread)
        else:
            self._take_thread(_read_thread(print, self.context.workspace, tier))

    @Slot(object)
    def _take_thread(self, read: tuple[str, Around]) -> None:
        if read[0] == self._rule:
            self.rules.show_thread(*read)

    def _show_trial(self) -> None:
        shown = self._shown
        if shown is None:
            return
        saved = (shown.a_percent, shown.b_percent)
        tried = self._tried or saved
        found = trial(shown, *tried)
        who: tuple[str, ...] = ()
        if found.moving:
            with self.context.workspace.read() as session:
                who = who_would_move(found.moving, names_of(session, found.moving), shown.currency)
        self.trial.setVisible(bool(shown.curve.total))
        self.trial.show_trial(found, saved, tried, who, not self.context.workspace.read_only)
        self.strip.set_chip(_chip(saved, tried))

    # ---- trying

    @Slot(float, float)
    def _try(self, a: float, b: float) -> None:
        shown = self._shown
        if shown is None:
            return
        self._tried = (a, b) if (a, b) != (shown.a_percent, shown.b_percent) else None
        self.curve.try_thresholds(a, b)
        self._show_trial()

    @Slot()
    def back(self) -> None:
        """Leave the thresholds as they are saved."""
        if self._shown is not None and self._tried is not None:
            self._try(self._shown.a_percent, self._shown.b_percent)

    @Slot()
    def save(self) -> None:
        """Save the thresholds that are tried, and tier by them in the same months."""
        shown, tried = self._shown, self._tried
        if shown is None or tried is None:
            return
        label = tr("Thresholds {before} → {after}", before=_pair(shown.a_percent, shown.b_percent), after=_pair(*tried))
        self._retier(label, *tried, as_of=shown.span.last, all_time=shown.span.all_time)

    @Slot()
    def tier_again(self) -> None:
        """Tier everybody anew: by the months to the last full one, or the span that was chosen where the orders are older."""
        if self._shown is not None and self._shown.customers:
            self._tier_by(self._shown.span.again)

    @Slot(object)
    def _tier_by(self, offer: Offer) -> None:
        self._retier(tr("Tier the customers"), as_of=offer.as_of, all_time=offer.all_time)

    def _retier(self, label: str, *thresholds: float, as_of: date | None, all_time: bool) -> None:
        if self._shown is not None and self._shown.customers > MANY:
            self.change_in_job(label, tiering.retier, *thresholds, as_of=as_of, all_time=all_time, on_done=self._tiered)
        else:
            self._tiered(self.change(label, tiering.retier, *thresholds, as_of=as_of, all_time=all_time))

    @Slot(object)
    def _tiered(self, result: TierResult | None) -> None:
        if result is not None and not result.changed:
            self.banner.show_message(tr("Every customer keeps its tier."), "good")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._tried is not None:
            self.back()
        else:
            super().keyPressEvent(event)

    # ---- rules and tiers by hand

    @Slot(str, object)
    def _change_rule(self, tier: str, values: dict[str, Any]) -> None:
        old = next((rule for rule in self._shown.rules if rule.tier == tier), None) if self._shown else None
        if old is None or self._shown is None:
            return
        self.rules.clear_error()
        try:
            new = rules.changed(old, **values)
        except rules.RuleError as error:
            self.rules.show_error(error, tier, values)
            return
        if new != old:
            self.change(rules.label(old, new), rules.change, tier, **values)

    @Slot()
    def set_by_hand(self) -> None:
        """Ask which customer is held in which tier, and why."""
        self._ask_by_hand()

    def _ask_by_hand(self, **where: Any) -> None:
        if self._shown and self._shown.customers and not self.context.workspace.read_only:
            self.context.navigate("tier_by_hand", **where)

    @Slot(int)
    def _clear(self, customer: int) -> None:
        held = next((one for one in self._shown.held if one.customer_id == customer), None) if self._shown else None
        if held is not None:
            self.change(tr("Let the figures decide on {name}", name=held.name), tiering.clear_override, customer)

    # ---- going

    def arrive(self, tier: str = "", customer: int | None = None, part: str = "", **where: Any) -> None:
        """`tier` goes to its rule, `customer` asks for its tier by hand, `part` is "rules" or "thresholds"."""
        if customer is not None:
            self._ask_by_hand(customer=customer)
        elif part == "thresholds":
            self.to_thresholds()
        elif tier in self.rules.rows:
            self._to_rule(tier)
        elif part == "rules":
            self.to_rules()

    @Slot()
    def to_thresholds(self) -> None:
        """The keyboard goes to the line of A."""
        self.content.left.ensureWidgetVisible(self.curve)
        self.curve.take_focus()

    @Slot()
    def to_rules(self) -> None:
        """The keyboard goes to the first rule."""
        self._to_rule("A")

    def _to_rule(self, tier: str) -> None:
        cell = self.rules.rows[tier].visits
        self.content.left.ensureWidgetVisible(cell)
        cell.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str, object)
    def _go(self, pane: str, where: dict[str, object]) -> None:
        self.context.navigate(pane, **where)

    @Slot(object)
    def _to_pane(self, pane: str) -> None:
        if pane == self.name:
            self.to_rules()
        else:
            self.context.navigate(pane)

    @Slot(str, str)
    def _to_tier(self, tier: str, cadence: str) -> None:
        self.context.navigate("customers", tier=tier, **({"cadence": cadence} if cadence else {}))

    @Slot(int)
    def _to_customer(self, customer: int) -> None:
        self.context.navigate("customers", customer=customer)

    @Slot()
    def _to_import(self) -> None:
        self.context.navigate("import")

    @Slot()
    def _to_company(self) -> None:
        self.context.navigate("company")


def _pair(a: float, b: float) -> str:
    return f"{a:g} / {b:g}"


def _chip(saved: tuple[float, float], tried: tuple[float, float]) -> str:
    parts = [tr("{tier} at {share}", tier=t, share=shown_percent(n)) for t, old, n in zip("AB", saved, tried, strict=True) if old != n]
    return tr("Trying {what}, nothing saved yet", what=tr(", ").join(parts)) if parts else ""
