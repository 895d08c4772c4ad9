"""Routes, marks and names, painted over the base map."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from views.widgets.map import stamps, trimmings
from views.widgets.map.scene import Scene, Shown, inside
from workbench.maps.clusters import Cluster
from workbench.maps.projection import View, to_world


def routes(painter: QPainter, shown: Shown, view: View) -> None:
    """The ways of the reps, those of the day shown last."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for route in sorted(shown.routes, key=lambda route: route.strong):
        painter.setPen(stamps.route_pen(route.colour, route.dash, route.strong))
        painter.drawPolyline(QPolygonF([QPointF(*view.pixel(*spot)) for spot in route.spots()]))


def marks(painter: QPainter, shown: Shown, clusters: Sequence[Cluster], view: View, chosen: Collection[int], current: int | None) -> None:
    """Customers and clusters, the office, the stops with their numbers."""
    on_route = {stop.customer for route in shown.routes for stop in route.stops}
    scale, left, top, points = view.scale, view.left, view.top, shown.points
    for cluster in inside(clusters, view, 20):
        x, y = cluster.x * scale - left, cluster.y * scale - top
        if len(cluster.members) > 1:
            ids = [points[member].id for member in cluster.members] if chosen else []
            stamps.cluster(painter, x, y, len(cluster.members), any(one in chosen for one in ids), current in ids)
            continue
        point = points[cluster.members[0]]
        if point.id not in on_route:
            stamps.customer(painter, x, y, point.tier, point.id in chosen, point.id == current)
    if shown.office is not None:
        stamps.office(painter, *view.pixel(*shown.office[0]))
    for route in sorted(shown.routes, key=lambda route: route.strong):
        for stop in route.stops:
            x, y = view.pixel(*to_world(stop.lat, stop.lng))
            stamps.stop(painter, x, y, stop.number, route.colour, route.strong, stop.customer is not None and stop.customer == current)


def words(painter: QPainter, scene: Scene, view: View, covered: Sequence[QRectF]) -> None:
    """Names of customers as far as they are in view; of the base map only whole ones that nothing at the edges covers."""
    dx, dy = scene.shift(view)
    free = [*trimmings.boxes(view), *covered]
    whole = QRectF(0, 0, view.width, view.height)
    for label in scene.words:
        left, top, right, bottom = label.box
        box = QRectF(left + dx, top + dy, right - left, bottom - top)
        if label.kind in "cwst":
            if whole.contains(box) and not any(box.intersects(other) for other in free):
                stamps.words(painter, label, dx, dy)
        elif box.intersects(whole) and box.bottom() <= whole.bottom():
            stamps.words(painter, label, dx, dy)
