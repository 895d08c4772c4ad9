"""Words of others in the page: every character that could mean anything to HTML, to a script or to a template stands as a number."""

import unicodedata


def safe(text: str) -> str:
    """The text for an element or a quoted attribute. Letters and digits stay; controls and what turns the reading direction are dropped."""
    return "".join(_safe(letter) for letter in text)


def _safe(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isalnum() or letter == " " else f"&#{ord(letter)};" if letter.isprintable() else " "
    return "" if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") else letter
