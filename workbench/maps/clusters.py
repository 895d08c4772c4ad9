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
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(spots):
        cells[int(x / reach), int(y / reach)].append(number)
    taken = [False] * len(spots)
    made = []
    for number, (x, y) in enumerate(spots):
        if taken[number]:
            continue
        column, row = int(x / reach), int(y / reach)
        members = []
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for other in cells.get((column + dx, row + dy), ()):
                    ox, oy = spots[other]
                    if not taken[other] and (ox - x) ** 2 + (oy - y) ** 2 <= reach * reach:
                        taken[other] = True
                        members.append(other)
        count = len(members)
        members.sort()
        made.append(
            Cluster(x, y, (number,))
            if count == 1
            else Cluster(sum(spots[i][0] for i in members) / count, sum(spots[i][1] for i in members) / count, tuple(members))
        )
    return made
