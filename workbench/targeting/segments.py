"""The segments of the current plan with live figures. A customer counts in the first segment, by their order, whose filter it passes."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Rep, Segment
from workbench.goals.kgi import current_plan
from workbench.strings import marked
from workbench.targeting.asking import Sql, where
from workbench.targeting.fields import Value
from workbench.targeting.filters import Group, read
from workbench.targeting.intervals import wilson
from workbench.targeting.words import Names, sentence
from workbench.visits.capacity import rule_needs
from workbench.workspace.workspace import company_of

DECISIONS = {"primary": marked("Primary"), "secondary": marked("Secondary"), "later": marked("Not now")}
DEALS = "(SELECT customer_id, sum(stage = 'won') AS won, sum(stage = 'lost') AS lost FROM deal GROUP BY customer_id)"


@dataclass(frozen=True, slots=True)
class Win:
    """Deals decided and won; the true rate lies between `low` and `high` with 90 % confidence."""

    won: int
    decided: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """Won as a share of decided."""
        return self.won / self.decided


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment. `customers` and `revenue` (ten-thousandths) are of those that count here, `share` of all revenue; `matches` pass the filter.

    `win` is None without decided deals. `problem` tells why the filter cannot be read. `visits` and `calls` are what the rules ask a month;
    `channel` is visit or desk where the segment sets one, `visited` and `called` are its customers by the channel that counts.
    """

    id: int
    name: str
    note: str
    sentence: str
    customers: int
    revenue: int
    share: float
    win: Win | None
    decision: str
    reason: str
    tree: Group | None = None
    problem: str = ""
    matches: int = 0
    visits: float = 0.0
    calls: float = 0.0
    channel: str = ""
    visited: int = 0
    called: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """All segments, and the customers (archived ones left out) and revenue there are; `rest` count in no segment."""

    segments: tuple[SegmentView, ...]
    customers: int
    revenue: int
    rest_customers: int
    rest_revenue: int
    currency: str
    plan_id: int | None


@dataclass(frozen=True, slots=True)
class Member:
    """A customer of a segment; `revenue` in ten-thousandths of the currency unit in the span that counted."""

    id: int
    name: str
    tier: str
    revenue: int


@dataclass(slots=True)
class _Sums:
    customers: int = 0
    revenue: int = 0
    won: int = 0
    lost: int = 0
    matches: int = 0
    tiers: dict[str, int] = field(default_factory=dict)


def segments(session: Session) -> tuple[SegmentView, ...]:
    """The segments of the current plan in their order."""
    return overview(session).segments


def overview(session: Session) -> Overview:
    """The segments and what is left; a third of a second for three filters over 100,000 customers."""
    plan, company = current_plan(session), company_of(session)
    rows = _rows(session, plan.id if plan else None)
    names = Names(company.currency, {rep.id: rep.name for rep in session.scalars(select(Rep))})
    sums = _sums(session, rows)
    revenue = sum(one.revenue for one in sums)
    needs = {need.tier: need for need in rule_needs(session)}
    views = []
    for row, one in zip(rows, sums[1:], strict=True):
        found = read(row.filter)
        asked = [(needs[tier], count, needs[tier].at_desk(row.channel)) for tier, count in one.tiers.items() if tier in needs]
        visited = sum(count for _, count, desk in asked if not desk)
        decided = one.won + one.lost
        views.append(
            SegmentView(
                row.id,
                row.name,
                row.note,
                sentence(found.tree, names),
                one.customers,
                one.revenue,
                one.revenue / revenue if revenue > 0 else 0.0,
                Win(one.won, decided, *wilson(one.won, decided)) if decided else None,
                row.decision,
                row.reason,
                found.tree,
                found.problem,
                one.matches,
                sum(count * need.visits_a_month for need, count, desk in asked if not desk),
                sum(count * need.visits_a_month for need, count, desk in asked if desk),
                row.channel,
                visited,
                one.customers - visited,
            )
        )
    rest = sums[0]
    return Overview(
        tuple(views), sum(s.customers for s in sums), revenue, rest.customers, rest.revenue, company.currency, plan.id if plan else None
    )


