"""What a document of everything must be like before one row of it is taken."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from sqlalchemy import Column, Float, Integer, Table, UniqueConstraint

from models.base import Day, Flag
from workbench.errors import BadInput
from workbench.strings import tr
from workbench.workspace.schema import VERSION, owner_tables

FORMAT = "asaichi-everything"
LONGEST_TEXT = 1_000_000
_INT64 = 1 << 63

Value = str | int | float | None
Rows = tuple[tuple[str, ...], list[tuple[Value, ...]]]

CHOICES: Mapping[tuple[str, str], frozenset[Value]] = {
    ("company", "language"): frozenset({"en", "ja"}),
    ("company", "paper"): frozenset({"A4", "Letter"}),
    ("company", "fiscal_month"): frozenset(range(1, 13)),
    ("company", "working_days"): frozenset(range(128)),
    ("customer_hours", "weekday"): frozenset(range(7)),
    ("rep_hours", "weekday"): frozenset(range(7)),
    ("customer_tier", "tier"): frozenset("ABCN"),
    ("customer_tier", "by_figures"): frozenset("ABCN"),
    ("visit_rule", "tier"): frozenset("ABCN"),
    ("visit_rule", "unit"): frozenset({"week", "month", "quarter"}),
    ("visit_rule", "channel"): frozenset({"visit", "desk"}),
    ("visit", "status"): frozenset({"planned", "done", "missed", "cancelled"}),
    ("visit", "hold"): frozenset({"time", "day", "week"}),
    ("segment", "channel"): frozenset({"", "visit", "desk"}),
    ("rep", "starts_at"): frozenset({"home", "office"}),
    ("rep", "ends_at"): frozenset({"home", "office"}),
    ("customer_closed", "month_day"): frozenset({*range(1, 32), None}),
    ("customer_rule", "unit"): frozenset({"week", "month", "quarter", None}),
    ("customer_rule", "weekdays"): frozenset(range(128)),
    ("customer_rule", "preferred"): frozenset(range(128)),
    ("company", "weight_even"): frozenset(range(5)),
    ("company", "weight_same"): frozenset(range(5)),
    ("deal", "stage"): frozenset({"talk", "proposal", "won", "lost"}),
    ("tiering", "method"): frozenset({"pareto", "score"}),
    ("kgi", "metric"): frozenset({"orders", "revenue", "profit", "new_customers", "growth", None}),
    ("kgi", "split"): frozenset({"season", "even", "hand"}),
    ("funnel_stage", "kind"): frozenset({"visit", "proposal", "order", "own"}),
    ("card", "board"): frozenset({"3c", "swot", "4p"}),
    ("card", "column"): frozenset(
        {
            "customer",
            "competitor",
            "company",
            "strengths",
            "weaknesses",
            "opportunities",
            "threats",
            "product",
            "price",
            "place",
            "promotion",
        }
    ),
    ("card", "weight"): frozenset(range(1, 6)),
    ("strategy", "kind"): frozenset({"SO", "WO", "ST", "WT"}),
    ("strategy", "effect"): frozenset(range(1, 6)),
    ("strategy", "ease"): frozenset(range(1, 6)),
    ("segment", "decision"): frozenset({"", "primary", "secondary", "later"}),
    ("criterion", "kind"): frozenset({"size", "growth", "win", "rivalry", "reach", "fit", "own"}),
    ("criterion", "weight"): frozenset(range(6)),
    ("segment_score", "score"): frozenset(range(1, 6)),
    ("action", "status"): frozenset({"open", "doing", "done", "dropped"}),
    ("assumption", "subject"): frozenset({"market", "rivals", "ourselves"}),
    ("persona_attribute", "key"): frozenset({"role", "age", "industry", "interests", "process", "authority", "worries", "sources"}),
    ("persona_attribute", "origin"): frozenset({"data", "field", "draft"}),
    ("plan", "analysis_weeks"): frozenset(range(2, 5)),
}
BOUNDS: Mapping[str, tuple[float, float]] = {
    "lat": (-90, 90),
    "office_lat": (-90, 90),
    "start_lat": (-90, 90),
    "lng": (-180, 180),
    "office_lng": (-180, 180),
    "start_lng": (-180, 180),
    "start": (0, 1440),
    "end": (0, 1440),
    "day_start": (0, 1440),
    "day_end": (0, 1440),
    "lunch_start": (0, 1440),
    "lunch_end": (0, 1440),
    "road_factor": (0.1, 10),
    "near_km": (0, 1_000),
    "near_kmh": (1, 400),
    "far_kmh": (1, 400),
    "visits": (0, 400),
    "most_visits": (0, 400),
    "least_gap": (0, 10_000),
    "greatest_gap": (0, 10_000),
    "every": (0, 400),
    "duration": (0, 1440),
    "rate": (0, 1),
    "percent": (0, 100),
    "value": (0, 1),
    "id": (1, _INT64 - 1),
}


@dataclass(frozen=True, slots=True)
class Everything:
    """Checked rows by table: the names of the columns, and the values as the workspace file keeps them."""

    tables: Mapping[str, Rows]


def checked(document: object, name: str) -> Everything:
    """The rows of a parsed document. Raises BadInput unless it fits the schema of this program in every value."""
    if not isinstance(document, dict) or document.get("format") != FORMAT or not isinstance(document.get("tables"), dict):
        raise BadInput(tr("This is not a JSON document of everything."), name, tr("Choose a file that was exported as everything."))
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise BadInput(tr("This document was made by another version of Asaichi."), name, tr("Export it again with this version."))
    given = document["tables"] if version == VERSION else _completed(document["tables"])
    tables = {table.name: table for table in owner_tables()}
    if given.keys() != tables.keys():
        _refuse(name, tr("its tables are not those of a workspace"))
    found = {table.name: _table(table, given[table.name], name) for table in tables.values()}
    if len(found["company"][1]) != 1 or len(found["tiering"][1]) != 1:
        _refuse(name, tr("it must hold exactly one company"))
    for table in tables.values():
        _links(table, found, name)
    return Everything(found)


def _completed(given: dict[str, object]) -> dict[str, object]:
    """The tables of an older version with those that came since, empty, and with new columns at their defaults."""
    made = dict(given)
    for table in owner_tables():
        rows = made.setdefault(table.name, {"columns": [column.name for column in table.columns], "rows": []})
        if not isinstance(rows, dict) or not isinstance(rows.get("columns"), list) or not isinstance(rows.get("rows"), list):
            continue
        added = [column for column in table.columns if column.name not in rows["columns"] and (column.nullable or column.server_default)]
        values = [_default(column) for column in added]
        made[table.name] = {
            "columns": [*rows["columns"], *(column.name for column in added)],
            "rows": [[*row, *values] if isinstance(row, list) else row for row in rows["rows"]],
        }
    return made


def _default(column: Column[object]) -> Value:
    if column.server_default is None:
        return None
    text = str(column.server_default.arg)  # type: ignore[attr-defined]
    return int(text) if isinstance(column.type, (Integer, Flag)) else text


def _refuse(name: str, why: str, table: str = "", row: int = 0) -> NoReturn:
    where = tr("{file}, table {table}, row {row}", file=name, table=table, row=row) if row else name
    raise BadInput(tr("This document of everything cannot be used: {why}.", why=why), where)


def _table(table: Table, given: object, name: str) -> Rows:
    if not isinstance(given, dict) or given.keys() != {"columns", "rows"}:
        _refuse(name, tr("the table {table} has no columns and rows", table=table.name))
    names, rows = given["columns"], given["rows"]
    wanted = {column.name for column in table.columns}
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names) or len(names) != len(wanted) or set(names) != wanted:
        _refuse(name, tr("the table {table} has other columns", table=table.name))
    if not isinstance(rows, list):
        _refuse(name, tr("the table {table} has no columns and rows", table=table.name))
    columns = [table.columns[one] for one in names]
    taken = []
    for number, row in enumerate(rows, 1):
        if not isinstance(row, list) or len(row) != len(columns):
            _refuse(name, tr("a row has not as many values as columns"), table.name, number)
        for column, value in zip(columns, row, strict=True):
            if not _fits(table.name, column, value):
                _refuse(name, tr("{column} cannot be {value}", column=column.name, value=repr(value)[:40]), table.name, number)
        taken.append(tuple(float(v) if isinstance(c.type, Float) and v is not None else v for c, v in zip(columns, row, strict=True)))
    _unique(table, names, taken, name)
    return tuple(names), taken


def _fits(table: str, column: Column[object], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    kind = column.type
    if isinstance(kind, Flag):
        return value in (0, 1) and isinstance(value, int) and not isinstance(value, bool)
    if isinstance(kind, (Integer, Float)):
        if isinstance(value, bool) or not isinstance(value, int if isinstance(kind, Integer) else (int, float)):
            return False
        if isinstance(value, int) and not -_INT64 <= value < _INT64 or not math.isfinite(value):
            return False
        low, high = BOUNDS.get(column.name, (-math.inf, math.inf))
        if not low <= value <= high:
            return False
    elif not isinstance(value, str) or not _is_text(value) or isinstance(kind, Day) and not _is_day(value):
        return False
    choices = CHOICES.get((table, column.name))
    return choices is None or value in choices


def _is_text(value: str) -> bool:
    if len(value) > LONGEST_TEXT or "\0" in value:
        return False
    return value.isascii() or not any("\ud800" <= char <= "\udfff" for char in value)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _unique(table: Table, names: list[str], rows: list[tuple[Value, ...]], name: str) -> None:
    groups = [["id"], *([column.name] for column in table.columns if column.unique)]
    groups += [[column.name for column in one.columns] for one in table.constraints if isinstance(one, UniqueConstraint)]
    for group in groups:
        places = [names.index(one) for one in group]
        seen: set[tuple[Value, ...]] = set()
        for number, row in enumerate(rows, 1):
            key = tuple(row[place] for place in places)
            if key in seen:
                _refuse(name, tr("{column} is there twice", column=", ".join(group)), table.name, number)
            seen.add(key)


def _links(table: Table, found: Mapping[str, Rows], name: str) -> None:
    names, rows = found[table.name]
    for column in table.columns:
        for key in column.foreign_keys:
            parent_names, parents = found[key.column.table.name]
            at, known = names.index(column.name), {row[parent_names.index("id")] for row in parents}
            for number, row in enumerate(rows, 1):
                if row[at] is not None and row[at] not in known:
                    _refuse(name, tr("{column} leads to nothing", column=column.name), table.name, number)
