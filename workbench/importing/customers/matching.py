"""Which customers of a list are there already: by number, else by exact folded name and place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.importing.cells import place_key

PLACE_EDITED = frozenset(("address", "city", "prefecture", "place"))


@dataclass(slots=True)
class Known:
    """A customer that is there, as far as matching needs it."""

    id: int
    number: str
    place: str
    soft: bool
    """Its place is unknown, from orders or edited by hand: a place in the list need not equal it."""
    renumbered: bool
    """Its number was edited by hand: the list may know it by another."""


class KnownCustomers:
    """All customers that are there, by number and by folded name. Each is matched by name at most once, by number as often as it comes."""

    def __init__(self, session: Session) -> None:
        """Read their numbers; names only when a line is not matched by number."""
        self._db = session.connection()
        self.by_number: dict[str, int] = {}
        self._any = False
        for id_, number in self._db.exec_driver_sql("SELECT id, number FROM customer ORDER BY id"):
            self._any = True
            if number:
                self.by_number.setdefault(number, id_)
        self._by_name: dict[str, list[Known]] | None = None
        self._renamed: dict[str, list[Known]] = {}
        self._used: set[int] = set()

    @property
    def by_name(self) -> dict[str, list[Known]]:
        """Customers by folded name, read when first asked for."""
        if self._by_name is None:
            self._by_name = {}
            rows = self._db.exec_driver_sql(
                "SELECT id, number, folded, prefecture, city, address, lat, lng, place_source, hand_edited FROM customer ORDER BY id"
            )
            for id_, number, folded, prefecture, city, address, lat, lng, source, edited in rows:
                by_hand = set(edited.split()) if edited else set()
                place = place_of(prefecture, city, address, lat, lng)
                soft = not place or source == "orders" or bool(by_hand & PLACE_EDITED)
                known = Known(id_, number, place, soft, "number" in by_hand)
                self._by_name.setdefault(folded, []).append(known)
                if "name" in by_hand and place:
                    self._renamed.setdefault(place, []).append(known)
        return self._by_name

    def __bool__(self) -> bool:
        """Whether there is any customer."""
        return self._any

    def take(self, number: str, folded: str, place: str) -> int | None:
        """The customer that a line of a list means, or None for a new one."""
        id_ = self.by_number.get(number) if number else None
        if id_ is None:
            same = self._same(number, folded, place)
            id_ = same.id if same else None
        if id_ is not None:
            self._used.add(id_)
        return id_

    def _same(self, number: str, folded: str, place: str) -> Known | None:
        """The customer with this name and place, or the one at this place whose name was edited by hand."""
        candidates = self._free(number, self.by_name.get(folded, ()))
        same = next((known for known in candidates if known.place == place), None)
        if same is None and len(candidates) == 1 and (not place or candidates[0].soft):
            same = candidates[0]
        if same is None and not candidates:
            renamed = self._free(number, self._renamed.get(place, ()))
            same = renamed[0] if len(renamed) == 1 else None
        return same

    def _free(self, number: str, known: Iterable[Known]) -> list[Known]:
        return [one for one in known if one.id not in self._used and (not number or not one.number or one.renumbered)]

    def namesakes(self, folded: str) -> Iterator[int]:
        """Customers with this folded name that were not matched."""
        return (known.id for known in self.by_name.get(folded, ()) if known.id not in self._used)


def place_of(prefecture: str, city: str, address: str, lat: float | None, lng: float | None) -> str:
    """The place of a customer as it is compared: its address, else its coordinates to about ten metres, else nothing."""
    if prefecture or city or address:
        return place_key(prefecture, city, address)
    return f"{lat:.4f},{lng:.4f}" if lat is not None and lng is not None else ""
