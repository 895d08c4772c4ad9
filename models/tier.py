"""Customer tiers: how they are made, what each customer got and why, and the visit rule of each tier."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Tiering(Base):
    """The one row that says how tiers are made. Thresholds are percent of the cumulated revenue; `first`..`last` is the span that counted."""

    __tablename__ = "tiering"

    method: Mapped[str] = mapped_column(default="pareto")
    a_percent: Mapped[float] = mapped_column(default=80.0)
    b_percent: Mapped[float] = mapped_column(default=95.0)
    first: Mapped[date | None]
    last: Mapped[date | None]
    tiered_on: Mapped[date | None]


class CustomerTier(Base):
    """What tier a customer has and why. `tier` is what counts; `by_figures` is what the figures say; they differ where a hand-made override is.

    `tier` and `by_figures` are A, B, C or N (prospect: no revenue yet). `revenue` is ten-thousandths of the currency unit in the span that
    counted; `share_before` and `share` are percent of the cumulated revenue before this customer and with it; `rank` counts from 1.
    """

    __tablename__ = "customer_tier"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"), unique=True)
    tier: Mapped[str] = mapped_column(index=True)
    by_figures: Mapped[str]
    revenue: Mapped[int]
    rank: Mapped[int]
    share_before: Mapped[float]
    share: Mapped[float]
    override_reason: Mapped[str] = mapped_column(default="")
    previous: Mapped[str] = mapped_column(default="")
    """The tier before the last change, empty if it never changed."""
    changed_on: Mapped[date | None]


class VisitRule(Base):
    """How often and how a tier is visited: `visits` times in `every` `unit`s (2 a month: 2, 1, month). Gaps are days, duration minutes.

    `tier` is A, B, C or N. `channel` is visit (in person) or desk (phone, online): desk customers get no planned visits.
    """

    __tablename__ = "visit_rule"

    tier: Mapped[str] = mapped_column(unique=True)
    visits: Mapped[int]
    every: Mapped[int] = mapped_column(default=1)
    unit: Mapped[str]
    """week, month or quarter."""
    least_gap: Mapped[int]
    greatest_gap: Mapped[int]
    duration: Mapped[int]
    channel: Mapped[str] = mapped_column(default="visit")
    topics: Mapped[str] = mapped_column(default="")
