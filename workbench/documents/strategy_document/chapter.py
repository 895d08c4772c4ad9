"""What a chapter of the strategy document is, and the headings that all of them share."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from workbench.output.pdf.bricks import Drawn, Lines
from workbench.output.pdf.long_table import Ask, noted, table_stack
from workbench.output.pdf.parts import CAPTION, Cell
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, one_line, paragraph, prose

TITLE = Style(29, 600, "ink", 38, spacing=-0.01)
NUMBER = Style(29, 600, "thread", 38, spacing=-0.01)
MESSAGE = Style(15.5, 400, "muted", 22)
LEAD = Style(15.5, 600, "ink", 22)
TEXT = Style(15.5, 400, "ink", 22)
MUTED = Style(15.5, 400, "muted", 22)
SMALL = Style(13.5, 400, "muted", 19)
QUOTED = 160
SUB = 28.0
MOST_TOGETHER = 300.0
"""A table lower than this is not broken between pages."""
ABOVE = 40.0
BEGINS = 160.0
"""Below its title a chapter usually has so much on the page where it begins: a few rows of a table."""

HALF = 0.55


class Chapter(Protocol):
    """A chapter that has something to say, its texts in the language in which it was read."""

    @property
    def key(self) -> str:
        """One of CHAPTERS."""

    @property
    def message(self) -> str:
        """What it says in a sentence; stands below its title and in the contents."""

    def wanted(self, passage: Passage) -> float:
        """How much of a page must be left for it to begin there, its title left out."""

    def compose(self, passage: Passage) -> None:
        """Lay it, the title left out."""


def heading(passage: Passage, key: str, number: str, title: str, message: str, wanted: float = BEGINS) -> None:
    """The title of a chapter with its number, its message, and the thread's rule; at the top of a page unless `wanted` is left on this
    one. What takes more than half a page may be broken where much of one would stay empty."""
    lines = prose(message, MESSAGE, passage.across)[:3]
    height = TITLE.height + sum(line.height for line in lines) + 14
    own = ABOVE + height + 20
    passage.need(wanted + own, BEGINS + own if wanted > HALF * passage.high else 0.0)
    passage.space(ABOVE)
    drawn = Drawn(height, partial(_paint_heading, number, title, lines, passage.across, height))
    passage.heading(key, f"{number} {title}".strip(), 0, drawn)
    passage.gap(20)


def _paint_heading(
    number: str, title: str, lines: tuple[Line, ...], across: float, height: float, sheet: Sheet, x: float, top: float
) -> None:
    left = x
    if number:
        left += sheet.text(x, top, number, NUMBER) + 12
    sheet.text(left, top, title, TITLE, room=x + across - left)
    sheet.lines(x, top + TITLE.height, lines)
    sheet.rule(x, top + height - 2, across, "thread", 2.5)


def subheading(passage: Passage, key: str, title: str, message: str = "", keep: float = 140.0) -> None:
    """A heading within a chapter in small capitals, with the sentence that it proves; stays with `keep` of what follows."""
    lines = prose(message, LEAD, passage.across)
    passage.need(SUB + CAPTION.height + sum(line.height for line in lines) + 10 + keep)
    passage.space(SUB)
    passage.heading(key, title, 1, Lines((one_line(title.upper(), CAPTION, passage.across), *lines), passage.across))
    passage.gap(10)


def headed_table(
    passage: Passage, key: str, title: str, asked: Sequence[Ask], rows: Sequence[Sequence[Cell]], note: str = "", message: str = ""
) -> None:
    """A table below its heading, with a muted note below it; a short one stays on one page with both."""
    table = noted(table_stack(asked, rows, passage.across), note, passage.across)
    subheading(passage, key, title, message, table.height if table.height < MOST_TOGETHER else 140.0)
    passage.columns(table)


def text(passage: Passage, words: str, style: Style = TEXT, above: float = 0.0) -> None:
    """A paragraph over the whole width; nothing where there are no words."""
    lines = prose(words, style, passage.across)
    if lines:
        passage.space(above)
        passage.put(Lines(lines, passage.across))


def quoted(words: str) -> str:
    """A card's text where it is only named: in one line, and its beginning where it is long; the board has all of it."""
    flat = " ".join(words.split())
    return flat if len(flat) <= QUOTED else f"{flat[: QUOTED - 1].rstrip()}…"


def captioned(title: str, words: str, across: float) -> Lines:
    """A short caption above a paragraph, for columns."""
    return Lines((*paragraph(title.upper(), CAPTION, across, 1), *prose(words, TEXT, across)), across)
