"""What stands on the map at one zoom: clusters of customers, stops, and the names that have room. Kept while the map only moves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from views.theme import current_theme
from views.widgets.map import stamps
from workbench.maps.clusters import NEAR, Cluster, clusters
from workbench.maps.layout import Mark, Words, lay_out
from workbench.maps.marks import MapPoint, MapRoute, by_importance
from workbench.maps.projection import Spot, View, to_world
from workbench.maps.tiles import labels_in
from workbench.strings import language

MARGIN = 160.0
"""Px around the view for which names are placed, so that small moves need no new placing."""
MOST_NAMES = 120
APART = 16.0
"""Above this zoom nothing is joined but what stands on one spot."""


@dataclass(slots=True)
class Shown:
    """What the map is to show. `office` is a spot of the world with its name."""

    points: list[MapPoint]
    spots: list[Spot]
    routes: tuple[MapRoute, ...] = ()
    office: tuple[Spot, str] | None = None

    @classmethod
    def of(cls, points: Sequence[MapPoint]) -> "Shown":
        """The customers, best tiers first."""
        ordered = by_importance(points)
        return cls(ordered, [point.spot for point in ordered])

    def every_spot(self) -> list[Spot]:
        """All that a view of everything shows."""
        found = [*self.spots, *(spot for route in self.routes for spot in route.spots())]
        return [*found, self.office[0]] if self.office else found


class Scene:
    """`look(shown, view, chosen)` brings it up to date; then `clusters` and `words` are to be painted, moved by `shift(view)`."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.words: list[Words] = []
        self._view: View | None = None
        self._clustered: float | None = None
        self._known: dict[float, list[Cluster]] = {}
        self.late = False
        """Whether names wait for the next picture."""

    def forget(self, points: bool = True) -> None:
        """Place names anew, and with `points` join the customers anew."""
        self._view = None
        if points:
            self._clustered = None
            self._known.clear()

    def look(self, shown: Shown, view: View, chosen: Collection[int], hurry: bool = False) -> bool:
        """Make what this view needs, unless it is there. Whether there was something to make.

        In a `hurry` the names of another zoom come with the next picture.
        """
        another, self.late = self._clustered != view.zoom, False
        if self._clustered != view.zoom:
            self._clustered = view.zoom
            if view.zoom not in self._known:
                near = 1.0 if view.zoom >= APART else current_theme().px(NEAR)
                self._known[view.zoom] = clusters(shown.spots, view.zoom, near)
            self.clusters = self._known[view.zoom]
            self._view = None
        known = self._view
        if known is not None and known.zoom == view.zoom and known.width == view.width and known.height == view.height:
            dx, dy = self.shift(view)
            if abs(dx) <= MARGIN and abs(dy) <= MARGIN:
                return False
        if another and hurry:
            self.words, self.late = [], True
            return True
        self._view = view
        self.words = self._place(shown, view, chosen)
        return True

    def shift(self, view: View) -> tuple[float, float]:
        """By how many px the words have moved since they were placed."""
        known = self._view or view
        return round(known.left) - round(view.left), round(known.top) - round(view.top)

    def at(self, shown: Shown, view: View, px: float, py: float) -> tuple[int, ...]:
        """The customers whose mark is at a px of the view."""
        for route in shown.routes:
            for stop in route.stops:
                x, y = view.pixel(*to_world(stop.lat, stop.lng))
                if stop.customer is not None and (x - px) ** 2 + (y - py) ** 2 <= stamps.stop_reach(route.strong) ** 2:
                    return (stop.customer,)
        for cluster in inside(self.clusters, view, 30):
            x, y = view.pixel(cluster.x, cluster.y)
            count = len(cluster.members)
            reach = stamps.cluster_reach(count) if count > 1 else current_theme().px(stamps.SQUARE) / 2 + 1
            if abs(x - px) <= reach and abs(y - py) <= reach:
                return tuple(shown.points[member].id for member in cluster.members)
        return ()

    def _place(self, shown: Shown, view: View, chosen: Collection[int]) -> list[Words]:
        marks = [*_office(shown, view), *self._stops(shown, view), *self._customers(shown, view, chosen)]
        view_box = (-MARGIN, -MARGIN, view.width + MARGIN, view.height + MARGIN)
        near = [mark for mark in marks if view_box[0] <= mark.x <= view_box[2] and view_box[1] <= mark.y <= view_box[3]]
        named = 0
        for place, mark in enumerate(near):
            named += bool(mark.name)
            if named > MOST_NAMES and mark.name:
                near[place] = Mark(mark.x, mark.y, mark.reach)
        ways = [[view.pixel(*spot) for spot in route.spots()] for route in shown.routes if route.strong]
        return lay_out(view, near, labels_in(view, MARGIN), stamps.measure, language(), ways=ways)

    def _stops(self, shown: Shown, view: View) -> list[Mark]:
        marks = []
        for route in sorted(shown.routes, key=lambda route: not route.strong):
            for stop in route.stops:
                x, y = view.pixel(*to_world(stop.lat, stop.lng))
                named = stop.name if route.strong else ""
                marks.append(Mark(x, y, stamps.stop_reach(route.strong), named, "stop", stop.tier))
        return marks

    def _customers(self, shown: Shown, view: View, chosen: Collection[int]) -> list[Mark]:
        on_route = {stop.customer for route in shown.routes for stop in route.stops}
        side = current_theme().px(stamps.SQUARE) / 2 + 1
        first, rest = [], []
        for cluster in inside(self.clusters, view, MARGIN):
            x, y = view.pixel(cluster.x, cluster.y)
            if len(cluster.members) > 1:
                rest.append(Mark(x, y, stamps.cluster_reach(len(cluster.members))))
                continue
            point = shown.points[cluster.members[0]]
            if point.id in on_route:
                continue
            (first if point.id in chosen else rest).append(Mark(x, y, side, point.name, "customer"))
        return [*first, *rest]


def inside(found: Sequence[Cluster], view: View, margin: float) -> list[Cluster]:
    """Those of some clusters that are in view, with px around it."""
    west, north, east, south = view.bounds(margin)
    return [cluster for cluster in found if west <= cluster.x <= east and north <= cluster.y <= south]


def _office(shown: Shown, view: View) -> list[Mark]:
    if shown.office is None:
        return []
    (x, y), name = shown.office
    px, py = view.pixel(x, y)
    return [Mark(px, py, 7, name, "office")]
