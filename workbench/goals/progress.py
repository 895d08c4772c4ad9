"""Where a goal stands against its line, where it is likely to end, and its months."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from sqlalchemy.orm import Session

from models.base import MONEY_SCALE
from workbench import clock, formatting
from workbench.goals.actuals import daily
from workbench.goals.kgi import COUNTED, Goal, amount
from workbench.strings import tr

LEAST_CASES = 12
"""Orders that last year's span must have before its rhythm shapes the line."""

Z_90 = 1.645
"""Two-sided 90 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the goal, all in ten-thousandths: what the line asks for, what came, what came a year before."""

    first: date
    target: int
    actual: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Progress:
    """All figures in ten-thousandths. `line` is what the goal asks for by today; `seasonal` says that it follows last year's rhythm, else it
    is even over the days. `low`..`high` is where it is likely to end (90 %), None below five orders. `days_left` counts to the deadline."""

    actual: int
    target: int
    line: int
    low: int | None
    high: int | None
    days_left: int
    seasonal: bool
    months: tuple[Month, ...]

    @property
    def ahead(self) -> int:
        """Above the line if positive."""
        return self.actual - self.line


def progress(session: Session, goal: Goal) -> Progress | None:
    """The progress of a complete goal, None for a draft."""
    if not goal.complete or goal.metric is None or goal.target is None or goal.deadline is None:
        return None
    first, last, today = goal.first, goal.deadline, clock.today()
    target = goal.target
    if goal.metric == "growth":
        target = (goal.baseline or 0) * (100 * MONEY_SCALE + goal.target) // (100 * MONEY_SCALE)
    now = daily(session, goal.metric, first, min(today, last))
    year_ago = {_year_later(day): value for day, value in daily(session, goal.metric, _year_earlier(first), _year_earlier(last)).items()}
    weights = _line_weights(session, first, last, year_ago)
    seasonal = weights is not None
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    share = weights or {d: 1 / len(days) for d in days}
    line = round(target * sum(share.get(d, 0.0) for d in days if d <= today))
    actual = sum(now.values())
    low, high = _likely_end(actual, target, line, _orders(session, first, min(today, last)))
    return Progress(actual, target, line, low, high, max((last - today).days, 0), seasonal, _months(days, share, target, now, year_ago))


def standing(goal: Goal, found: Progress, currency: str) -> str:
    """ "Ahead of the line by 3.", in the goal's unit; within half a unit it is on the line."""
    metric = "revenue" if goal.metric == "growth" else goal.metric
    gap = abs(found.ahead)
    if gap < (MONEY_SCALE // 2 if metric in COUNTED else max(found.target // 200, 1)):
        return tr("On the line.")
    text = amount(metric, gap, currency)
    return tr("Ahead of the line by {gap}.", gap=text) if found.ahead > 0 else tr("Behind the line by {gap}.", gap=text)


def likely(goal: Goal, found: Progress, currency: str) -> str:
    """ "54–67", or empty while it is too early to say."""
    if found.low is None or found.high is None:
        return ""
    metric = "revenue" if goal.metric == "growth" else goal.metric
    if metric in COUNTED:
        return formatting.span(formatting.number(found.low / MONEY_SCALE), formatting.number(found.high / MONEY_SCALE))
    return formatting.span(f"{amount(metric, found.low, currency)} ", f" {amount(metric, found.high, currency)}")


def _orders(session: Session, first: date, last: date) -> int:
    return sum(daily(session, "orders", first, last).values()) // MONEY_SCALE


def _line_weights(session: Session, first: date, last: date, year_ago: dict[date, int]) -> dict[date, float] | None:
    """Each day's share of the span as it was a year before, smoothed over the days of a month; None where too little happened then."""
    if _orders(session, _year_earlier(first), _year_earlier(last)) < LEAST_CASES:
        return None
    months: dict[tuple[int, int], int] = {}
    days: dict[tuple[int, int], int] = {}
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        key = (day.year, day.month)
        months[key] = months.get(key, 0) + max(year_ago.get(day, 0), 0)
        days[key] = days.get(key, 0) + 1
    total = sum(months.values())
    if total <= 0:
        return None
    return {
        day: months[day.year, day.month] / total / days[day.year, day.month]
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1))
    }


def _likely_end(actual: int, target: int, line: int, orders: int) -> tuple[int | None, int | None]:
    """Where it ends if the rest goes as the line does at the pace so far; 90 %, orders arriving at random (Poisson)."""
    if orders < 5 or line <= 0 or actual <= 0:
        return None, None
    rest = actual / line * max(target - line, 0)
    if rest <= 0:
        return actual, actual
    coming = rest / actual * orders
    spread = Z_90 * rest * sqrt(1 / coming + 1 / orders)
    return round(actual + max(rest - spread, 0)), round(actual + rest + spread)


def _months(days: list[date], share: dict[date, float], target: int, now: dict[date, int], year_ago: dict[date, int]) -> tuple[Month, ...]:
    keys = sorted({(d.year, d.month) for d in days})
    exact = [sum(share.get(d, 0.0) for d in days if (d.year, d.month) == k) * target for k in keys]
    parts = whole_parts(exact, target, MONEY_SCALE if target % MONEY_SCALE == 0 else 1)
    return tuple(Month(date(*k, 1), part, _sum(now, k), _sum(year_ago, k)) for k, part in zip(keys, parts, strict=True))


def _sum(found: dict[date, int], month: tuple[int, int]) -> int:
    return sum(v for d, v in found.items() if (d.year, d.month) == month)


def whole_parts(exact: list[float], total: int, step: int) -> list[int]:
    """Round `exact` to multiples of `step` so that they add up to `total` (a multiple of `step`): the largest remainders round up."""
    low = [int(x // step) * step for x in exact]
    missing = (total - sum(low)) // step
    order = sorted(range(len(exact)), key=lambda i: low[i] - exact[i])
    for n in range(missing):
        low[order[n % len(low)]] += step
    return low


def _year_earlier(day: date) -> date:
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _year_later(day: date) -> date:
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
