"""Actions: measures with an owner and a day; and the assumptions that a plan rests on."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Action(Base):
    """A measure. It serves a strategy or a segment, or both are None while it is loose. `status` is open, doing, done or dropped."""

    __tablename__ = "action"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    strategy_id: Mapped[int | None] = mapped_column(ForeignKey("strategy.id", ondelete="SET NULL"), index=True)
    segment_id: Mapped[int | None] = mapped_column(ForeignKey("segment.id", ondelete="SET NULL"), index=True)
    rep_id: Mapped[int | None] = mapped_column(ForeignKey("rep.id", ondelete="SET NULL"))
    due: Mapped[date | None]
    status: Mapped[str] = mapped_column(default="open")
    done_on: Mapped[date | None]
    kpi: Mapped[str] = mapped_column(default="", server_default="")
    """What it is to move: "goal", "stage" and the id of a funnel stage ("stage:3"), or empty."""


class Assumption(Base):
    """What the plan takes for granted. `subject` is market, rivals or ourselves."""

    __tablename__ = "assumption"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    subject: Mapped[str] = mapped_column(default="market")
    text: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    reviewed_on: Mapped[date | None]
    """The day on which the owner last said that it holds."""
