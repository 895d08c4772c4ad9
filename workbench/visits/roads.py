"""Driving minutes between the start of a rep's day and all of his customers, each pair estimated once and only when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.visits.travel import Place, TravelRule


class Roads:
    """Whole driving minutes between numbered places: 0 is where the rep's day starts, which may be unknown (then no drive counts)."""

    def __init__(self, rule: TravelRule, places: Sequence[Place | None]) -> None:
        self._rule = rule
        self._places = places
        self._size = len(places)
        self._known: dict[int, int] = {}

    def minutes(self, start: int, end: int) -> int:
        """Minutes from one place to another."""
        pair = start * self._size + end if start < end else end * self._size + start
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = self._rule.leg(self._places[start], self._places[end]).minutes
        return known
