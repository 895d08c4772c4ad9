"""Boards of cards (3C, SWOT, 4P), the strategies made of them, rivals, and frozen snapshots."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Rival(Base):
    """A competitor by name; cards, positioning and lost deals refer to it."""

    __tablename__ = "rival"

    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class Card(Base):
    """One card. `board` is 3c, swot or 4p; `column` is customer, competitor, company; strengths, weaknesses, opportunities, threats;
    product, price, place, promotion.

    `weight` runs from 1 to 5. `source_id` is the card of another board from which it was sent.
    """

    __tablename__ = "card"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    board: Mapped[str]
    column: Mapped[str]
    position: Mapped[int]
    text: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    weight: Mapped[int] = mapped_column(default=3)
    question: Mapped[str] = mapped_column(default="")
    """The guiding question that a 3C card answers: a code, empty for none."""
    rival_id: Mapped[int | None] = mapped_column(ForeignKey("rival.id", ondelete="SET NULL"))
    source_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"))


class Strategy(Base):
    """A cross-SWOT strategy. `kind` is SO, WO, ST or WT; `effect` and `ease` run from 1 to 5; `position` is the owner's priority."""

    __tablename__ = "strategy"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    effect: Mapped[int] = mapped_column(default=3)
    ease: Mapped[int] = mapped_column(default=3)
    position: Mapped[int]


class StrategyCard(Base):
    """A card that a strategy is made of."""

    __tablename__ = "strategy_card"
    __table_args__ = (UniqueConstraint("strategy_id", "card_id"),)

    strategy_id: Mapped[int] = mapped_column(ForeignKey("strategy.id", ondelete="CASCADE"))
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)


class Snapshot(Base):
    """All boards as they stood on a day, as JSON that no later edit touches."""

    __tablename__ = "snapshot"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    taken_on: Mapped[date]
    name: Mapped[str] = mapped_column(default="")
    content: Mapped[str]
