"""Can the reps do what the rules ask for? Hours needed a month against hours there are, by tier, by rep and for the team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import VisitRule
from workbench import clock
from workbench.visits.cadence import Cadence
from workbench.visits.channel import DESK, channel_sql
from workbench.visits.team import Team, TeamRep, load_team
from workbench.visits.travel import NO_DRIVE, Place

DEFAULT_TRAVEL_MINUTES = 35
FEWEST_DRIVES = 20
DRIVES_FROM_DAYS = 180
TIERS = "ABCN"

DRIVEN_DAYS = """SELECT v.rep_id, sum(v.travel_minutes), count(*), c.lat, c.lng, max(v."end") FROM visit v JOIN customer c ON c.id = v.customer_id
WHERE v.travel_minutes > 0 AND v.day >= ? AND v.status IN ('planned', 'done') GROUP BY v.rep_id, v.day"""
"""One row a rep and day with the place of the last stop: SQLite takes bare columns from the row of the only max()."""

Counts = Mapping[tuple[int | None, str, str], int]
"""Number of customers by rep (None: no rep), tier, and the channel that their segment sets ("" where they follow their tier)."""


@dataclass(frozen=True, slots=True)
class RuleNeed:
    """What the rule of a tier asks of one customer: visits a month, minutes each without driving; `desk` needs no driving."""

    tier: str
    visits_a_month: float
    minutes: int
    desk: bool

    def at_desk(self, channel: str) -> bool:
        """Whether a customer is called whose segment sets `channel` ("" where it follows its tier)."""
        return channel == DESK if channel else self.desk

    def hours(self, channel: str, travel: float) -> float:
        """Hours a month that such a customer needs, `travel` minutes of driving for each visit in person."""
        return self.visits_a_month * (self.minutes + (0 if self.at_desk(channel) else travel)) / 60


@dataclass(frozen=True, slots=True)
class OwnNeed:
    """A customer that differs from the rule of its tier in visits a month or in minutes; None follows the rule."""

    rep_id: int | None
    tier: str
    channel: str
    visits_a_month: float | None
    minutes: int | None

    def instead_of(self, rule: RuleNeed) -> RuleNeed:
        """What it asks for, its tier's rule being this one."""
        visits, minutes = self.visits_a_month, self.minutes
        return replace(
            rule,
            visits_a_month=rule.visits_a_month if visits is None else visits,
            minutes=rule.minutes if minutes is None else minutes,
        )


@dataclass(frozen=True, slots=True)
class TierNeed:
    """What one tier asks for in a month, `calls` of the visits from the desk; `desk` is the channel of its rule."""

    tier: str
    customers: int
    visits: float
    hours: float
    desk: bool
    calls: float = 0.0


@dataclass(frozen=True, slots=True)
class RepCapacity:
    """Hours a month that a rep's customers need, and that he has for visits and driving."""

    rep_id: int
    name: str
    short_name: str
    visits: float
    needed_hours: float
    available_hours: float

    @property
    def load(self) -> float | None:
        """Needed as a share of available; None where no hours are available."""
        return self.needed_hours / self.available_hours if self.available_hours else None


@dataclass(frozen=True, slots=True)
class Capacity:
    """The team in a mean month of `weeks_a_month` worked weeks. Customers without a rep count for the team only.

    `mean_travel_minutes` go to each visit in person, its share of the ways home included: the mean of `drives` planned or made lately, or
    35 where they are too few (then 0).
    """

    tiers: tuple[TierNeed, ...]
    reps: tuple[RepCapacity, ...]
    mean_travel_minutes: float
    drives: int
    weeks_a_month: float
    field_hours_a_week: float
    visits: float
    needed_hours: float
    available_hours: float

    @property
    def load(self) -> float | None:
        """Needed as a share of available; None where no hours are available."""
        return self.needed_hours / self.available_hours if self.available_hours else None


def capacity(session: Session, counts: Counts | None = None, rules: Sequence[RuleNeed] | None = None) -> Capacity:
    """Hours needed against hours there are. `counts` and `rules` try others than those saved: nothing is written."""
    today = clock.today()
    team = load_team(session, today, today + timedelta(days=364))
    travel, drives = mean_travel(session, team)
    return capacity_of(
        team,
        customers_by_rep_and_tier(session) if counts is None else counts,
        rule_needs(session) if rules is None else rules,
        travel,
        drives,
        weeks_a_month(team),
        own_needs(session),
    )


def capacity_of(
    team: Team, counts: Counts, rules: Sequence[RuleNeed], travel: float, drives: int, weeks: float, own: Sequence[OwnNeed] = ()
) -> Capacity:
    """The same from plain figures: nothing is read, for what-if while a threshold is dragged. `own` are those of the `counts` that differ."""
    shares = _shares(counts, rules, own)
    tiers = []
    for rule in rules:
        of_tier = [share for share in shares if share.rule.tier == rule.tier]
        visits = sum(share.customers * share.rule.visits_a_month for share in of_tier)
        called = sum(share.customers * share.rule.visits_a_month for share in of_tier if share.rule.at_desk(share.channel))
        needed = sum(share.hours(travel) for share in of_tier)
        tiers.append(TierNeed(rule.tier, sum(share.customers for share in of_tier), visits, needed, rule.desk, called))
    reps = []
    for rep in team.active:
        of_rep = [share for share in shares if share.rep_id == rep.plan.id]
        reps.append(
            RepCapacity(
                rep_id=rep.plan.id,
                name=rep.plan.name,
                short_name=rep.short_name,
                visits=sum(share.customers * share.rule.visits_a_month for share in of_rep),
                needed_hours=sum(share.hours(travel) for share in of_rep),
                available_hours=field_hours_a_week(team, rep) * weeks,
            )
        )
    return Capacity(
        tiers=tuple(tiers),
        reps=tuple(reps),
        mean_travel_minutes=travel,
        drives=drives,
        weeks_a_month=weeks,
        field_hours_a_week=sum(field_hours_a_week(team, rep) for rep in team.active),
        visits=sum(tier.visits for tier in tiers),
        needed_hours=sum(tier.hours for tier in tiers),
        available_hours=sum(rep.available_hours for rep in reps),
    )


