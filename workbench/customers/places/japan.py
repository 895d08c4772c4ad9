"""Japanese addresses to a town, or as near as the address allows."""

import re

from workbench.customers.places import municipalities, postal, prefectures
from workbench.customers.places.folding import fold_japanese
from workbench.customers.places.place import Address, Place, finer
from workbench.customers.places.towns import towns_of

_POSTAL = re.compile(r"〒?(?<!\d)\d{3}-\d{4}(?![\d-])")
_LEAD = re.compile(r"^(?:日本国?|[,、。:;/]|住所|所在地|〒)+")


def find(row: Address) -> Place | None:
    """The town of the address, else the point of its postal code, its municipality or its prefecture; None when none is named."""
    text = fold_japanese(row.address)
    code = postal.read_code(row.postal_code) if row.postal_code else None
    if "-" in text[:10] and (written := _POSTAL.search(text, 0, 14)):
        text = text[: written.start()] + text[written.end() :]
        code = code or postal.read_code(written[0])
    text = _LEAD.sub("", text)
    near = postal.find(code) if code else None
    best: Place | None = None
    for reading in _readings(text, row.prefecture, row.city):
        best = finer(best, _read(*reading, near))
        if best and best.precision == "town":
            return best
    if near:
        if town := towns_of(near.municipality).find(text):
            return municipalities.Found((near.municipality,), town).place()
        prefecture = prefectures.names()[municipalities.prefecture_number(near.municipality) - 1]
        if best is None or best.label.startswith(prefecture):
            return finer(near.place, best)
    return best


def _readings(text: str, prefecture: str, city: str) -> list[tuple[int, str]]:
    """(prefecture number, text that begins with the municipality): the ways to read the fields, the likeliest first."""
    number, rest = prefectures.split(text)
    readings = [(number, rest)]
    if not number:
        number = prefectures.number_of(prefecture) if prefecture else 0
        readings = [(number, text)] if number else [(0, text), prefectures.split_short(text)]
    if city:
        named, folded = prefectures.split(fold_japanese(city))
        if not rest.startswith(folded):
            readings.insert(0, (number or named, folded + rest))
    return list(dict.fromkeys(readings))


def _read(number: int, rest: str, near: postal.Near | None) -> Place | None:
    found = municipalities.find(number, rest, near.municipality if near else None)
    if found:
        return found.place()
    return prefectures.place(number) if number else None
