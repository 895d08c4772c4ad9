"""The bundled base map, read tile by tile when a tile is first needed. resources/making/map_tiles.py writes it."""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from math import floor
from pathlib import Path

from workbench.maps.projection import View

FILE = Path(__file__).resolve().parents[2] / "resources" / "map" / "base.tiles"
EXTENT = 8192
"""A tile is so many units across and down; its shapes reach `BUFFER` units beyond."""
BUFFER = 64
GEOMETRY, NAMES = 0, 1
LAND, LAKE, COUNTRY, STATE, COUNTY, RAIL, BRANCH = range(1, 8)
"""Layers. STATE: also prefectures; COUNTY: also municipalities; RAIL: Shinkansen and JR; BRANCH: all other railways."""
FROM_ZOOM = {LAND: 0.0, LAKE: 2.0, COUNTRY: 2.0, STATE: 4.5, COUNTY: 8.0, RAIL: 7.5, BRANCH: 9.0}
"""The zoom from which a layer is shown."""

Place = tuple[int, int, int]
"""Level, column and row of a tile."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Points of all rings (or lines) of a layer in tile units, x and y by turns, and how many points each ring has."""

    points: array[float]
    lengths: tuple[int, ...]

    def rings(self) -> Iterator[array[float]]:
        """The points of each ring."""
        start = 0
        for length in self.lengths:
            yield self.points[start : start + 2 * length]
            start += 2 * length


@dataclass(frozen=True, slots=True)
class Label:
    """A name of the base map: the zoom from which it may show, its kind (c city, w ward, s station, t town), its spot in the world."""

    zoom: float
    kind: str
    x: float
    y: float
    japanese: str
    english: str

    def text(self, language: str) -> str:
        """The name in `ja` or else in Latin letters, where it is known so."""
        return self.japanese if language == "ja" or not self.english else self.english


@cache
def _index() -> dict[tuple[int, Place], tuple[int, int]]:
    with FILE.open("rb") as data:
        head = data.read(12)
        count = struct.unpack("<I", head[8:])[0]
        rows = struct.iter_unpack("<HHIIII", data.read(20 * count))
        return {(kind, (level, column, row)): (offset, length) for kind, level, column, row, offset, length in rows}


def _content(kind: int, place: Place) -> bytes:
    found = _index().get((kind, place))
    if found is None:
        return b""
    with FILE.open("rb") as data:
        data.seek(found[0])
        return zlib.decompress(data.read(found[1]))


@lru_cache(maxsize=400)
def shapes(place: Place) -> dict[int, Shape]:
    """The layers of a tile; none where there is only sea."""
    content = _content(GEOMETRY, place)
    found, at = {}, 0
    while at < len(content):
        layer, rings, count = struct.unpack_from("<HHI", content, at)
        at += 8
        lengths = _short("H", content[at : at + 2 * rings])
        at += 2 * rings
        points = array("d", bytes(16 * count))
        for axis in (0, 1):
            pairs = bytearray(2 * count)
            pairs[0::2], pairs[1::2] = content[at : at + count], content[at + count : at + 2 * count]
            points[axis::2] = array("d", accumulate(_short("h", bytes(pairs))))
            at += 2 * count
        found[layer] = Shape(points, tuple(lengths))
    return found


def _short(kind: str, content: bytes) -> array[int]:
    values: array[int] = array(kind)
    values.frombytes(content)
    if sys.byteorder == "big":
        values.byteswap()
    return values


@lru_cache(maxsize=200)
def labels(place: Place) -> tuple[Label, ...]:
    """The names in a tile, those for the lesser zooms first."""
    level, column, row = place
    side = 1 << level
    made = []
    for line in _content(NAMES, place).decode("utf-8").splitlines():
        zoom, kind, x, y, japanese, english = line.split("\t")
        made.append(
            Label(float(zoom), kind, (column + int(x) / EXTENT) / side, (row + int(y) / EXTENT) / side, sys.intern(japanese), english)
        )
    return tuple(made)


@cache
def levels(kind: int) -> tuple[int, ...]:
    """The levels there are, the finest first."""
    return tuple(sorted({place[0] for known, place in _index() if known == kind}, reverse=True))


def places(kind: int, zoom: float, bounds: tuple[float, float, float, float]) -> Iterator[tuple[Place, Place]]:
    """The tiles that cover `bounds` (west, north, east, south of the world) at a zoom: the area to fill, and the tile to fill it from.

    Both are the same where there is a tile so fine; else the tile is the nearest coarser one.
    """
    fine = [level for level in levels(kind) if level <= max(zoom, 0)]
    level, side = fine[0], 1 << fine[0]
    west, north, east, south = bounds
    for row in range(max(0, floor(north * side)), min(side - 1, floor(south * side)) + 1):
        for column in range(max(0, floor(west * side)), min(side - 1, floor(east * side)) + 1):
            area = (level, column, row)
            for other in fine:
                shift = level - other
                source = (other, column >> shift, row >> shift)
                if (kind, source) in _index():
                    yield area, source
                    break


def labels_in(view: View, margin: float = 0.0) -> list[Label]:
    """The names that may show in a view, the more important first, with `margin` px around it."""
    west, north, east, south = bounds = view.bounds(margin)
    found = []
    for area, source in places(NAMES, view.zoom, bounds):
        level, column, row = area
        side = 1 << level
        left, right = max(west, column / side), min(east, (column + 1) / side)
        top, bottom = max(north, row / side), min(south, (row + 1) / side)
        found += [
            label for label in labels(source) if label.zoom <= view.zoom + 1e-6 and left <= label.x < right and top <= label.y < bottom
        ]
    return sorted(found, key=lambda label: (label.zoom, "cwst".index(label.kind)))


@lru_cache(maxsize=400)
def coast(place: Place) -> Shape:
    """The outlines of a tile's land as lines, without the edges along which it was cut."""
    shape = shapes(place).get(LAND)
    if shape is None:
        return Shape(array("d"), ())
    low, high = -BUFFER, EXTENT + BUFFER
    cut = (low, high)
    points: array[float] = array("d")
    lengths = []
    for ring in shape.rings():
        if low not in ring and high not in ring:
            points.extend(ring)
            points.extend(ring[:2])
            lengths.append(len(ring) // 2 + 1)
            continue
        count, run = len(ring) // 2, 0
        for corner in range(count):
            x, y = ring[2 * corner], ring[2 * corner + 1]
            after = 2 * ((corner + 1) % count)
            next_x, next_y = ring[after], ring[after + 1]
            if (x == next_x and x in cut) or (y == next_y and y in cut):
                if run:
                    lengths.append(run)
                run = 0
                continue
            if not run:
                points.extend((x, y))
                run = 1
            points.extend((next_x, next_y))
            run += 1
        if run:
            lengths.append(run)
    return Shape(points, tuple(lengths))
