"""QR codes as rectangles, and the map links in them: numbers only, no text of the owner's."""

from collections.abc import Sequence
from itertools import groupby

QUIET = 4
"""Empty modules around a code; readers need them."""
STOPS_A_LINK = 9
_MAPS = "https://www.google.com/maps/dir/?api=1&travelmode=driving"

Place = tuple[float, float]


def matrix(text: str, error: str = "m") -> tuple[tuple[bool, ...], ...]:
    """The dark modules of a code, row by row, without the quiet zone. Raises ValueError when the text is too long."""
    import segno

    return tuple(tuple(bool(module) for module in row) for row in segno.make_qr(text, error=error, boost_error=False).matrix)


def rectangles(code: Sequence[Sequence[bool]], x: float, y: float, side: float) -> list[tuple[float, float, float, float]]:
    """Dark stretches of a code drawn in a square of `side`, quiet zone included: x, y, across, down."""
    module = side / (len(code) + 2 * QUIET)
    found = []
    for row, modules in enumerate(code):
        column = 0
        for dark, group in groupby(modules):
            length = sum(1 for _ in group)
            if dark:
                found.append((x + (QUIET + column) * module, y + (QUIET + row) * module, length * module, module))
            column += length
    return found


def stop_link(place: Place) -> str:
    """An https link that opens the way from here to a place; it works on every phone."""
    return f"{_MAPS}&destination={_degrees(place)}"


def route_links(places: Sequence[Place]) -> tuple[str, ...]:
    """Links that open the places in order, at most nine a link; the next link goes on where the last one ended."""
    links = []
    for start in range(0, len(places), STOPS_A_LINK):
        part = places[start : start + STOPS_A_LINK]
        between = "%7C".join(_degrees(place) for place in part[:-1])
        links.append(stop_link(part[-1]) + (f"&waypoints={between}" if between else ""))
    return tuple(links)


def _degrees(place: Place) -> str:
    lat, lng = place
    return f"{lat:.5f},{lng:.5f}"
