"""The map of a rep's day as vectors: base lines, names, the way with its numbered stops, scale and credits. Nothing of it is a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench import formatting
from workbench.maps import tiles
from workbench.maps.clipping import clip_line, clip_ring, thinned
from workbench.maps.labels import Box
from workbench.maps.layout import Mark, Words, lay_out
from workbench.maps.marks import MapRoute, credits_for
from workbench.maps.projection import Spot, View, fit, scale_bar, to_world
from workbench.output.pdf.sheet import Sheet
from workbench.output.pdf.text import Style, one_line, width
from workbench.strings import language, tr

PLACE = Style(11, 400, "muted", 15)
NAME = Style(12.5, 600, "ink", 17)
SMALL = Style(10, 400, "ink", 14)
NUMBER = Style(12, 700, "onaccent", 16, tabular=True)
LETTER = Style(11, 700, "onaccent", 15)
STOP, OFFICE, SQUARE = 10.0, 5.5, 15.0
CLOSEST = 12.5
LEAST = 0.7
"""Units between two points of a shape: finer is not seen on paper."""
DASHES = {"solid": (), "dashed": (7.0, 4.0), "dotted": (2.0, 3.0)}
LINES = (
    (tiles.COUNTY, "road", 0.8, ()),
    (tiles.RAIL, "faint", 0.7, ()),
    (tiles.BRANCH, "faint", 0.45, ()),
    (tiles.STATE, "faint", 0.9, (5.0, 3.0)),
    (tiles.COUNTRY, "faint", 1.0, ()),
)


@dataclass(frozen=True, slots=True)
class DayMap:
    """What the map of a day shows: the reps' ways (a morning sheet has one) and the name of the place where they start."""

    routes: tuple[MapRoute, ...]
    start_name: str = ""


def draw(sheet: Sheet, day: DayMap, x: float, top: float, across: float, down: float) -> None:
    """Draw the map into a box of `across` by `down` with a hairline around it, in the language in use; the way fills it."""
    spots = [spot for route in day.routes for spot in route.spots()]
    view = fit(spots, across, down, min(60.0, across / 6, down / 6), CLOSEST)
    with sheet.clipped(x, top, across, down):
        sheet.box(x, top, across, down, "water")
        _base(sheet, view, x, top)
        for route in day.routes:
            points = [_moved(view.pixel(*spot), x, top) for spot in route.spots()]
            sheet.path(points, route.colour, 2.2 if route.strong else 1.0, DASHES[route.dash])
        foot = top + down - SMALL.height - 4
        free = [(across - 230.0, down - 2 * SMALL.height - 16, across, down)]
        ways = [[view.pixel(*spot) for spot in route.spots()] for route in day.routes]
        names = lay_out(
            view, list(_marks(day, view)), tiles.labels_in(view), _measure, language(), (3.0, 3.0, across - 3, down - 3), free, ways
        )
        for words in names:
            _words(sheet, words, x, top)
        for route in day.routes:
            for stop in route.stops:
                px, py = _moved(view.pixel(*to_world(stop.lat, stop.lng)), x, top)
                _stop(sheet, px, py, stop.number, route.colour)
        for place in {route.start for route in day.routes if route.start}:
            px, py = _moved(view.pixel(*to_world(*place)), x, top)
            sheet.box(px - OFFICE, py - OFFICE, 2 * OFFICE, 2 * OFFICE, "ink", "surface", 1.4, 2)
        _edge(sheet, view, x + across, foot)
    sheet.box(x, top, across, down, stroke="line", thick=0.7)


def _moved(point: Spot, x: float, top: float) -> Spot:
    return point[0] + x, point[1] + top


def _base(sheet: Sheet, view: View, x: float, top: float) -> None:
    covers = [_Cover(area, source, view, x, top) for area, source in tiles.places(tiles.GEOMETRY, view.zoom, view.bounds(2))]
    for layer, fill in ((tiles.LAND, "map"), (tiles.LAKE, "water")):
        for cover in covers:
            sheet.shape(cover.rings(layer), fill)
    sheet.strokes([line for cover in covers for line in cover.lines(tiles.coast(cover.source))], "faint", 0.4)
    for layer, role, thick, dashes in LINES:
        if view.zoom >= tiles.FROM_ZOOM[layer]:
            found = [line for cover in covers if layer in cover.shapes for line in cover.lines(cover.shapes[layer])]
            sheet.strokes(found, role, thick, dashes)


