"""What the owner does to visits by hand: move, lock, take out, add, and mark as done or missed. Nothing is refused that can be wished for;
broken rules are told. All functions take a session inside an edit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer, Rep, Visit
from workbench import clock
from workbench.errors import BadInput
from workbench.strings import marked, tr
from workbench.visits.own_rules import rule_of
from workbench.visits.slots import broken_rules, free_start
from workbench.visits.team import load_team, travel_rule
from workbench.visits.travel import NO_DRIVE, Place, TravelRule

NOTE_LETTERS = 4000
DEFAULT_MINUTES = 45
TOLD_KM = 0.1
HOLDS = {"time": marked("its time"), "day": marked("its day"), "week": marked("its week")}
"""How much of a locked visit stays, and what it is called."""


class VisitError(BadInput):
    """A change to a visit that makes no sense."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a visit is now, and the rules it breaks there, one sentence each."""

    visit_id: int
    rep_id: int
    day: date
    start: int
    end: int
    broken: tuple[str, ...]


def move_visit(session: Session, visit_id: int, day: date | None = None, start: int | None = None, rep_id: int | None = None) -> Placed:
    """Move a planned visit to another day, time or rep, and lock it there, so that the next plan keeps it.

    Without `start` it goes where it fits best on its new day, else it keeps its time. Raises VisitError for a visit done or missed,
    and for a day that is over.
    """
    visit = _planned(session, visit_id)
    minutes, before = visit.end - visit.start, (visit.rep_id, visit.day)
    to_day, to_rep = day or visit.day, rep_id if rep_id is not None else visit.rep_id
    _check_day(to_day)
    _check_rep(session, to_rep)
    if start is None and (to_rep, to_day) != before:
        start = free_start(session, to_rep, to_day, visit.customer_id, minutes, without=visit.id)
    begin = visit.start if start is None else start
    _check_time(begin, minutes)
    if (to_rep, to_day, begin) != (*before, visit.start):
        visit.rep_id, visit.day, visit.start, visit.end = to_rep, to_day, begin, begin + minutes
        _lock(visit, visit.hold if visit.locked else "time")
    session.flush()
    refresh_travel(session, *before)
    refresh_travel(session, to_rep, to_day)
    return _placed(session, visit)


def fix_time(session: Session, visit_id: int, start: int, minutes: int | None = None) -> Placed:
    """Give a planned visit a fixed time (and length, in minutes) on its day: it is locked there."""
    visit = _planned(session, visit_id)
    length = visit.end - visit.start if minutes is None else minutes
    _check_time(start, length)
    visit.start, visit.end = start, start + length
    _lock(visit, "time")
    session.flush()
    refresh_travel(session, visit.rep_id, visit.day)
    return _placed(session, visit)


def set_lock(session: Session, visit_id: int, locked: bool) -> None:
    """Lock a planned visit, so that every new plan keeps its day and time, or give it free."""
    visit = _planned(session, visit_id)
    if locked:
        _lock(visit, "time")
    else:
        visit.locked = False
    session.flush()


def set_hold(session: Session, visit_id: int, hold: str) -> None:
    """Lock a planned visit and say how much of it every new plan keeps: its time, its day, or its week."""
    if hold not in HOLDS:
        raise VisitError(what=tr("{value} cannot be chosen.", value=hold), where="", remedy=tr("Choose one of the list."))
    _lock(_planned(session, visit_id), hold)
    session.flush()


def _lock(visit: Visit, hold: str) -> None:
    visit.locked, visit.hold = True, hold


def take_out(session: Session, visit_id: int) -> None:
    """Take a planned visit out of the plan. Its customer stays due."""
    visit = _planned(session, visit_id)
    rep_id, day = visit.rep_id, visit.day
    session.delete(visit)
    session.flush()
    refresh_travel(session, rep_id, day)


def add_visit(session: Session, customer_id: int, day: date, start: int | None = None, rep_id: int | None = None) -> Placed:
    """Put a visit into the plan by hand, locked. Without `start` it goes where it fits best, else to the end of that day's visits.

    The rep is the customer's own where none is given. Raises VisitError where there is none, and for a day that is over.
    """
    customer = session.get(Customer, customer_id)
    if customer is None or customer.archived:
        raise VisitError(what=tr("This customer is not there any more."), where="", remedy=tr("Choose another one."))
    rep = customer.rep_id if rep_id is None else rep_id
    if rep is None:
        raise VisitError(what=tr("{name} has no rep.", name=customer.name), where="", remedy=tr("Choose who goes there."))
    _check_day(day)
    _check_rep(session, rep)
    minutes = usual_minutes(session, customer_id)
    if start is None:
        start = free_start(session, rep, day, customer_id, minutes)
    if start is None:
        start = end_of_day(session, rep, day, minutes)
    _check_time(start, minutes)
    visit = Visit(customer_id=customer_id, rep_id=rep, day=day, start=start, end=start + minutes, locked=True, why="hand")
    session.add(visit)
    session.flush()
    refresh_travel(session, rep, day)
    return _placed(session, visit)


