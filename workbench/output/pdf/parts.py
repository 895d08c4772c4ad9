"""The parts that documents are made of: captions, tier squares, boxes to tick, bars, chips, QR codes, tables and the foot of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.output import qr
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, one_line, width

CAPTION = Style(13, 600, "muted", 18, spacing=0.05)
HEADING = Style(13, 600, "muted", 18)
SMALL = Style(13, 400, "muted", 19)
MARGIN = 76.0
FOOT = 60.0
"""From the foot's rule to the lower edge of the paper."""


def caption(sheet: Sheet, x: float, top: float, text: str, room: float, ruled: bool = False) -> float:
    """A heading in small capitals, with an ink rule below it if `ruled`. Returns its bottom."""
    sheet.text(x, top, text.upper(), CAPTION, room=room)
    if not ruled:
        return top + CAPTION.height
    bottom = top + CAPTION.height + 6
    sheet.rule(x, bottom, room, "ink", 1.5)
    return bottom


def tier_square(sheet: Sheet, x: float, top: float, tier: str, side: float) -> None:
    """The letter of a tier in its colour; N, a prospect, is outlined."""
    filled = tier in ("A", "B", "C", "D")
    if filled:
        sheet.box(x, top, side, side, fill=tier, radius=side * 0.2)
    else:
        sheet.box(x + 0.8, top + 0.8, side - 1.6, side - 1.6, stroke="muted", thick=1.6, radius=side * 0.2)
    style = Style(side * 0.62, 700, "onaccent" if filled else "muted", side)
    sheet.text(x + side / 2, top, tier or "–", style, "middle")


def tick_box(sheet: Sheet, x: float, top: float, side: float = 17) -> None:
    """An empty box to tick by pen."""
    sheet.box(x + 0.7, top + 0.7, side - 1.4, side - 1.4, stroke="ink", thick=1.4, radius=3)


def bar(sheet: Sheet, x: float, top: float, across: float, done: float, announced: float, target: float, height: float = 12) -> None:
    """A bar against a target: done is solid, announced outlined, the target a tick at 84 %."""
    full = across * 0.84 / target if target else 0.0
    sheet.box(x, top, across, height, fill="track", radius=height / 2)
    if announced > done:
        width = max(min(announced * full, across), height)
        sheet.box(x + 0.6, top + 0.6, width - 1.2, height - 1.2, fill="accentbg", stroke="accent", thick=1.2, radius=height / 2)
    if done:
        sheet.box(x, top, max(min(done * full, across), height), height, fill="accent", radius=height / 2)
    if target:
        sheet.upright(x + across * 0.84, top - 3, height + 6, "ink", 2)


def chip(sheet: Sheet, right: float, top: float, text: str, ink: str = "muted", ground: str = "sunken") -> float:
    """A state as a chip that ends at `right`. Returns its left edge."""
    line = one_line(text, Style(12.5, 600, ink, 20))
    left = right - line.width - 16
    sheet.box(left, top, line.width + 16, 20, fill=ground, radius=10)
    sheet.line(left + 8, top, line)
    return left


def code(sheet: Sheet, x: float, top: float, side: float, text: str, error: str = "m") -> None:
    """A QR code in a square of `side`, quiet zone included, dark on white."""
    modules = qr.matrix(text, error)
    sheet.box(x, top, side, side, fill="surface")
    sheet.stretches(x, top, side / (len(modules) + 2 * qr.QUIET), qr.stretches(modules))


def foot(sheet: Sheet, left: str, right: str) -> None:
    """The foot of a page: whose it is at the left, its number at the right."""
    top = sheet.height - FOOT
    room = sheet.width - 2 * MARGIN
    sheet.rule(MARGIN, top, room)
    number = sheet.text(sheet.width - MARGIN, top + 8, right, Style(13, 400, "muted", 18, tabular=True), "right", room * 0.5)
    sheet.text(MARGIN, top + 8, left, Style(13, 400, "muted", 18), room=room - number - 20)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table: heading, width in units, and whether it is set to the right (figures)."""

    heading: str
    across: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a text, a second muted line below it, or a tier's square. `role` is a colour instead of ink."""

    text: str
    below: str = ""
    bold: bool = False
    muted: bool = False
    tier: bool = False
    role: str = ""


GAP = 10.0


def natural_width(cell: Cell, head: bool = False, size: float = 15.5) -> float:
    """How wide a column must be so that this cell, or heading, is not cut; the gap to the next column counted."""
    if cell.tier:
        return 18 + GAP
    main = width(cell.text, HEADING if head else Style(size, 600 if cell.bold else 400, tabular=not head))
    return max(main, width(cell.below, SMALL) if cell.below else 0.0) + GAP + 0.5


def table(
    sheet: Sheet, x: float, top: float, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], row: float = 39, size: float = 15.5
) -> float:
    """A table with hairlines. Texts that do not fit a cell are cut. Returns its bottom."""
    if any(column.heading for column in columns):
        left = x
        for column in columns:
            _cell_line(sheet, left, top, column, one_line(column.heading, HEADING, column.across - (0 if column.right else GAP / 2)))
            left += column.across
        top += 24
        sheet.rule(x, top, left - x)
    for cells in rows:
        left = x
        for column, cell in zip(columns, cells, strict=True):
            _cell(sheet, left, top, column, cell, row, size)
            left += column.across
        top += row
        sheet.rule(x, top, left - x)
    return top


def _cell(sheet: Sheet, left: float, top: float, column: Column, cell: Cell, row: float, size: float) -> None:
    room = column.across - (0 if column.right else GAP)
    if cell.tier:
        tier_square(sheet, left, top + (row - 18) / 2, cell.text, 18)
        return
    style = Style(size, 600 if cell.bold else 400, cell.role or ("muted" if cell.muted else "ink"), 21, tabular=column.right)
    if not cell.below:
        _cell_line(sheet, left, top + (row - 21) / 2, column, one_line(cell.text, style, room))
        return
    _cell_line(sheet, left, top + (row - 40) / 2, column, one_line(cell.text, style, room))
    _cell_line(sheet, left, top + (row - 40) / 2 + 21, column, one_line(cell.below, SMALL, room))


def _cell_line(sheet: Sheet, left: float, top: float, column: Column, line: Line) -> None:
    sheet.line(left + column.across if column.right else left, top, line, "right" if column.right else "left")
