"""Japanese addresses as people write them."""

import csv
import math
import time
from pathlib import Path
from statistics import median

import pytest

from workbench.customers.places import Address, Place, find_place, place_many

TOWNS = {
    "兵庫県尼崎市塚口本町１丁目８－１": "兵庫県尼崎市塚口本町一丁目",
    "尼崎市塚口本町1-8": "兵庫県尼崎市塚口本町一丁目",
    "〒661-0001 兵庫県尼崎市塚口本町 一丁目 8番1号": "兵庫県尼崎市塚口本町一丁目",
    "大阪市北区梅田3丁目1-3": "大阪府大阪市北区梅田三丁目",
    "大阪市梅田3-1-3": "大阪府大阪市北区梅田三丁目",
    "大阪 高槻市奈佐原2-1-2": "大阪府高槻市奈佐原二丁目",
    "東京都港区三田1ー2ー3": "東京都港区三田一丁目",
    "千代田区霞ヶ関1-1": "東京都千代田区霞が関一丁目",
    "札幌市中央区北１条西２－１": "北海道札幌市中央区北一条西二丁目",
    "京都市中京区寺町通御池上る上本能寺前町488": "京都府京都市中京区上本能寺前町",
    "静岡県浜松市中央区佐藤一丁目2-3": "静岡県浜松市中央区佐藤一丁目",
    "静岡県浜松市中区佐藤一丁目2-3": "静岡県浜松市中央区佐藤一丁目",
    "浜松市北区初生町1234": "静岡県浜松市中央区初生町",
    "静岡県浜松市浜名区細江町気賀305": "静岡県浜松市浜名区細江町気賀",
    "福井県鯖江市西山町１３－１": "福井県鯖江市西山町",
    "福井県鯖江市大字西山町13": "福井県鯖江市西山町",
    "堺市北区百舌鳥梅町1丁224": "大阪府堺市北区百舌鳥梅町一丁",
    "岩手県大槌町大槌第9地割": "岩手県上閉伊郡大槌町大槌第九地割",
    "東京都三宅島三宅村神着": "東京都三宅村神着",
    "兵庫県篠山市北新町41": "兵庫県丹波篠山市北新町",
    "熊本縣熊本市中央區手取本町1-1": "熊本県熊本市中央区手取本町",
    "中央区銀座4丁目": "東京都中央区銀座四丁目",
}


@pytest.mark.parametrize("written", TOWNS)
def test_an_address_finds_its_town(written: str) -> None:
    place = find_place(written)
    assert place is not None
    assert (place.label, place.precision, place.source) == (TOWNS[written], "town", "gazetteer")


@pytest.mark.parametrize(
    ("fields", "label", "precision"),
    [
        ({"address": "西山町13-1", "city": "鯖江市"}, "福井県鯖江市西山町", "town"),
        ({"address": "西山町13-1", "city": "福井県鯖江市"}, "福井県鯖江市西山町", "town"),
        ({"address": "梅田3-1-3", "city": "大阪市", "prefecture": "大阪"}, "大阪府大阪市北区梅田三丁目", "town"),
        ({"address": "西山町13-1", "postal_code": "916-0024"}, "福井県鯖江市西山町", "town"),
        ({"address": "鯖江市どこにもない町5", "postal_code": "９１６－００２４"}, "〒916-0024 福井県鯖江市", "postal"),
        ({"address": "", "postal_code": "640941"}, "〒064-0941 北海道札幌市中央区", "postal"),
        ({"address": "鯖江市どこにもない町5"}, "福井県鯖江市", "city"),
        ({"address": "大阪市どこにもない町5"}, "大阪府大阪市", "city"),
        ({"address": "", "prefecture": "福井県"}, "福井県", "prefecture"),
        ({"address": "2-4-6 Nishiyama-cho", "city": "Sabae", "prefecture": "Fukui"}, "Sabae, Japan", "city"),
    ],
)
def test_fields_together_find_as_much_as_they_tell(fields: dict[str, str], label: str, precision: str) -> None:
    place = find_place(fields.pop("address"), **fields)
    assert place is not None
    assert (place.label, place.precision) == (label, precision)


