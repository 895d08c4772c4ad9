"""Pasted coordinates, and pairs in one column of a list."""

import csv
from pathlib import Path

import pytest

from workbench.customers.places import parse_coordinates, read_pair
from workbench.errors import BadInput


@pytest.mark.parametrize(
    "pasted",
    [
        "34.69, 135.50",
        "34.69 135.50",
        " (34.69,135.50) ",
        "34.69;135.5",
        "34,69 135,50",
        "N34.69 E135.50",
        "n 34.69, e 135.5",
        "E135.50 N34.69",
        "34.69N 135.50E",
        "34.69 N, 135.5 E",
        "34.69°, 135.50°",
        "34°41'24\"N 135°30'0\"E",
        "34°41.4'N 135°30'E",
        "34度41分24秒 135度30分",
        "北緯34度41分24秒 東経135度30分0秒",
        "３４．６９，１３５．５０",
        "geo:34.69,135.50",
        "https://www.google.com/maps/@34.69,135.50,15z",
        "https://www.google.com/maps/place/X/@34.1,135.1,17z/data=!3d34.69!4d135.50",
        "https://maps.google.com/?q=34.69,135.50",
        "https://www.google.com/maps/search/?api=1&query=34.69%2C135.50",
    ],
)
def test_a_pasted_pair_is_read(pasted: str) -> None:
    assert parse_coordinates(pasted) == pytest.approx((34.69, 135.5))


@pytest.mark.parametrize("pasted", ["-33.86, 151.21", "33.86S 151.21E", "33°51'36\"S, 151°12'36\"E", "南緯33.86 東経151.21"])
def test_south_is_negative(pasted: str) -> None:
    assert parse_coordinates(pasted) == pytest.approx((-33.86, 151.21))


@pytest.mark.parametrize("pasted", ["", "abc", "34.69", "1, 2, 3", "12345678, 1", "2026-11-24", "06-6345-0000", "34.69, 135.5 Osaka"])
def test_anything_else_is_refused(pasted: str) -> None:
    with pytest.raises(BadInput, match="not coordinates"):
        parse_coordinates(pasted)


def test_a_swapped_pair_is_called_swapped() -> None:
    with pytest.raises(BadInput, match="swapped"):
        parse_coordinates("135.50, 34.69")


@pytest.mark.parametrize("pasted", ["91, 200", "-95, 120", "34.69, 181"])
def test_points_off_the_globe_are_refused(pasted: str) -> None:
    with pytest.raises(BadInput, match="globe"):
        parse_coordinates(pasted)


@pytest.mark.parametrize(
    ("cell", "country", "expected"),
    [
        ("135.579573,34.861189", "", (34.861189, 135.579573)),
        ("34.861189,135.579573", "", (34.861189, 135.579573)),
        ("10, 20", "", (10, 20)),
        ("135.5", "JP", None),
        ("", "JP", None),
        ("200, 300", "", None),
    ],
)
def test_a_cell_may_hold_either_order(cell: str, country: str, expected: tuple[float, float] | None) -> None:
    assert read_pair(cell, country) == expected


def test_every_pair_of_the_geolonia_list_is_in_japan(shared: Path) -> None:
    with (shared / "4_geocode" / "geolonia" / "addresses_first1000.csv").open(encoding="utf-8-sig", newline="") as lines:
        pairs = [read_pair(row["緯度経度"], "JP") for row in csv.DictReader(lines)]
    assert all(pair and 24 < pair[0] < 46 and 122 < pair[1] < 146 for pair in pairs)
