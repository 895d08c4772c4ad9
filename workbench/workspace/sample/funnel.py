"""The funnel of the sample company: its three stages, rates counted from its own visits and deals, and the goal split as last year went."""

from sqlalchemy.orm import Session

from models import FunnelStage, Kgi
from workbench.goals import months
from workbench.goals.funnel import DEFAULT


def fill_funnel(session: Session) -> None:
    """Store the months of the goal and the stages that lead to it."""
    goal = session.query(Kgi).one()
    months.keep(session, goal.id)
    session.add_all(FunnelStage(kgi_id=goal.id, position=place, kind=kind) for place, kind in enumerate(DEFAULT))
    session.flush()
