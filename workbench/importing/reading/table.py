"""A list as rows of text. The rows are read anew each time and in pieces: a file of any length costs the same memory."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from workbench.errors import BadInput, CannotDo
from workbench.importing.problems import Problem
from workbench.importing.reading.dialect import Dialect
from workbench.importing.reading.encoding import Encoding
from workbench.importing.reading.header import Header
from workbench.importing.reading.source import ListFile, stamp_of
from workbench.output.cells import unguarded
from workbench.strings import ntr, tr

Row = Sequence[str]
PIECE = 1024
SWALLOWED = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a list with their line numbers, all as wide as the header, and the rows that are not."""

    lines: list[int]
    rows: list[Row]
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
    guarded: bool = False
    """Some cells may begin with the ' that our own lists put before what a spreadsheet takes for a formula."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.header.columns

    def pieces(self, size: int = PIECE) -> Iterator[Piece]:
        """All data rows, a piece at a time, without guarding apostrophes. Raises as `raw_pieces` does."""
        if not self.guarded:
            yield from self.raw_pieces(size)
            return
        for piece in self.raw_pieces(size):
            yield Piece(piece.lines, [[unguarded(cell) if cell[:1] == "'" else cell for cell in row] for row in piece.rows], piece.problems)

    def raw_pieces(self, size: int = PIECE) -> Iterator[Piece]:
        """All data rows, a piece at a time. Raises BadInput at a quote that never closes, CannotDo when the file changed since it was looked at."""
        at = self.content_first - 1
        with self.open_text() as text:
            reader = self.dialect.reader(text)
            while True:
                rows: list[Row] = []
                before = reader.line_num if self.content is None else at
                broken = False
                try:
                    rows.extend(islice(reader, size))
                except csv.Error:
                    broken = True
                if not rows and not broken:
                    return
                after = reader.line_num
                if not broken and (self.content is not None or after - before == len(rows)) and self._regular(rows, before):
                    piece = Piece(list(range(before + 1, before + len(rows) + 1)), rows, [])
                else:
                    piece = self._sorted_out(rows, before)
                at = before + len(rows)
                if broken:
                    self._too_long(piece.problems, before + sum(map(_height, rows)) + 1 if self.content is None else at + 1, after)
                    at += 1
                if piece.rows or piece.problems:
                    yield piece

    def _regular(self, rows: list[Row], before: int) -> bool:
        """Whether every row is below the header, as wide as it, not empty, and needs no closer look."""
        if self.suspect or before < self.header.line or (self.header.line and self.columns[0].startswith("#")):
            return False
        return set(map(len, rows)) == {len(self.columns)} and all(map(any, rows))

    def _sorted_out(self, rows: list[Row], before: int) -> Piece:
        """Rows one by one: those above the header, empty ones and remarks are passed over, those of another width are problems."""
        width, header_line = len(self.columns), self.header.line
        remarks = header_line > 0 and self.columns[0].startswith("#")
        piece = Piece([], [], [])
        last = before
        for row in rows:
            line = last + 1
            last = line if self.content is not None else last + _height(row)
            if line <= header_line or not any(row) or (remarks and row[0].startswith("#")):
                continue
            if len(row) > width and not any(row[width:]):
                row = row[:width]
            if len(row) != width:
                piece.problems.append(self._ragged(line, last, row, width))
            elif self.suspect and (wrong := _unfit(line, row)):
                piece.problems.append(wrong)
            else:
                piece.lines.append(line)
                piece.rows.append(row)
        return piece

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

    def _too_long(self, problems: list[Problem], line: int, last: int) -> None:
        if self.content is None and last - line >= 1:
            raise BadInput(what=tr("A quote opened in line {line} does not close.", line=line), where=self.source.name)
        problems.append(Problem(line, tr("A cell is longer than 64 KB."), "cell_too_long"))

    def _ragged(self, line: int, last: int, row: Row, width: int) -> Problem:
        if self.content is None and last - line >= SWALLOWED:
            return Problem(line, tr("A quote opened here swallows the lines up to {last}.", last=last), "open_quote")
        cells = len([cell for cell in row if cell.strip()])
        if cells <= 1 and width > 2:
            return Problem(line, tr("Not a data row."), "not_a_row", " ".join(row).strip())
        sentence = ntr("This row has {n} cell, the header {width}.", "This row has {n} cells, the header {width}.", len(row), width=width)
        return Problem(line, sentence, "columns_moved", " ".join(row)[:80])


def _height(row: Row) -> int:
    """How many lines of the file a row takes."""
    breaks = 1
    for cell in row:
        if "\n" in cell or "\r" in cell:
            breaks += cell.count("\n") + cell.count("\r") - cell.count("\r\n")
    return breaks


def _unfit(line: int, row: Row) -> Problem | None:
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
