"""What the window's frame shows of a file: company, plan, the steps that the red thread runs through, what waits where."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from models import Action, Company, Kgi, Plan, Segment, Strategy, ValueStatement, Visit
from workbench import clock
from workbench.workspace.new_company import plan_name

GOALS, SITUATION, TARGET, VALUE, ACTION = 1, 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class RailFacts:
    """`threaded` holds step numbers; `waiting` counts by pane name, zeros left out."""

    company: str
    plan: str
    threaded: frozenset[int]
    waiting: tuple[tuple[str, int], ...]


def rail_facts(session: Session) -> RailFacts:
    """Read the facts of the rail: the plan is the one that holds today, else the latest; planned visits of past days and
    overdue actions wait."""
    today = clock.today()
    company, fiscal_month = session.execute(select(Company.name, Company.fiscal_month)).first() or ("", 4)
    plan = session.execute(
        select(Plan.id, Plan.name, Plan.first).order_by((Plan.first <= today).desc(), Plan.first.desc()).limit(1)
    ).first()
    threaded = set()
    if plan is not None:
        whole = select(Kgi.id).where(Kgi.plan_id == plan.id, Kgi.target.is_not(None), Kgi.deadline.is_not(None), Kgi.baseline.is_not(None))
        if session.scalar(select(whole.exists())):
            threaded.add(GOALS)
        for step, table in ((SITUATION, Strategy), (TARGET, Segment)):
            if session.scalar(select(exists().where(table.plan_id == plan.id))):
                threaded.add(step)
        said = select(ValueStatement.id).join(Segment, Segment.id == ValueStatement.segment_id).where(Segment.plan_id == plan.id)
        if session.scalar(select(said.exists())):
            threaded.add(VALUE)
    if session.scalar(select(exists().where(Visit.status.in_(("planned", "done"))))):
        threaded.add(ACTION)
    late = session.scalar(select(func.count()).select_from(Visit).where(Visit.status == "planned", Visit.day < today)) or 0
    overdue = session.scalar(select(func.count()).select_from(Action).where(_overdue(plan.id, today))) or 0 if plan is not None else 0
    waiting = tuple((pane, count) for pane, count in (("actions", overdue), ("plan", late)) if count)
    return RailFacts(company, plan_name(plan.name, plan.first, fiscal_month) if plan else "", frozenset(threaded), waiting)


def _overdue(plan: int, today: date) -> ColumnElement[bool]:
    return and_(Action.plan_id == plan, Action.status.in_(("open", "doing")), Action.due < today)
