"""How often and how long a customer is visited, as people write it: "2/month", 月2回, every 3 weeks, 隔週; 45, 45分, 1h30."""

import re
import unicodedata
from math import gcd

from workbench.visits.cadence import Cadence
from workbench.visits.rules import LONGEST_MINUTES, MOST_EVERY, MOST_VISITS, SHORTEST_MINUTES

Often = tuple[int, int, str]
"""Visits, in every so many, units: (2, 1, "month")."""

UNITS = {"week": ("week", 1), "month": ("month", 1), "quarter": ("quarter", 1), "year": ("quarter", 4),
         "週": ("week", 1), "月": ("month", 1), "四半期": ("quarter", 1), "年": ("quarter", 4), "半年": ("quarter", 2)}  # fmt: skip
WORDS = {
    "weekly": "1/week", "biweekly": "1/2 week", "fortnightly": "1/2 week", "monthly": "1/month", "bimonthly": "1/2 month",
    "quarterly": "1/quarter", "yearly": "1/year", "annually": "1/year", "half-yearly": "1/2 quarter",
    "隔週": "1/2 week", "隔月": "1/2 month", "毎週": "1/week", "毎月": "1/month", "毎年": "1/year", "四半期ごと": "1/quarter", "半年ごと": "1/2 quarter",
}  # fmt: skip
NUMBERS = {"once": "1", "twice": "2", "one": "1", "two": "2", "three": "3", "four": "4", "other": "2"}
UNIT = r"(week|month|quarter|year)s?"
ENGLISH = (
    re.compile(rf"(?P<n>\d+)\s*(?:x|times?|visits?)?\s*(?:/|per|an?|each|every|in every|in)\s*(?P<every>\d+)?\s*{UNIT}"),
    re.compile(rf"(?P<n>)(?:every|each)\s*(?P<every>\d+)?\s*{UNIT}"),
)
KANJI = r"(四半期|半年|週間?|[かヶケカヵヵ箇ヵ]?月間?|年間?)"
ENOUGH = re.compile(rf"毎?(?P<every>\d+)?\s*{KANJI}\s*(?:に|あたり|ごとに?|毎に?)?\s*(?P<n>\d+)?\s*回?")
TURNED = re.compile(rf"(?P<n>\d+)\s*回\s*(?:/|毎)?\s*(?P<every>\d+)?\s*{KANJI}")
MINUTES = re.compile(r"(?:(\d+(?:\.\d+)?)\s*(?:h(?:ours?|rs?)?|時間))?\s*(?:(\d+)\s*(?:m(?:in(?:ute)?s?)?\.?|分)?)?|(\d):(\d\d)")


class NotOften(ValueError):
    """A text that does not say how often, or how long."""


def parse_often(text: str) -> Often:
    """How often: visits in every so many weeks, months or quarters. Raises NotOften."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip().rstrip(".。")
    folded = re.sub(r"[a-z]+", lambda word: NUMBERS.get(word[0], word[0]), WORDS.get(folded, folded))
    for pattern in ENGLISH:
        if found := pattern.fullmatch(folded):
            return _checked(found["n"], found["every"], found[found.lastindex or 1])
    for pattern in (TURNED, ENOUGH):
        if found := pattern.fullmatch(folded):
            unit = next((name for name in ("四半期", "半年", "週", "年") if name in found[0]), "月")
            if found["n"] or found["every"] or "ごと" in folded or "毎" in folded:
                return _checked(found["n"], found["every"], unit)
    raise NotOften


def _checked(n: str | None, every: str | None, name: str) -> Often:
    unit, many = UNITS[name]
    visits, period = int(n or 1), int(every or 1) * many
    if many > 1 and visits:
        common = gcd(visits, period)
        visits, period = visits // common, period // common
    if not 1 <= visits <= MOST_VISITS or not 1 <= period <= MOST_EVERY or Cadence(visits, unit, period).days < 1:  # type: ignore[arg-type]
        raise NotOften
    return visits, period, unit


def parse_minutes(text: str) -> int:
    """How long a visit takes, in minutes. Raises NotOften."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    found = MINUTES.fullmatch(folded)
    if not folded or found is None:
        raise NotOften
    hours, rest = (found[3], found[4]) if found[3] else (found[1], found[2])
    minutes = round(float(hours or 0) * 60) + int(rest or 0)
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        raise NotOften
    return minutes


def often_cell(visits: int, every: int, unit: str) -> str:
    """How often as a list holds it, in a form that `parse_often` reads: "2/month", "1/3 weeks"."""
    return f"{visits}/{unit}" if every == 1 else f"{visits}/{every} {unit}s"
