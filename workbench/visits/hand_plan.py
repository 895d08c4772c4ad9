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


@dataclass(slots=True)
class Sorted:
    """Who waits for which rep, before anybody is planned. `loose` customers have no rep of their own and go to the next where one is full."""

    customers: dict[int, PlanCustomer]
    answers: dict[int, date | None]
    beyond: list[LeftOut]
    of_rep: dict[int, list[Waiting]]
    loose: set[int]
    reps: list[PlanRep]


def sort_out(problem: Problem) -> Sorted:
    """What is open: due days that no kept visit answers, by rep, and what nobody can plan."""
    customers = {customer.id: customer for customer in problem.customers}
    kept_of_customer: dict[int, list[KeptVisit]] = defaultdict(list)
    for visit in problem.kept:
        kept_of_customer[visit.customer_id].append(visit)
    known_reps = {rep.id for rep in problem.reps}
    found = Sorted(customers, {}, [], defaultdict(list), set(), list(_all_reps(problem)))
    for customer in problem.customers:
        around = kept_of_customer[customer.id]
        kept = [visit for visit in around if not visit.done]
        answered, due = answer_due_days(customer.due, [visit.day for visit in kept], customer.deadline)
        found.answers.update({visit.id: day for visit, day in zip(kept, answered, strict=True)})
        own = customer.rep_id if customer.rep_id in known_reps else None
        if due and own is None and not (customer.shared and known_reps):
            found.beyond += without_rep(customer, due)
        elif due and customer.place is None:
            found.beyond += without_place(customer, due)
        elif due:
            if own is None:
                found.loose.add(customer.id)
            found.of_rep[problem.reps[0].id if own is None else own].append(Waiting(customer, due, [visit.day for visit in around]))
    return found


def work_by_hand(problem: Problem) -> HandWork:
    """The hand plan with what a better planner may go on from."""
    found = sort_out(problem)
    planners = []
    for rep, after in zip_longest(found.reps, found.reps[1 : len(problem.reps)]):
        planner = RepPlanner(problem, rep, found.of_rep[rep.id], found.customers)
        planner.fill_days()
        planner.try_days_before()
        planners.append(planner)
        if after:
            passed_on = [waiting for waiting in planner.waiting if waiting.left and waiting.customer.id in found.loose]
            found.of_rep[after.id] += passed_on
            planner.waiting = [waiting for waiting in planner.waiting if waiting not in passed_on]
    return HandWork(found.customers, found.answers, planners, found.beyond)


def _all_reps(problem: Problem) -> Iterator[PlanRep]:
    yield from problem.reps
    known = {rep.id for rep in problem.reps}
    for rep_id in sorted({visit.rep_id for visit in problem.kept} - known):
        yield PlanRep(rep_id, "", None, (None,) * 7)
