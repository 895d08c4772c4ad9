"""What stands in the week's grid, measured and painted: a card a visit, its name on as many lines as it takes, and the rep at the left."""

import unicodedata

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import LEFT, RIGHT, draw_text, focus_ring, rounded, text_width, tier_square
from views.widgets.map.stamps import route_pen
from workbench import formatting
from workbench.maps.marks import MapRoute
from workbench.strings import ntr, tr
from workbench.visits.cards import VisitCard
from workbench.visits.week import RepWeek

HEAD_LINE, NAME_LINE, FOOT = 25, 16, 6
NARROW = 96
"""A card narrower than this has less padding, and its name may take three lines."""
MARKS = {"done": "✓ ", "missed": "✕ "}

_lines: dict[tuple[str, int, float], tuple[str, ...]] = {}


def name_lines(name: str, width: float, font: QFont) -> tuple[str, ...]:
    """A name broken into the lines it takes in `width`, the last one too long where it takes more than are allowed."""
    key = (name, round(width), font.pointSizeF())
    found = _lines.get(key)
    if found is None:
        if len(_lines) > 2000:
            _lines.clear()
        found = _lines[key] = _broken(name, width, font, 3 if width < NARROW else 2)
    return found


def _broken(name: str, width: float, font: QFont, most: int) -> tuple[str, ...]:
    layout, option = QTextLayout(name, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) == 2 and (better := _between_words(name, width, font)):
        starts = [0, better]
    starts = starts[:most]
    return tuple(name[start:end].strip() for start, end in zip(starts, [*starts[1:], len(name)], strict=True))


def _between_words(name: str, width: float, font: QFont) -> int:
    """Where Japanese without spaces is better broken: between kanji and katakana, where both lines fit. 0: nowhere."""
    kinds = [unicodedata.name(letter, "").partition(" ")[0] for letter in name]
    places = [at for at in range(1, len(name)) if {kinds[at - 1], kinds[at]} == {"CJK", "KATAKANA"}]
    fit = [at for at in places if text_width(name[:at], font) <= width and text_width(name[at:], font) <= width]
    return fit[-1] if fit else 0


def _pad(width: float) -> int:
    return 5 if width < NARROW else 7


def name_width(width: float) -> float:
    """The room for a name in a card of so many px."""
    return width - 2 * _pad(width) - 1


def card_height(card: VisitCard, width: float) -> int:
    """How tall a card of so many px is."""
    theme = current_theme()
    lines = len(name_lines(card.name, name_width(width), theme.font("caption_strong")))
    return theme.px(HEAD_LINE + FOOT) + lines * theme.px(NAME_LINE)


def paint_card(painter: QPainter, card: VisitCard, box: QRectF, current: bool, focused: bool, fresh: bool = False) -> None:
    """One visit: tier, time, its number on the rep's way or a lock, and the whole name."""
    theme, pad = current_theme(), _pad(box.width())
    ground = "accentbg" if fresh else "surface"
    rounded(painter, box, theme.colour(ground), theme.colour("accent" if current or fresh else "line"), 6, 2 if current else 1)
    if focused:
        focus_ring(painter, box.adjusted(-3, -3, 3, 3), 8)
    square = theme.px(18)
    tier_square(painter, QRectF(box.x() + pad, box.y() + 5, square, square), card.tier)
    left = box.x() + pad + square + (4 if box.width() < NARROW else 6)
    top = QRectF(left, box.y() + 5, box.right() - pad - left, square)
    font = theme.font("caption", tabular=True)
    tone = {"done": "good", "missed": "muted"}.get(card.status, "thread" if card.no_log else "muted")
    number = "" if card.locked else str(card.number)
    end = theme.px(13) if card.locked else text_width(number, font)
    words = MARKS.get(card.status, "") + formatting.clock_time(card.start)
    if text_width(words, font) + end + 2 > top.width():
        number, end = "", 0
    draw_text(painter, top.adjusted(0, 0, -end, 0), words, tone, font, LEFT, background=ground)
    if card.locked and end:
        side = theme.px(13)
        paint_icon(painter, QRectF(top.right() - side, top.center().y() - side / 2, side, side), "lock", theme.colour("muted"))
    elif number:
        draw_text(painter, top, number, "muted", font, RIGHT, background=ground)
    strong = theme.font("caption_strong")
    ink = "muted" if card.status == "missed" else "ink"
    line = QRectF(box.x() + pad, box.y() + theme.px(HEAD_LINE), name_width(box.width()), theme.px(NAME_LINE))
    for text in name_lines(card.name, line.width(), strong):
        draw_text(painter, line, text, ink, strong, LEFT, background=ground)
        line.translate(0, line.height())


def load_words(rep: RepWeek) -> str:
    """What a rep's load is made of: the time with customers, the driving, and the hours that the week holds for both."""
    if rep.load is None:
        return ""
    return tr(
        "{visiting} with customers and {driving} of driving: {percent} of the {hours} that this week holds for both",
        visiting=formatting.duration(rep.visit_minutes),
        driving=formatting.duration(rep.driving_minutes),
        percent=formatting.percent(rep.load),
        hours=formatting.duration(rep.field_minutes),
    )


def paint_rep(painter: QPainter, rep: RepWeek, top: float, width: float, look: int) -> None:
    """A rep's name with how much the week asks for, and how the rep's way is drawn on the map."""
    theme = current_theme()
    line, start = theme.px(18), 10 if width < theme.px(NARROW) else 16
    lines = [
        (rep.short_name or rep.name, "ink", "strong"),
        (ntr("{n} visit", "{n} visits", rep.visits), "muted", "caption"),
        (formatting.duration(rep.driving_minutes), "muted", "caption"),
    ]
    if rep.load is not None:
        lines.append((formatting.percent(rep.load), "thread" if rep.load > 1 else "muted", "caption"))
    for place, (text, tone, role) in enumerate(lines):
        box = QRectF(start, top + theme.px(9) + place * line, width - start - 4, line)
        draw_text(painter, box, text, tone, theme.font(role), LEFT, background="surface")
    way = MapRoute((), look)
    painter.setPen(route_pen(way.colour, way.dash, True))
    under = round(top + theme.px(9) + len(lines) * line + theme.px(6))
    painter.drawLine(start, under, start + theme.px(24), under)
