"""A list as rows of text. The rows are read anew each time and in pieces: a file of any length costs the same memory."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.errors import BadInput, CannotDo
from workbench.importing.problems import Problem
from workbench.importing.reading.dialect import Dialect
from workbench.importing.reading.encoding import Encoding
from workbench.importing.reading.header import Header
from workbench.importing.reading.source import ListFile, stamp_of
from workbench.strings import ntr, tr

PIECE = 4096
SWALLOWED = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a list with their line numbers, all as wide as the header, and the rows that are not."""

    lines: list[int]
    rows: list[list[str]]
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class Table:
    """A list whose form is understood. `first_lines` are the first rows as they stand; `sheets` is empty for a text file.

    `suspect` says that rows must be looked at for NUL and unreadable bytes. `content` holds the rows of a workbook's sheet as CSV.
    """

    source: ListFile
    encoding: Encoding
    dialect: Dialect
    header: Header
    first_lines: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]
    sheets: tuple[str, ...]
    sheet: str
    suspect: bool
    content: bytes | None = None
    content_first: int = 1

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.header.columns

    def pieces(self, size: int = PIECE) -> Iterator[Piece]:
        """All data rows, a piece at a time. Raises BadInput at a quote that never closes, CannotDo when the file changed since it was looked at."""
        width = len(self.columns)
        remarks = bool(self.columns) and self.header.line > 0 and self.columns[0].startswith("#")
        lines: list[int] = []
        rows: list[list[str]] = []
        problems: list[Problem] = []
        header_line = self.header.line
        suspect = self.suspect
        with self.open_text() as text:
            reader = self.dialect.reader(text)
            numbered = self.content is None
            at, after = self.content_first - 1, 0
            while True:
                try:
                    row = next(reader)
                except StopIteration:
                    break
                except csv.Error:
                    at, after = self._too_long(reader, numbered, at, after, problems)
                    continue
                if numbered:
                    at = after + 1
                    after = reader.line_num
                else:
                    at += 1
                if at <= header_line:
                    continue
                if len(row) != width:
                    if len(row) > width and not any(row[width:]):
                        row = row[:width]
                    else:
                        if any(row) and not (remarks and row[0].startswith("#")):
                            problems.append(self._ragged(at, after, row, width))
                        continue
                if not row[0] and not any(row):
                    continue
                if remarks and row[0].startswith("#"):
                    continue
                if suspect and (wrong := _unfit(at, row)):
                    problems.append(wrong)
                    continue
                lines.append(at)
                rows.append(row)
                if len(rows) >= size:
                    yield Piece(lines, rows, problems)
                    lines, rows, problems = [], [], []
        if rows or problems:
            yield Piece(lines, rows, problems)

    def open_text(self) -> io.TextIOWrapper:
        """The text of the list from its beginning. Raises CannotDo when the file is gone or changed."""
        if self.content is not None:
            return io.TextIOWrapper(io.BytesIO(self.content), "utf-8", newline="")
        try:
            if stamp_of(self.source.path) != self.source.stamp:
                raise CannotDo(what=tr("The file changed while it was looked at."), where=self.source.name, remedy=tr("Choose it again."))
            return open_text(self.source, self.encoding.codec)
        except OSError:
            raise CannotDo(what=tr("The file can no longer be read."), where=self.source.name) from None

    def _too_long(self, reader: "csv._reader", numbered: bool, at: int, after: int, problems: list[Problem]) -> tuple[int, int]:
        line = after + 1 if numbered else at + 1
        if reader.line_num - after > 1 and numbered:
            raise BadInput(what=tr("A quote opened in line {line} does not close.", line=line), where=self.source.name)
        problems.append(Problem(line, tr("A cell is longer than 64 KB."), "cell_too_long"))
        return line, reader.line_num

    def _ragged(self, line: int, after: int, row: list[str], width: int) -> Problem:
        if self.content is None and after - line >= SWALLOWED:
            return Problem(line, tr("A quote opened here swallows the lines up to {last}.", last=after), "open_quote")
        cells = len([cell for cell in row if cell.strip()])
        if cells <= 1 and width > 2:
            return Problem(line, tr("Not a data row."), "not_a_row", " ".join(row).strip())
        sentence = ntr("This row has {n} cell, the header {width}.", "This row has {n} cells, the header {width}.", len(row), width=width)
        return Problem(line, sentence, "columns_moved", " ".join(row)[:80])


def _unfit(line: int, row: list[str]) -> Problem | None:
    text = "".join(row)
    if "\0" in text:
        return Problem(line, tr("The row holds a NUL character."), "nul")
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        return Problem(line, tr("The row holds letters that cannot be read in this encoding."), "unreadable")
    return None


def open_text(source: ListFile, codec: str) -> io.TextIOWrapper:
    """A text file opened so that bytes outside of its encoding stay visible as lone surrogates."""
    errors = "replace" if codec.startswith("utf-16") else "surrogateescape"
    return open(source.path, encoding=codec, errors=errors, newline="", buffering=1 << 16)
