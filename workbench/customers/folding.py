"""Names as they are matched and searched: one spelling for the many ways in which people write the same."""

import re
import unicodedata
from functools import lru_cache

_LEGAL = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|\(同\)|"
    r"(?:(?<=[\s,])|^)(?:inc|corp|corporation|co|ltd|llc|limited|company|gmbh|ag|kg|s\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|k\.?k)\b\.?",
)
_GAPS = re.compile(r"[\s,.・･'’\"“”]+")


def fold(text: str) -> str:
    """NFKC, lower case: what a search compares. ㈱ becomes (株), full-width letters become plain ones."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """A company's name without legal form, blanks and points: 株式会社北川 精密 and ㈱北川精密 are the same."""
    folded = fold(name)
    bare = _GAPS.sub("", _LEGAL.sub("", folded))
    return bare or _GAPS.sub("", folded)


_JAPANESE_FORM = re.compile(r"株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|\(同\)")
_LATIN_FORMS = r"(?:inc|corp|corporation|co|ltd|llc|limited|company|gmbh|ag|kg|s\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|k\.?k)\b\.?"
_AFTER_GAP, _AT_START = re.compile("[ ,]" + _LATIN_FORMS), re.compile("\n" + _LATIN_FORMS)
_RARE_GAP = re.compile(r"[^\S \n]")


def fold_names(names: list[str]) -> list[str]:
    """`fold_name` of many names at once, three times as fast: they are folded as one text with a name a line."""
    text = fold("\n" + "\n".join(names))
    if _RARE_GAP.search(text) or text.count("\n") != len(names):
        return [fold_name(name) for name in names]
    text = _JAPANESE_FORM.sub("", _AT_START.sub("\n", _AFTER_GAP.sub(" ", text)))
    for gap in " ,.・･'’\"“”":
        text = text.replace(gap, "")
    return [folded or fold_name(name) for folded, name in zip(text.split("\n")[1:], names, strict=True)]


def search_text(*parts: str) -> str:
    """The column that a search looks through: all parts folded, one a line."""
    return fold("\n".join(part for part in parts if part))
