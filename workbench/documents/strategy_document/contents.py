"""The contents: the chapters as knots on the thread, each with what it says and the page where it begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.output.pdf.bricks import Drawn
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style

ROWS = (50.0, 54.0, 46.0, 42.0)
"""How high a row may be, the best first: the pages that follow decide."""
KNOT = 26.0
NAME = Style(17, 600, "ink", 24)
SAID = Style(14, 400, "muted", 20)
PAGE = Style(17, 600, "ink", 24, tabular=True)
FIGURE = Style(13, 600, "thread", 26, tabular=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter in the contents; `number` is empty for what has none."""

    key: str
    number: str
    title: str
    message: str


def lay_contents(passage: Passage, entries: Sequence[Entry], pages: Mapping[str, str], row: float) -> None:
    """Lay the contents in rows of that height; `pages` are filled in by the time they are drawn."""

    def paint(sheet: Sheet, x: float, top: float) -> None:
        middle = x + KNOT / 2
        sheet.upright(middle, top + row / 2, row * (len(entries) - 1), "thread", 1.6)
        for place, entry in enumerate(entries):
            _paint(sheet, entry, pages.get(entry.key, ""), x, top + place * row, passage.across, row)

    passage.put(Drawn(row * len(entries), paint))


def _paint(sheet: Sheet, entry: Entry, page: str, x: float, top: float, across: float, row: float) -> None:
    middle = top + row / 2
    sheet.box(x, middle - KNOT / 2, KNOT, KNOT, fill="surface", stroke="thread", thick=1.6, radius=KNOT / 2)
    if entry.number:
        sheet.text(x + KNOT / 2, middle - KNOT / 2, entry.number, FIGURE, "middle")
    else:
        sheet.box(x + KNOT / 2 - 5, middle - 5, 10, 10, fill="thread", radius=5)
    left = x + KNOT + 18
    room = across - KNOT - 18 - 60
    sheet.text(left, middle - (23 if entry.message else 12), entry.title, NAME, room=room)
    if entry.message:
        sheet.text(left, middle + 1, " ".join(entry.message.split()), SAID, room=room)
    sheet.text(x + across, middle - 12, page, PAGE, "right")
    sheet.link(entry.key, x, top, across, row)
