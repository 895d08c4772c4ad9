"""Japan's 47 prefectures in the order of their official numbers."""

import re
from functools import cache
from statistics import median

from workbench.customers.places import store
from workbench.customers.places.folding import fold_japanese, fold_latin
from workbench.customers.places.place import Place

ROMAJI = (
    "hokkaido",
    "aomori",
    "iwate",
    "miyagi",
    "akita",
    "yamagata",
    "fukushima",
    "ibaraki",
    "tochigi",
    "gunma",
    "saitama",
    "chiba",
    "tokyo",
    "kanagawa",
    "niigata",
    "toyama",
    "ishikawa",
    "fukui",
    "yamanashi",
    "nagano",
    "gifu",
    "shizuoka",
    "aichi",
    "mie",
    "shiga",
    "kyoto",
    "osaka",
    "hyogo",
    "nara",
    "wakayama",
    "tottori",
    "shimane",
    "okayama",
    "hiroshima",
    "yamaguchi",
    "tokushima",
    "kagawa",
    "ehime",
    "kochi",
    "fukuoka",
    "saga",
    "nagasaki",
    "kumamoto",
    "oita",
    "miyazaki",
    "kagoshima",
    "okinawa",
)
_ENDING = re.compile(r" ?(?:prefecture|pref|ken|fu|to)$")


@cache
def names() -> tuple[str, ...]:
    """Official names; prefecture number n is at n - 1."""
    return tuple(dict.fromkeys(row[0] for row in store.municipalities()))


@cache
def _folded() -> tuple[dict[str, int], dict[str, int]]:
    """Folded full name -> number, and the same without 都, 道, 府, 県."""
    full = {fold_japanese(name): number for number, name in enumerate(names(), 1)}
    return full, {name if name == "北海道" else name[:-1]: number for name, number in full.items()}


@cache
def number_of(field: str) -> int:
    """The number for a name in Japanese or Latin letters, 0 when it is none."""
    full, short = _folded()
    text = fold_japanese(field)
    if number := full.get(text) or short.get(text):
        return number
    latin = fold_latin(field)
    for name in (latin, _ENDING.sub("", latin)):
        if name in ROMAJI:
            return ROMAJI.index(name) + 1
    return 0


def split(text: str) -> tuple[int, str]:
    """The prefecture that a folded address begins with (0 when none) and what follows."""
    full = _folded()[0]
    for end in (3, 4):
        if number := full.get(text[:end]):
            return number, text[end:]
    return 0, text


def split_short(text: str) -> tuple[int, str]:
    """As `split`, for addresses that leave out 都, 府 or 県."""
    short = _folded()[1]
    for end in (3, 2):
        if number := short.get(text[:end]):
            return number, text[end:]
    return 0, text


@cache
def place(number: int) -> Place:
    """The middle of a prefecture's municipalities."""
    rows = [row for row in store.municipalities() if row[0] == names()[number - 1]]
    lat, lng = median(row[2] for row in rows), median(row[3] for row in rows)
    return Place(lat / store.DEGREES, lng / store.DEGREES, "prefecture", "gazetteer", names()[number - 1])
