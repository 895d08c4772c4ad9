"""`export`: documents and lists as files."""

import argparse
from pathlib import Path

from workbench.commands.line import Answer, Verb, day
from workbench.commands.opened import opened
from workbench.documents.chapters import CHAPTERS
from workbench.documents.exports import FORMATS, export
from workbench.strings import ntr


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the workspace")
    documents = "which one; strategy is the strategy on a page, strategy-document the whole of it with contents and chapters"
    parser.add_argument("--document", required=True, choices=tuple(FORMATS), help=documents)
    parser.add_argument(
        "--format", choices=tuple(sorted({f for some in FORMATS.values() for f in some})), help="default: the document's first"
    )
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="PATH",
        help="where to write it; an older one is replaced; an existing folder takes one calendar (ics) a rep",
    )
    parser.add_argument("--date", type=day, metavar="D", help="the day it is for (default: today)")
    left_out = f"chapters of the strategy document to leave out ({', '.join(CHAPTERS)}); empty ones leave themselves out"
    parser.add_argument("--without", nargs="+", choices=tuple(CHAPTERS), default=(), metavar="CHAPTER", help=left_out)
    parser.add_argument(
        "--weeks",
        type=int,
        default=0,
        metavar="N",
        help="how many weeks the action plan (default: 3) or the share map (default: 1) spans, 1 to 13",
    )
    parser.add_argument("--rep", metavar="R", help="only this rep's morning sheet, action plan or share map")


def _do(words: argparse.Namespace) -> Answer:
    with opened(words.file) as workspace:
        fmt, without = words.format or FORMATS[words.document][0], tuple(words.without)
        made = export(workspace, words.document, fmt, words.out, day=words.date, rep=words.rep, without=without, weeks=words.weeks)
    files = {"files": [str(path) for path in made.files]} if made.files else {}
    return {"path": str(made.path), **files, **({"pages": made.pages} if made.pages is not None else {"rows": made.rows})}


def _say(answer: Answer) -> str:
    pages, rows = answer.get("pages"), answer.get("rows")
    if isinstance(pages, int):
        return ntr("{path}: {n} page.", "{path}: {n} pages.", pages, path=answer["path"])
    assert isinstance(rows, int)
    return ntr("{path}: {n} row.", "{path}: {n} rows.", rows, path=answer["path"])


VERB = Verb("export", "write a document or a list", _arguments, _do, _say)
