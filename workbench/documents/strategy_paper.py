"""The strategy on a page on paper: one portrait page that is always full, whatever there is to say."""

from collections.abc import Sequence

from workbench.documents.strategy import StrategyPage
from workbench.documents.strategy_blocks import Block
from workbench.documents.strategy_choice import blocks_of
from workbench.output.pdf.parts import FOOT, MARGIN, caption, foot
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.output.pdf.text import Style, fitted, paragraph, width
from workbench.strings import tr, using_language

ABOVE = Style(15.5, 400, "muted", 22)
TITLE = Style(34, 600, "ink", 40, spacing=-0.01)
NUMBER = Style(68, 700, "ink", 66, spacing=-0.02)
WORDS = Style(19, 600, "ink", 24)
TEXT = Style(15.5, 400, "ink", 22)
MUTED = Style(15.5, 400, "muted", 22)
BETWEEN = 32.0
LEAST_GAP, MOST_GAP = 22.0, 40.0
FEW_BLOCKS = 4
ZOOMS = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.35, 1.4, 1.45, 1.5, 1.6, 1.7, 1.8)

Row = tuple[Block, ...]


def strategy_pdf(page: StrategyPage, paper: str = "A4", grey: bool = False) -> tuple[bytes, int]:
    """The PDF of the page, and its number of pages: one."""
    with using_language(page.language):
        pdf = Sheet(Paper(paper, grey=grey), f"{tr('Sales strategy')} · {page.plan}", page.company, page.language)
        draw_page(pdf, page, "1 / 1")
        return pdf.bytes(), pdf.pages


def draw_page(pdf: Sheet, page: StrategyPage, number: str) -> None:
    """The page as the next one of a PDF, in the language in use; `number` stands at its foot."""
    pdf.new_page()
    top = _goal(pdf, page, _head(pdf, page))
    _body(pdf, blocks_of(page), top, pdf.height - FOOT - 22)
    foot(pdf, tr("{company} · confidential", company=page.company), number)


def _head(pdf: Sheet, page: StrategyPage) -> float:
    room = pdf.width - 2 * MARGIN
    right = pdf.width - MARGIN
    dates = max(width(page.period, ABOVE), width(page.version, ABOVE))
    pdf.text(MARGIN, 66, tr("{company} · Sales strategy", company=page.company), ABOVE, room=room - dates - 30)
    title = fitted(page.plan, TITLE, room - dates - 30, 1)
    pdf.lines(MARGIN, 88 + 40 - sum(line.height for line in title), title)
    pdf.text(right, 84, page.period, ABOVE, "right")
    pdf.text(right, 106, page.version, ABOVE, "right")
    pdf.rule(MARGIN, 141, room, "thread", 2.5)
    return 142.5


def _goal(pdf: Sheet, page: StrategyPage, top: float) -> float:
    room = pdf.width - 2 * MARGIN
    texts = [(tr("Why we can win"), page.why_we_win), (tr("Where we are going"), page.where_we_go)]
    texts = [(title, text) for title, text in texts if text]
    if not page.goal and not texts:
        return top
    goal = (308.0 if texts else room) if page.goal else 0.0
    rest = room - goal - (30 if goal and texts else 0) - 30 * max(len(texts) - 1, 0)
    shares = (0.6, 0.4) if len(texts) == 2 and len(texts[0][1]) > len(texts[1][1]) else (1 / max(len(texts), 1),) * 2
    y = top + 20
    bottom = y
    x = MARGIN
    if page.goal:
        bottom = max(bottom, _goal_block(pdf, page, x, y, goal))
        x += goal + 30
    for (title, text), share in zip(texts, shares, strict=False):
        across = rest * share
        caption(pdf, x, y, title, across)
        bottom = max(bottom, pdf.lines(x, y + 23, fitted(text, TEXT, across, 6)))
        x += across + 30
    pdf.rule(MARGIN, bottom + 19, room)
    return bottom + 19


