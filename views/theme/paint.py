"""Painting that everything shares. `draw_text` is the one way delegates, charts and maps put text on screen, so that a test can ask
what was painted where, in which colours, and whether it was cut."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText, QTextLayout

from views.theme.theme import current_theme

Align = Qt.AlignmentFlag
LEFT, RIGHT, CENTRE = Align.AlignLeft, Align.AlignRight, Align.AlignHCenter
TOP, BOTTOM = Align.AlignTop, Align.AlignBottom


@dataclass(frozen=True, slots=True)
class Painted:
    """One text as it was painted. `rect` is in the painter's own coordinates; `clipped` means it stuck out of it."""

    text: str
    shown: str
    rect: QRectF
    colour: QColor
    background: QColor | None
    elided: bool
    clipped: bool


_recorder: Callable[[Painted], None] | None = None
_fonts: dict[int, "_Known"] = {}
_stamps: dict[tuple[object, ...], QPixmap] = {}


@contextmanager
def recording() -> Iterator[list[Painted]]:
    """Collect every text painted inside the block (for tests)."""
    global _recorder
    seen: list[Painted] = []
    _recorder, before = seen.append, _recorder
    try:
        yield seen
    finally:
        _recorder = before


def recorded() -> bool:
    """Whether a test listens: what else is a copy is then painted anew."""
    return _recorder is not None


class _Known:
    """A font with its metrics, and the widths and glyphs of texts met so far; holds the font, so that its id stays its own."""

    __slots__ = ("ascent", "cuts", "font", "glyphs", "metrics", "tall", "widths")

    def __init__(self, font: QFont) -> None:
        self.font, self.metrics = font, QFontMetricsF(font)
        self.ascent = self.metrics.ascent()
        self.tall = self.ascent + self.metrics.descent()
        self.widths: dict[str, float] = {}
        self.cuts: dict[tuple[str, float], str] = {}
        self.glyphs: dict[str, tuple[QStaticText, float]] = {}

    def width(self, text: str) -> float:
        found = self.widths.get(text)
        if found is None:
            if len(self.widths) > 5000:
                self.widths.clear()
            found = self.widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def cut(self, text: str, width: float) -> str:
        """`text` with an ellipsis where `width` ends."""
        found = self.cuts.get((text, width))
        if found is None:
            if len(self.cuts) > 2000:
                self.cuts.clear()
            found = self.cuts[text, width] = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return found

    def laid(self, text: str) -> tuple[QStaticText, float]:
        """`text` with its glyphs laid out, which paints three times as fast as text that is shaped anew, and its own height over the baseline
        (another font may step in for some letters)."""
        found = self.glyphs.get(text)
        if found is None:
            if len(self.glyphs) > 1000:
                self.glyphs.clear()
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            found = self.glyphs[text] = made, self.ascent if text.isascii() else _ascent(text, self.font)
        return found


def _ascent(text: str, font: QFont) -> float:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent()


def _know(font: QFont) -> _Known:
    known = _fonts.get(id(font))
    if known is None:
        if len(_fonts) > 256:
            _fonts.clear()
        known = _fonts[id(font)] = _Known(font)
    return known


def metrics(font: QFont) -> QFontMetricsF:
    """Metrics of `font`, kept, since making them is slow."""
    return _know(font).metrics


def text_width(text: str, font: QFont) -> float:
    """How wide `text` is in px."""
    return _know(font).width(text)


def note(text: str, shown: str, rect: QRectF, colour: QColor, background: QColor | None, clipped: bool) -> None:
    """Tell the recorder, if a test listens."""
    if _recorder is not None:
        _recorder(Painted(text, shown, QRectF(rect), QColor(colour), background, shown != text, clipped))


