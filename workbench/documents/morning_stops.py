"""The visits of a morning sheet: roomy up to eight, tightened up to fourteen, in two columns beyond."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench import formatting
from workbench.documents.morning import MorningStop
from workbench.output import qr
from workbench.output.pdf.parts import CAPTION, code, tick_box, tier_square
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, fitted, one_line, paragraph, width
from workbench.strings import tr

ROW = 138.0
ROW_FEW = 178.0
FEW = 5
ROOMY = 8
CODE = 108.0
LEAST_CODE = 94.0
"""Side of a code with its quiet zone that leaves 16 mm of code."""
CODES = 2 * (LEAST_CODE + 14)
"""Two columns of codes, with a number before each."""
MOST_CODES = 24

NUMBER = Style(46, 600, "ink", 50, tabular=True)
TIME = Style(33, 600, "ink", 38, tabular=True)
NAME = Style(21, 600, "ink", 26)
SMALL = Style(14.5, 400, "ink", 20)
MUTED = Style(14.5, 400, "muted", 20)
TIMES = Style(14.5, 400, "muted", 20, tabular=True)
TOPIC = Style(19, 600, "ink", 25)
TICK = Style(15, 400, "ink", 22)
FINE = Style(12.5, 400, "muted", 17)
FINE_TIME = Style(12.5, 400, "muted", 17, tabular=True)
NEXT = Style(14.5, 400, "muted", 20)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row is drawn; codes stay between `first` and `last`."""

    x: float
    top: float
    across: float
    row: float
    first: float
    last: float


def draw_one_column(pdf: Sheet, stops: Sequence[MorningStop], x: float, top: float, across: float, bottom: float) -> None:
    """Up to fourteen visits below each other; below five they get more room, and lines for notes where room is left."""
    room = bottom - top
    row = min(ROW_FEW if len(stops) < FEW else ROW, room / len(stops))
    for i, stop in enumerate(stops):
        place = Place(x, top + i * row, across, row, top - 3, bottom + 3)
        (_roomy if len(stops) <= ROOMY else _tight)(pdf, i, stop, place)
        if i + 1 < len(stops):
            pdf.rule(x, top + (i + 1) * row, across - (CODES if len(stops) > ROOMY else CODE if row < CODE else 0))
    left = bottom - (top + len(stops) * row)
    if left > 120:
        draw_notes(pdf, x, top + len(stops) * row, across, bottom)


