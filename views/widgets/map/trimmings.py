"""What stands at the edges of a map: the scale, whom the base map is owed to, and what a click does while something is placed."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from views.theme import current_theme
from views.theme.paint import CENTRE, RIGHT, draw_text, hairline, rounded, text_width
from workbench import formatting
from workbench.maps.marks import credits_for
from workbench.maps.projection import View, scale_bar
from workbench.strings import tr

INSET = 10.0
HINT_FOOT = 50.0
"""Above this px the hint stands."""


def placing_words(name: str) -> str:
    """What the user does to place something."""
    return tr("Click where {name} is. Enter: the cross. Esc: leave.", name=name)


def boxes(view: View) -> tuple[QRectF, QRectF]:
    """Where the credits and the scale stand."""
    font, tall = current_theme().font("caption_ink"), current_theme().line_height("caption")
    wide = min(text_width(credits_for((view.x, view.y)), font) + 12, view.width)
    owed = QRectF(view.width - wide, view.height - tall - 2, wide, tall + 2)
    _, across = scale_bar(view, min(110.0, view.width / 3))
    return owed, QRectF(view.width - INSET - across - 10, owed.top() - tall - 14, across + 14, tall + 14)


def owed_at(view: View, spot: QPointF) -> str:
    """The credits where they stand at a point: a narrow map cuts them."""
    return credits_for((view.x, view.y)) if boxes(view)[0].contains(spot) else ""


def paint(painter: QPainter, view: View) -> None:
    """The credits at the right foot and the scale above them."""
    theme = current_theme()
    font = theme.font("caption_ink")
    owed = credits_for((view.x, view.y))
    box, _ = boxes(view)
    painter.fillRect(box, theme.colour("map"))
    draw_text(painter, box.adjusted(6, 0, -6, 0), owed, "ink", font, RIGHT, background="map")
    km, across = scale_bar(view, min(110.0, view.width / 3))
    _scale(painter, km, across, view.width - INSET, box.top() - 6)


def plate(painter: QPainter, boxes: list[QRectF]) -> None:
    """The ground on which buttons stand."""
    theme = current_theme()
    for box in boxes:
        rounded(painter, box, theme.colour("surface"), theme.colour("line"), 6)


def _scale(painter: QPainter, km: float, across: float, right: float, foot: float) -> None:
    theme = current_theme()
    font, tall = theme.font("caption_ink"), theme.line_height("caption")
    text = formatting.distance(km) if km >= 1 else tr("{n} m", n=formatting.number(km * 1000))
    wide = max(across, text_width(text, font) + 4)
    box = QRectF(right - wide - 6, foot - tall - 6, wide + 12, tall + 8)
    rounded(painter, box, theme.colour("map", 0.85), None, 4)
    draw_text(painter, QRectF(right - wide, foot - tall - 5, wide, tall), text, "ink", font, CENTRE, background="map")
    left = right - wide / 2 - across / 2
    for x1, y1, x2, y2 in ((0, 0, across, 0), (0, -4, 0, 0), (across, -4, across, 0)):
        hairline(painter, left + x1, foot - 1 + y1, left + x2, foot - 1 + y2, "ink")


def hint(painter: QPainter, view: View, text: str) -> None:
    """A sentence at the top."""
    theme = current_theme()
    font = theme.font("caption_strong")
    room = view.width - 2 * INSET - 60
    wide = min(text_width(text, font) + 24, room)
    box = QRectF((view.width - wide) / 2, INSET, wide, theme.line_height() + 14)
    rounded(painter, box, theme.colour("accentbg"), theme.colour("accent"), 6)
    draw_text(painter, box.adjusted(12, 0, -12, 0), text, "accent", font, CENTRE, background="accentbg")


def cross(painter: QPainter, view: View) -> None:
    """Where Enter places."""
    x, y = round(view.width / 2), round(view.height / 2)
    for dx, dy in ((12, 0), (0, 12)):
        hairline(painter, x - dx, y - dy, x + dx, y + dy, "accent", width=2)
