"""The quality of a plan beside the hand plan's: the same figures of both, and the sentence that compares them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from workbench.formatting import percent
from workbench.strings import ntr, tr
from workbench.visits.figures import PlanFigures, figures_of, ways_home
from workbench.visits.problem import HandPlan, PlanRep, Problem

TOLD = 0.005
"""Less of a difference in driving is none."""


@dataclass(frozen=True, slots=True)
class RepLoad:
    """Visits and driving of a rep as a share of the hours that the days of the plan hold for both; None without any."""

    rep_id: int
    name: str
    load: float | None


@dataclass(frozen=True, slots=True)
class Quality:
    """Figures of a plan. `visits_a_day` counts the days on which a rep makes visits."""

    figures: PlanFigures
    visits_a_day: float
    loads: tuple[RepLoad, ...]

    @property
    def range(self) -> tuple[float, float] | None:
        """The lowest and the highest load of the reps."""
        loads = [rep.load for rep in self.loads if rep.load is not None]
        return (min(loads), max(loads)) if loads else None


def quality_of(problem: Problem, plan: HandPlan) -> Quality:
    """All figures of a plan."""
    days = {(visit.rep_id, visit.day) for visit in plan.visits}
    loads = tuple(RepLoad(rep.id, rep.name, _load(problem, plan, rep)) for rep in problem.reps)
    return Quality(figures_of(problem, plan), len(plan.visits) / len(days) if days else 0.0, loads)


def compared(ours: Quality, by_hand: Quality) -> str:
    """One sentence: driving and visits beside those of the hand plan."""
    now, then = ours.figures, by_hand.figures
    change = (now.travel_minutes - then.travel_minutes) / then.travel_minutes if then.travel_minutes else 0.0
    if abs(change) < TOLD:
        driving = tr("As much driving as by hand")
    elif change < 0:
        driving = tr("{share} less driving than by hand", share=percent(-change))
    else:
        driving = tr("{share} more driving than by hand", share=percent(change))
    more = now.planned - then.planned
    if not more:
        visits = tr("same visits")
    elif more > 0:
        visits = ntr("{n} visit more", "{n} visits more", more)
    else:
        visits = ntr("{n} visit less", "{n} visits less", -more)
    return tr("{driving}, {visits}", driving=driving, visits=visits)


def _load(problem: Problem, plan: HandPlan, rep: PlanRep) -> float | None:
    there = sum(_minutes_there(problem, rep, offset) for offset in range((problem.last - problem.first).days + 1))
    if not there:
        return None
    own = tuple(visit for visit in plan.visits if visit.rep_id == rep.id)
    used = sum(visit.end - visit.start + visit.travel_minutes for visit in own)
    return (used + sum(leg.minutes for leg in ways_home(problem, own))) / there


def _minutes_there(problem: Problem, rep: PlanRep, offset: int) -> float:
    day = problem.first + timedelta(days=offset)
    hours = rep.hours[day.weekday()]
    if hours is None or day in problem.closed or day in rep.away:
        return 0.0
    if rep.week_minutes:
        return rep.week_minutes / sum(each is not None for each in rep.hours)
    lunch = problem.lunch
    rest = max(0, min(hours[1], lunch[1]) - max(hours[0], lunch[0])) if lunch else 0
    return hours[1] - hours[0] - rest
