"""All that the tiers pane shows: the revenue curve, the tiers, the rules with their hours, who moved and who is held by hand."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, VisitRule
from workbench.customers import tiering
from workbench.visits.capacity import Capacity, capacity
from workbench.workspace.workspace import company_of


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One tier's rule as it stands."""

    tier: str
    visits: int
    every: int
    unit: str
    least_gap: int
    greatest_gap: int
    duration: int
    channel: str
    topics: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A customer whose tier changed, or that is held by hand (`reason`)."""

    customer_id: int
    name: str
    before: str
    tier: str
    by_figures: str
    reason: str


@dataclass(frozen=True, slots=True)
class Overview:
    """`revenues` are those above zero, best first, in ten-thousandths; `names` the customers' beside them."""

    tiered: bool
    customers: int
    revenues: tuple[int, ...]
    names: tuple[str, ...]
    counts: dict[str, int]
    shares: dict[str, float]
    a_percent: float
    b_percent: float
    first: date | None
    last: date | None
    newest_order: date | None
    currency: str
    rules: tuple[RuleLine, ...]
    capacity: Capacity
    moved: tuple[Moved, ...]
    held: tuple[Moved, ...]


def overview(session: Session) -> Overview:
    """Read everything that the pane shows."""
    kept = tiering.settings(session)
    rows = session.execute(
        select(CustomerTier.tier, CustomerTier.revenue, Customer.name)
        .join(Customer, Customer.id == CustomerTier.customer_id)
        .order_by(CustomerTier.revenue.desc(), CustomerTier.rank)
    ).all()
    total = sum(row.revenue for row in rows if row.revenue > 0) or 1
    counts = {tier: sum(row.tier == tier for row in rows) for tier in "ABCN"}
    shares = {tier: 100 * sum(max(row.revenue, 0) for row in rows if row.tier == tier) / total for tier in "ABCN"}
    positive = [row for row in rows if row.revenue > 0]
    rules = {r.tier: r for r in session.scalars(select(VisitRule))}
    return Overview(
        tiered=bool(rows),
        customers=session.query(Customer).filter(Customer.archived.is_(False)).count(),
        revenues=tuple(row.revenue for row in positive),
        names=tuple(row.name for row in positive[:1]),
        counts=counts,
        shares=shares,
        a_percent=kept.a_percent,
        b_percent=kept.b_percent,
        first=kept.first,
        last=kept.last,
        newest_order=tiering.newest_order(session),
        currency=company_of(session).currency,
        rules=tuple(
            RuleLine(t, r.visits, r.every, r.unit, r.least_gap, r.greatest_gap, r.duration, r.channel, r.topics)
            for t in "ABCN"
            if (r := rules.get(t)) is not None
        ),
        capacity=capacity(session),
        moved=_moved(session, CustomerTier.previous != ""),
        held=_moved(session, CustomerTier.override_reason != ""),
    )


def _moved(session: Session, which) -> tuple[Moved, ...]:  # type: ignore[no-untyped-def]
    query = (
        select(CustomerTier, Customer.name)
        .join(Customer, Customer.id == CustomerTier.customer_id)
        .where(which)
        .order_by(CustomerTier.changed_on.desc(), CustomerTier.rank)
        .limit(8)
    )
    return tuple(Moved(t.customer_id, name, t.previous, t.tier, t.by_figures, t.override_reason) for t, name in session.execute(query))
