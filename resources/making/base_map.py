"""The base map: coast, borders, railways and names of Japan and the world, cut into tiles by scale. workbench/maps reads it."""

from pathlib import Path
from typing import Any

from making import map_japan, map_names, map_world
from making.map_tiles import BRANCH, COUNTRY, COUNTY, LAKE, LAND, RAIL, STATE, Name, Pile, projected
from making.packages import Packages

WORLD_LEVELS, JAPAN_LEVELS = (0, 2, 4, 6), (8,)
NAME_LEVELS, TOWN_LEVELS = (0, 2, 4, 6, 8), (10, 11)
SHAPELY, SHAPELY_VERSION = "shapely", "2.2.0"
REACH = 0.25
"""Degrees around Japan's land for which fine tiles are made."""


def tolerance(level: int) -> float:
    """Half a px at twice the level's own scale, as a part of the world."""
    return 0.5 / (256 << level + 1)


def make(store: Packages, resources: Path) -> None:
    """Write resources/map."""
    import sys

    sys.path.append(str(store.pypi(SHAPELY, SHAPELY_VERSION)))
    folder = resources / "map"
    folder.mkdir(exist_ok=True)
    pile = Pile()
    every = map_japan.municipalities(store, resources)
    land, lakes, large = map_japan.coast(store, resources)
    land = map_japan.with_new_land(land, every)
    _shapes(pile, map_world.topologies(store, resources), land, lakes, large)
    stations = map_japan.stations(store, resources)
    _japan(pile, land, lakes, every, stations)
    _names(pile, *map_names.names(store, every, stations))
    pile.write(folder / "base.tiles")


def _shapes(pile: Pile, world: dict[str, map_world.Topology], land: Any, lakes: Any, large: Any) -> None:
    """Land, lakes and borders of the world; from level 6 on Japan's coast is its own."""
    import shapely

    box = shapely.box(*map_japan.BOX)
    coarse, fine = (shapely.union_all(world[name].polygons("land")) for name in ("land_coarse", "land"))
    joined = shapely.union(shapely.difference(fine, box), shapely.buffer(land, 0.001, quad_segs=1))
    large = shapely.union_all(large)
    for level in WORLD_LEVELS:
        whole = coarse if level < 4 else fine if level < 6 else joined
        pile.add(LAND, level, projected(whole), tolerance(level))
        if level >= 2:
            pile.add(LAKE, level, projected(shapely.union(large, lakes) if level >= 6 else large), tolerance(level))
        pile.add(COUNTRY, level, projected(world["countries_coarse" if level < 4 else "countries"].shared("countries")), tolerance(level))
        if level >= 4:
            pile.add(STATE, level, projected(world["us"].shared("states")), tolerance(level))
    pile.add(COUNTY, 6, projected(world["us"].shared("counties")), tolerance(6))


def _japan(pile: Pile, land: Any, lakes: Any, every: list[map_japan.Municipality], stations: list[map_japan.Station]) -> None:
    """Japan's borders and railways, and its fine tiles."""
    import shapely

    inner, outer = (projected(lines) for lines in map_japan.borders(every))
    main, branch = (projected(map_japan.railways(stations, which)) for which in (True, False))
    around = shapely.buffer(projected(shapely.union_all([one.shape for one in every])), REACH / 360, quad_segs=2)
    shapely.prepare(around)
    seen: dict[tuple[int, int, int], bool] = {}

    def near(level: int, column: int, row: int) -> bool:
        if (level, column, row) not in seen:
            side = 1 / (1 << level)
            seen[level, column, row] = bool(around.intersects(shapely.box(column * side, row * side, (column + 1) * side, (row + 1) * side)))
        return seen[level, column, row]

    for level in (4, 6):
        pile.add(STATE, level, outer, tolerance(level))
    pile.add(RAIL, 6, main, tolerance(6))
    for level in JAPAN_LEVELS:
        for layer, shapes in ((LAND, projected(land)), (LAKE, projected(lakes)), (STATE, outer), (COUNTY, inner), (RAIL, main), (BRANCH, branch)):
            pile.add(layer, level, shapes, tolerance(level + 1), near)
        for (at, column, row), wanted in list(seen.items()):
            if at == level and wanted:
                pile.keep_empty(level, column, row)


def _names(pile: Pile, japan: list[Name], abroad: list[Name]) -> None:
    """Each label in the levels at whose zooms it shows; the last level of a region has all."""
    for level in NAME_LEVELS:
        last = level == NAME_LEVELS[-1]
        pile.name(level, [one for one in japan if one.zoom < level + 2])
        pile.name(level, [one for one in abroad if last or one.zoom < level + 2])
    for level in TOWN_LEVELS:
        pile.name(level, [one for one in japan if level == TOWN_LEVELS[-1] or one.zoom < level + 1])