def draw_text(
    painter: QPainter,
    rect: QRectF | QRect,
    text: str,
    colour: QColor | str = "ink",
    font: QFont | None = None,
    align: Align = LEFT,
    elide: bool = True,
    background: QColor | str | None = None,
) -> bool:
    """Paint one line of `text` into `rect`, vertically centred unless `align` says top or bottom.

    `colour` and `background` are colours or roles; `background` is only told to the recorder: what the text stands on.
    Where it does not fit it is cut with an ellipsis (`elide`) or sticks out. Returns whether it fitted.
    """
    if not text:
        return True
    theme = current_theme()
    font = font or theme.font()
    ink = theme.colour(colour) if isinstance(colour, str) else colour
    known = _know(font)
    left, width = rect.x(), rect.width()
    shown, advance = text, known.width(text)
    fits = advance <= width + 0.6
    if not fits and elide:
        shown = known.cut(text, width)
        advance = known.width(shown)
    base = rect.y() + (rect.height() - known.tall) / 2 + known.ascent
    if align is RIGHT:
        left += width - advance
    elif align is not LEFT:
        if align & RIGHT:
            left += width - advance
        elif align is CENTRE or align & CENTRE:
            left += (width - advance) / 2
        if align & TOP:
            base = rect.y() + known.ascent
        elif align & BOTTOM:
            base = rect.y() + rect.height() - known.tall + known.ascent
    painter.setFont(font)
    painter.setPen(ink)
    glyphs, ascent = known.laid(shown)
    painter.drawStaticText(QPointF(left, base - ascent), glyphs)
    if _recorder is not None:
        ground = theme.colour(background) if isinstance(background, str) else background
        note(text, shown, QRectF(rect), ink, ground, not fits and not elide)
    return fits


