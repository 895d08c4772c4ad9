"""Months and periods of a goal, as the Goals pane names them."""

from collections.abc import Callable
from datetime import date, timedelta

from workbench import formatting
from workbench.goals.progress import Progress
from workbench.strings import tr


def heaviest(found: Progress, amount: Callable[[int], str]) -> str:
    """The month that carries most of the goal, or the two that share the first place, as a sentence."""
    most = max(month.target for month in found.months)
    best = [month for month in found.months if month.target == most]
    if len(best) == 2:
        first, second = (formatting.month_name(month.first.month) for month in best)
        part, target = amount(2 * most), amount(found.target)
        return tr("{first} and {second} carry {part} of {target}", first=first, second=second, part=part, target=target)
    month = formatting.month_long(best[0].first)
    return tr("{month} carries most: {part} of {target}", month=month, part=amount(most), target=amount(found.target))


def month_end(first: date) -> date:
    """The last day of the month of `first`."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def baseline_spans(first: date, last: date) -> tuple[tuple[date, date], ...]:
    """The periods offered for the baseline: as long just before the plan, and the same months a year ago."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    index = first.year * 12 + first.month - 1
    before = date((index - months) // 12, (index - months) % 12 + 1, 1)
    year_ago = date(first.year - 1, first.month, 1)
    end = index - 12 + months
    return (before, first - timedelta(days=1)), (year_ago, date(end // 12, end % 12 + 1, 1) - timedelta(days=1))
