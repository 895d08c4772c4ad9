"""Where the days start: an address found in the gazetteer, or coordinates pasted from a map."""

from workbench.customers.places import Place, find_place, parse_coordinates
from workbench.errors import BadInput


def start_place(text: str, country: str) -> Place | None:
    """The place that `text` names in the company's country, None when nothing of it is known."""
    text = text.strip()
    if not text:
        return None
    try:
        lat, lng = parse_coordinates(text)
    except BadInput:
        return find_place(text, country=country)
    return Place(lat, lng, "exact", "pasted", text)
