"""Where an address lies, from data that ships with the program. No network.

Japan: to the town, else the postal code, the municipality, the prefecture. Elsewhere: the ZIP code (United States) or the city.
"""

import re
from collections.abc import Iterable, Iterator

from workbench.customers.places.coordinates import parse_coordinates, read_pair
from workbench.customers.places.place import Address, Place, finer

__all__ = ["Address", "Place", "find_place", "parse_coordinates", "place_many", "read_pair"]

_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")

_LATIN = re.compile("[A-Za-z]{3}")


def find_place(address: str, *, city: str = "", prefecture: str = "", postal_code: str = "", country: str = "JP") -> Place | None:
    """The place of one address as finely as it can be told, None when nothing of it is known.

    `country` is a code or a name in English or Japanese; "" means unknown: Japanese when it is written so.
    """
    return _find(Address(address, city, prefecture, postal_code, country))


def place_many(rows: Iterable[Address]) -> Iterator[Place | None]:
    """`find_place` for many rows, in their order; equal rows are looked up once. Data is read as the rows need it."""
    known: dict[Address, Place | None] = {}
    for row in rows:
        if row not in known:
            known[row] = _find(row)
        yield known[row]


def _find(row: Address) -> Place | None:
    from workbench.customers.places import countries, japan, world

    country = "JP" if row.country == "JP" else countries.code_of(row.country) if row.country else ""
    if country == "JP" or (not country and _JAPANESE.search(row.prefecture + row.city + row.address)):
        place = japan.find(row)
        if (place is None or place.precision == "prefecture") and _LATIN.search(row.city + row.address):
            place = finer(place, world.find(row))
        return place
    return world.find(row)
