"""The morning sheet on paper: one landscape page a rep, whatever the number of visits."""

from collections.abc import Sequence

from workbench import formatting
from workbench.documents.morning import MorningSheet
from workbench.documents.morning_side import draw_actions, draw_side, draw_strip
from workbench.documents.morning_stops import draw_notes, draw_one_column, draw_two_columns
from workbench.output.pdf.map import day_map, draw
from workbench.output.pdf.parts import CAPTION, MARGIN, foot
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.output.pdf.text import STEPS, Style, fitted, paragraph
from workbench.strings import ntr, tr, using_language

ABOVE = Style(16, 400, "muted", 23)
TITLE = Style(40, 600, "ink", 46, spacing=-0.01)
GOAL = Style(19, 600, "ink", 26)
SUMMARY = Style(19, 400, "muted", 26)
SAYING = Style(20, 600, "ink", 27)
ONE_COLUMN = 14
SIDE = 286.0
GAP = 40.0
MAPPED_ROW, LEAST_MAP, MOST_MAP = 126.0, 150.0, 440.0
"""How high a visit is over a map, and the map itself."""
STRIP = 142.0
NOTES, MOST_ON_FREE_DAY = 220.0, 6
"""What is kept free to write on, and how many actions stand on a sheet without visits."""


def morning_pdf(sheets: Sequence[MorningSheet], paper: str = "A4", grey: bool = False) -> tuple[bytes, int]:
    """The PDF of these sheets, and its pages: one a rep. Without any sheet one page says that there is no rep."""
    language = sheets[0].language if sheets else "en"
    with using_language(language):
        title = tr("Morning sheet")
        pdf = Sheet(Paper(paper, landscape=True, grey=grey), title, sheets[0].company if sheets else "", language)
        for number, sheet in enumerate(sheets, 1):
            pdf.new_page()
            _page(pdf, sheet, number, len(sheets))
        if not sheets:
            pdf.new_page()
            pdf.text(MARGIN, 79, tr("No rep goes out."), TITLE)
        return pdf.bytes(), pdf.pages


def _page(pdf: Sheet, sheet: MorningSheet, number: int, pages: int) -> None:
    top = _head(pdf, sheet)
    if sheet.stops:
        top = _sentences(pdf, sheet, top)
    bottom = pdf.height - 64
    room = pdf.width - 2 * MARGIN
    if not sheet.stops:
        _nobody(pdf, sheet, top, bottom)
    elif len(sheet.stops) <= ONE_COLUMN:
        _day(pdf, sheet, top, bottom)
    else:
        draw_two_columns(pdf, sheet.stops, MARGIN, top, room, bottom - STRIP)
        draw_strip(pdf, sheet, MARGIN, bottom - STRIP, room)
    foot(pdf, tr("{company} · confidential", company=sheet.company), f"{sheet.rep} · {number} / {pages}")


def _day(pdf: Sheet, sheet: MorningSheet, top: float, bottom: float) -> None:
    """The visits with the rest beside them; the map of the day below the visits where few leave room, else below the rest."""
    room = pdf.width - 2 * MARGIN
    side = SIDE * room / 1262
    across = room - side - GAP
    map_of_day = day_map((sheet.way,)) if sheet.way else None
    free = min(bottom - top - len(sheet.stops) * MAPPED_ROW, MOST_MAP)
    below = map_of_day is not None and free >= LEAST_MAP
    draw_one_column(pdf, sheet.stops, MARGIN, top, across, bottom - free if below else bottom)
    end = draw_side(pdf, sheet, pdf.width - MARGIN - side, top + 16, side, bottom)
    if map_of_day is not None and below:
        draw(pdf, map_of_day, MARGIN, bottom - free + 8, across, free - 8)
    elif map_of_day is not None and bottom - end - 14 >= LEAST_MAP:
        draw(pdf, map_of_day, pdf.width - MARGIN - side, end + 14, side, min(bottom - end - 14, side))


