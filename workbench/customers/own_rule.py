"""What a customer has for itself beside the visit rule of its tier: how often, gaps, duration, weekdays, and whether any rep may go."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, CustomerRule, CustomerTier
from workbench import formatting
from workbench.customers.details import mark_edited
from workbench.errors import BadInput
from workbench.strings import tr
from workbench.visits.own_rules import NO_RULE, for_customer, weekdays_of
from workbench.visits.rules import Rule, RuleError, changed, rules

VALUES = ("visits", "every", "unit", "least_gap", "greatest_gap", "duration")
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class OwnRule:
    """What differs from the tier's rule; None follows it. `visits`, `every` and `unit` are all set or all None; gaps are days, `duration`
    minutes. `weekdays` are those on which it may be visited, `preferred` those it likes (none: any)."""

    visits: int | None = None
    every: int | None = None
    unit: str | None = None
    least_gap: int | None = None
    greatest_gap: int | None = None
    duration: int | None = None
    weekdays: frozenset[int] = EVERY_DAY
    preferred: frozenset[int] = frozenset()

    @property
    def differs(self) -> bool:
        """Whether how often, gaps or duration are its own."""
        return any(getattr(self, name) is not None for name in VALUES)


def own_rule(session: Session, customer_id: int) -> OwnRule:
    """What a customer has for itself."""
    row = _row(session, customer_id)
    if row is None:
        return OwnRule()
    values = {name: getattr(row, name) for name in VALUES}
    return OwnRule(**values, weekdays=weekdays_of(row.weekdays), preferred=weekdays_of(row.preferred))


def tier_rule(session: Session, customer_id: int) -> Rule:
    """The rule of the customer's tier as it stands, before anything of its own."""
    tier = session.scalar(select(CustomerTier.tier).where(CustomerTier.customer_id == customer_id)) or "N"
    return next((rule for rule in rules(session) if rule.tier == tier), NO_RULE)


def with_own(tier: Rule, own: OwnRule) -> Rule:
    """The tier's rule with what is the customer's own, checked. Raises RuleError where the two together contradict each other."""
    if len({own.visits is None, own.every is None, own.unit is None}) > 1:
        raise RuleError(tr("How often needs a number and a period."), "", tr("Give both, or leave both empty."))
    row = CustomerRule(**{name: getattr(own, name) for name in VALUES})
    new = for_customer(tier, row)
    return changed(new) if own.differs else new


def set_own_rule(session: Session, customer_id: int, own: OwnRule) -> Rule:
    """Keep what a customer has for itself and return the rule as it holds for it now. Empty values follow the tier.

    Raises RuleError for values that no rule can have, and BadInput where no weekday is left or a preferred one is excluded.
    """
    new = with_own(tier_rule(session, customer_id), own)
    if not own.weekdays:
        raise BadInput(tr("The customer could never be visited."), "", tr("Leave at least one weekday, or archive the customer."))
    if not own.preferred <= own.weekdays:
        days = weekday_words(own.preferred - own.weekdays)
        raise BadInput(tr("{days} cannot be preferred and excluded.", days=days), "", tr("Untick one of the two."))
    row = _row(session, customer_id)
    if own == own_rule(session, customer_id):
        return new
    mark_edited(session.get_one(Customer, customer_id), "rule")
    if own == OwnRule():
        session.delete(row)
    else:
        if row is None:
            row = CustomerRule(customer_id=customer_id)
            session.add(row)
        for name in VALUES:
            setattr(row, name, getattr(own, name))
        row.weekdays, row.preferred = _bits(own.weekdays), _bits(own.preferred)
    session.flush()
    return new


def set_shared(session: Session, customer_id: int, shared: bool) -> None:
    """Let any rep visit a customer, or only its own."""
    session.get_one(Customer, customer_id).shared = shared
    session.flush()


def rule_words(tier: Rule, own: OwnRule) -> str:
    """How the customer is visited and why, in a sentence: its own rule beside the tier's."""
    asked = _asked(tier)
    if not own.differs:
        return tr("As tier {tier}: {rule}.", tier=tier.tier, rule=asked)
    row = CustomerRule(**{name: getattr(own, name) for name in VALUES})
    return tr("Its own rule: {own}; tier {tier} has {rule}.", own=_asked(for_customer(tier, row)), tier=tier.tier, rule=asked)


def weekday_rule_words(own: OwnRule) -> str:
    """On which weekdays it is not visited and which it likes, "" where any will do."""
    said = []
    if own.weekdays != EVERY_DAY:
        said.append(tr("Never visited on {days}.", days=weekday_words(EVERY_DAY - own.weekdays)))
    if own.preferred:
        said.append(tr("Best on {days}.", days=weekday_words(own.preferred)))
    return " ".join(said)


def weekday_words(days: frozenset[int]) -> str:
    """Weekdays in order, "Mon, Wed"."""
    return tr(", ").join(formatting.weekday_short(day) for day in sorted(days))


def _asked(rule: Rule) -> str:
    gaps = ""
    if rule.least_gap and rule.greatest_gap:
        gaps = tr("{least} to {greatest} days between two", least=rule.least_gap, greatest=rule.greatest_gap)
    elif rule.least_gap or rule.greatest_gap:
        bound = tr("at least {n} days between two", n=rule.least_gap)
        gaps = bound if rule.least_gap else tr("at most {n} days between two", n=rule.greatest_gap)
    return tr(", ").join(part for part in (rule.cadence.describe(), gaps, formatting.duration(rule.duration)) if part)


def _row(session: Session, customer_id: int) -> CustomerRule | None:
    return session.scalar(select(CustomerRule).where(CustomerRule.customer_id == customer_id))


def _bits(days: frozenset[int]) -> int:
    return sum(1 << day for day in days)
