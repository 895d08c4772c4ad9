"""Opening hours and closed weekdays as people write them: "Mon-Fri 9:00-12:00, 13:00-17:00", 月〜金 9:00〜17:00, 土日祝."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.customers.hours import Window, joined

ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
JAPANESE = "月火水木金土日"
ALL, WORKING, WEEKEND = frozenset(range(7)), frozenset(range(5)), frozenset((5, 6))
GROUPS = {
    "weekdays": WORKING, "weekday": WORKING, "平日": WORKING, "weekends": WEEKEND, "weekend": WEEKEND, "週末": WEEKEND,
    "every day": ALL, "everyday": ALL, "daily": ALL, "毎日": ALL, "全日": ALL,
}  # fmt: skip
DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day|s|r?s|nes|ur)?s?|[月火水木金土日](?:曜日?)?"
TIME = r"(\d{1,2})(?::(\d{2}))?(?::00)?\s*(am|pm)?"
TOKEN = re.compile(
    rf"(?P<group>{'|'.join(sorted(GROUPS, key=len, reverse=True))})|(?P<span>{TIME}\s*-\s*{TIME})|(?P<allday>24\s*(?:hours|h\b|時間)|24/7)"
    rf"|(?P<days>(?:{DAY})\s*-\s*(?:{DAY}))|(?P<day>{DAY})|(?P<closed>closed|休業|定休日?|休み|休|off)"
    r"|(?P<skip>[\s,;/、,。:()\[\]・|&+-]+|and|と|および|祝祭?日?|holidays?|public|open|営業|午前中?と)"
)
DASHES = re.compile("[〜～~–—−‐‑―ー]|から|\\bto\\b")
NEVER = frozenset(("なし", "無し", "無休", "年中無休", "none", "never", "no", "-"))


class NotHours(ValueError):
    """A text that is no opening hours, or names no weekdays."""


@dataclass(slots=True)
class _Part:
    """Weekdays (none: all others) with their windows."""

    days: set[int] = field(default_factory=set)
    windows: list[Window] = field(default_factory=list)
    closed: bool = False
    full: bool = False


def parse_hours(text: str) -> dict[int, tuple[Window, ...]]:
    """The windows of each weekday, in minutes after midnight; weekdays that are not named are closed, unless none is. Raises NotHours."""
    parts = _parts(text)
    if not any(part.windows or part.closed for part in parts) or any(part.days and not (part.windows or part.closed) for part in parts):
        raise NotHours
    named: dict[int, list[Window]] = {}
    others: list[Window] = []
    for part in parts:
        if part.days:
            for day in part.days:
                named.setdefault(day, []).extend(part.windows)
        else:
            others.extend(part.windows)
    if not any(named.values()) and not others:
        raise NotHours
    return {day: joined(named.get(day, others)) for day in range(7)}


def parse_weekdays(text: str) -> frozenset[int]:
    """The weekdays that a text names (日曜, 土日祝, Sat and Sun); none for なし. Raises NotHours."""
    if _folded(text) in NEVER:
        return frozenset()
    parts = _parts(text)
    days = frozenset(day for part in parts for day in part.days)
    if any(part.windows for part in parts) or (not days and "祝" not in text):
        raise NotHours
    return days


def hours_cell(hours: Mapping[int, Sequence[Window]]) -> str:
    """Opening hours as a list holds them, in a form that `parse_hours` reads: "Mon-Fri 9:00-12:00, 13:00-17:00; Sat 9:00-12:00"."""
    groups: list[tuple[int, int, tuple[Window, ...]]] = []
    for day in range(7):
        windows = tuple(hours.get(day, ()))
        if windows and groups and groups[-1][1] == day - 1 and groups[-1][2] == windows:
            groups[-1] = groups[-1][0], day, windows
        elif windows:
            groups.append((day, day, windows))
    parts = []
    for first, last, windows in groups:
        days = _title(first) if first == last else f"{_title(first)}-{_title(last)}"
        parts.append(f"{days} {', '.join(f'{_clock(opens)}-{_clock(closes)}' for opens, closes in windows)}")
    return "; ".join(parts)


def _title(day: int) -> str:
    return ENGLISH[day].title()


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _folded(text: str) -> str:
    """In plain width and small letters, times and dashes written one way."""
    text = DASHES.sub("-", unicodedata.normalize("NFKC", text)).casefold().strip()
    text = re.sub(r"午前\s*(\d)", r"\1", text)
    text = re.sub(r"午後\s*(\d{1,2})", lambda found: str(int(found[1]) % 12 + 12), text)
    text = re.sub(r"(\d)\s*時半", r"\1:30", text)
    text = re.sub(r"(\d)\s*時\s*(\d{1,2})\s*分", lambda found: f"{found[1]}:{int(found[2]):02d}", text)
    return re.sub(r"(\d)\s*時(?!間)", r"\1:00", re.sub(r"(\d)\.(\d{2})(?!\d)", r"\1:\2", text))


def _parts(text: str) -> list[_Part]:
    folded = _folded(text)
    parts, at = [_Part()], 0
    while at < len(folded):
        token = TOKEN.match(folded, at)
        if token is None or token.end() == at:
            raise NotHours
        at = token.end()
        if token["skip"]:
            continue
        here = parts[-1]
        if token["span"] or token["allday"]:
            here.windows.append((0, 24 * 60) if token["allday"] else _window(token))
            here.full = True
        elif token["closed"]:
            if here.full or here.windows:
                here = _Part()
                parts.append(here)
            here.closed, here.full = True, bool(here.days)
        else:
            if here.full:
                here = _Part()
                parts.append(here)
            here.days |= _days(token)
    return parts


def _days(token: re.Match[str]) -> frozenset[int]:
    if token["group"]:
        return GROUPS[token["group"]]
    if token["day"]:
        return frozenset((_number(token["day"]),))
    first, last = (_number(part.strip()) for part in token["days"].split("-"))
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def _number(name: str) -> int:
    return JAPANESE.index(name[0]) if name[0] in JAPANESE else ENGLISH.index(name[:3])


def _window(token: re.Match[str]) -> Window:
    groups = re.fullmatch(rf"{TIME}\s*-\s*{TIME}", token["span"])
    assert groups is not None
    ends = []
    for hour, minute, half in (groups.groups()[:3], groups.groups()[3:]):
        number = int(hour)
        if half:
            number = number % 12 + (12 if half == "pm" else 0)
        ends.append(number * 60 + int(minute or 0))
    if not 0 <= ends[0] < ends[1] <= 24 * 60 or any(int(m or 0) > 59 for m in (groups[2], groups[5])):
        raise NotHours
    return ends[0], ends[1]
