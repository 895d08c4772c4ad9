"""The contents: the chapters as knots on the thread, each with what it says and the page where it begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.output.pdf.bricks import Drawn
from workbench.output.pdf.flow import Flow
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style

LEAST_ROW, MOST_ROW, WHOLE = 45.0, 54.0, 500.0
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


def lay_contents(flow: Flow, entries: Sequence[Entry], pages: Mapping[str, str]) -> None:
    """Lay the contents, closer where they are many; `pages` are filled in by the time they are drawn."""
    row = min(MOST_ROW, max(LEAST_ROW, WHOLE / len(entries)))

    def paint(sheet: Sheet, x: float, top: float) -> None:
        middle = x + KNOT / 2
        sheet.upright(middle, top + row / 2, row * (len(entries) - 1), "thread", 1.6)
        for place, entry in enumerate(entries):
            _paint(sheet, entry, pages.get(entry.key, ""), x, top + place * row, flow.across, row)

    flow.put(Drawn(row * len(entries), paint))


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
