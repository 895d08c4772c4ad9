"""The hand plan: what a careful person with a list and a map would do. A better planner is compared with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from workbench.strings import marked
from workbench.visits.cadence import answer_due_days
from workbench.visits.left_out import without_place, without_rep
from workbench.visits.problem import HandPlan, KeptVisit, LeftOut, PlanCustomer, PlanRep, Problem
from workbench.visits.rep_planner import RepPlanner
from workbench.visits.waiting import Waiting

RULE = marked(
    "For each rep and day: a visit asked for, or the most overdue customer of the best tier first, then the nearest that is due, until the day is full, "
    "or the hours that the week keeps for visits and driving. "
    "Who finds no room from the due day on is tried on the days before it, as far as the least gap allows."
)


@dataclass(slots=True)
class HandWork:
    """A plan in the making: each rep's routes and waiting customers, what kept visits answer, and what no planner could take."""

    customers: dict[int, PlanCustomer]
    answers: dict[int, date | None]
    planners: list[RepPlanner]
    beyond: list[LeftOut]

    def plan(self) -> HandPlan:
        """The plan as it is now."""
        visits = [visit for planner in self.planners for visit in planner.visits(self.answers)]
        left_out = list(self.beyond)
        for planner in self.planners:
            left_out += planner.left_out([waiting for waiting in planner.waiting if waiting.left])
        visits.sort(key=lambda visit: (visit.day, visit.rep_id, visit.start, visit.end, visit.customer_id))
        left_out.sort(key=lambda out: (self.customers[out.customer_id].tier_rank, out.due, out.customer_id))
        return HandPlan(tuple(visits), tuple(left_out))


def plan_by_hand(problem: Problem) -> HandPlan:
    """Plan the window by RULE. Repeatable, pure, and done in one pass a rep; hard rules are never broken by a visit that is not kept."""
    return work_by_hand(problem).plan()


def work_by_hand(problem: Problem) -> HandWork:
    """The hand plan with what a better planner may go on from."""
    customers = {customer.id: customer for customer in problem.customers}
    kept_of_customer: dict[int, list[KeptVisit]] = defaultdict(list)
    for visit in problem.kept:
        kept_of_customer[visit.customer_id].append(visit)
    answers: dict[int, date | None] = {}
    open_due: dict[int, tuple[date, ...]] = {}
    for customer in problem.customers:
        kept = [visit for visit in kept_of_customer[customer.id] if not visit.done]
        answered, open_due[customer.id] = answer_due_days(customer.due, [visit.day for visit in kept], customer.deadline)
        answers.update({visit.id: due for visit, due in zip(kept, answered, strict=True)})

    beyond: list[LeftOut] = []
    of_rep: dict[int, list[Waiting]] = defaultdict(list)
    known_reps = frozenset(rep.id for rep in problem.reps)
    for customer in problem.customers:
        due = open_due[customer.id]
        own = customer.rep_id if customer.rep_id in known_reps else None
        if due and own is None and not (customer.shared and known_reps):
            beyond += without_rep(customer, due)
        elif due and customer.place is None:
            beyond += without_place(customer, due)
        elif due:
            waiting = Waiting(customer, due, [visit.day for visit in kept_of_customer[customer.id]])
            of_rep[problem.reps[0].id if own is None else own].append(waiting)
    planners = []
    reps = list(_all_reps(problem))
    for rep, after in zip_longest(reps, reps[1 : len(problem.reps)]):
        planner = RepPlanner(problem, rep, of_rep[rep.id], customers)
        planner.fill_days()
        planner.try_days_before()
        planners.append(planner)
        if after:
            of_rep[after.id] += [waiting for waiting in planner.waiting if waiting.left and waiting.customer.rep_id not in known_reps]
            planner.waiting = [waiting for waiting in planner.waiting if not waiting.left or waiting.customer.rep_id in known_reps]
    return HandWork(customers, answers, planners, beyond)


def _all_reps(problem: Problem) -> Iterator[PlanRep]:
    yield from problem.reps
    known = {rep.id for rep in problem.reps}
    for rep_id in sorted({visit.rep_id for visit in problem.kept} - known):
        yield PlanRep(rep_id, "", None, (None,) * 7)
