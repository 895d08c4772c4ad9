"""A sales strategy for a period."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Plan(Base):
    """One sales strategy, 6 to 12 months, both ends included, with the two directions above it that it translates."""

    __tablename__ = "plan"

    name: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    company_direction: Mapped[str] = mapped_column(default="")
    marketing_direction: Mapped[str] = mapped_column(default="")
