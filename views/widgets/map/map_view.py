"""The map: customers, routes and the base map, moved by mouse, wheel and keys. Painted with QPainter: pictures of the base map are made once
a zoom and copied while it moves (the benchmark `map` holds it against pyqtgraph, which paints every path anew).

    view = MapView()
    view.set_points([MapPoint(id, lat, lng, tier, name), ...])     # clusters where they lie on each other
    view.set_routes([MapRoute((MapStop(...), ...), look=0, strong=True, start=(lat, lng), end=(lat, lng)), ...])
    view.set_office(lat, lng, name)
    view.fit()                       # everything; fit_to(ids) for some customers; neither is a signal
    view.select(ids, current)        # from the table or the calendar
    view.selected.connect(...)       # tuple of ids, when the user clicks one or several
    view.activated.connect(...)      # id, by double click or Enter
    view.start_placing(name)         # the next click, or Enter, is `placed(lat, lng)`; Esc is `placing_left`
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from views.theme import current_theme
from views.theme.paint import focus_ring
from views.widgets.base import PaintedWidget, bounds, tip
from views.widgets.button import IconButton
from views.widgets.map import painting, trimmings
from views.widgets.map.base_map import BaseMap
from views.widgets.map.scene import Scene, Shown
from workbench import formatting
from workbench.maps.marks import MapPoint, MapRoute
from workbench.maps.projection import MOST, STEP, View, fit, to_world
from workbench.strings import ntr, tr

FRAME_SECONDS = 0.006
"""How long a frame may make new pictures of the base map while the map is moved."""
PAN, NOTCH = 80, 120
CTRL = Qt.KeyboardModifier.ControlModifier
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
NAMES_TOLD = 8


class MapView(PaintedWidget):
    """See the module's text. All signals are the user's."""

    selected = Signal(object)
    activated = Signal(object)
    placed = Signal(float, float)
    placing_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown([], [])
        self._chosen: frozenset[int] = frozenset()
        self._current: int | None = None
        self._placing, self._note = "", ""
        self._base, self._scene = BaseMap(), Scene()
        self._view = fit([], max(self.width(), 1), max(self.height(), 1))
        self._whole, self._moving = True, False
        self._grip: QPointF | None = None
        self._pressed: QPointF | None = None
        self._turned = 0
        self._look: tuple[bool, float] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.buttons = tuple(IconButton(icon, "", key, 26, self) for icon, key in (("plus", "+"), ("minus", "-"), ("maximize", "Home")))
        for button, slot in zip(self.buttons, (self.zoom_in, self.zoom_out, self.fit), strict=True):
            button.setProperty("floats", True)
            button.clicked.connect(slot)
        self.retranslate()

    # ---- what is shown

    def set_points(self, points: Sequence[MapPoint]) -> None:
        """The customers."""
        before = self._shown
        self._shown = Shown.of(points)
        self._shown.routes, self._shown.office = before.routes, before.office
        self._changed()

    def set_routes(self, routes: Sequence[MapRoute]) -> None:
        """The ways of the reps; those of the day shown are `strong`."""
        self._shown.routes = tuple(routes)
        self._changed()

    def set_office(self, lat: float | None, lng: float | None, name: str = "") -> None:
        """Where the reps start, or None for nowhere."""
        self._shown.office = None if lat is None or lng is None else (to_world(lat, lng), name)
        self._changed()

    def set_note(self, text: str) -> None:
        """A sentence at the top of the map, or none."""
        self._note = text
        self.update()

    def _changed(self) -> None:
        self._scene.forget()
        if self._whole:
            self._fit()
        self._describe()
        self.update()

    def select(self, ids: Collection[int], current: int | None = None) -> None:
        """Ring these customers, the current one more; without a signal. Brings the current one into view."""
        if self._chosen == frozenset(ids) and self._current == current:
            return
        self._chosen, self._current = frozenset(ids), current
        spot = next((spot for point, spot in zip(self._shown.points, self._shown.spots, strict=True) if point.id == current), None)
        if spot is not None:
            x, y = self._view.pixel(*spot)
            if not QRectF(20, 20, self.width() - 40, self.height() - 40).contains(x, y):
                self._view = View(*spot, self._view.zoom, self._view.width, self._view.height)
                self._whole = False
        self._scene.forget(points=False)
        self.update()

    @Slot()
    def fit(self) -> None:
        """Show everything."""
        self._whole = True
        self._fit()
        self.update()

    def fit_to(self, ids: Collection[int]) -> None:
        """Show these customers."""
        wanted = set(ids)
        spots = [spot for point, spot in zip(self._shown.points, self._shown.spots, strict=True) if point.id in wanted]
        if spots:
            self._whole = False
            self._view = fit(spots, self.width(), self.height(), most=12.5)
            self.update()

    def _fit(self) -> None:
        margin = 46 if min(self.width(), self.height()) > 200 else 24
        spots = self._shown.every_spot()
        most = 12.5 if len(set(spots)) > 1 else 10.0
        self._view = fit(spots, max(self.width(), 1), max(self.height(), 1), margin, most)

    @property
    def view(self) -> View:
        """What is shown of the world."""
        return self._view

    def look_at(self, lat: float, lng: float, zoom: float) -> None:
        """Show a place in the middle."""
        self._whole = False
        self._view = View(*to_world(lat, lng), zoom, self.width(), self.height())
        self.update()

    # ---- placing

    def start_placing(self, name: str) -> None:
        """Let the user show where something is: by a click, or by moving the map and Enter."""
        self._placing = name
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._describe()
        self.update()

    def stop_placing(self) -> None:
        """Clicks choose customers again."""
        self._placing = ""
        self.unsetCursor()
        self._describe()
        self.update()

    @property
    def placing(self) -> str:
        """What is being placed, or empty."""
        return self._placing

    def _hint(self) -> str:
        return trimmings.placing_words(self._placing) if self._placing else self._note

    def _place(self, px: float, py: float) -> None:
        lat, lng = self._view.place(px, py)
        self.stop_placing()
        self.placed.emit(lat, lng)

    # ---- words

    def retranslate(self) -> None:
        for button, name in zip(self.buttons, (tr("Zoom in"), tr("Zoom out"), tr("Show all")), strict=True):
            button.set_name(name)
        self._scene.forget(points=False)
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(tr("Map of the customers"))
        words = [ntr("{n} customer", "{n} customers", len(self._shown.points))]
        words += [route.name for route in self._shown.routes if route.strong and route.name]
        self.setAccessibleDescription(trimmings.placing_words(self._placing) if self._placing else ", ".join(words))

    # ---- moving

    def _move(self, view: View) -> None:
        self._view, self._whole, self._moving = view, False, True
        QToolTip.hideText()
        self.update()

    @Slot()
    def zoom_in(self) -> None:
        """Closer by half a step of two."""
        self._zoom(2 * STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Further away."""
        self._zoom(-2 * STEP)

    def _zoom(self, by: float, at: QPointF | None = None) -> None:
        at = at or QPointF(self.width() / 2, self.height() / 2)
        self._move(self._view.zoomed(self._view.zoom + by, at.x(), at.y()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        steps = int(self._turned / (NOTCH / 2))
        if steps:
            self._turned -= steps * NOTCH // 2
            self._zoom(steps * STEP, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and not event.modifiers() & CTRL:
            dx, dy = ARROWS[key]
            self._move(self._view.panned(dx * PAN, dy * PAN))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_out()
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._placing:
            self._place(self.width() / 2, self.height() / 2)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.activated.emit(self._current)
        elif key == Qt.Key.Key_Escape and self._placing:
            self.stop_placing()
            self.placing_left.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """The next customer in view, from left to right."""
        spots = {point.id: spot for point, spot in zip(self._shown.points, self._shown.spots, strict=True)}
        west, north, east, south = self._view.bounds()
        inside = sorted(((x, y, key) for key, (x, y) in spots.items() if west <= x <= east and north <= y <= south))
        if inside:
            keys = [key for _, _, key in inside]
            place = keys.index(self._current) + step if self._current in keys else (0 if step > 0 else -1)
            chosen = keys[place % len(keys)]
            self.select((chosen,), chosen)
            self.selected.emit((chosen,))

    # ---- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = self._pressed = event.position()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._grip is not None and self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance() or self._grip != self._pressed:
                self._move(self._view.panned(self._grip.x() - at.x(), self._grip.y() - at.y()))
                self._grip = at
        elif not self._placing:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self.at(at.x(), at.y()) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        moved, self._grip, self._pressed = self._grip != self._pressed, None, None
        self._moving = False
        if moved:
            self.update()
        elif self._placing:
            self._place(event.position().x(), event.position().y())
        else:
            self._click(self.at(event.position().x(), event.position().y()), bool(event.modifiers() & CTRL))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position().x(), event.position().y())
        if len(found) == 1 and not self._placing:
            self.activated.emit(found[0])

    def _click(self, found: tuple[int, ...], more: bool) -> None:
        if len(found) > 1 and not more:
            self._open(found)
            return
        if not found:
            return
        chosen = tuple(self._chosen.symmetric_difference(found)) if more else found
        self.select(chosen, found[0])
        self.selected.emit(chosen)

    def _open(self, found: tuple[int, ...]) -> None:
        """Zoom into a cluster, or choose all of it where its customers stand on one spot."""
        zoom = self._view.zoom
        spots = [spot for point, spot in zip(self._shown.points, self._shown.spots, strict=True) if point.id in set(found)]
        near = fit(spots, self.width(), self.height(), 60, MOST)
        if len(set(spots)) == 1 or zoom >= MOST:
            self.select(found, found[0])
            self.selected.emit(found)
        else:
            self._move(View(near.x, near.y, min(max(near.zoom, zoom + 2 * STEP), MOST), self._view.width, self._view.height))

    def at(self, px: float, py: float) -> tuple[int, ...]:
        """The customers whose mark is at a px."""
        return self._scene.at(self._shown, self._view, px, py)

    def _names(self, wanted: tuple[int, ...]) -> str:
        """Who is at a mark, a line each."""
        names = {point.id: point.name for point in self._shown.points}
        names |= {stop.customer: stop.name for route in self._shown.routes for stop in route.stops if stop.customer is not None}
        told = [names[key] for key in wanted[:NAMES_TOLD]]
        rest = len(wanted) - NAMES_TOLD
        if rest > 0:
            told.append(ntr("and {n} more", "and {n} more", rest, n=formatting.number(rest)))
        return "\n".join(told)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            hinted = event.pos().y() < trimmings.HINT_FOOT and self._hint()
            told = hinted or self._names(self.at(event.pos().x(), event.pos().y())) or trimmings.owed_at(self._view, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(told), self)
            return True
        return super().event(event)

    # ---- painting

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view = self._view.resized(self.width(), self.height())
        if self._whole:
            self._fit()
        left = self.width() - 10
        for place, button in enumerate(self.buttons):
            side = button.sizeHint().width()
            button.setGeometry(left - side, 10 + place * (side + 2), side, side)
            button.setVisible(self.height() > 140)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        if self._look != (theme.dark, theme.text_scale):
            self._look = (theme.dark, theme.text_scale)
            self._base.forget()
            self._scene.forget()
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().colour("water"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        busy = self._scene.look(self._shown, self._view, self._chosen, self._moving)
        seconds = None if not self._moving else 0.0 if busy else FRAME_SECONDS
        whole = self._base.paint(painter, self._view, self.devicePixelRatioF(), seconds)
        if self._scene.late or not whole:
            self._rest.start(0)
        plates = [QRectF(button.geometry()) for button in self.buttons if button.isVisible()]
        painting.routes(painter, self._shown, self._view)
        painting.marks(painter, self._shown, self._scene.clusters, self._view, self._chosen, self._current)
        painting.words(painter, self._scene, self._view, plates)
        trimmings.paint(painter, self._view)
        if self._hint():
            trimmings.hint(painter, self._view, self._hint())
        if self._placing:
            trimmings.cross(painter, self._view)
        trimmings.plate(painter, plates)
        if whole and not self._scene.late:
            self._moving = False
        if self.hasFocus():
            focus_ring(painter, bounds(self), 6)
