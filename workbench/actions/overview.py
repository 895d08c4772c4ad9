"""All that the actions pane shows."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Rep, Segment
from workbench.actions.actions import ActionView, Owner, Served, actions
from workbench.actions.assumptions import AssumptionView, assumptions
from workbench.actions.kpi import Kpi, offered
from workbench.analysis.strategies import strategies
from workbench.goals.kgi import current_plan
from workbench.thread.links import Link, links


@dataclass(frozen=True, slots=True)
class ActionsView:
    """Actions, overdue ones first; what they may serve and move, and who may do them; the assumptions."""

    actions: tuple[ActionView, ...]
    strategies: tuple[Served, ...]
    segments: tuple[Served, ...]
    owners: tuple[Owner, ...]
    kpis: tuple[Kpi, ...]
    assumptions: tuple[AssumptionView, ...]
    links: tuple[Link, ...]

    def action(self, number: int | None) -> ActionView | None:
        """The action of that id."""
        return next((one for one in self.actions if one.id == number), None)


def actions_view(session: Session) -> ActionsView:
    """Read it for the current plan."""
    plan = current_plan(session)
    segments = session.scalars(select(Segment).where(Segment.plan_id == plan.id).order_by(Segment.position, Segment.id)) if plan else ()
    return ActionsView(
        actions(session),
        tuple(Served(one.id, one.text, one.kind) for one in strategies(session)),
        tuple(Served(row.id, row.name) for row in segments),
        tuple(Owner(row.id, row.name, row.short_name) for row in session.scalars(select(Rep).order_by(Rep.position, Rep.id))),
        offered(session),
        assumptions(session),
        links(session),
    )
