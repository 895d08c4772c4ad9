"""QR codes as stretches of dark modules, and the map links in them: numbers only, no text of the owner's."""

import re
from collections.abc import Sequence
from functools import lru_cache

QUIET = 4
"""Empty modules around a code; readers need them."""
MASK = 3
"""Every reader reads every mask; weighing all eight takes ten times as long as the rest of the page."""
STOPS_A_LINK = 9
_DARK = re.compile(b"\x01+")
_MAPS = "https://www.google.com/maps/dir/?api=1"

Place = tuple[float, float]


@lru_cache(maxsize=512)
def matrix(text: str, error: str = "m") -> tuple[bytes, ...]:
    """The modules of a code row by row, 1 for dark, without the quiet zone. Raises ValueError when the text is too long."""
    import segno

    return tuple(bytes(row) for row in segno.make_qr(text, error=error, boost_error=False, mask=MASK).matrix)


def stretches(code: Sequence[bytes]) -> list[tuple[int, int, int]]:
    """The dark stretches of a code in modules, quiet zone counted: column, row, length."""
    return [
        (QUIET + dark.start(), QUIET + row, dark.end() - dark.start())
        for row, modules in enumerate(code)
        for dark in _DARK.finditer(modules)
    ]


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
