"""The rule of a tier as it holds for one customer: what is set for the customer itself goes before it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import CustomerRule, CustomerTier
from workbench.visits.rules import Rule, rules, with_gaps_that_fit

NO_RULE = Rule("", 0, 0, "quarter", 0, 0, 0, "visit", "")


def for_customer(rule: Rule | None, own: CustomerRule | None) -> Rule:
    """The rule of a tier (None: it asks for nothing) with the values that a customer has for itself.

    Where only the cadence is its own, gaps that do not fit it go along in proportion.
    """
    base = rule or NO_RULE
    if own is None:
        return base
    new = base
    if own.visits is not None and own.every is not None and own.unit is not None:
        new = with_gaps_that_fit(base, replace(base, visits=own.visits, every=own.every, unit=own.unit))
    values = {name: getattr(own, name) for name in ("least_gap", "greatest_gap", "duration")}
    return replace(new, **{name: value for name, value in values.items() if value is not None})


def rule_of(session: Session, customer_id: int) -> Rule:
    """The rule as it holds for a customer."""
    tier = session.scalar(select(CustomerTier.tier).where(CustomerTier.customer_id == customer_id)) or "N"
    own = session.scalar(select(CustomerRule).where(CustomerRule.customer_id == customer_id))
    return for_customer(next((rule for rule in rules(session) if rule.tier == tier), None), own)


def own_rules(session: Session) -> dict[int, CustomerRule]:
    """What customers have for themselves, by customer."""
    return {row.customer_id: row for row in session.scalars(select(CustomerRule))}


def weekdays_of(bits: int) -> frozenset[int]:
    """The weekdays of a number whose bit n stands for weekday n."""
    return frozenset(weekday for weekday in range(7) if bits >> weekday & 1)
