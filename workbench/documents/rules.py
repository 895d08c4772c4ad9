"""Visit rules as the documents tell them."""

from typing import cast

from models import VisitRule
from workbench.visits.cadence import Cadence, Unit


def asked_cadence(rule: VisitRule | None) -> Cadence | None:
    """How often a rule asks for whom it is visited by; None without a rule, and for a rule that asks for no visit."""
    if rule is None or rule.visits <= 0 or rule.every <= 0:
        return None
    return Cadence(rule.visits, cast(Unit, rule.unit), rule.every)


def cadence_words(rule: VisitRule) -> str:
    """2 a month; empty for a rule that asks for no visit."""
    if rule.visits <= 0 or rule.every <= 0:
        return ""
    return Cadence(rule.visits, cast(Unit, rule.unit), rule.every).describe()
