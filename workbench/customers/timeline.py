"""What happened with a customer: visits, orders and lost deals as one history, newest first, read page by page."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.customers.orders import order_key
from workbench.strings import marked, tr

PAGE = 6

OUTCOMES = {
    "done": ("met", marked("Met.")),
    "missed": ("absent", marked("Missed.")),
    "cancelled": ("absent", marked("Cancelled.")),
    "planned": ("absent", marked("No log yet.")),
}
"""Status of a past visit: its mark, and what is said."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `mark` is met, absent, order or lost; `title` comes in bold before `text`; `order` is an order's key, "" for others."""

    mark: str
    day: date
    title: str
    text: str
    order: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The newest events, whether there are more, and how many visits and orders the last 12 months to today saw."""

    events: tuple[Event, ...]
    more: bool
    visits: int
    orders: int


_ALL = (
    "SELECT 'visit' AS kind, day, id, status AS a, CASE WHEN note <> '' THEN note ELSE topics END AS b, 0 AS amount FROM visit "
    "WHERE customer_id = :customer AND (status <> 'planned' OR day < :today) "
    "UNION ALL SELECT 'order', max(day), min(id), order_number, group_concat(DISTINCT nullif(product, '')), sum(amount) FROM order_line "
    "WHERE customer_id = :customer AND order_number <> '' GROUP BY order_number "
    "UNION ALL SELECT 'order', day, id, '', product, amount FROM order_line WHERE customer_id = :customer AND order_number = '' "
    "UNION ALL SELECT 'lost', coalesce(closed, opened), id, title, lost_reason, amount FROM deal WHERE customer_id = :customer AND stage = 'lost'"
)


def history(session: Session, customer_id: int, currency: str, limit: int = PAGE) -> History:
    """The newest `limit` events of a customer."""
    today = clock.today()
    raw = session.connection().connection.driver_connection
    assert raw is not None
    values = {"customer": customer_id, "today": today.isoformat(), "limit": limit + 1}
    rows = raw.execute(
        f"SELECT kind, day, a, b, amount, id FROM ({_ALL}) ORDER BY day DESC, kind DESC, id DESC LIMIT :limit", values
    ).fetchall()
    since = today.replace(year=today.year - 1, day=min(today.day, 28)).isoformat()
    visits = raw.execute(
        "SELECT count(*) FROM visit WHERE customer_id = ? AND status = 'done' AND day > ?", (customer_id, since)
    ).fetchone()[0]
    orders = raw.execute(
        "SELECT count(DISTINCT CASE WHEN order_number <> '' THEN order_number ELSE id END) FROM order_line "
        "WHERE customer_id = ? AND day > ?",
        (customer_id, since),
    ).fetchone()[0]
    return History(tuple(_event(row, currency) for row in rows[:limit]), len(rows) > limit, visits, orders)


def _event(row: tuple[str, str, str, str | None, int, int], currency: str) -> Event:
    kind, iso, first, second, amount, row_id = row
    day, second = date.fromisoformat(iso), " ".join((second or "").split())
    if kind == "visit":
        mark, title = OUTCOMES.get(first, OUTCOMES["cancelled"])
        return Event(mark, day, tr(title), second if mark == "met" or first != "planned" else "")
    if kind == "lost":
        lost = tr("{title}: {reason}", title=first, reason=second) if second else first
        return Event("lost", day, tr("Lost"), lost)
    money = formatting.money_short(amount, currency)
    what = tr(", ").join(part.strip() for part in second.split(",") if part.strip())
    title = tr("Return") if amount < 0 else tr("Order")
    return Event("order", day, title, tr("{product}, {amount}", product=what, amount=money) if what else money, order_key(first, row_id))
