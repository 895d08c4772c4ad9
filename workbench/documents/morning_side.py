"""What stands beside the visits of a morning sheet: the week, the whole route as a code, and whom to see if one falls through."""

from workbench import formatting
from workbench.actions.actions import ActionView
from workbench.documents.instead import Instead
from workbench.documents.morning import MorningSheet, WeekBar
from workbench.documents.strategy_words import due_words
from workbench.output import qr
from workbench.output.pdf.parts import bar, caption, code, tick_box, tier_square
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, fitted, one_line, paragraph
from workbench.strings import ntr, tr

LABEL = Style(17, 400, "ink", 24)
FIGURE = Style(17, 600, "ink", 24, tabular=True)
OF = Style(17, 400, "muted", 24, tabular=True)
SMALL = Style(14.5, 400, "ink", 20)
MUTED = Style(14.5, 400, "muted", 20)
ACTION = Style(14.5, 600, "ink", 20)
LATE = Style(14.5, 600, "thread", 20)
MOST_ACTIONS = 3
BAR_ROW = 29.0
ROUTE_CODE = 130.0
HEAD, INSTEAD, SHORT = 54.0, 88.0, 46.0
LEAST_ACROSS = 230.0
"""The heights of the heading over them, of the first to see instead and of a further one, and how wide one is at least beside others."""


def draw_side(pdf: Sheet, sheet: MorningSheet, x: float, top: float, across: float, bottom: float) -> float:
    """The blocks below each other; what does not fit any more is left out from the end. Returns the bottom of the last."""
    y = caption(pdf, x, top, tr("This week, {rep}", rep=sheet.rep), across, ruled=True) + 5
    for each in sheet.week:
        _bar_row(pdf, x, y, across, each)
        y += BAR_ROW
    y = draw_actions(pdf, sheet, x, y, across, bottom - (ROUTE_CODE + 55 if sheet.stops else 0) - (HEAD + INSTEAD if sheet.instead else 0))
    links = route_links(sheet)
    if len(links) == 1 and len(sheet.stops) == 1:
        links = ()
    if links:
        y = caption(pdf, x, y + 19, tr("Whole route"), across, ruled=True) + 8
        y = _codes(pdf, x, y, across, links, len(sheet.stops))
    if sheet.instead and y + HEAD + INSTEAD <= bottom:
        y = caption(pdf, x, y + 19, tr("If one falls through"), across, ruled=True) + 9
        y = _instead(pdf, x, y, across, sheet.instead[0]) + 6
        for other in sheet.instead[1:]:
            if y + SHORT <= bottom:
                y = _instead(pdf, x, y, across, other, short=True) + 6
    return y


def draw_actions(pdf: Sheet, sheet: MorningSheet, x: float, y: float, across: float, bottom: float, most: int = MOST_ACTIONS) -> float:
    """What the rep still has to do, each with a box to tick, as many as there is room for. Returns the bottom."""
    room = across - 27
    shown: list[tuple[ActionView, tuple[Line, ...]]] = []
    end = y + 14 + 24 + 7
    for one in sheet.actions[:most]:
        lines = paragraph(one.title, ACTION, room, 2)
        end += sum(line.height for line in lines) + (MUTED.height if one.due else 0) + 6
        if end > bottom:
            break
        shown.append((one, lines))
    if not shown:
        return y
    words = tr("Open actions")
    if len(shown) < len(sheet.actions):
        words = tr("Open actions, {shown} of {all}", shown=len(shown), all=len(sheet.actions))
    y = caption(pdf, x, y + 14, words, across, ruled=True) + 7
    for one, lines in shown:
        tick_box(pdf, x, y + 3, 15)
        y = pdf.lines(x + 27, y, lines)
        if one.due:
            about = due_words(one) if one.overdue else tr("by {day}", day=due_words(one))
            pdf.text(x + 27, y, about, LATE if one.overdue else MUTED, room=room)
            y += MUTED.height
        y += 6
    return y


