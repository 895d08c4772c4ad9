"""Cutting shapes to a rectangle, so that a page holds only what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.maps.labels import Box
from workbench.maps.projection import Spot


def clip_ring(points: Sequence[Spot], box: Box) -> list[Spot]:
    """The part of a filled ring inside the box; parts that fall asunder stay joined along its edge (Sutherland and Hodgman)."""
    left, top, right, bottom = box
    found = list(points)
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        if not found:
            return []
        kept: list[Spot] = []
        before = found[-1]
        inside_before = sign * (before[axis] - limit) >= 0
        for point in found:
            inside = sign * (point[axis] - limit) >= 0
            if inside != inside_before:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
                kept.append((limit, other) if axis == 0 else (other, limit))
            if inside:
                kept.append(point)
            before, inside_before = point, inside
        found = kept
    return found


def clip_line(points: Sequence[Spot], box: Box) -> Iterator[list[Spot]]:
    """The runs of a line whose edges may touch the box."""
    left, top, right, bottom = box
    run: list[Spot] = []
    for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
        if max(ax, bx) < left or min(ax, bx) > right or max(ay, by) < top or min(ay, by) > bottom:
            if run:
                yield run
            run = []
            continue
        if not run:
            run.append((ax, ay))
        run.append((bx, by))
    if run:
        yield run


def thinned(points: Sequence[Spot], least: float) -> list[Spot]:
    """Without points nearer than `least` to the one before; first and last stay."""
    if len(points) < 3:
        return list(points)
    kept = [points[0]]
    x, y = points[0]
    for point in points[1:-1]:
        if abs(point[0] - x) + abs(point[1] - y) >= least:
            kept.append(point)
            x, y = point
    return [*kept, points[-1]]
