"""The company whose workspace this is, its days off, and its sales reps with their hours."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Company(Base):
    """The one row of settings that change documents and plans. Times are minutes after midnight, distances km, speeds km/h."""

    __tablename__ = "company"

    name: Mapped[str]
    country: Mapped[str]
    language: Mapped[str]
    currency: Mapped[str]
    paper: Mapped[str] = mapped_column(default="A4")
    fiscal_month: Mapped[int] = mapped_column(default=4)
    working_days: Mapped[int] = mapped_column(default=0b0011111)
    """Bit n stands for weekday n, Monday being 0."""
    day_start: Mapped[int] = mapped_column(default=540)
    day_end: Mapped[int] = mapped_column(default=1080)
    lunch_start: Mapped[int] = mapped_column(default=720)
    lunch_end: Mapped[int] = mapped_column(default=780)
    office_address: Mapped[str] = mapped_column(default="")
    office_lat: Mapped[float | None]
    office_lng: Mapped[float | None]
    road_factor: Mapped[float] = mapped_column(default=1.3)
    near_km: Mapped[float] = mapped_column(default=10.0)
    near_kmh: Mapped[float] = mapped_column(default=30.0)
    far_kmh: Mapped[float] = mapped_column(default=45.0)
    weight_even: Mapped[int] = mapped_column(default=2, server_default="2")
    """How much even days and reps matter in a plan beside driving, 0 (not at all) to 4."""
    weight_same: Mapped[int] = mapped_column(default=1, server_default="1")
    """How much the same weekday for a customer matters, 0 to 4."""
    workspace_id: Mapped[str]
    """Names the folder of this workspace's backups; a copy of the file keeps it."""
    sample: Mapped[bool] = mapped_column(default=False)


class ClosedDay(Base):
    """A range of days on which the whole company is closed, both ends included (年末年始, お盆)."""

    __tablename__ = "closed_day"

    first: Mapped[date]
    last: Mapped[date]
    name: Mapped[str]


class Rep(Base):
    """A sales rep. Days start and end at his own place (`start_lat`), or at the office where he has none or `starts_at`, `ends_at` say so."""

    __tablename__ = "rep"

    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    start_address: Mapped[str] = mapped_column(default="")
    start_lat: Mapped[float | None]
    start_lng: Mapped[float | None]
    field_hours: Mapped[float] = mapped_column(default=0.0)
    """Hours a week kept for visits and driving; 0 means all working hours less lunch."""
    starts_at: Mapped[str] = mapped_column(default="home", server_default="home")
    """home or office."""
    ends_at: Mapped[str] = mapped_column(default="home", server_default="home")
    most_visits: Mapped[int] = mapped_column(default=0, server_default="0")
    """Visits a day at most; 0 means no limit."""


class RepHours(Base):
    """A rep's own hours on one weekday, in minutes after midnight. No row: the company's hours. `start` == `end`: not working."""

    __tablename__ = "rep_hours"
    __table_args__ = (UniqueConstraint("rep_id", "weekday"),)

    rep_id: Mapped[int] = mapped_column(ForeignKey("rep.id", ondelete="CASCADE"))
    weekday: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]


class RepAbsence(Base):
    """Days on which a rep is away, both ends included."""

    __tablename__ = "rep_absence"

    rep_id: Mapped[int] = mapped_column(ForeignKey("rep.id", ondelete="CASCADE"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
