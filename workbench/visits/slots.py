"""Room on one rep's day: where a visit would go among those that are there, and which rules it would break where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Visit
from workbench.visits.checker import check
from workbench.visits.day_route import NOWHERE, DayRoute, Stop
from workbench.visits.load import load_problem
from workbench.visits.problem import ALL_DAY, PlannedVisit, Problem
from workbench.visits.roads import FIRST_CUSTOMER, Roads

TOLD_ELSEWHERE = {"extra", "locked"}


def free_start(session: Session, rep_id: int, day: date, customer_id: int, minutes: int, without: int | None = None) -> int | None:
    """When a visit of so many minutes would fit best on a rep's day, the others staying as they are; None when it does not.

    `without` is a visit to be thought away: the one that moves.
    """
    problem = _day_problem(session, rep_id, day, customer_id)
    rep = next((rep for rep in problem.reps if rep.id == rep_id), None)
    hours = rep.hours[day.weekday()] if rep else None
    customer = next((customer for customer in problem.customers if customer.id == customer_id), None)
    if rep is None or customer is None or hours is None or day in problem.closed or day in rep.away:
        return None
    node = {each.id: number for number, each in enumerate(problem.customers, start=FIRST_CUSTOMER)}
    places = {each.id: each.place for each in problem.customers}
    roads = Roads(problem.travel, rep, places.values())
    fixed = [
        Stop(
            kept.customer_id,
            node[kept.customer_id] if places[kept.customer_id] else NOWHERE,
            kept.end - kept.start,
            (ALL_DAY,),
            kept.start,
            True,
        )
        for kept in problem.kept
        if kept.rep_id == rep_id and kept.id != without
    ]
    route = DayRoute(roads, hours, problem.lunch, fixed, rep.most_visits)
    stop = Stop(customer_id, node[customer_id], minutes, customer.windows(day))
    return stop.start if route.insert(stop, route.detour(stop.node, minutes)) else None


def broken_rules(session: Session, visit_id: int) -> tuple[str, ...]:
    """The rules a planned visit breaks where it is, one sentence each: hours, lunch, opening, drive, gaps, rep."""
    visit = session.get(Visit, visit_id)
    if visit is None:
        return ()
    problem = _day_problem(session, visit.rep_id, visit.day, visit.customer_id)
    own = tuple(
        replace(customer, duration=visit.end - visit.start) if customer.id == visit.customer_id else customer
        for customer in problem.customers
    )
    visits = [
        PlannedVisit(kept.customer_id, kept.rep_id, kept.day, kept.start, kept.end, 0, 0.0, kept.id != visit_id, None, "", kept.id)
        for kept in problem.kept
        if not kept.done
    ]
    found = check(replace(problem, customers=own), visits)
    return tuple(
        dict.fromkeys(
            broken.sentence
            for broken in found
            if not broken.from_input and broken.code not in TOLD_ELSEWHERE and broken.rep_id == visit.rep_id
        )
    )


def _day_problem(session: Session, rep_id: int, day: date, customer_id: int) -> Problem:
    """The day as it stands with the customers seen on it, and one more."""
    seen = session.scalars(select(Visit.customer_id).where(Visit.day == day, Visit.rep_id == rep_id, Visit.status.in_(("planned", "done"))))
    return load_problem(session, day, day, keep_all=True, only={customer_id, *seen})
