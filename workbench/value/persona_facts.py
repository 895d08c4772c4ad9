"""What the file says of a segment's buyers: their industries, roles, purchases, rhythm and lost deals, as counts and medians."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from sqlalchemy.orm import Session

from workbench.customers.folding import fold
from workbench.targeting.segments import counting_in
from workbench.value.persona_roles import role_of
from workbench.workspace.workspace import company_of

DETAIL = re.compile(r"[:：。、(（;；\n]")
PRODUCTS = "SELECT DISTINCT product, customer_id FROM order_line WHERE amount > 0 AND customer_id IN ({inside})"
CYCLES = (
    "SELECT (julianday(max(day)) - julianday(min(day))) / (count(DISTINCT day) - 1) FROM order_line "
    "WHERE customer_id IN ({inside}) GROUP BY customer_id HAVING count(DISTINCT day) > 1"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each of some words is found, the most frequent first; `whole` is how many could have said one."""

    counts: tuple[tuple[str, int], ...] = ()
    whole: int = 0

    @property
    def named(self) -> int:
        """How many said one."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of `cases` values; None without any."""

    value: float | None = None
    cases: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """A segment's customers in figures. `revenue` (ten-thousandths) is a customer's in the span that counts for tiers; `cycle` are days between
    its orders, `decision` days from the first talk to a decided deal. `products` and `tags` count customers, `lost` deals."""

    customers: int
    currency: str
    industries: Tally
    roles: Tally
    products: Tally
    tags: Tally
    lost: Tally
    revenue: Middle
    cycle: Middle
    decision: Middle


def facts(session: Session, segment_id: int) -> Facts:
    """Read them; archived customers are left out."""
    sql, values = counting_in(session, frozenset((segment_id,)))
    inside = f"SELECT c.id FROM customer c WHERE c.archived = 0 AND ({sql})"

    def ask(question: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in session.connection().exec_driver_sql(question.format(inside=inside), tuple(values))]

    people = ask("SELECT industry, contact FROM customer WHERE id IN ({inside})")
    lost = ask("SELECT lost_reason FROM deal WHERE stage = 'lost' AND customer_id IN ({inside})")
    return Facts(
        len(people),
        company_of(session).currency,
        tally([str(row[0]) for row in people]),
        tally([role_of(str(row[1])) for row in people]),
        tally([str(row[0]) for row in ask(PRODUCTS)], len(people)),
        tally([str(row[0]) for row in ask("SELECT tag FROM customer_tag WHERE customer_id IN ({inside})")], len(people)),
        tally([reason(str(row[0])) for row in lost]),
        middle(ask("SELECT revenue FROM customer_tier WHERE revenue > 0 AND customer_id IN ({inside})")),
        middle(ask(CYCLES)),
        middle(
            ask(
                "SELECT julianday(closed) - julianday(opened) FROM deal WHERE stage IN ('won', 'lost') AND closed >= opened "
                "AND customer_id IN ({inside})"
            )
        ),
    )


def reason(text: str) -> str:
    """A lost reason without its details: “Slow quote: it took four days” is “Slow quote”."""
    return DETAIL.split(text.strip(), maxsplit=1)[0].strip() or text.strip()


def tally(words: list[str], whole: int | None = None, key: Callable[[str], str] = fold) -> Tally:
    """Count words that differ only in how they are written as one, empty ones not at all; each is shown as it is written most often."""
    shown: dict[str, Counter[str]] = {}
    for word in words:
        flat = " ".join(word.split())
        if flat:
            shown.setdefault(key(flat), Counter())[flat] += 1
    counts = [(min(spelt.most_common(), key=lambda one: (-one[1], one[0]))[0], spelt.total()) for spelt in shown.values()]
    return Tally(tuple(sorted(counts, key=lambda one: (-one[1], one[0]))), len(words) if whole is None else whole)


def middle(rows: list[tuple[object, ...]]) -> Middle:
    """The median of the first column, None left out."""
    values = [float(str(row[0])) for row in rows if row[0] is not None]
    return Middle(median(values), len(values)) if values else Middle()
