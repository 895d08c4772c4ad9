"""The rows of an action plan on paper: visits, calls, actions, what was left out; each with a box to tick where somebody does it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench import formatting
from workbench.actions.actions import ActionView
from workbench.documents.action_plan.plan import PlannedRow, served_words
from workbench.documents.strategy_words import due_words
from workbench.output.pdf.long_table import Row
from workbench.output.pdf.parts import GAP, HEADING, Cell, Column, tick_box
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line, Style, prose
from workbench.strings import language, tr
from workbench.visits.desk_calls import DeskCall
from workbench.visits.unplanned import Unplanned

SIZE, LEADING, PAD = 15.5, 21.0, 5.0
BELOW = Style(13, 400, "muted", 18)
TICK = 34.0
VISIT = (70.0, 58.0, 32.0, 216.0, 108.0, 52.0, 14.0)
"""Widths of day, time, tier, who, how often, gap, and the room after it; the rest is what to discuss."""
ACTION = (336.0, 290.0, 92.0)
LEFT_OUT = (32.0, 250.0, 84.0)


@dataclass(frozen=True, slots=True)
class Ticked:
    """A row with a box to tick before it. `named` is the same row with its day, for the top of a page."""

    row: Row
    named: Row
    box: bool = True

    @property
    def height(self) -> float:
        return self.row.height

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        if self.box:
            tick_box(sheet, x, top + self.row.pad + 3, 14)
        self.row.draw(sheet, x + TICK, top)
        if self.row.ruled:
            sheet.rule(x, top + self.height, TICK)

    def split(self, room: float) -> "tuple[Ticked, Ticked] | None":
        parts, named = self.row.split(room), self.named.split(room)
        if parts is None or named is None:
            return None
        return replace(self, row=parts[0], named=named[0]), Ticked(parts[1], parts[1], False)


def heads(across: float) -> Ticked:
    """The headings of visits."""
    columns = _columns(VISIT, across, right=5)
    names = (tr("Day"), tr("Time"), "", tr("Whom"), tr("How often"), tr("Gap"), "", tr("What to discuss"))
    cells = tuple(prose(name, HEADING, column.across) for name, column in zip(names, columns, strict=True))
    row = Row(columns, cells, ("",) * len(columns), pad=3.0, low=True)
    return Ticked(row, row, False)


def visit_rows(rows: Sequence[PlannedRow], across: float) -> list[Ticked]:
    """One row a visit; the day stands at its first one."""
    made, before = [], None
    columns = _columns(VISIT, across, right=5)
    for row in rows:
        card = row.card
        name = tr("{name}, by phone", name=card.name) if card.desk else card.name
        cells = [
            Cell(_day(card.day), bold=True),
            Cell(formatting.clock_time(card.start)),
            Cell(card.tier, tier=True),
            Cell(name, bold=True),
            Cell(row.cadence if row.gap is not None else tr("first visit"), muted=True),
            _gap(row.gap, row.late),
            Cell(""),
            Cell(card.topics),
        ]
        made.append(_ticked(columns, cells, card.day == before))
        before = card.day
    return made


def call_rows(calls: Sequence[DeskCall], across: float) -> list[Ticked]:
    """One row a call; the day is the one by which it falls due."""
    made, before = [], None
    columns = _columns(VISIT, across, right=5)
    for call in calls:
        reach = tr(", ").join(part for part in (call.contact, call.phone) if part.strip())
        cells = [
            Cell(_day(call.due), bold=True),
            Cell(""),
            Cell(call.tier, tier=True),
            Cell(call.name, bold=True),
            Cell(call.cadence if call.days_since is not None else tr("first call"), muted=True),
            _gap(call.days_since, call.overdue),
            Cell(""),
            Cell(call.topics, below=reach),
        ]
        made.append(_ticked(columns, cells, call.due == before))
        before = call.due
    return made


def action_rows(actions: Sequence[ActionView], rep_id: int | None, across: float) -> list[Ticked]:
    """One row an action; those of the rep in bold."""
    columns = (*_columns(ACTION, across, right=3),)
    made = []
    for one in actions:
        own = one.owner is not None and one.owner.id == rep_id
        cells = [
            Cell(one.title, bold=own),
            Cell(served_words(one), muted=True),
            Cell((one.owner.short_name or one.owner.name) if one.owner else tr("nobody yet"), muted=one.owner is None),
            Cell(due_words(one), role="thread" if one.overdue else ""),
        ]
        made.append(_ticked(columns, cells))
    return made


def left_out_rows(left_out: Sequence[Unplanned], across: float) -> list[Ticked]:
    """One row a visit that is due and not planned, with the reason."""
    columns = _columns(LEFT_OUT, across)
    made = []
    for out in left_out:
        cells = [
            Cell(out.tier, tier=True),
            Cell(out.name, bold=True),
            Cell(formatting.day_short(out.due), muted=True),
            Cell(out.sentence),
        ]
        made.append(replace(_ticked(columns, cells), box=False))
    return made


def _gap(days: int | None, late: bool) -> Cell:
    if days is None:
        return Cell("")
    return Cell(tr("{count} d", count=days), bold=late, muted=not late, role="thread" if late else "")


def _day(day: date) -> str:
    weekday = formatting.weekday_short(day.weekday())
    return f"{weekday} {day.day}" if language() == "en" else f"{day.day} {weekday}"


def _columns(widths: Sequence[float], across: float, right: int | None = None) -> tuple[Column, ...]:
    """Columns of these widths and one of the rest; `right` is the one that is set to the right."""
    scale = across / 848
    wide = [one * scale for one in widths]
    wide.append(across - TICK - sum(wide))
    return tuple(Column("", one, number == right) for number, one in enumerate(wide))


def _ticked(columns: tuple[Column, ...], cells: Sequence[Cell], again: bool = False) -> Ticked:
    named = Row(columns, tuple(map(_lines, columns, cells)), tuple(cell.text if cell.tier else "" for cell in cells), pad=PAD)
    return Ticked(replace(named, cells=((), *named.cells[1:])) if again else named, named)


def _lines(column: Column, cell: Cell) -> tuple[Line, ...]:
    if cell.tier:
        return ()
    room = max(column.across - (0.0 if column.right else GAP), 20.0)
    style = Style(SIZE, 600 if cell.bold else 400, cell.role or ("muted" if cell.muted else "ink"), LEADING, tabular=column.right)
    return (*prose(cell.text, style, room), *prose(cell.below, BELOW, room))
