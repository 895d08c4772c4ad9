"""Text in lines: measured by the bundled fonts, broken by the rules of Japanese and Latin, cut with an ellipsis only where told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from workbench.output import fonts
from workbench.output.pdf.line_breaks import lines
from workbench.output.plain_text import printable

ELLIPSIS = "…"
LONGEST_SPAN, LONGEST_PROSE = 4_000, 24_000
"""Characters of a span, and of a paragraph of prose; no field of the file is longer than the latter."""
STEPS = (1.0, 0.95, 0.9, 0.85, 0.8)


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set. `size`, `leading` and widths are in the sheet's units; `spacing` is in parts of the size; `colour` is a role."""

    size: float
    weight: int = 400
    colour: str = "ink"
    leading: float = 0.0
    tabular: bool = False
    spacing: float = 0.0

    @property
    def height(self) -> float:
        """Height of a line."""
        return self.leading or self.size * 1.42

    def scaled(self, factor: float) -> "Style":
        """The same in another size."""
        return replace(self, size=self.size * factor, leading=self.height * factor)


Span = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring characters of one face and style, in printing order."""

    face: str
    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One measured line. `spoken` is the text in reading order where the printed order differs, else empty."""

    pieces: tuple[Piece, ...]
    width: float
    height: float
    cut: bool
    spoken: str


@lru_cache(maxsize=1_000)
def _measured_span(raw: str, style: Style, most: int = LONGEST_SPAN) -> tuple[str, tuple[fonts.Face, ...], tuple[float, ...]]:
    """What is printed of a text, and the face and width of each character."""
    chain = fonts.chain(style.weight, style.tabular)
    text = printable(raw, most)
    if fonts.right_to_left(text):
        text = fonts.joined(text)
    text = chain.with_missing_marked(text)
    faces = tuple(chain.faces(text))
    scale, extra = style.size / 1000, style.spacing * style.size
    widths = tuple(one.widths.get(ord(char), one.default_width) * scale + extra for one, char in zip(faces, text, strict=True))
    return text, faces, widths


def _measured(spans: Sequence[Span]) -> tuple[str, list[Style], list[fonts.Face], list[float]]:
    text = ""
    styles: list[Style] = []
    faces: list[fonts.Face] = []
    widths: list[float] = []
    for raw, style in spans:
        part, found, wide = _measured_span(raw, style)
        text += part
        styles += [style] * len(part)
        faces += found
        widths += wide
    return text, styles, faces, widths


def _line(text: str, styles: list[Style], faces: list[fonts.Face], width: float, height: float, cut: bool) -> Line:
    spoken = ""
    if fonts.right_to_left(text):
        spoken, style = text, styles[0]
        text = fonts.in_visual_order(text)
        styles = [style] * len(text)
        faces = fonts.chain(style.weight, style.tabular).faces(text)
    pieces = []
    start = 0
    for (name, style), group in groupby(zip(faces, styles, strict=True), key=lambda pair: (pair[0].name, pair[1])):
        end = start + sum(1 for _ in group)
        pieces.append(Piece(name, style, text[start:end]))
        start = end
    return Line(tuple(pieces), width, height, cut, spoken)


def paragraph(spans: str | Sequence[Span], style: Style, room: float, most: int = 0) -> tuple[Line, ...]:
    """Lines no wider than `room`. With `most` lines at most; what is left out shows as an ellipsis at the end of the last one."""
    text, styles, faces, widths = _measured([(spans, style)] if isinstance(spans, str) else spans)
    if not text:
        return ()
    ranges = lines(text, widths, room, most)
    cut = bool(most) and len(ranges) > most
    made = []
    for start, end in ranges[:most] if cut else ranges:
        made.append(_line(text[start:end], styles[start:end], faces[start:end], sum(widths[start:end]), style.height, False))
    if cut:
        start = ranges[most - 1][0]
        made[-1] = _with_ellipsis(text[start:], styles[start:], faces[start:], widths[start:], room, style.height)
    return tuple(made)


def prose(text: str, style: Style, room: float) -> tuple[Line, ...]:
    """A text of any length as it was typed: each of its lines begins a new one, none is cut."""
    made: list[Line] = []
    for part in text.strip().splitlines():
        shown, faces, widths = _measured_span(part, style, LONGEST_PROSE)
        for start, end in lines(shown, list(widths), room):
            size = end - start
            made.append(_line(shown[start:end], [style] * size, list(faces[start:end]), sum(widths[start:end]), style.height, False))
    return tuple(made)


def _with_ellipsis(text: str, styles: list[Style], faces: list[fonts.Face], widths: list[float], room: float, height: float) -> Line:
    face = fonts.chain(styles[0].weight, styles[0].tabular).faces(ELLIPSIS)[0]
    used, end, mark = 0.0, 0, face.width(ELLIPSIS) * styles[0].size / 1000
    while end < len(text) and used + widths[end] + mark <= room:
        used += widths[end]
        end += 1
    while end and text[end - 1] == " ":
        end -= 1
        used -= widths[end]
    return _line(text[:end] + ELLIPSIS, [*styles[:end], styles[max(end - 1, 0)]], [*faces[:end], face], used + mark, height, True)


def one_line(text: str, style: Style, room: float = 0.0) -> Line:
    """`text` in one line; with `room`, cut with an ellipsis where it is wider."""
    text, styles, faces, widths = _measured([(text, style)])
    width = sum(widths)
    if room and width > room + 0.01:
        return _with_ellipsis(text, styles, faces, widths, room, style.height)
    return _line(text, styles, faces, width, style.height, False)


def fitted(spans: str | Sequence[Span], style: Style, room: float, most: int) -> tuple[Line, ...]:
    """Like `paragraph`, but set up to a fifth smaller where that avoids cutting."""
    found: tuple[Line, ...] = ()
    whole = [(spans, style)] if isinstance(spans, str) else spans
    for step in STEPS:
        smaller = whole if step == 1 else [(text, one.scaled(step)) for text, one in whole]
        found = paragraph(smaller, style if step == 1 else style.scaled(step), room, most)
        if not any(line.cut for line in found):
            return found
    return found


def width(text: str, style: Style) -> float:
    """Width of a text in one line."""
    return sum(_measured_span(text, style)[2])
