"""What the journal knows about the rows of one table: when each was changed last, what it was before, and which are gone."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from models import Base

_VALUE = r"'(?:[^']|'')*'|[^,]*"
_SET = re.compile(rf"(\w+)=({_VALUE})")
_VALUES = re.compile(rf"(?:^|,)({_VALUE})")


@dataclass(frozen=True, slots=True)
class Revision:
    """How a row stands: a number that grows with every change of it and never falls, and when it was changed last (UTC), empty if unknown."""

    number: int
    at: str


@dataclass(frozen=True, slots=True)
class Revisions:
    """`before` are values that a row had once, a mapping of column to value for each change; `gone` are the rows that were removed, as they
    were then. Values are numbers, texts or None."""

    last: dict[int, Revision]
    otherwise: Revision
    before: dict[int, tuple[dict[str, Any], ...]]
    gone: dict[int, dict[str, Any]]

    def of(self, row: int) -> Revision:
        """The revision of a row; that of the oldest change known where the journal does not reach back to its last one."""
        return self.last.get(row, self.otherwise)


def revisions(db: Connection, table: str) -> Revisions:
    """Read them from the journal.

    Entries may have been dropped from it, the oldest ones or those of steps taken back. No dropped one is younger than the last gap in the
    entries' numbers, so a row counts as changed then at the latest: its number never falls.
    """
    gap = db.exec_driver_sql(
        "SELECT coalesce(max(e.id) - 1, 0) FROM undo_entry e WHERE NOT EXISTS (SELECT 1 FROM undo_entry p WHERE p.id = e.id - 1)"
    ).scalar_one()
    steps = db.exec_driver_sql("SELECT first_entry, at FROM undo_step ORDER BY first_entry").fetchall()
    columns = [column.name for column in Base.metadata.tables[table].columns]
    last: dict[int, int] = {}
    before: dict[int, list[dict[str, Any]]] = {}
    gone: dict[int, dict[str, Any]] = {}
    for number, op, row, sql in db.exec_driver_sql("SELECT id, op, row, sql FROM undo_entry WHERE tbl = ? ORDER BY id", (table,)):
        last[row] = number
        if op == "U":
            before.setdefault(row, []).append({name: _value(raw) for name, raw in _SET.findall(sql or "")})
        elif op == "D":
            values = [_value(raw) for raw in _VALUES.findall(sql or "")]
            if len(values) == len(columns):
                gone[row] = dict(zip(columns, values, strict=True))
        else:
            gone.pop(row, None)
    begins = [first for first, _ in steps]
    stamps = {row: _stamp(steps, bisect_right(begins, number) - 1) for row, number in last.items()}
    return Revisions(
        {row: Revision(max(number, gap), stamps[row]) for row, number in last.items()},
        Revision(gap, _stamp(steps, 0) if gap else ""),
        {row: tuple(values) for row, values in before.items()},
        gone,
    )


def _stamp(steps: Sequence[Any], place: int) -> str:
    """When a step was made; empty for what was there before the first one."""
    return str(steps[place][1]) if 0 <= place < len(steps) else ""


def _value(raw: str) -> Any:
    if raw.startswith("'"):
        return raw[1:-1].replace("''", "'")
    if raw == "NULL":
        return None
    try:
        return int(raw)
    except ValueError:
        return float(raw) if re.fullmatch(r"[-+0-9.eE]+", raw) else raw
