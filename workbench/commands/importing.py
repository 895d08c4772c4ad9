"""`import`: a list of customers or orders comes in."""

import argparse
from pathlib import Path

from workbench import formatting
from workbench.commands.line import Answer, Verb
from workbench.commands.opened import opened
from workbench.errors import BadInput
from workbench.importing.preview import ImportPreview
from workbench.importing.run import apply_import, plan_import
from workbench.money import decimal_text
from workbench.strings import ntr, tr

MOST_TOLD = 20


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")
    parser.add_argument("input", type=Path, metavar="INPUT", help="the list: CSV, XLSX, ODS")
    parser.add_argument("--kind", choices=("auto", "customers", "orders"), default="auto", help="what its rows are (default: auto)")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="read FIELD from COLUMN; may be repeated")
    parser.add_argument("--sheet", metavar="S", help="the sheet of a workbook, by name or number")
    parser.add_argument("--dry-run", action="store_true", help="tell what would come in, change nothing")


def _mapping(pairs: list[str]) -> dict[str, str] | None:
    chosen = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not field.strip():
            raise BadInput(tr("“{pair}” is not FIELD=COLUMN.", pair=pair), "--map", tr("Write for example name=Company."))
        chosen[field.strip()] = column.strip()
    return chosen or None


def _do(words: argparse.Namespace) -> Answer:
    mapping = _mapping(words.map)
    with opened(words.file, write=not words.dry_run) as workspace:
        preview = plan_import(workspace, words.input, kind=words.kind, mapping=mapping, sheet=words.sheet)
        answer = _answer(preview)
        if not words.dry_run:
            answer["said"] = apply_import(workspace, preview).sentence
        elif preview.given:
            answer["notes"] = [preview.given, *preview.notes]
        return answer


def _answer(preview: ImportPreview) -> Answer:
    counts, placed = preview.counts, preview.placed
    problems = sorted((*preview.problems, *preview.faults), key=lambda problem: problem.line)
    answer: Answer = {
        "kind": preview.kind,
        "encoding": preview.table.encoding.codec,
        "encoding_name": preview.table.encoding.label,
        "read": counts.read,
        "added": counts.added,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "skipped": counts.skipped,
        "problems": [{"line": p.line, "why": p.why} for p in problems],
        "mapping": {guess.field: guess.column for guess in preview.columns if guess.field},
        "revenue": decimal_text(counts.revenue),
        "separator": preview.table.dialect.separator,
        "notes": list(preview.notes),
        "customers": counts.customers,
        "kept": [{"line": k.line, "customer": k.customer, "field": k.field, "there": k.there, "listed": k.listed} for k in preview.kept],
        "columns_left_out": [guess.column for guess in preview.columns if not guess.field and guess.index != preview.name_column],
        "placed": placed.listed + placed.near + placed.coarse,
        "unplaced": placed.none,
        "places": {"from_list": placed.listed, "town_or_postal_code": placed.near, "city_or_less": placed.coarse},
    }
    if preview.kind == "orders":
        answer |= {"orders": counts.orders, "new_customers": counts.new_customers}
    return answer


def _say(answer: Answer) -> str:
    problems, notes, read = answer["problems"], answer["notes"], answer["read"]
    assert isinstance(problems, list) and isinstance(notes, list) and isinstance(read, int)
    said = answer.get("said") or tr(
        "{added} to add, {updated} to change, {unchanged} unchanged.",
        added=_figure(answer["added"]),
        updated=_figure(answer["updated"]),
        unchanged=_figure(answer["unchanged"]),
    )
    rows = ntr(
        "{n} row read as {encoding}. {said}", "{n} rows read as {encoding}. {said}", read, encoding=answer["encoding_name"], said=said
    )
    lines = [rows, *_left_out(answer), *_placed(answer), *map(str, notes)]
    lines += [tr("Line {line}: {why}", line=_figure(p["line"]), why=p["why"]) for p in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        lines.append(ntr("{n} more line; --json names all.", "{n} more lines; --json names all.", len(problems) - MOST_TOLD))
    return "\n".join(lines)


def _figure(value: object) -> str:
    assert isinstance(value, int)
    return formatting.number(value)


def _left_out(answer: Answer) -> list[str]:
    """The columns that nothing is read from."""
    columns = answer["columns_left_out"]
    assert isinstance(columns, list)
    if not columns:
        return []
    return [ntr("{n} column left out: {names}.", "{n} columns left out: {names}.", len(columns), names=", ".join(columns))]


def _placed(answer: Answer) -> list[str]:
    """How many new customers have a place, how precisely, and how many have none."""
    placed, unplaced, places = answer["placed"], answer["unplaced"], answer["places"]
    assert isinstance(placed, int) and isinstance(unplaced, int) and isinstance(places, dict)
    if not placed + unplaced:
        return []
    counts = [
        (places["from_list"], ntr("{n} from the list", "{n} from the list", places["from_list"])),
        (
            places["town_or_postal_code"],
            ntr("{n} to the town or postal code", "{n} to the town or postal code", places["town_or_postal_code"]),
        ),
        (places["city_or_less"], ntr("{n} to the city or less", "{n} to the city or less", places["city_or_less"])),
    ]
    how = tr(", ").join(words for count, words in counts if count)
    without = ntr("{n} without a place", "{n} without a place", unplaced)
    if not placed:
        return [tr("New customers: {without}.", without=without)]
    told = ntr("{n} new customer placed ({how})", "{n} new customers placed ({how})", placed, how=how)
    return [tr("{placed}, {without}.", placed=told, without=without)]


VERB = Verb("import", "bring a list of customers or orders in", _arguments, _do, _say)
