"""Days of the sample company: everything is told in days before and after today, and falls on days that are worked."""

from datetime import date, timedelta
from functools import cached_property

from workbench.visits.calendar import WorkCalendar, company_calendar, monday_of

PLAN_AGE_DAYS = 54
"""Into the eighth week: 24 November for a plan that began on 1 October."""
HISTORY_DAYS = 730
QUIET_MONTH = -8
"""The month of Yao Spring's last order, counted from the plan's first."""
SLEEVES_DAYS = 74
"""Days since Hirano Seiki moved its sleeves to us."""
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def month_start(day: date, months: int = 0) -> date:
    """The first day of the month that lies `months` after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def month_end(day: date, months: int = 0) -> date:
    """The last day of the month that lies `months` after that of `day`."""
    return month_start(day, months + 1) - timedelta(days=1)


class Timeline:
    """Today, the plan around it, and the working days before and after."""

    def __init__(self, today: date, closed: dict[date, str]) -> None:
        self.today = today
        firsts = [month_start(today, -back) for back in (3, 2, 1)]
        self.plan_first = min(firsts, key=lambda first: abs((today - first).days - PLAN_AGE_DAYS))
        self.plan_last = month_end(self.plan_first, 5)
        self.months = (today.year - self.plan_first.year) * 12 + today.month - self.plan_first.month
        """Whole months between the plan's first month and this one."""
        self.history_first = today - timedelta(days=HISTORY_DAYS)
        span = self.history_first - timedelta(days=120), today + timedelta(days=120)
        self.calendar: WorkCalendar = company_calendar("JP", frozenset(range(5)), closed, *span, "en")

    @cached_property
    def day_zero(self) -> date:
        """Today when it is worked, else the next day that is."""
        return self.today if self.calendar.is_working(self.today) else self.ahead_of(self.today, 1)

    def works(self, day: date) -> bool:
        """Whether the company works on a day."""
        return self.calendar.is_working(day)

    def ahead_of(self, day: date, count: int) -> date:
        """The working day `count` after `day`, before it when negative."""
        step = 1 if count > 0 else -1
        while count:
            day += timedelta(days=step)
            if self.works(day):
                count -= step
        return day

    def ahead(self, count: int) -> date:
        """The working day `count` after day zero."""
        return self.ahead_of(self.day_zero, count)

    def last_week(self, back: int) -> date:
        """A day of last week: 1 is its last working day, 2 the one before."""
        return self.ahead_of(monday_of(self.day_zero), -back)

    def ago(self, days: int) -> date:
        """The working day `days` before day zero, or the nearest one earlier."""
        day = self.day_zero - timedelta(days=days)
        return day if self.works(day) else self.ahead_of(day, -1)

    def worked(self, first: date, last: date) -> list[date]:
        """The working days of a span; its last day where there are none."""
        return self.calendar.working_days(first, last) or [last]

    def dated(self, text: tuple[str, str], language: int) -> str:
        """A text in English (0) or Japanese (1) with its months filled in."""
        if "{" not in text[language]:
            return text[language]
        name = _month_ja if language else _month_en
        first, last = month_start(self.plan_first, 3), self.plan_last
        quarter = f"Q{last.month // 3}" if last.month % 3 == 0 else f"{name(first)[:3]}–{name(last)[:3]}"
        return text[language].format(
            end=name(last),
            after=name(month_start(last, 1)),
            quarter=(quarter, f"{first.month}〜{last.month}月")[language],
            quiet=name(month_start(self.plan_first, QUIET_MONTH)),
            summer=name(month_start(self.plan_first, -3)),
            sleeves=name(self.ago(SLEEVES_DAYS)),
        )


def _month_en(day: date) -> str:
    return MONTHS[day.month - 1]


def _month_ja(day: date) -> str:
    return f"{day.month}月"


def closed_ranges(today: date, language: str) -> list[tuple[date, date, str]]:
    """The company's own closed days from three years back to next year: summer and the turn of the year."""
    summer, winter = ("Summer closure", "Year-end closure") if language != "ja" else ("夏季休業（お盆）", "年末年始休業")
    ranges = []
    for year in range(today.year - 3, today.year + 2):
        ranges += [(date(year, 8, 12), date(year, 8, 15), summer), (date(year, 12, 29), date(year + 1, 1, 3), winter)]
    return ranges
