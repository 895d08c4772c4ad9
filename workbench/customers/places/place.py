"""What placing takes and gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map. `lat`, `lng` in degrees (WGS 84).

    `precision`: "exact", "town", "postal", "city" or "prefecture". `source`: "gazetteer", "postal", "list" (a column of an
    imported list) or "pasted". `label` names what was found, in the gazetteer's own spelling.
    """

    lat: float
    lng: float
    precision: str
    source: str
    label: str


@dataclass(frozen=True, slots=True)
class Address:
    """One row to place; every field may be empty. `country` is a code or a name in English or Japanese."""

    address: str = ""
    city: str = ""
    prefecture: str = ""
    postal_code: str = ""
    country: str = "JP"


FINENESS = {"exact": 5, "town": 4, "postal": 3, "city": 2, "prefecture": 1}


def finer(one: Place | None, other: Place | None) -> Place | None:
    """The more precise of two; the first where they tie."""
    if one is None or other is None:
        return one or other
    return other if FINENESS[other.precision] > FINENESS[one.precision] else one
