"""Who is due and not planned, with the reason: what the plan as it stands leaves out, hand-made changes included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from workbench.formatting import clock_time, day_short
from workbench.strings import tr
from workbench.visits.figures import cadence_kept, latest_day
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.load import load_problem
from workbench.visits.problem import HandPlan, LeftOut, PlanCustomer, PlannedVisit, Problem


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A due visit that is not planned. Codes as in LeftOut, and `room`: it would fit on `day` at `start`."""

    customer_id: int
    name: str
    tier: str
    rep_id: int | None
    due: date
    code: str
    sentence: str
    day: date | None
    start: int | None


@dataclass(frozen=True, slots=True)
class Audit:
    """The plan as it stands in a window: visits that count as required, those planned, and what is left out, best tier first."""

    required: int
    planned: int
    cadence_kept: float
    left_out: tuple[Unplanned, ...]


def audit(session: Session, first: date, last: date) -> Audit:
    """What falls due from first to last and what is planned for it, later visits that still are in time left aside. Not for days gone."""
    problem = load_problem(session, first, last, keep_all=True)
    made = plan_by_hand(problem)
    of_customer = {customer.id: customer for customer in problem.customers}
    plan = HandPlan(made.visits, tuple(out for out in made.left_out if not _planned_later(of_customer[out.customer_id], out)))
    planned = tuple(visit for visit in plan.visits if visit.locked)
    room = [visit for visit in plan.visits if not visit.locked]
    missing = [_out_of(problem, visit) for visit in room]
    standing = HandPlan(planned, (*plan.left_out, *missing))
    reps = {rep.id: rep.name for rep in problem.reps}
    rows = [_with_room(visit, out, reps) for visit, out in zip(room, missing, strict=True)]
    rows += [
        Unplanned(out.customer_id, out.name, out.tier, of_customer[out.customer_id].rep_id, out.due, out.code, out.sentence, None, None)
        for out in plan.left_out
    ]
    rows.sort(key=lambda row: (of_customer[row.customer_id].tier_rank, row.due, row.customer_id))
    return Audit(standing.required, len(planned), cadence_kept(problem, standing), tuple(rows))


def _planned_later(customer: PlanCustomer, out: LeftOut) -> bool:
    return customer.next_visit is not None and customer.next_visit <= latest_day(customer, out.due)


def _out_of(problem: Problem, visit: PlannedVisit) -> LeftOut:
    customer = next(customer for customer in problem.customers if customer.id == visit.customer_id)
    return LeftOut(customer.id, customer.name, customer.tier, visit.due or visit.day, "room", "")


def _with_room(visit: PlannedVisit, out: LeftOut, reps: dict[int, str]) -> Unplanned:
    sentence = tr(
        "Falls due on {due} and is not planned. {rep} has room on {day} at {time}.",
        due=day_short(out.due),
        rep=reps[visit.rep_id],
        day=day_short(visit.day),
        time=clock_time(visit.start),
    )
    return Unplanned(out.customer_id, out.name, out.tier, visit.rep_id, out.due, "room", sentence, visit.day, visit.start)
