"""Latitude and longitude out of a list, in degrees."""

import re
import unicodedata
from math import isnan

PAIR = re.compile(r"\(?\s*([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,;\s/]\s*([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?")
DEGREE = re.compile(r"([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEWnsew])?")


def degree(cell: str, limit: int) -> float | None:
    """One coordinate, None when the cell is empty. Raises ValueError beyond `limit` or when it is no number."""
    if not cell or not cell.strip():
        return None
    try:
        value = float(cell)
    except ValueError:
        match = DEGREE.fullmatch(unicodedata.normalize("NFKC", cell).strip())
        if not match:
            raise ValueError(cell) from None
        value = float(match[1]) * (-1 if (match[2] or "").upper() in ("S", "W") else 1)
    if not -limit <= value <= limit:
        raise ValueError(cell)
    return value


def degrees(cells: list[str], limit: int) -> list[float | None] | None:
    """A whole column of plain coordinates at once; None when any is empty, out of bounds or written otherwise."""
    try:
        values = list(map(float, cells))
    except ValueError:
        return None
    plain = bool(values) and min(values) >= -limit and max(values) <= limit and not isnan(sum(values))
    return list(values) if plain else None


def pair(cell: str, swapped: bool = False) -> tuple[float, float] | None:
    """Latitude and longitude out of one cell, None when it is empty. `swapped`: the longitude stands first. Raises ValueError."""
    if not cell or not cell.strip():
        return None
    match = PAIR.fullmatch(unicodedata.normalize("NFKC", cell).strip())
    if not match:
        raise ValueError(cell)
    first, second = float(match[1]), float(match[2])
    lat, lng = (second, first) if swapped else (first, second)
    if not -90 <= lat <= 90 or not -180 <= lng <= 180:
        raise ValueError(cell)
    return lat, lng


def is_swapped(cells: list[str]) -> bool:
    """Whether the longitude stands first in these cells: no latitude is beyond 90 degrees."""
    beyond_first = beyond_second = 0
    for cell in cells:
        match = PAIR.fullmatch(unicodedata.normalize("NFKC", cell).strip())
        if match:
            beyond_first += abs(float(match[1])) > 90
            beyond_second += abs(float(match[2])) > 90
    return beyond_first > beyond_second
