"""What is shown on a base map: customers, routes of reps, the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.maps.projection import Spot, to_world
from workbench.strings import marked, tr

ROUTE_COLOURS = 3
CREDITS = marked("Coast GSHHG, borders JMA, rail MLIT, towns Geolonia")
WORLD_CREDITS = marked("Coast and borders Natural Earth, cities GeoNames")


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A customer on the map; `lat` and `lng` in degrees, `tier` is A, B, C, D or N."""

    id: int
    lat: float
    lng: float
    tier: str
    name: str

    @property
    def spot(self) -> Spot:
        """Where it is in the world."""
        return to_world(self.lat, self.lng)


@dataclass(frozen=True, slots=True)
class MapStop:
    """A stop of a route with its number and, where it may be shown, the customer's id, tier and name."""

    lat: float
    lng: float
    number: int
    customer: int | None = None
    tier: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class MapRoute:
    """One rep's way: from `start` through the stops to `end`. `look` 0, 1, 2 ... gives colour and dashes; only the day shown is `strong`."""

    stops: tuple[MapStop, ...]
    look: int = 0
    strong: bool = True
    start: tuple[float, float] | None = None
    end: tuple[float, float] | None = None
    name: str = ""

    @property
    def colour(self) -> str:
        """The colour role."""
        return f"route_{self.look % ROUTE_COLOURS + 1}"

    @property
    def dash(self) -> Literal["solid", "dashed", "dotted"]:
        """How the line is drawn, so that colour is never alone."""
        return ("solid", "dashed", "dotted")[self.look % ROUTE_COLOURS]

    def spots(self) -> list[Spot]:
        """The corners of the way in the world."""
        ends = ([self.start] if self.start else [], [self.end] if self.end else [])
        return [to_world(lat, lng) for lat, lng in (*ends[0], *((stop.lat, stop.lng) for stop in self.stops), *ends[1])]


def credits_for(spot: Spot) -> str:
    """Whom the base map is owed to around a spot of the world."""
    return tr(CREDITS) if 0.839 < spot[0] < 0.928 and 0.35 < spot[1] < 0.445 else tr(WORLD_CREDITS)


def by_importance(points: Sequence[MapPoint]) -> list[MapPoint]:
    """The points with the best tier first, then as they stood."""
    return sorted(points, key=lambda point: "ABCDN".find(point.tier) % 6)
