"""Who changed tier since the plan began, each with its reason in figures; and who is held in a tier by hand."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.customers import tiering
from workbench.strings import tr

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Move:
    """A customer that changed tier, and why."""

    customer_id: int
    name: str
    before: str
    tier: str
    reason: str


@dataclass(frozen=True, slots=True)
class Moves:
    """The last moves since a day, newest first, and how many more there are."""

    since: date | None
    shown: tuple[Move, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Held:
    """A customer held in a tier by hand. `figures` is the tier it would have."""

    customer_id: int
    name: str
    tier: str
    figures: str
    reason: str


def held_by_hand(session: Session) -> tuple[Held, ...]:
    """All hand-made tiers, best customers first."""
    rows = session.connection().exec_driver_sql(
        "SELECT c.id, c.name, t.tier, t.by_figures, t.override_reason FROM customer_tier t JOIN customer c ON c.id = t.customer_id "
        "WHERE t.override_reason <> '' AND c.archived = 0 ORDER BY t.rank, c.id"
    )
    return tuple(Held(*row) for row in rows)


def moves(session: Session, currency: str) -> Moves:
    """Who moved since the plan of today began (the last half year without one); hand-made tiers are told by `held_by_hand`."""
    today = clock.today()
    db = session.connection()
    began = (
        db.exec_driver_sql("SELECT max(first) FROM plan WHERE first <= ? AND last >= ?", (today.isoformat(), today.isoformat())).scalar()
        or (today - timedelta(days=182)).isoformat()
    )
    where = (
        "FROM customer_tier t JOIN customer c ON c.id = t.customer_id WHERE t.previous <> '' AND t.previous <> t.tier AND t.override_reason = '' "
        "AND t.changed_on >= ? AND c.archived = 0"
    )
    count = db.exec_driver_sql(f"SELECT count(*) {where}", (began,)).scalar_one()
    rows = db.exec_driver_sql(
        f"SELECT c.id, c.name, t.previous, t.tier, t.revenue {where} ORDER BY t.changed_on DESC, t.rank LIMIT ?", (began, SHOWN)
    ).fetchall()
    earlier, newest = _earlier(session, [row[0] for row in rows])
    made = [
        Move(key, name, before, tier, _reason(session, key, (before, tier), (earlier.get(key), revenue), newest.get(key), currency))
        for key, name, before, tier, revenue in rows
    ]
    return Moves(date.fromisoformat(began), tuple(made), count - len(made))


def _earlier(session: Session, customers: list[int]) -> tuple[dict[int, int], dict[int, date]]:
    """Revenue of the 12 months before the span, and the day of the newest order, of a few customers."""
    kept = tiering.settings(session)
    if not customers:
        return {}, {}
    marks = ", ".join("?" * len(customers))
    db = session.connection()
    newest = db.exec_driver_sql(f"SELECT customer_id, max(day) FROM order_line WHERE customer_id IN ({marks}) GROUP BY 1", tuple(customers))
    days = {key: date.fromisoformat(day) for key, day in newest}
    if kept.first is None:
        return {}, days
    first, last = tiering.twelve_months(kept.first - timedelta(days=1))
    sums = db.exec_driver_sql(
        f"SELECT customer_id, sum(amount) FROM order_line WHERE day BETWEEN ? AND ? AND customer_id IN ({marks}) GROUP BY 1",
        (first.isoformat(), last.isoformat(), *customers),
    )
    return {row[0]: row[1] for row in sums}, days


def _reason(
    session: Session, customer: int, tiers: tuple[str, str], revenue: tuple[int | None, int], newest: date | None, currency: str
) -> str:
    """What in the figures explains a move; where the customer's own figures do not, where it stands now."""
    (before, tier), (was, now) = tiers, revenue
    if now <= 0 and newest is not None:
        return tr("No order since {month}", month=formatting.month_long(newest))
    if before == "N" and now > 0:
        return tr("First orders: {amount}", amount=formatting.money_short(now, currency))
    better = "ABCN".find(tier) < "ABCN".find(before)
    if was and (now > was) == better and now != was:
        return tr(
            "{before} → {after} in 12 months", before=formatting.money_short(was, currency), after=formatting.money_short(now, currency)
        )
    return tiering.why(session, customer)
