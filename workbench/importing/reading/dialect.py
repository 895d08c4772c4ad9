"""How a text file separates its cells: the separator, and whether a quote inside a cell is doubled or has a backslash before it."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.strings import marked, ntr, tr

SEPARATORS = {",": marked("Comma"), ";": marked("Semicolon"), "\t": marked("Tabs"), "|": marked("Bar")}
WEIGHTS = {",": 1.0, ";": 1.06, "\t": 1.2, "|": 1.1}
FIELD_LIMIT = 65_536


@dataclass(frozen=True, slots=True)
class Dialect:
    """Separator and escape letter (empty when quotes are doubled), with one sentence of evidence."""

    separator: str
    escape: str
    label: str
    evidence: str

    def reader(self, lines: Iterable[str]) -> Any:
        """A csv reader of this dialect."""
        csv.field_size_limit(FIELD_LIMIT)
        return csv.reader(lines, delimiter=self.separator, escapechar=self.escape or None)

    def never_closes(self, lines: list[str], row: list[str], width: int) -> bool:
        """Whether `row`, read from several `lines`, came of a quotation mark that never closes rather than of line breaks within a cell."""
        try:
            list(csv.reader(lines, delimiter=self.separator, escapechar=self.escape or None, strict=True))
            closes = True
        except csv.Error:
            closes = False
        ragged = len(row) != width
        if closes and not ragged:
            return False
        alone = any(len(one) == width for line in lines[1:] for one in self.reader([line]))
        return alone or (ragged and not closes)


def label_of(separator: str) -> str:
    """A separator in words."""
    return tr(SEPARATORS[separator]) if separator in SEPARATORS else separator


def find_dialect(lines: list[str], separator: str = "") -> Dialect:
    """The dialect under which the first lines of a file make rows of the same width; `separator` is one the owner chose."""
    best, best_score = Dialect(separator or ",", "", "", ""), -1.0
    for candidate in [separator] if separator else SEPARATORS:
        dialect = Dialect(candidate, "", "", "")
        score = _score(dialect, lines)
        if score > best_score:
            best, best_score = dialect, score
    escaped = Dialect(best.separator, "\\", "", "")
    if any('\\"' in line or "\\" + best.separator in line for line in lines) and _ragged(escaped, lines) < _ragged(best, lines):
        best = escaped
    widths = Counter(len(row) for row in rows_of(best, lines))
    if not widths:
        return Dialect(best.separator, best.escape, label_of(best.separator), "")
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    if width == 1:
        evidence = tr("Only one column.")
    else:
        evidence = tr("{width} columns in {count} of the first {rows} rows.", width=width, count=count, rows=sum(widths.values()))
        quoted = sum(best.separator in cell for row in rows_of(best, lines) for cell in row)
        if quoted:
            evidence += " " + ntr("{n} cell holds the separator in quotes.", "{n} cells hold the separator in quotes.", quoted)
    return Dialect(best.separator, best.escape, label_of(best.separator), evidence)


def rows_of(dialect: Dialect, lines: Iterable[str]) -> Iterator[list[str]]:
    """The rows of some lines that hold anything; a row that cannot be read is passed over."""
    reader = dialect.reader(lines)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue
        if any(row):
            yield row


def _score(dialect: Dialect, lines: list[str]) -> float:
    widths = [len(row) for row in rows_of(dialect, lines)]
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    late = widths.index(width)
    return (count / len(widths)) ** 2 * (1 + min(width, 20) / 40) * WEIGHTS.get(dialect.separator, 1.0) - 0.01 * min(late, 10)


def _ragged(dialect: Dialect, lines: list[str]) -> int:
    widths = Counter(len(row) for row in rows_of(dialect, lines))
    return sum(widths.values()) - max(widths.values(), default=0)
