"""The strategy in three sentences for one rep: how many, whom, what to say. Made of the tiers and rules that there are, and of the words
that the segment of today's customers gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from models import VisitRule
from workbench.documents.rules import asked_cadence, cadence_words
from workbench.strings import ntr, tr

NO_BREAK = "\u00a0"


class _Bar(Protocol):
    @property
    def tier(self) -> str: ...
    @property
    def target(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ThreeSentences:
    """Each a whole sentence in the language in use."""

    how_many: str
    whom: str
    what_to_say: str


def of(week: Sequence[_Bar], rules: Mapping[str, VisitRule], customers: Mapping[str, int], words: str = "") -> ThreeSentences:
    """The sentences of a rep with the given customers by tier, those visited in person; `words` are the best value statement for today's, where there is one."""
    return ThreeSentences(_how_many(week), _whom(rules, customers), words or _what_to_say(rules, customers))


def _how_many(week: Sequence[_Bar]) -> str:
    count, counts = week[0].target, [(bar.tier, bar.target) for bar in week[1:]]
    if not count:
        return tr("No rule asks for a visit this week.")
    parts = [tr("{count} to {tier}", count=n, tier=tier).replace(" ", NO_BREAK) for tier, n in counts if n]
    visits = ntr("{n} visit this week", "{n} visits this week", count)
    if len(parts) < 2:
        return tr("{visits}.", visits=visits)
    return tr("{visits}: {parts}.", visits=visits, parts=tr(", ").join(parts))


def _whom(rules: Mapping[str, VisitRule], customers: Mapping[str, int]) -> str:
    seen = [(tier, rules[tier]) for tier in "ABCN" if tier in rules and asked_cadence(rules[tier]) and customers.get(tier)]
    if not seen:
        return tr("Whoever is due; nobody has a tier with a visiting rule yet.")
    first = _each(*seen[0], customers)
    if len(seen) == 1:
        return tr("{tier} only: {each}.", tier=seen[0][0], each=first)
    return tr("First {first}, then {second}.", first=first, second=_each(*seen[1], customers))


def _each(tier: str, rule: VisitRule, customers: Mapping[str, int]) -> str:
    cadence = cadence_words(rule).replace(" ", NO_BREAK)
    if tier == "N":
        return ntr("{n} prospect, {cadence}", "{n} prospects, each {cadence}", customers[tier], cadence=cadence)
    return ntr("{n} {tier} customer, {cadence}", "{n} {tier} customers, each {cadence}", customers[tier], tier=tier, cadence=cadence)


def _what_to_say(rules: Mapping[str, VisitRule], customers: Mapping[str, int]) -> str:
    for tier in (*[t for t in "ABC" if customers.get(t)], *"ABC"):
        if tier in rules and rules[tier].topics.strip():
            return rules[tier].topics.strip()
    return tr("Listen first: what has changed since last time?")
