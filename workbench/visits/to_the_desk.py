"""What a decision on Place does to the plan: visits of customers that it sends to the desk leave the days ahead in the same undo step."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Visit
from workbench import clock
from workbench.visits.channel import OF_RULE, channel_sql
from workbench.visits.commands import refresh_days


@contextmanager
def plan_obeys(session: Session) -> Iterator[None]:
    """Around a change of segments or rules: planned visits from today on of customers that it sends to the desk are taken out.

    Locked ones stay, for there the owner wants to be all the same.
    """
    before = _at_desk(session)
    yield
    session.flush()
    gone = _at_desk(session) - before
    days = set()
    for visit in session.scalars(select(Visit).where(Visit.id.in_(gone))).all() if gone else ():
        days.add((visit.rep_id, visit.day))
        session.delete(visit)
    session.flush()
    refresh_days(session, days)


def _at_desk(session: Session) -> frozenset[int]:
    """The planned visits from today on that are not locked and whose customers are served from the desk."""
    channel, values = channel_sql(session, OF_RULE)
    rows = session.connection().exec_driver_sql(
        "SELECT v.id FROM visit v JOIN customer c ON c.id = v.customer_id LEFT JOIN customer_tier t ON t.customer_id = c.id "
        "LEFT JOIN visit_rule r ON r.tier = coalesce(t.tier, 'N') WHERE v.status = 'planned' AND v.locked = 0 AND v.day >= ? "
        f"AND {channel} = 'desk'",
        (clock.today().isoformat(), *values),
    )
    return frozenset(row[0] for row in rows)