def test_namesakes_are_told_apart_by_their_town_or_not_at_all() -> None:
    assert label_of("府中市宮西町2-24") == "東京都府中市宮西町二丁目"
    assert label_of("府中市府川町315") == "広島県府中市府川町"
    assert find_place("府中市") is None
    assert find_place("北区") is None
    assert label_of("東京都北区") == "東京都北区"


def test_a_postal_code_of_another_prefecture_does_not_move_a_city() -> None:
    assert label_of("福井県鯖江市どこにもない町", postal_code="064-0941") == "福井県鯖江市"


def test_a_town_of_one_letter_is_not_taken_for_the_start_of_another() -> None:
    place = find_place("青森県八戸市東どこか5")
    assert place is not None and place.precision == "city"


@pytest.mark.parametrize("nothing", ["", "   ", "本社", "〒", "-", "1-2-3", "x" * 20_000, "一" * 5_000, "\x00"])
def test_text_without_a_place_has_none(nothing: str) -> None:
    assert find_place(nothing) is None


def test_many_come_back_in_their_order() -> None:
    rows = [Address("鯖江市西山町1"), Address("nothing"), Address("鯖江市西山町1"), Address(city="Lyon", country="France")]
    assert [place and place.label for place in place_many(rows)] == ["福井県鯖江市西山町", None, "福井県鯖江市西山町", "Lyon, France"]


def test_places_are_found_fast_enough_for_large_lists() -> None:
    rows = [Address(f"福井県鯖江市西山町{number}-{number % 30}") for number in range(3_000)]
    list(place_many(rows[:1]))
    start = time.perf_counter()
    assert all(place_many(rows))
    assert time.perf_counter() - start < 1.5


def test_geolonia_addresses_are_within_two_kilometres(shared: Path) -> None:
    distances = []
    for row in rows_of(shared / "4_geocode" / "geolonia" / "addresses_first1000.csv"):
        lng, lat = map(float, row["緯度経度"].split(","))
        distances.append(town_distance(find_place(row["住所"]), lat, lng))
    assert len(distances) == 1000
    assert median(distances) < 0.16
    assert max(distances) < 1.6


def test_nearly_all_companies_of_sabae_are_placed_to_the_town(shared: Path) -> None:
    rows = rows_of(shared / "1_customers" / "jp_companies_gbizinfo_sabae" / "company.csv")
    places = [place for place in place_many(Address(row["location"]) for row in rows) if place]
    assert len(places) == len(rows) == 2143
    assert sum(place.precision == "town" for place in places) >= 2133
    assert all(35.85 < place.lat < 36.05 and 136.05 < place.lng < 136.35 for place in places)


@pytest.mark.parametrize(("name", "towns", "middle"), [("public_toilet", 168, 0.45), ("tsunami_evacuation_building", 113, 0.25)])
def test_lists_of_takamatsu_lie_near_their_own_points(shared: Path, name: str, towns: int, middle: float) -> None:
    rows = rows_of(shared / "4_geocode" / "takamatsu" / f"{name}.csv")
    found = [(find_place(row["address"]), float(row["latitude"]), float(row["longitude"])) for row in rows]
    assert sum(place is not None and place.precision == "town" for place, _, _ in found) >= towns
    assert median(town_distance(*each) for each in found if each[0] and each[0].precision == "town") < middle


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def label_of(address: str, **fields: str) -> str:
    place = find_place(address, **fields)
    assert place is not None
    return place.label


def town_distance(place: Place | None, lat: float, lng: float) -> float:
    """Kilometres, for short distances; endless when the town was not found."""
    if place is None or place.precision != "town":
        return math.inf
    return math.hypot((place.lat - lat) * 110.95, (place.lng - lng) * 111.32 * math.cos(math.radians(lat)))
