"""What the customers in the file offer to choose from while a filter is built, and what a new condition begins with."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Rep
from workbench import formatting
from workbench.targeting.fields import FIELDS, Value
from workbench.targeting.filters import Condition
from workbench.workspace.workspace import company_of

MOST = 300


@dataclass(frozen=True, slots=True)
class Choices:
    """Values in use, the most frequent first, at most 300 of each; reps by id."""

    currency: str
    industries: tuple[str, ...]
    regions: tuple[str, ...]
    tags: tuple[str, ...]
    reps: tuple[tuple[int, str], ...]

    def fields(self) -> tuple[str, ...]:
        """The fields that can tell these customers apart."""
        lacking = {name for name, found in (("industry", self.industries), ("region", self.regions), ("tag", self.tags)) if not found}
        return tuple(name for name in FIELDS if name not in lacking)

    def begin(self, field: str) -> Condition:
        """A condition on a field with its first comparison and a likely value."""
        kind, comparison = FIELDS[field].kind, FIELDS[field].comparisons[0]
        if kind == "text":
            found = {"industry": self.industries, "region": self.regions, "tag": self.tags}[field]
            return Condition(field, comparison, found[0] if found else "?")
        if kind == "money":
            return Condition(field, comparison, (1_000_000 if formatting.currency_digits(self.currency) == 0 else 10_000) * 10_000)
        likely: dict[str, Value] = {"tier": "A", "size": "top", "rep": self.reps[0][0] if self.reps else 0, "days": 90, "count": 1}
        return Condition(field, comparison, likely[kind])


def choices(session: Session) -> Choices:
    """What there is to choose from."""
    run = session.connection().exec_driver_sql
    industries = run(
        f"SELECT industry FROM customer WHERE archived = 0 AND industry <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {MOST}"
    )
    regions = run(
        "SELECT name FROM (SELECT prefecture AS name, count(*) * 1000 AS n FROM customer WHERE archived = 0 GROUP BY 1 UNION ALL "
        "SELECT city, count(*) FROM customer WHERE archived = 0 GROUP BY 1) WHERE name <> '' GROUP BY name ORDER BY max(n) DESC, name "
        f"LIMIT {MOST}"
    )
    tags = run(f"SELECT tag FROM customer_tag GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {MOST}")
    reps = session.scalars(select(Rep).order_by(Rep.position, Rep.id))
    return Choices(
        company_of(session).currency,
        tuple(row[0] for row in industries),
        tuple(row[0] for row in regions),
        tuple(row[0] for row in tags),
        tuple((rep.id, rep.name) for rep in reps),
    )
