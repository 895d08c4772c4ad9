"""What an import would do, told before it is done, and what it did."""

from dataclasses import dataclass

from workbench.importing.mapping import ColumnGuess
from workbench.importing.problems import Problem
from workbench.importing.reading import Table


@dataclass(frozen=True, slots=True)
class DayColumn:
    """How a column with dates is read. `order` is ymd, dmy, mdy or yy; `examples` are the first cell read day first and month first (ISO)."""

    column: str
    order: str
    label: str
    evidence: str
    confidence: int
    changeable: bool
    cell: str
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """How a column with money is read: its decimal sign, by how much it is multiplied, and why."""

    column: str
    decimal: str
    scale: int
    evidence: str


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer as it comes out of the list. `revenue` is ten-thousandths; `last_order` is an ISO day or empty."""

    number: str
    name: str
    place: str
    rep: str
    orders: int
    revenue: int
    last_order: str


@dataclass(frozen=True, slots=True)
class PossibleDouble:
    """Customers that may be the same: lines of the list with one name, or a line and a customer that is there already (`existing` is its id)."""

    name: str
    lines: tuple[int, ...]
    existing: int | None
    why: str


@dataclass(frozen=True, slots=True)
class KeptField:
    """A field edited by hand that the list would have changed: what is there stays."""

    line: int
    customer: str
    field: str
    there: str
    listed: str


@dataclass(frozen=True, slots=True)
class PlacedCounts:
    """How many new customers got a place: from the list, to the town or postal code, to the city or less, or none."""

    listed: int
    near: int
    coarse: int
    none: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of a list: `read` = taken + `skipped`; taken = `added` + `updated` + `unchanged`. For orders these are order lines.

    `customers` are the different ones the list names, `new_customers` those that are not there yet, `orders` different orders.
    `placed` are those that were there without a place and get that of their latest order. `revenue` is the sum of the amounts taken in ten-thousandths; `first_day` and `last_day` are ISO days, or empty.
    """

    read: int
    added: int
    updated: int
    unchanged: int
    skipped: int
    customers: int
    new_customers: int
    orders: int
    revenue: int
    first_day: str
    last_day: str
    placed: int = 0

    @property
    def changes(self) -> bool:
        """Whether the import would change anything."""
        return bool(self.added or self.updated or self.placed or self.new_customers)


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All that is known about an import before it is done. `work` is for `apply_import`; `base` tells whether the workspace changed since.

    `notes` are sentences said aloud; `problems` are lines left out, `notices` lines taken over that want a look (both the first ones; the
    totals count all). `given` says whose the customers become for whom the list names no rep, or is empty.
    `faults` are the notices of cells left empty because they are wrong; `name_column` holds names though no heading says so.
    """

    table: Table
    kind: str
    kind_evidence: str
    columns: tuple[ColumnGuess, ...]
    days: tuple[DayColumn, ...]
    money: tuple[MoneyColumn, ...]
    known_before: bool
    counts: Counts
    problems: tuple[Problem, ...]
    problems_total: int
    notices: tuple[Problem, ...]
    notices_total: int
    kept: tuple[KeptField, ...]
    doubles: tuple[PossibleDouble, ...]
    first_customers: tuple[CustomerLine, ...]
    placed: PlacedCounts
    notes: tuple[str, ...]
    base: int
    work: object
    given: str = ""
    faults: tuple[Problem, ...] = ()
    name_column: int | None = None

    @property
    def encoding(self) -> str:
        """The encoding as a codec name, or the form of the workbook."""
        return self.table.encoding.codec

    @property
    def mapping(self) -> dict[str, str]:
        """Field to column."""
        return {guess.field: guess.column for guess in self.columns if guess.field}

    @property
    def changes_much(self) -> bool:
        """Whether more than a fifth of the rows that are there already would be changed: shown before it is done."""
        return self.counts.updated * 5 > self.counts.updated + self.counts.unchanged and self.counts.updated >= 5


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. `step` is the undo step, None when nothing changed; `backup` is the copy made before, or empty."""

    preview: ImportPreview
    counts: Counts
    step: int | None
    backup: str
    sentence: str
