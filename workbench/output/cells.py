"""Cells of a list that goes out: typed values, and text that no spreadsheet takes for a formula."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from workbench.output.plain_text import without_controls

Cell = str | int | float | Decimal | date | time | bool | None

_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*%?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its heading and its width in characters."""

    heading: str
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it goes out: `name` is the sheet's."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


def harmless(text: str) -> str:
    """`text` without control characters, and with ' before it where a spreadsheet would take it for a formula; numbers stay."""
    text = without_controls(text)
    bare = text.lstrip(" \u00a0\u3000")
    if bare[:1] in _FORMULA_STARTS and bare and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def unguarded(text: str) -> str:
    """`text` without the ' that `harmless` puts before a formula; any other ' stays."""
    bare = text[1:]
    return bare if text[:1] == "'" and harmless(bare) == text else text
