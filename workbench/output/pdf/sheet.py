"""A sheet of paper to draw on, from the top left corner, in units of a thousandth of A4's width (210 mm)."""

from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from workbench.output import fonts
from workbench.output.pdf.text import Line, Style, one_line
from workbench.output.plain_text import printable
from workbench.output.tokens import Colour, colour

UNIT = 595.2756 / 1000
"""Points in one unit: 16 units are 9.5 points, 76 are 16 mm."""
MM = 1000 / 210
_BASELINE = 0.3638
"""Half of Inter's ascent less its descent, in parts of the size: what puts the letters in the middle of their line."""

LONGEST_BOOKMARK = 120

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Paper:
    """Kind of paper, its position, and whether it is printed in grey."""

    name: str = "A4"
    landscape: bool = False
    grey: bool = False


class Sheet:
    """Pages of one PDF. `zoom` makes all that is drawn from then on larger, places included."""

    def __init__(self, paper: Paper, title: str, author: str, language: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        fonts.face(fonts.BASE)
        short, long = PAPERS.get(paper.name, PAPERS["A4"])
        across, down = (long, short) if paper.landscape else (short, long)
        self._across, self._down = across * MM * UNIT, down * MM * UNIT
        self.zoom = 1.0
        self.pages = 0
        self._grey = paper.grey
        self._stream = BytesIO()
        self._canvas: Any = Canvas(self._stream, (self._across, self._down), pageCompression=1, initialFontName=fonts.BASE, lang=language)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Asaichi")

    @property
    def width(self) -> float:
        """Width of the page in units; fewer when zoomed."""
        return self._across / self._unit

    @property
    def height(self) -> float:
        """Height of the page in units; fewer when zoomed."""
        return self._down / self._unit

    @property
    def _unit(self) -> float:
        return UNIT * self.zoom

    def _y(self, down: float) -> float:
        """Points from the lower edge of what is `down` units below the upper one."""
        return self._down - down * self._unit

    def new_page(self) -> None:
        """Begin the first or the next page."""
        if self.pages:
            self._canvas.showPage()
        self.pages += 1

    def bytes(self) -> bytes:
        """The finished PDF. Nothing can be drawn after that."""
        with fonts.writing:
            self._canvas.showPage()
            self._canvas.save()
        return self._stream.getvalue()

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """A place `top` units down this page that links lead to, and its entry in the list of bookmarks; `level` 0 is the outermost."""
        self._canvas.bookmarkHorizontal(key, 0, self._y(top))
        self._canvas.addOutlineEntry(printable(title, LONGEST_BOOKMARK) or "–", key, level, closed=level > 0)

    def link(self, key: str, x: float, top: float, across: float, down: float) -> None:
        """A rectangle that leads to a bookmark when it is clicked."""
        box = (x * self._unit, self._y(top + down), (x + across) * self._unit, self._y(top))
        self._canvas.linkRect("", key, box, relative=0, thickness=0, Border="[0 0 0]")

    def role(self, name: str) -> Colour:
        """Red, green and blue of a role on this paper."""
        return colour(name, self._grey)

    def text(self, x: float, top: float, text: str, style: Style, align: str = "left", room: float = 0.0) -> float:
        """One line below `top`; `x` is its left, right or middle. Cut with an ellipsis where wider than `room`. Returns its width."""
        line = one_line(text, style, room)
        self.line(x, top, line, align)
        return line.width

    def lines(self, x: float, top: float, lines: Iterable[Line], align: str = "left") -> float:
        """Lines below each other. Returns the bottom of the last one."""
        for line in lines:
            self.line(x, top, line, align)
            top += line.height
        return top

    def line(self, x: float, top: float, line: Line, align: str = "left") -> None:
        """One measured line."""
        if not line.pieces:
            return
        x -= {"left": 0.0, "right": line.width, "middle": line.width / 2}[align]
        size = max(piece.style.size for piece in line.pieces)
        baseline = self._y(top + line.height / 2 + _BASELINE * size)
        if line.spoken:
            self._canvas._code.append(f"/Span <</ActualText <{(BOM_UTF16_BE + line.spoken.encode('utf-16-be')).hex()}>>> BDC")
        written = self._canvas.beginText(x * self._unit, baseline)
        spaced = False
        for piece in line.pieces:
            style = piece.style
            written.setFont(piece.face, style.size * self._unit)
            written.setFillColorRGB(*self.role(style.colour))
            if style.spacing or spaced:
                written.setCharSpace(style.spacing * style.size * self._unit)
                spaced = bool(style.spacing)
            written.textOut(piece.text)
        if spaced:
            written.setCharSpace(0)
        self._canvas.drawText(written)
        if line.spoken:
            self._canvas._code.append("EMC")

    def rule(self, x: float, y: float, across: float, role: str = "line", thick: float = 0.7) -> None:
        """A horizontal line."""
        self._stroke(role, thick)
        self._canvas.line(x * self._unit, self._y(y), (x + across) * self._unit, self._y(y))

    def upright(self, x: float, y: float, down: float, role: str = "line", thick: float = 0.7) -> None:
        """A vertical line."""
        self._stroke(role, thick)
        self._canvas.line(x * self._unit, self._y(y), x * self._unit, self._y(y + down))

    def path(self, points: Iterable[tuple[float, float]], role: str, thick: float, dashes: tuple[float, ...] = ()) -> None:
        """A line through points."""
        self._stroke(role, thick)
        drawn = self._canvas.beginPath()
        for i, (x, y) in enumerate(points):
            (drawn.lineTo if i else drawn.moveTo)(x * self._unit, self._y(y))
        self._canvas.setDash([one * self._unit for one in dashes])
        self._canvas.drawPath(drawn, stroke=1, fill=0)
        self._canvas.setDash([])

    def box(
        self,
        x: float,
        y: float,
        across: float,
        down: float,
        fill: str = "",
        stroke: str = "",
        thick: float = 1.0,
        radius: float = 0.0,
        tint: Colour | None = None,
    ) -> None:
        """A rectangle with its top left corner at x, y. `fill` and `stroke` are roles; `tint` is a colour instead of a role."""
        if tint or fill:
            self._canvas.setFillColorRGB(*(tint or self.role(fill)))
        if stroke:
            self._stroke(stroke, thick)
        radius = min(radius, across / 2, down / 2)
        draw = self._canvas.roundRect if radius else self._canvas.rect
        extra = (radius * self._unit,) if radius else ()
        draw(
            x * self._unit, self._y(y + down), across * self._unit, down * self._unit, *extra, stroke=bool(stroke), fill=bool(tint or fill)
        )

    def shape(self, rings: Iterable[Sequence[tuple[float, float]]], fill: str) -> None:
        """Rings filled together; where two overlap is a hole."""
        unit, down = self._unit, self._down
        code = []
        for ring in rings:
            code += [f"{x * unit:.2f} {down - y * unit:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(ring)]
        if code:
            self._canvas.setFillColorRGB(*self.role(fill))
            self._canvas._code.append(" ".join(code) + " f*")

    def strokes(self, lines: Iterable[Sequence[tuple[float, float]]], role: str, thick: float, dashes: tuple[float, ...] = ()) -> None:
        """Many lines of one kind."""
        unit, down = self._unit, self._down
        code = []
        for line in lines:
            code += [f"{x * unit:.2f} {down - y * unit:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(line)]
        if code:
            self._stroke(role, thick)
            self._canvas.setDash([one * unit for one in dashes])
            self._canvas._code.append(" ".join(code) + " S")
            self._canvas.setDash([])

    @contextmanager
    def clipped(self, x: float, top: float, across: float, down: float) -> Iterator[None]:
        """What is drawn inside the block shows only in this rectangle."""
        self._canvas.saveState()
        outline = self._canvas.beginPath()
        outline.rect(x * self._unit, self._y(top + down), across * self._unit, down * self._unit)
        self._canvas.clipPath(outline, stroke=0, fill=0)
        yield
        self._canvas.restoreState()

    def stretches(self, x: float, top: float, module: float, found: Iterable[tuple[int, int, int]]) -> None:
        """Filled stretches (column, row, length) of a grid of squares of side `module` with its top left corner at x, top: a QR code."""
        self._canvas.saveState()
        self._canvas.setFillColorRGB(*self.role("ink"))
        self._canvas.transform(module * self._unit, 0, 0, -module * self._unit, x * self._unit, self._y(top))
        self._canvas._code.append(" ".join(f"{column} {row} {length} 1 re" for column, row, length in found) + " f")
        self._canvas.restoreState()

    def _stroke(self, role: str, thick: float) -> None:
        self._canvas.setStrokeColorRGB(*self.role(role))
        self._canvas.setLineWidth(thick * self._unit)
