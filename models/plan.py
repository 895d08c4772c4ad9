"""A sales strategy for a period."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Plan(Base):
    """One sales strategy, 6 to 12 months, both ends included, the two directions above it, and the time box of its analysis."""

    __tablename__ = "plan"

    name: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    company_direction: Mapped[str] = mapped_column(default="")
    marketing_direction: Mapped[str] = mapped_column(default="")
    analysis_first: Mapped[date | None]
    """The day on which the time box of the analysis was opened."""
    analysis_weeks: Mapped[int] = mapped_column(default=3, server_default="3")
    """How long the time box is, 2 to 4 weeks."""
    analysis_closed: Mapped[date | None]