class _Cover:
    """One tile of the base map, cut to the part that it is to fill and moved to its place on the sheet."""

    def __init__(self, area: tiles.Place, source: tiles.Place, view: View, x: float, top: float) -> None:
        self.source, self.shapes = source, tiles.shapes(source)
        side = view.scale / (1 << source[0])
        self._unit = side / tiles.EXTENT
        left, upper = source[1] * side - view.left, source[2] * side - view.top
        self._left, self._top = left + x, upper + top
        part = view.scale / (1 << area[0])
        west, north = area[1] * part - view.left - 1, area[2] * part - view.top - 1
        box = (max(-2.0, west), max(-2.0, north), min(view.width + 2, west + part + 2), min(view.height + 2, north + part + 2))
        self._box: Box = tuple((edge - (upper if place % 2 else left)) / self._unit for place, edge in enumerate(box))  # type: ignore[assignment]

    def _near(self, shape: tiles.Shape) -> Iterator[list[Spot]]:
        """The rings that touch the part, in tile units."""
        left, top, right, bottom = self._box
        for ring in shape.rings():
            across, down = ring[0::2], ring[1::2]
            if max(across) >= left and min(across) <= right and max(down) >= top and min(down) <= bottom:
                yield list(zip(across, down, strict=True))

    def _drawn(self, points: Sequence[Spot]) -> list[Spot]:
        unit, left, top = self._unit, self._left, self._top
        return [(x * unit + left, y * unit + top) for x, y in thinned(points, LEAST / unit)]

    def rings(self, layer: int) -> Iterator[list[Spot]]:
        """The filled rings of a layer."""
        if layer in self.shapes:
            for ring in self._near(self.shapes[layer]):
                if len(found := clip_ring(ring, self._box)) > 2:
                    yield self._drawn(found)

    def lines(self, shape: tiles.Shape) -> Iterator[list[Spot]]:
        """The lines of a shape."""
        for line in self._near(shape):
            for run in clip_line(line, self._box):
                yield self._drawn(run)


def _marks(day: DayMap, view: View) -> Iterator[Mark]:
    for route in day.routes:
        for stop in route.stops:
            yield Mark(*view.pixel(*to_world(stop.lat, stop.lng)), STOP, stop.name, "stop", stop.tier)
    for place in {route.start for route in day.routes if route.start}:
        yield Mark(*view.pixel(*to_world(*place)), OFFICE, day.start_name, "office")


def _measure(text: str, kind: str, tier: str) -> tuple[float, float]:
    style = NAME if kind in ("stop", "office") else PLACE
    return width(text, style) + 2 + (SQUARE + 4 if tier else 0), style.height


def _words(sheet: Sheet, words: Words, x: float, top: float) -> None:
    left, upper = words.box[0] + x, words.box[1] + top
    strong = words.kind in ("stop", "office")
    if words.dot:
        sheet.box(words.dot[0] + x - 2, words.dot[1] + top - 2, 4, 4, "map", "muted", 0.8, 2)
    if strong:
        sheet.box(left - 1, upper, words.box[2] - words.box[0] + 2, words.box[3] - words.box[1], "map", radius=3)
    if words.tier:
        prospect = words.tier == "N"
        sheet.box(left, upper + 1, SQUARE, SQUARE, "" if prospect else words.tier, "muted" if prospect else "", 1.0, 3)
        letter = Style(LETTER.size, 700, "muted", LETTER.leading) if prospect else LETTER
        sheet.text(left + SQUARE / 2, upper + 1, words.tier, letter, "middle")
        left += SQUARE + 4
    sheet.text(left, upper, words.text, NAME if strong else PLACE)


def _stop(sheet: Sheet, x: float, y: float, number: int, colour: str) -> None:
    sheet.box(x - STOP, y - STOP, 2 * STOP, 2 * STOP, colour, "surface", 1.2, STOP)
    sheet.line(x, y - NUMBER.height / 2, one_line(str(number), NUMBER), "middle")


def _edge(sheet: Sheet, view: View, right: float, foot: float) -> None:
    """Credits at the right foot and the scale over them."""
    owed = one_line(credits_for((view.x, view.y)), SMALL)
    sheet.box(right - owed.width - 8, foot, owed.width + 8, SMALL.height + 4, "map")
    sheet.line(right - 4, foot + 2, owed, "right")
    km, across = scale_bar(view, min(110.0, view.width / 3))
    text = formatting.distance(km) if km >= 1 else tr("{n} m", n=formatting.number(km * 1000))
    bar = foot - 5
    sheet.text(right - 8 - across / 2, bar - SMALL.height - 1, text, SMALL, "middle")
    sheet.path(((right - 8 - across, bar - 4), (right - 8 - across, bar), (right - 8, bar), (right - 8, bar - 4)), "ink", 0.8)


def day_map(routes: Sequence[MapRoute], start_name: str = "") -> DayMap | None:
    """The map of these ways, or None where there is no place on them."""
    shown = tuple(route for route in routes if route.stops)
    return DayMap(shown, start_name) if shown else None
