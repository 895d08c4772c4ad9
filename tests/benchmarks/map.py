"""Panning the map with 2,000 customers, beside pyqtgraph with the same shapes, marks and names."""

import random
import time

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from tests.benchmarks.harness import Row, percentile

COUNT, SIZE = 2_000, (1200, 900)
LAT, LNG, ZOOM = 34.69, 135.50, 10.0
STEP = 7
"""Px of one frame; 60 a second are 420 px a second."""


def run(quick: bool) -> list[Row]:
    """Mean and 99th percentile of a painted frame, mean of the peer's in turns, and the first picture."""
    from views.app import application
    from views.theme import install

    install(application(), "light", 1.0)
    frames = 120 if quick else 600
    begin = time.perf_counter()
    ours = _Ours()
    ours.frame(0)
    first = time.perf_counter() - begin
    peer = _Peer()
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(frames):
        for side, found in ((ours, taken[0]), (peer, taken[1])):
            begin = time.perf_counter()
            side.frame(number)
            found.append(1000 * (time.perf_counter() - begin))
    zooms = []
    for number in range(frames // 4):
        begin = time.perf_counter()
        ours.zoom(number)
        zooms += [1000 * (time.perf_counter() - begin) - ours.after[-1], ours.after[-1]]
    mean, theirs = (sum(found) / len(found) for found in taken)
    return [
        Row("map", f"panning {COUNT:,} customers, a frame", mean, "ms", 1.0, 0.5, theirs, "pyqtgraph, same shapes and points"),
        Row("map", "the same, 99th percentile", percentile(taken[0], 99), "ms", 33, 16.7),
        Row("map", "a frame after a turn of the wheel, 99th percentile", percentile(zooms, 99), "ms", 33),
        Row("map", "to the first picture", 1000 * first, "ms", 500),
    ]


def _customers() -> list[tuple[float, float]]:
    dice = random.Random(5)
    return [(LAT + dice.gauss(0, 0.25), LNG + dice.gauss(0, 0.3)) for _ in range(COUNT)]


def _way(number: int) -> tuple[int, int]:
    """Px of a frame's move: there and back in both directions, so that new ground comes into view."""
    turn = number // 60 % 4
    return ((STEP, 0), (0, STEP), (-STEP, 0), (0, -STEP))[turn]


def _paint(widget: QWidget, target: QPixmap) -> None:
    QWidget.render(widget, target)


class _Ours:
    def __init__(self) -> None:
        from views.widgets.map.map_view import MapView
        from workbench.maps.marks import MapPoint

        self.view = MapView()
        self.view.resize(*SIZE)
        self.view.set_points([MapPoint(n, lat, lng, "ABCN"[n % 4], f"Customer {n}") for n, (lat, lng) in enumerate(_customers())])
        self.view.look_at(LAT, LNG, ZOOM)
        self.target = QPixmap(*SIZE)
        self.after: list[float] = []

    def frame(self, number: int) -> None:
        """One frame of a drag."""
        self.view._move(self.view.view.panned(*_way(number)))
        _paint(self.view, self.target)

    def zoom(self, number: int) -> None:
        """One turn of the wheel."""
        self.view._zoom(0.5 if number % 8 < 4 else -0.5)
        _paint(self.view, self.target)
        begin = time.perf_counter()
        _paint(self.view, self.target)  # the names follow in a picture of their own
        self.after.append(1000 * (time.perf_counter() - begin))


class _Peer:
    """The base map as one path a layer, one scatter of all customers: how pyqtgraph is meant to be used."""

    def __init__(self) -> None:
        import pyqtgraph
        from PySide6.QtGui import QTransform
        from PySide6.QtWidgets import QGraphicsPathItem

        from views.theme import current_theme
        from views.widgets.map.base_map import _paths
        from workbench.maps import tiles
        from workbench.maps.projection import View, to_world

        theme = current_theme()
        self.plot = pyqtgraph.PlotWidget(background=theme.colour("water"))
        self.plot.resize(*SIZE)
        self.plot.hideAxis("left")
        self.plot.hideAxis("bottom")
        box = self.plot.getViewBox()
        box.invertY(True)
        self.view = View(*to_world(LAT, LNG), ZOOM, *SIZE)
        for _, (level, column, row) in tiles.places(tiles.GEOMETRY, ZOOM, self.view.bounds(400)):
            for layer, path in _paths((level, column, row)).items():
                side = 1 / (1 << level)
                item = QGraphicsPathItem(QTransform().translate(column * side, row * side).scale(side / 8192, side / 8192).map(path))
                pen = pyqtgraph.mkPen(theme.colour("faint"), width=1)
                pen.setCosmetic(True)
                if layer in (tiles.LAND, tiles.LAKE):
                    item.setBrush(theme.colour("map"))
                    item.setPen(pyqtgraph.mkPen(None))
                else:
                    item.setPen(pen)
                box.addItem(item, ignoreBounds=True)
        spots = [to_world(lat, lng) for lat, lng in _customers()]
        brushes = [theme.colour("ABCD"[n % 4]) for n in range(COUNT)]
        box.addItem(pyqtgraph.ScatterPlotItem([x for x, _ in spots], [y for _, y in spots], size=18, symbol="s", brush=brushes))
        for label in tiles.labels_in(self.view):
            item = pyqtgraph.TextItem(label.english or label.japanese, color=theme.colour("muted"), anchor=(0.5, 0.5))
            item.setPos(label.x, label.y)
            box.addItem(item, ignoreBounds=True)
        self.box, self.target = box, QPixmap(*SIZE)
        self.frame(0)

    def frame(self, number: int) -> None:
        """One frame of a drag."""
        self.view = self.view.panned(*_way(number))
        west, north, east, south = self.view.bounds()
        self.box.setRange(xRange=(west, east), yRange=(north, south), padding=0)
        _paint(self.plot, self.target)
