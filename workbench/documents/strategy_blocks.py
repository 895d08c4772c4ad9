"""The blocks of the strategy on a page. Each knows how low and how high it can be, and draws itself in between."""

from dataclasses import dataclass
from typing import Protocol

from workbench.output.charts import Chart
from workbench.output.funnels import FunnelSpec
from workbench.output.pdf import chart, funnel
from workbench.output.pdf.parts import Cell, Column, caption, natural_width, table, tier_square
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, paragraph

LEAD = Style(15.5, 600, "ink", 22)
TEXT = Style(15.5, 400, "ink", 22)
MUTED = Style(15.5, 400, "muted", 22)
SMALL = Style(13, 400, "muted", 19)
HEAD = 18 + 7 + 24
LEAST_ROW, MOST_ROW = 32.0, 44.0
SECOND_LINE = 15.0
"""What a second line in a cell adds to its row."""


class Block(Protocol):
    """What stands in a cell of the page, `across` wide. Heights are in units."""

    def least(self, across: float) -> float:
        """The height below which it cannot be read well."""

    def most(self, across: float) -> float:
        """The height above which it looks lost."""

    def narrowest(self) -> float:
        """The width below which its texts are cut."""

    def draw(self, pdf: Sheet, x: float, top: float, across: float, down: float) -> None:
        """Draw it in a box."""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart below its caption and message."""

    title: str
    chart: Chart
    note: str = ""

    def least(self, across: float) -> float:
        return 18 + 3 + self._message(across) + 130 + self._note(across)

    def most(self, across: float) -> float:
        return 18 + 3 + self._message(across) + 250 + self._note(across)

    def _note(self, across: float) -> float:
        return sum(line.height for line in paragraph(self.note, SMALL, across, 2)) + 4 if self.note else 0.0

    def narrowest(self) -> float:
        return 34.0 * len(self.chart.axis.names)

    def _message(self, across: float) -> float:
        return sum(line.height for line in paragraph(self.chart.message, LEAD, across, 2))

    def draw(self, pdf: Sheet, x: float, top: float, across: float, down: float) -> None:
        y = caption(pdf, x, top, self.title, across) + 3
        y = pdf.lines(x, y, paragraph(self.chart.message, LEAD, across, 2))
        note = self._note(across)
        chart.draw(pdf, self.chart, x, y, across, top + down - y - note)
        if note:
            pdf.lines(x, top + down - note + 4, paragraph(self.note, SMALL, across, 2))


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table below its caption, with a muted sentence under it where there is one. `columns` have a heading and say
    whether they are set to the right; the widest left-set one takes what room is left."""

    title: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[Cell, ...], ...]
    below: str = ""

    def least(self, across: float) -> float:
        return HEAD + (LEAST_ROW + self._second) * len(self.rows) + self._below(across)

    def most(self, across: float) -> float:
        return HEAD + (MOST_ROW + self._second) * len(self.rows) + self._below(across)

    @property
    def _second(self) -> float:
        return SECOND_LINE if any(cell.below for row in self.rows for cell in row) else 0.0

    def narrowest(self) -> float:
        return min(sum(self._natural()), 400.0)

    def _natural(self) -> list[float]:
        return [
            max(natural_width(Cell(heading), head=True), *(natural_width(row[i]) for row in self.rows))
            for i, (heading, _) in enumerate(self.columns)
        ]

    def _below(self, across: float) -> float:
        return sum(line.height for line in paragraph(self.below, MUTED, across, 2)) + 7 if self.below else 0.0

    def _widths(self, across: float) -> list[float]:
        wide = self._natural()
        flexible = max((i for i, (_, right) in enumerate(self.columns) if not right), key=lambda i: wide[i])
        spare = max(across - sum(wide), 0) * 0.5 / len(wide)
        wide = [one + (0 if i == flexible or one <= 28 else min(spare, 18)) for i, one in enumerate(wide)]
        wide[flexible] = max(wide[flexible] + across - sum(wide), 40.0)
        return wide

    def draw(self, pdf: Sheet, x: float, top: float, across: float, down: float) -> None:
        caption(pdf, x, top, self.title, across)
        columns = [Column(heading, wide, right) for (heading, right), wide in zip(self.columns, self._widths(across), strict=True)]
        row = min(MOST_ROW + self._second, (down - HEAD - self._below(across)) / max(len(self.rows), 1))
        bottom = table(pdf, x, top + 25, columns, self.rows, row)
        if self.below:
            pdf.lines(x, bottom + 7, paragraph(self.below, MUTED, across, 2))


@dataclass(frozen=True, slots=True)
class SayingsBlock:
    """Short texts, each behind a bar of the thread's colour; with the tier they are said to, or without. Those in `faint` lead nowhere yet."""

    title: str
    sayings: tuple[tuple[str, str], ...]
    faint: tuple[bool, ...] = ()
    bold: bool = False

    def least(self, across: float) -> float:
        return 18 + sum(11 + sum(line.height for line in self._lines(i, across)) for i in range(len(self.sayings)))

    def most(self, across: float) -> float:
        return self.least(across) + 16 * len(self.sayings)

    def narrowest(self) -> float:
        return 240.0

    @property
    def _left(self) -> float:
        return 44.0 if any(tier for tier, _ in self.sayings) else 15.0

    def _lines(self, number: int, across: float) -> tuple[Line, ...]:
        style = MUTED if self._faint(number) else LEAD if self.bold else TEXT
        return paragraph(self.sayings[number][1], style, across - self._left, 3)

    def _faint(self, number: int) -> bool:
        return bool(self.faint) and self.faint[number]

    def draw(self, pdf: Sheet, x: float, top: float, across: float, down: float) -> None:
        y = caption(pdf, x, top, self.title, across)
        spare = min((down - self.least(across)) / max(len(self.sayings), 1), 16)
        for number, (tier, _) in enumerate(self.sayings):
            y += 11 + max(spare, 0)
            bottom = pdf.lines(x + self._left, y, self._lines(number, across))
            pdf.box(x, y, 3, bottom - y, "faint" if self._faint(number) else "thread")
            if tier:
                tier_square(pdf, x + 13, y + 2, tier, 18)
            y = bottom


@dataclass(frozen=True, slots=True)
class FunnelBlock:
    """The funnel below its caption."""

    title: str
    spec: FunnelSpec

    def least(self, across: float) -> float:
        return 18 + 8 + funnel.least_height(self.spec)

    def most(self, across: float) -> float:
        return 18 + 8 + funnel.most_height(self.spec)

    def narrowest(self) -> float:
        return 320.0

    def draw(self, pdf: Sheet, x: float, top: float, across: float, down: float) -> None:
        y = caption(pdf, x, top, self.title, across) + 8
        funnel.draw(pdf, self.spec, x, y, across, top + down - y)
