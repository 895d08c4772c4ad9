"""Reading lists: CSV and other separated text, and workbooks, opened defensively; nothing about the file is asked that can be found."""

import csv
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from workbench.errors import BadInput
from workbench.importing.reading.dialect import SEPARATORS, Dialect, find_dialect
from workbench.importing.reading.encoding import Encoding, choices, find_encoding, named
from workbench.importing.reading.header import find_header, fold_heading
from workbench.importing.reading.replay import Replay
from workbench.importing.reading.scan import GUARD, scan
from workbench.importing.reading.source import ListFile, look_at
from workbench.importing.reading.table import Piece, Row, Table, open_text
from workbench.output.cells import unguarded
from workbench.strings import tr

__all__ = ["SEPARATORS", "Dialect", "Encoding", "ListFile", "Piece", "Replay", "Row", "Table", "choices", "fold_heading", "open_table"]

COLUMN_LIMIT = 1000
SAMPLE_LINES = 600
SAMPLE_LETTERS = 400_000
SHOWN = 12


def open_table(
    path: str | Path,
    *,
    known: Collection[str] = (),
    encoding: str | None = None,
    separator: str | None = None,
    header_line: int | None = None,
    sheet: str | None = None,
) -> Table:
    """Understand the form of a list: encoding, separator, header. What is given is taken, the rest is found.

    `known` holds folded headings that help to find the header; `header_line` 0 means that there is none; `sheet` is a name or a number from 1.
    Raises BadInput when the file holds no list, CannotDo when it cannot be read.
    """
    source = look_at(path)
    if source.form == "workbook":
        from workbench.importing.reading.workbook import read_sheet

        content = read_sheet(source, sheet)
        table = Table(
            source, Encoding(content.form, content.form.upper(), tr("A workbook names its letters itself."), True),
            Dialect(",", "", tr("Sheet"), tr("Sheet {name}, {rows} rows.", name=content.sheet, rows=content.rows)),
            find_header([], ()), (), content.notes, content.sheets, content.sheet, content.suspect, content.data, content.first_row,
            bool(GUARD.search(content.data)),
        )  # fmt: skip
        return _with_header(table, known, header_line)
    if sheet is not None:
        raise BadInput(what=tr("A text file has no sheets."), where=source.name)
    facts = scan(source)
    chosen = named(encoding) if encoding else find_encoding(source, facts)
    with open_text(source, chosen.codec) as text:
        dialect = find_dialect(_first(text), _separator(separator))
    suspect = facts.nul or not chosen.whole
    return _with_header(
        Table(source, chosen, dialect, find_header([], ()), (), (), (), "", suspect, guarded=facts.guarded), known, header_line
    )


def _separator(given: str | None) -> str:
    if given is None:
        return ""
    given = {"tab": "\t", "\\t": "\t"}.get(given.lower(), given)
    if len(given) != 1 or given in '"\r\n':
        raise BadInput(what=tr("The separator must be one sign."))
    return given


def _first(text: Iterable[str]) -> list[str]:
    lines: list[str] = []
    letters = 0
    for line in text:
        if not lines and len(line) > SAMPLE_LETTERS:
            return [line]
        lines.append(line)
        letters += len(line)
        if len(lines) >= SAMPLE_LINES or letters > SAMPLE_LETTERS:
            break
    return lines


def _with_header(table: Table, known: Collection[str], header_line: int | None) -> Table:
    rows: list[tuple[int, list[str]]] = []
    shown: list[tuple[int, str]] = []
    with table.open_text() as text:
        lines = _first(text)
    reader = table.dialect.reader(lines)
    at, after, records = 0, 0, 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error:
            after = reader.line_num
            continue
        row = list(map(unguarded, row)) if table.guarded else row
        at, after, records = after + 1, reader.line_num, records + 1
        number = at if table.content is None else table.content_first + records - 1
        if len(shown) < SHOWN:
            shown.append((number, table.dialect.separator.join(row)[:200]))
        if any(row):
            rows.append((number, row))
    if not rows:
        raise BadInput(what=tr("This list holds no rows."), where=table.source.name)
    header = find_header(rows, known, header_line)
    if len(header.columns) > COLUMN_LIMIT:
        raise BadInput(
            what=tr("This list has {count} columns; {limit} is the limit.", count=len(header.columns), limit=COLUMN_LIMIT),
            where=table.source.name,
        )
    return replace(table, header=header, first_lines=tuple(shown))
