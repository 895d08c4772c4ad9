"""Text as it may be put on paper or into a list: composed, without what has no picture of its own."""

import unicodedata

_BLANKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
_UNSEEN = {"Cc", "Cf", "Cs", "Cn"}
MOST_MARKS = 3


def printable(text: str, most: int = 4_000) -> str:
    """`text` in one line, composed (NFC), without controls, surrogates, joiners and variation selectors, at most `most` characters.

    Line ends become blanks; of a heap of combining marks on one letter the first three stay.
    """
    text = text[: 2 * most]
    if text.isascii() and text.isprintable():
        return text[:most]
    text = unicodedata.normalize("NFC", text.translate(_BLANKS))
    kept, marks = [], 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else 0
        if category not in _UNSEEN and marks <= MOST_MARKS and not _selects_variation(char):
            kept.append(char)
    return "".join(kept)[:most]


def without_controls(text: str) -> str:
    """`text` without control characters, lone surrogates and non-characters; line ends and tabs stay."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\r\t" or not (unicodedata.category(c) in ("Cc", "Cs") or ord(c) & 0xFFFE == 0xFFFE))


def _selects_variation(char: str) -> bool:
    code = ord(char)
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or 0x180B <= code <= 0x180D