def rounded(
    painter: QPainter, rect: QRectF, fill: QColor | None, line: QColor | None, radius: float, width: float = 1, dash: bool = False
) -> None:
    """A rounded box with its outline inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    pen = QPen(line, width)
    if dash:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    half = width / 2
    inner = max(0.0, radius - half)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), inner, inner)


def focus_ring(painter: QPainter, rect: QRectF, radius: float = 6) -> None:
    """The 2 px accent ring of what holds the keyboard."""
    rounded(painter, QRectF(rect), None, current_theme().colour("accent"), radius, 2)


def hairline(
    painter: QPainter, x1: float, y1: float, x2: float, y2: float, role: str = "line", dash: bool = False, width: float = 1
) -> None:
    """A straight 1 px line, sharp."""
    pen = QPen(current_theme().colour(role), width)
    if dash:
        pen.setDashPattern([3, 3])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def stamped(painter: QPainter, box: QRectF, look: tuple[object, ...], draw: Callable[[QPainter, QRectF], None]) -> None:
    """Draw what a table or a map repeats once and copy it from then on; `look` is all that its picture depends on."""
    if recorded():
        draw(painter, box)
        return
    scale = painter.device().devicePixelRatioF()
    made = _stamps.get((*look, scale))
    if made is None:
        if len(_stamps) > 256:
            _stamps.clear()
        made = QPixmap(box.size().toSize() * scale)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        inside = QPainter(made)
        draw(inside, QRectF(0, 0, box.width(), box.height()))
        inside.end()
        _stamps[*look, scale] = made
    painter.drawPixmap(QPointF(round(box.x()), round(box.y())), made)


def tier_square(painter: QPainter, rect: QRectF | QRect, tier: str) -> None:
    """The square of tier A, B, C or D, centred in `rect`; a prospect ("N") is outlined. Nothing for ""."""
    if not tier:
        return
    theme = current_theme()
    side = theme.px(18)
    box = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
    ground = theme.colour("muted" if tier == "N" else tier)
    stamped(painter, box, (tier, ground.rgba(), side), lambda inside, place: _tier_square(inside, place, tier))


def _tier_square(painter: QPainter, box: QRectF, tier: str) -> None:
    theme = current_theme()
    if tier == "N":
        rounded(painter, box, None, theme.colour("muted"), 4, 1.5)
        draw_text(painter, box, tier, "muted", theme.font("tier"), CENTRE, elide=False)
    else:
        rounded(painter, box, theme.colour(tier), None, 4)
        draw_text(painter, box, tier, "onaccent", theme.font("tier"), CENTRE, elide=False, background=tier)


CHIPS = {
    "plain": ("sunken", "muted"),
    "good": ("goodbg", "good"),
    "warn": ("warnbg", "warn"),
    "thread": ("threadbg", "thread"),
    "accent": ("accentbg", "accent"),
}


def chip_width(text: str, role: str = "chip") -> float:
    """Width of the chip that holds `text`."""
    return text_width(text, current_theme().font(role)) + 16


def chip(painter: QPainter, rect: QRectF | QRect, text: str, kind: str = "plain", align: Align = LEFT, role: str = "chip") -> QRectF:
    """A state chip in `rect` ("plain", "good", "warn", "thread", "accent"); returns the box it took."""
    if not text:
        return QRectF()
    theme = current_theme()
    ground, ink = CHIPS[kind]
    width, height = min(chip_width(text, role), rect.width()), theme.px(20)
    x = rect.x() + (rect.width() - width if align & RIGHT else (rect.width() - width) / 2 if align & CENTRE else 0)
    box = QRectF(x, rect.y() + (rect.height() - height) / 2, width, height)
    rounded(painter, box, theme.colour(ground), None, height / 2)
    draw_text(painter, box.adjusted(8, 0, -8, 0), text, ink, theme.font(role), LEFT, background=ground)
    return box


def key_width(text: str) -> float:
    """Width of the key box that holds `text`."""
    return text_width(text, current_theme().font("caption", tabular=True)) + 12


def key_box(painter: QPainter, rect: QRectF, text: str, colour: str = "muted", line: str = "line", ground: str | None = "surface") -> None:
    """A small key box of 17 px height, vertically centred in `rect`, at its left."""
    theme = current_theme()
    height = theme.px(17)
    box = QRectF(rect.x(), rect.y() + (rect.height() - height) / 2, key_width(text), height)
    rounded(painter, box, theme.colour(ground) if ground else None, theme.colour(line), 4)
    draw_text(painter, box, text, colour, theme.font("caption", tabular=True), CENTRE, elide=False, background=ground)


def tick_mark(painter: QPainter, box: QRectF, role: str = "onaccent") -> None:
    """A tick inside `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(current_theme().colour(role), box.width() / 7.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    painter.drawPolyline([QPointF(x + w * 0.25, y + h * 0.52), QPointF(x + w * 0.43, y + h * 0.7), QPointF(x + w * 0.76, y + h * 0.32)])


def check_box(painter: QPainter, rect: QRectF | QRect, checked: bool, partly: bool = False, role: str = "accent") -> None:
    """A 14 px check box centred in `rect`; `partly` shows a dash."""
    theme = current_theme()
    box = QRectF(rect.x() + (rect.width() - 14) / 2, rect.y() + (rect.height() - 14) / 2, 14, 14)
    look = ("check", checked, partly, theme.colour(role if checked or partly else "surface").rgba(), theme.colour("faint").rgba())
    stamped(painter, box, look, lambda inside, place: _check_box(inside, place, checked, partly, role))


def _check_box(painter: QPainter, box: QRectF, checked: bool, partly: bool, role: str) -> None:
    theme = current_theme()
    if not (checked or partly):
        rounded(painter, box, theme.colour("surface"), theme.colour("faint"), 3)
        return
    rounded(painter, box, theme.colour(role), None, 3)
    if partly:
        painter.fillRect(QRectF(box.x() + 3, box.center().y() - 1, 8, 2), theme.colour("onaccent"))
    else:
        tick_mark(painter, box)


def radio_dot(painter: QPainter, rect: QRectF, checked: bool) -> None:
    """A 16 px radio dot centred in `rect`."""
    theme = current_theme()
    box = QRectF(rect.center().x() - 8, rect.center().y() - 8, 16, 16)
    rounded(painter, box, theme.colour("surface"), theme.colour("accent" if checked else "faint"), 8, 5 if checked else 1)
