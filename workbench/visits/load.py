"""From the workspace to a planning task."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Customer, CustomerHours, CustomerTier, ExtraVisit, Visit
from workbench import clock
from workbench.visits.cadence import Cadence, due_days
from workbench.visits.channel import VISIT, by_segment, resolved
from workbench.visits.closed_days import closed_days
from workbench.visits.own_rules import NO_RULE, for_customer, own_rules, weekdays_of
from workbench.visits.problem import ALL_DAY, KeptVisit, PlanCustomer, Problem, Windows
from workbench.visits.rules import Rule
from workbench.visits.rules import rules as visit_rules
from workbench.visits.team import load_team
from workbench.visits.travel import Place

TIERS = "ABCN"
ALWAYS_OPEN: tuple[Windows, ...] = ((ALL_DAY,),) * 7
CLOSED: Windows = ()
NO_CADENCE = Cadence(1, "quarter", 400)
NEVER: frozenset[date] = frozenset()
ANY_WEEKDAY: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Seen:
    """Visits of one customer around the window."""

    last: date | None = None
    next: date | None = None
    ever: bool = False
    kept: list[KeptVisit] = field(default_factory=list)


def load_problem(session: Session, first: date, last: date, *, keep_all: bool = False, only: Collection[int] | None = None) -> Problem:
    """The planning task for a window: locked visits stay. `only` limits it to these customers.

    Gaps count from the last visit done, or from one planned between today and the window, which will have been by then. `keep_all` gives
    the plan as it stands: all planned visits stay, and those that are over without a log count as made.
    """
    today = clock.today()
    monday, sunday = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    team = load_team(session, monday, sunday)
    seen = _visits_around(session, first, last, today, keep_all)
    rules = {rule.tier: rule for rule in visit_rules(session)}
    own, opening, closed, asked = own_rules(session), _opening(session), closed_days(session, first, last), _asked(session)
    of_tier = {tier: (rule, _cadence(rule)) for tier, rule in rules.items()}
    nothing = (NO_RULE, NO_CADENCE)
    channels = by_segment(session)
    customers = []
    columns = (
        Customer.id,
        Customer.name,
        Customer.lat,
        Customer.lng,
        Customer.rep_id,
        Customer.shared,
        Customer.archived,
        CustomerTier.tier,
    )
    query = select(*columns).outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id).order_by(Customer.id)
    if only is not None:
        query = query.where(Customer.id.in_(only))
    for key, name, lat, lng, rep_id, shared, archived, letter in session.execute(query):
        tier = letter or "N"
        rule, cadence = of_tier.get(tier, nothing)
        visits, own_rule = seen.get(key), own.get(key)
        if own_rule:
            rule = for_customer(rules.get(tier), own_rule)
            cadence = _cadence(rule)
        due: tuple[date, ...] = ()
        if resolved(channels.get(key, ""), rule.channel) == VISIT and not archived and cadence is not NO_CADENCE:
            due = due_days(cadence, visits.last if visits else None, first, last, key)
        deadline = None
        if key in asked and not archived:
            due, deadline = _with_asked(asked[key], due, visits.last if visits else None, first)
        if not due and only is None and not (visits and visits.kept):
            continue
        customers.append(
            PlanCustomer(
                id=key,
                name=name,
                tier=tier,
                tier_rank=TIERS.find(tier) if tier in TIERS else len(TIERS),
                place=Place(lat, lng) if lat is not None and lng is not None else None,
                rep_id=rep_id,
                cadence=cadence,
                duration=rule.duration,
                least_gap=rule.least_gap,
                greatest_gap=rule.greatest_gap,
                opening=_on_weekdays(opening.get(key, ALWAYS_OPEN), own_rule.weekdays) if own_rule else opening.get(key, ALWAYS_OPEN),
                last_visit=visits.last if visits else None,
                next_visit=visits.next if visits else None,
                due=due,
                seen_before=bool(visits and visits.ever),
                closed=closed.get(key, NEVER),
                shared=shared,
                preferred=weekdays_of(own_rule.preferred) if own_rule else ANY_WEEKDAY,
                deadline=deadline,
            )
        )
    listed = {customer.id for customer in customers}
    kept = tuple(visit for key, around in sorted(seen.items()) for visit in around.kept if key in listed)
    worked = team.calendar.weekdays | {weekday for rep in team.active for weekday in range(7) if rep.plan.hours[weekday]}
    return Problem(
        first,
        last,
        worked,
        dict(team.calendar.closed),
        team.lunch,
        tuple(rep.plan for rep in team.active),
        tuple(customers),
        kept,
        team.travel,
        _used_around(session, (monday, first), (last + timedelta(days=1), sunday + timedelta(days=1))),
    )


def _visits_around(session: Session, first: date, last: date, today: date, keep_all: bool) -> dict[int, _Seen]:
    seen: dict[int, _Seen] = defaultdict(_Seen)
    since = min(first, today)
    made = ("done", "planned") if keep_all else ("done",)
    before = select(Visit.customer_id, func.max(Visit.day)).where(Visit.status.in_(made), Visit.day < since).group_by(Visit.customer_id)
    for customer_id, day in session.execute(before):
        seen[customer_id].last, seen[customer_id].ever = day, True
    columns = (Visit.id, Visit.customer_id, Visit.rep_id, Visit.day, Visit.start, Visit.end, Visit.status, Visit.locked, Visit.hold)
    rows = select(*columns).where(Visit.status.in_(("done", "planned")), Visit.day >= since).order_by(Visit.day, Visit.start, Visit.id)
    for key, customer_id, rep_id, day, start, end, status, locked, hold in session.execute(rows):
        around = seen[customer_id]
        done = status == "done"
        if done:
            around.ever = True
        if day < first:
            if done or keep_all or day >= today:
                around.last = day
        elif day <= last:
            if done:
                around.last = day
            if done or locked or keep_all:
                around.kept.append(KeptVisit(key, customer_id, rep_id, day, start, end, done, "time" if keep_all else hold))
        elif around.next is None:
            around.next = day
    return seen


def _cadence(rule: Rule) -> Cadence:
    return NO_CADENCE if rule.cadence.never else rule.cadence


def _used_around(session: Session, *spans: tuple[date, date]) -> dict[tuple[int, date], int]:
    """Minutes of visits and driving by rep and Monday in the spans, which end before their last day: the window's weeks outside of it."""
    used: dict[tuple[int, date], int] = defaultdict(int)
    for first, after in spans:
        columns = (Visit.rep_id, Visit.day, Visit.start, Visit.end, Visit.travel_minutes)
        query = select(*columns).where(Visit.status.in_(("done", "planned")), Visit.day >= first, Visit.day < after)
        for rep_id, day, start, end, driving in session.execute(query):
            used[rep_id, day - timedelta(days=day.weekday())] += end - start + driving
    return dict(used)


