"""The hand plan: what a careful person with a list and a map would do. A better planner is compared with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from workbench.strings import marked
from workbench.visits.cadence import answer_due_days
from workbench.visits.left_out import without_place, without_rep
from workbench.visits.problem import HandPlan, KeptVisit, LeftOut, PlanCustomer, PlannedVisit, PlanRep, Problem
from workbench.visits.rep_planner import RepPlanner

RULE = marked(
    "For each rep and day: the most overdue customer of the best tier first, then the nearest that is due, until the day is full, "
    "or the hours that the week keeps for visits and driving. "
    "Who finds no room from the due day on is tried on the days before it, as far as the least gap allows."
)


def plan_by_hand(problem: Problem) -> HandPlan:
    """Plan the window by RULE. Repeatable, pure, and done in one pass a rep; hard rules are never broken by a visit that is not kept."""
    customers = {customer.id: customer for customer in problem.customers}
    kept_of_customer: dict[int, list[KeptVisit]] = defaultdict(list)
    for visit in problem.kept:
        kept_of_customer[visit.customer_id].append(visit)
    answers: dict[int, date | None] = {}
    open_due: dict[int, tuple[date, ...]] = {}
    for customer in problem.customers:
        kept = [visit for visit in kept_of_customer[customer.id] if not visit.done]
        answered, open_due[customer.id] = answer_due_days(customer.due, [visit.day for visit in kept])
        answers.update({visit.id: due for visit, due in zip(kept, answered, strict=True)})

    visits: list[PlannedVisit] = []
    left_out: list[LeftOut] = []
    of_rep: dict[int, list[PlanCustomer]] = defaultdict(list)
    known_reps = {rep.id for rep in problem.reps}
    for customer in problem.customers:
        if open_due[customer.id]:
            if customer.rep_id not in known_reps:
                left_out += without_rep(customer, open_due[customer.id])
            elif customer.place is None:
                left_out += without_place(customer, open_due[customer.id])
            else:
                of_rep[customer.rep_id].append(customer)
    for rep in _all_reps(problem):
        planner = RepPlanner(problem, rep, of_rep[rep.id], customers, open_due, kept_of_customer)
        planner.fill_days()
        planner.try_days_before()
        visits += planner.visits(answers)
        left_out += planner.left_out()
    visits.sort(key=lambda visit: (visit.day, visit.rep_id, visit.start, visit.end, visit.customer_id))
    left_out.sort(key=lambda out: (customers[out.customer_id].tier_rank, out.due, out.customer_id))
    return HandPlan(tuple(visits), tuple(left_out))


def _all_reps(problem: Problem) -> Iterator[PlanRep]:
    yield from problem.reps
    known = {rep.id for rep in problem.reps}
    for rep_id in sorted({visit.rep_id for visit in problem.kept} - known):
        yield PlanRep(rep_id, "", None, (None,) * 7)
