"""The map: ourselves a filled dot, rivals squares, ideals dashed rings, the free field shaded. Points are dragged or moved by arrow keys."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from views.charts import Chart, line, pen
from views.theme import current_theme
from views.theme.paint import draw_text, focus_ring, rounded, text_width
from views.widgets.base import bounds
from workbench.strings import tr
from workbench.targeting.field import CLEAR, NEAR
from workbench.targeting.positioning_map import PointView, PositioningMap, difference, spot_words

SIDE, RING, STEP, FAST = 26, 20, 0.01, 5
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class PointHandle(QWidget):
    """One point. `moved(x, y)` in the map's px while dragged, `stepped(dx, dy)` in steps, `dropped()` when let go, `removed()` by Del or its menu."""

    moved = Signal(float, float)
    stepped = Signal(int, int)
    dropped = Signal()
    cancelled = Signal()
    removed = Signal()

    def __init__(self, point: PointView, parent: QWidget) -> None:
        super().__init__(parent)
        self.point = point
        self._grip: QPointF | None = None
        self.setFixedSize(SIDE, SIDE)
        self.setProperty("floats", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position() - QPointF(SIDE / 2, SIDE / 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            at = self.mapToParent(event.position()) - self._grip
            self.moved.emit(at.x(), at.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            self.dropped.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        off = menu.addAction(tr("Take {name} off the map", name=self.accessibleName()).replace("&", "&&"))
        off.triggered.connect(self.removed)
        menu.popup(event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self.mapToGlobal(self.rect().center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            far = FAST if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.stepped.emit(ARROWS[key][0] * far, ARROWS[key][1] * far)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Escape and self._grip is not None:
            self._grip = None
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, box = QPainter(self), current_theme(), bounds(self)
        mark = box.adjusted(6, 6, -6, -6)
        if self.point.kind == "we":
            rounded(painter, mark.adjusted(-2, -2, 2, 2), theme.colour("accent"), theme.colour("surface"), 9, 2)
        elif self.point.kind == "rival":
            rounded(painter, mark, theme.colour("surface"), theme.colour("ink"), 3, 2)
        else:
            rounded(painter, mark, theme.colour("surface"), theme.colour("accent"), 7, 2, dash=self.point.decision != "primary")
        if self.hasFocus():
            focus_ring(painter, box, SIDE / 2)


class PositioningChart(Chart):
    """`show_map(seen, writes)`; `placed(kind, id, x, y, by_key)` when a point was let go or stepped, `removed(kind, id)` by Del or its menu."""

    placed = Signal(str, object, float, float, bool)
    removed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(420, parent)
        self.setMinimumHeight(260)
        self._seen = PositioningMap((), (), (), None)
        self.handles: dict[tuple[str, int | None], PointHandle] = {}

    def show_map(self, seen: PositioningMap, writes: bool) -> None:
        """Show points anew; the one that holds the keyboard keeps it."""
        self._seen = seen
        wanted = {(point.kind, point.id): point for point in seen.placed}
        for key in [key for key in self.handles if key not in wanted]:
            self.handles[key].hide()
            self.handles.pop(key).deleteLater()
        for key, point in wanted.items():
            handle = self.handles.get(key)
            if handle is None:
                handle = self.handles[key] = PointHandle(point, self)
                handle.moved.connect(self._drag)
                handle.stepped.connect(self._step)
                handle.dropped.connect(self._drop)
                handle.cancelled.connect(self._arrange)
                handle.removed.connect(self._remove)
                handle.show()
            handle.point = point
            handle.setEnabled(writes)
            words = ", ".join(axis.words(value) for axis, value in zip(seen.axes, point.at or (), strict=False))
            handle.setAccessibleName(self._name(point))
            handle.setToolTip(f"{self._name(point)}: {words}")
            handle.update()
        self.describe(tr("Positioning map"), f"{difference(seen)} {spot_words(seen)}")
        self._arrange()

    def _name(self, point: PointView) -> str:
        return tr("Ideal of {segment}", segment=point.name) if point.kind == "segment" else point.name

    def plot(self) -> QRectF:
        """The field in px."""
        return bounds(self).adjusted(SIDE / 2, SIDE / 2, -SIDE / 2, -SIDE / 2)

    def spot_of(self, x: float, y: float) -> QPointF:
        """A place of the map in px."""
        area = self.plot()
        return QPointF(area.x() + x * area.width(), area.bottom() - y * area.height())

    def _place_of(self, handle: PointHandle) -> tuple[float, float]:
        area, middle = self.plot(), QPointF(handle.geometry().topLeft()) + QPointF(SIDE / 2, SIDE / 2)
        x, y = (middle.x() - area.x()) / area.width(), (area.bottom() - middle.y()) / area.height()
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    @Slot()
    def _arrange(self) -> None:
        for handle in self.handles.values():
            if handle.point.at is not None:
                at = self.spot_of(*handle.point.at)
                handle.move(round(at.x() - SIDE / 2), round(at.y() - SIDE / 2))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @Slot(float, float)
    def _drag(self, x: float, y: float) -> None:
        handle, area = self.sender(), self.plot()
        if isinstance(handle, PointHandle):
            x, y = min(area.right(), max(area.x(), x)), min(area.bottom(), max(area.y(), y))
            handle.move(round(x - SIDE / 2), round(y - SIDE / 2))
            self.update()

    @Slot()
    def _drop(self) -> None:
        handle = self.sender()
        if isinstance(handle, PointHandle) and handle.point.at is not None:
            at = self.spot_of(*handle.point.at)
            if handle.pos() != QPointF(at.x() - SIDE / 2, at.y() - SIDE / 2).toPoint():
                self.placed.emit(handle.point.kind, handle.point.id, *self._place_of(handle), False)

    @Slot(int, int)
    def _step(self, across: int, up: int) -> None:
        handle = self.sender()
        if isinstance(handle, PointHandle) and handle.point.at is not None:
            x, y = handle.point.at
            self.placed.emit(handle.point.kind, handle.point.id, round(x + across * STEP, 6), round(y + up * STEP, 6), True)

    @Slot()
    def _remove(self) -> None:
        handle = self.sender()
        if isinstance(handle, PointHandle):
            self.removed.emit(handle.point.kind, handle.point.id)

    # ---- painting

    def _circle(self, at: tuple[float, float], reach: float) -> QPainterPath:
        path, area = QPainterPath(), self.plot()
        path.addEllipse(self.spot_of(*at), reach * area.width(), reach * area.height())
        return path

    def free_field(self) -> QPainterPath:
        """What is near a primary segment's ideal and clear of every rival."""
        area, field = QPainterPath(), QPainterPath()
        area.addRect(self.plot())
        rivals = [point.at for point in self._seen.of("rival") if point.at is not None]
        for point in self._seen.of("segment") if rivals else ():
            if point.decision == "primary" and point.at is not None:
                field = field.united(self._circle(point.at, NEAR))
        for at in rivals:
            field = field.subtracted(self._circle(at, CLEAR))
        return field.intersected(area)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current_theme(), self.plot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, area, theme.colour("surface"), theme.colour("line"), 4)
        painter.fillPath(self.free_field(), theme.colour("accentbg"))
        middle = area.center()
        line(painter, area.x(), middle.y(), area.right(), middle.y(), pen("faint"))
        line(painter, middle.x(), area.y(), middle.x(), area.bottom(), pen("faint"))
        marks = [QRectF(handle.geometry()) for handle in self.handles.values()]
        taken = list(marks)
        spot = self._seen.spot
        ring = QRectF()
        if spot is not None:
            ring = QRectF(0, 0, 2 * RING, 2 * RING)
            ring.moveCenter(self.spot_of(spot.x, spot.y))
            taken.append(ring)
        for handle in self.handles.values():
            role = "strong" if handle.point.kind == "we" else "caption_ink" if handle.point.kind == "rival" else "caption_strong"
            tone = "accent" if handle.point.kind != "rival" else "ink"
            mark = QRectF(handle.geometry())
            self._label(painter, ring if ring.contains(mark) else mark, self._name(handle.point), role, tone, taken)
        if spot is not None:
            painter.setPen(pen("accent", 1.5, dash=True))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
            self._label(painter, ring, tr("emptiest here"), "caption_ink", "accent", taken)

    def _label(self, painter: QPainter, mark: QRectF, text: str, role: str, tone: str, taken: list[QRectF]) -> None:
        font, tall = current_theme().font(role), current_theme().line_height(role)
        wide = min(text_width(text, font) + 2, self.width() / 2)
        inside = self.plot()
        spots = [box for box in _around(mark, wide, tall) if inside.contains(box)]
        free = next((box for box in spots if not any(box.intersects(other) for other in taken)), None)
        box = free or (spots[0] if spots else QRectF(inside.x(), mark.y(), wide, tall))
        taken.append(box)
        draw_text(painter, box, text, tone, font)


def _around(mark: QRectF, wide: float, tall: float) -> Iterator[QRectF]:
    middle = mark.center()
    for shift in (0.0, tall, -tall, 2 * tall, -2 * tall):
        yield QRectF(mark.right() + 2, middle.y() - tall / 2 + shift, wide, tall)
        yield QRectF(mark.x() - 2 - wide, middle.y() - tall / 2 + shift, wide, tall)
        yield QRectF(middle.x() - wide / 2, mark.bottom() + shift, wide, tall)
        yield QRectF(middle.x() - wide / 2, mark.y() - tall + shift, wide, tall)
