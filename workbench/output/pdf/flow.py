"""Pages that fill from top to bottom: bricks in one or more columns, broken between pages. They are placed first and drawn
afterwards, so that page numbers are known when the contents are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from workbench.output.pdf.sheet import Sheet

KEPT = 240.0
"""A brick lower than this moves to the next page whole."""
LONE = 90.0
"""A last brick lower than this does not stand alone at the top of a page: the one before it goes with it."""
MUCH = 0.45
"""A page is not left with so much of it empty only to keep what follows together."""
CLOSE = 0.01


class Brick(Protocol):
    """A piece of a column. Heights are in units."""

    @property
    def height(self) -> float:
        """How high it is."""

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it with its top left corner there."""

    def split(self, room: float) -> "tuple[Brick, Brick] | None":
        """What fits into `room`, and the rest; None where nothing of it does."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Bricks below each other, `indent` from the left. `head` is set again at the top of each page that the stack goes on to."""

    bricks: Sequence[Brick]
    indent: float = 0.0
    head: Brick | None = None
    gap: float = 8.0

    @property
    def height(self) -> float:
        """How high it is where no page breaks it."""
        head = self.head.height if self.head is not None else 0.0
        return head + sum(brick.height for brick in self.bricks) + self.gap * max(len(self.bricks) - 1, 0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading on a page (from 0): where bookmark and contents lead to."""

    key: str
    title: str
    level: int
    page: int
    top: float


@dataclass(slots=True)
class Flow:
    """The pages so far, and where the next brick goes. `top` and `bottom` bound each page."""

    left: float
    across: float
    top: float
    bottom: float
    pages: list[list[tuple[Brick, float, float]]] = field(default_factory=lambda: [[]])
    marks: list[Mark] = field(default_factory=list)
    page: int = 0
    y: float = 0.0
    headings: list[tuple[Brick, float, float]] = field(default_factory=list)
    """The headings below which nothing stands yet: they go along to the next page."""

    def __post_init__(self) -> None:
        self.y = self.top

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.bottom - self.y

    @property
    def filled(self) -> list[float]:
        """The share of each page that is filled, down to its lowest brick."""
        high = self.bottom - self.top
        return [(max((top + brick.height for brick, _, top in page), default=self.top) - self.top) / high for page in self.pages]

    def need(self, height: float, least: float = 0.0) -> None:
        """Go on to the next page unless so much is left on this one. Where that would leave much of it empty, `least` is enough."""
        much = least and self.room >= MUCH * (self.bottom - self.top)
        if self.room < (least if much else height) and self.y > self.top:
            self.next_page()

    def next_page(self) -> None:
        """Go on at the top of the next page, with the headings that nothing stands below yet."""
        left, end = self.pages[self.page], self.y
        self.page += 1
        if self.page == len(self.pages):
            self.pages.append([])
        self.y = self.top
        if self.headings and len(self.headings) < len(left):
            first = self.headings[0][2]
            del left[-len(self.headings) :]
            self.pages[self.page] += [(brick, x, top - first + self.top) for brick, x, top in self.headings]
            begun = [mark.page == self.page - 1 and mark.top >= first for mark in self.marks]
            self.marks = [
                replace(mark, page=self.page, top=mark.top - first + self.top) if moves else mark
                for mark, moves in zip(self.marks, begun, strict=True)
            ]
            self.y += end - first
        self.headings = []

    def space(self, height: float) -> None:
        """Leave room, but none at the top of a page."""
        if self.y > self.top:
            self.y += height

    def gap(self, height: float) -> None:
        """Leave room anywhere."""
        self.y += height

    def heading(self, key: str, title: str, level: int, brick: Brick) -> None:
        """Lay a heading, with a mark that is called `title`. It stands on the page of what follows it."""
        self.marks.append(Mark(key, title, level, self.page, self.y))
        self._lay(brick, self.left)
        self.headings.append(self.pages[self.page][-1])

    def put(self, *bricks: Brick, gap: float = 8.0) -> None:
        """Bricks below each other over the whole width."""
        self.columns(Stack(bricks, gap=gap))

    def columns(self, *stacks: Stack) -> None:
        """Stacks side by side; goes on below the longest one."""
        if self.y > self.top and not all(self._begins_here(stack) for stack in stacks):
            self.next_page()
        self.headings = []
        page, y = self.page, self.y
        ends = []
        for stack in stacks:
            self.page, self.y = page, y
            self._fill(stack)
            ends.append((self.page, self.y))
        self.page, self.y = max(ends)

    def _fill(self, stack: Stack) -> None:
        x = self.left + stack.indent
        if stack.head is not None:
            self._lay(stack.head, x)
        for number, brick in enumerate(stack.bricks):
            if number:
                self.space(stack.gap)
            if number and number == len(stack.bricks) - 2 and self._strands(stack, stack.bricks[-1].height):
                self._turn(x, stack.head)
            self._place(brick, x, stack.head)

    def _begins_here(self, stack: Stack) -> bool:
        """Whether its head, its first brick or a part of that, and the second one where it is low, have room."""
        room = self.room + CLOSE - (stack.head.height if stack.head is not None else 0.0)
        if not stack.bricks:
            return room >= 0
        first, *rest = stack.bricks
        if first.height > room:
            return first.height > KEPT and first.split(room) is not None
        second = stack.gap + rest[0].height if rest and stack.head is not None and rest[0].height < LONE else 0.0
        return first.height + second <= room or first.height > KEPT

    def _strands(self, stack: Stack, last: float) -> bool:
        """Whether the last brick, `last` high, would go on to the next page alone."""
        before = stack.bricks[-2].height
        return last < LONE and before < KEPT and before <= self.room + CLOSE < before + stack.gap + last

    def _place(self, brick: Brick, x: float, head: Brick | None) -> None:
        fresh = self.top + (head.height if head is not None else 0.0) + CLOSE
        rest: Brick = brick
        while rest.height > self.room + CLOSE:
            parts = rest.split(self.room) if rest.height > KEPT or self.y <= fresh else None
            if parts is not None:
                self._lay(parts[0], x)
                rest = parts[1]
            elif self.y <= fresh:
                break
            self._turn(x, head)
        self._lay(rest, x)

    def _turn(self, x: float, head: Brick | None) -> None:
        self.next_page()
        if head is not None:
            self._lay(head, x)

    def _lay(self, brick: Brick, x: float) -> None:
        self.pages[self.page].append((brick, x, self.y))
        self.y += brick.height


def kept_lines(fit: int, lines: int) -> int:
    """How many of so many lines stay on a page where `fit` would find room: no line is left alone on either page."""
    if fit >= lines:
        return lines
    stay = min(fit, lines - 2)
    return stay if stay >= 2 else 0
