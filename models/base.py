"""What all rows share: an integer key, and columns that keep money, days and times as whole numbers or ISO text."""

from datetime import date
from typing import ClassVar

from sqlalchemy import REAL, Integer, Text, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

MONEY_SCALE = 10_000
"""Money is kept in ten-thousandths of the workspace's currency unit: real lists carry up to four decimals."""


class Day(TypeDecorator[date]):
    """A calendar day kept as ISO text, so that the journal and plain SQL can read it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, kept as 1 or 0: strict tables know no BOOLEAN."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Base(DeclarativeBase):
    """A row with its own integer key; the undo journal finds it by this key."""

    type_annotation_map: ClassVar = {date: Day, bool: Flag, str: Text, float: REAL}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-1)
