"""The independent checker: does a plan keep every hard rule? It shares no code with the planner, only the plain data of the task."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.formatting import clock_time, day_short
from workbench.strings import ntr, tr
from workbench.visits.problem import KeptVisit, PlanCustomer, PlannedVisit, PlanRep, Problem

if TYPE_CHECKING:
    from workbench.visits.travel import Place

TOLERANCE_MINUTES = 0.01


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule. `from_input` is set when only visits are involved that stay where they were: then the input contradicts itself.

    Codes: working_day, away, hours, lunch, travel, opening, closed, most_visits, rep, duration, place, least_gap, greatest_gap, deadline,
    locked, extra.
    """

    code: str
    customer_id: int
    rep_id: int
    day: date
    sentence: str
    from_input: bool


def check(problem: Problem, visits: Iterable[PlannedVisit]) -> tuple[Violation, ...]:
    """All broken hard rules of a plan, the kept visits of the task included."""
    found = _Check(problem, tuple(visits))
    return tuple(
        sorted(
            [*found.single_visits(), *found.days(), *found.customers(), *found.kept_unchanged()],
            key=lambda broken: (broken.day, broken.rep_id, broken.customer_id, broken.code),
        )
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """A visit on a day. `held` by the task, as far as its hold says; `kept` where it was as well; `done` visits are over."""

    customer_id: int
    rep_id: int
    day: date
    start: int
    end: int
    held: bool
    kept: bool
    done: bool
    due: date | None = None


class _Check:
    def __init__(self, problem: Problem, visits: tuple[PlannedVisit, ...]) -> None:
        self.problem = problem
        self.visits = visits
        self.customer: dict[int, PlanCustomer] = {each.id: each for each in problem.customers}
        self.rep: dict[int, PlanRep] = {each.id: each for each in problem.reps}
        self.held: dict[int, KeptVisit] = {kept.id: kept for kept in problem.kept if not kept.done}
        done = [_Seen(v.customer_id, v.rep_id, v.day, v.start, v.end, True, True, True) for v in problem.kept if v.done]
        self.seen = [self._seen(visit) for visit in visits] + done

    def _seen(self, visit: PlannedVisit) -> _Seen:
        was = self.held.get(visit.visit_id) if visit.locked and visit.visit_id is not None else None
        there = was is not None and _where(was) == _where(visit)
        return _Seen(visit.customer_id, visit.rep_id, visit.day, visit.start, visit.end, was is not None, there, False, visit.due)

    def _name(self, customer_id: int) -> str:
        return self.customer[customer_id].name if customer_id in self.customer else str(customer_id)

    def _broken(self, code: str, visit: _Seen, sentence: str, from_input: bool | None = None) -> Violation:
        told = visit.kept if from_input is None else from_input
        return Violation(code, visit.customer_id, visit.rep_id, visit.day, sentence, told)

    def _hours(self, rep_id: int, day: date) -> tuple[int, int] | None:
        weekday = (day.toordinal() + 6) % 7
        closed = day in self.problem.closed or weekday not in self.problem.weekdays
        return None if closed or rep_id not in self.rep else self.rep[rep_id].hours[weekday]

    def single_visits(self) -> Iterator[Violation]:
        """Rules of one visit by itself."""
        lunch = self.problem.lunch
        for visit in self.seen:
            name, when = self._name(visit.customer_id), day_short(visit.day)
            customer = self.customer.get(visit.customer_id)
            hours = self._hours(visit.rep_id, visit.day)
            if visit.rep_id in self.rep and visit.day in self.rep[visit.rep_id].away:
                yield self._broken("away", visit, tr("{name}: its rep is away on {day}.", name=name, day=when))
            if hours is None:
                yield self._broken("working_day", visit, tr("{name}: {day} is not a working day of its rep.", name=name, day=when))
            elif visit.start < hours[0] or visit.end > hours[1]:
                yield self._broken("hours", visit, tr("{name}: {day} at {time} is outside the rep's hours.", **self._told(visit)))
            if lunch and visit.start < lunch[1] and lunch[0] < visit.end:
                yield self._broken("lunch", visit, tr("{name}: {day} at {time} takes the rep's lunch.", **self._told(visit)))
            if customer is None:
                continue
            opening = customer.opening[(visit.day.toordinal() + 6) % 7]
            if visit.day in customer.closed:
                yield self._broken("closed", visit, tr("{name} is closed on {day}.", name=name, day=when))
            elif not opening:
                yield self._broken("opening", visit, tr("{name} is closed on {day}.", name=name, day=when))
            elif not any(opens <= visit.start and visit.end <= closes for opens, closes in opening):
                yield self._broken(
                    "opening", visit, tr("{name} is not open all the time of the visit, {day} at {time}.", **self._told(visit))
                )
            if visit.held:
                continue
            yield from self._late(customer, visit)
            if customer.rep_id != visit.rep_id and not (customer.shared and visit.rep_id in self.rep):
                yield self._broken("rep", visit, tr("{name}: {day} is with another rep than its own.", name=name, day=when))
            if visit.end - visit.start != customer.duration:
                yield self._broken("duration", visit, tr("{name}: {day} is not as long as the rule says.", name=name, day=when))
            if customer.place is None:
                yield self._broken("place", visit, tr("{name} has no place, but a visit on {day}.", name=name, day=when))
            if not self.problem.first <= visit.day <= self.problem.last:
                yield self._broken("working_day", visit, tr("{name}: {day} is outside the plan.", name=name, day=when))

    def _late(self, customer: PlanCustomer, visit: _Seen) -> Iterator[Violation]:
        if customer.deadline and customer.due and visit.due == customer.due[0] and visit.day > customer.deadline:
            told = {"name": customer.name, "day": day_short(visit.day), "by": day_short(customer.deadline)}
            yield self._broken("deadline", visit, tr("{name}: {day} is later than {by}, by when the visit was asked for.", **told))

    def _told(self, visit: _Seen) -> dict[str, object]:
        return {"name": self._name(visit.customer_id), "day": day_short(visit.day), "time": clock_time(visit.start)}

    def days(self) -> Iterator[Violation]:
        """Rules of a rep's day: one visit at a time, time to drive, home within hours."""
        groups: dict[tuple[int, date], list[_Seen]] = {}
        for visit in self.seen:
            groups.setdefault((visit.rep_id, visit.day), []).append(visit)
        for (rep_id, day), stops in groups.items():
            stops.sort(key=lambda visit: (visit.start, visit.end, visit.customer_id))
            rep, hours = self.rep.get(rep_id), self._hours(rep_id, day)
            for before, after in _neighbours(stops):
                if self._time_between(before.end, after.start) + TOLERANCE_MINUTES < self._drive(before, after):
                    names = {"first": self._name(before.customer_id), "second": self._name(after.customer_id), "day": day_short(day)}
                    sentence = tr("No time to get from {first} to {second} on {day}.", **names)
                    yield self._broken("travel", after, sentence, before.kept and after.kept)
            if rep is None:
                continue
            if rep.most_visits and len(stops) > rep.most_visits:
                yield self._too_many(rep, stops)
            if hours is None:
                continue
            out, back = stops[0], max(stops, key=lambda visit: visit.end)
            there, home = self._place(out.customer_id), self._place(back.customer_id)
            if self._time_between(hours[0], out.start) + TOLERANCE_MINUTES < self._minutes(rep.start, there):
                yield self._broken("travel", out, tr("{name}: {day} at {time} is too early to get there.", **self._told(out)))
            if self._time_between(back.end, hours[1]) + TOLERANCE_MINUTES < self._minutes(home, rep.end or rep.start):
                yield self._broken("hours", back, tr("{name}: after {day} at {time} the rep is not back within hours.", **self._told(back)))

    def _too_many(self, rep: PlanRep, stops: list[_Seen]) -> Violation:
        sentence = ntr(
            "{rep} has more than {n} visit on {day}, the most a day.",
            "{rep} has more than {n} visits on {day}, the most a day.",
            rep.most_visits,
            rep=rep.name,
            day=day_short(stops[0].day),
        )
        last = next((visit for visit in reversed(stops) if not visit.kept), stops[-1])
        return self._broken("most_visits", last, sentence)

    def _place(self, customer_id: int) -> Place | None:
        return self.customer[customer_id].place if customer_id in self.customer else None

    def _time_between(self, start: int, end: int) -> int:
        lunch = self.problem.lunch
        rest = max(0, min(end, lunch[1]) - max(start, lunch[0])) if lunch else 0
        return end - start - rest

    def _drive(self, before: _Seen, after: _Seen) -> float:
        return self._minutes(self._place(before.customer_id), self._place(after.customer_id))

    def _minutes(self, start: Place | None, end: Place | None) -> float:
        if start is None or end is None:
            return 0.0
        rule = self.problem.travel
        km = rule.road_factor * _straight_km(start.lat, start.lng, end.lat, end.lng)
        slow = min(km, rule.near_km)
        return 60 * (slow / rule.near_kmh + (km - slow) / rule.far_kmh)

    def customers(self) -> Iterator[Violation]:
        """Rules over all visits of one customer: gaps, and no more visits than fall due."""
        groups: dict[int, list[_Seen]] = {}
        for visit in self.seen:
            groups.setdefault(visit.customer_id, []).append(visit)
        for customer_id, visits in groups.items():
            customer = self.customer.get(customer_id)
            if customer is None:
                continue
            visits.sort(key=lambda visit: (visit.day, visit.start))
            yield from self._gaps(customer, visits)
            new = sum(not visit.done and not visit.held for visit in visits)
            if new > max(0, len(customer.due) - _answered(customer, [visit for visit in visits if visit.held and not visit.done])):
                yield self._broken("extra", visits[-1], tr("{name} has more visits than its rule asks for.", name=customer.name), False)

    def _gaps(self, customer: PlanCustomer, visits: list[_Seen]) -> Iterator[Violation]:
        def far(first: date, second: date) -> int:
            return abs(second.toordinal() - first.toordinal())

        if customer.last_visit and customer.last_visit != visits[0].day and far(customer.last_visit, visits[0].day) < customer.least_gap:
            yield self._broken("least_gap", visits[0], self._too_soon(customer, far(customer.last_visit, visits[0].day), visits[0]))
        for before, after in pairwise(visits):
            days, kept = far(before.day, after.day), before.kept and after.kept
            if days < customer.least_gap:
                yield self._broken("least_gap", after, self._too_soon(customer, days, after), kept)
            if customer.greatest_gap and days > customer.greatest_gap and not (before.held or after.held):
                sentence = ntr(
                    "{name}: {n} day between two visits, until {day}, is more than its greatest gap.",
                    "{name}: {n} days between two visits, until {day}, are more than its greatest gap.",
                    days,
                    name=customer.name,
                    day=day_short(after.day),
                )
                yield self._broken("greatest_gap", after, sentence, False)
        last = visits[-1]
        if customer.next_visit and far(last.day, customer.next_visit) < customer.least_gap:
            yield self._broken("least_gap", last, self._too_soon(customer, far(last.day, customer.next_visit), last))

    def _too_soon(self, customer: PlanCustomer, days: int, visit: _Seen) -> str:
        return ntr(
            "{name}: {n} day between two visits, at {day}, is less than its least gap.",
            "{name}: {n} days between two visits, at {day}, are less than its least gap.",
            days,
            name=customer.name,
            day=day_short(visit.day),
        )

    def kept_unchanged(self) -> Iterator[Violation]:
        """Every kept visit is in the plan once, as much as it was as its hold says."""
        planned: dict[int | None, list[PlannedVisit]] = {}
        for visit in self.visits:
            if visit.locked:
                planned.setdefault(visit.visit_id, []).append(visit)
        for kept in self.held.values():
            found = planned.pop(kept.id, [])
            if len(found) != 1 or not _holds(kept, found[0]):
                sentence = tr(
                    "{name}: the locked visit of {day} was moved or dropped.", name=self._name(kept.customer_id), day=day_short(kept.day)
                )
                yield Violation("locked", kept.customer_id, kept.rep_id, kept.day, sentence, False)
        for visit in (visit for strangers in planned.values() for visit in strangers):
            sentence = tr("{name}: no visit was locked on {day}.", name=self._name(visit.customer_id), day=day_short(visit.day))
            yield Violation("locked", visit.customer_id, visit.rep_id, visit.day, sentence, False)


def _answered(customer: PlanCustomer, held: list[_Seen]) -> int:
    """How many due days held visits answer; those after the deadline not the first."""
    late = sum(customer.deadline is not None and visit.day > customer.deadline for visit in held)
    return min(len(customer.due), len(held) - late + min(late, max(0, len(customer.due) - 1)))


def _where(visit: KeptVisit | PlannedVisit) -> tuple[int, int, date, int, int]:
    return visit.customer_id, visit.rep_id, visit.day, visit.start, visit.end


def _holds(kept: KeptVisit, visit: PlannedVisit) -> bool:
    """Whether a visit is where its hold lets it be: at its time, on its day, or in its week; always with its rep, and as long as it was."""
    if (kept.customer_id, kept.rep_id, kept.end - kept.start) != (visit.customer_id, visit.rep_id, visit.end - visit.start):
        return False
    if kept.hold == "week":
        return kept.day.isocalendar()[:2] == visit.day.isocalendar()[:2]
    return kept.day == visit.day and (kept.hold == "day" or kept.start == visit.start)


def _neighbours(stops: list[_Seen]) -> Iterator[tuple[_Seen, _Seen]]:
    """Each visit with the one before it, and with the one that ends last before it where visits overlap."""
    longest = stops[0]
    for before, after in pairwise(stops):
        yield before, after
        longest = before if before.end >= longest.end else longest
        if longest is not before:
            yield longest, after


def _straight_km(lat_a: float, lng_a: float, lat_b: float, lng_b: float) -> float:
    """Distance over the ground by the angle between two directions from the middle of the earth."""
    ax, ay, az = _direction(lat_a, lng_a)
    bx, by, bz = _direction(lat_b, lng_b)
    cross = math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)
    return 6371.0088 * math.atan2(cross, ax * bx + ay * by + az * bz)


def _direction(lat: float, lng: float) -> tuple[float, float, float]:
    phi, lam = lat * math.pi / 180, lng * math.pi / 180
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)