def _opening(session: Session) -> dict[int, tuple[Windows, ...]]:
    rows: dict[int, dict[int, Windows]] = defaultdict(dict)
    columns = (CustomerHours.customer_id, CustomerHours.weekday, CustomerHours.start, CustomerHours.end)
    for key, weekday, start, end in session.execute(select(*columns).order_by(CustomerHours.start)):
        windows = rows[key].get(weekday, CLOSED)
        rows[key][weekday] = (*windows, (start, end)) if start < end else windows
    return {key: tuple(days.get(weekday, (ALL_DAY,)) for weekday in range(7)) for key, days in rows.items()}


def _on_weekdays(opening: tuple[Windows, ...], bits: int) -> tuple[Windows, ...]:
    return tuple(windows if bits >> weekday & 1 else CLOSED for weekday, windows in enumerate(opening))


def _asked(session: Session) -> dict[int, list[tuple[date, date]]]:
    """The visits asked for by customer: since when, and by when."""
    asked: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for key, since, by in session.execute(select(ExtraVisit.customer_id, ExtraVisit.asked_on, ExtraVisit.by)):
        asked[key].append((since, by))
    return asked


def _with_asked(
    asked: list[tuple[date, date]], due: tuple[date, ...], seen: date | None, first: date
) -> tuple[tuple[date, ...], date | None]:
    """The due days with a visit asked for and not made since, and its deadline. One that is late already is due on the first day."""
    by = min((by for since, by in asked if seen is None or seen < since), default=None)
    if by is None:
        return due, None
    if not due or due[0] > max(by, first):
        due = (first, *due)
    return due, by if by >= first else None
