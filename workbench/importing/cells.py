"""Cells of a column made fit to be kept: no outer blanks, one line, no control characters. Columns are cleaned whole, for speed."""

import re
import unicodedata
from collections.abc import Sequence

BREAK = re.compile("[\r\n\t\v\f\x1c-\x1f\x85\u2028\u2029]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
LINES = re.compile("[\r\n\v\f\x85\u2028\u2029]+")


def column(rows: Sequence[Sequence[str]], index: int | None, many_lines: bool = False) -> list[str]:
    """The cells of one column, cleaned; empty ones when there is no such column."""
    if index is None:
        return [""] * len(rows)
    cells = [row[index].strip() for row in rows]
    if "".join(cells).isprintable():
        return cells
    return [cell if cell.isprintable() else clean(cell, many_lines) for cell in cells]


def clean(cell: str, many_lines: bool = False) -> str:
    """A cell without control characters; line breaks become blanks, or stay as line feeds in a note."""
    cell = LINES.sub("\n", cell) if many_lines else BREAK.sub(" ", cell)
    return CONTROL.sub("", cell).strip()


def plain(cells: list[str]) -> list[str]:
    """Cells in plain width: full-width digits and letters become ordinary ones."""
    if "".join(cells).isascii():
        return cells
    return [cell if cell.isascii() else unicodedata.normalize("NFKC", cell).strip() for cell in cells]


def is_cjk(text: str) -> bool:
    """Whether a name is written in Japanese, Chinese or Korean letters: then the family name stands first."""
    return any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text)


def person(first: str, last: str) -> str:
    """First and last name in the order of their script."""
    if first and last and is_cjk(last):
        return f"{last} {first}"
    return f"{first} {last}".strip()


def folded_all(names: list[str]) -> list[str]:
    """`fold_name` of many names at once."""
    from workbench.customers.folding import fold_names

    return fold_names(names)


def place_key(prefecture: str, city: str, address: str) -> str:
    """A place as it is compared: folded, without blanks, a prefecture or city not said twice."""
    from workbench.customers.folding import fold

    if prefecture and (address.startswith(prefecture) or city.startswith(prefecture)):
        prefecture = ""
    if city and address.startswith(city):
        city = ""
    return "".join(fold(prefecture + city + address).split())
