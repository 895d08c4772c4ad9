"""Random customers with all that a filter can ask, in a workspace and as plain Python: two readings of the same facts."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from models import Customer, CustomerTag, CustomerTier, Deal, OrderLine, Rep
from tests.conftest import TODAY
from workbench.targeting.fields import FIELDS
from workbench.targeting.filters import Condition, Node
from workbench.workspace import Workspace

INDUSTRIES = ("", "Medical devices", "Optics", "医療機器", "O'Brien; DROP TABLE customer; --", "100%_\\ “q” <b>")
REGIONS = ("", "Osaka", "大阪府", "Nara", "ÅLESUND")
TAGS = ("trial", "Trial", "5-axis", "見込み")
MONEY = (-50_000, 0, 1, 40_000, 5_000_000)


@dataclass(frozen=True, slots=True)
class Fact:
    """One customer as it was made. `tier` is None where the tiers do not know it."""

    id: int
    industry: str
    prefecture: str
    city: str
    tags: frozenset[str]
    rep: int
    tier: str | None
    revenue: int
    rank: int
    orders: tuple[date, ...]
    won: int
    lost: int


def crowd(workspace: Workspace, count: int = 80, seed: int = 7) -> tuple[Fact, ...]:
    """Make the customers and write them down; ids run on from 1."""
    pick = random.Random(seed)
    facts = []
    with workspace.edit("A crowd") as session:
        session.add(Rep(name="Ueda", position=1))
        session.flush()
        for number in range(1, count + 1):
            tier = pick.choice((None, "A", "B", "C", "N"))
            days = tuple(TODAY - timedelta(days=pick.choice((0, 1, 30, 90, 91, 400))) for _ in range(pick.randrange(5)))
            fact = Fact(
                number,
                pick.choice(INDUSTRIES),
                pick.choice(REGIONS),
                pick.choice(REGIONS),
                frozenset(pick.sample(TAGS, pick.randrange(3))),
                pick.randrange(3),
                tier,
                pick.choice(MONEY) if tier else 0,
                number,
                days,
                pick.randrange(3),
                pick.randrange(3),
            )
            facts.append(fact)
            session.add(
                Customer(
                    id=number,
                    name=f"No {number}",
                    folded="",
                    search="",
                    industry=fact.industry,
                    prefecture=fact.prefecture,
                    city=fact.city,
                    rep_id=fact.rep or None,
                )
            )
        session.flush()
        for fact in facts:
            session.add_all(CustomerTag(customer_id=fact.id, tag=tag) for tag in fact.tags)
            session.add_all(OrderLine(customer_id=fact.id, day=day, amount=10_000) for day in fact.orders)
            for stage, many in (("won", fact.won), ("lost", fact.lost), ("talk", 1)):
                session.add_all(Deal(customer_id=fact.id, title="", stage=stage, amount=0, opened=TODAY) for _ in range(many))
            if fact.tier:
                session.add(
                    CustomerTier(
                        customer_id=fact.id,
                        tier=fact.tier,
                        by_figures=fact.tier,
                        revenue=fact.revenue,
                        rank=fact.rank,
                        share_before=0.0,
                        share=0.0,
                    )
                )
    return tuple(facts)


def holds(node: Node, fact: Fact, ranked: int) -> bool | None:
    """Whether a customer passes, reckoned without SQL; None for an empty group, which says nothing. `ranked` customers have revenue."""
    if isinstance(node, Condition):
        return _asked(node, fact, ranked)
    said = [answer for part in node.parts if (answer := holds(part, fact, ranked)) is not None]
    if not said:
        return None
    return all(said) if node.how == "and" else any(said) if node.how == "or" else not any(said)


def _asked(node: Condition, fact: Fact, ranked: int) -> bool:
    value, how = node.value, node.comparison
    if node.field in ("industry", "region"):
        texts = [fact.industry] if node.field == "industry" else [fact.prefecture, fact.city]
        if how == "contains":
            return any(_small(str(value)) in _small(text) for text in texts)
        return (value in texts) == (how == "is")
    if node.field == "tag":
        return (value in fact.tags) == (how == "has")
    if node.field == "tier":
        return ((fact.tier or "N") == value) == (how == "is")
    if node.field == "rep":
        return (fact.rep == value) == (how == "is")
    if node.field == "size":
        return (_size(fact, ranked) == value) == (how == "is")
    if node.field in ("won", "lost"):
        count = fact.won if node.field == "won" else fact.lost
        return count >= int(value) if how == "at_least" else count < int(value)
    if node.field == "revenue":
        return fact.revenue > int(value) if how == "above" else fact.revenue < int(value)
    days = sorted(set(fact.orders))
    if node.field == "cycle":
        if len(days) < 2:
            return False
        mean = (days[-1] - days[0]).days / (len(days) - 1)
        return mean > int(value) if how == "above" else mean < int(value)
    if how == "never":
        return not days
    return bool(days) and ((TODAY - days[-1]).days <= int(value)) == (how == "within")


def _size(fact: Fact, ranked: int) -> str:
    if fact.revenue <= 0:
        return "none"
    return "top" if fact.rank * 10 <= ranked else "upper" if fact.rank * 2 <= ranked else "lower"


def _small(text: str) -> str:
    return "".join(c.lower() if c.isascii() else c for c in text)


def values_of(field: str) -> tuple[str | int, ...]:
    """Values that tell customers apart, and some that nobody has."""
    return {
        "industry": (*INDUSTRIES[1:], "optics", "al dev", "'"),
        "region": (*REGIONS[1:], "osa", "å"),
        "tag": (*TAGS, "none of these"),
        "tier": ("A", "B", "C", "N"),
        "size": ("top", "upper", "lower", "none"),
        "rep": (0, 1, 2, 9),
        "revenue": (*MONEY, -1),
        "cycle": (0, 1, 30, 89, 400),
        "last_order": (0, 29, 30, 90, 36_500),
        "won": (1, 2, 3),
        "lost": (1, 2, 3),
    }[field]


FIELD_NAMES = tuple(FIELDS)
