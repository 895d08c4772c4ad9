"""Segments of customers, and how they are scored."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Segment(Base):
    """A group of customers found by a filter. A customer counts in the first segment by `position` that it matches.

    `filter` is JSON (workbench.targeting.filters); `decision` is primary, secondary, later or empty while undecided. `channel` is visit (in
    person), desk, or empty where the tier's rule decides.
    """

    __tablename__ = "segment"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    filter: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="", server_default="")


class Criterion(Base):
    """What segments are scored on. `kind` is size, growth, win, rivalry, reach, fit or own; `weight` runs from 0 to 5."""

    __tablename__ = "criterion"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="own")
    weight: Mapped[int] = mapped_column(default=3)


class SegmentScore(Base):
    """A segment's score on a criterion, 1 to 5, set by hand."""

    __tablename__ = "segment_score"
    __table_args__ = (UniqueConstraint("segment_id", "criterion_id"),)

    segment_id: Mapped[int] = mapped_column(ForeignKey("segment.id", ondelete="CASCADE"))
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id", ondelete="CASCADE"), index=True)
    score: Mapped[int]


class StrategySegment(Base):
    """A segment that a strategy is aimed at."""

    __tablename__ = "strategy_segment"
    __table_args__ = (UniqueConstraint("strategy_id", "segment_id"),)

    strategy_id: Mapped[int] = mapped_column(ForeignKey("strategy.id", ondelete="CASCADE"))
    segment_id: Mapped[int] = mapped_column(ForeignKey("segment.id", ondelete="CASCADE"), index=True)


class Axis(Base):
    """An axis of the positioning map: its name and what its two ends mean. The first two by `position` are drawn."""

    __tablename__ = "axis"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    low: Mapped[str] = mapped_column(default="")
    high: Mapped[str] = mapped_column(default="")


class AxisPoint(Base):
    """Where somebody stands on an axis, 0 to 1: a rival, a segment's ideal, or ourselves where both are None."""

    __tablename__ = "axis_point"

    axis_id: Mapped[int] = mapped_column(ForeignKey("axis.id", ondelete="CASCADE"), index=True)
    rival_id: Mapped[int | None] = mapped_column(ForeignKey("rival.id", ondelete="CASCADE"), index=True)
    segment_id: Mapped[int | None] = mapped_column(ForeignKey("segment.id", ondelete="CASCADE"), index=True)
    value: Mapped[float]
