"""The goal in one line, with where we stand. A goal without number, deadline, metric or baseline reaches no document."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import Company
from workbench.goals.kgi import Goal, amount, current_goal, headline
from workbench.goals.progress import Progress, progress, standing
from workbench.strings import tr


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A complete goal and how far it is."""

    goal: Goal
    progress: Progress


def goal_standing(session: Session) -> GoalStanding | None:
    """The goal in force and where it stands today; None while it is a draft."""
    goal = current_goal(session)
    found = progress(session, goal) if goal else None
    return GoalStanding(goal, found) if goal and found else None


def sentence(session: Session, company: Company) -> str:
    """60 new orders by 31 Mar 2027: 31 today. Ahead of the line by 3. Empty while the goal is a draft."""
    found = goal_standing(session)
    if found is None:
        return ""
    return tr(
        "{goal}: {actual} today. {standing}",
        goal=headline(found.goal, company.currency),
        actual=reached(found, company.currency),
        standing=standing(found.goal, found.progress, company.currency),
    )


def reached(found: GoalStanding, currency: str) -> str:
    """What was reached so far in the goal's unit; growth is told as revenue."""
    return amount("revenue" if found.goal.metric == "growth" else found.goal.metric, found.progress.actual, currency)
