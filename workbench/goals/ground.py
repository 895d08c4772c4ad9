"""What the funnel and the hours stand on: team, weeks, driving, rules, customers, rates. None of it changes while the goal is tried."""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Segment
from workbench import clock
from workbench.goals.rates import AverageOrder, Counted, average_order, counted
from workbench.targeting.segments import segments
from workbench.visits.capacity import (
    Counts,
    OwnNeed,
    RuleNeed,
    customers_by_rep_and_tier,
    field_hours_a_week,
    mean_travel,
    own_needs,
    rule_needs,
    weeks_a_month,
)
from workbench.visits.rules import Rule, rules
from workbench.visits.team import Team, load_team
from workbench.visits.travel import Place

TABLES = frozenset(
    [
        "visit",
        "deal",
        "customer",
        "customer_tier",
        "visit_rule",
        "customer_rule",
        "rep",
        "rep_hours",
        "company",
        "closed_day",
        "order_line",
        "customer_tag",
        "segment",
    ],
)
"""The tables that it is read from."""


@dataclass(frozen=True, slots=True)
class GroundRep:
    """A rep that makes visits, with hours a week for visits and driving."""

    id: int
    name: str
    short_name: str
    hours_a_week: float


@dataclass(frozen=True, slots=True)
class LeadsTo:
    """What the goal leads to: a primary segment by its name, else a tier by its letter; its customers, and what the rules ask for a month."""

    segment: str
    tier: str
    customers: int
    visits: float
    calls: float


@dataclass(frozen=True, slots=True)
class Own:
    """A customer that a rep visits in person; `channel` is what its segment sets."""

    id: int
    name: str
    channel: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Ground:
    """`weeks` are worked weeks a month, `travel` mean minutes of driving a visit. `visited` holds whom a rep visits by tier, those of the least
    revenue first, as far as anybody asked (goals.handing_over)."""

    team: Team
    reps: tuple[GroundRep, ...]
    weeks: float
    travel: float
    drives: int
    counts: Counts
    rules: tuple[Rule, ...]
    needs: tuple[RuleNeed, ...]
    own: tuple[OwnNeed, ...]
    rates: dict[tuple[str, str], Counted]
    average: AverageOrder | None
    leads_to: tuple[LeadsTo, ...]
    visited: dict[int, dict[str, tuple[Own, ...]]] = field(default_factory=dict, compare=False)


def ground(session: Session, leads: bool = True, average: bool = True) -> Ground:
    """Read it all; what a pane keeps until one of TABLES changes. What the goal leads to and what an order brings take long to read in a large
    file, and can be left out."""
    today = clock.today()
    team = load_team(session, today, today + timedelta(days=364))
    travel, drives = mean_travel(session, team)
    counts, needs = customers_by_rep_and_tier(session), rule_needs(session)
    return Ground(
        team=team,
        reps=tuple(GroundRep(rep.plan.id, rep.plan.name, rep.short_name, field_hours_a_week(team, rep)) for rep in team.active),
        weeks=weeks_a_month(team),
        travel=travel,
        drives=drives,
        counts=counts,
        rules=rules(session),
        needs=needs,
        own=own_needs(session),
        rates=counted(session),
        average=average_order(session) if average else None,
        leads_to=(_segments(session) or _tiers(counts, needs)) if leads else (),
    )


def _segments(session: Session) -> tuple[LeadsTo, ...]:
    if session.scalar(select(Segment.id).where(Segment.decision == "primary").limit(1)) is None:
        return ()
    return tuple(LeadsTo(s.name, "", s.customers, s.visits, s.calls) for s in segments(session) if s.decision == "primary")


def _tiers(counts: Counts, needs: tuple[RuleNeed, ...]) -> tuple[LeadsTo, ...]:
    made = []
    for need in needs:
        own = [(need.at_desk(channel), count) for (_, tier, channel), count in counts.items() if tier == need.tier]
        called, visited = (sum(count for desk, count in own if desk is wanted) for wanted in (True, False))
        if called or visited:
            made.append(LeadsTo("", need.tier, called + visited, visited * need.visits_a_month, called * need.visits_a_month))
    return tuple(made)
