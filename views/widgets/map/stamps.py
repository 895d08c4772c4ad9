"""What stands on the map again and again: customers, clusters, stops, the office, words with a light edge."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from views.theme import current_theme
from views.theme.paint import CENTRE, LEFT, draw_text, recorded, rounded, stamped, text_width, tier_square
from workbench import formatting
from workbench.maps.layout import Words

SQUARE = 18
EDGE = 2.0
FONTS = {"c": "caption", "w": "caption", "s": "caption", "t": "caption", "customer": "caption_strong", "stop": "caption_strong"}
INKS = {"c": "muted", "w": "muted", "s": "muted", "t": "muted"}
_words: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()


def font_of(kind: str) -> QFont:
    """The font of a kind of label."""
    return current_theme().font(FONTS.get(kind, "caption_strong"))


def measure(text: str, kind: str, tier: str) -> tuple[float, float]:
    """Room of a label, with the tier's square where there is one."""
    theme = current_theme()
    return text_width(text, font_of(kind)) + 2 + (theme.px(SQUARE) + 5 if tier else 0), theme.line_height("caption")


def customer(painter: QPainter, x: float, y: float, tier: str, chosen: bool, current: bool) -> None:
    """A customer's square in its tier's colour, ringed where it is chosen."""
    theme = current_theme()
    side = theme.px(SQUARE)
    if chosen or current:
        _ring(painter, QRectF(x - side / 2 - 4, y - side / 2 - 4, side + 8, side + 8), 8, current)
    box = QRectF(x - side / 2 - 1, y - side / 2 - 1, side + 2, side + 2)

    def draw(inside: QPainter, place: QRectF) -> None:
        rounded(inside, place, theme.colour("surface"), None, 5)
        tier_square(inside, place, tier)

    stamped(painter, box, ("customer", tier, theme.colour("muted" if tier == "N" else tier).rgba(), side), draw)


def cluster_reach(count: int) -> float:
    """Half the width of a cluster's mark."""
    return current_theme().px(SQUARE) / 2 + 2 + 2.5 * len(str(min(count, 99_999)))


def cluster(painter: QPainter, x: float, y: float, count: int, chosen: bool, current: bool) -> None:
    """Several customers as a round mark with their number."""
    theme, reach = current_theme(), cluster_reach(count)
    if chosen or current:
        _ring(painter, QRectF(x - reach - 3, y - reach - 3, 2 * reach + 6, 2 * reach + 6), reach + 3, current)
    box = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)

    def draw(inside: QPainter, place: QRectF) -> None:
        rounded(inside, place, theme.colour("surface"), theme.colour("ink"), reach, 1.5)
        draw_text(
            inside, place, formatting.number(count), "ink", theme.font("chip", tabular=True), CENTRE, elide=False, background="surface"
        )

    stamped(painter, box, ("cluster", count, theme.colour("ink").rgba(), reach), draw)


def _ring(painter: QPainter, box: QRectF, radius: float, current: bool) -> None:
    theme = current_theme()
    rounded(painter, box, theme.colour("accentbg" if current else "surface"), theme.colour("accent"), radius, 2)


def stop(painter: QPainter, x: float, y: float, number: int, colour: str, strong: bool, chosen: bool) -> None:
    """A stop of a route with its number: filled on the day shown, else hollow."""
    theme = current_theme()
    reach = stop_reach(strong)
    if chosen:
        _ring(painter, QRectF(x - reach - 4, y - reach - 4, 2 * reach + 8, 2 * reach + 8), reach + 4, True)
    box = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)

    def draw(inside: QPainter, place: QRectF) -> None:
        ground = colour if strong else "surface"
        rounded(inside, place, theme.colour(ground), theme.colour("surface" if strong else colour), reach, 1.5)
        ink = "onaccent" if strong else colour
        draw_text(inside, place, str(number), ink, theme.font("tier", 600), CENTRE, elide=False, background=ground)

    stamped(painter, box, ("stop", number, theme.colour(colour).rgba(), strong, reach), draw)


def stop_reach(strong: bool) -> float:
    """Half the width of a stop's mark."""
    return current_theme().px(11 if strong else 9)


def office(painter: QPainter, x: float, y: float) -> None:
    """The square where the reps start."""
    theme = current_theme()
    rounded(painter, QRectF(x - 7, y - 7, 14, 14), theme.colour("surface"), None, 3)
    rounded(painter, QRectF(x - 5, y - 5, 10, 10), theme.colour("ink"), None, 2)


def words(painter: QPainter, label: Words, dx: float, dy: float) -> None:
    """A label moved by px, with an edge in the land's colour that keeps it readable over lines."""
    theme, font = current_theme(), font_of(label.kind)
    left, top, right, bottom = label.box
    ink = INKS.get(label.kind, "ink")
    if label.dot is not None:
        rounded(
            painter, QRectF(label.dot[0] + dx - 2.5, label.dot[1] + dy - 2.5, 5, 5), theme.colour("map"), theme.colour("muted"), 2.5, 1.2
        )
    square = theme.px(SQUARE) + 5 if label.tier else 0
    if label.tier:
        tier_square(painter, QRectF(left + dx, top + dy, square - 5, bottom - top), label.tier)
    box = QRectF(left + dx + square, top + dy, right - left - square, bottom - top)
    if recorded():
        draw_text(painter, box, label.text, ink, font, LEFT, elide=False, background="map")
        return
    ratio = painter.device().devicePixelRatioF()
    key = (label.text, label.kind, theme.dark, theme.text_scale, ratio)
    picture = _words.get(key)
    if picture is None:
        picture = _words[key] = _edged(label.text, ink, font, box, ratio)
        if len(_words) > 1500:
            _words.popitem(last=False)
    painter.drawPixmap(QPointF(round(box.x() - EDGE), round(box.y() - EDGE)), picture)


def _edged(text: str, ink: str, font: QFont, box: QRectF, ratio: float) -> QPixmap:
    picture = QPixmap(round((box.width() + 2 * EDGE) * ratio), round((box.height() + 2 * EDGE) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    place, ground = QRectF(EDGE, EDGE, box.width(), box.height()), current_theme().colour("map", 0.75)
    for dx, dy in ((-1.5, 0), (1.5, 0), (0, -1.5), (0, 1.5), (-1, -1), (1, 1), (-1, 1), (1, -1)):
        draw_text(painter, place.translated(dx, dy), text, ground, font, LEFT, elide=False)
    draw_text(painter, place, text, ink, font, LEFT, elide=False)
    painter.end()
    return picture


def route_pen(colour: str, dash: str, strong: bool) -> QPen:
    """The line of a route."""
    pen = QPen(current_theme().colour(colour), 2.5 if strong else 1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash == "dashed" else Qt.PenCapStyle.RoundCap)
    if dash != "solid":
        pen.setDashPattern([4, 2.5] if dash == "dashed" else [0.1, 2.4])
    return pen
