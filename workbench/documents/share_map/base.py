"""The bundled base map around some places as rings and lines in degrees, for a page that can ask nobody for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.maps import tiles
from workbench.maps.clipping import clip_line, clip_ring, thinned
from workbench.maps.labels import Box
from workbench.maps.layout import Mark, lay_out
from workbench.maps.projection import Spot, View, fit, to_place

WIDTH, HEIGHT, AROUND = 1000.0, 700.0, 60.0
CLOSEST = 13.0
STOP = 14.0
FINER = 0.5
"""So many zooms finer than the first view the lines are."""
LEAST = 0.6
"""Px of the first view, made finer, between two points."""

Line = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class BaseName:
    """A name of the base map where it has room in the first view."""

    text: str
    kind: str
    lat: float
    lng: float


@dataclass(frozen=True, slots=True)
class Base:
    """Filled rings (`land` and `lakes`, a list of rings each piece) and lines by layer (the coast under LAND), in degrees; `box` is south, west, north, east."""

    view: View
    box: tuple[float, float, float, float]
    land: tuple[list[Line], ...]
    lakes: tuple[list[Line], ...]
    lines: dict[int, list[Line]]
    names: tuple[BaseName, ...]


def base_around(spots: list[Spot], language: str) -> Base:
    """The base map half a view wider than what shows these spots of the world."""
    view = fit(spots, WIDTH, HEIGHT, AROUND, CLOSEST)
    wide = replace(view, width=2 * WIDTH, height=2 * HEIGHT)
    fine = replace(wide, zoom=view.zoom + FINER)
    west, north, east, south = wide.bounds()
    land: list[list[Line]] = []
    lakes: list[list[Line]] = []
    lines: dict[int, list[Line]] = {}
    for area, source in tiles.places(tiles.GEOMETRY, fine.zoom, (west, north, east, south)):
        box = _inside(area, source, (west, north, east, south))
        shapes = tiles.shapes(source)
        for layer, filled in ((tiles.LAND, land), (tiles.LAKE, lakes)):
            if layer in shapes and (rings := list(_rings(shapes[layer], source, box, fine))):
                filled.append(rings)
        lines.setdefault(tiles.LAND, []).extend(_lines(tiles.coast(source), source, box, fine))
        for layer in (tiles.COUNTY, tiles.BRANCH, tiles.RAIL, tiles.STATE, tiles.COUNTRY):
            if layer in shapes and fine.zoom >= tiles.FROM_ZOOM[layer]:
                lines.setdefault(layer, []).extend(_lines(shapes[layer], source, box, fine))
    low, high = to_place(west, south), to_place(east, north)
    return Base(view, (low[0], low[1], high[0], high[1]), tuple(land), tuple(lakes), lines, tuple(_names(wide, spots, language)))


def _inside(area: tiles.Place, source: tiles.Place, bounds: Box) -> Box:
    """The part of an area inside the bounds, in units of the tile that fills it, a hair wider than it is."""
    part, side = 1 / (1 << area[0]), 1 << source[0]
    edges = (
        max(bounds[0], area[1] * part),
        max(bounds[1], area[2] * part),
        min(bounds[2], (area[1] + 1) * part),
        min(bounds[3], (area[2] + 1) * part),
    )
    left, top, right, bottom = ((edge * side - source[1 + place % 2]) * tiles.EXTENT for place, edge in enumerate(edges))
    return left - 4, top - 4, right + 4, bottom + 4


def _placed(points: list[Spot], source: tiles.Place, view: View) -> Line:
    side = 1 << source[0]
    least = LEAST / view.scale * side * tiles.EXTENT
    spots = (((source[1] + x / tiles.EXTENT) / side, (source[2] + y / tiles.EXTENT) / side) for x, y in thinned(points, least))
    return [(round(lat, 5), round(lng, 5)) for lat, lng in (to_place(*spot) for spot in spots)]


def _rings(shape: tiles.Shape, source: tiles.Place, box: Box, view: View) -> Iterator[Line]:
    for ring in shape.rings():
        found = clip_ring(list(zip(ring[0::2], ring[1::2], strict=True)), box)
        if len(found) > 2:
            yield _placed(found, source, view)


def _lines(shape: tiles.Shape, source: tiles.Place, box: Box, view: View) -> Iterator[Line]:
    for line in shape.rings():
        for run in clip_line(list(zip(line[0::2], line[1::2], strict=True)), box):
            yield _placed(run, source, view)


def _names(view: View, spots: list[Spot], language: str) -> Iterator[BaseName]:
    def measure(text: str, kind: str, tier: str) -> tuple[float, float]:
        return sum(7.0 if letter.isascii() else 13.0 for letter in text) + 24, 28.0

    marks = [Mark(*view.pixel(*spot), STOP) for spot in spots]
    for words in lay_out(view, marks, tiles.labels_in(view), measure, language):
        left, top, right, bottom = words.box
        lat, lng = view.place(*(words.dot or ((left + right) / 2, (top + bottom) / 2)))
        if words.kind != "s":
            yield BaseName(words.text, words.kind, round(lat, 5), round(lng, 5))
