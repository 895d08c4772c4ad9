"""Pages that fill from top to bottom: bricks in one or more columns, broken between pages. They are placed first and drawn
afterwards, so that page numbers are known when the contents are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workbench.output.pdf.sheet import Sheet

KEPT = 240.0
"""A brick lower than this moves to the next page whole."""
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

    def __post_init__(self) -> None:
        self.y = self.top

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.bottom - self.y

    def need(self, height: float) -> None:
        """Go on to the next page unless so much is left on this one."""
        if self.room < height and self.y > self.top:
            self.next_page()

    def next_page(self) -> None:
        """Go on at the top of the next page."""
        self.page += 1
        if self.page == len(self.pages):
            self.pages.append([])
        self.y = self.top

    def space(self, height: float) -> None:
        """Leave room, but none at the top of a page."""
        if self.y > self.top:
            self.y += height

    def mark(self, key: str, title: str, level: int) -> None:
        """Remember that a heading stands here."""
        self.marks.append(Mark(key, title, level, self.page, self.y))

    def put(self, *bricks: Brick, gap: float = 8.0) -> None:
        """Bricks below each other over the whole width."""
        self.columns(Stack(bricks, gap=gap))

    def columns(self, *stacks: Stack) -> None:
        """Stacks side by side; goes on below the longest one."""
        page, y = self.page, self.y
        ends = []
        for stack in stacks:
            self.page, self.y = page, y
            self._fill(stack)
            ends.append((self.page, self.y))
        self.page, self.y = max(ends)

    def _fill(self, stack: Stack) -> None:
        x = self.left + stack.indent
        if stack.head is not None and stack.bricks and stack.head.height + min(stack.bricks[0].height, KEPT) > self.room:
            self._turn(x, None)
        if stack.head is not None:
            self._lay(stack.head, x)
        for number, brick in enumerate(stack.bricks):
            if number:
                self.space(stack.gap)
            self._place(brick, x, stack.head)

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
