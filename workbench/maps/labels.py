"""Labels that do not lie on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in px."""
CELL = 64


class Room:
    """The boxes taken on a map. Takes hundreds of boxes without slowing down."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def free(self, box: Box) -> bool:
        """Whether nothing taken overlaps the box."""
        left, top, right, bottom = box
        return not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for cell in _cells(box)
            for other in self._cells.get(cell, ())
        )

    def take(self, box: Box) -> None:
        """Nothing else may stand here."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def take_if_free(self, box: Box) -> bool:
        """Take the box where it is free."""
        if not self.free(box):
            return False
        self.take(box)
        return True

    def first_free(self, boxes: Sequence[Box]) -> Box | None:
        """Take the first free one of several."""
        return next((box for box in boxes if self.take_if_free(box)), None)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for row in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
        for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
            yield column, row


def beside(x: float, y: float, reach: float, width: float, height: float) -> tuple[Box, ...]:
    """Where a label of a mark of radius `reach` may stand: right, left, below and above, then below and above to one side."""
    half, tall = width / 2, height / 2
    sides = ((x + reach, y - tall), (x - reach - width, y - tall))
    rows = (y + reach, y - reach - height)
    corners = (*sides, *((left, top) for left in (x - half, x + reach - width, x - reach) for top in rows))
    return tuple((left, top, left + width, top + height) for left, top in corners)
