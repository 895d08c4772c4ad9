"""Travel between two places: road km and driving minutes. All planning and printing asks here; nobody multiplies distances elsewhere."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.strings import tr

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map, in degrees (WGS 84)."""

    lat: float
    lng: float


@dataclass(frozen=True, slots=True)
class Leg:
    """One drive: road kilometres, and whole minutes, rounded up."""

    km: float
    minutes: int


NO_DRIVE = Leg(0.0, 0)


@dataclass(frozen=True, slots=True)
class TravelRule:
    """How the company estimates a drive: road km from the straight line, slow at first and faster on the way."""

    road_factor: float = 1.3
    near_km: float = 10.0
    near_kmh: float = 30.0
    far_kmh: float = 45.0

    def minutes(self, road_km: float) -> int:
        """Driving minutes of a road distance in km, rounded up to whole minutes."""
        near = min(road_km, self.near_km)
        far = road_km - near
        return math.ceil(near * 60 / self.near_kmh + far * 60 / self.far_kmh - 1e-9)

    def leg(self, start: Place | None, end: Place | None) -> Leg:
        """The drive between two places; nothing when one of them is not known."""
        if start is None or end is None or start == end:
            return NO_DRIVE
        km = self.road_factor * great_circle_km(start, end)
        return Leg(km, self.minutes(km))

    def describe(self) -> str:
        """One sentence for the pane and the documents: how driving is estimated."""
        from workbench.formatting import NO_BREAK, number

        said = tr(
            "Driving is estimated: {factor} times the straight line, the first {near} km at {slow} km/h, the rest at {fast} km/h.",
            factor=number(self.road_factor, digits=1),
            near=number(self.near_km),
            slow=number(self.near_kmh),
            fast=number(self.far_kmh),
        )
        return said.replace(" km", f"{NO_BREAK}km")


def great_circle_km(start: Place, end: Place) -> float:
    """The shortest way over the ground in km (haversine)."""
    lat_a, lat_b = math.radians(start.lat), math.radians(end.lat)
    half_lat = math.sin((lat_b - lat_a) / 2)
    half_lng = math.sin(math.radians(end.lng - start.lng) / 2)
    chord = half_lat * half_lat + math.cos(lat_a) * math.cos(lat_b) * half_lng * half_lng
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))
