"""A list as rows of text. The rows are read anew each time and in pieces: a file of any length costs the same memory."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from workbench.errors import CannotDo
from workbench.importing.problems import Problem
from workbench.importing.reading.dialect import Dialect
from workbench.importing.reading.encoding import Encoding
from workbench.importing.reading.feed import Feed
from workbench.importing.reading.header import Header
from workbench.importing.reading.source import ListFile, stamp_of
from workbench.output.cells import unguarded
from workbench.strings import ntr, tr

Row = Sequence[str]
PIECE = 1024


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
        """All data rows, a piece at a time, cells as they stand. Raises CannotDo when the file changed since it was looked at."""
        at = self.content_first - 1
        with self.open_text() as text:
            feed = Feed(text)
            reader = self.dialect.reader(feed.lines())
            while True:
                rows: list[Row] = []
                broken = False
                feed.taken.clear()
                try:
                    rows.extend(islice(reader, size))
                except csv.Error:
                    broken = True
                if not rows and not broken:
                    return
                count = len(feed.taken)
                if self.content is None and (broken or count != len(rows)):
                    feed.put_back(feed.taken)
                    piece, at = self._one_by_one(feed, at, count)
                    reader = self.dialect.reader(feed.lines())
                else:
                    regular = not broken and self._regular(rows, at)
                    piece = Piece(list(range(at + 1, at + len(rows) + 1)), rows, []) if regular else self._sorted_out(rows, at)
                    at += len(rows)
                    if broken:
                        at += 1
                        piece.problems.append(_cell_too_long(at))
                if piece.rows or piece.problems:
                    yield piece

    def _one_by_one(self, feed: Feed, at: int, count: int) -> tuple[Piece, int]:
        """At least `count` lines as rows, each tried by itself: a quotation mark that never closes costs its own line only."""
        piece, end = Piece([], [], []), at + count
        while at < end:
            feed.taken.clear()
            row: list[str] | None = None
            with suppress(csv.Error):
                row = next(self.dialect.reader(feed.lines()), None)
            taken = feed.taken[:]
            if not taken:
                break
            below = at >= self.header.line
            if len(taken) > 1 and below and (row is None or self.dialect.never_closes(taken, row, len(self.columns))):
                feed.put_back(taken[1:])
                why = tr("A quotation mark opened on line {line} is never closed.", line=at + 1)
                piece.problems.append(Problem(at + 1, why, "open_quote", taken[0].strip()[:80]))
                at += 1
                continue
            if row is None:
                piece.problems.append(_cell_too_long(at + 1))
            else:
                one = self._sorted_out([row], at)
                piece.lines.extend(one.lines)
                piece.rows.extend(one.rows)
                piece.problems.extend(one.problems)
            at += len(taken)
        return piece, at

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
                piece.problems.append(_ragged(line, row, width))
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


def _ragged(line: int, row: Row, width: int) -> Problem:
    code = "not_a_row" if len([cell for cell in row if cell.strip()]) <= 1 and width > 2 else "columns_moved"
    sentence = ntr("This row has {n} cell, the header {width}.", "This row has {n} cells, the header {width}.", len(row), width=width)
    return Problem(line, sentence, code, " ".join(row).strip()[:80])


def _cell_too_long(line: int) -> Problem:
    return Problem(line, tr("A cell is longer than 64 KB."), "cell_too_long")


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
