"""Visits: planned, done, missed or cancelled; and visits asked for beside the rules."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Visit(Base):
    """One call on a customer. Times are minutes after midnight in local time; travel is from the stop before, in minutes and road km.

    `status` is planned, done, missed or cancelled; a planned visit in the past has no log yet. A locked visit is kept by every new plan
    as far as `hold` says.
    """

    __tablename__ = "visit"
    __table_args__ = (Index("ix_visit_customer_day", "customer_id", "day"), Index("ix_visit_day", "day"))

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    rep_id: Mapped[int] = mapped_column(ForeignKey("rep.id", ondelete="CASCADE"))
    day: Mapped[date]
    start: Mapped[int]
    end: Mapped[int]
    status: Mapped[str] = mapped_column(default="planned")
    locked: Mapped[bool] = mapped_column(default=False)
    hold: Mapped[str] = mapped_column(default="time", server_default="time")
    """How much of a locked visit stays: its time, its day, or its week."""
    travel_minutes: Mapped[int] = mapped_column(default=0)
    travel_km: Mapped[float] = mapped_column(default=0.0)
    topics: Mapped[str] = mapped_column(default="")
    """What to discuss on this visit; empty means the customer's topics, else the rule's."""
    note: Mapped[str] = mapped_column(default="")
    """What came of it."""
    why: Mapped[str] = mapped_column(default="")
    """A code that says why it was planned: due, overdue, first, hand."""


class ExtraVisit(Base):
    """A visit asked for beside the rules: to whom, by when, why. It is settled by the first visit done on or after `asked_on`."""

    __tablename__ = "extra_visit"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"), index=True)
    asked_on: Mapped[date]
    by: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
