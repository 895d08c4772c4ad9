"""Rows of a customer list as columns of values, piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.importing.cells import column, person, plain
from workbench.importing.customers.limits import over_limits
from workbench.importing.customers.positions import Positions
from workbench.importing.customers.terms import FIELDS, Terms, TermsReader
from workbench.importing.problems import Problem
from workbench.importing.reading import Piece, Row
from workbench.importing.understand import Understood
from workbench.strings import tr

TEXTS = (
    "number",
    "name",
    "name_local",
    "industry",
    "country",
    "postal_code",
    "prefecture",
    "city",
    "address",
    "contact",
    "phone",
    "email",
    "note",
)
PLAIN = ("number", "postal_code", "phone", "email")
TOTALS = frozenset(("合計", "総合計", "総計", "小計", "計", "total", "grand total", "sum", "subtotal", "summe", "gesamt"))


class Texts(dict[str, list[str]]):
    """The text fields of a piece, each cleaned when it is first asked for."""

    def __init__(self, rows: Sequence[Row], at: dict[str, int | None]) -> None:
        """`at` tells in which column each field stands."""
        super().__init__()
        self._rows, self._at = rows, at

    def __missing__(self, name: str) -> list[str]:
        cells = column(self._rows, self._at[name], name == "note")
        if self._at[name] is not None and name in PLAIN:
            cells = plain(cells)
            if name == "postal_code":
                cells = [code.removeprefix("〒").strip() for code in cells]
        self[name] = cells
        return cells


@dataclass(slots=True)
class CustomerColumns:
    """One piece of a customer list. Rows in `left_out` must not be taken over."""

    lines: list[int]
    values: Texts
    lat: list[float | None]
    lng: list[float | None]
    rep: list[str]
    tags: list[str]
    left_out: set[int]
    problems: list[Problem]
    notices: list[Problem]
    terms: list[Terms] | None = None
    """When, how often and how long each is visited, None where the list does not say."""


class CustomerReader:
    """Turns pieces of a list into columns by one mapping."""

    def __init__(self, understood: Understood) -> None:
        """A reader for one list."""
        index = understood.index
        self.at = {name: index(name) for name in (*TEXTS, "first_name", "last_name", "rep", "tags", "lat", "lng", "lat_lng", *FIELDS)}
        self.name_column = understood.name_column
        self._positions = Positions(self.at)
        self._terms = TermsReader(self.at)

    @property
    def fields(self) -> tuple[str, ...]:
        """The text fields that the list holds: only these are compared and changed."""
        named = ("name",) if self.at["name"] is None else ()
        contact = ("contact",) if self.at["contact"] is None and self.at["last_name"] is not None and self.at["name"] is not None else ()
        return tuple(name for name in TEXTS if self.at[name] is not None or name in named or name in contact)

    def read(self, piece: Piece) -> CustomerColumns:
        """The values of a piece; rows without a name and totals are left out with their reason."""
        rows = piece.rows
        values = Texts(rows, self.at)
        self._names(rows, values)
        problems, notices, left_out = list(piece.problems), list[Problem](), set[int]()
        over_limits(piece, values, self.at, problems, notices, left_out)
        names = values["name"]
        suspect = "" in names or not TOTALS.isdisjoint(map(str.casefold, names))
        for row, name in enumerate(names if suspect else ()):
            if row in left_out:
                continue
            if not name:
                left_out.add(row)
                problems.append(Problem(piece.lines[row], tr("No name."), "no_name", " ".join(rows[row]).strip()))
            elif name.casefold() in TOTALS:
                left_out.add(row)
                problems.append(Problem(piece.lines[row], tr("A total, not a customer."), "not_a_row", name))
        lat, lng = self._positions.read(piece, notices)
        terms = self._terms.read(piece, notices)
        rep, tags = column(rows, self.at["rep"]), column(rows, self.at["tags"])
        return CustomerColumns(piece.lines, values, lat, lng, rep, tags, left_out, problems, notices, terms)

    def _names(self, rows: Sequence[Row], values: Texts) -> None:
        if self.name_column is not None and self.at["name"] is None:
            values["name"] = column(rows, self.name_column)
        if self.at["last_name"] is None:
            return
        people = [
            person(first, last) for first, last in zip(column(rows, self.at["first_name"]), column(rows, self.at["last_name"]), strict=True)
        ]
        companies = values["name"]
        if self.at["contact"] is None and self.at["name"] is not None:
            values["contact"] = [who if company and who != company else "" for company, who in zip(companies, people, strict=True)]
        values["name"] = [company or who for company, who in zip(companies, people, strict=True)]
