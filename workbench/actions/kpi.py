"""What an action is to move: the goal itself, or a stage of the funnel that leads to it.

An action keeps a code: "goal", "stage:" and the id of a stored stage, or nothing. A code whose stage is gone says nothing. While the default
stages stand they are stored nowhere; they are offered as "kind:" and their kind, and become stages with ids once an action is to move one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.errors import BadInput
from workbench.goals.funnel import DEFAULT, stage_name, stage_rows
from workbench.goals.kgi import METRICS, Goal, current_goal
from workbench.goals.split import COUNTED
from workbench.goals.stages import OF_STAGE, stored_rows
from workbench.strings import tr

GOAL, KIND = "goal", "kind:"


@dataclass(frozen=True, slots=True)
class Kpi:
    """One that can be moved: its code, and what it is called."""

    code: str
    name: str


def offered(session: Session) -> tuple[Kpi, ...]:
    """The goal, then the stages of its funnel; a last stage that counts what the goal counts is left out. Nothing without a metric."""
    goal = current_goal(session)
    if goal is None or goal.metric is None:
        return ()
    found = [Kpi(GOAL, tr(METRICS[goal.metric])), *_stages(session, goal)]
    return tuple(found[:-1] if goal.metric in COUNTED else found)


def named(session: Session) -> Mapping[str, Kpi]:
    """The KPIs of the current goal by their code."""
    goal = current_goal(session)
    if goal is None or goal.metric is None:
        return {}
    return {one.code: one for one in (Kpi(GOAL, tr(METRICS[goal.metric])), *_stages(session, goal))}


def stored(session: Session, code: str) -> str:
    """The code as an action keeps it. Raises BadInput for one that is not there."""
    goal = current_goal(session)
    if goal is not None and code.startswith(KIND):
        code = next((f"{OF_STAGE}{row.id}" for row in stored_rows(session, goal.id) if row.kind == code.removeprefix(KIND)), code)
    if code and code not in named(session):
        raise BadInput(tr("This KPI is not there any more."), "", tr("Choose another one."))
    return code


def _stages(session: Session, goal: Goal) -> list[Kpi]:
    metric = goal.metric or ""
    rows = stage_rows(session, goal.id)
    if rows:
        return [Kpi(f"{OF_STAGE}{row.id}", row.name or stage_name(row.kind, metric)) for row in rows]
    return [Kpi(f"{KIND}{kind}", stage_name(kind, metric)) for kind in DEFAULT]
