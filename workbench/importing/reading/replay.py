"""The rows of a list kept in little memory between the first look and the import, so that a list of common size is read from disk once."""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain

from workbench.importing.reading.table import Piece, Table

MOST_BYTES = 64_000_000
MARK = "\x1f"


class Replay:
    """Reads a list and keeps its rows, a piece as one text; a list that is too large, or holds the mark itself, is read from disk again."""

    def __init__(self, table: Table) -> None:
        """Nothing is read yet."""
        self.table = table
        self._kept: list[tuple[list[int] | range, int, str]] = []
        self._bytes = 0
        self._whole = False

    def first(self) -> Iterator[Piece]:
        """All pieces from the file, kept on the way."""
        self._kept, self._bytes, self._whole = [], 0, False
        fits = True
        for piece in self.table.pieces():
            if fits:
                fits = self._keep(piece)
            yield piece
        self._whole = fits

    def _keep(self, piece: Piece) -> bool:
        text = MARK.join(chain.from_iterable(piece.rows))
        self._bytes += sys.getsizeof(text)
        cells = len(piece.rows) * len(self.table.columns)
        if self._bytes > MOST_BYTES or (cells and text.count(MARK) != cells - 1):
            self._kept = []
            return False
        lines = piece.lines
        follow = bool(lines) and lines[-1] - lines[0] == len(lines) - 1
        self._kept.append((range(lines[0], lines[-1] + 1) if follow else lines, len(piece.rows), text))
        return True

    def again(self) -> Iterator[Piece]:
        """The same rows once more; problems are told the first time only. Raises CannotDo when the file must be read again and changed."""
        if not self._whole:
            yield from self.table.pieces()
            return
        width = len(self.table.columns)
        for lines, count, text in self._kept:
            cells = iter(text.split(MARK))
            rows: list[Sequence[str]] = list(zip(*[cells] * width, strict=True)) if count else []
            yield Piece(list(lines), rows, [])
