"""The gazetteer's files, each read once and only when asked for. resources/making/gazetteer.py writes them."""

import lzma
import sys
from array import array
from functools import cache
from itertools import accumulate
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "gazetteer"
DEGREES = 10_000
"""Coordinates are stored as whole ten-thousandths of a degree (about 10 m)."""


def text(name: str) -> str:
    """A packed text file of the gazetteer."""
    return lzma.decompress((FOLDER / name).read_bytes()).decode("utf-8")


@cache
def municipalities() -> tuple[tuple[str, str, int, int], ...]:
    """(prefecture, municipality, latitude, longitude) in the order of the official codes of prefectures."""
    rows = []
    prefecture = ""
    for line in text("japan/municipalities.tsv.xz").splitlines():
        fields = line.split("\t")
        if len(fields) == 1:
            prefecture = fields[0]
        else:
            rows.append((prefecture, fields[0], int(fields[1]), int(fields[2])))
    return tuple(rows)


@cache
def prefecture_towns(number: int) -> dict[str, str]:
    """Municipality -> its lines of towns, for the prefecture with this official number (1 to 47)."""
    blocks = text(f"japan/{number:02}.tsv.xz").split("#")[1:]
    return {name: lines for name, _, lines in (block.partition("\n") for block in blocks)}


@cache
def postal_codes() -> "tuple[array[int], ...]":
    """Columns of Japan's postal codes, sorted: code, latitude, longitude, municipality (its place in `municipalities`), 1 if town known."""
    return _columns("japan/postal.bin.xz", 5)


def _columns(name: str, count: int) -> "tuple[array[int], ...]":
    """Columns of 32-bit differences, one after the other."""
    cells = array("i")
    cells.frombytes(lzma.decompress((FOLDER / name).read_bytes()))
    if sys.byteorder == "big":
        cells.byteswap()
    rows = len(cells) // count
    return tuple(array("i", accumulate(cells[start : start + rows])) for start in range(0, rows * count, rows))


@cache
def zip_codes() -> list[tuple[str, str, str, str, int, int]]:
    """Code, place, state code, state, latitude, longitude of the United States, sorted by code."""
    rows = (line.split("\t") for line in text("zip_us.tsv.xz").splitlines())
    return [(code, city, state, name, int(lat), int(lng)) for code, city, state, name, lat, lng in rows]
