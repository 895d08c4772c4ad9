"""Addresses outside Japan: a ZIP code of the United States, else the city, with its state where that is known."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from workbench.customers.places import countries, prefectures, store
from workbench.customers.places.folding import fold_latin
from workbench.customers.places.place import Address, Place

_PARTS = re.compile(r"[,;\n\r、，]+")
_ZIP = re.compile(r"(?<![\d-])(\d{5})(?:-\d{4})?(?![\d-])")
_WORDS_OF_A_NAME = 4


@dataclass(frozen=True, slots=True)
class City:
    """`lat`, `lng` in ten-thousandths of a degree, `thousands` of people, `region` as the gazetteer codes it."""

    name: str
    region: str
    lat: int
    lng: int
    thousands: int
    country: str


def find(row: Address) -> Place | None:
    """The point of the ZIP code, else of the city; None when neither is known."""
    parts = [part.strip() for part in _PARTS.split(row.address) if part.strip()]
    country = countries.code_of(row.country) if row.country else ""
    if not country and _ends_with_state(parts):
        country = "US"
    elif parts and (named := countries.code_of(parts[-1])) and (not country or named == country):
        country = named
        parts.pop()
    if country in ("", "US") and (place := _zip(row, parts, country)):
        return place
    region = _region(country, row.prefecture, parts)
    candidates = [row.city] if row.city else []
    candidates += [name for part in reversed(parts) for name in _names(part)]
    for name in candidates:
        if city := _city(country, fold_latin(name), region):
            return _place(city)
    return None


def _zip(row: Address, parts: list[str], country: str) -> Place | None:
    """A ZIP code counts when the country is the United States or a state stands with it."""
    text = row.postal_code.strip()
    if text.isdecimal() and len(text) in (3, 4) and country == "US":
        text = text.zfill(5)
    codes = _ZIP.findall(text) or _ZIP.findall(" ".join(parts[-2:]))
    if not codes or not (country or _region("US", row.prefecture, parts)):
        return None
    rows = store.zip_codes()
    found = bisect_left(rows, codes[-1], key=lambda entry: entry[0])
    if found == len(rows) or rows[found][0] != codes[-1]:
        return None
    code, city, state, _, lat, lng = rows[found]
    return Place(lat / store.DEGREES, lng / store.DEGREES, "postal", "postal", f"{city}, {state} {code}")


def _ends_with_state(parts: list[str]) -> bool:
    """ "Portland, ME": a state of the United States that has that city, though the letters may name a country too."""
    state = countries.state_of("US", parts[-1]) if len(parts) > 1 and parts[-1].isupper() else ""
    return bool(state) and any((fold_latin(name), state) in _zip_cities() for name in _names(parts[-2]))


def _region(country: str, field: str, parts: list[str]) -> str:
    """The state or province from its own field, else from the last words of the address."""
    if country == "JP":
        return field or (parts[-1] if len(parts) > 1 else "")
    if field:
        return countries.state_of(country, field)
    for part in reversed(parts[-2:]):
        words = [word for word in part.split() if not any(letter.isdigit() for letter in word)]
        for text in (" ".join(words), words[-1] if words else ""):
            if state := countries.state_of(country, text):
                return state
    return ""


def _names(part: str) -> list[str]:
    """The part itself without numbers, then its runs of words, the longest and last first."""
    words = [word for word in part.split() if not any(letter.isdigit() for letter in word)]
    runs = [words]
    for length in range(min(_WORDS_OF_A_NAME, len(words) - 1), 0, -1):
        runs += [words[start : start + length] for start in range(len(words) - length, -1, -1)]
    return [" ".join(run) for run in runs if run]


def _city(country: str, name: str, region: str) -> City | None:
    """The city of this folded name: in the region if one there is called so, else the largest."""
    if len(name) < 2:
        return None
    known = tuple(city for code in ([country] if country else _blocks()) for city in _cities(code).get(name, ()))
    if country == "JP":
        return _nearest(known, prefectures.number_of(region)) if region else max(known, key=_size, default=None)
    inside = [city for city in known if region and city.region == region]
    if country == "US" and region and not inside:
        inside = list(_zip_cities().get((name, region), ()))
    return max(inside or known, key=_size, default=None)


def _nearest(known: tuple[City, ...], prefecture: int) -> City | None:
    if not prefecture:
        return max(known, key=_size, default=None)
    middle = prefectures.place(prefecture)
    lat, lng = middle.lat * store.DEGREES, middle.lng * store.DEGREES
    return min(known, key=lambda city: (city.lat - lat) ** 2 + (city.lng - lng) ** 2, default=None)


def _size(city: City) -> int:
    return city.thousands


def _place(city: City) -> Place:
    state = f" {city.region}," if city.country == "US" else ""
    label = f"{city.name},{state} {countries.name_of(city.country)}"
    return Place(city.lat / store.DEGREES, city.lng / store.DEGREES, "city", "gazetteer", label)


@cache
def _blocks() -> dict[str, str]:
    return {block[:2]: block[3:] for block in store.text("cities.tsv.xz").split("#")[1:]}


@cache
def _cities(country: str) -> dict[str, tuple[City, ...]]:
    """Folded name -> cities; other names are looked at after the proper ones."""
    proper: dict[str, list[City]] = {}
    others: dict[str, list[City]] = {}
    for line in _blocks().get(country, "").splitlines():
        name, region, lat, lng, thousands, names = line.split("\t")
        city = City(name, region, int(lat), int(lng), int(thousands), country)
        proper.setdefault(fold_latin(name), []).append(city)
        for other in names.split("|") if names else ():
            others.setdefault(fold_latin(other), []).append(city)
    return {name: tuple(cities) for name, cities in (others | proper).items()}


@cache
def _zip_cities() -> dict[tuple[str, str], tuple[City, ...]]:
    """(Folded name, state) -> places of the ZIP list, for those too small for the list of cities."""
    cities: dict[tuple[str, str], list[City]] = {}
    for _, name, state, _, lat, lng in store.zip_codes():
        cities.setdefault((fold_latin(name), state), []).append(City(name, state, lat, lng, 0, "US"))
    return {key: tuple(found) for key, found in cities.items()}
