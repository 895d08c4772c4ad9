"""What segments gain: value statements; and the persona who buys."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class ValueStatement(Base):
    """A feature restated as what the customer gains. `before` and `after` are in `unit`; without both the statement is weak."""

    __tablename__ = "value_statement"

    segment_id: Mapped[int] = mapped_column(ForeignKey("segment.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    feature: Mapped[str]
    so_what: Mapped[str] = mapped_column(default="")
    gain: Mapped[str] = mapped_column(default="")
    before: Mapped[float | None]
    after: Mapped[float | None]
    unit: Mapped[str] = mapped_column(default="")


class Persona(Base):
    """The buyer in a segment."""

    __tablename__ = "persona"

    segment_id: Mapped[int] = mapped_column(ForeignKey("segment.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(default="")


class PersonaAttribute(Base):
    """One attribute of a persona. `key` is role, age, industry, interests, process, authority, worries or sources; `origin` is data, field or draft."""

    __tablename__ = "persona_attribute"
    __table_args__ = (UniqueConstraint("persona_id", "key"),)

    persona_id: Mapped[int] = mapped_column(ForeignKey("persona.id", ondelete="CASCADE"))
    key: Mapped[str]
    text: Mapped[str]
    origin: Mapped[str] = mapped_column(default="field")
