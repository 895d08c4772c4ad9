"""Wrapped text with a fixed line height, in one or several looks: "Likely to end at **54-67**.". Plain text only."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from views.theme.paint import draw_text, metrics, note
from views.theme.theme import ROLES, current_theme

LONELY = 0.2
"""A last line shorter than this part of the width stands alone."""


class Run(NamedTuple):
    """A piece of text in one look: `tone` is a colour role ("" means the block's), `weight` 0 means the block's."""

    text: str
    tone: str = ""
    weight: int = 0


def strong(text: str, tone: str = "") -> Run:
    """`text` in weight 600."""
    return Run(text, tone, 600)


class TextBlock:
    """`runs` laid out in `width` px. `height` and `natural_width` tell what it takes; `paint` draws it."""

    def __init__(
        self,
        runs: Sequence[Run],
        role: str,
        width: float,
        tone: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        font: QFont | None = None,
        line_height: float = 0,
        max_lines: int = 0,
        balanced: bool = True,
    ) -> None:
        theme = current_theme()
        self._tone = tone or ROLES[role].colour
        self.font = font or theme.font(role)
        self.line_height = line_height or theme.line_height(role)
        self.text = "".join(run.text for run in runs).replace("\n", "\u2028")
        self._runs, self._align = tuple(runs), align
        self._layout = QTextLayout(self.text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(theme.colour(self._tone)))
        self._place(width, width, max_lines)
        if balanced and self.lines > 1 and not self.cut:
            self._keep_company(width, max_lines)

    def _keep_company(self, width: float, max_lines: int) -> None:
        """Break the lines earlier where a word would stand alone on the last one, as long as that takes no line more."""
        lines = self.lines
        for share in (1.0, 0.93, 0.86, 0.79):
            if share < 1:
                self._place(width, width * share, max_lines)
            if self.lines != lines:
                break
            if self._last_width >= LONELY * width and (share == 1 or not self._splits_katakana()):
                return
        self._place(width, width, max_lines)

    def _splits_katakana(self) -> bool:
        starts = [self._layout.lineAt(place).textStart() for place in range(1, self.lines)]
        return any(all("\u30a1" <= char <= "\u30fc" for char in self.text[start - 1 : start + 1]) for start in starts)

    def _formats(self, base: QColor) -> list[QTextLayout.FormatRange]:
        theme, made, start = current_theme(), [], 0
        for run in self._runs:
            span = QTextLayout.FormatRange()
            span.start, span.length = start, len(run.text)
            look = QTextCharFormat()
            look.setForeground(theme.colour(run.tone) if run.tone else base)
            if run.weight:
                look.setFontWeight(run.weight)
            span.format = look
            made.append(span)
            start += len(run.text)
        return made

    def _place(self, width: float, measure_width: float, max_lines: int) -> None:
        measure = metrics(self.font)
        base = (self.line_height - measure.ascent() - measure.descent()) / 2 + measure.ascent()
        self.natural_width, self.lines, self.cut, self._last_width = 0.0, 0, False, 0.0
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            if max_lines and self.lines == max_lines:
                self.cut = True
                break
            line.setLineWidth(max(1.0, measure_width))
            used = self._last_width = line.naturalTextWidth()
            shift = (
                width - used
                if self._align & Qt.AlignmentFlag.AlignRight
                else (width - used) / 2
                if self._align & Qt.AlignmentFlag.AlignHCenter
                else 0
            )
            line.setPosition(QPointF(max(0.0, shift), self.lines * self.line_height + base - line.ascent()))
            self.natural_width = max(self.natural_width, used)
            self.lines += 1
        self._layout.endLayout()
        self.height = max(1, self.lines) * self.line_height
        self.width = width

    def length_of(self, number: int) -> int:
        """How many letters stand in a line."""
        return self._layout.lineAt(number).textLength()

    def paint(self, painter: QPainter, x: float, y: float, background: QColor | None = None) -> None:
        """Draw it with its top left at (x, y)."""
        theme = current_theme()
        self._layout.draw(painter, QPointF(x, y))
        rect = QRectF(x, y, self.width, self.height)
        for run in self._runs:
            note(
                run.text,
                run.text,
                rect,
                theme.colour(run.tone or self._tone),
                background,
                self.natural_width > self.width + 0.6 or self.cut,
            )


def draw_lines(painter: QPainter, rect: QRectF, text: str, role: str, lines: int, tone: str = "", background: str = "surface") -> bool:
    """Paint `text` from the top of `rect` in at most so many lines; the last one ends in an ellipsis where it does not fit. Returns whether it did."""
    theme = current_theme()
    block = TextBlock([Run(text)], role, max(10.0, rect.width()), tone, max_lines=lines)
    if not block.cut:
        block.paint(painter, rect.x(), rect.y(), theme.colour(background))
        return True
    rest, colour = block.text, tone or ROLES[role].colour
    for number in range(lines):
        part = rest if number == lines - 1 else rest[: block.length_of(number)]
        line = QRectF(rect.x(), rect.y() + number * block.line_height, rect.width(), block.line_height)
        draw_text(painter, line, part.strip(), colour, block.font, background=background)
        rest = rest[len(part) :]
    return False
