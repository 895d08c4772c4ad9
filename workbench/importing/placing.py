"""Places of new customers that a list gives no coordinates for: looked up offline by address, only where there is something to look up."""

from array import array
from collections.abc import Sequence

from workbench.customers.places.place import Address, Place

NOWHERE = float("nan")
PRECISIONS = ("", "exact", "town", "postal", "city", "prefecture")
SOURCES = ("", "gazetteer", "postal", "list", "orders")


class Placer:
    """Looks addresses up; nothing is loaded before the first address comes."""

    def __init__(self, country: str) -> None:
        """`country` is the company's: it counts where a row names none."""
        self.country = country

    def places(self, rows: Sequence[tuple[str, str, str, str, str]]) -> list[Place | None]:
        """Places of (address, city, prefecture, postal code, country); None where nothing is given or found."""
        new = [row for row in dict.fromkeys(rows) if any(row[:4])]
        if not new:
            return [None] * len(rows)
        from workbench.customers.places import place_many

        found = list(place_many([Address(row[0], row[1], row[2], row[3], row[4] or self.country) for row in new]))
        known = dict(zip(new, found, strict=True))
        return [known.get(row) for row in rows]


class PlaceColumn:
    """A place for each row of a list in 17 bytes: what was found at the first look need not be looked up again."""

    def __init__(self) -> None:
        """An empty column."""
        self._lat, self._lng, self._kind = array("d"), array("d"), array("b")

    def skip(self, count: int) -> None:
        """Add rows without a place."""
        self._lat.extend([NOWHERE] * count)
        self._lng.extend([NOWHERE] * count)
        self._kind.extend([0] * count)

    def put(self, row: int, place: Place) -> None:
        """Give a row that was added its place."""
        source = SOURCES.index(place.source) if place.source in SOURCES else 1
        self._lat[row], self._lng[row], self._kind[row] = place.lat, place.lng, PRECISIONS.index(place.precision) * 8 + source

    def get(self, row: int) -> tuple[float, float, str, str] | None:
        """Latitude, longitude, precision and source of a row's place, or None."""
        kind = self._kind[row]
        return (self._lat[row], self._lng[row], PRECISIONS[kind // 8], SOURCES[kind % 8]) if kind else None

    def __len__(self) -> int:
        return len(self._kind)
