"""The hours of a week that a rep keeps for visits and driving, as the plan fills them."""

from collections.abc import Mapping
from datetime import date, timedelta

from workbench.visits.day_route import DayRoute
from workbench.visits.problem import PlanRep, Problem


class WeekHours:
    """What is left of each week. Closed days take their part; what is outside the window is counted as the task tells it."""

    def __init__(self, problem: Problem, rep: PlanRep, days: Mapping[date, DayRoute]) -> None:
        self._days = days
        normal = [weekday for weekday in range(7) if rep.hours[weekday] is not None]
        self._there: dict[date, float] = {}
        for monday in {_monday(day) for day in days} if rep.week_minutes else ():
            week = [monday + timedelta(days=weekday) for weekday in normal]
            worked = sum(day not in problem.closed and day not in rep.away for day in week)
            self._there[monday] = rep.week_minutes * worked / len(normal) - problem.used_around.get((rep.id, monday), 0)
        self._used = {day: route.used_minutes() for day, route in days.items()} if self._there else {}

    @property
    def limited(self) -> bool:
        """Whether the rep keeps a part of the hours only."""
        return bool(self._there)

    def limit(self, day: date) -> float:
        """Minutes that the week of a day has for the days of the window."""
        return self._there[_monday(day)] if self._there else float("inf")

    def left(self, day: date) -> float:
        """Minutes left in the week of a day."""
        if not self._there:
            return float("inf")
        monday = _monday(day)
        return self.limit(day) - sum(self._used.get(monday + timedelta(days=offset), 0) for offset in range(7))

    def changed(self, day: date) -> None:
        """A visit was put on that day."""
        if self._there:
            self._used[day] = self._days[day].used_minutes()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
