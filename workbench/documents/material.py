"""What both the strategy on a page and the strategy document are made of, read once."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.actions.actions import ActionView, actions
from workbench.actions.assumptions import AssumptionView, assumptions
from workbench.analysis.strategies import StrategyView, strategies
from workbench.documents.goal_line import GoalStanding, goal_standing
from workbench.goals.funnel import Funnel, funnel
from workbench.goals.ground import ground
from workbench.goals.possible import TeamLoad, team_load
from workbench.goals.ways import Way, ways
from workbench.targeting.segments import Overview, overview
from workbench.value.statements import SegmentValue, by_segment


@dataclass(frozen=True, slots=True)
class Material:
    """`found` and `funnel` are None while the goal is a draft. Actions that were dropped are left out."""

    found: GoalStanding | None
    funnel: Funnel | None
    load: TeamLoad
    ways: tuple[Way, ...]
    segments: Overview
    value: tuple[SegmentValue, ...]
    strategies: tuple[StrategyView, ...]
    actions: tuple[ActionView, ...]
    assumptions: tuple[AssumptionView, ...]


def material(session: Session, with_ways: bool = False) -> Material:
    """Read it for the current plan, in the language in use; ways to close a missing load only `with_ways`."""
    found = goal_standing(session)
    base = ground(session)
    needs = funnel(session, found.goal.id, base, found.progress.split) if found else None
    return Material(
        found=found,
        funnel=needs,
        load=team_load(base, needs),
        ways=ways(session, found.goal.id, base, needs) if found and with_ways else (),
        segments=overview(session),
        value=by_segment(session),
        strategies=strategies(session),
        actions=tuple(one for one in actions(session) if one.status != "dropped"),
        assumptions=assumptions(session),
    )
