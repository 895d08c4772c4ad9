"""Driving minutes between the ends of a rep's day and all of his customers, each pair estimated once and only when asked for."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.visits.problem import PlanRep
from workbench.visits.travel import Place, TravelRule

START, FINISH, FIRST_CUSTOMER = 0, 1, 2
"""Numbers of the places: where the rep's day starts, where it ends, and the first customer."""


class Roads:
    """Whole driving minutes between numbered places. No drive counts from or to one that is unknown."""

    def __init__(self, rule: TravelRule, rep: PlanRep, customers: Iterable[Place | None]) -> None:
        self._rule = rule
        self._places = [rep.start, rep.finish, *customers]
        self._known: dict[tuple[int, int], int] = {}

    def add(self, place: Place | None) -> int:
        """One more place; returns its number."""
        self._places.append(place)
        return len(self._places) - 1

    def minutes(self, start: int, end: int) -> int:
        """Minutes from one place to another."""
        pair = (start, end)
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = self._rule.leg(self._places[start], self._places[end]).minutes
        return known
