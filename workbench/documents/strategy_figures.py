"""The figures of the strategy on a page: whom we sell to, how they are reached, and who does it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, OrderLine, Visit, VisitRule
from models.base import MONEY_SCALE
from workbench import clock, formatting
from workbench.documents.rules import asked_cadence, cadence_words
from workbench.output.charts import Axis, Chart, Series
from workbench.strings import ntr, tr
from workbench.visits.cadence import add_months
from workbench.visits.calendar import monday_of
from workbench.visits.capacity import Capacity, customers_by_rep_and_tier
from workbench.visits.channel import OF_RULE, VISIT, channel_sql, resolved

MOST_GROUPS = 5
MOST_LARGE = 6
MOST_REPS = 8
WEEKS = 6
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """Customers of one industry (of one city where no industry is known). `share` is its part of the revenue, 0 to 1."""

    name: str
    customers: int
    best: int
    share: float
    is_rest: bool


@dataclass(frozen=True, slots=True)
class Large:
    """One of the largest customers: its part of the revenue, 0 to 1, and its next planned visit."""

    tier: str
    name: str
    share: float
    next_visit: date | None


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier and its rule. `share` is its part of the revenue; `in_person` says that anybody of it is visited, `called` how many are served
    from the desk, `visits` a month in person."""

    letter: str
    customers: int
    share: float
    cadence: str
    in_person: bool
    called: int
    visits: float
    topics: str

    @property
    def channel(self) -> str:
        """In person, from the desk, or how many are of each."""
        if self.in_person and self.called:
            return tr("in person, {n} from the desk", n=formatting.number(self.called))
        return tr("in person") if self.in_person else tr("from the desk")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A rep: customers visited in person, visits planned in the next four weeks, and needed as a share of his hours (None: not known)."""

    name: str
    customers: int
    planned: int
    load: float | None


def _tier_column():  # type: ignore[no-untyped-def]
    return func.coalesce(CustomerTier.tier, "N")


def tiers(session: Session) -> tuple[Tier, ...]:
    """The tiers that have a rule, best first."""
    counts = _by_tier(session)
    total = sum(max(one.revenue, 0) for one in counts.values())
    found = []
    rules = {rule.tier: rule for rule in session.scalars(select(VisitRule))}
    for tier in (t for t in "ABCN" if t in rules and (counts.get(t) or not counts)):
        rule, own = rules[tier], counts.get(tier, _Count())
        cadence = asked_cadence(rule)
        visited = own.customers - own.called
        found.append(
            Tier(
                tier,
                own.customers,
                max(own.revenue, 0) / total if total else 0.0,
                cadence_words(rule),
                visited > 0 if own.customers else rule.channel == VISIT,
                own.called,
                visited * cadence.visits_a_month if cadence else 0.0,
                rule.topics.strip(),
            )
        )
    return tuple(found)


@dataclass(slots=True)
class _Count:
    customers: int = 0
    called: int = 0
    revenue: int = 0


def _by_tier(session: Session) -> dict[str, _Count]:
    channel, values = channel_sql(session, OF_RULE)
    rows = session.connection().exec_driver_sql(
        f"SELECT tier, count(*), sum(channel <> '{VISIT}'), coalesce(sum(revenue), 0) FROM (SELECT coalesce(t.tier, 'N') AS tier, t.revenue, "
        f"{channel} AS channel FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN visit_rule r ON "
        "r.tier = coalesce(t.tier, 'N') WHERE c.archived = 0) GROUP BY tier",
        values,
    )
    return {tier: _Count(customers, called, revenue) for tier, customers, called, revenue in rows}


def groups(session: Session) -> tuple[Group, ...]:
    """The industries with most revenue, the rest as one; cities where nobody has an industry, nothing where no city is known either."""
    for column in (Customer.industry, Customer.city, Customer.prefecture):
        rows = session.execute(
            select(
                column,
                func.count(),
                func.sum(case((_tier_column().in_(("A", "B")), 1), else_=0)),
                func.coalesce(func.sum(CustomerTier.revenue), 0),
            )
            .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
            .where(Customer.archived.is_(False))
            .group_by(column)
            .order_by(func.coalesce(func.sum(CustomerTier.revenue), 0).desc(), func.count().desc(), column)
        ).all()
        named = [row for row in rows if row[0].strip()]
        if not named:
            continue
        total = sum(max(row[3], 0) for row in rows)
        shown = named[:MOST_GROUPS] if len(named) > MOST_GROUPS + 1 else named
        found = [
            Group(name, count, int(best or 0), max(revenue, 0) / total if total else 0.0, False) for name, count, best, revenue in shown
        ]
        rest = [row for row in rows if row not in shown]
        if rest:
            best = sum(int(row[2] or 0) for row in rest)
            share = sum(max(row[3], 0) for row in rest) / total if total else 0.0
            found.append(Group(tr("Others"), sum(row[1] for row in rest), best, share, True))
        return tuple(found)
    return ()


def largest(session: Session, day: date) -> tuple[Large, ...]:
    """The customers with most revenue, best first."""
    total = session.scalar(select(func.sum(CustomerTier.revenue)).where(CustomerTier.revenue > 0)) or 0
    following = (
        select(Visit.customer_id, func.min(Visit.day).label("day"))
        .where(Visit.status == "planned", Visit.day >= day)
        .group_by(Visit.customer_id)
        .subquery()
    )
    rows = session.execute(
        select(CustomerTier.tier, Customer.name, CustomerTier.revenue, following.c.day)
        .join(Customer, Customer.id == CustomerTier.customer_id)
        .outerjoin(following, following.c.customer_id == Customer.id)
        .where(Customer.archived.is_(False), CustomerTier.revenue > 0)
        .order_by(CustomerTier.revenue.desc(), Customer.id)
        .limit(MOST_LARGE)
    )
    return tuple(Large(tier, name, revenue / total if total else 0.0, _as_day(next_day)) for tier, name, revenue, next_day in rows)


def carriers(session: Session, team: Capacity, day: date) -> tuple[Carrier, ...]:
    """The active reps in their order."""
    customers: dict[int | None, int] = {}
    rules = {rule.tier: rule for rule in session.scalars(select(VisitRule)) if asked_cadence(rule)}
    for (rep_id, tier, channel), count in customers_by_rep_and_tier(session).items():
        if tier in rules and resolved(channel, rules[tier].channel) == VISIT:
            customers[rep_id] = customers.get(rep_id, 0) + count
    month = Visit.day.between(day, day + timedelta(days=27))
    planned = _counts(session.execute(select(Visit.rep_id, func.count()).where(Visit.status == "planned", month).group_by(Visit.rep_id)))
    return tuple(
        Carrier(rep.name, customers.get(rep.rep_id, 0), planned.get(rep.rep_id, 0), rep.load if rep.needed_hours else None)
        for rep in team.reps[:MOST_REPS]
    )


def _counts(rows: Iterable[Any]) -> dict[int, int]:
    return {key: int(count) for key, count in rows if key is not None}


def revenue_by_month(session: Session, currency: str) -> Chart | None:
    """Revenue of the last twelve full months beside the twelve before; None without orders in them."""
    last = clock.today().replace(day=1) - timedelta(days=1)
    start = add_months(last.replace(day=1), 1 - MONTHS)
    month = func.substr(OrderLine.day, 1, 7)
    span = OrderLine.day.between(add_months(start, -MONTHS), last)
    sums = {key: int(total) for key, total in session.execute(select(month, func.sum(OrderLine.amount)).where(span).group_by(month))}
    firsts = [add_months(start, n) for n in range(MONTHS)]
    now = [sums.get(f"{first:%Y-%m}", 0) for first in firsts]
    before = [sums.get(f"{add_months(first, -MONTHS):%Y-%m}") for first in firsts]
    if not any(value > 0 for value in now):
        return None
    peak = max(range(MONTHS), key=lambda i: now[i])
    compared = [value or 0 for value in before]
    series = [
        Series(
            tr("revenue"),
            "done",
            tuple(max(value, 0) / MONEY_SCALE for value in now),
            tuple(formatting.money_short(value, currency) if i == peak else "" for i, value in enumerate(now)),
        )
    ]
    if sum(compared) > 0:
        series.append(Series(tr("the year before"), "before", tuple(max(value, 0) / MONEY_SCALE for value in compared)))
    return Chart(
        "columns",
        _revenue_message(sum(now), sum(compared), currency),
        Axis(tuple(formatting.month_short(f) for f in firsts)),
        tuple(series),
    )


def _revenue_message(now: int, before: int, currency: str) -> str:
    money = formatting.money_short(now, currency)
    if before <= 0:
        return tr("{money} in twelve months", money=money)
    change = now / before - 1
    if abs(change) < 0.005:
        return tr("{money} in twelve months, as in those before", money=money)
    share = formatting.percent(abs(change))
    if change > 0:
        return tr("{money}, {share} above the year before", money=money, share=share)
    return tr("{money}, {share} below the year before", money=money, share=share)


def weeks_ahead(session: Session, day: date) -> Chart | None:
    """Visits planned and done in this week and the next; None where nothing is planned."""
    monday = monday_of(day)
    rows = session.execute(
        select(Visit.day, Visit.status, func.count())
        .where(Visit.day.between(monday, monday + timedelta(days=7 * WEEKS - 1)), Visit.status.in_(("planned", "done")))
        .group_by(Visit.day, Visit.status)
    )
    all_of, done = [0] * WEEKS, [0] * WEEKS
    for when, status, count in rows:
        week = (when - monday).days // 7
        all_of[week] += count
        done[week] += count if status == "done" else 0
    if not any(all_of):
        return None
    names = tuple(formatting.day_short(monday + timedelta(days=7 * n)) for n in range(WEEKS))
    texts = tuple(formatting.number(count) if count else "" for count in all_of)
    message = tr("{count} visits planned in {weeks} weeks", count=sum(all_of), weeks=WEEKS)
    planned = Series(tr("planned"), "to_come", tuple(float(count) for count in all_of), texts)
    return Chart("columns", message, Axis(names, 0), (planned, Series(tr("done"), "done", tuple(float(count) or None for count in done))))


def load_sentence(session: Session, team: Capacity) -> str:
    """How many visits the rules ask for in a month, and how much of the reps' hours they take; empty where they ask for none."""
    visits = sum(tier.visits for tier in tiers(session))
    if visits < 0.5:
        return ""
    asked = formatting.number(visits)
    if team.load is None:
        return tr("{visits} visits a month in person.", visits=asked)
    return ntr(
        "{visits} visits a month in person, {share} of one rep’s field hours.",
        "{visits} visits a month in person, {share} of {n} reps’ field hours.",
        len(team.reps),
        visits=asked,
        share=formatting.percent(team.load),
    )


def _as_day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
