"""The blocks of the strategy on a page. Each knows how low and how high it can be, and draws itself in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench import formatting
from workbench.documents.strategy import StrategyPage
from workbench.output.charts import Chart
from workbench.output.pdf import chart
from workbench.output.pdf.parts import Cell, Column, caption, natural_width, table, tier_square
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style, paragraph
from workbench.strings import tr

LEAD = Style(15.5, 600, "ink", 22)
TEXT = Style(15.5, 400, "ink", 22)
MUTED = Style(15.5, 400, "muted", 22)
HEAD = 18 + 7 + 24
LEAST_ROW, MOST_ROW = 32.0, 44.0


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

    def least(self, across: float) -> float:
        return 18 + 3 + self._message(across) + 130

    def most(self, across: float) -> float:
        return 18 + 3 + self._message(across) + 250

    def narrowest(self) -> float:
        return 34.0 * len(self.chart.axis.names)

    def _message(self, across: float) -> float:
        return sum(line.height for line in paragraph(self.chart.message, LEAD, across, 2))

    def draw(self, pdf: Sheet, x: float, top: float, across: float, down: float) -> None:
        y = caption(pdf, x, top, self.title, across) + 3
        y = pdf.lines(x, y, paragraph(self.chart.message, LEAD, across, 2))
        chart.draw(pdf, self.chart, x, y, across, top + down - y)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table below its caption, with a muted sentence under it where there is one. `columns` have a heading and say
    whether they are set to the right; the widest left-set one takes what room is left."""

    title: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[Cell, ...], ...]
    below: str = ""

    def least(self, across: float) -> float:
        return HEAD + LEAST_ROW * len(self.rows) + self._below(across)

    def most(self, across: float) -> float:
        return HEAD + MOST_ROW * len(self.rows) + self._below(across)

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
        row = min(MOST_ROW, (down - HEAD - self._below(across)) / max(len(self.rows), 1))
        bottom = table(pdf, x, top + 25, columns, self.rows, row)
        if self.below:
            pdf.lines(x, bottom + 7, paragraph(self.below, MUTED, across, 2))


@dataclass(frozen=True, slots=True)
class SayingsBlock:
    """What to say, tier by tier, each behind a bar of the thread's colour."""

    title: str
    sayings: tuple[tuple[str, str], ...]

    def least(self, across: float) -> float:
        return 18 + sum(11 + self._height(text, across) for _, text in self.sayings)

    def most(self, across: float) -> float:
        return self.least(across) + 16 * len(self.sayings)

    def narrowest(self) -> float:
        return 240.0

    @staticmethod
    def _height(text: str, across: float) -> float:
        return sum(line.height for line in paragraph(text, TEXT, across - 44, 3))

    def draw(self, pdf: Sheet, x: float, top: float, across: float, down: float) -> None:
        y = caption(pdf, x, top, self.title, across)
        spare = min((down - self.least(across)) / max(len(self.sayings), 1), 16)
        for tier, text in self.sayings:
            y += 11 + max(spare, 0)
            bottom = pdf.lines(x + 44, y, paragraph(text, TEXT, across - 44, 3))
            pdf.box(x, y, 3, bottom - y, "thread")
            tier_square(pdf, x + 13, y + 2, tier, 18)
            y = bottom


def blocks_of(page: StrategyPage) -> Sequence[Block]:
    """The blocks that have something to say, in reading order: two beside each other."""
    found: list[Block] = []
    if page.months:
        found.append(ChartBlock(tr("Month by month"), page.months))
    if page.revenue:
        found.append(ChartBlock(tr("Revenue by month"), page.revenue))
    if page.industries:
        found.append(_industries(page))
    if page.largest:
        found.append(_largest(page))
    if page.tiers:
        found.append(_tiers(page))
    if page.topics:
        found.append(SayingsBlock(tr("What we say"), page.topics))
    if page.reps:
        found.append(_reps(page))
    if page.weeks:
        found.append(ChartBlock(tr("The weeks ahead"), page.weeks))
    return found


def _share(value: float) -> Cell:
    return Cell(formatting.percent(value) if value else "")


def _industries(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.name, bold=not one.is_rest and i < 2, muted=one.is_rest),
            Cell(formatting.number(one.customers)),
            Cell(formatting.number(one.best) if one.best else ""),
            _share(one.share),
        )
        for i, one in enumerate(page.industries)
    )
    columns = ((tr("Industry"), False), (tr("Customers"), True), (tr("A and B"), True), (tr("Revenue"), True))
    return TableBlock(tr("Who we sell to"), columns, rows)


def _largest(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.tier, tier=True),
            Cell(one.name, bold=i < 2),
            _share(one.share),
            Cell(formatting.day_short(one.next_visit) if one.next_visit else "–", muted=one.next_visit is None),
        )
        for i, one in enumerate(page.largest[: max(len(page.industries), 4)])
    )
    columns = (("", False), (tr("Customer"), False), (tr("Revenue"), True), (tr("Next visit"), True))
    return TableBlock(tr("The largest"), columns, rows)


def _tiers(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.letter, tier=True),
            Cell(
                formatting.number(one.customers)
                if not one.share
                else tr("{customers}, {share}", customers=formatting.number(one.customers), share=formatting.percent(one.share))
            ),
            Cell(one.cadence),
            Cell(tr("in person") if one.in_person else tr("from the desk"), muted=not one.in_person),
            Cell(formatting.number(one.visits) if one.visits >= 0.5 else ""),
        )
        for one in page.tiers
    )
    columns = (("", False), (tr("Customers, share"), False), (tr("Cadence"), False), (tr("Channel"), False), (tr("Visits"), True))  # fmt: skip
    return TableBlock(tr("How we reach them"), columns, rows, page.load)


def _reps(page: StrategyPage) -> Block:
    rows = tuple(
        (
            Cell(one.name, bold=True),
            Cell(formatting.number(one.customers) if one.customers else ""),
            Cell(formatting.number(one.planned) if one.planned else ""),
            Cell(formatting.percent(one.load) if one.load is not None else ""),
        )
        for one in page.reps
    )
    columns = ((tr("Rep"), False), (tr("To visit"), True), (tr("Planned"), True), (tr("Load"), True))
    return TableBlock(tr("Who goes"), columns, rows, tr("Visits planned in the next four weeks; load of the field hours by the rules."))
