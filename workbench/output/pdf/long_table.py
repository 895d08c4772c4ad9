"""Tables whose cells take as many lines as their texts need, row by row, broken between pages; the headings are repeated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.output.pdf.bricks import Lines
from workbench.output.pdf.flow import Stack, kept_lines
from workbench.output.pdf.parts import GAP, HEADING, Cell, Column, natural_width, tier_square
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, prose

SMALL = Style(13.5, 400, "muted", 19)
NOTE = Style(15.5, 400, "muted", 22)
PAD = 8.0
WIDEST = 0.3
"""What a column without a share of the rest takes of the table at most."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A column of a long table: its heading, whether it is set to the right, and its share of the room that the others leave; with 0 it
    is as wide as its widest cell."""

    heading: str
    right: bool = False
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of measured cells. `tiers` are the letters of cells with a tier's square; with `low` the cells stand on the row's foot."""

    columns: tuple[Column, ...]
    cells: tuple[tuple[Line, ...], ...]
    tiers: tuple[str, ...]
    pad: float = PAD
    ruled: bool = True
    low: bool = False

    @property
    def height(self) -> float:
        return 2 * self.pad + max((_height(cell) for cell in self.cells), default=0.0)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        left = x
        for column, cell, tier in zip(self.columns, self.cells, self.tiers, strict=True):
            if tier:
                tier_square(sheet, left, top + self.pad + 1.5, tier, 18)
            y = top + (self.height - self.pad - _height(cell) if self.low else self.pad)
            for line in cell:
                sheet.line(left + column.across if column.right else left, y, line, "right" if column.right else "left")
                y += line.height
            left += column.across
        if self.ruled:
            sheet.rule(x, top + self.height, left - x)

    def split(self, room: float) -> "tuple[Row, Row] | None":
        first, rest = [], []
        for cell in self.cells:
            count, used = 0, 2 * self.pad
            while count < len(cell) and used + cell[count].height <= room:
                used += cell[count].height
                count += 1
            count = kept_lines(count, len(cell))
            first.append(cell[:count])
            rest.append(cell[count:])
        if not any(first) or not any(rest):
            return None
        return replace(self, cells=tuple(first), ruled=False), replace(self, cells=tuple(rest), tiers=("",) * len(self.tiers))


def table_stack(asked: Sequence[Ask], rows: Sequence[Sequence[Cell]], across: float, indent: float = 0.0, size: float = 15.5) -> Stack:
    """A table of that width, to stand beside other stacks."""
    columns = _columns(asked, rows, across, size)
    headings = tuple(prose(column.heading, HEADING, max(column.across - GAP, 20.0)) for column in columns)
    head = Row(columns, headings, ("",) * len(columns), pad=4.0, low=True)
    return Stack([_row(columns, row, size) for row in rows], indent, head, 0.0)


def long_table(passage: Passage, asked: Sequence[Ask], rows: Sequence[Sequence[Cell]], note: str = "") -> None:
    """Lay a table over the whole width. Its muted note does not leave its last row."""
    passage.columns(noted(table_stack(asked, rows, passage.across), note, passage.across))


def noted(table: Stack, note: str, across: float) -> Stack:
    """The table with a note below its last row; the same where there are no words."""
    lines = prose(note, NOTE, across)
    return replace(table, bricks=[*table.bricks, Lines(lines, across, tops=8.0)]) if lines else table


def _height(cell: Sequence[Line]) -> float:
    return sum(line.height for line in cell)


def _row(columns: tuple[Column, ...], row: Sequence[Cell], size: float) -> Row:
    cells = []
    for column, cell in zip(columns, row, strict=True):
        room = max(column.across - GAP * (0.4 if column.right else 1.0), 20.0)
        style = Style(size, 600 if cell.bold else 400, cell.role or ("muted" if cell.muted else "ink"), 21, tabular=column.right)
        cells.append(() if cell.tier else (*prose(cell.text, style, room), *prose(cell.below, SMALL, room)))
    return Row(columns, tuple(cells), tuple(cell.text if cell.tier else "" for cell in row))


def _columns(asked: Sequence[Ask], rows: Sequence[Sequence[Cell]], across: float, size: float) -> tuple[Column, ...]:
    shares = sum(one.share for one in asked)
    wide = [
        0.0
        if one.share
        else min(
            max(
                [
                    min(natural_width(Cell(one.heading), head=True), 130.0),
                    *(natural_width(replace(row[i], text=row[i].text[:80], below=row[i].below[:80]), size=size) for row in rows),
                ]
            )
            + 8,
            across * WIDEST,
        )
        for i, one in enumerate(asked)
    ]
    least = across * 0.3 if shares else 0.0
    taken = sum(wide)
    if taken > across - least:
        wide = [one * (across - least) / taken for one in wide]
    rest = across - sum(wide)
    if not shares:
        wide = [one + rest / len(wide) for one in wide]
    return tuple(Column(one.heading, rest * one.share / shares if one.share else wide[i], one.right) for i, one in enumerate(asked))
