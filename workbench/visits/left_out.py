"""Why a required visit is not in the plan: one code and one sentence, found after the planner gave up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from workbench.formatting import clock_time, day_short, duration
from workbench.strings import ntr, tr
from workbench.visits.day_route import DayRoute
from workbench.visits.problem import LeftOut, PlanCustomer, PlanRep, Problem
from workbench.visits.waiting import Waiting


def without_rep(customer: PlanCustomer, due: Sequence[date]) -> list[LeftOut]:
    """All visits of a customer that no working rep is set for."""
    return [_out(customer, day, "no_rep", tr("No rep is set for it. Visits are planned only where one rep goes.")) for day in due]


def without_place(customer: PlanCustomer, due: Sequence[date]) -> list[LeftOut]:
    """All visits of a customer that has no place."""
    return [_out(customer, day, "no_place", tr("No place on the map. Without it no route can be planned.")) for day in due]


def _out(customer: PlanCustomer, due: date, code: str, sentence: str) -> LeftOut:
    return LeftOut(customer.id, customer.name, customer.tier, due, code, sentence)


class LeftOutReasons:
    """Reasons for one rep, from the days he works in the window. `short` are customers for whom only the hours of a week were missing."""

    def __init__(self, problem: Problem, rep: PlanRep, days: Mapping[date, DayRoute], short: Collection[int] = ()) -> None:
        self.problem, self.rep, self.days, self.short = problem, rep, days, short
        self.worked = sorted(days)
        self._workable = frozenset(days)

    def of(self, waiting: Waiting, due: date) -> LeftOut:
        """The reason for one due day of one customer: no hours, closed, too far, a day it was asked for by, a gap, or full days."""
        customer, rep = waiting.customer, self.rep
        if not self.worked:
            return _out(customer, due, "capacity", tr("{rep} does not work on any day of this plan.", rep=rep.name))
        usable = [day for day in self.worked if waiting.is_free(day)]
        if not usable:
            return _out(customer, due, "window", self._never_open(customer))
        if waiting.deadline(due) < usable[-1]:
            return _out(customer, due, "deadline", self._too_late(waiting, due, usable))
        begin = waiting.from_day(due, self.problem.first, self._workable)
        if usable[-1] < begin:
            reason = tr(
                "Falls due on {day}; no day until the end of this plan is open and worked by {rep}.", day=day_short(due), rep=rep.name
            )
            return _out(customer, due, "window", reason)
        earliest = begin - timedelta(days=int(customer.cadence.days / 2))
        first = next((day for day in usable if day >= earliest and waiting.gaps_allow(day)), None)
        if first is None:
            return _out(customer, due, "gap", self._gap(waiting, due))
        last = next(day for day in reversed(usable) if waiting.gaps_allow(day))
        if customer.id in self.short:
            reason = tr(
                "Falls due on {day}. The {hours} a week that {rep} keeps for visits and driving are used up.",
                day=day_short(due),
                hours=duration(rep.week_minutes),
                rep=rep.name,
            )
            return _out(customer, due, "capacity", reason)
        if all(self.days[day].full for day in usable if first <= day <= last):
            reason = ntr(
                "Falls due on {day}. {rep} has {n} visit, the most a day, on every day that it could be made.",
                "Falls due on {day}. {rep} has {n} visits, the most a day, on every day that it could be made.",
                rep.most_visits,
                day=day_short(due),
                rep=rep.name,
            )
            return _out(customer, due, "capacity", reason)
        if first == last:
            reason = tr(
                "Falls due on {day}. {rep} has no {minutes} and the way there free on {only}.",
                day=day_short(due),
                rep=rep.name,
                minutes=duration(customer.duration),
                only=day_short(first),
            )
            return _out(customer, due, "capacity", reason)
        reason = tr(
            "Falls due on {day}. {rep} has no {minutes} and the way there free from {first} to {last}.",
            day=day_short(due),
            rep=rep.name,
            minutes=duration(customer.duration),
            first=day_short(first),
            last=day_short(last),
        )
        return _out(customer, due, "capacity", reason)

    def _too_late(self, waiting: Waiting, due: date, usable: Sequence[date]) -> str:
        by = waiting.deadline(due)
        told = {"by": day_short(by), "rep": self.rep.name, "minutes": duration(waiting.customer.duration)}
        in_time = [day for day in usable if day <= by]
        if not in_time:
            return tr("Asked for by {by}; no day until then is open and worked by {rep}.", **told)
        if not any(waiting.gaps_allow(day) for day in in_time):
            return tr("Asked for by {by}; no day until then keeps the gaps to its other visits.", **told)
        return tr("Asked for by {by}; {rep} has no {minutes} and the way there free until then.", **told)

    def _never_open(self, customer: PlanCustomer) -> str:
        hours = [(worked, opening) for day in self.worked for opening in customer.windows(day) if (worked := self.rep.hours[day.weekday()])]
        both = [(max(worked[0], opening[0]), min(worked[1], opening[1])) for worked, opening in hours]
        if not both:
            return tr("Closed on every day that {rep} works in this plan.", rep=self.rep.name)
        opens, closes = max(both, key=lambda span: (span[1] - span[0], span))
        if opens >= closes:
            return tr("Its opening hours lie outside the hours of {rep}.", rep=self.rep.name)
        if closes - opens < customer.duration:
            return tr(
                "Open from {opens} to {closes} at most while {rep} works; the visit takes {minutes}.",
                opens=clock_time(opens),
                closes=clock_time(closes),
                rep=self.rep.name,
                minutes=duration(customer.duration),
            )
        return tr(
            "The visit of {minutes} and the way of {way} there and back do not fit into a day of {rep}, its lunch and the opening hours.",
            minutes=duration(customer.duration),
            way=duration(
                self.problem.travel.leg(self.rep.start, customer.place).minutes
                + self.problem.travel.leg(customer.place, self.rep.finish).minutes
            ),
            rep=self.rep.name,
        )

    def _gap(self, waiting: Waiting, due: date) -> str:
        customer = waiting.customer
        last = waiting.seen_before(due + timedelta(days=1))
        if customer.next_visit and (customer.next_visit - due).days < customer.least_gap:
            return ntr(
                "Falls due on {day}, but its next visit is planned for {next}, and its least gap is {n} day.",
                "Falls due on {day}, but its next visit is planned for {next}, and its least gap is {n} days.",
                customer.least_gap,
                day=day_short(due),
                next=day_short(customer.next_visit),
            )
        if last is None:
            return tr("No day in this plan keeps the gaps to its other visits.")
        later = [day for day in self.worked if day >= due and waiting.is_free(day)]
        if customer.greatest_gap and later and all((day - last).days > customer.greatest_gap for day in later):
            return ntr(
                "Falls due on {day}, but no day is free within {n} day of its visit on {last}, its greatest gap.",
                "Falls due on {day}, but no day is free within {n} days of its visit on {last}, its greatest gap.",
                customer.greatest_gap,
                day=day_short(due),
                last=day_short(last),
            )
        return ntr(
            "Falls due on {day}, but no open day keeps the least gap of {n} day to its other visits, the last on {last}.",
            "Falls due on {day}, but no open day keeps the least gap of {n} days to its other visits, the last on {last}.",
            max(1, customer.least_gap),
            day=day_short(due),
            last=day_short(last),
        )
