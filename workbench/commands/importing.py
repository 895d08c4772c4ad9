"""`import`: a list of customers or orders comes in."""

import argparse
from pathlib import Path

from workbench.commands.line import Answer, Verb
from workbench.commands.opened import opened
from workbench.errors import BadInput
from workbench.importing.preview import ImportPreview
from workbench.importing.run import apply_import, plan_import
from workbench.money import decimal_text
from workbench.strings import tr


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
    counts = preview.counts
    answer: Answer = {
        "kind": preview.kind,
        "encoding": preview.table.encoding.codec,
        "read": counts.read,
        "added": counts.added,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "skipped": counts.skipped,
        "problems": [{"line": p.line, "why": p.why} for p in preview.problems],
        "mapping": {guess.field: guess.column for guess in preview.columns if guess.field},
        "revenue": decimal_text(counts.revenue),
        "separator": preview.table.dialect.separator,
        "notes": list(preview.notes),
        "customers": counts.customers,
        "kept": [{"line": k.line, "customer": k.customer, "field": k.field, "there": k.there, "listed": k.listed} for k in preview.kept],
    }
    if preview.kind == "orders":
        answer |= {"orders": counts.orders, "new_customers": counts.new_customers}
    return answer


def _say(answer: Answer) -> str:
    problems, notes = answer["problems"], answer["notes"]
    assert isinstance(problems, list) and isinstance(notes, list)
    said = answer.get("said") or tr(
        "{added} to add, {updated} to change, {unchanged} unchanged.",
        added=answer["added"],
        updated=answer["updated"],
        unchanged=answer["unchanged"],
    )
    lines = [tr("{read} rows read. {said}", read=answer["read"], said=said), *map(str, notes)]
    return "\n".join([*lines, *(tr("Line {line}: {why}", line=p["line"], why=p["why"]) for p in problems[:20])])


VERB = Verb("import", "bring a list of customers or orders in", _arguments, _do, _say)