@dataclass(frozen=True, slots=True)
class _Share:
    """Customers of a rep for which the same rule holds."""

    rep_id: int | None
    channel: str
    customers: int
    rule: RuleNeed

    def hours(self, travel: float) -> float:
        return self.customers * self.rule.hours(self.channel, travel)


def _shares(counts: Counts, rules: Sequence[RuleNeed], own: Sequence[OwnNeed]) -> list[_Share]:
    of_tier, left = {rule.tier: rule for rule in rules}, dict(counts)
    shares = []
    for one in own:
        key = (one.rep_id, one.tier, one.channel)
        if one.tier in of_tier and left.get(key, 0) > 0:
            left[key] -= 1
            shares.append(_Share(one.rep_id, one.channel, 1, one.instead_of(of_tier[one.tier])))
    return shares + [_Share(rep, channel, count, of_tier[tier]) for (rep, tier, channel), count in left.items() if tier in of_tier]


def own_needs(session: Session) -> tuple[OwnNeed, ...]:
    """The customers that are not archived and differ from the rule of their tier in how often or how long they are seen."""
    channel, values = channel_sql(session)
    rows = session.connection().exec_driver_sql(
        f"SELECT c.rep_id, coalesce(t.tier, 'N'), {channel}, r.visits, r.every, r.unit, r.duration FROM customer_rule r "
        "JOIN customer c ON c.id = r.customer_id LEFT JOIN customer_tier t ON t.customer_id = c.id "
        "WHERE c.archived = 0 AND (r.visits IS NOT NULL OR r.duration IS NOT NULL) ORDER BY c.id",
        values,
    )
    return tuple(
        OwnNeed(rep_id, tier, of_segment, None if visits is None else Cadence(visits, unit, every).visits_a_month, duration)
        for rep_id, tier, of_segment, visits, every, unit, duration in rows
    )


def customers_by_rep_and_tier(session: Session) -> dict[tuple[int | None, str, str], int]:
    """How many customers that are not archived each rep has in each tier, by the channel their segment sets; those not tiered count as N."""
    channel, values = channel_sql(session)
    rows = session.connection().exec_driver_sql(
        f"SELECT rep_id, tier, channel, count(*) FROM (SELECT c.rep_id, coalesce(t.tier, 'N') AS tier, {channel} AS channel FROM customer c "
        "LEFT JOIN customer_tier t ON t.customer_id = c.id WHERE c.archived = 0) GROUP BY 1, 2, 3",
        values,
    )
    return {(rep_id, tier, of_segment): count for rep_id, tier, of_segment, count in rows}


def rule_needs(session: Session) -> tuple[RuleNeed, ...]:
    """What each rule asks of one customer, best tier first."""
    needs = []
    for rule in session.scalars(select(VisitRule)):
        asked = Cadence(rule.visits, rule.unit, rule.every).visits_a_month if rule.visits and rule.every else 0.0  # type: ignore[arg-type]
        needs.append(RuleNeed(rule.tier, asked, rule.duration, rule.channel != "visit"))
    return tuple(sorted(needs, key=lambda need: TIERS.find(need.tier)))


def mean_travel(session: Session, team: Team) -> tuple[float, int]:
    """Mean minutes of driving for a visit in person, as the weeks count it: the way there and its share of the ways home at the end of days.

    Also tells of how many visits of the last half year and ahead; 35 and 0 where they are too few.
    """
    ends = {rep.plan.id: rep.plan.finish for rep in team.reps}
    minutes = drives = 0
    since = clock.today() - timedelta(days=DRIVES_FROM_DAYS)
    for rep_id, there, visits, lat, lng, _ in session.connection().exec_driver_sql(DRIVEN_DAYS, (since.isoformat(),)):
        home = team.travel.leg(Place(lat, lng), ends.get(rep_id)) if lat is not None and lng is not None else NO_DRIVE
        minutes += there + home.minutes
        drives += visits
    return (minutes / drives, drives) if drives >= FEWEST_DRIVES else (float(DEFAULT_TRAVEL_MINUTES), 0)


def weeks_a_month(team: Team) -> float:
    """Worked weeks in a mean month of the coming year: holidays and closed days are taken off."""
    weekdays = team.calendar.weekdays
    today = clock.today()
    worked = len(team.calendar.working_days(today, today + timedelta(days=364)))
    return worked / len(weekdays) / 12 if weekdays else 0.0


def field_hours_a_week(team: Team, rep: TeamRep) -> float:
    """Hours a normal week holds for a rep's visits and driving."""
    if rep.field_hours > 0:
        return rep.field_hours
    minutes = 0
    for hours in rep.plan.hours:
        if hours:
            rest = max(0, min(hours[1], team.lunch[1]) - max(hours[0], team.lunch[0])) if team.lunch else 0
            minutes += hours[1] - hours[0] - rest
    return minutes / 60