def counting_in(session: Session, segment_ids: frozenset[int]) -> Sql:
    """SQL over `customer c` for the customers that count in any of these segments of the current plan (0: in none), with its values."""
    plan = current_plan(session)
    parts, values, before = list[str](), list[Value](), list[Sql]()
    for row in _rows(session, plan.id if plan else None):
        own = where(read(row.filter).tree)
        if row.id in segment_ids:
            parts.append(" AND ".join([f"({own[0]})", *(f"NOT ({sql})" for sql, _ in before)]))
            values += [*own[1], *(value for _, some in before for value in some)]
        before.append(own)
    if 0 in segment_ids:
        parts.append(" AND ".join(f"NOT ({sql})" for sql, _ in before) or "1")
        values += [value for _, some in before for value in some]
    return " OR ".join(f"({part})" for part in parts) or "0", tuple(values)


def members(session: Session, segment_id: int, limit: int = 6) -> tuple[Member, ...]:
    """The first customers of a segment by revenue."""
    sql, values = counting_in(session, frozenset((segment_id,)))
    rows = session.connection().exec_driver_sql(
        "SELECT c.id, c.name, coalesce(t.tier, 'N'), coalesce(t.revenue, 0) FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id "
        f"WHERE c.archived = 0 AND ({sql}) ORDER BY 4 DESC, 1 LIMIT ?",
        (*values, limit),
    )
    return tuple(Member(*row) for row in rows)


def numbered(session: Session) -> tuple[tuple[int, ...], Sql]:
    """The ids of the segments, and a query of `id` and `seg` for each customer: the place of the segment it counts in from 1, 0 for none."""
    plan = current_plan(session)
    rows = _rows(session, plan.id if plan else None)
    inner, values = _columns(rows)
    return tuple(row.id for row in rows), (f"WITH x AS MATERIALIZED ({inner}) SELECT id, {_place(len(rows))} AS seg FROM x", values)


def _rows(session: Session, plan_id: int | None) -> list[Segment]:
    return list(session.scalars(select(Segment).where(Segment.plan_id == plan_id).order_by(Segment.position, Segment.id)))


def _columns(rows: list[Segment]) -> Sql:
    """A query of all customers with a column k1, k2 ... a segment that says whether its filter is passed."""
    asked = [where(read(row.filter).tree) for row in rows]
    columns = "".join(f", ({sql}) AS k{place}" for place, (sql, _) in enumerate(asked, 1))
    return f"SELECT c.id{columns} FROM customer c WHERE c.archived = 0", tuple(value for _, some in asked for value in some)


def _place(count: int) -> str:
    cases = "".join(f" WHEN k{place} THEN {place}" for place in range(1, count + 1))
    return f"CASE{cases} ELSE 0 END" if count else "0"


def _sums(session: Session, rows: list[Segment]) -> list[_Sums]:
    """What counts in no segment (first), then in each; read in one pass."""
    inner, values = _columns(rows)
    matches = "".join(f", sum(k{place})" for place in range(1, len(rows) + 1))
    found: list[tuple[Any, ...]] = [
        tuple(row)
        for row in session.connection().exec_driver_sql(
            f"WITH x AS MATERIALIZED ({inner}) SELECT {_place(len(rows))} AS seg, coalesce(t.tier, 'N'), count(*), sum(coalesce(t.revenue, 0)), "
            f"sum(coalesce(d.won, 0)), sum(coalesce(d.lost, 0)){matches} FROM x LEFT JOIN customer_tier t ON t.customer_id = x.id "
            f"LEFT JOIN {DEALS} d ON d.customer_id = x.id GROUP BY 1, 2",
            values,
        )
    ]
    sums = [_Sums() for _ in range(len(rows) + 1)]
    for place, tier, customers, revenue, won, lost, *passed in found:
        one = sums[place]
        one.customers, one.revenue, one.won, one.lost = one.customers + customers, one.revenue + revenue, one.won + won, one.lost + lost
        one.tiers[tier] = one.tiers.get(tier, 0) + customers
        for number, count in enumerate(passed, 1):
            sums[number].matches += count
    return sums
