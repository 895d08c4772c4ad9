"""What the values of a column look like: for each pattern the share of cells that fit it."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import islice

from workbench.importing.values.coordinates import PAIR
from workbench.importing.values.days import SERIAL, parse_day
from workbench.importing.values.frequency import NotOften, parse_minutes, parse_often
from workbench.importing.values.money import MoneyStyle, NotMoney, parse_money
from workbench.importing.values.opening import NotHours, parse_hours, parse_weekdays

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"[+(]?[\d ()+./-]{6,24}(?:\s*(?:x|ext\.?|内線)\s*\d+)?|(?:TEL|Tel|tel)?[:.\s]*[+(]?[\d ()+./-]{6,24}")
POSTAL = re.compile(
    r"〒?\s*\d{3}-?\d{4}|\d{4,5}(?:-\d{3,4})?|[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}|[A-Za-z]\d[A-Za-z]\s?\d[A-Za-z]\d|\d{4}\s?[A-Z]{2}|[\d-]{4,9}|[A-Z]{1,2}-\d{3,5}|\d{3}\s\d{2}"
)
LOOKED_AT = 200
COMPANY = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|㈱|㈲|（株）|\(株\)|医療法人|社会福祉法人|学校法人|一般社団|財団|組合|協同|工業|商店|商会|製作所|センター|病院|医院|"
    r"\b(Inc|Ltd|LLC|GmbH|AG|S\.?A|Corp|Co|Company|Limited|KG|BV|B\.V|s\.r\.o|S\.p\.A|Pty|PLC|Group|Bros|Sons)\b"
)
ADDRESS = re.compile(r"[都道府県市区町村郡].*\d|\d+[-−丁番号]|\d+\s+\S+|\S+\s+\d+|\d+丁目|番地")
CURRENCY = re.compile(r"[A-Za-z]{3}|[¥€$£₩元円]")
NUMBER_LIKE = re.compile(r"[\w\-./#: ]{1,40}")
WEB = re.compile(r"https?://|www\.")
POINT, COMMA = MoneyStyle(".", 1, "", True), MoneyStyle(",", 1, "", True)


def plain(cell: str) -> str:
    """A cell ready to be looked at: NFKC, no outer blanks."""
    return cell.strip() if cell.isascii() else unicodedata.normalize("NFKC", cell).strip()


def _money(cell: str) -> bool:
    for style in (POINT, COMMA):
        try:
            return parse_money(cell, style) is not None
        except NotMoney:
            continue
    return False


def _day(cell: str) -> bool:
    if SERIAL.fullmatch(cell):
        return False
    for order in ("dmy", "mdy", "yy"):
        try:
            return parse_day(cell, order) is not None
        except ValueError:
            continue
    return False


def _within(limit: float) -> Callable[[str], bool]:
    def fits(cell: str) -> bool:
        try:
            return -limit <= float(cell.rstrip("°NSEWnsew ")) <= limit and ("." in cell or limit <= 180)
        except ValueError:
            return False

    return fits


def _person(cell: str) -> bool:
    return len(cell) <= 60 and not any(c.isdigit() for c in cell) and any(c.isalpha() for c in cell)


def _read_by(parse: Callable[[str], object]) -> Callable[[str], bool]:
    def fits(cell: str) -> bool:
        try:
            parse(cell)
        except (NotHours, NotOften):
            return False
        return True

    return fits


FITS: dict[str, Callable[[str], bool]] = {
    "email": lambda cell: bool(EMAIL.fullmatch(cell)),
    "phone": lambda cell: bool(PHONE.fullmatch(cell)) and 6 <= sum(c.isdigit() for c in cell) <= 17,
    "postal": lambda cell: bool(POSTAL.fullmatch(cell)),
    "pair": lambda cell: bool(PAIR.fullmatch(cell)) and cell.count(".") == 2,
    "latitude": _within(90),
    "longitude": _within(180),
    "day": _day,
    "money": _money,
    "company": lambda cell: bool(COMPANY.search(cell)),
    "address": lambda cell: bool(ADDRESS.search(cell)) or len(cell) > 6,
    "currency": lambda cell: bool(CURRENCY.fullmatch(cell)),
    "person": _person,
    "name": lambda cell: any(c.isalpha() for c in cell) and not WEB.match(cell),
    "number": lambda cell: bool(NUMBER_LIKE.fullmatch(cell)) or len(cell) <= 20,
    "hours": _read_by(parse_hours),
    "weekdays": _read_by(parse_weekdays),
    "often": _read_by(parse_often),
    "minutes": _read_by(parse_minutes),
    "web": lambda cell: bool(WEB.match(cell)),
    "text": lambda cell: not WEB.match(cell),
}


def share(pattern: str, cells: Sequence[str]) -> float:
    """The share of the first non-empty `cells` (made plain) that fit `pattern`; 0 when all are empty."""
    filled = list(islice(filter(None, cells), LOOKED_AT))
    fits = FITS[pattern]
    return sum(map(fits, filled)) / len(filled) if filled else 0.0


def is_counter(cells: Sequence[str]) -> bool:
    """Whether the cells only count the rows: whole numbers that rise without large gaps from near one."""
    try:
        numbers = [int(cell) for cell in cells if cell]
    except ValueError:
        return False
    if len(numbers) < 2:
        return False
    rising = all(a < b for a, b in zip(numbers, numbers[1:], strict=False))
    return rising and numbers[0] <= 1 and numbers[-1] <= len(numbers) * 1.3 + 10
