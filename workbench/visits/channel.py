"""Who is visited in person and who is served from the desk: the channel of every customer. 4P Place decides it, everything else asks here.

A customer counts in the first segment of the current plan whose filter it passes; where that segment sets a channel it wins over the rule of
the customer's tier. Without any segment that sets one, nothing is asked that was not asked before.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import CustomerTier, Segment, VisitRule
from workbench.goals.kgi import current_plan
from workbench.targeting.asking import Sql, where
from workbench.targeting.fields import Value
from workbench.targeting.filters import read
from workbench.workspace.reading import once_a_read

VISIT, DESK = "visit", "desk"
FOLLOWS = "''"
OF_RULE = "coalesce(r.channel, 'desk')"
"""The channel of a tier's rule `visit_rule r`: whose tier has none is not visited."""


@dataclass(frozen=True, slots=True)
class CustomerChannel:
    """How one customer is served, and the name of the segment that says so; empty where its tier does."""

    channel: str
    segment: str

    @property
    def visited(self) -> bool:
        """Whether somebody goes there."""
        return self.channel == VISIT


def resolved(of_segment: str, of_rule: str) -> str:
    """The channel that counts: the segment's where it sets one ("" does not), else the rule's."""
    return of_segment or of_rule


def channel_sql(session: Session, follows: str = FOLLOWS) -> Sql:
    """The channel of `customer c` as an SQL expression with its values; `follows` is the SQL for customers that follow their tier."""
    cases, values = list[str](), list[Value]()
    for row in _deciding(session):
        asked, bound = where(read(row.filter).tree)
        cases.append(f"WHEN ({asked}) THEN {_literal(row.channel) if row.channel else follows}")
        values += bound
    return (f"CASE {' '.join(cases)} ELSE {follows} END", tuple(values)) if cases else (follows, ())


def by_segment(session: Session) -> dict[int, str]:
    """The channels that segments set, by customer; customers that follow their tier are left out."""
    sql, values = channel_sql(session)
    if sql == FOLLOWS:
        return {}
    rows = session.connection().exec_driver_sql(
        f"SELECT id, channel FROM (SELECT c.id, {sql} AS channel FROM customer c WHERE c.archived = 0) WHERE channel <> ''", values
    )
    return {row[0]: row[1] for row in rows}


def of_customer(session: Session, customer_id: int) -> CustomerChannel:
    """How one customer is served."""
    for row in _deciding(session):
        asked, bound = where(read(row.filter).tree)
        found = session.connection().exec_driver_sql(f"SELECT 1 FROM customer c WHERE c.id = ? AND ({asked})", (customer_id, *bound))
        if found.first() is not None:
            if row.channel:
                return CustomerChannel(row.channel, row.name)
            break
    tier = session.scalar(select(CustomerTier.tier).where(CustomerTier.customer_id == customer_id)) or "N"
    return CustomerChannel(session.scalar(select(VisitRule.channel).where(VisitRule.tier == tier)) or DESK, "")


@once_a_read
def _deciding(session: Session) -> list[Segment]:
    """The segments in their order up to the last that sets a channel."""
    if session.scalar(select(Segment.id).where(Segment.channel != "").limit(1)) is None:
        return []
    plan = current_plan(session)
    query = select(Segment).where(Segment.plan_id == (plan.id if plan else None)).order_by(Segment.position, Segment.id)
    rows = list(session.scalars(query))
    while rows and not rows[-1].channel:
        rows.pop()
    return rows


def _literal(channel: str) -> str:
    return "'visit'" if channel == VISIT else "'desk'"
