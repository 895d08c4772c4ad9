"""All about one customer: details, why it has its tier, what happened, what comes next."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models import Company, Customer, CustomerTier, Rep, Tiering
from workbench import clock, formatting
from workbench.customers import tiering
from workbench.customers.closed_days import ClosedEntries, closed_of
from workbench.customers.details import FIELDS
from workbench.customers.hours import Window, hours_of
from workbench.customers.own_rule import OwnRule, own_rule, tier_rule
from workbench.customers.timeline import PAGE, History, history
from workbench.strings import marked, tr
from workbench.visits.cadence import next_due
from workbench.visits.channel import of_customer
from workbench.visits.extra import Asked, asked_visits
from workbench.visits.own_rules import rule_of
from workbench.visits.rules import Rule
from workbench.visits.travel import Leg, Place, TravelRule
from workbench.workspace.workspace import company_of

STAGES = {"talk": marked("talk"), "proposal": marked("proposal"), "won": marked("won"), "lost": marked("lost")}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a customer stands on the Pareto line, all in percent of the cumulated revenue: before it, with it, and the ends of A and B."""

    before: float
    upto: float
    a_percent: float
    b_percent: float


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The next planned visit; `start` is minutes after midnight."""

    day: date
    start: int
    rep: str
    topics: str


@dataclass(frozen=True, slots=True)
class OpenDeal:
    """A deal that is neither won nor lost; `amount` is ten-thousandths of the currency unit."""

    title: str
    stage: str
    amount: int


@dataclass(frozen=True, slots=True)
class CustomerSheet:
    """One customer. `fields` holds the text fields by name, `days` since the last real visit, `late_days` by how much that is more than
    the greatest gap of its rule (0 in time). `leg` is the road from the office. `due` is when the next visit falls due by the rule, None
    where it is not visited (`visited` says that it is); `desk_segment` names the segment that sends it to the desk."""

    id: int
    fields: dict[str, str]
    archived: bool
    rep_id: int | None
    rep: str
    lat: float | None
    lng: float | None
    precision: str
    source: str
    leg: Leg | None
    hours: dict[int, tuple[Window, ...]]
    tags: tuple[str, ...]
    tier: str
    why: str
    since: str
    held_by_hand: bool
    standing: Standing | None
    revenue: int
    days: int | None
    late_days: int
    history: History
    next_visit: NextVisit | None
    due: date | None
    deals: tuple[OpenDeal, ...]
    currency: str
    visited: bool
    desk_segment: str
    tier_rule: Rule
    own: OwnRule
    closed: ClosedEntries
    shared: bool
    asked: tuple[Asked, ...]

    @property
    def name(self) -> str:
        """What the customer is called."""
        return self.fields["name"]


_ROWS = (
    select(Customer, CustomerTier, Rep)
    .outerjoin(CustomerTier, CustomerTier.customer_id == Customer.id)
    .outerjoin(Rep, Rep.id == Customer.rep_id)
    .where(Customer.id == bindparam("customer"))
)


def customer_sheet(session: Session, customer_id: int, events: int = PAGE) -> CustomerSheet | None:
    """Everything about a customer with its newest `events`; None when it is gone."""
    found = session.execute(_ROWS, {"customer": customer_id}).first()
    if found is None:
        return None
    customer, row, rep = found
    company, kept = company_of(session), tiering.settings(session)
    tier = row.tier if row else "N"
    last = _last(session, customer_id)
    days = (clock.today() - last).days if last else None
    channel = of_customer(session, customer_id)
    rule = rule_of(session, customer_id)
    visited = bool(rule.tier) and channel.visited
    return CustomerSheet(
        id=customer.id, fields={name: getattr(customer, name) for name in FIELDS}, archived=customer.archived, rep_id=customer.rep_id,
        rep=rep.name if rep else "", lat=customer.lat, lng=customer.lng, precision=customer.place_precision, source=customer.place_source,
        leg=_from_office(company, customer), hours=hours_of(session, customer_id), tags=_tags(session, customer_id), tier=tier,
        why=tiering.why(session, customer_id), since=tr("So since {month}.", month=formatting.month_long(row.changed_on)) if row and row.changed_on else "",
        held_by_hand=bool(row and row.override_reason), standing=_standing(row, kept), revenue=row.revenue if row else 0, days=days,
        late_days=max(0, days - rule.greatest_gap) if visited and days is not None else 0,
        history=history(session, customer_id, company.currency, events), next_visit=_next(session, customer_id),
        due=next_due(rule.cadence, last) if visited and last and not rule.cadence.never else None, deals=_deals(session, customer_id), currency=company.currency,
        visited=visited,
        desk_segment="" if visited else channel.segment, tier_rule=tier_rule(session, customer_id), own=own_rule(session, customer_id),
        closed=closed_of(session, customer_id), shared=customer.shared, asked=asked_visits(session, customer_id),
    )  # fmt: skip


def _standing(row: CustomerTier | None, kept: Tiering) -> Standing | None:
    return Standing(row.share_before, row.share, kept.a_percent, kept.b_percent) if row and row.revenue > 0 else None


def _from_office(company: Company, customer: Customer) -> Leg | None:
    if customer.lat is None or customer.lng is None or company.office_lat is None or company.office_lng is None:
        return None
    rule = TravelRule(company.road_factor, company.near_km, company.near_kmh, company.far_kmh)
    return rule.leg(Place(company.office_lat, company.office_lng), Place(customer.lat, customer.lng))


def _last(session: Session, customer_id: int) -> date | None:
    found = (
        session.connection()
        .exec_driver_sql("SELECT max(day) FROM visit WHERE customer_id = ? AND status = 'done'", (customer_id,))
        .scalar()
    )
    return date.fromisoformat(found) if found else None


def _tags(session: Session, customer_id: int) -> tuple[str, ...]:
    rows = session.connection().exec_driver_sql("SELECT tag FROM customer_tag WHERE customer_id = ? ORDER BY tag", (customer_id,))
    return tuple(row[0] for row in rows)


def _next(session: Session, customer_id: int) -> NextVisit | None:
    found = (
        session.connection()
        .exec_driver_sql(
            "SELECT v.day, v.start, r.name, v.topics FROM visit v JOIN rep r ON r.id = v.rep_id "
            "WHERE v.customer_id = ? AND v.status = 'planned' AND v.day >= ? ORDER BY v.day, v.start LIMIT 1",
            (customer_id, clock.today().isoformat()),
        )
        .first()
    )
    return NextVisit(date.fromisoformat(found[0]), *found[1:]) if found else None


def _deals(session: Session, customer_id: int) -> tuple[OpenDeal, ...]:
    rows = session.connection().exec_driver_sql(
        "SELECT title, stage, amount FROM deal WHERE customer_id = ? AND stage IN ('talk', 'proposal') ORDER BY amount DESC, id",
        (customer_id,),
    )
    return tuple(OpenDeal(*row) for row in rows)