def mark_done(session: Session, visit_id: int, note: str | None = None) -> None:
    """Say that a visit took place, with a note on what came of it. Raises VisitError for a visit of a later day."""
    _mark(session, visit_id, "done", note)


def mark_missed(session: Session, visit_id: int, note: str | None = None) -> None:
    """Say that a visit did not take place; its customer stays due. Raises VisitError for a visit of a later day."""
    _mark(session, visit_id, "missed", note)


def unmark(session: Session, visit_id: int) -> None:
    """Take a mark back: the visit is planned again."""
    visit = _visit(session, visit_id)
    visit.status = "planned"
    session.flush()
    refresh_travel(session, visit.rep_id, visit.day)


def set_topics(session: Session, visit_id: int, topics: str) -> None:
    """What to discuss on this visit; empty means the customer's topics, else those of its rule."""
    _visit(session, visit_id).topics = topics.strip()
    session.flush()


def _mark(session: Session, visit_id: int, status: str, note: str | None) -> None:
    visit = _visit(session, visit_id)
    if visit.day > clock.today():
        raise VisitError(what=tr("This visit lies ahead."), where="", remedy=tr("Mark it on its day or later."))
    if note is not None and len(note) > NOTE_LETTERS:
        raise VisitError(what=tr("A note holds at most {most} letters.", most=NOTE_LETTERS), where="", remedy=tr("Shorten it."))
    visit.status = status
    if note is not None:
        visit.note = note.strip()
    session.flush()
    refresh_travel(session, visit.rep_id, visit.day)


def _visit(session: Session, visit_id: int) -> Visit:
    visit = session.get(Visit, visit_id)
    if visit is None:
        raise VisitError(what=tr("This visit is not there any more."), where="", remedy=tr("Choose another one."))
    return visit


def _planned(session: Session, visit_id: int) -> Visit:
    visit = _visit(session, visit_id)
    if visit.status != "planned":
        raise VisitError(what=tr("This visit is done or missed and stays where it was."), where="", remedy=tr("Take the mark back first."))
    return visit


def _check_day(day: date) -> None:
    if day < clock.today():
        raise VisitError(what=tr("This day is over."), where="", remedy=tr("Choose today or a later day."))


def _check_rep(session: Session, rep_id: int) -> None:
    rep = session.get(Rep, rep_id)
    if rep is None or not rep.active:
        raise VisitError(what=tr("This rep makes no visits."), where="", remedy=tr("Choose another rep."))


def _check_time(start: int, minutes: int) -> None:
    if not (start >= 0 and minutes >= 0 and start + minutes <= 24 * 60):
        raise VisitError(what=tr("A visit begins and ends on the same day."), where="", remedy=tr("Choose an earlier time."))


def usual_minutes(session: Session, customer_id: int) -> int:
    """How long a visit to a customer takes by the rule as it holds for it."""
    return rule_of(session, customer_id).duration or DEFAULT_MINUTES


def end_of_day(session: Session, rep_id: int, day: date, minutes: int) -> int:
    """When the last visit of a rep's day ends, in minutes after midnight: the beginning of its hours on a day without any."""
    team = load_team(session, day, day)
    rep = team.rep(rep_id)
    hours = rep.plan.hours[day.weekday()] if rep else None
    query = (
        select(Visit.end).where(Visit.rep_id == rep_id, Visit.day == day, Visit.status.in_(("planned", "done"))).order_by(Visit.end.desc())
    )
    last = session.scalars(query).first()
    start = last if last is not None else hours[0] if hours else 9 * 60
    return min(start, 24 * 60 - minutes)


def _placed(session: Session, visit: Visit) -> Placed:
    return Placed(visit.id, visit.rep_id, visit.day, visit.start, visit.end, broken_rules(session, visit.id))


def refresh_travel(session: Session, rep_id: int, day: date) -> None:
    """Tell the planned visits of a rep's day anew how far they are from the stop before."""
    refresh_days(session, {(rep_id, day)})


def refresh_days(session: Session, days: Collection[tuple[int, date]]) -> None:
    """The same for several days of reps (rep, day)."""
    if not days:
        return
    team = load_team(session, min(day for _, day in days), max(day for _, day in days))
    rule = travel_rule(session)
    for rep_id, day in sorted(days):
        rep = team.rep(rep_id)
        _refresh_day(session, rep.plan.start if rep else None, rep_id, day, rule)
    session.flush()


def _refresh_day(session: Session, start: Place | None, rep_id: int, day: date, rule: TravelRule) -> None:
    here = start
    query = (
        select(Visit, Customer.lat, Customer.lng)
        .join(Customer, Customer.id == Visit.customer_id)
        .where(Visit.rep_id == rep_id, Visit.day == day, Visit.status.in_(("planned", "done")))
        .order_by(Visit.start, Visit.end, Visit.customer_id)
    )
    for visit, lat, lng in session.execute(query):
        place = Place(lat, lng) if lat is not None and lng is not None else None
        leg = rule.leg(here, place) if place else NO_DRIVE
        here = place or here
        differs = visit.travel_minutes != leg.minutes or abs(visit.travel_km - leg.km) > TOLD_KM
        if visit.status == "planned" and differs:
            visit.travel_minutes, visit.travel_km = leg.minutes, leg.km
