"""Cutting the base map into tiles of Web Mercator and packing them into one file. workbench/maps/tiles.py reads it.

The file: `ASAICHI1`, the count of tiles, then kind, level, column, row, offset and length of each, then the tiles, each packed by itself.
"""

import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, pi, radians, sin
from pathlib import Path
from typing import Any

EXTENT = 8192
"""A tile is so many units across and down."""
BUFFER = 64
"""So much of the neighbours is in a tile too, so that no seam shows."""
MAGIC = b"ASAICHI1"
GEOMETRY, NAMES = 0, 1
LAND, LAKE, COUNTRY, STATE, COUNTY, RAIL, BRANCH = range(1, 8)
"""Layers. STATE: also prefectures; COUNTY: also municipalities; RAIL: Shinkansen and JR; BRANCH: all other railways."""

Key = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A label: the zoom from which it may show, its kind (c city, w ward, s station, t town), its names, its place in the world (0 to 1)."""

    zoom: float
    kind: str
    japanese: str
    english: str
    x: float
    y: float


def world(lng: float, lat: float) -> tuple[float, float]:
    """Web Mercator, 0 to 1 from 180 degrees west and from the north."""
    s = sin(radians(max(-85.05, min(85.05, lat))))
    return lng / 360 + 0.5, 0.5 - log((1 + s) / (1 - s)) / (4 * pi)


def projected(geometries: Any) -> Any:
    """shapely geometries in degrees, as places of the world."""
    import numpy
    import shapely

    def project(points: Any) -> Any:
        s = numpy.sin(numpy.radians(numpy.clip(points[:, 1], -85.05, 85.05)))
        return numpy.column_stack([points[:, 0] / 360 + 0.5, 0.5 - numpy.log((1 + s) / (1 - s)) / (4 * pi)])

    return shapely.transform(geometries, project)


class Pile:
    """Collects what goes into each tile."""

    def __init__(self) -> None:
        self._rings: dict[Key, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self._names: dict[Key, list[tuple[float, str]]] = defaultdict(list)

    def add(self, layer: int, level: int, geometries: Any, tolerance: float, wanted: Callable[[int, int, int], bool] | None = None) -> None:
        """Simplify by `tolerance` (in the world), cut into the tiles of `level` and keep; only tiles that are `wanted`."""
        import numpy
        import shapely

        plain = shapely.simplify(numpy.asarray(shapely.get_parts(geometries)), tolerance, preserve_topology=False)
        if layer in (LAND, LAKE):
            plain = plain[shapely.area(plain) > 12 * tolerance**2]
        self._cut(layer, level, plain[~shapely.is_empty(plain)], 0, 0, 0, wanted)

    def keep_empty(self, level: int, column: int, row: int) -> None:
        """A tile of open sea, so that no coarser one is shown instead."""
        self._rings[GEOMETRY, level, column, row]

    def _cut(self, layer: int, level: int, parts: Any, at: int, column: int, row: int, wanted: Callable[[int, int, int], bool] | None) -> None:
        import shapely

        if wanted is not None and not wanted(at, column, row):
            return
        side = 1 / (1 << at)
        edge = side * BUFFER / EXTENT
        inside = shapely.clip_by_rect(parts, column * side - edge, row * side - edge, (column + 1) * side + edge, (row + 1) * side + edge)
        inside = shapely.get_parts(inside)
        inside = inside[~shapely.is_empty(inside)]
        if not len(inside):
            return
        if at < level:
            for below in range(4):
                self._cut(layer, level, inside, at + 1, column * 2 + below % 2, row * 2 + below // 2, wanted)
        else:
            self._emit(layer, level, column, row, inside)

    def _emit(self, layer: int, level: int, column: int, row: int, parts: Any) -> None:
        import numpy
        import shapely

        kept = self._rings[GEOMETRY, level, column, row][layer]
        for part in parts:
            lines = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part] if part.geom_type == "LineString" else []
            for line in lines:
                points = numpy.round((shapely.get_coordinates(line) * (1 << level) - (column, row)) * EXTENT).astype("i4")
                new = numpy.ones(len(points), bool)
                new[1:] = (points[1:] != points[:-1]).any(axis=1)
                points = points[new]
                if len(points) >= (4 if layer in (LAND, LAKE) else 2):
                    kept.append(points[:-1] if layer in (LAND, LAKE) else points)

    def name(self, level: int, names: Iterable[Name]) -> None:
        """Put labels into the tiles of `level`."""
        side = 1 << level
        for one in names:
            column, row = int(one.x * side), int(one.y * side)
            x, y = round((one.x * side - column) * EXTENT), round((one.y * side - row) * EXTENT)
            english = "" if one.english == one.japanese else one.english
            line = f"{one.zoom:g}\t{one.kind}\t{x}\t{y}\t{one.japanese}\t{english}"
            self._names[NAMES, level, column, row].append((one.zoom, line))

    def write(self, target: Path) -> None:
        """Pack everything into one file."""
        packed: dict[Key, bytes] = {key: _geometry(layers) for key, layers in self._rings.items()}
        for key, lines in self._names.items():
            packed[key] = "\n".join(line for _, line in sorted(lines, key=lambda pair: pair[0])).encode()
        blocks = {key: zlib.compress(content, 9) for key, content in sorted(packed.items())}
        offset = len(MAGIC) + 4 + 20 * len(blocks)
        index = bytearray()
        for (kind, level, column, row), block in blocks.items():
            index += struct.pack("<HHIIII", kind, level, column, row, offset, len(block))
            offset += len(block)
        target.write_bytes(MAGIC + struct.pack("<I", len(blocks)) + bytes(index) + b"".join(blocks.values()))


def _geometry(layers: dict[int, list[Any]]) -> bytes:
    """For each layer: its number, how many rings and points; the lengths of the rings; then the differences of x and of y, the low bytes first."""
    content = bytearray()
    for layer, rings in sorted(layers.items()):
        content += struct.pack("<HHI", layer, len(rings), sum(len(ring) for ring in rings))
        content += array("H", (len(ring) for ring in rings)).tobytes()
        for axis in (0, 1):
            content += _differences(list(chain.from_iterable(ring[:, axis].tolist() for ring in rings)))
    return bytes(content)


def _differences(values: Sequence[int]) -> bytes:
    steps = array("h", (value - before for value, before in zip(values, [0, *values], strict=False))).tobytes()
    return steps[0::2] + steps[1::2]
