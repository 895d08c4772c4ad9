"""Points that lie on each other at a zoom, joined into one mark with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.maps.projection import TILE, Spot

NEAR = 30.0
"""Px between two marks at least."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One mark: its spot in the world (of all its points the middle), and the places of its points in the list that was clustered."""

    x: float
    y: float
    members: tuple[int, ...]


def clusters(spots: Sequence[Spot], zoom: float, near: float = NEAR) -> list[Cluster]:
    """Every point in exactly one cluster. Earlier points draw in later ones within `near` px of them."""
    reach = near / (TILE * 2**zoom)
    most = reach * reach
    places = [(int(x / reach), int(y / reach)) for x, y in spots]
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        cells[place].append(number)
    taken = bytearray(len(spots))
    made = []
    for number, (x, y) in enumerate(spots):
        if taken[number]:
            continue
        column, row = places[number]
        members: list[int] = []
        for place in [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]:
            cell = cells.get(place)
            if cell:
                near_by = [i for i in cell if (spots[i][0] - x) ** 2 + (spots[i][1] - y) ** 2 <= most]
                if near_by:
                    members += near_by
                    cells[place] = [i for i in cell if i not in near_by] if len(near_by) < len(cell) else []
        if len(members) == 1:
            made.append(Cluster(x, y, (number,)))
            continue
        for other in members:
            taken[other] = 1
        members.sort()
        count = len(members)
        made.append(Cluster(sum(spots[i][0] for i in members) / count, sum(spots[i][1] for i in members) / count, tuple(members)))
    return made
