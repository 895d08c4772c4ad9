"""Coordinates out of a customer list, row by row; what cannot be a place is told in the words of the customer's form."""

from collections.abc import Mapping

from workbench.customers.places import parse_coordinates
from workbench.errors import BadInput
from workbench.importing.problems import Problem
from workbench.importing.reading import Piece
from workbench.importing.values.coordinates import degree, degrees, is_swapped, pair
from workbench.importing.values.money import NOTHING
from workbench.strings import tr

Point = tuple[float, float]


class Positions:
    """Reads the coordinates of one list: in two columns, or in one whose order is decided by its first piece."""

    def __init__(self, at: Mapping[str, int | None]) -> None:
        """`at` tells in which columns `lat`, `lng` and `lat_lng` stand."""
        self._lat, self._lng, self._joined = at["lat"], at["lng"], at["lat_lng"]
        self._swapped: bool | None = None

    def read(self, piece: Piece, faults: list[Problem]) -> tuple[list[float | None], list[float | None]]:
        """Latitudes and longitudes of the rows of a piece, None where there are none; wrong ones are added to `faults`."""
        rows = piece.rows
        if self._lat is not None and self._lng is not None:
            firsts, seconds = [row[self._lat] for row in rows], [row[self._lng] for row in rows]
            if (lats := degrees(firsts, 90)) is not None and (lngs := degrees(seconds, 180)) is not None and 0.0 not in lats:
                return lats, lngs
            cells = [(_filled(one), _filled(two)) for one, two in zip(firsts, seconds, strict=True)]
        elif self._joined is not None:
            joined = [_filled(row[self._joined]) for row in rows]
            if self._swapped is None:
                self._swapped = is_swapped(joined)
            cells = [(cell, "") for cell in joined]
        else:
            return [None] * len(rows), [None] * len(rows)
        points = [self._point(one, two, line, faults) for (one, two), line in zip(cells, piece.lines, strict=True)]
        return [point[0] if point else None for point in points], [point[1] if point else None for point in points]

    def _point(self, one: str, two: str, line: int, faults: list[Problem]) -> Point | None:
        if not one and not two:
            return None
        in_one = self._lat is None or self._lng is None
        try:
            point = self._in_one_cell(one) if in_one else _in_two_cells(one, two)
        except BadInput as wrong:
            why = tr("{wrong} The row is taken over without them.", wrong=str(wrong))
            faults.append(Problem(line, why, "no_position", one if in_one else f"{one}, {two}"))
            return None
        return point

    def _in_one_cell(self, cell: str) -> Point:
        try:
            point = pair(cell, bool(self._swapped))
        except ValueError:
            point = None
        return _somewhere(point or parse_coordinates(cell), cell)


def _filled(cell: str) -> str:
    text = cell.strip()
    return "" if text in NOTHING else text


def _in_two_cells(one: str, two: str) -> Point:
    if not one or not two:
        what = tr("The longitude is missing.") if one else tr("The latitude is missing.")
        raise BadInput(what, one or two, tr("Coordinates are a latitude and a longitude."))
    try:
        lat, lng = degree(one, 90), degree(two, 180)
    except ValueError:
        lat = lng = None
    text = f"{one}, {two}"
    return _somewhere((lat, lng) if lat is not None and lng is not None else parse_coordinates(text), text)


def _somewhere(point: Point, text: str) -> Point:
    if point == (0.0, 0.0):
        raise BadInput(tr("These coordinates lie in the open sea."), text, tr("0, 0 mostly means that a place is not known."))
    return point
