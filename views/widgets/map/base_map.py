"""The base map as square pictures, painted when they are first needed and copied while the map moves."""

from collections import OrderedDict
from functools import lru_cache
from math import floor
from time import perf_counter

import shiboken6
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from views.theme import current_theme
from workbench.maps import tiles
from workbench.maps.projection import TILE, View

KEPT = 160
COAST = 0
LINES = (
    (COAST, "coast", 1.0, False),
    (tiles.COUNTY, "road", 1.0, False),
    (tiles.RAIL, "rail", 1.3, False),
    (tiles.BRANCH, "rail", 1.0, False),
    (tiles.STATE, "border", 1.0, True),
    (tiles.COUNTRY, "border", 1.0, False),
)
"""Layer, look, width in px, dashed; in the order they are painted."""


@lru_cache(maxsize=160)
def _paths(place: tiles.Place) -> dict[int, QPainterPath]:
    """A tile's layers as paths in its own units."""
    shapes = tiles.shapes(place)
    made = {layer: _path(shape, layer in (tiles.LAND, tiles.LAKE)) for layer, shape in shapes.items()}
    made[COAST] = _path(tiles.coast(place), False)
    return made


def _path(shape: tiles.Shape, closed: bool) -> QPainterPath:
    path, at = QPainterPath(), 0
    for length in shape.lengths:
        ring = QPolygonF()
        ring.resize(length)
        memory = shiboken6.VoidPtr(ring.data(), 16 * length, True)
        memoryview(memory).cast("B")[:] = memoryview(shape.points)[at : at + 2 * length].cast("B")
        path.addPolygon(ring)
        if closed:
            path.closeSubpath()
        at += 2 * length
    return path


def _pen(look: str, width: float, dashed: bool) -> QPen:
    theme = current_theme()
    colour = {
        "road": theme.colour("road"),
        "rail": theme.colour("faint", 0.45),
        "border": theme.colour("faint", 0.8),
        "coast": theme.colour("faint", 0.4),
    }[look]
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([5, 3])
    return pen


class BaseMap:
    """`paint(painter, view, seconds)`; keeps the pictures of one look and some zooms."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[float, int, int], QPixmap] = OrderedDict()
        self._ratio = 1.0

    def forget(self) -> None:
        """The look changed."""
        self._kept.clear()

    def paint(self, painter: QPainter, view: View, ratio: float, seconds: float | None = None) -> bool:
        """Paint the view. With `seconds` pictures are made for so long at most, what is missing shows coarsely; then False is returned."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.forget()
        left, top, begin = round(view.left), round(view.top), perf_counter()
        most = int(view.scale) // TILE
        wanted = [
            (column, row)
            for row in range(max(0, floor(top / TILE)), min(most, floor((top + view.height) / TILE)) + 1)
            for column in range(max(0, floor(left / TILE)), min(most, floor((left + view.width) / TILE)) + 1)
        ]
        missing = []
        for column, row in wanted:
            picture = self._kept.get((view.zoom, column, row))
            if picture is None and (seconds is None or perf_counter() - begin < seconds):
                picture = self._kept[view.zoom, column, row] = self._make(view.zoom, column, row)
            if picture is None:
                missing.append((column, row))
            else:
                self._kept.move_to_end((view.zoom, column, row))
                painter.drawPixmap(QPointF(column * TILE - left, row * TILE - top), picture)
        if missing:
            self._paint_coarsely(painter, view, missing, left, top)
        while len(self._kept) > max(KEPT, 3 * len(wanted)):
            self._kept.popitem(last=False)
        return not missing

    def _paint_coarsely(self, painter: QPainter, view: View, missing: list[tuple[int, int]], left: int, top: int) -> None:
        """Pictures of other zooms, scaled, where there is none yet."""
        painter.save()
        clip = QPainterPath()
        for column, row in missing:
            clip.addRect(QRectF(column * TILE - left, row * TILE - top, TILE, TILE))
        painter.setClipPath(clip)
        painter.fillRect(QRectF(0, 0, view.width, view.height), current_theme().colour("map"))
        others = sorted({key[0] for key in self._kept} - {view.zoom}, key=lambda zoom: abs(zoom - view.zoom))[:2]
        for (zoom, column, row), picture in self._kept.items():
            if zoom not in others:
                continue
            factor = 2 ** (view.zoom - zoom)
            box = QRectF(column * TILE * factor - left, row * TILE * factor - top, TILE * factor, TILE * factor)
            if 0.2 < factor < 5 and box.intersects(clip.boundingRect()):
                painter.drawPixmap(box, picture, QRectF(picture.rect()))
        painter.restore()

    def _make(self, zoom: float, column: int, row: int) -> QPixmap:
        picture = QPixmap(round(TILE * self._ratio), round(TILE * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(current_theme().colour("water"))
        painter = QPainter(picture)
        scale = TILE * 2**zoom
        bounds = (column * TILE - 2) / scale, (row * TILE - 2) / scale, (column * TILE + TILE + 2) / scale, (row * TILE + TILE + 2) / scale
        paint_base(painter, zoom, bounds, column * TILE, row * TILE)
        painter.end()
        return picture


def paint_base(painter: QPainter, zoom: float, bounds: tuple[float, float, float, float], left: float, top: float) -> None:
    """Land, water and lines of a part of the world, with the px `left`, `top` of the world at the painter's origin."""
    theme, scale = current_theme(), TILE * 2**zoom
    covers = list(tiles.places(tiles.GEOMETRY, zoom, bounds))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def each(layer: int) -> list[tuple[QPainterPath, tiles.Place, tiles.Place]]:
        found = [(_paths(source).get(layer), area, source) for area, source in covers]
        return [(path, area, source) for path, area, source in found if path is not None]

    def place(area: tiles.Place, source: tiles.Place) -> None:
        level, column, row = source
        side = scale / (1 << level)
        painter.translate(column * side - left, row * side - top)
        painter.scale(side / tiles.EXTENT, side / tiles.EXTENT)
        if area != source:
            shift = area[0] - level
            part = tiles.EXTENT / (1 << shift)
            painter.setClipRect(QRectF((area[1] - (column << shift)) * part - 2, (area[2] - (row << shift)) * part - 2, part + 4, part + 4))

    for layer, ground in ((tiles.LAND, "map"), (tiles.LAKE, "water")):
        for path, area, source in each(layer) if zoom >= tiles.FROM_ZOOM[layer] else ():
            painter.save()
            place(area, source)
            painter.fillPath(path, theme.colour(ground))
            painter.restore()
    for layer, look, width, dashed in LINES:
        pen = _pen(look, width, dashed)
        for path, area, source in each(layer) if zoom >= tiles.FROM_ZOOM.get(layer, 0) else ():
            painter.save()
            place(area, source)
            painter.strokePath(path, pen)
            painter.restore()
