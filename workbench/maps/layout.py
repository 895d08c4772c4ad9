"""Where names stand on a map: marks keep their place, their own names come next, names of the base map fill what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.maps.labels import Box, Room, beside
from workbench.maps.projection import View
from workbench.maps.tiles import Label

DOT = 4.0
GAP = 4.0

Measure = Callable[[str, str, str], tuple[float, float]]
"""Width and height in px of a text in a kind of label, with room for the square of a tier where there is one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands at a px of the view and covers `reach` px around it; with a name it wants a label of that kind."""

    x: float
    y: float
    reach: float
    name: str = ""
    kind: str = ""
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A label with its place: kind is c, w, s, t of the base map, or the mark's own; `dot` is where a station is."""

    text: str
    kind: str
    box: Box
    tier: str = ""
    dot: tuple[float, float] | None = None


def lay_out(
    view: View,
    marks: Sequence[Mark],
    labels: Iterable[Label],
    measure: Measure,
    language: str,
    within: Box | None = None,
    kept_free: Iterable[Box] = (),
    ways: Iterable[Sequence[tuple[float, float]]] = (),
) -> list[Words]:
    """Names of the marks in their order, then of the base map; what has no room is left out. `within` is where names may stand;
    a mark's name stands within the view and clear of the `ways` where it can, a name of the base map only there."""
    room, made = Room(), []
    lines = Room()
    for way in ways:
        for box in _along(way):
            lines.take(box)
    whole = (0.0, 0.0, view.width, view.height)
    for box in kept_free:
        room.take(box)
    for mark in marks:
        room.take((mark.x - mark.reach, mark.y - mark.reach, mark.x + mark.reach, mark.y + mark.reach))
    for mark in marks:
        if mark.name:
            width, height = measure(mark.name, mark.kind, mark.tier)
            spots = [box for box in beside(mark.x, mark.y, mark.reach + GAP, width, height) if _inside(box, within)]
            spots.sort(key=lambda box: (not _inside(box, whole), not lines.free(box)))
            if found := room.first_free(spots):
                made.append(Words(mark.name, mark.kind, found, mark.tier))
    seen: set[str] = set()
    for label in labels:
        x, y = view.pixel(label.x, label.y)
        text = label.text(language)
        width, height = measure(text, label.kind, "")
        if label.kind == "s":
            dot: tuple[float, float] | None = (x, y)
            spots = list(beside(x, y, DOT + 1, width, height))
        else:
            dot = None
            spots = [(x - width / 2, y - height / 2, x + width / 2, y + height / 2)]
        spots = [box for box in spots if _inside(box, within) and lines.free(box)]
        if (label.kind in "st" and text in seen) or not (found := room.first_free([_padded(box) for box in spots])):
            continue
        seen.add(text)
        left, top, right, bottom = found
        made.append(Words(text, label.kind, (left + PAD, top, right - PAD, bottom), "", dot))
        if dot:
            room.take((x - DOT, y - DOT, x + DOT, y + DOT))
    return made


PAD = 6.0
"""Px kept free beside names of the base map."""


def _along(way: Sequence[tuple[float, float]]) -> Iterable[Box]:
    """Small boxes along a line."""
    for (ax, ay), (bx, by) in zip(way, way[1:], strict=False):
        count = min(int(max(abs(bx - ax), abs(by - ay)) / 6) + 1, 400)
        for step in range(count + 1):
            x, y = ax + (bx - ax) * step / count, ay + (by - ay) * step / count
            yield x - 2, y - 2, x + 2, y + 2


def _padded(box: Box) -> Box:
    return box[0] - PAD, box[1], box[2] + PAD, box[3]


def _inside(box: Box, within: Box | None) -> bool:
    return within is None or (box[0] >= within[0] and box[1] >= within[1] and box[2] <= within[2] and box[3] <= within[3])
