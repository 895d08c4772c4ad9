"""Reading what people type: whole numbers, money, times of day, days. Full-width digits are read like others."""

import re
import unicodedata
from datetime import date, timedelta

from models.base import MONEY_SCALE
from workbench import clock
from workbench.errors import BadInput
from workbench.strings import tr

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_JA_DAYS = "月火水木金土日"
_UNITS = {
    "k": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "万": 10_000,
    "万円": 10_000,
    "億": 100_000_000,
    "億円": 100_000_000,
    "千": 1_000,
    "千円": 1_000,
}


def plain(text: str) -> str:
    """`text` in half-width letters, without spaces at the ends."""
    return unicodedata.normalize("NFKC", text).strip()


def parse_integer(text: str, low: int | None = None, high: int | None = None) -> int:
    """A whole number, with or without thousands separators. Raises BadInput; so it does outside `low` to `high`."""
    bare = plain(text).replace("−", "-").replace("▲", "-").replace(",", "").replace(" ", "")
    if not re.fullmatch(r"[+-]?\d{1,12}", bare):
        raise BadInput(tr("This is not a whole number."), "", tr("Type digits only, for example 60."))
    value = int(bare)
    if low is not None and value < low:
        raise BadInput(tr("At least {low}.", low=low))
    if high is not None and value > high:
        raise BadInput(tr("At most {high}.", high=high))
    return value


def parse_money(text: str) -> int:
    """An amount in ten-thousandths of the currency unit: 12,345 or ¥1.2 million or 480万. Raises BadInput."""
    bare = plain(text).replace("−", "-").replace("▲", "-").replace(",", "").lower()
    bare = re.sub(r"^[¥€$£a-z]{0,3}\s*(?=[-\d])|^-?[¥€$£]\s*(?=\d)", lambda found: "-" if found.group().startswith("-") else "", bare)
    found = re.fullmatch(r"([+-]?\d{1,15})(?:\.(\d{1,4}))?\s*([a-z]*|[万億千]?円?)", bare)
    unit = found.group(3) if found else ""
    if not found or unit not in {"", "円", *_UNITS}:
        raise BadInput(tr("This is not an amount."), "", tr("Type it like 12,345 or 1.2 million."))
    whole, decimals = found.group(1), (found.group(2) or "").ljust(4, "0")
    value = abs(int(whole)) * MONEY_SCALE + int(decimals)
    return (-value if whole.startswith("-") else value) * _UNITS.get(unit, 1)


def parse_time(text: str) -> int:
    """A time of day in minutes after midnight: 9:00, 930, 9, 9.30, 9時30分. Raises BadInput."""
    bare = plain(text).lower()
    found = re.fullmatch(r"(\d{1,2})(?:\s*(?:[:.h]|時)\s*(\d{2})?分?)?", bare) or re.fullmatch(r"(\d{1,2})(\d{2})", bare)
    if found:
        hour, minute = int(found.group(1)), int(found.group(2) or 0)
        if hour < 24 and minute < 60 or (hour, minute) == (24, 0):
            return hour * 60 + minute
    raise BadInput(tr("This is not a time of day."), "", tr("Type it like 9:00 or 930."))


def parse_day(text: str, today: date | None = None) -> date:
    """A day: "fri", "next tue", "来週火", "+3", "+2w", "27.11", "27 Nov", "2027-03-31", "11/27", "11月27日", "today", "tomorrow". Without a year it is the next such day.

    Day and month in 27.11; month and day in 11/27 unless only the other order makes a day. Raises BadInput.
    """
    now = today or clock.today()
    bare = plain(text).lower().rstrip(".")
    made = _word(bare, now) or _whole(bare) or _part(bare, now)
    if made is None:
        raise BadInput(tr("This is not a day."), "", tr("Type it like “fri”, “+3” or “27.11”."))
    return made


def _word(text: str, now: date) -> date | None:
    for words, shift in ((("today", "今日", "本日"), 0), (("tomorrow", "明日"), 1), (("yesterday", "昨日"), -1)):
        if text in words:
            return now + timedelta(days=shift)
    if found := re.fullmatch(r"([+-])\s*(\d{1,4})\s*(d|w|日|週)?", text):
        step = int(found.group(2)) * (7 if found.group(3) in ("w", "週") else 1)
        return now + timedelta(days=step if found.group(1) == "+" else -step)
    if found := re.fullmatch(r"next\s+([a-z]{3,9})", text):
        weekday = next((i for i, name in enumerate(_DAYS) if _FULL_DAYS[i].startswith(found.group(1))), None)
        return None if weekday is None else now + timedelta(days=7 - now.weekday() + weekday)
    if found := re.fullmatch(r"(今週|来週|再来週)の?([月火水木金土日])(曜日?)?", text):
        weeks = ("今週", "来週", "再来週").index(found.group(1))
        return now + timedelta(days=7 * weeks - now.weekday() + _JA_DAYS.index(found.group(2)))
    weekday = next((i for i, name in enumerate(_DAYS) if len(text) >= 2 and text[:3] == name[: len(text[:3])] and text.isalpha()), None)
    if weekday is None and re.fullmatch(r"[月火水木金土日](曜日?)?", text):
        weekday = _JA_DAYS.index(text[0])
    return now + timedelta(days=(weekday - now.weekday() - 1) % 7 + 1) if weekday is not None else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole(text: str) -> date | None:
    if found := re.match(r"(\d{4})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?(?:\s*\(.\))?$", text):
        return _made(*map(int, found.groups()))
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text):
        first, second, year = map(int, found.groups())
        return _made(year, second, first) or _made(year, first, second)
    if found := re.fullmatch(r"(\d{1,2})\s*([a-z]{3})[a-z]*\.?\s+(\d{4})", text):
        return _made(int(found.group(3)), _month(found.group(2)), int(found.group(1)))
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _part(text: str, now: date) -> date | None:
    order: list[tuple[int, int]] = []
    if found := re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})", text):
        order = [(int(found.group(2)), int(found.group(1)))]
    elif found := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})", text):
        first, second = int(found.group(1)), int(found.group(2))
        order = [(first, second), (second, first)]
    elif found := re.match(r"(\d{1,2})月\s*(\d{1,2})日?(?:\s*\(.\))?$", text):
        order = [(int(found.group(1)), int(found.group(2)))]
    elif found := re.fullmatch(r"(?:[a-z]{3,9}\s+)?(\d{1,2})\s*([a-z]{3})[a-z]*", text):
        order = [(_month(found.group(2)), int(found.group(1)))]
    for month, day in order:
        made = _made(now.year, month, day)
        if made is not None:
            return made if made >= now else _made(now.year + 1, month, day)
    return None
