"""The company's working days: weekdays worked, public holidays of its country, and its own closed days (年末年始)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from workbench.visits import kept_holidays

LONGEST_CLOSURE_DAYS = 400


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked. `closed` names each closed day that falls on a date; weekdays are 0 = Monday."""

    weekdays: frozenset[int]
    closed: Mapping[date, str]

    def is_working(self, day: date) -> bool:
        """Whether the company works on this day."""
        return day.weekday() in self.weekdays and day not in self.closed

    def closed_name(self, day: date) -> str | None:
        """The holiday or closure of this day by name; None on an ordinary weekday or weekend."""
        return self.closed.get(day)

    def working_days(self, first: date, last: date) -> list[date]:
        """The days worked from first to last, both included."""
        return [day for day in days_between(first, last) if self.is_working(day)]

    def next_working_day(self, after: date) -> date | None:
        """The first day worked later than `after`; None when there is none within about a year."""
        later = days_between(after + timedelta(days=1), after + timedelta(days=LONGEST_CLOSURE_DAYS))
        return next((day for day in later if self.is_working(day)), None)

    def previous_working_day(self, before: date) -> date | None:
        """The last day worked earlier than `before`; None when there is none within about a year."""
        for back in range(1, LONGEST_CLOSURE_DAYS + 1):
            day = before - timedelta(days=back)
            if self.is_working(day):
                return day
        return None


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included; nothing when last is earlier."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def monday_of(day: date) -> date:
    """The Monday of the week that holds this day."""
    return day - timedelta(days=day.weekday())


def public_holidays(country: str, first: date, last: date, language: str) -> dict[date, str]:
    """The country's public holidays between two days by name, in the language where it is known. Unknown countries have none."""
    named: dict[date, str] = {}
    for year in range(first.year, last.year + 1):
        named.update(_holidays_of_year(country.upper(), year, language))
    return {day: name for day, name in sorted(named.items()) if first <= day <= last}


@lru_cache(maxsize=64)
def _holidays_of_year(country: str, year: int, language: str) -> Mapping[date, str]:
    kept = kept_holidays.read(country, year, language)
    if kept is not None:
        return MappingProxyType(kept)
    import holidays

    languages = {"ja": ("ja",), "en": ("en_US", "en_GB", "en")}.get(language, (language,))
    try:
        supported = holidays.country_holidays(country).supported_languages
        chosen = next((name for name in languages if name in supported), None)
        found = dict(holidays.country_holidays(country, years=year, language=chosen))
    except NotImplementedError:
        return MappingProxyType({})
    kept_holidays.keep(country, year, language, found)
    return MappingProxyType(found)


def company_calendar(
    country: str,
    weekdays: frozenset[int],
    own_closed: Mapping[date, str],
    first: date,
    last: date,
    language: str,
) -> WorkCalendar:
    """The calendar of a company between two days. Its own closed days give their name where both fall on one day."""
    closed = public_holidays(country, first, last, language)
    closed.update({day: name for day, name in own_closed.items() if first <= day <= last})
    return WorkCalendar(weekdays, MappingProxyType(closed))
