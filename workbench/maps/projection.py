"""Web Mercator, and the part of the world that a map shows. The world is 1 across and 1 down, from 180 degrees west and from the north."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import atan, cos, degrees, exp, floor, log, log2, pi, radians, sin

TILE = 256
"""Px of the whole world at zoom 0; each zoom doubles them."""
LEAST, MOST = 1.0, 17.0
"""Zooms that a map can have."""
STEP = 0.25
MOST_LAT = 85.0511
EARTH_KM = 40_075.017

Spot = tuple[float, float]


def to_world(lat: float, lng: float) -> Spot:
    """A place in degrees as a spot of the world; latitudes beyond 85 degrees are drawn in."""
    s = sin(radians(max(-MOST_LAT, min(MOST_LAT, lat))))
    return lng / 360 + 0.5, 0.5 - log((1 + s) / (1 - s)) / (4 * pi)


def to_place(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude in degrees of a spot."""
    return 90 - degrees(2 * atan(exp((y - 0.5) * 2 * pi))), (x - 0.5) * 360


@dataclass(frozen=True, slots=True)
class View:
    """What a map of `width` by `height` px shows: the spot in its middle and the zoom."""

    x: float
    y: float
    zoom: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Px of the whole world."""
        return float(TILE * 2**self.zoom)

    @property
    def left(self) -> float:
        """Px from the world's west edge to the view's."""
        return self.x * self.scale - self.width / 2

    @property
    def top(self) -> float:
        """Px from the world's north edge to the view's."""
        return self.y * self.scale - self.height / 2

    def pixel(self, x: float, y: float) -> Spot:
        """Where a spot of the world is in the view."""
        return x * self.scale - self.left, y * self.scale - self.top

    def spot(self, px: float, py: float) -> Spot:
        """Which spot of the world is at a px of the view."""
        return (px + self.left) / self.scale, (py + self.top) / self.scale

    def place(self, px: float, py: float) -> tuple[float, float]:
        """Latitude and longitude at a px of the view."""
        return to_place(*self.spot(px, py))

    def bounds(self, margin: float = 0.0) -> tuple[float, float, float, float]:
        """West, north, east and south of the view in the world, `margin` px wider on all sides."""
        west, north = self.spot(-margin, -margin)
        east, south = self.spot(self.width + margin, self.height + margin)
        return west, north, east, south

    def panned(self, dx: float, dy: float) -> View:
        """Moved by px; the middle stays in the world."""
        return replace(self, x=_held(self.x + dx / self.scale), y=_held(self.y + dy / self.scale))

    def zoomed(self, zoom: float, px: float, py: float) -> View:
        """At another zoom, with what is at the px staying there."""
        zoom = max(LEAST, min(MOST, zoom))
        x, y = self.spot(px, py)
        scale = TILE * 2**zoom
        return replace(self, zoom=zoom, x=_held(x + (self.width / 2 - px) / scale), y=_held(y + (self.height / 2 - py) / scale))

    def resized(self, width: float, height: float) -> View:
        """The same middle and zoom in another size."""
        return replace(self, width=width, height=height)

    def km_per_px(self) -> float:
        """Kilometres of one px in the middle."""
        lat, _ = to_place(self.x, self.y)
        return EARTH_KM * cos(radians(lat)) / self.scale


def _held(part: float) -> float:
    return max(0.0, min(1.0, part))


def fit(spots: Iterable[Spot], width: float, height: float, margin: float = 40.0, most: float = 14.0) -> View:
    """The view that shows all spots with `margin` px around them, no closer than zoom `most`; Japan where there are none."""
    found = list(spots) or [to_world(45.5, 128.5), to_world(30.5, 146.0)]
    west, east = min(x for x, _ in found), max(x for x, _ in found)
    north, south = min(y for _, y in found), max(y for _, y in found)
    across, down = max(width - 2 * margin, 40), max(height - 2 * margin, 40)
    scale = min(across / max(east - west, 1e-9), down / max(south - north, 1e-9))
    zoom = floor(log2(scale / TILE) / STEP) * STEP
    return View((west + east) / 2, (north + south) / 2, max(LEAST, min(most, zoom)), width, height)


def scale_bar(view: View, room: float) -> tuple[float, float]:
    """The longest round distance that a bar of at most `room` px can show: km and px."""
    per_px = view.km_per_px()
    most = room * per_px
    power = 10.0 ** floor(log(most, 10)) if most > 0 else 1.0
    km = next(power * factor for factor in (5, 2, 1) if power * factor <= most * 1.000001)
    return km, km / per_px
