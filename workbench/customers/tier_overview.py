"""All that the tiers pane shows: the revenue curve, the tiers and whether their cadence is kept, the rules with their hours, who moved."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from workbench import clock
from workbench.customers import tiering
from workbench.customers.listing import cadence_states
from workbench.customers.tier_curve import Counts, TierCurve, tier_curve
from workbench.customers.tier_moves import Held, Moves, held_by_hand, moves
from workbench.customers.tier_span import Span, span
from workbench.targeting.asking import Sql
from workbench.thread.links import Link, links
from workbench.visits.capacity import Capacity, OwnNeed, RuleNeed, capacity_of, mean_travel, own_needs, weeks_a_month
from workbench.visits.channel import channel_sql
from workbench.visits.rules import Rule, rules
from workbench.visits.team import Team, load_team
from workbench.workspace.workspace import company_of

CUSTOMERS = {"customer", "customer_tier", "tiering", "order_line", "plan"}
TEAM = {"company", "rep", "rep_hours", "closed_day", "visit"}
CADENCE = {"customer", "customer_tier", "visit"}
FILTERED = {"customer_tag", "deal", "order_line", "rep"}
"""What else decides to which segment a customer belongs, where segments set channels."""
THREAD = {"customer", "customer_tier", "visit", "kgi", "plan", "company", "order_line", "strategy", "strategy_segment", "segment", "action"}


@dataclass(frozen=True, slots=True)
class TeamBasis:
    """What capacity is reckoned from, without customers and rules."""

    team: Team
    travel: float
    drives: int
    weeks: float


@dataclass(frozen=True, slots=True)
class TierCard:
    """One tier: customers, their revenue and its share (0 to 1); `behind` their cadence and `never` visited as of today.

    `visits` and `hours` a month are what the rule asks for; `desk` where it asks for calls.
    """

    tier: str
    customers: int
    revenue: int
    share: float
    visits: float
    hours: float
    desk: bool
    behind: int
    never: int


@dataclass(frozen=True, slots=True)
class TierOverview:
    """The whole pane. `cadence` counts customers by tier and state; `first_name` is the best customer's; `channel` says how
    segments set channels."""

    currency: str
    a_percent: float
    b_percent: float
    span: Span
    curve: TierCurve
    first_name: str
    customers: int
    rules: tuple[Rule, ...]
    basis: TeamBasis
    capacity: Capacity
    cadence: dict[tuple[str, str], int]
    cards: tuple[TierCard, ...]
    moves: Moves
    held: tuple[Held, ...]
    links: tuple[Link, ...]
    channel: Sql
    own: tuple[OwnNeed, ...]

    def capacity_with(self, counts: Counts) -> Capacity:
        """Hours if each rep had so many customers in each tier; reads nothing."""
        return _capacity(self.basis, counts, self.rules, self.own)


def overview(session: Session, before: TierOverview | None = None, changed: Collection[str] | None = None) -> TierOverview:
    """Read everything; with the overview `before` and the names of the `changed` tables only what may differ from it."""

    def same(tables: set[str]) -> bool:
        return before is not None and changed is not None and not tables & set(changed)

    kept, company, channel = tiering.settings(session), company_of(session), channel_sql(session)
    as_before = before is not None and before.channel == channel and (not channel[1] or same(FILTERED))
    curve = before.curve if before and same(CUSTOMERS) and as_before else tier_curve(session)
    basis = before.basis if before and same(TEAM) else _basis(session)
    asked = rules(session)
    states = before.cadence if before and same(CADENCE) and as_before and _lateness(before.rules) == _lateness(asked) else _cadence(session)
    own = own_needs(session)
    needed = _capacity(basis, curve.now, asked, own)
    known = same(CUSTOMERS)
    return TierOverview(
        currency=company.currency,
        a_percent=kept.a_percent,
        b_percent=kept.b_percent,
        span=before.span if before and known else span(session, curve),
        curve=curve,
        first_name=before.first_name if before and known else _name(session, curve),
        customers=sum(curve.now.values()),
        rules=asked,
        basis=basis,
        capacity=needed,
        cadence=states,
        cards=tuple(_card(tier, curve, needed, states) for tier in "ABC"),
        moves=before.moves if before and known else moves(session, company.currency),
        held=before.held if before and known else held_by_hand(session),
        links=before.links if before and same(THREAD) else links(session),
        channel=channel,
        own=own,
    )


def needs(asked: Collection[Rule]) -> tuple[RuleNeed, ...]:
    """What each rule asks of one customer."""
    return tuple(RuleNeed(r.tier, r.cadence.visits_a_month if r.visits and r.every else 0.0, r.duration, r.desk) for r in asked)


def _capacity(basis: TeamBasis, counts: Counts, asked: Collection[Rule], own: tuple[OwnNeed, ...]) -> Capacity:
    return capacity_of(basis.team, counts, needs(asked), basis.travel, basis.drives, basis.weeks, own)


def _basis(session: Session) -> TeamBasis:
    today = clock.today()
    team = load_team(session, today, today + timedelta(days=364))
    return TeamBasis(team, *mean_travel(session, team), weeks_a_month(team))


def _lateness(asked: Collection[Rule]) -> list[tuple[str, int, bool]]:
    """What of the rules decides who is behind."""
    return [(rule.tier, rule.greatest_gap, rule.desk) for rule in asked]


def _cadence(session: Session) -> dict[tuple[str, str], int]:
    asked, values = cadence_states(session)
    rows = session.connection().exec_driver_sql(
        f"SELECT coalesce(t.tier, 'N'), s.state, count(*) FROM ({asked}) s LEFT JOIN customer_tier t ON t.customer_id = s.id GROUP BY 1, 2",
        values,
    )
    return {(tier, state): count for tier, state, count in rows}


def _name(session: Session, curve: TierCurve) -> str:
    if not curve.ids:
        return ""
    return str(session.connection().exec_driver_sql("SELECT name FROM customer WHERE id = ?", (curve.ids[0],)).scalar() or "")


def _card(tier: str, curve: TierCurve, needed: Capacity, states: dict[tuple[str, str], int]) -> TierCard:
    counts: Counter[str] = Counter()
    for (_rep, letter, _channel), count in curve.now.items():
        counts[letter] += count
    need = next((n for n in needed.tiers if n.tier == tier), None)
    revenue = curve.revenue_now.get(tier, 0)
    return TierCard(
        tier,
        counts[tier],
        revenue,
        revenue / curve.total if curve.total else 0.0,
        need.visits if need else 0.0,
        need.hours if need else 0.0,
        bool(need and need.desk),
        states.get((tier, "behind"), 0),
        states.get((tier, "never"), 0),
    )
