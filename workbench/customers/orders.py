"""Orders entered and mended by hand. An order is the lines of one customer that share a number; a line without a number is its own."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models import CustomerTier, OrderLine
from workbench import clock, formatting
from workbench.customers.details import MOST
from workbench.errors import BadInput
from workbench.output.plain_text import without_controls
from workbench.strings import tr

MOST_MONEY = 10**17
"""In ten-thousandths: ten trillion currency units, far from where whole numbers end."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an order. `amount` and `profit` are ten-thousandths of the currency unit, `quantity` of a piece; a return is negative."""

    product: str
    amount: int
    quantity: int | None = None
    profit: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order: its day, its number (may be empty), its lines."""

    day: date
    number: str
    lines: tuple[Line, ...]

    @property
    def amount(self) -> int:
        """The sum of its lines in ten-thousandths of the currency unit."""
        return sum(line.amount for line in self.lines)


def order_key(number: str, line_id: int) -> str:
    """What an order of a customer is known by: its number, else its one line."""
    return f"number {number}" if number else f"line {line_id}"


def read_order(session: Session, customer_id: int, key: str) -> Order | None:
    """The order with `key`, or None when it is gone."""
    rows = _rows(session, customer_id, key)
    if not rows:
        return None
    return Order(rows[0].day, rows[0].order_number, tuple(Line(r.product, r.amount, r.quantity, r.profit) for r in rows))


def save_order(session: Session, customer_id: int, order: Order, key: str = "") -> str:
    """Add an order, or with `key` replace that one; returns its key. A prospect's first order makes it a customer.

    Raises BadInput when it has no line, lies in the future, has a number that is taken or an amount that cannot be.
    """
    order = _checked(session, customer_id, order, key)
    rows = _rows(session, customer_id, key) if key else []
    new = [OrderLine(customer_id=customer_id, line_key=f"hand {uuid.uuid4().hex}") for _ in order.lines[len(rows) :]]
    rows += new
    for row, line in zip(rows, order.lines, strict=False):
        row.order_number, row.day, row.product = order.number, order.day, line.product
        row.amount, row.quantity, row.profit = line.amount, line.quantity, line.profit
    session.add_all(new)
    for row in rows[len(order.lines) :]:
        session.delete(row)
    session.flush()
    _settle_prospect(session, customer_id)
    return order_key(order.number, rows[0].id)


def delete_order(session: Session, customer_id: int, key: str) -> None:
    """Delete an order with its lines."""
    for row in _rows(session, customer_id, key):
        session.delete(row)
    session.flush()
    _settle_prospect(session, customer_id)


def _rows(session: Session, customer_id: int, key: str) -> list[OrderLine]:
    kind, _, value = key.partition(" ")
    query = session.query(OrderLine).filter(OrderLine.customer_id == customer_id)
    query = (
        query.filter(OrderLine.order_number == value)
        if kind == "number"
        else query.filter(OrderLine.id == int(value), OrderLine.order_number == "")
    )
    return query.order_by(OrderLine.id).all()


def _checked(session: Session, customer_id: int, order: Order, key: str) -> Order:
    if not order.lines:
        raise BadInput(tr("An order needs a line with an amount."), "", tr("Type what was ordered, and for how much."))
    if order.day > clock.today():
        raise BadInput(tr("An order cannot lie in the future."), formatting.day(order.day), tr("Type the day on which it came."))
    if order.day.year < 1900:
        raise BadInput(tr("This day is too long ago."), formatting.day(order.day), tr("Type the day on which it came."))
    if any(abs(line.amount) > MOST_MONEY for line in order.lines):
        raise BadInput(tr("This amount is too large."), "", tr("Check the number of digits."))
    number = " ".join(without_controls(order.number).split())[:MOST]
    if not number and len(order.lines) > 1:
        number = _free_number(session, customer_id, order.day)
    taken = number and key != order_key(number, 0) and bool(_rows(session, customer_id, order_key(number, 0)))
    if taken:
        raise BadInput(tr("Order {number} is there already.", number=number), "", tr("Open it in the timeline, or choose another number."))
    lines = tuple(
        Line(" ".join(without_controls(line.product).split())[:MOST], line.amount, line.quantity, line.profit) for line in order.lines
    )
    return Order(order.day, number, lines)


def _free_number(session: Session, customer_id: int, day: date) -> str:
    """A number that holds the lines of an order together that came without one."""
    place = 1
    while _rows(session, customer_id, order_key(f"{day:%y%m%d}-{place}", 0)):
        place += 1
    return f"{day:%y%m%d}-{place}"


def _settle_prospect(session: Session, customer_id: int) -> None:
    """A customer with orders is no prospect, one without is: until the next tiering weighs its revenue it is C."""
    row = session.query(CustomerTier).filter(CustomerTier.customer_id == customer_id).first()
    ordered = session.query(OrderLine.id).filter(OrderLine.customer_id == customer_id).first() is not None
    if row is None:
        if ordered:
            session.add(CustomerTier(customer_id=customer_id, tier="C", by_figures="C", revenue=0, rank=0, share_before=100.0, share=100.0))
    elif ordered == (row.by_figures == "N"):
        row.by_figures = "C" if ordered else "N"
        if not row.override_reason:
            row.previous, row.changed_on, row.tier = row.tier, clock.today(), row.by_figures


def products(session: Session, customer_id: int, limit: int = 12) -> Sequence[str]:
    """What this customer ordered before, most often first, to choose from."""
    rows = session.connection().exec_driver_sql(
        "SELECT product FROM order_line WHERE customer_id = ? AND product <> '' GROUP BY product ORDER BY count(*) DESC, product LIMIT ?",
        (customer_id, limit),
    )
    return [row[0] for row in rows]
