"""The bundled fonts for PDFs: which face prints which character, how wide it is, and right-to-left lines.

Faces are read when a character first needs them. A character that no face has is printed as 〓 and logged by its code.
"""

import logging
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

log = logging.getLogger(__name__)

FOLDER = Path(__file__).parent.parent.parent / "resources" / "fonts"
MISSING = "〓"
writing = RLock()
"""Held while a PDF is written out: a face reads its file at one position."""

_LATIN = {400: "Inter-Regular", 500: "Inter-Medium", 600: "Inter-SemiBold", 700: "Inter-Bold"}
_TABULAR = {400: "InterTab-Regular", 500: "InterTab-SemiBold", 600: "InterTab-SemiBold", 700: "InterTab-SemiBold"}
_JAPANESE = {400: "NotoSansJP-Regular", 500: "NotoSansJP-Regular", 600: "NotoSansJP-SemiBold", 700: "NotoSansJP-Bold"}
_OTHERS = ("NotoSans-Regular", "DroidSansFallback", "NotoEmoji-Regular", "NotoSansArabic-Regular", "NotoSansHebrew-Regular")

BASE = _LATIN[400]
_BEYOND_BMP = re.compile(r"<([0-9A-F]{5,6})>")


@dataclass(frozen=True, slots=True)
class Face:
    """One font file known to the PDF writer under `name`; widths are thousandths of the size."""

    name: str
    glyphs: dict[int, int]
    widths: dict[int, float]
    default_width: float

    def has(self, char: str) -> bool:
        """Whether the face has a picture of the character."""
        return ord(char) in self.glyphs

    def width(self, char: str) -> float:
        """Width of the character in thousandths of the size."""
        return self.widths.get(ord(char), self.default_width)


@cache
def face(name: str) -> Face:
    """The face of a file in resources/fonts, registered with the PDF writer."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics

    with writing:
        rl_config.trustedSchemes = ["data"]
        rl_config.useA85 = 0
        font = _font_class()(name, str(FOLDER / f"{name}.ttf"), asciiReadable=False)
        pdfmetrics.registerFont(font)
        if name == BASE:
            rl_config.canvas_basefontname = name
        return Face(name, font.face.charToGlyph, font.face.charWidths, font.face.defaultWidth)


@cache
def _font_class() -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    class CopyableFont(TTFont):
        """A font whose text can be copied out: the writer's unicode map has no surrogate pairs, so 𠮷 would be lost."""

        def addObjects(self, doc: Any) -> None:
            super().addObjects(doc)
            for font in doc.idToObject["BasicFonts"].dict.values():
                stream = doc.idToObject[font.ToUnicode.name]
                stream.content = _BEYOND_BMP.sub(_surrogates, stream.content)

    return CopyableFont


def _surrogates(match: re.Match[str]) -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


class Chain:
    """The faces that print one weight, in the order they are asked."""

    def __init__(self, weight: int, tabular: bool) -> None:
        self.names = ((_TABULAR if tabular else _LATIN)[weight], _LATIN[weight], _JAPANESE[weight], *_OTHERS)
        self._known: dict[str, Face | None] = {}

    def face_of(self, char: str) -> Face | None:
        """The first face that has the character, or None when no face has it."""
        try:
            return self._known[char]
        except KeyError:
            private = unicodedata.category(char) == "Co"
            found = None if private else next((one for one in map(face, self.names) if one.has(char)), None)
            if found is None:
                log.warning("No bundled font prints U+%04X", ord(char))
            self._known[char] = found
            return found

    def with_missing_marked(self, text: str) -> str:
        """`text` with 〓 for each character that no face has."""
        if all(self.face_of(char) is not None for char in text):
            return text
        return "".join(char if self.face_of(char) else MISSING for char in text)

    def faces(self, text: str) -> list[Face]:
        """The face of each character of a text in which the missing ones are marked."""
        return [self.face_of(char) or face(BASE) for char in text]


@cache
def chain(weight: int = 400, tabular: bool = False) -> Chain:
    """The chain of a weight (400, 500, 600 or 700), with figures of equal width if `tabular`."""
    face(BASE)
    return Chain(weight, tabular)


def right_to_left(text: str) -> bool:
    """Whether any letter is Arabic or Hebrew."""
    return not text.isascii() and any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc" for c in text)


def joined(text: str) -> str:
    """`text` with its Arabic letters in their joined forms, still in the order they are read."""
    import arabic_reshaper

    return str(arabic_reshaper.reshape(text))


def in_visual_order(line: str) -> str:
    """A line of joined text in the order it is printed from left to right."""
    from bidi import get_display

    return str(get_display(line))
