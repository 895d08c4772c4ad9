"""Bricks that documents are laid of: lines of text in a frame, and drawings of a fixed height."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from workbench.output.pdf.flow import kept_lines
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Line

Frame = Literal["", "box", "dashed", "rule", "bar"]
"""box: a card; dashed: a card that lacks something; rule: a hairline below; bar: the thread's colour at the left."""
Beside = Callable[[Sheet, float, float, float], None]
"""Draws beside a line: sheet, left and top of the line, and how wide the brick is."""
RADIUS = 9.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing of a fixed height that is never split; called with sheet, left and top."""

    height: float
    paint: Callable[[Sheet, float, float], None]

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        self.paint(sheet, x, top)

    def split(self, room: float) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text in a frame, split between lines. `beside` are drawings beside lines, by number; `tops` is the space above and below,
    `indent` the one at the left."""

    lines: tuple[Line, ...]
    across: float
    frame: Frame = ""
    indent: float = 0.0
    tops: float = 0.0
    beside: tuple[tuple[int, Beside], ...] = ()

    @property
    def height(self) -> float:
        return 2 * self.tops + sum(line.height for line in self.lines)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        _frame(sheet, self.frame, x, top, self.across, self.height)
        tops, y = [], top + self.tops
        for line in self.lines:
            tops.append(y)
            y += line.height
        for number, paint in self.beside:
            paint(sheet, x, tops[number], self.across)
        sheet.lines(x + self.indent, top + self.tops, self.lines)

    def split(self, room: float) -> "tuple[Lines, Lines] | None":
        count, used = 0, 2 * self.tops
        while count < len(self.lines) and used + self.lines[count].height <= room:
            used += self.lines[count].height
            count += 1
        count = kept_lines(count, len(self.lines))
        if count == 0 or count == len(self.lines):
            return None
        first = replace(
            self,
            lines=self.lines[:count],
            frame="" if self.frame == "rule" else self.frame,
            beside=tuple(one for one in self.beside if one[0] < count),
        )
        rest = tuple((number - count, paint) for number, paint in self.beside if number >= count)
        return first, replace(self, lines=self.lines[count:], beside=rest)


def _frame(sheet: Sheet, frame: Frame, x: float, top: float, across: float, down: float) -> None:
    if frame == "box":
        sheet.box(x, top, across, down, stroke="line", thick=0.9, radius=RADIUS)
    elif frame == "dashed":
        corners = ((x, top), (x + across, top), (x + across, top + down), (x, top + down), (x, top))
        sheet.path(corners, "warn", 0.9, (5, 4))
    elif frame == "rule":
        sheet.rule(x, top + down, across)
    elif frame == "bar":
        sheet.box(x, top, 3, down, "thread")


def dots(sheet: Sheet, right: float, top: float, filled: int, role: str, most: int = 5) -> None:
    """Dots that end at `right`, the first `filled` of them filled; `top` is that of a line of 18 units."""
    for number in range(most):
        left = right - (most - number) * 12 + 3
        if number < filled:
            sheet.box(left, top + 5, 8.4, 8.4, fill=role, radius=4.2)
        else:
            sheet.box(left + 0.5, top + 5.5, 7.4, 7.4, stroke="faint", thick=0.9, radius=3.7)
