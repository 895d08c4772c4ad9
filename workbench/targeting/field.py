"""The positioning map as figures alone: axes that say the same thing, the free field, where it is emptiest. All places run from 0 to 1."""

from collections.abc import Iterator, Sequence
from math import hypot, sqrt

Place = tuple[float, float]

CLOSE, NEAR, CLEAR = 0.7, 0.25, 0.22
"""Axes with so strong a correlation say the same; the free field is so near an ideal and so far from every rival."""
FEWEST, GRID, SAME = 3, 40, 1e-9


def correlation(pairs: Sequence[Place]) -> float | None:
    """Pearson's r of places, or None for fewer than three or where one side does not vary."""
    if len(pairs) < FEWEST:
        return None
    count = len(pairs)
    mean_x, mean_y = sum(x for x, _ in pairs) / count, sum(y for _, y in pairs) / count
    over_x, over_y = sum((x - mean_x) ** 2 for x, _ in pairs), sum((y - mean_y) ** 2 for _, y in pairs)
    if over_x < SAME or over_y < SAME:
        return None
    both = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    return max(-1.0, min(1.0, both / sqrt(over_x * over_y)))


def apart(one: Place, other: Place) -> float:
    """How far two places are from each other."""
    return hypot(one[0] - other[0], one[1] - other[1])


def emptiest(ideals: Sequence[Place], rivals: Sequence[Place]) -> tuple[Place, int, int] | None:
    """The place within reach of an ideal that is farthest from the nearest rival, with the index of that ideal and rival.

    None without ideals or rivals, or where rivals leave nothing free. Of equally empty places the one nearest to its ideal counts.
    """
    best: tuple[tuple[float, float], Place, int, int] | None = None
    for number, ideal in enumerate(ideals) if rivals else ():
        for spot in _around(ideal):
            rival = min(range(len(rivals)), key=lambda at: apart(spot, rivals[at]))
            room = apart(spot, rivals[rival])
            if room < CLEAR:
                continue
            worth = (round(min(room, 2 * CLEAR) - 0.5 * apart(spot, ideal), 6), -apart(spot, ideal))
            if best is None or worth > best[0]:
                best = worth, spot, number, rival
    return None if best is None else best[1:]


def _around(ideal: Place) -> Iterator[Place]:
    yield ideal
    for across in range(GRID + 1):
        for up in range(GRID + 1):
            spot = across / GRID, up / GRID
            if apart(spot, ideal) <= NEAR:
                yield spot
