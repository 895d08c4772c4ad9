"""Which customers of a list are there already: by number, else by exact folded name and place."""

from collections.abc import Iterator
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

    @property
    def by_name(self) -> dict[str, list[Known]]:
        """Customers by folded name, read when first asked for."""
        if self._by_name is None:
            self._by_name = {}
            rows = self._db.exec_driver_sql(
                "SELECT id, number, folded, prefecture, city, address, lat, lng, place_source, hand_edited FROM customer ORDER BY id"
            )
            for id_, number, folded, prefecture, city, address, lat, lng, source, by_hand in rows:
                place = place_of(prefecture, city, address, lat, lng)
                soft = not place or source == "orders" or (bool(by_hand) and not PLACE_EDITED.isdisjoint(by_hand.split()))
                self._by_name.setdefault(folded, []).append(Known(id_, number, place, soft))
        return self._by_name

    def __bool__(self) -> bool:
        """Whether there is any customer."""
        return self._any

    def take(self, number: str, folded: str, place: str) -> int | None:
        """The customer that a line of a list means, or None for a new one."""
        if number and (id_ := self.by_number.get(number)) is not None:
            return id_
        candidates = [known for known in self.by_name.get(folded, ()) if not (number and known.number)]
        if not candidates:
            return None
        same = next((known for known in candidates if known.place == place), None)
        if same is None and len(candidates) == 1 and (not place or candidates[0].soft):
            same = candidates[0]
        if same is None:
            return None
        self.by_name[folded].remove(same)
        return same.id

    def namesakes(self, folded: str) -> Iterator[int]:
        """Customers with this folded name that were not matched."""
        return (known.id for known in self.by_name.get(folded, ()))


def place_of(prefecture: str, city: str, address: str, lat: float | None, lng: float | None) -> str:
    """The place of a customer as it is compared: its address, else its coordinates to about ten metres, else nothing."""
    if prefecture or city or address:
        return place_key(prefecture, city, address)
    return f"{lat:.4f},{lng:.4f}" if lat is not None and lng is not None else ""
