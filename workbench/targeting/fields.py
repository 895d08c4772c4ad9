"""What a segment can ask of a customer: fields, their comparisons, and the kind of value each takes."""

from dataclasses import dataclass
from typing import TypeGuard

from workbench.strings import marked

Value = str | int
MOST_NUMBER, MOST_DAYS, MOST_LETTERS = 2**62, 36_500, 400
TIERS = ("A", "B", "C", "N")
SIZES = {
    "top": marked("the top tenth by revenue"),
    "upper": marked("the rest of the upper half"),
    "lower": marked("the lower half"),
    "none": marked("without revenue"),
}
"""Size of a customer by its rank in revenue: lists rarely tell heads, orders always tell money."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, the kind of its value (text, tier, size, rep, money, days, count) and its comparisons."""

    name: str
    kind: str
    comparisons: tuple[str, ...]


FIELDS = {
    "industry": Field(marked("industry"), "text", ("is", "is_not", "contains")),
    "size": Field(marked("size"), "size", ("is", "is_not")),
    "region": Field(marked("region"), "text", ("is", "is_not", "contains")),
    "cycle": Field(marked("purchase cycle"), "days", ("above", "below")),
    "tag": Field(marked("tag"), "text", ("has", "has_not")),
    "tier": Field(marked("tier"), "tier", ("is", "is_not")),
    "rep": Field(marked("rep"), "rep", ("is", "is_not")),
    "revenue": Field(marked("revenue"), "money", ("above", "below")),
    "last_order": Field(marked("last order"), "days", ("within", "before", "never")),
    "won": Field(marked("deals won"), "count", ("at_least", "fewer")),
    "lost": Field(marked("deals lost"), "count", ("at_least", "fewer")),
}
"""Fields in the order in which they are offered. The purchase cycle is the mean number of days between order days: two are needed."""

COMPARISONS = {
    "is": marked("is"),
    "is_not": marked("is not"),
    "contains": marked("contains"),
    "has": marked("is on it"),
    "has_not": marked("is not on it"),
    "above": marked("is above"),
    "below": marked("is below"),
    "within": marked("is within the last"),
    "before": marked("is longer ago than"),
    "never": marked("has never been"),
    "at_least": marked("at least"),
    "fewer": marked("fewer than"),
}


def is_value(kind: str, value: object) -> TypeGuard[Value]:
    """Whether a field of this kind can be compared with the value."""
    if kind == "text":
        return isinstance(value, str) and 0 < len(value) <= MOST_LETTERS and "\0" not in value and _encodes(value)
    if kind in ("tier", "size"):
        return isinstance(value, str) and value in (TIERS if kind == "tier" else SIZES)
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    low, high = {"money": (-MOST_NUMBER, MOST_NUMBER), "days": (0, MOST_DAYS), "count": (1, MOST_DAYS), "rep": (0, MOST_NUMBER)}[kind]
    return low <= value <= high


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