def draw_strip(pdf: Sheet, sheet: MorningSheet, x: float, top: float, across: float) -> None:
    """The same side by side, below two columns of visits."""
    pdf.rule(x, top, across, "ink", 1.5)
    codes = route_links(sheet)
    for i, link in enumerate(codes):
        code(pdf, x + i * 136, top + 8, 130, link, "l")
    left = x + len(codes) * 136 + 8
    if codes:
        pdf.lines(left, top + 14, paragraph(_scan(len(codes), len(sheet.stops)), SMALL, 180, 5))
        left += 220
    for i, each in enumerate(sheet.week[:4]):
        _bar_row(pdf, left, top + 6 + i * 33, 300, each)
    if sheet.instead:
        pdf.text(left + 350, top + 10, tr("If one falls through"), MUTED)
        room = x + across - left - 350
        shown = sheet.instead[: max(1, int(room // LEAST_ACROSS))]
        for i, other in enumerate(shown):
            _instead(pdf, left + 350 + i * room / len(shown), top + 36, room / len(shown) - 12, other)


def route_links(sheet: MorningSheet) -> tuple[str, ...]:
    """Map links of the whole day, in order."""
    return qr.route_links([(stop.place.lat, stop.place.lng) for stop in sheet.stops if stop.place])


def _bar_row(pdf: Sheet, x: float, y: float, across: float, each: WeekBar) -> None:
    if each.tier:
        tier_square(pdf, x, y + 8, each.tier, 18)
    else:
        pdf.text(x, y + 5, tr("Visits"), LABEL, room=80)
    bar(pdf, x + 96, y + 11, across - 96 - 66, each.done, each.announced, each.target)
    of = one_line(f" / {each.target or each.announced}", OF)
    done = one_line(str(each.done), FIGURE)
    pdf.line(x + across, y + 5, of, "right")
    pdf.line(x + across - of.width, y + 5, done, "right")


def _codes(pdf: Sheet, x: float, y: float, across: float, links: tuple[str, ...], stops: int) -> float:
    side = ROUTE_CODE
    for i, link in enumerate(links[:2]):
        code(pdf, x - 8 + i * (side + 4), y, side, link, "l" if stops > 4 else "m")
    words = _scan(len(links), stops)
    if len(links) == 1:
        lines = paragraph(words, SMALL, across - side - 10, 5)
        pdf.lines(x + side + 10, y + (side - sum(line.height for line in lines)) / 2, lines)
        return y + side
    return pdf.lines(x, y + side + 4, paragraph(words, SMALL, across, 3))


def _scan(parts: int, stops: int) -> str:
    if parts == 1:
        return ntr("Scan once: the stop opens on the phone.", "Scan once: all {n} stops open in order on the phone.", stops)
    return tr("Scan from left to right, {stops} stops in {parts} parts: the next one when a part is done.", stops=stops, parts=parts)


def _instead(pdf: Sheet, x: float, y: float, across: float, other: Instead, short: bool = False) -> float:
    """Who, how far off the way and from when, and why; returns the bottom."""
    tier_square(pdf, x, y, other.tier, 26)
    room = across - 37
    time = formatting.clock_time(other.start)
    y = pdf.lines(x + 37, y, fitted(other.name, Style(17, 600, "ink", 24), room, 1))
    if short:
        seen = tr("never visited") if other.days_ago is None else tr("{days} ago", days=formatting.days(other.days_ago))
        said = tr(", ").join((formatting.minutes(other.detour_minutes), tr("from {time}", time=time), seen))
        return pdf.lines(x + 37, y, fitted(said, SMALL, room, 1))
    way = tr("{minutes} off the way", minutes=formatting.minutes(other.detour_minutes)) if other.detour_minutes else tr("on the way")
    y = pdf.lines(x + 37, y, fitted(tr("{way}, from {time}", way=way, time=time), SMALL, room, 1))
    y = pdf.lines(x + 37, y, fitted(other.reason, SMALL, room, 1))
    reach = tr(", ").join(part for part in (other.contact, other.phone) if part.strip())
    return pdf.lines(x + 37, y, fitted(reach, MUTED, room, 1)) if reach else y
