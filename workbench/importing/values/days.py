"""Dates as lists write them, into ISO text. Which part is the day is decided over the whole column and said aloud."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.strings import marked, ntr, tr

ERAS = {
    "令和": 2018,
    "令": 2018,
    "R": 2018,
    "平成": 1988,
    "平": 1988,
    "H": 1988,
    "昭和": 1925,
    "昭": 1925,
    "S": 1925,
    "大正": 1911,
    "大": 1911,
    "T": 1911,
}
ERA = re.compile(r"(令和|平成|昭和|大正|[令平昭大]|[RHSTrhst])\.?\s*(元|\d{1,2})[年./-]\s*(\d{1,2})[月./-]\s*(\d{1,2})日?")
YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.]|年)\s*(\d{1,2})(?:[-/.]|月)\s*(\d{1,2})日?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
PARTS = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})")
WORDS_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s./]+([A-Za-z]{3,9})\.?,?[-\s./]+(\d{4}|\d{2})")
WORDS_MONTH = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
SERIAL = re.compile(r"[1-6]\d{4}(?:\.\d+)?")
TIME = re.compile(r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)$")
WEEKDAY = re.compile(r"\s*[(（][月火水木金土日祝・A-Za-z]{1,3}[)）]$")
MONTHS = {
    name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
ORDERS = {"ymd": marked("year first"), "dmy": marked("day first"), "mdy": marked("month first"), "yy": marked("short year first")}
MONTH_FIRST = ("US", "PH")
YEAR_FIRST_COUNTRIES = ("JP", "CN", "KR", "TW", "HU")


@dataclass(frozen=True, slots=True)
class DayStyle:
    """How a column writes dates where the order of the parts is open: ymd, dmy, mdy or yy (25/11/03)."""

    order: str
    evidence: str
    confidence: int
    open: bool = False

    @property
    def label(self) -> str:
        """The order in words."""
        return tr(ORDERS[self.order])


def cleaned(cell: str) -> str:
    """A cell as plain text without weekday and time of day."""
    text = cell.strip()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).strip()
        text = WEEKDAY.sub("", text)
    elif text.endswith(")"):
        text = WEEKDAY.sub("", text)
    if len(text) > 10 and ":" in text:
        text = TIME.sub("", text).strip()
    return text


def decide_days(cells: Mapping[str, int], country: str = "", order: str | None = None) -> DayStyle:
    """The order of day and month from all distinct `cells` of a column with their counts; `order` is the owner's choice."""
    if order:
        return DayStyle(order, tr("Chosen by hand."), 100)
    total = day_first = month_first = short_year = other = 0
    four = 0
    for cell, count in cells.items():
        match = PARTS.fullmatch(cleaned(cell))
        if not match:
            other += count
            continue
        total += count
        first, second = int(match[1]), int(match[2])
        four += count if len(match[3]) == 4 else 0
        if first > 31:
            short_year += count
        elif first > 12 >= second:
            day_first += count
        elif second > 12 >= first:
            month_first += count
    if not total:
        return DayStyle("ymd", tr("The year stands first or is named by its era: nothing is open."), 99)
    if short_year:
        return DayStyle("yy", tr("{count} dates begin with a short year.", count=short_year), 90)
    if day_first and not month_first:
        return DayStyle("dmy", _said(tr("Day first:"), day_first, tr("first"), tr("second")), _sure(day_first, total))
    if month_first and not day_first:
        return DayStyle("mdy", _said(tr("Month first:"), month_first, tr("second"), tr("first")), _sure(month_first, total))
    if day_first or month_first:
        best = "dmy" if day_first >= month_first else "mdy"
        sentence = tr(
            "Mixed: {day} dates can only be day first, {month} only month first; the fewer are left out.", day=day_first, month=month_first
        )
        return DayStyle(best, sentence, 60)
    if not four and country in YEAR_FIRST_COUNTRIES:
        return DayStyle("yy", tr("No date decides; short years stand first in the company's country."), 55, True)
    if country in MONTH_FIRST:
        return DayStyle("mdy", tr("No date decides; month first as in the company's country."), 60, True)
    return DayStyle("dmy", tr("No date decides; taken as day first."), 55, True)


def _said(head: str, count: int, here: str, there: str) -> str:
    return (
        head
        + " "
        + ntr(
            "{n} date has 13 to 31 in the {here} part, none in the {there}.",
            "{n} dates have 13 to 31 in the {here} part, none in the {there}.",
            count,
            here=here,
            there=there,
        )
    )


def _sure(votes: int, total: int) -> int:
    return 99 if votes >= 20 else 92 if votes >= 3 else 80


def agreed(styles: Mapping[str, DayStyle]) -> dict[str, DayStyle]:
    """Columns that leave the order open follow a column of the same file that decides it."""
    firm = next((style for style in styles.values() if not style.open and style.order in ("dmy", "mdy", "yy")), None)
    if firm is None:
        return dict(styles)
    return {
        name: DayStyle(firm.order, tr("No date here decides; as in the other column with dates."), max(60, firm.confidence - 10))
        if style.open
        else style
        for name, style in styles.items()
    }


class DayReader:
    """Reads the cells of one column by a style and remembers each: dates come again and again."""

    def __init__(self, style: DayStyle) -> None:
        """A reader for one column."""
        self.style = style
        self._known: dict[str, str | None] = {"": None}

    def read(self, cell: str) -> str | None:
        """A cell as an ISO day, None when it is empty. Raises ValueError when there is no such day."""
        try:
            return self._known[cell]
        except KeyError:
            pass
        day = parse_day(cell, self.style.order)
        text = day.isoformat() if day else None
        if len(self._known) < 100_000:
            self._known[cell] = text
        return text


def parse_day(cell: str, order: str = "dmy") -> date | None:
    """A cell as a day, None when it is empty. Raises ValueError for what is no day between 1900 and 2199."""
    text = cleaned(cell)
    if text in ("", "-", "—", "N/A", "NULL", "null"):
        return None
    if (match := YEAR_FIRST.fullmatch(text)) or (match := COMPACT.fullmatch(text)):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := PARTS.fullmatch(text):
        a, b, c = int(match[1]), int(match[2]), int(match[3])
        if order == "yy" and len(match[3]) == 2:
            return _day(_full(a), b, c)
        year = c if len(match[3]) == 4 else _full(c)
        return _day(year, a, b) if order == "mdy" else _day(year, b, a)
    if match := ERA.fullmatch(text):
        year = ERAS[match[1].upper()] + (1 if match[2] == "元" else int(match[2]))
        return _day(year, int(match[3]), int(match[4]))
    if match := WORDS_DAY.fullmatch(text):
        return _day(_full(int(match[3])), _month(match[2]), int(match[1]))
    if match := WORDS_MONTH.fullmatch(text):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if SERIAL.fullmatch(text):
        return date(1899, 12, 30) + timedelta(days=int(float(text)))
    raise ValueError(cell)


def _full(year: int) -> int:
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def _month(name: str) -> int:
    number = MONTHS.get(name[:3].lower())
    if not number:
        raise ValueError(name)
    return number


def _day(year: int, month: int, day: int) -> date:
    if not 1900 <= year < 2200:
        raise ValueError(year)
    return date(year, month, day)


def count_cells(cells: Iterable[str], into: dict[str, int]) -> None:
    """Add the cells of one piece to the counts of a column."""
    for cell in cells:
        into[cell] = into.get(cell, 0) + 1
