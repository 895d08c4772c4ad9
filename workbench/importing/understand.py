"""The first look at a list: its form, its kind, what its columns are, and how dates and money are written, decided over the whole column."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from sqlalchemy.orm import Session

from models import Company, ImportMemory
from workbench.errors import BadInput
from workbench.importing.column_notes import column_notes
from workbench.importing.detect import detect, read_as
from workbench.importing.fields import Kind
from workbench.importing.kinds import kind_named
from workbench.importing.mapping import ColumnGuess, Sample, name_like, with_choices
from workbench.importing.preview import DayColumn, MoneyColumn
from workbench.importing.reading import Piece, Table, fold_heading
from workbench.importing.values.days import DayStyle, agreed, count_cells, decide_days, parse_day
from workbench.importing.values.money import MoneyStyle, decide_money
from workbench.strings import tr

SAMPLE_ROWS = 1000
DISTINCT_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Understood:
    """A list that is understood: which column is which field, how its dates and amounts are written, and what is said aloud about it."""

    table: Table
    kind: Kind
    kind_evidence: str
    guesses: tuple[ColumnGuess, ...]
    days: dict[str, DayStyle]
    day_columns: tuple[DayColumn, ...]
    money: dict[str, MoneyStyle]
    known_before: bool
    name_column: int | None
    notes: tuple[str, ...]
    currency: str
    country: str

    def index(self, field: str) -> int | None:
        """The position of the column that holds a field, or None."""
        return next((guess.index for guess in self.guesses if guess.field == field), None)

    def money_columns(self) -> tuple[MoneyColumn, ...]:
        """How the columns with money are read."""
        names = {guess.field: guess.column for guess in self.guesses}
        return tuple(MoneyColumn(names[field], style.decimal, style.scale, style.evidence) for field, style in self.money.items())


def headings_key(table: Table) -> str:
    """What a set of headings is remembered by."""
    return "|".join(sorted(fold_heading(column) for column in table.columns))[:4000]


def understand(
    session: Session, table: Table, kind: str = "auto", mapping: Mapping[str, str] | None = None, date_order: str | None = None
) -> Understood:
    """Read a list's columns as fields. `mapping` (field to column) and `date_order` (dmy, mdy, yy) are the owner's choices.

    Raises BadInput for unknown kinds, fields and columns, and when no column can name a customer.
    """
    company = session.query(Company).one()
    piece = next(table.pieces(SAMPLE_ROWS), Piece([], [], []))
    sample = Sample.of(table.columns, piece.rows)
    remembered = _remembered(session, table)
    if kind != "auto":
        found, guesses, why = read_as(kind_named(kind).name, sample)
        remembered = remembered if remembered and remembered["kind"] == kind else None
    elif remembered:
        found, guesses, why = read_as(str(remembered["kind"]), sample)
        why = tr("Known from an earlier import.")
    else:
        found, guesses, why = detect(sample)
    if remembered:
        guesses = _as_before(found, guesses, remembered)
        date_order = date_order or remembered.get("days") or None
    if mapping:
        guesses = with_choices(found, guesses, mapping)
    names, notes = _name_column(found, guesses, sample, table)
    notes += column_notes(table, found, guesses, sample)
    days, day_columns, money = _styles(table, found, guesses, company.country, date_order)
    notes += [tr("{column}: {evidence}", column=day.column, evidence=day.evidence) for day in day_columns if day.order != "ymd"]
    return Understood(
        table,
        found,
        why,
        tuple(guesses),
        days,
        day_columns,
        money,
        bool(remembered),
        names,
        tuple(notes),
        company.currency,
        company.country,
    )


def _remembered(session: Session, table: Table) -> dict[str, str] | None:
    row = session.query(ImportMemory).filter(ImportMemory.headings == headings_key(table)).one_or_none()
    if row is None:
        return None
    try:
        kept = json.loads(row.mapping)
        kind_named(row.kind)
        return {"kind": row.kind, "columns": kept["columns"], "days": kept.get("days", "")}
    except (ValueError, KeyError, TypeError, BadInput):
        return None


def _as_before(kind: Kind, guesses: list[ColumnGuess], remembered: dict[str, str]) -> list[ColumnGuess]:
    columns: Mapping[str, str] = remembered["columns"]  # type: ignore[assignment]
    known = {field for field in columns.values() if kind.field(field)}
    evidence = tr("Known from an earlier import.")
    result = []
    for guess in guesses:
        field = columns.get(fold_heading(guess.column), "")
        field = field if field in known else ""
        result.append(replace(guess, field=field, confidence=100 if field else 0, evidence=evidence if field else ""))
    return result


def _name_column(kind: Kind, guesses: list[ColumnGuess], sample: Sample, table: Table) -> tuple[int | None, list[str]]:
    """The column to take names from where no field holds them, said aloud. Raises BadInput when there is none."""
    fields = {guess.field for guess in guesses}
    if kind.name == "orders":
        if not fields & {"customer_number", "customer_name", "last_name"}:
            raise BadInput(
                tr("No column of this list says whose order it is."),
                table.source.name,
                tr("Choose the column of the customer's name or number."),
            )
        for field, label in (("day", tr("date")), ("amount", tr("amount"))):
            if field not in fields:
                raise BadInput(tr("No column of this list holds the {what} of the order.", what=label), table.source.name, tr("Choose it."))
        return None, []
    if "name" in fields or "last_name" in fields:
        return None, []
    place = next((guess.index for guess in guesses if guess.field == "city"), None)
    found = place if place is not None and "prefecture" in fields and _different(sample, guesses) else name_like(sample, guesses)
    if found is None:
        raise BadInput(tr("This list has no customer names."), table.source.name, tr("Choose the column that holds them."))
    return found, [tr("No heading names the customers: names are taken from {column}.", column=table.columns[found])]


def _different(sample: Sample, guesses: list[ColumnGuess]) -> bool:
    """Whether prefecture and city together are different in every row."""
    at = [guess.index for guess in guesses if guess.field in ("prefecture", "city")]
    pairs = list(zip(*(sample.cells[index] for index in at), strict=True))
    return len(set(pairs)) >= 0.95 * len(pairs)


def _styles(
    table: Table, kind: Kind, guesses: list[ColumnGuess], country: str, date_order: str | None
) -> tuple[dict[str, DayStyle], tuple[DayColumn, ...], dict[str, MoneyStyle]]:
    patterns = {guess.field: (field.pattern, guess) for guess in guesses if guess.field and (field := kind.field(guess.field))}
    day_fields = {name: guess for name, (pattern, guess) in patterns.items() if pattern == "day"}
    money_fields = {name: guess for name, (pattern, guess) in patterns.items() if pattern == "money"}
    if not day_fields and not money_fields:
        return {}, (), {}
    counts: dict[str, dict[str, int]] = {name: {} for name in patterns if name in day_fields or name in money_fields}
    at = {name: patterns[name][1].index for name in counts}
    for piece in table.pieces():
        for name, index in at.items():
            if len(counts[name]) < DISTINCT_LIMIT:
                count_cells([row[index] for row in piece.rows], counts[name])
    days = agreed({name: decide_days(counts[name], country, date_order) for name in day_fields})
    shown = tuple(_shown(day_fields[name].column, style, counts[name]) for name, style in days.items())
    money = {name: decide_money(counts[name], guess.column, country) for name, guess in money_fields.items()}
    return days, shown, money


def _shown(column: str, style: DayStyle, cells: dict[str, int]) -> DayColumn:
    examples: list[tuple[str, str]] = []
    first = next((cell for cell in chain(cells) if cell.strip()), "")
    open_ = style.order != "ymd"
    if open_:
        for order in ("dmy", "mdy"):
            try:
                day = parse_day(first, order)
            except ValueError:
                continue
            if day:
                examples.append((order, day.isoformat()))
    return DayColumn(column, style.order, style.label, style.evidence, style.confidence, open_, first, tuple(examples))