def _goal_block(pdf: Sheet, page: StrategyPage, x: float, top: float, across: float) -> float:
    assert page.goal
    y = caption(pdf, x, top, tr("Goal"), across) + 5
    number = NUMBER
    while width(page.goal.number, number) > across * 0.62 and number.size > 30:
        number = number.scaled(0.9)
    taken = pdf.text(x, y, page.goal.number, number) + 12
    if across - taken > 110:
        words = fitted(page.goal.words, WORDS, across - taken, 3)
        height = sum(line.height for line in words)
        pdf.lines(x + taken, y + max((number.height - height) / 2, 0), words)
        y += max(number.height, height)
    else:
        y = pdf.lines(x, y + number.height, fitted(page.goal.words, WORDS, across, 2))
    return pdf.lines(x, y + 5, paragraph(page.goal.sentence, MUTED, across, 4))


def _body(pdf: Sheet, blocks: Sequence[Block], top: float, bottom: float) -> None:
    room = pdf.width - 2 * MARGIN
    if not blocks:
        pdf.lines(MARGIN, top + 60, paragraph(tr("Nothing to print yet: import customers, set a goal."), WORDS, room, 3))
        return
    rows, zoom = _arranged(blocks, room, bottom - top)
    pdf.zoom = zoom
    top, bottom, room, left = top / zoom, bottom / zoom, room / zoom, MARGIN / zoom
    heights, gap = _heights(rows, room, bottom - top)
    y = top
    for row, height in zip(rows, heights, strict=True):
        y += gap
        x = left
        for block in row:
            across = _across(row, room)
            block.draw(pdf, x, y, across, height)
            x += across + BETWEEN
        y += height
    pdf.zoom = 1.0


def _across(row: Row, room: float) -> float:
    return (room - BETWEEN) / 2 if len(row) == 2 else room


def _least(rows: Sequence[Row], room: float) -> float:
    return sum(max(block.least(_across(row, room)) for block in row) + LEAST_GAP for row in rows)


def _most(rows: Sequence[Row], room: float) -> float:
    return sum(max(block.most(_across(row, room)) for block in row) + MOST_GAP for row in rows)


def _arranged(blocks: Sequence[Block], room: float, down: float) -> tuple[list[Row], float]:
    """Rows of two blocks, or of one where there are few, and the zoom that fills the page: 1 if it can, larger type where little is said."""
    choices: list[tuple[float, float, list[Row]]] = []
    for each in (2, 1) if len(blocks) <= FEW_BLOCKS else (2,):
        rows = [tuple(blocks[i : i + each]) for i in range(0, len(blocks), each)]
        zoom = _zoom(rows, room, down)
        left_over = max(down / zoom - _most(rows, room / zoom), 0) * zoom
        choices.append((left_over, abs(zoom - 1), rows))
    _, _, rows = min(choices, key=lambda choice: choice[:2])
    return rows, _zoom(rows, room, down)


def _zoom(rows: Sequence[Row], room: float, down: float) -> float:
    """1 where the page can be filled; larger type where there is little to say, smaller where there is much."""
    narrowest = max(block.narrowest() * (2 if len(row) == 2 else 1) + (BETWEEN if len(row) == 2 else 0) for row in rows for block in row)
    wide = [zoom for zoom in ZOOMS if zoom <= 1 or narrowest <= room / zoom]
    fitting = [zoom for zoom in wide if _least(rows, room / zoom) <= down / zoom]
    if not fitting:
        return ZOOMS[0]
    full = [zoom for zoom in fitting if _most(rows, room / zoom) >= down / zoom]
    return min(full, key=lambda zoom: abs(zoom - 1)) if full else fitting[-1]


def _heights(rows: Sequence[Row], room: float, down: float) -> tuple[list[float], float]:
    """The height of each row and the gap above each, so that the last row ends at the foot."""
    least = [max(block.least(_across(row, room)) for block in row) for row in rows]
    most = [max(block.most(_across(row, room)) for block in row) for row in rows]
    spare = down - sum(least) - LEAST_GAP * len(rows)
    growth = sum(most) - sum(least)
    part = min(max(spare, 0) * 0.85 / growth, 1.0) if growth > 0 else 0.0
    heights = [low + (high - low) * part for low, high in zip(least, most, strict=True)]
    return heights, LEAST_GAP + max(spare - growth * part, 0) / len(rows)
