"""Coast, lakes, borders and cities of the world, and the states and counties of the United States."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from making import licences
from making.packages import Packages

WORLD, WORLD_VERSION = "world-atlas", "2.0.2"
STATES, STATES_VERSION = "us-atlas", "3.0.1"
NOTICE = "natural-earth"


class Topology:
    """One TopoJSON file."""

    def __init__(self, path: Path) -> None:
        self._content = json.loads(path.read_text(encoding="utf-8"))
        (sx, sy), (dx, dy) = self._content["transform"]["scale"], self._content["transform"]["translate"]
        self.arcs: list[list[tuple[float, float]]] = []
        for arc in self._content["arcs"]:
            x = y = 0
            points = []
            for step in arc:
                x, y = x + step[0], y + step[1]
                points.append((x * sx + dx, y * sy + dy))
            self.arcs.append(points)

    def _rings(self, name: str) -> list[list[list[list[int]]]]:
        """Polygons of each geometry of an object."""
        found = []
        for geometry in self._content["objects"][name]["geometries"]:
            if geometry["type"] in ("Polygon", "MultiPolygon"):
                found.append([geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"])
        return found

    def polygons(self, name: str) -> Any:
        """An object as shapely polygons, all parts, cut where the world ends at 180 degrees."""
        import shapely

        made = []
        for parts in self._rings(name):
            for rings in parts:
                lines = [_unrolled(self._line(ring)) for ring in rings]
                lines = [line for line in lines if len(line) > 3]
                if lines:
                    whole = shapely.make_valid(shapely.Polygon(lines[0], lines[1:]))
                    for turn in (-360, 0, 360):
                        turned = shapely.transform(whole, lambda points, turn=turn: points + (turn, 0))
                        made.append(shapely.intersection(turned, shapely.box(-180, -90, 180, 90)))
        return [shape for shape in made if not shapely.is_empty(shape)]

    def _line(self, ring: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for number in ring:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points

    def shared(self, name: str) -> Any:
        """The arcs that two geometries of an object share: its inner borders."""
        import shapely

        counts: Counter[int] = Counter()
        for parts in self._rings(name):
            counts.update({number if number >= 0 else ~number for rings in parts for ring in rings for number in ring})
        shared = (self.arcs[number] for number, count in counts.items() if count > 1)
        return [shapely.LineString(arc) for arc in shared if len(arc) > 1 and max(x for x, _ in arc) - min(x for x, _ in arc) < 180]


def _unrolled(line: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring without jumps at 180 degrees; one around the south pole is led along it."""
    turn, before, made = 0, line[0][0], []
    for lng, lat in line:
        turn += 360 if lng - before < -180 else -360 if lng - before > 180 else 0
        before = lng
        made.append((lng + turn, lat))
    if abs(made[-1][0] - made[0][0]) > 180:
        made += [(made[-1][0], -90.0), (made[0][0], -90.0)]
    return made


def topologies(store: Packages, resources: Path) -> dict[str, Topology]:
    """`land`, `land_coarse`, `countries`, `countries_coarse` and `us`, with their notice written."""
    world, states = store.npm(WORLD, WORLD_VERSION), store.npm(STATES, STATES_VERSION)
    notice = licences.Notice(
        NOTICE, "Natural Earth (public domain); United States Census Bureau (public domain)",
        f"npm {WORLD} {WORLD_VERSION}, npm {STATES} {STATES_VERSION}", "Public domain (data); ISC (packages)", ("map/base.tiles",),
        "coast, borders of countries, states and counties; simplified by scale, cut into tiles, packed",
    )
    licences.write(resources, notice, world / "LICENSE")
    return {
        "land": Topology(world / "land-10m.json"),
        "land_coarse": Topology(world / "land-50m.json"),
        "countries": Topology(world / "countries-10m.json"),
        "countries_coarse": Topology(world / "countries-50m.json"),
        "us": Topology(states / "counties-10m.json"),
    }