def _head(pdf: Sheet, sheet: MorningSheet) -> float:
    room = pdf.width - 2 * MARGIN
    where = tr("{company} · Morning sheet · {rep}", company=sheet.company, rep=sheet.rep)
    pdf.text(MARGIN, 56, where, ABOVE, room=room * 0.55)
    title = pdf.text(MARGIN, 79, formatting.day_long(sheet.day), TITLE)
    left = room - title - 40
    right = pdf.width - MARGIN
    lines = [*fitted(sheet.goal, GOAL, left, 1), *fitted(_summary(sheet), SUMMARY, left, 1)]
    top = 125 - sum(line.height for line in lines)
    pdf.lines(right, top, lines, "right")
    pdf.rule(MARGIN, 138, room, "thread", 2.5)
    return 139.5


def _summary(sheet: MorningSheet) -> str:
    if not sheet.stops:
        return ""
    parts = [ntr("{n} visit", "{n} visits", len(sheet.stops))]
    if sheet.travel_minutes:
        parts.append(formatting.distance(sheet.travel_km))
        parts.append(tr("{time} driving", time=formatting.duration(sheet.travel_minutes)))
    if sheet.back is not None:
        parts.append(tr("back at {time}", time=formatting.clock_time(sheet.back)))
    return tr(", ").join(parts)


def _sentences(pdf: Sheet, sheet: MorningSheet, top: float) -> float:
    room = pdf.width - 2 * MARGIN
    widths = (316 * room / 1262, 376 * room / 1262, 570 * room / 1262)
    said = sheet.sentences
    most = 3 if len(sheet.stops) < 5 else 2
    insides = [width - (24 if i < 2 else 0) - (24 if i else 0) for i, width in enumerate(widths)]
    texts = list(zip((said.how_many, said.whom, said.what_to_say), insides, strict=True))
    for step in STEPS:
        blocks = [paragraph(text, SAYING.scaled(step), inside, most) for text, inside in texts]
        if not any(line.cut for lines in blocks for line in lines):
            break
    height = 12 + CAPTION.height + 1 + max(sum(line.height for line in lines) for lines in blocks) + 13
    left = MARGIN
    for i, (caption, lines) in enumerate(zip((tr("How many"), tr("Whom"), tr("What to say")), blocks, strict=True)):
        inset = 24 if i else 0
        if i:
            pdf.upright(left, top, height)
        pdf.text(left + inset, top + 12, caption.upper(), CAPTION)
        pdf.lines(left + inset, top + 13 + CAPTION.height, lines)
        left += widths[i]
    pdf.rule(MARGIN, top + height, room)
    return top + height


def _nobody(pdf: Sheet, sheet: MorningSheet, top: float, bottom: float) -> None:
    room = pdf.width - 2 * MARGIN
    y = pdf.lines(MARGIN, top + 60, paragraph(why_nobody(sheet), Style(30, 600, "ink", 40), room * 0.8, 3))
    if sheet.next_day:
        y = pdf.lines(MARGIN, y + 14, paragraph(next_words(sheet), Style(21, 400, "ink", 30), room * 0.8, 2))
    if sheet.pause is None:
        y = draw_actions(pdf, sheet, MARGIN, y + 20, room * 0.6, bottom - NOTES, MOST_ON_FREE_DAY)
    draw_notes(pdf, MARGIN, y + 50, room, bottom - 12)


def why_nobody(sheet: MorningSheet) -> str:
    """Why the sheet has no visits, as a sentence."""
    if sheet.pause is None:
        return tr("No visits planned for today.")
    if sheet.pause.kind == "closed":
        return tr("{holiday}: no visits today.", holiday=sheet.pause.name)
    if sheet.pause.kind == "rep":
        return tr("{rep} does not work today.", rep=sheet.rep)
    return tr("No working day.")


def next_words(sheet: MorningSheet) -> str:
    """Which day the next sheet is for."""
    following = sheet.next_day
    if following is None:
        return ""
    day = formatting.day_long(following.day)
    if not following.visits or following.start is None:
        return tr("The next working day is {day}; no visits planned yet.", day=day)
    visits = ntr("{n} visit", "{n} visits", following.visits)
    return tr(
        "The next sheet is for {day}: {visits}, the first at {time}.", day=day, visits=visits, time=formatting.clock_time(following.start)
    )
