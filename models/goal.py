"""The goal of a plan (KGI)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Kgi(Base):
    """What is to be reached by when, up from what. Empty parts make it a draft.

    `metric` is orders, revenue, profit, new_customers or growth. `target` and `baseline` are ten-thousandths: of the currency unit for
    money, of one for counts, of a percent for growth.
    """

    __tablename__ = "kgi"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    metric: Mapped[str | None]
    target: Mapped[int | None]
    deadline: Mapped[date | None]
    baseline: Mapped[int | None]
    baseline_first: Mapped[date | None]
    baseline_last: Mapped[date | None]
    position: Mapped[int] = mapped_column(default=0)
