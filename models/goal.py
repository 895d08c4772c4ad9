"""The goal of a plan (KGI), its months, and the funnel that leads to it."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Kgi(Base):
    """What is to be reached by when, up from what. Empty parts make it a draft.

    `metric` is orders, revenue, profit, new_customers or growth. `target` and `baseline` are ten-thousandths: of the currency unit for
    money, of one for counts, of a percent for growth. `split` says how the months were made: season, even or hand.
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
    split: Mapped[str] = mapped_column(default="season", server_default="season")


class KgiMonth(Base):
    """What a goal asks of one month, in the goal's ten-thousandths; `month` is its first day. A fixed month is not moved by the others."""

    __tablename__ = "kgi_month"
    __table_args__ = (UniqueConstraint("kgi_id", "month"),)

    kgi_id: Mapped[int] = mapped_column(ForeignKey("kgi.id", ondelete="CASCADE"))
    month: Mapped[date]
    target: Mapped[int]
    fixed: Mapped[bool] = mapped_column(default=False)


class KgiMonthChange(Base):
    """A month's target that was changed after the month had begun: it was `was` until the day `changed_on`, for a reason."""

    __tablename__ = "kgi_month_change"

    kgi_id: Mapped[int] = mapped_column(ForeignKey("kgi.id", ondelete="CASCADE"), index=True)
    month: Mapped[date]
    was: Mapped[int]
    changed_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")


class FunnelStage(Base):
    """One stage of the way to the goal, the last one is the goal itself. `kind` is visit, proposal, order or own.

    `rate` is the share of this stage that reaches the next one, set by hand; None asks the file's own visits and deals.
    """

    __tablename__ = "funnel_stage"

    kgi_id: Mapped[int] = mapped_column(ForeignKey("kgi.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="own")
    rate: Mapped[float | None]


class FunnelShare(Base):
    """A rep's share of the funnel in percent, set by hand."""

    __tablename__ = "funnel_share"
    __table_args__ = (UniqueConstraint("kgi_id", "rep_id"),)

    kgi_id: Mapped[int] = mapped_column(ForeignKey("kgi.id", ondelete="CASCADE"))
    rep_id: Mapped[int] = mapped_column(ForeignKey("rep.id", ondelete="CASCADE"))
    percent: Mapped[float]
