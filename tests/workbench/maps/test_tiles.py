"""The bundled base map: it reads, is small, and shows more the nearer one looks."""

import time

import pytest

from workbench.maps import tiles
from workbench.maps.projection import View, to_world

OSAKA, TAKAMATSU, PARIS = (34.69, 135.50), (34.34, 134.05), (48.857, 2.352)


def view(place: tuple[float, float], zoom: float) -> View:
    return View(*to_world(*place), zoom, 1000, 800)


def names(place: tuple[float, float], zoom: float, language: str = "en") -> list[str]:
    return [label.text(language) for label in tiles.labels_in(view(place, zoom))]


def layers(place: tuple[float, float], zoom: float) -> set[int]:
    bounds = view(place, zoom).bounds()
    return {layer for _, source in tiles.places(tiles.GEOMETRY, zoom, bounds) for layer in tiles.shapes(source)}


def on_land(place: tuple[float, float], zoom: float) -> bool:
    """Whether a place lies in an odd number of rings of its tile."""
    x, y = to_world(*place)
    (_, (level, column, row)), *_ = tiles.places(tiles.GEOMETRY, zoom, (x, y, x, y))
    px, py = ((x * (1 << level)) - column) * tiles.EXTENT, ((y * (1 << level)) - row) * tiles.EXTENT
    shape = tiles.shapes((level, column, row)).get(tiles.LAND)
    crossings = 0
    for ring in shape.rings() if shape else ():
        points = list(zip(ring[0::2], ring[1::2], strict=True))
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            crossings += (ay > py) != (by > py) and px < ax + (py - ay) * (bx - ax) / (by - ay)
    return crossings % 2 == 1


def test_the_file_is_a_few_megabytes() -> None:
    assert 1_000_000 < tiles.FILE.stat().st_size < 8_000_000


@pytest.mark.parametrize("zoom", [1, 3, 5, 7, 9, 12])
@pytest.mark.parametrize(
    ("place", "land"),
    [((34.60, 135.56), True), ((34.34, 133.99), True), ((33.0, 137.0), False), ((48.857, 2.352), True), ((45.0, -40.0), False)],
)
def test_land_and_sea_are_where_they_are(place: tuple[float, float], land: bool, zoom: float) -> None:
    if zoom >= 5 or place[1] < 130:
        assert on_land(place, zoom) is land


def test_reclaimed_land_in_tokyo_bay_is_land() -> None:
    assert on_land((35.6550, 139.7960), 12)  # Toyosu, which the old coastline leaves in the sea


def test_russia_and_the_south_pole_are_whole() -> None:
    assert on_land((66.0, 175.0), 3) and on_land((67.5, 100.0), 1) and on_land((-80.0, 90.0), 2)


def test_nearer_shows_more_names_and_keeps_those_it_showed() -> None:
    far, near = names(OSAKA, 7), names(OSAKA, 9)
    assert "Osaka" in far and "Osaka" in near and "Sakai" in near and "Sakai" not in far[:3]
    assert len(tiles.labels_in(view(OSAKA, 13))) > len(tiles.labels_in(view(OSAKA, 11))) > 10
    assert {label.kind for label in tiles.labels_in(view(OSAKA, 9))} <= {"c"}
    assert {label.kind for label in tiles.labels_in(view(OSAKA, 13))} == {"c", "w", "s", "t"}


def test_names_are_in_both_languages() -> None:
    assert {"Osaka", "Kyoto", "Nara"} <= set(names(OSAKA, 10)) and {"大阪市", "京都市", "奈良市"} <= set(names(OSAKA, 10, "ja"))
    assert "高松駅" in names(TAKAMATSU, 13, "ja") and "Kawaramachi" in names(TAKAMATSU, 13)
    assert "Paris" in names(PARIS, 8) and "パリ" in names(PARIS, 8, "ja")


def test_a_name_comes_once() -> None:
    for zoom in (2, 3, 5, 8, 10):
        found = [(label.japanese, round(label.x, 4), round(label.y, 4)) for label in tiles.labels_in(view((36, 137), zoom))]
        assert len(found) == len(set(found))


def test_layers_come_with_the_scale() -> None:
    assert layers(OSAKA, 9) >= {tiles.LAND, tiles.STATE, tiles.COUNTY, tiles.RAIL, tiles.BRANCH}
    assert tiles.COUNTY not in layers(OSAKA, 5) and tiles.COUNTRY in layers(PARIS, 6)


def test_where_there_is_no_fine_tile_a_coarser_one_serves() -> None:
    x, y = to_world(*PARIS)
    covers = list(tiles.places(tiles.GEOMETRY, 12, (x, y, x, y)))
    assert [(area[0], source[0]) for area, source in covers] == [(8, 6)]


def test_open_sea_beside_japan_is_not_filled_from_a_coarser_tile() -> None:
    bounds = view(OSAKA, 9).bounds()
    assert all(area == source for area, source in tiles.places(tiles.GEOMETRY, 9, bounds))


def test_the_coast_leaves_out_where_tiles_were_cut() -> None:
    (_, source), *_ = tiles.places(tiles.GEOMETRY, 9, view(OSAKA, 9).bounds())
    low, high = -tiles.BUFFER, tiles.EXTENT + tiles.BUFFER
    for line in tiles.coast(source).rings():
        points = list(zip(line[0::2], line[1::2], strict=True))
        for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
            assert not (ax == bx and ax in (low, high)) and not (ay == by and ay in (low, high))


def test_a_view_is_read_quickly() -> None:
    bounds = view((43.06, 141.35), 10).bounds()
    begin = time.perf_counter()
    for _, source in tiles.places(tiles.GEOMETRY, 10, bounds):
        tiles.shapes(source)
    assert time.perf_counter() - begin < 0.5
