"""Which line names the columns: below titles and remarks, above the data."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.strings import ntr, tr

VALUE = re.compile(
    r"[-+▲△(]?[¥$€£]?\d[\d,. '%)円]*|\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?.*|[RHSTrhst令平昭大][.和成正]*[\d元]+[年.]\d.*|\S+@\S+\.\S+|https?://\S*|〒?\d{3}-\d{4}|[+(]?\d[\d ()+-]{6,}"
)
LOOK = 40


@dataclass(frozen=True, slots=True)
class Header:
    """The header row: its line (0 when the file has none), the number of rows above it, and one sentence of evidence."""

    line: int
    index: int
    columns: tuple[str, ...]
    evidence: str


def fold_heading(text: str) -> str:
    """A heading as it is compared: NFKC, lower case, letters and digits only."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum())


def find_header(rows: Sequence[tuple[int, list[str]]], known: Collection[str], line: int | None = None) -> Header:
    """The header among the first `rows` (line number, cells), none of them empty.

    `known` holds folded headings that mean something; `line` is the owner's own choice, 0 for "no header".
    """
    widths = Counter(_width(row) for _, row in rows)
    width = max(widths.items(), key=lambda item: (item[1], item[0]))[0] if widths else 0
    if line is not None:
        for index, (number, _) in enumerate(rows):
            if number == line:
                return _header(index, rows, tr("Chosen by hand."))
        return _no_header(width, tr("Chosen by hand."))
    best, best_score = -1, 0.0
    for index, (_, row) in enumerate(rows[:LOOK]):
        score = _score(row, width, known)
        if score > best_score + 0.05:
            best, best_score = index, score
    if best < 0 or best_score < 0.3:
        return _no_header(width, tr("No line looks like headings: the first row already holds values."))
    above = best
    sentence = (
        ntr("{n} line of title above it is not data.", "{n} lines of title above it are not data.", above)
        if above
        else tr("The first line with content.")
    )
    return _header(best, rows, sentence)


def _width(row: list[str]) -> int:
    count = len(row)
    while count > 1 and not row[count - 1].strip():
        count -= 1
    return len(row) if count > len(row) / 2 else count


def _score(row: list[str], width: int, known: Collection[str]) -> float:
    cells = [" ".join(cell.split()) for cell in row]
    filled = [cell for cell in cells if cell]
    if not filled or not width:
        return 0.0
    fill = min(1.0, len(filled) / width)
    values = sum(1 for cell in filled if VALUE.fullmatch(cell)) / len(filled)
    long = sum(1 for cell in filled if len(cell) > 60) / len(filled)
    twice = 1 - len(set(filled)) / len(filled)
    meant = sum(1 for cell in filled if fold_heading(cell) in known) / len(filled)
    odd = 0.5 if len(row) > width * 1.5 + 1 else 0.0
    return fill - 1.2 * values - long - 0.8 * twice + 1.5 * meant - odd


def _header(index: int, rows: Sequence[tuple[int, list[str]]], evidence: str) -> Header:
    line, row = rows[index]
    return Header(line, index, column_names(row), evidence)


def _no_header(width: int, evidence: str) -> Header:
    return Header(0, -1, column_names([""] * width), evidence)


def column_names(row: Sequence[str]) -> tuple[str, ...]:
    """Headings made fit to be named: one line each, none empty, none twice; empty ones at the end are dropped."""
    cells = [" ".join(cell.split()).strip("\ufeff") for cell in row]
    names: list[str] = []
    seen: Counter[str] = Counter()
    for position, cell in enumerate(cells, 1):
        name = cell[:200] or tr("Column {number}", number=position)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
