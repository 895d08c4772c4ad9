"""Plan the coming weeks and put the plan into the workspace."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Visit
from workbench import clock
from workbench.errors import BadInput, CannotDo
from workbench.strings import tr
from workbench.visits.checker import Violation, check
from workbench.visits.figures import PlanFigures, figures_of
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.load import load_problem
from workbench.visits.problem import HandPlan, PlannedVisit, Problem

MOST_WEEKS = 13

Better = Callable[[Problem, Callable[[float], None]], HandPlan]
"""Plans a task, and reports how far it is, 0 to 1."""


class PlanOutdated(CannotDo):
    """What the plan was made from has changed since."""


@dataclass(frozen=True, slots=True)
class PlanResult:
    """A plan for the days from `first` to `last` with its figures beside those of the hand plan, and what the independent checker found.

    `without_log` counts past visits nobody marked done or missed: the plan does not know that they were made.
    """

    first: date
    last: date
    problem: Problem
    plan: HandPlan
    figures: PlanFigures
    hand_plan: PlanFigures
    violations: tuple[Violation, ...]
    seconds: float
    without_log: int


def plan_visits(
    session: Session,
    start: date,
    weeks: int,
    report: Callable[[float, str], None] | None = None,
    better: Better | None = None,
) -> PlanResult:
    """Plan `weeks` weeks from `start`, a past start lifted to today: by hand, or as `better` plans the same task (it reports a share of 0 to 1).

    Changes nothing. Raises BadInput outside 1 to 13 weeks.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise BadInput(
            what=tr("A plan spans 1 to {most} weeks, not {weeks}.", most=MOST_WEEKS, weeks=weeks),
            where="",
            remedy=tr("Choose a number of weeks in between."),
        )
    began = time.perf_counter()
    last = start + timedelta(days=7 * weeks - 1)
    first = max(start, clock.today())
    if last < first:
        raise BadInput(what=tr("These weeks are over."), where="", remedy=tr("Choose a start that is not so long ago."))
    if report:
        report(0.05, tr("Reading customers and rules"))
    problem = load_problem(session, first, last)
    if report:
        report(0.3, tr("Planning the days"))
    by_hand = plan_by_hand(problem)
    plan = (
        better(problem, lambda share: report(0.3 + 0.6 * share, tr("Looking for a better plan")) if report else None) if better else by_hand
    )
    if report:
        report(0.9, tr("Checking the plan"))
    violations = check(problem, plan.visits)
    return PlanResult(
        first,
        last,
        problem,
        plan,
        figures_of(problem, plan),
        figures_of(problem, by_hand),
        violations,
        time.perf_counter() - began,
        count_without_log(session),
    )


def count_without_log(session: Session) -> int:
    """How many planned visits are over and neither done nor missed."""
    query = select(func.count()).select_from(Visit).where(Visit.status == "planned", Visit.day < clock.today())
    return session.scalar(query) or 0


def apply_plan(session: Session, result: PlanResult) -> int:
    """Replace the unlocked planned visits of the window by the plan, and return how many rows changed.

    Visits of a customer that stay or only move keep their row, with the topics typed for them. Raises PlanOutdated when customers, rules or
    locked visits have changed since the plan was made.
    """
    if load_problem(session, result.first, result.last) != result.problem:
        raise PlanOutdated(
            what=tr("Customers, rules or locked visits have changed since this plan was made."), where="", remedy=tr("Plan again.")
        )
    rows: dict[int, list[Visit]] = defaultdict(list)
    by_id: dict[int, Visit] = {}
    query = (
        select(Visit)
        .where(Visit.day.between(result.first, result.last), Visit.status == "planned")
        .order_by(Visit.day, Visit.start, Visit.id)
    )
    for row in session.scalars(query):
        by_id[row.id] = row
        if not row.locked:
            rows[row.customer_id].append(row)
    changed = 0
    made = []
    for visit in result.plan.visits:
        kept = by_id.get(visit.visit_id) if visit.visit_id is not None else None
        if kept is not None:
            changed += _write(kept, {"travel_minutes": visit.travel_minutes, "travel_km": visit.travel_km})
        else:
            made.append(visit)
    for visit in sorted(made, key=lambda visit: all(row.day != visit.day for row in rows[visit.customer_id])):
        if rows[visit.customer_id]:
            changed += _write(_same_or_first(rows[visit.customer_id], visit), _values(visit))
        else:
            session.add(Visit(customer_id=visit.customer_id, **_values(visit)))
            changed += 1
    for left in rows.values():
        for row in left:
            session.delete(row)
            changed += 1
    session.flush()
    return changed


def _same_or_first(rows: list[Visit], visit: PlannedVisit) -> Visit:
    same = next((row for row in rows if row.day == visit.day), rows[0])
    rows.remove(same)
    return same


def _values(visit: PlannedVisit) -> dict[str, object]:
    return {
        "rep_id": visit.rep_id,
        "day": visit.day,
        "start": visit.start,
        "end": visit.end,
        "travel_minutes": visit.travel_minutes,
        "travel_km": visit.travel_km,
        "why": visit.why,
    }


def _write(row: Visit, values: dict[str, object]) -> int:
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)
