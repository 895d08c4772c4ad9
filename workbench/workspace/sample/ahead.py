"""The weeks ahead of the sample company: what the story does not tell is planned by the rules, as the owner would have it planned."""

from datetime import timedelta

from sqlalchemy.orm import Session

from models import Visit
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.load import load_problem
from workbench.workspace.sample import story
from workbench.workspace.sample.customers import NUMBER
from workbench.workspace.sample.timeline import Timeline


def plan_ahead(session: Session, days: Timeline) -> None:
    """Plan the weeks after those that the story tells around the visits it tells of; visits without a log count as made."""
    first = days.ahead(story.TOLD_DAYS)
    problem = load_problem(session, first, first + timedelta(days=story.PLANNED_DAYS - 1), keep_all=True)
    forgotten = {NUMBER[name] for name in story.FORGOTTEN}
    for visit in plan_by_hand(problem).visits:
        if visit.visit_id is None and visit.customer_id not in forgotten:
            session.add(
                Visit(
                    customer_id=visit.customer_id,
                    rep_id=visit.rep_id,
                    day=visit.day,
                    start=visit.start,
                    end=visit.end,
                    travel_minutes=visit.travel_minutes,
                    travel_km=round(visit.travel_km, 1),
                    why=visit.why,
                )
            )
    session.flush()