def draw_two_columns(pdf: Sheet, stops: Sequence[MorningStop], x: float, top: float, across: float, bottom: float) -> None:
    """More than fourteen visits: the first half at the left, the rest at the right. Beyond 24 they go without a code of their own."""
    half = -(-len(stops) // 2)
    column = (across - 40) / 2
    row = (bottom - top) / half
    for i, stop in enumerate(stops):
        right, line = divmod(i, half)
        place = Place(x + right * (column + 40), top + line * row, column, row, top - 3, bottom + 3)
        _short(pdf, i, stop, place, len(stops) <= MOST_CODES)
        if line + 1 < half and i + 1 < len(stops):
            pdf.rule(place.x, place.top + row, column - (CODES if len(stops) <= MOST_CODES else 0))


def _roomy(pdf: Sheet, i: int, stop: MorningStop, at: Place) -> None:
    scale = min(1.0, at.row / 96)
    middle = at.top + at.row / 2
    number = NUMBER.scaled(scale)
    pdf.text(at.x, middle - number.height / 2, str(i + 1), number)
    _times(pdf, at.x + 46, middle, stop, scale)
    name = at.x + 154
    block = 314.0 * at.across / 936
    _who(pdf, name, at.top, block, at.row, stop, scale)
    talk = name + block + 4
    room = at.x + at.across - CODE - 12 - talk
    _talk(pdf, talk, at.top, room, at.row, stop, scale)
    if stop.place:
        side = min(CODE, max(at.row + 6, LEAST_CODE))
        code(pdf, at.x + at.across - side, middle - side / 2, side, qr.stop_link((stop.place.lat, stop.place.lng)))


def _times(pdf: Sheet, x: float, middle: float, stop: MorningStop, scale: float) -> None:
    time, until = TIME.scaled(scale), TIMES.scaled(max(scale, 0.9))
    top = middle - (time.height + until.height) / 2
    pdf.text(x, top, formatting.clock_time(stop.start), time)
    pdf.text(x, top + time.height, tr("to {time}", time=formatting.clock_time(stop.end)), until)


def _who(pdf: Sheet, x: float, top: float, across: float, row: float, stop: MorningStop, scale: float) -> None:
    inset = 36.0
    lines = _who_lines(stop, across - inset - 8, row - 8, scale)
    y = top + (row - sum(line.height for line in lines)) / 2
    tier_square(pdf, x, y, stop.tier, 26 * max(scale, 0.85))
    pdf.lines(x + inset, y, lines)


def _who_lines(stop: MorningStop, room: float, height: float, scale: float) -> list[Line]:
    """Name, local name and contact, address, travel: each in one line, in more where the row has room for them."""
    parts = [(stop.name, NAME), (person(stop, room), SMALL), (stop.address, MUTED), (travel_words(stop), MUTED)]
    blocks = [list(fitted(text, style.scaled(scale), room, 1)) for text, style in parts if text]
    texts = [(text, style.scaled(scale)) for text, style in parts if text]
    for i, (text, style) in enumerate(texts):
        used = sum(line.height for block in blocks for line in block)
        spare = int((height - used) // style.height)
        if spare > 0 and any(line.cut or line.height < style.height * 0.9 for line in blocks[i]):
            blocks[i] = list(paragraph(text, style, room, 1 + min(spare, 2)))
    return [line for block in blocks for line in block]


def person(stop: MorningStop, room: float) -> str:
    """Local name and contact; the telephone number where it fits into the line."""
    local = stop.name_local if stop.name_local != stop.name else ""
    parts = [part for part in (local, stop.contact) if part.strip()]
    longer = [*parts, stop.phone] if stop.phone.strip() else parts
    text = tr(", ").join(longer)
    return text if width(text, SMALL) <= room else tr(", ").join(parts)


def travel_words(stop: MorningStop) -> str:
    """28 min drive, last visit 13 days ago."""
    drive = tr("{time} drive", time=formatting.duration(stop.travel_minutes)) if stop.travel_minutes else ""
    seen = tr("first visit") if stop.days_since is None else tr("last visit {days} ago", days=formatting.days(stop.days_since))
    return tr(", ").join(part for part in (drive, seen) if part)


def _talk(pdf: Sheet, x: float, top: float, room: float, row: float, stop: MorningStop, scale: float) -> None:
    topic, ticks = TOPIC.scaled(scale), 29.0
    most = max(1, int((row - ticks - 12) // topic.height))
    lines = fitted(stop.topics, topic, room, min(most, 4))
    pens = 2 if row >= ROW_FEW - 1 and len(lines) < 3 else 0
    height = sum(line.height for line in lines) + ticks + pens * 26
    y = pdf.lines(x, top + (row - height) / 2, lines)
    _ticks(pdf, x, y + 7, room, stop.done)
    for line in range(pens):
        pdf.rule(x, y + ticks + 26 * (line + 1), room)


def _ticks(pdf: Sheet, x: float, top: float, room: float, met: bool) -> None:
    right = x + room
    for i, word in enumerate((tr("met"), tr("proposal"), tr("order"))):
        tick_box(pdf, x, top + 2.5)
        if met and i == 0:
            pdf.path(((x + 3.5, top + 11), (x + 7.5, top + 15.5), (x + 14, top + 6)), "ink", 2)
        x += 24 + pdf.text(x + 24, top, word, TICK) + 16
    pdf.text(x, top, tr("next"), NEXT)
    pdf.rule(x, top + 22, max(right - x, 30), "muted", 1.2)


def _tight(pdf: Sheet, i: int, stop: MorningStop, at: Place) -> None:
    """Two or three lines a visit; the codes take turns in two columns so that each keeps its quiet zone."""
    spread = at.row >= 64
    top = at.top + (at.row - (58 if spread else 41)) / 2
    time = at.top + (at.row - 42) / 2
    pdf.text(at.x, at.top + at.row / 2 - 14, str(i + 1), NUMBER.scaled(0.52))
    pdf.text(at.x + 40, time, formatting.clock_time(stop.start), TIME.scaled(0.66))
    pdf.text(at.x + 40, time + 25, tr("to {time}", time=formatting.clock_time(stop.end)), FINE_TIME)
    name = at.x + 112
    rest = at.across - 112 - CODES
    who = rest * 0.54
    tier_square(pdf, name, top + 1, stop.tier, 20)
    y = pdf.lines(name + 28, top, fitted(stop.name, NAME.scaled(0.8), who - 38, 1))
    if spread:
        y = pdf.lines(name + 28, y, fitted(stop.address, FINE, who - 38, 1))
        pdf.lines(name + 28, y, fitted(travel_words(stop), FINE, who - 38, 1))
    else:
        pdf.lines(name + 28, y + 1, fitted(_in_short(stop), FINE, who - 38, 1))
    talk = name + who
    y = pdf.lines(talk, top if not spread else top + 6, fitted(stop.topics, TOPIC.scaled(0.8), rest - who - 10, 1))
    _ticks_small(pdf, talk, y + 3, rest - who - 10, stop.done)
    _turning_code(pdf, i, stop, at)


def _in_short(stop: MorningStop) -> str:
    """Address, drive and days since the last visit, as short as they go."""
    drive = formatting.duration(stop.travel_minutes) if stop.travel_minutes else ""
    seen = tr("first visit") if stop.days_since is None else tr("{days} ago", days=formatting.days(stop.days_since))
    return " · ".join(part for part in (stop.address, drive, seen) if part)


def _ticks_small(pdf: Sheet, x: float, top: float, room: float, met: bool) -> None:
    right = x + room
    style = Style(12.5, 400, "ink", 17)
    for i, word in enumerate((tr("met"), tr("proposal"), tr("order"))):
        tick_box(pdf, x, top + 2, 13)
        if met and i == 0:
            pdf.path(((x + 3, top + 9), (x + 6, top + 12), (x + 11, top + 5)), "ink", 1.6)
        x += 18 + pdf.text(x + 18, top, word, style) + 10
    if right - x > 30:
        pdf.rule(x, top + 17, right - x, "muted", 1.2)


def _short(pdf: Sheet, i: int, stop: MorningStop, at: Place, codes: bool) -> None:
    """A visit in half the width: number, time, box, name, and topic and address by the height of the row."""
    lines = 3 if at.row >= 54 else 2 if at.row >= 38 else 1
    top = at.top + (at.row - (20, 38, 54)[lines - 1]) / 2
    number = Style(16, 600, "ink", 20, tabular=True)
    pdf.text(at.x, top, f"{i + 1}", number)
    pdf.text(at.x + 28, top, formatting.clock_time(stop.start), number)
    tick_box(pdf, at.x + 82, top + 2.5, 15)
    tier_square(pdf, at.x + 106, top + 1, stop.tier, 18)
    left = at.x + 132
    room = at.across - 132 - (CODES if codes else 8)
    name = Style(15.5, 600, "ink", 20)
    if lines == 1:
        pdf.lines(left, top, paragraph([(stop.name, name), (f"  {stop.topics}", Style(12.5, 400, "muted", 20))], name, room, 1))
        return
    y = pdf.lines(left, top, fitted(stop.name, name, room, 1))
    y = pdf.lines(left, y, fitted(stop.topics or _in_short(stop), Style(12.5, 600 if stop.topics else 400, "ink", 17), room, 1))
    if lines == 3:
        pdf.lines(left, y, fitted(_in_short(stop) if stop.topics else "", FINE, room, 1))
    if codes:
        _turning_code(pdf, i, stop, at)


def _turning_code(pdf: Sheet, i: int, stop: MorningStop, at: Place) -> None:
    """A code beside its row, kept inside the rows' area, with its number."""
    if stop.place is None:
        return
    right = at.x + at.across - (0 if i % 2 else CODES / 2)
    x, y = right - LEAST_CODE, at.top + at.row / 2 - LEAST_CODE / 2
    y = min(max(y, at.first), at.last - LEAST_CODE)
    code(pdf, x, y, LEAST_CODE, qr.stop_link((stop.place.lat, stop.place.lng)))
    pdf.text(x + 4, y + LEAST_CODE / 2 - 9, str(i + 1), Style(12.5, 600, "muted", 18, tabular=True), "right")


def draw_notes(pdf: Sheet, x: float, top: float, across: float, bottom: float) -> None:
    """A caption and ruled lines to write on."""
    pdf.rule(x, top, across)
    pdf.line(x, top + 18, one_line(tr("Notes").upper(), CAPTION))
    y = top + 18 + CAPTION.height + 34
    while y < bottom - 16:
        pdf.rule(x, y, across)
        y += 38
