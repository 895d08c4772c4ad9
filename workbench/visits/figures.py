"""The quality of a plan in figures: how much of what is required it plans, how far it drives, whether customers are seen in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.visits.problem import HandPlan, PlanCustomer, PlannedVisit, Problem
from workbench.visits.travel import Leg, Place


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """`travel_minutes` and `travel_km` count the way home; `cadence_kept` is percent of the required visits that are planned in time."""

    required: int
    planned: int
    left_out: int
    travel_minutes: int
    travel_km: float
    cadence_kept: float


def figures_of(problem: Problem, plan: HandPlan) -> PlanFigures:
    """The figures of a plan."""
    home = ways_home(problem, plan.visits)
    return PlanFigures(
        required=plan.required,
        planned=len(plan.visits),
        left_out=len(plan.left_out),
        travel_minutes=sum(visit.travel_minutes for visit in plan.visits) + sum(leg.minutes for leg in home),
        travel_km=sum(visit.travel_km for visit in plan.visits) + sum(leg.km for leg in home),
        cadence_kept=cadence_kept(problem, plan),
    )


def by_rep_and_day(visits: Sequence[PlannedVisit]) -> dict[tuple[int, date], list[PlannedVisit]]:
    """Visits by rep and day, each day by time."""
    days: dict[tuple[int, date], list[PlannedVisit]] = defaultdict(list)
    for visit in sorted(visits, key=lambda visit: (visit.day, visit.start, visit.end)):
        days[visit.rep_id, visit.day].append(visit)
    return days


def ways_home(problem: Problem, visits: Sequence[PlannedVisit]) -> list[Leg]:
    """The drive after the last visit of each rep's day."""
    places: dict[int, Place | None] = {customer.id: customer.place for customer in problem.customers}
    ends = {rep.id: rep.finish for rep in problem.reps}
    home = []
    for (rep_id, _), stops in by_rep_and_day(visits).items():
        last = next((place for visit in reversed(stops) if (place := places.get(visit.customer_id))), None)
        home.append(problem.travel.leg(last, ends.get(rep_id)))
    return home


def latest_day(customer: PlanCustomer, due: date) -> date:
    """The last day on which a visit due on a day still is in time: one asked for by its deadline, another as late as the greatest gap, else a
    quarter of the cadence."""
    if customer.deadline and due == customer.due[0]:
        return customer.deadline
    slack = customer.greatest_gap - customer.cadence.days
    return due + timedelta(days=int(slack if slack > 0 else max(1.0, customer.cadence.days / 4)))


def cadence_kept(problem: Problem, plan: HandPlan) -> float:
    """Percent of the required visits that are planned no later than their latest day. 100 when nothing is required."""
    customers = {customer.id: customer for customer in problem.customers}
    in_time = sum(
        visit.due is None or visit.customer_id not in customers or visit.day <= latest_day(customers[visit.customer_id], visit.due)
        for visit in plan.visits
    )
    return 100 * in_time / plan.required if plan.required else 100.0
