"""Customers, their tags and opening hours, their orders, and what an import remembers."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Customer(Base):
    """A company or person we sell to, or want to. `lat` and `lng` are degrees; without them it has no place and is left out of plans."""

    __tablename__ = "customer"
    __table_args__ = (Index("ix_customer_folded", "folded"), Index("ix_customer_number", "number"), Index("ix_customer_rep", "rep_id"))

    number: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    name_local: Mapped[str] = mapped_column(default="")
    folded: Mapped[str]
    """The name as it is matched: NFKC, lower case, without legal form."""
    search: Mapped[str]
    """All that is searched, folded: names, place, person, note."""
    industry: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    prefecture: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    lat: Mapped[float | None]
    lng: Mapped[float | None]
    place_precision: Mapped[str] = mapped_column(default="")
    """exact, town, postal, city, prefecture, or empty without a place."""
    place_source: Mapped[str] = mapped_column(default="")
    """list, gazetteer, postal, pasted, orders, or empty."""
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    rep_id: Mapped[int | None] = mapped_column(ForeignKey("rep.id", ondelete="SET NULL"))
    topics: Mapped[str] = mapped_column(default="")
    """What to discuss next time; empty means the topics of its visit rule."""
    archived: Mapped[bool] = mapped_column(default=False)
    hand_edited: Mapped[str] = mapped_column(default="")
    """Names of the fields edited by hand, joined by blanks: an import does not overwrite them."""
    first_seen: Mapped[date | None]
    shared: Mapped[bool] = mapped_column(default=False, server_default="0")
    """Whether any rep may visit it, not only its own."""


class CustomerTag(Base):
    """A word the owner put on a customer."""

    __tablename__ = "customer_tag"
    __table_args__ = (UniqueConstraint("customer_id", "tag"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    tag: Mapped[str]


class CustomerHours(Base):
    """An opening window of a customer on a weekday, minutes after midnight; a weekday may have several that do not touch.

    No row for any weekday: always open; `start` == `end`: closed.
    """

    __tablename__ = "customer_hours"
    __table_args__ = (UniqueConstraint("customer_id", "weekday", "start"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    weekday: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]


class CustomerClosed(Base):
    """When a customer is closed: from `first` to `last`, both included, or on a day of every month (31: its last day)."""

    __tablename__ = "customer_closed"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"), index=True)
    first: Mapped[date | None]
    last: Mapped[date | None]
    month_day: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")


class CustomerRule(Base):
    """Where a customer differs from the visit rule of its tier; None follows the tier. Gaps are days, duration minutes.

    `visits` in every `every` `unit`s are all set or all None. `weekdays` are those on which it may be visited, `preferred` those it likes
    (bit n: weekday n, Monday 0; no bit of `preferred`: any).
    """

    __tablename__ = "customer_rule"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"), unique=True)
    visits: Mapped[int | None]
    every: Mapped[int | None]
    unit: Mapped[str | None]
    least_gap: Mapped[int | None]
    greatest_gap: Mapped[int | None]
    duration: Mapped[int | None]
    weekdays: Mapped[int] = mapped_column(default=127, server_default="127")
    preferred: Mapped[int] = mapped_column(default=0, server_default="0")


class OrderLine(Base):
    """One line of an order. `amount` and `profit` are ten-thousandths of the currency unit; a return is negative.

    Lines with the same `order_number` and customer are one order; a line without a number is an order of its own.
    """

    __tablename__ = "order_line"
    __table_args__ = (
        Index("ix_order_line_customer_day", "customer_id", "day"),
        Index("ix_order_line_key", "line_key"),
        Index("ix_order_line_day", "day"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    order_number: Mapped[str] = mapped_column(default="")
    line_key: Mapped[str] = mapped_column(default="")
    """What the line is known by when its list comes again: the row's own id, else all cells and the occurrence number."""
    day: Mapped[date]
    amount: Mapped[int]
    profit: Mapped[int | None]
    quantity: Mapped[int | None]
    """In ten-thousandths of a piece."""
    product: Mapped[str] = mapped_column(default="")


class ImportMemory(Base):
    """How the columns of a list were understood, so that the next list with the same headings needs no questions."""

    __tablename__ = "import_memory"

    headings: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    mapping: Mapped[str]
    """JSON: heading to field, and the date order."""
