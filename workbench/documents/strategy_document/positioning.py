"""Chapter: how we differ. The positioning map as vectors, with the sentence that it proves, the free field and axes that say the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from workbench.documents.strategy_document.chapter import LEAD, MUTED, TEXT, quoted
from workbench.output.pdf.bricks import Drawn, Lines
from workbench.output.pdf.flow import Stack
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style, prose, width
from workbench.strings import tr
from workbench.targeting.field import CLEAR, NEAR, apart
from workbench.targeting.positioning_map import PointView, PositioningMap, alike_words, difference, positioning, spot_words

HEIGHT, ROWS, MARK = 420.0, 84, 14.0
END = Style(13, 400, "muted", 22)
OURS, RIVAL, IDEAL = Style(14, 600, "accent", 20), Style(14, 400, "ink", 20), Style(14, 400, "accent", 20)
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PositioningChapter:
    """The map as it was read."""

    seen: PositioningMap
    key: str = "positioning"

    @property
    def message(self) -> str:
        """How we differ."""
        return difference(self.seen)

    def wanted(self, passage: Passage) -> float:
        """The whole map and what it says stay on a page."""
        return self._stack(passage.across).height

    def compose(self, passage: Passage) -> None:
        """The map, then what it says."""
        passage.columns(self._stack(passage.across))

    def _stack(self, across: float) -> Stack:
        legend = tr("Filled: ourselves. Squares: rivals. Rings: what a segment would like best. Shaded: the free field.")
        said = [(legend, MUTED), (spot_words(self.seen), LEAD), *((alike_words(one), TEXT) for one in self.seen.alike)]
        lines = [line for words, style in said for line in prose(words, style, across)]
        return Stack([Drawn(HEIGHT, partial(_paint, self.seen, across)), Lines(tuple(lines), across)])


def positioning_chapter(session: Session) -> PositioningChapter | None:
    """The chapter, or None while there are no two axes with ourselves and a rival on them."""
    seen = positioning(session)
    kinds = {point.kind for point in seen.placed}
    return PositioningChapter(seen) if len(seen.axes) > 1 and {"we", "rival"} <= kinds else None


def _paint(seen: PositioningMap, across: float, sheet: Sheet, x: float, top: float) -> None:
    one, other = seen.axes[:2]
    sheet.text(x + across / 2, top, quoted(other.end(1.0)), END, "middle", across)
    foot = top + HEIGHT - END.height
    third = across / 3 - 8
    sheet.text(x, foot, quoted(one.end(0.0)), END, room=third)
    sheet.text(x + across / 2, foot, quoted(other.end(0.0)), END, "middle", third)
    sheet.text(x + across, foot, quoted(one.end(1.0)), END, "right", third)
    y, high = top + END.height + 2, HEIGHT - 2 * END.height - 6
    for row, first, last in _free(seen):
        sheet.box(x + first * across, y + row * high / ROWS, (last - first) * across, high / ROWS + 0.4, fill="accentbg")
    sheet.rule(x, y + high / 2, across, "faint")
    sheet.upright(x + across / 2, y, high, "faint")
    sheet.box(x, y, across, high, stroke="faint", thick=0.9)
    marks = [(point, x + at[0] * across, y + (1 - at[1]) * high) for point in seen.placed if (at := point.at) is not None]
    taken: list[Box] = [(left - MARK / 2, down - MARK / 2, MARK, MARK) for _, left, down in marks]
    for point, left, down in marks:
        _mark(sheet, point, left - MARK / 2, down - MARK / 2)
        style = OURS if point.kind == "we" else RIVAL if point.kind == "rival" else IDEAL
        words = quoted(point.name)
        wide = min(width(words, style), across / 3)
        box = next((spot for spot in _around(left, down, wide) if _inside(spot, (x, y, across, high)) and not _hits(spot, taken)), None)
        box = box or (min(max(x, left + MARK), x + across - wide), down - style.height / 2, wide, style.height)
        taken.append(box)
        sheet.text(box[0], box[1], words, style, room=wide + 1)


def _mark(sheet: Sheet, point: PointView, left: float, top: float) -> None:
    if point.kind == "we":
        sheet.box(left, top, MARK, MARK, fill="accent", radius=MARK / 2)
    elif point.kind == "rival":
        sheet.box(left + 1, top + 1, MARK - 2, MARK - 2, fill="surface", stroke="ink", thick=1.6, radius=2)
    else:
        sheet.box(left + 1, top + 1, MARK - 2, MARK - 2, fill="surface", stroke="accent", thick=1.6, radius=MARK / 2 - 1)


def _free(seen: PositioningMap) -> Iterator[tuple[int, float, float]]:
    """The free field as stretches: row from the top, where it begins and ends."""
    rivals = [point.at for point in seen.of("rival") if point.at is not None]
    ideals = [point.at for point in seen.of("segment") if point.decision == "primary" and point.at is not None]
    for row in range(ROWS) if rivals and ideals else ():
        up, begun = 1 - (row + 0.5) / ROWS, -1
        for column in range(ROWS + 1):
            at = ((column + 0.5) / ROWS, up)
            free = column < ROWS and min(apart(at, one) for one in ideals) <= NEAR and min(apart(at, one) for one in rivals) >= CLEAR
            if free and begun < 0:
                begun = column
            elif not free and begun >= 0:
                yield row, begun / ROWS, column / ROWS
                begun = -1


def _around(left: float, down: float, wide: float) -> Iterator[Box]:
    tall, gap = OURS.height, MARK / 2 + 5
    for shift in (0.0, tall, -tall, 2 * tall, -2 * tall):
        yield left + gap, down - tall / 2 + shift, wide, tall
        yield left - gap - wide, down - tall / 2 + shift, wide, tall


def _inside(box: Box, area: Box) -> bool:
    return box[0] >= area[0] and box[1] >= area[1] and box[0] + box[2] <= area[0] + area[2] and box[1] + box[3] <= area[1] + area[3]


def _hits(box: Box, taken: list[Box]) -> bool:
    return any(
        box[0] < other[0] + other[2] and other[0] < box[0] + box[2] and box[1] < other[1] + other[3] and other[1] < box[1] + box[3]
        for other in taken
    )
