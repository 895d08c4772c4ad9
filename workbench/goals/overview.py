"""All that the Goals pane shows, in one reading."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench import clock
from workbench.goals.actuals import daily
from workbench.goals.funnel import Funnel, funnel
from workbench.goals.ground import Ground, ground
from workbench.goals.kgi import Goal, current_goal
from workbench.goals.possible import TeamLoad, team_load
from workbench.goals.progress import Progress, progress
from workbench.goals.ways import Way, ways
from workbench.thread.links import Link, goal_link, links
from workbench.workspace.workspace import company_of


@dataclass(frozen=True, slots=True)
class GoalsOverview:
    """`course` are points (day, sum so far) of the goal's metric in ten-thousandths; without a goal all but the company's is None."""

    goal: Goal | None
    progress: Progress | None
    course: tuple[tuple[date, int], ...]
    currency: str
    has_orders: bool
    ground: Ground
    funnel: Funnel | None
    load: TeamLoad
    ends: tuple[TeamLoad, TeamLoad] | None
    ways: tuple[Way, ...]
    links: tuple[Link, ...]


GOAL_TABLES = frozenset({"kgi", "kgi_month", "kgi_month_change", "funnel_stage", "funnel_share"})
"""The tables of the goal itself: after a change of no others, what was read before still holds."""


def overview(session: Session, before: GoalsOverview | None = None) -> GoalsOverview:
    """The goal in force, where it stands, what it needs, and what it leads to. `before` saves reading again what lies outside GOAL_TABLES."""
    goal = current_goal(session)
    base = before.ground if before else ground(session)
    found = progress(session, goal) if goal else None
    has_orders = session.connection().exec_driver_sql("SELECT EXISTS (SELECT 1 FROM order_line)").scalar_one() == 1
    course: list[tuple[date, int]] = []
    if goal and found and goal.metric and goal.deadline:
        days = daily(session, goal.metric, goal.first, min(clock.today(), goal.deadline))
        course, total = [(goal.first - timedelta(days=1), 0)], 0
        for day in sorted(days):
            total += days[day]
            course.append((day, total))
        course.append((min(clock.today(), goal.deadline), total))
    needs = funnel(session, goal.id, base, found.split) if goal and found else None
    load = team_load(base, needs)
    ends = None
    if needs and needs.ends:
        ends = (team_load(base, needs, visits=needs.ends.at_low), team_load(base, needs, visits=needs.ends.at_high))
    return GoalsOverview(
        goal,
        found,
        tuple(course),
        company_of(session).currency,
        has_orders,
        base,
        needs,
        load,
        ends,
        ways(session, goal.id, base, needs) if goal else (),
        _links_after(session, before.links) if before else links(session),
    )


def _links_after(session: Session, before: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links where only the goal may have changed."""
    return tuple(goal_link(session) if link.key == "goal" else link for link in before)
