"""Japanese postal codes to points."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from workbench.customers.places import store
from workbench.customers.places.place import Place

_CODE = re.compile(r"^\D*(\d{3})\D?(\d{4})$")


@dataclass(frozen=True, slots=True)
class Near:
    """Where a postal code lies; `municipality` is a place in `store.municipalities`."""

    place: Place
    municipality: int


def read_code(field: str) -> int | None:
    """916-0005, 〒9160005, ９１６－０００５ -> 9160005; a lost leading zero (600000) is put back; None when it is no code."""
    text = unicodedata.normalize("NFKC", field).strip()
    if text.isdecimal() and len(text) == 6:
        text = "0" + text
    match = _CODE.match(text)
    return int(match[1] + match[2]) if match else None


def find(code: int) -> Near | None:
    """The point of a postal code, None when the code is unknown."""
    codes, lats, lngs, members, towns = store.postal_codes()
    row = bisect_left(codes, code)
    if row == len(codes) or codes[row] != code:
        return None
    prefecture, name = store.municipalities()[members[row]][:2]
    label = f"〒{code // 10_000:03}-{code % 10_000:04} {prefecture}{name}"
    precision = "postal" if towns[row] else "city"
    return Near(Place(lats[row] / store.DEGREES, lngs[row] / store.DEGREES, precision, "postal", label), members[row])
