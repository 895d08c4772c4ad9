"""Where a goal stands against its line, where it is likely to end, and its months."""

from dataclasses import dataclass
from datetime import date
from math import sqrt

from sqlalchemy.orm import Session

from models.base import MONEY_SCALE
from workbench import clock, formatting
from workbench.goals.actuals import daily
from workbench.goals.kgi import COUNTED, Goal, amount
from workbench.goals.split import Split, Was, split, year_earlier, year_later
from workbench.strings import tr
from workbench.targeting.intervals import Z_90


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the goal, all in ten-thousandths: what it is to bring, what came, what came a year before, what it was to bring before."""

    first: date
    target: int
    actual: int
    last_year: int
    fixed: bool = False
    begun: bool = True
    over: bool = False
    was: tuple[Was, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """All figures in ten-thousandths. `line` is what the months ask for by the end of yesterday; `seasonal` says that they follow last year's.
    `low`..`high` is where it is likely to end (90 %), None below five orders. `days_left` counts to the deadline."""

    actual: int
    target: int
    line: int
    low: int | None
    high: int | None
    days_left: int
    seasonal: bool
    months: tuple[Month, ...]
    split: Split

    @property
    def ahead(self) -> int:
        """Above the line if positive."""
        return self.actual - self.line


def progress(session: Session, goal: Goal) -> Progress | None:
    """The progress of a complete goal, None for a draft."""
    found = split(session, goal.id) if goal.complete else None
    if found is None or goal.metric is None or goal.deadline is None:
        return None
    first, last, today = goal.first, goal.deadline, clock.today()
    now = daily(session, goal.metric, first, min(today, last))
    year_ago = {year_later(day): value for day, value in daily(session, goal.metric, year_earlier(first), year_earlier(last)).items()}
    line = _line(found, first, last, today)
    actual = sum(now.values())
    low, high = _likely_end(actual, found.total, line, _orders(session, first, min(today, last)))
    months = tuple(
        Month(part.first, part.target, _sum(now, part.first), _sum(year_ago, part.first), part.fixed, part.begun, part.over, part.was)
        for part in found.parts
    )
    return Progress(actual, found.total, line, low, high, max((last - today).days, 0), found.seasonal, months, found)


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


def _line(found: Split, first: date, last: date, today: date) -> int:
    """What the months ask for by the end of yesterday, even over the days of each: today is not over yet."""
    line = 0.0
    for part in found.parts:
        begins = max(part.first, first)
        done = min(max((today - begins).days, 0), part.days)
        line += part.target * done / part.days
    return found.total if today > last else round(line)


def _sum(found: dict[date, int], month: date) -> int:
    return sum(v for d, v in found.items() if (d.year, d.month) == (month.year, month.month))
