"""Where a customer is: from pasted coordinates, from its address, or not yet."""

from sqlalchemy.orm import Session

from models import Customer
from workbench.customers.places import find_place, parse_coordinates
from workbench.errors import CannotDo
from workbench.strings import marked, tr

AUTOMATIC = frozenset({"", "gazetteer", "postal", "orders"})
"""Sources that a better address may overrule."""

PRECISIONS = {
    "exact": marked("exact"),
    "town": marked("to the town"),
    "postal": marked("to the postal code"),
    "city": marked("to the city"),
    "prefecture": marked("to the prefecture"),
}
SOURCES = {
    "list": marked("from the list"),
    "gazetteer": marked("from the address"),
    "postal": marked("from the postal code"),
    "pasted": marked("pasted"),
    "orders": marked("from an order"),
    "map": marked("shown on the map"),
}


def place_from_text(session: Session, customer_id: int, text: str) -> None:
    """Place a customer at pasted coordinates or a map link; an empty text takes its place away. Raises BadInput."""
    customer = session.get_one(Customer, customer_id)
    if not text.strip():
        customer.lat = customer.lng = None
        customer.place_precision = customer.place_source = ""
        return
    lat, lng = parse_coordinates(text)
    if (customer.lat, customer.lng) == (lat, lng) and customer.place_source == "pasted":
        return
    _set_by_hand(customer, lat, lng, "pasted")


def place_on_map(session: Session, customer_id: int, lat: float, lng: float) -> None:
    """Place a customer where the owner showed it on the map; an import or a better address does not move it."""
    _set_by_hand(session.get_one(Customer, customer_id), round(lat, 6), round(lng, 6), "map")


def _set_by_hand(customer: Customer, lat: float, lng: float, source: str) -> None:
    customer.lat, customer.lng, customer.place_precision, customer.place_source = lat, lng, "exact", source
    names = customer.hand_edited.split()
    if "place" not in names:
        customer.hand_edited = " ".join((*names, "place"))


def place_from_address(session: Session, customer_id: int, quiet: bool = False) -> bool:
    """Place a customer anew by its address, as finely as the gazetteer knows; True when it was found.

    Raises CannotDo when nothing of the address is known, unless `quiet`: then it loses an automatic place.
    """
    customer = session.get_one(Customer, customer_id)
    from workbench.workspace.workspace import company_of

    country = customer.country or company_of(session).country
    parts = (customer.address, customer.city, customer.prefecture, customer.postal_code)
    place = find_place(parts[0], city=parts[1], prefecture=parts[2], postal_code=parts[3], country=country) if any(parts) else None
    if place is None:
        if not quiet:
            raise CannotDo(tr("No place is known for this address."), "", tr("Correct the address, or paste coordinates from a map."))
        customer.lat = customer.lng = None
        customer.place_precision = customer.place_source = ""
        return False
    customer.lat, customer.lng = place.lat, place.lng
    customer.place_precision, customer.place_source = place.precision, place.source
    customer.hand_edited = " ".join(name for name in customer.hand_edited.split() if name != "place")
    return True


def place_words(precision: str, source: str) -> str:
    """How exact a place is and where it comes from: "to the town, from the address"."""
    if not precision:
        return tr("no place yet")
    words = tr(PRECISIONS.get(precision, precision))
    return tr("{precision}, {source}", precision=words, source=tr(SOURCES[source])) if source in SOURCES else words
