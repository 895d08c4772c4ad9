"""Deals: opportunities with a stage and an amount."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Deal(Base):
    """An opportunity. `stage` is talk, proposal, won or lost; a lost deal keeps its reason. `amount` is ten-thousandths of the currency unit."""

    __tablename__ = "deal"
    __table_args__ = (Index("ix_deal_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    rep_id: Mapped[int | None] = mapped_column(ForeignKey("rep.id", ondelete="SET NULL"))
    title: Mapped[str]
    stage: Mapped[str] = mapped_column(default="talk")
    amount: Mapped[int]
    opened: Mapped[date]
    closed: Mapped[date | None]
    lost_reason: Mapped[str] = mapped_column(default="")
