"""How one customer is visited where it differs from its tier: how often, gaps, duration, weekdays, and who may go."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from models import Customer
from views.panes.tiers.rules import period_name
from views.widgets import Banner, Field, Form, Label, Sheet
from workbench.customers import own_rule
from workbench.customers.own_rule import OwnRule
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr
from workbench.visits.cadence import Cadence
from workbench.visits.rules import LONGEST_GAP, LONGEST_MINUTES, MOST_VISITS, PERIODS, SHORTEST_MINUTES, Rule, RuleError

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("visits", marked("Visits"), "integer", bounds=(1, MOST_VISITS), span=2),
    Field("period", marked("Period"), "choice", span=2),
    Field("duration", marked("Minutes a visit"), "integer", bounds=(SHORTEST_MINUTES, LONGEST_MINUTES), span=2),
    Field("least_gap", marked("Least days between two"), "integer", bounds=(0, LONGEST_GAP), span=3),
    Field("greatest_gap", marked("Greatest days between two"), "integer", bounds=(0, LONGEST_GAP), span=3),
    Field("weekdays", marked("May be visited on"), "weekdays"),
    Field("preferred", marked("Likes to be visited on"), "weekdays", help=marked("None: any weekday is as good.")),
    Field("shared", marked("Who goes"), "switch", options=((True, marked("Any rep may visit this customer")),)),
)
AS_TIER = (0, "")


class RuleForm(Sheet):
    """Empty fields follow the tier's rule; what holds then is said while it is typed. Saving is one step."""

    def __init__(self, context: "Context", host: QWidget, customer: int = 0) -> None:
        super().__init__(host, tr("Visits of one customer"), " ", primary=tr("Save the rule"), width=560)
        self.context = context
        with context.workspace.read() as session:
            found = session.get(Customer, customer) or session.query(Customer).order_by(Customer.id).first()
            self._customer, self._name, shared = (found.id, found.name, found.shared) if found else (0, "", False)
            self._tier: Rule = own_rule.tier_rule(session, self._customer)
            own = own_rule.own_rule(session, self._customer)
        self.subtitle.setText(
            tr("{name}: what is left empty follows tier {tier}, also when that changes.", name=self._name, tier=self._tier.tier)
        )
        self.banner, self.form, self.then = Banner(), Form(FIELDS, columns=6), Label(role="muted", wrap=True)
        periods = sorted(
            {*PERIODS, *([(own.every, own.unit)] if own.every and own.unit else ())}, key=lambda p: Cadence(1, p[1], p[0]).days
        )
        self.form.set_options("period", [(AS_TIER, tr("as the tier")), *((p, period_name(p)) for p in periods)])
        self.form.set_values(
            {
                "visits": own.visits,
                "period": (own.every, own.unit) if own.every and own.unit else AS_TIER,
                "duration": own.duration,
                "least_gap": own.least_gap,
                "greatest_gap": own.greatest_gap,
                "weekdays": own.weekdays,
                "preferred": own.preferred,
                "shared": shared,
            }
        )
        for name, value in (
            ("visits", self._tier.visits), ("duration", self._tier.duration), ("least_gap", self._tier.least_gap),
            ("greatest_gap", self._tier.greatest_gap or tr("none")),
        ):  # fmt: skip
            self.form.set_hint_right(name, tr("tier: {value}", value=value))
        self.form.set_hint_right("period", tr("tier: {value}", value=period_name((self._tier.every, self._tier.unit))))
        for part in (self.banner, self.form, self.then):
            self.body.addWidget(part)
        self.form.edited.connect(self._edited)
        self.form.problems_changed.connect(self._count)
        self.accepted.connect(self._save)
        self._tell()

    def _own(self) -> OwnRule:
        values: dict[str, Any] = self.form.values()
        every, unit = values["period"] or AS_TIER
        numbers = {name: values[name] for name in ("visits", "duration", "least_gap", "greatest_gap")}
        return OwnRule(**numbers, every=every or None, unit=unit or None, weekdays=values["weekdays"], preferred=values["preferred"])

    @Slot(str, object)
    def _edited(self, name: str, value: Any) -> None:
        if name == "period" and value == AS_TIER:
            self.form.set_values({"visits": None})
        elif name == "period" and self.form.value("visits") is None:
            self.form.set_values({"visits": 1})
        elif name == "visits" and value and self.form.value("period") == AS_TIER:
            self.form.set_values({"period": (self._tier.every, self._tier.unit)})
        self._tell()

    def _tell(self) -> None:
        """Say what holds with what is typed, or why it cannot."""
        self.banner.clear()
        own = self._own()
        try:
            own_rule.with_own(self._tier, own)
        except RuleError as error:
            self.then.set_tone("warn")
            self.then.setText(str(error))
        else:
            self.then.set_tone("muted")
            self.then.setText(" ".join(filter(None, (own_rule.rule_words(self._tier, own), own_rule.weekday_rule_words(own)))))
        self.refit()

    @Slot(int)
    def _count(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    @Slot()
    def _save(self) -> None:
        if not self.form.check():
            return
        label = tr("Change how {name} is visited", name=self._name)
        try:
            with self.context.workspace.edit(label, origin="customers") as session:
                own_rule.set_own_rule(session, self._customer, self._own())
                own_rule.set_shared(session, self._customer, self.form.value("shared"))
        except WorkbenchError as error:
            self.banner.show_error(error)
            self.refit()
            return
        self.done()
