"""Money as it is written in lists, into whole ten-thousandths. The decimal sign is decided over the whole column.

In Shift_JIS files a backslash is the yen sign.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.strings import tr

if TYPE_CHECKING:
    from decimal import Decimal

LIMIT = 10**17
REST = 0.001
"""What may be left of a ten-thousandth before an amount counts as more precise."""
SIGNS = {"¥": "JPY", "\\": "JPY", "円": "JPY", "JPY": "JPY", "YEN": "JPY", "$": "USD", "US$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP",
         "CHF": "CHF", "元": "CNY", "CNY": "CNY", "RMB": "CNY", "₩": "KRW", "KRW": "KRW", "원": "KRW", "HK$": "HKD", "A$": "AUD", "C$": "CAD", "AUD": "AUD",
         "CAD": "CAD", "SEK": "SEK", "DKK": "DKK", "NOK": "NOK", "PLN": "PLN", "INR": "INR", "₹": "INR", "TWD": "TWD", "NT$": "TWD", "SGD": "SGD", "S$": "SGD"}  # fmt: skip
SHARED = {"$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"), "¥": ("JPY", "CNY"), "元": ("CNY", "TWD")}
COMMA_COUNTRIES = (
    "DE",
    "AT",
    "FR",
    "IT",
    "ES",
    "PT",
    "NL",
    "BE",
    "DK",
    "SE",
    "NO",
    "FI",
    "PL",
    "CZ",
    "SK",
    "HU",
    "RO",
    "BG",
    "GR",
    "HR",
    "SI",
    "BR",
    "AR",
    "TR",
    "RU",
    "UA",
    "ID",
    "VN",
)
PLAIN = re.compile(r"-?\d{1,12}(?:\.\d{1,4})?")
BODY = re.compile(r"[\d.,'’ \u00a0\u202f]+")
SIGN = re.compile("|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True)), re.IGNORECASE)
SCALES = (("百万円", 1_000_000), ("万円", 10_000), ("千円", 1000), ("百万", 1_000_000), ("千", 1000))
NOTHING = frozenset(("", "-", "—", "―", "–", "‐", "−", "－", "ー", "n/a", "N/A", "NULL", "null", "None"))


@dataclass(frozen=True, slots=True)
class MoneyStyle:
    """How a column writes numbers: its decimal sign, and by how much the heading says they are divided (千円: 1,000)."""

    decimal: str
    scale: int
    evidence: str
    sure: bool


class NotMoney(ValueError):
    """A cell that is no number; `code` says why."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


def decide_money(cells: Iterable[str], heading: str = "", country: str = "") -> MoneyStyle:
    """The decimal sign of a column from all its cells; where none decides, by the company's country, said aloud."""
    point = comma = 0
    for cell in cells:
        if "," not in cell and "." not in cell and "，" not in cell and "．" not in cell:
            continue
        vote = _vote(cell)
        point += vote == "."
        comma += vote == ","
    scale = next((factor for word, factor in SCALES if word in unicodedata.normalize("NFKC", heading)), 1)
    said = " " + tr("The heading says that it is written in units of {scale}.", scale=scale) if scale > 1 else ""
    if comma > point:
        return MoneyStyle(",", scale, tr("Decimals after a comma: {count} amounts can only be read so.", count=comma) + said, not point)
    if point:
        return MoneyStyle(".", scale, tr("Decimals after a point; commas part thousands.") + said, not comma)
    if country.upper() in COMMA_COUNTRIES:
        return MoneyStyle(",", scale, tr("No amount decides; as in the company's country a comma parts decimals.") + said, False)
    return MoneyStyle(".", scale, tr("No decimals; commas part thousands.") + said, True)


def _vote(cell: str) -> str:
    """The decimal sign that a cell shows, or nothing when it can be read both ways."""
    match = BODY.search(unicodedata.normalize("NFKC", cell))
    body = match.group().strip(" .,'’") if match else ""
    dots, commas = body.count("."), body.count(",")
    if dots and commas:
        last, other = (".", ",") if body.rfind(".") > body.rfind(",") else (",", ".")
        return last if body.count(last) == 1 else other
    if not dots and not commas:
        return ""
    sign = "." if dots else ","
    if dots + commas > 1:
        return "," if sign == "." else "."
    return "" if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", body) else sign


def parse_money(cell: str, style: MoneyStyle, currency: str = "") -> int | None:
    """A cell in ten-thousandths; None when it is empty. Minus may be -, ▲, △ or brackets; digits may be full-width.

    Raises NotMoney with code not_a_number, too_large, too_precise (more than four decimals) or other_currency (when a sign contradicts `currency`).
    """
    if style.scale == 1 and style.decimal == "." and PLAIN.fullmatch(cell):
        whole, _, part = cell.partition(".")
        return int(whole + part.ljust(4, "0"))
    text = unicodedata.normalize("NFKC", cell).strip()
    if text in NOTHING:
        return None
    found = SIGN.findall(text)
    if found and currency and any(currency.upper() not in SHARED.get(sign, (SIGNS[sign.upper()],)) for sign in found):
        raise NotMoney("other_currency", cell)
    text = SIGN.sub("", text).replace("円", "").strip()
    negative = False
    if text.startswith("(") and text.endswith(")"):
        negative, text = True, text[1:-1].strip()
    if text and text[0] in "-−–▲△+":
        negative, text = negative != (text[0] != "+"), text[1:].strip()
    elif text and text[-1] in "-−–":
        negative, text = not negative, text[:-1].strip()
    value = _whole(text.strip(), style.decimal, style.scale)
    if value is None:
        raise NotMoney("not_a_number", cell)
    if value < 0:
        raise NotMoney("too_precise", cell)
    if value > LIMIT:
        raise NotMoney("too_large", cell)
    return -value if negative else value


def _whole(text: str, decimal: str, scale: int) -> int | None:
    """Digits with thousands and decimals in ten-thousandths times `scale`; -1 where that takes more than four decimals.

    What is left when a computer divides (957.57750000001) is no decimal and goes away.
    """
    if len(text) > 60:
        return None
    if re.fullmatch(r"\d+(\.\d+)?[eE][+-]?\d{1,2}", text):
        from decimal import Decimal

        return _exact(Decimal(text), scale)
    mark = "," if decimal == "." else "."
    pattern = rf"(\d+|\d{{1,3}}(?:[{re.escape(mark)}'’ _]\d{{2,3}})*[{re.escape(mark)}'’ _]\d{{3}})?(?:{re.escape(decimal)}(\d*))?(?:-)?"
    match = re.fullmatch(pattern, text)
    if not match or not (match[1] or match[2]):
        return None
    whole, part = re.sub(r"\D", "", match[1] or "") or "0", match[2] or ""
    if len(part) > 4:
        from decimal import Decimal

        return _exact(Decimal(f"{whole}.{part}"), scale)
    return (int(whole) * 10_000 + int(part.ljust(4, "0"))) * scale


def _exact(value: "Decimal", scale: int) -> int:
    from decimal import ROUND_HALF_UP, Decimal

    asked = value * 10_000 * scale
    whole = asked.quantize(Decimal(1), ROUND_HALF_UP)
    return int(whole) if abs(asked - whole) < REST else -1
