"""Line icons by their Lucide name, in the colour of a role."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from views.theme.theme import current_theme

FOLDER = Path(__file__).parents[2] / "resources" / "icons"


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw icon `name` into `rect`."""
    _renderer(name, colour.name()).render(painter, QRectF(rect))


def pixmap(name: str, role: str = "muted", size: int = 16) -> QPixmap:
    """Icon `name` as a picture of `size` px, sharp on any screen."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, QRectF(0, 0, size, size), name, current_theme().colour(role))
    painter.end()
    return picture


def icon(name: str, role: str = "muted", size: int = 16) -> QIcon:
    """Icon `name` in the colour of `role`; ask again after the theme changed."""
    return QIcon(pixmap(name, role, size))
