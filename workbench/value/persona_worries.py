"""Which value statements may answer a persona's worries: those that share a word with it, or for a worry about time those counted in time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.customers.folding import fold
from workbench.value.personas import PersonaView
from workbench.value.statements import StatementView

APART = re.compile(r"[;；、,，。・\n]| / |\.\s")
COUNTS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
LATIN, OTHER = re.compile(r"[a-zà-ÿ]{3,}"), re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]{2,}")
STEM, SHORTEST = 5, 4
SAID_OFTEN = """
about after again before from have into more need needs never over other others parts that their them then they this time very what when
where which will with without would your ours than does only each
"""
COMMON = frozenset(SAID_OFTEN.split())
TIME = ("lead time", "late", "slow", "delay", "wait", "deliver", "days", "納期", "遅", "待", "時間がかか", "日数")
UNITS = ("minute", "hour", "day", "week", "month", "分", "時間", "日", "週", "月")
MOST, MOST_WORRIES = 2, 6


@dataclass(frozen=True, slots=True)
class Worry:
    """One worry and the statements that may answer it, best first."""

    text: str
    statements: tuple[StatementView, ...]


def worries(found: PersonaView, statements: Sequence[StatementView]) -> tuple[Worry, ...]:
    """The worries of a persona one by one, in their order."""
    return tuple(Worry(text, _answers(text, statements)) for text in split(found.attribute("worries").text))


def split(text: str) -> tuple[str, ...]:
    """The single worries in a text, without their counts, at most MOST_WORRIES."""
    pieces = [COUNTS.sub("", piece).strip(" .") for piece in APART.split(text)]
    return tuple(dict.fromkeys(piece[:1].upper() + piece[1:] for piece in pieces if piece))[:MOST_WORRIES]


def _answers(worry: str, statements: Sequence[StatementView]) -> tuple[StatementView, ...]:
    wanted = _terms(worry)
    shared = [(len(wanted & _terms(f"{one.feature} {one.so_what} {one.gain}")), one) for one in statements]
    best = [one for count, one in sorted(shared, key=lambda pair: (-pair[0], pair[1].weak)) if count]
    if not best and any(word in fold(worry) for word in TIME):
        best = [one for one in statements if not one.weak and any(unit in fold(one.unit) for unit in UNITS)]
        best = sorted(best, key=lambda one: -one.change)[:1]
    return tuple(best[:MOST])


def _terms(text: str) -> frozenset[str]:
    """What is compared: the beginnings of words, and pairs of letters where words are not set apart."""
    flat = fold(text)
    words = {word[:STEM] for word in LATIN.findall(flat) if len(word) >= SHORTEST and word not in COMMON}
    return frozenset(words | {run[n : n + 2] for run in OTHER.findall(flat) for n in range(len(run) - 1) if _telling(run[n : n + 2])})


def _telling(pair: str) -> bool:
    """Whether a pair of letters says something: two kanji, or two katakana."""
    return all("\u3400" <= letter <= "\u9fff" for letter in pair) or all("\u30a1" <= letter <= "\u30fa" for letter in pair)
