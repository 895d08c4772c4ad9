"""Dates, times, numbers and money as people read them, in the language in use."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from models.base import MONEY_SCALE
from workbench.strings import language, tr

if TYPE_CHECKING:
    from babel import Locale

# Tables instead of the library's: loading its data takes as long as reading all that the first picture shows.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ja": ("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
}
NO_BREAK = "\u00a0"
"""The space between a number and its unit: no line ends there."""

SIGNS = {"JPY": ("¥", 0), "USD": ("$", 2), "EUR": ("€", 2), "GBP": ("£", 2)}


@cache
def _locale(code: str) -> "Locale":
    from babel import Locale

    return Locale.parse(code)


def day(value: date) -> str:
    """24 Nov 2026."""
    return f"{day_short(value)} {value.year}" if language() == "en" else f"{value.year}年{day_short(value)}"


def day_short(value: date) -> str:
    """24 Nov."""
    return f"{value.day} {month_short(value)}" if language() == "en" else f"{month_short(value)}{value.day}日"


def day_long(value: date) -> str:
    """Tuesday 24 November."""
    if language() == "ja":
        return f"{day_short(value)}（{weekday_short(value.weekday())}）"
    return f"{weekday_long(value.weekday())} {value.day} {month_name(value.month)}"


def month_short(value: date) -> str:
    """Nov."""
    return month_name(value.month)[: 3 if language() == "en" else None]


def month_long(value: date) -> str:
    """November 2026."""
    name = month_name(value.month)
    return f"{name} {value.year}" if language() == "en" else f"{value.year}年{name}"


def period(first: date, last: date) -> str:
    """1 Oct 2026 – 31 Mar 2027."""
    return f"{day(first)} – {day(last)}" if language() == "en" else f"{day(first)}～{day(last)}"


def month_period(first: date, last: date) -> str:
    """Apr – Sep 2026 where both ends lie at the ends of months, else the days."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return period(first, last)
    if language() == "ja":
        return f"{month_long(first)}～{month_short(last) if first.year == last.year else month_long(last)}"
    if first.year == last.year:
        return f"{month_short(first)} – {month_short(last)} {last.year}"
    return f"{month_short(first)} {first.year} – {month_short(last)} {last.year}"


def month_name(month: int) -> str:
    """April for 4."""
    return MONTHS[month - 1] if language() == "en" else f"{month}月"


def weekday_short(weekday: int) -> str:
    """Mon for 0."""
    return weekday_long(weekday)[: 3 if language() == "en" else 1]


def weekday_long(weekday: int) -> str:
    """Monday for 0."""
    return WEEKDAYS[language()][weekday]


def _together(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def clock_time(minute: int) -> str:
    """09:30 for 570 minutes after midnight."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def duration(minutes: int) -> str:
    """1 h 49, or 35 min below an hour."""
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return _together(tr("{minutes} min", minutes=rest))
    return _together(tr("{hours} h", hours=hours) if rest == 0 else tr("{hours} h {minutes:02d}", hours=hours, minutes=rest))


def hours(value: float, digits: int = 0) -> str:
    """11 h of so many hours; with decimals if asked for."""
    return _together(tr("{hours} h", hours=number(value, digits)))


def minutes(count: int) -> str:
    """35 min, also beyond an hour."""
    return _together(tr("{minutes} min", minutes=number(count)))


def distance(km: float) -> str:
    """51 km; below 10 with one decimal."""
    return _together(tr("{km} km", km=number(km, 1 if km < 9.95 and round(km, 1) != round(km) else 0)))


def number(value: float, digits: int = 0) -> str:
    """12,345 or 1,234.5; a minus is a true minus sign."""
    text = f"{value:,.{digits}f}"
    return text.replace("-", "−") if float(text.replace(",", "")) else text.lstrip("-")


def percent(share: float, digits: int = 0) -> str:
    """96 % for 0.96; Japanese sets no space."""
    text = number(share * 100, digits)
    return f"{text}%" if language() == "ja" else f"{text}{NO_BREAK}%"


def days(count: int) -> str:
    """13 days."""
    from workbench.strings import ntr

    return _together(ntr("{n} day", "{n} days", count))


def days_ago(count: int) -> str:
    """13 days, under a heading such as "Last visit"; Japanese says that they are past: 13日前."""
    return f"{days(count)}前" if language() == "ja" else days(count)


def span(low: str, high: str) -> str:
    """54–67 of two texts; Japanese writes 54～67."""
    return f"{low}～{high}" if language() == "ja" else f"{low}–{high}"


def megabytes(count: int) -> str:
    """1.3 MB for so many bytes."""
    return f"{number(count / 1024**2, 1)}{NO_BREAK}MB"


@cache
def currency_digits(currency: str) -> int:
    """Decimals of a currency: 0 for JPY, 2 for EUR."""
    if currency in SIGNS:
        return SIGNS[currency][1]
    from babel.numbers import get_currency_precision

    return int(get_currency_precision(currency))


@cache
def currency_symbol(currency: str, code: str) -> str:
    """¥, €, $ in the language `code`; the currency's own code where it has none."""
    if currency in SIGNS:
        return SIGNS[currency][0]
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, locale=_locale(code)))


def money(ten_thousandths: int, currency: str, digits: int | None = None) -> str:
    """¥12,345 or €1,234.50. Japanese yen are written 12,345円."""
    places = currency_digits(currency) if digits is None else digits
    text = number(ten_thousandths / MONEY_SCALE, places)
    if language() == "ja" and currency == "JPY":
        return f"{text}円"
    symbol, sign = currency_symbol(currency, language()), "−" if text.startswith("−") else ""
    return f"{sign}{symbol}{NO_BREAK if symbol[-1:].isalpha() or symbol == '¥' else ''}{text.lstrip('−')}"


def money_short(ten_thousandths: int, currency: str) -> str:
    """¥ 47.9 million, 4,790万円, €2.3 million; whole below a hundred thousand."""
    units = ten_thousandths / MONEY_SCALE
    if language() == "ja" and currency == "JPY":
        if abs(units) >= 100_000_000:
            return f"{number(units / 100_000_000, 2)}億円"
        return f"{number(units / 10_000)}万円" if abs(units) >= 100_000 else money(ten_thousandths, currency)
    if abs(units) >= 1_000_000:
        symbol = currency_symbol(currency, language())
        gap = NO_BREAK if symbol[-1:].isalpha() or symbol == "¥" else ""
        return _together(tr("{amount} million", amount=f"{symbol}{gap}{number(units / 1_000_000, 1)}"))
    return money(ten_thousandths, currency, 0)
