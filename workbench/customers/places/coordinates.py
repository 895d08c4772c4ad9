"""Coordinates as people paste them or lists hold them."""

import re
import unicodedata

from workbench.errors import BadInput
from workbench.strings import tr

_MAP_LINK = re.compile(
    r"(?:@|[?&/](?:q|ll|query|destination|center|mlat)=|geo:)(-?\d{1,3}(?:\.\d+)?)(?:,|%2C|&mlon=)\+?(-?\d{1,3}(?:\.\d+)?)",
    re.IGNORECASE,
)
_MAP_PIN = re.compile(r"!3d(-?\d{1,3}\.\d+)!4d(-?\d{1,3}\.\d+)")
_ANGLE = re.compile(
    r"(?P<before>[NSEW](?![A-Za-z])|[北南東西][緯経]?)?\s*"
    r"(?P<sign>[-+]?)(?P<degrees>\d{1,3}(?:\.\d+)?)(?![\d.])"
    r"(?:\s*[°度](?:\s*(?P<minutes>\d{1,2}(?:\.\d+)?)\s*['′分](?:\s*(?P<seconds>\d{1,2}(?:\.\d+)?)\s*(?:\"|''|″|秒))?)?)?"
    r"(?(before)|(?:\s*(?P<after>[NSEW])(?![A-Za-z\d.]))?)",
    re.IGNORECASE,
)
_DECIMAL_COMMAS = re.compile(r"^(-?\d{1,3}),(\d+)[\s;]+(-?\d{1,3}),(\d+)$")
_BETWEEN = re.compile(r"[\s,;/()\[\]:]*")
_SOUTH_WEST, _EAST_WEST = set("SW南西"), set("EW東西")


def parse_coordinates(text: str) -> tuple[float, float]:
    """(latitude, longitude) in degrees from "34.69, 135.50", "N34.69 E135.50", 34°41'38"N 135°30'8"E, 北緯34.69 東経135.50 or a map link.

    Raises BadInput when the text holds no pair, when a value is out of range, and says so when the two look swapped.
    """
    text = unicodedata.normalize("NFKC", text).strip().replace("’", "'").replace("”", '"').replace("−", "-")
    link = _MAP_PIN.search(text) or _MAP_LINK.search(text)
    if link:
        return _checked(float(link[1]), float(link[2]), text)
    pair = _pair(text)
    if pair is None:
        raise BadInput(
            what=tr("These are not coordinates."),
            where=text[:60],
            remedy=tr("Type latitude first, then longitude: 34.694, 135.502"),
        )
    (first, first_side), (second, second_side) = pair
    if first_side == "lng" or (second_side == "lat" and not first_side):
        first, second = second, first
    return _checked(first, second, text)


def read_pair(text: str, country_hint: str = "") -> tuple[float, float] | None:
    """(latitude, longitude) from one cell of a list that may hold them in either order; None when the cell holds no pair.

    The order is settled by letters (N, E), by range, and for "JP" by Japan's own range; else latitude is taken first.
    """
    pair = _pair(unicodedata.normalize("NFKC", text).strip())
    if pair is None:
        return None
    (first, first_side), (second, second_side) = pair
    japan = country_hint.upper() in ("JP", "JAPAN", "日本")
    swapped = first_side == "lng" or abs(first) > 90 or (japan and not first_side and not second_side and _in_japan(second, first))
    lat, lng = (second, first) if swapped else (first, second)
    return (lat, lng) if abs(lat) <= 90 and abs(lng) <= 180 else None


def _in_japan(lat: float, lng: float) -> bool:
    return 20 <= lat <= 46 and 122 <= lng <= 154


def _pair(text: str) -> tuple[tuple[float, str], tuple[float, str]] | None:
    """Two angles, each with "lat", "lng" or "" for the side its letter tells; None unless the text is just those."""
    text = _DECIMAL_COMMAS.sub(r"\1.\2 \3.\4", text)
    angles: list[tuple[float, str]] = []
    position = _end(_BETWEEN.match(text))
    while position < len(text):
        match = _ANGLE.match(text, position)
        if not match or len(angles) == 2:
            return None
        value = float(match["degrees"]) + float(match["minutes"] or 0) / 60 + float(match["seconds"] or 0) / 3600
        letter = (match["before"] or match["after"] or "")[:1].upper()
        if letter in _SOUTH_WEST or match["sign"] == "-":
            value = -value
        angles.append((value, "" if not letter else "lng" if letter in _EAST_WEST else "lat"))
        position = _end(_BETWEEN.match(text, match.end()))
    return (angles[0], angles[1]) if len(angles) == 2 else None


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _checked(lat: float, lng: float, text: str) -> tuple[float, float]:
    if abs(lat) <= 90 and abs(lng) <= 180:
        return lat, lng
    if abs(lng) <= 90 and abs(lat) <= 180:
        raise BadInput(
            what=tr("Latitude and longitude look swapped."),
            where=text[:60],
            remedy=tr("Type latitude first, then longitude: 34.694, 135.502"),
        )
    raise BadInput(
        what=tr("These coordinates are not on the globe."),
        where=text[:60],
        remedy=tr("Latitude lies between -90 and 90, longitude between -180 and 180."),
    )
