"""The planned visits as calendars, one a rep: an import of the next one changes what was moved and takes away what was cancelled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, Rep, Visit, VisitRule
from workbench.documents.morning import address_of
from workbench.output.files import file_name
from workbench.output.ics import Event, calendar
from workbench.strings import tr, using_language
from workbench.visits.calendar import monday_of
from workbench.visits.channel import DESK, by_segment, resolved
from workbench.workspace.revisions import Revisions, revisions
from workbench.workspace.workspace import company_of

NEVER = "2026-01-01T00:00:00Z"
"""When a visit was changed last of which the journal knows nothing."""
STANDS = ("planned", "done")
GONE = ("missed", "cancelled")
MOST_MOVED, AT_ONCE = 20_000, 10_000
"""How many visits that were moved out of the days asked for are looked after, and how many customers are read at once."""


@dataclass(frozen=True, slots=True)
class RepCalendar:
    """The calendar of one rep; `name` is the rep's, told apart where several would share the name of a file."""

    name: str
    content: bytes
    events: int


@dataclass(frozen=True, slots=True)
class Calendars:
    """One a rep, and one with the visits of all of them."""

    reps: tuple[RepCalendar, ...]
    whole: bytes


@dataclass(frozen=True, slots=True)
class _Known:
    """What events are made of."""

    customers: dict[int, Customer]
    topics: dict[int, str]
    by_phone: frozenset[int]
    revisions: Revisions
    workspace: str


def visit_calendars(session: Session, day: date, weeks: int = 0, rep_ids: Sequence[int] | None = None, language: str = "") -> Calendars:
    """The visits of the given reps, or of all active ones, from `day` on: of `weeks` weeks, or all there are (0).

    Visits of these days that were moved elsewhere come along; those taken out, missed, or handed to another rep come as cancelled.
    """
    company = company_of(session)
    last = monday_of(day) + timedelta(days=7 * weeks - 1) if weeks > 0 else date.max
    query = select(Rep).order_by(Rep.position, Rep.id)
    reps = session.scalars(query.where(Rep.active) if rep_ids is None else query.where(Rep.id.in_(rep_ids))).all()
    changes = revisions(session.connection(), "visit")
    wanted = {rep.id for rep in reps}
    mine: dict[int, list[Event]] = {rep.id: [] for rep in reps}
    whole: list[Event] = []
    moved = [row for row, values in changes.before.items() if any(_inside(one.get("day"), day, last) for one in values)]
    query_visits = select(Visit).where(Visit.status.in_((*STANDS, *GONE))).order_by(Visit.day, Visit.start, Visit.id)
    visits = session.scalars(query_visits.where(or_(Visit.day.between(day, last), Visit.id.in_(moved[-MOST_MOVED:])))).all()
    gone = {
        row: values
        for row, values in changes.gone.items()
        if values["rep_id"] in wanted and values["status"] == "planned" and _inside(values["day"], day, last)
    }
    customers = {visit.customer_id for visit in visits} | {values["customer_id"] for values in gone.values()}
    known = _known(session, company.workspace_id, changes, customers)
    with using_language(language or company.language):
        for visit in visits:
            if visit.rep_id in wanted:
                event = _event(visit.id, _values(visit), known, cancelled=visit.status in GONE)
                mine[visit.rep_id].append(event)
                whole.append(event)
            for rep_id in _earlier_reps(known, visit) & wanted:
                mine[rep_id].append(_event(visit.id, _values(visit), known, cancelled=True))
        for row, values in gone.items():
            event = _event(row, {**values, "day": date.fromisoformat(values["day"])}, known, cancelled=True)
            mine[values["rep_id"]].append(event)
            whole.append(event)
        names = _told_apart(reps)
        return Calendars(
            tuple(RepCalendar(names[rep.id], calendar(tr("Visits, {rep}", rep=rep.name), mine[rep.id]), len(mine[rep.id])) for rep in reps),
            calendar(tr("Visits, {rep}", rep=reps[0].name if len(reps) == 1 else company.name), whole),
        )


def _known(session: Session, workspace: str, changes: Revisions, wanted: Iterable[int]) -> _Known:
    rules, channels = {rule.tier: rule for rule in session.scalars(select(VisitRule))}, by_segment(session)
    customers, topics, by_phone = {}, {}, set()
    query = select(Customer, CustomerTier.tier).outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
    keys = sorted(wanted)
    for begin in range(0, len(keys), AT_ONCE):
        for customer, letter in session.execute(query.where(Customer.id.in_(keys[begin : begin + AT_ONCE]))):
            customers[customer.id] = customer
            rule = rules.get(letter or "N")
            topics[customer.id] = customer.topics or (rule.topics if rule else "")
            if rule is not None and resolved(channels.get(customer.id, ""), rule.channel) == DESK:
                by_phone.add(customer.id)
    return _Known(customers, topics, frozenset(by_phone), changes, workspace)


def _values(visit: Visit) -> dict[str, Any]:
    return {name: getattr(visit, name) for name in ("customer_id", "day", "start", "end", "topics", "travel_minutes")}


def _event(row: int, values: dict[str, Any], known: _Known, cancelled: bool) -> Event:
    customer = known.customers.get(values["customer_id"])
    name = customer.name if customer else tr("a customer who is gone")
    if values["customer_id"] in known.by_phone and not values["travel_minutes"]:
        name = tr("{name}, by phone", name=name)
    reach = tr(", ").join(part for part in (customer.contact, customer.phone) if part.strip()) if customer else ""
    topics = values["topics"] or known.topics.get(values["customer_id"], "")
    revision = known.revisions.of(row)
    return Event(
        uid=f"visit-{row}-{known.workspace}@asaichi",
        sequence=revision.number,
        modified=revision.at or NEVER,
        day=values["day"],
        start=values["start"],
        end=values["end"],
        summary=name,
        location=address_of(customer) if customer else "",
        description="\n".join(part for part in (topics, reach) if part),
        geo=(customer.lat, customer.lng) if customer and customer.lat is not None and customer.lng is not None else None,
        cancelled=cancelled,
    )


def _earlier_reps(known: _Known, visit: Visit) -> set[int]:
    """The reps in whose calendars the visit stood before it was handed on."""
    return {one["rep_id"] for one in known.revisions.before.get(visit.id, ()) if "rep_id" in one} - {visit.rep_id}


def _inside(day: object, first: date, last: date) -> bool:
    return isinstance(day, str) and first.isoformat() <= day <= last.isoformat()


def _told_apart(reps: Iterable[Rep]) -> dict[int, str]:
    names: dict[int, str] = {}
    used: set[str] = set()
    for rep in reps:
        as_file = file_name(rep.name).casefold()
        names[rep.id] = f"{rep.name} {rep.id}" if as_file in used else rep.name
        used.add(file_name(names[rep.id]).casefold())
    return names
