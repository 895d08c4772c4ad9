"""Documents as files: which there are, in which formats, and the one way to write them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Rep
from workbench import clock
from workbench.errors import BadInput
from workbench.output.cells import Table
from workbench.output.files import file_name, write_whole
from workbench.strings import tr, using_language
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of

FORMATS: Mapping[str, tuple[str, ...]] = {
    "strategy": ("pdf",),
    "strategy-document": ("pdf",),
    "action-plan": ("pdf", "xlsx", "ics"),
    "morning": ("pdf",),
    "map": ("html",),
    "customers": ("csv", "xlsx"),
    "boards": ("xlsx", "csv"),
    "segments": ("xlsx", "csv"),
    "value": ("xlsx", "csv"),
    "actions": ("xlsx", "csv"),
    "everything": ("json",),
}
"""The documents that there are, with their formats."""
ALSO = {("actions", "pdf"): "action-plan", ("actions", "ics"): "action-plan"}
"""Formats of a document that another one has under its own name."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as bytes; `pages` of a PDF or `rows` of a list, the other None. `chapters` of one that has any: the page on which each
    begins, 0 for one that was left out; those with nothing to say are not in it. `parts` of a calendar: one a rep, by name."""

    content: bytes
    pages: int | None
    rows: int | None
    chapters: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportResult:
    """Where a document was written; `pages` of a PDF or `rows` of a list, the other None. `files` are the single files in a folder."""

    path: Path
    pages: int | None
    rows: int | None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a document is made for. `reps` None means all active ones; `paper` and `language` empty mean the company's; `without` are
    chapters of the strategy document to be left out; `weeks` is how far the action plan and the share map go, 0 for the usual span."""

    day: date
    reps: tuple[int, ...] | None = None
    paper: str = ""
    grey: bool = False
    language: str = ""
    without: tuple[str, ...] = ()
    weeks: int = 0


def formats_of(document: str) -> tuple[str, ...]:
    """All formats of a document, those included that another one has under its own name."""
    return (*FORMATS.get(document, ()), *(fmt for name, fmt in ALSO if name == document))


def export(
    workspace: Workspace,
    document: str,
    fmt: str,
    out: Path | str,
    *,
    day: date | None = None,
    rep: str | None = None,
    grey: bool = False,
    without: tuple[str, ...] = (),
    weeks: int = 0,
) -> ExportResult:
    """Write a document to `out`, whole or not at all, in the company's language and on its paper.

    `day` is today unless given; `rep` (name, short name or key) takes only that rep's morning sheet, action plan or share map; `without` leaves
    chapters of the strategy document out; `weeks` is the span of the action plan and of the share map. A calendar goes into a folder as one file a rep, or into
    one file. Raises BadInput for a document, format, rep or path that cannot be, CannotDo when it cannot be written.
    """
    if fmt not in formats_of(document):
        raise BadInput(_no_such(document, fmt))
    if out is None or not str(out):
        raise BadInput(tr("This cannot be the name of a file."), "", tr("Choose another name."))
    with workspace.read() as session:
        reps = (_rep(session, rep),) if rep is not None else None
        company = company_of(session).name
    asked = Asked(day or clock.today(), reps, grey=grey, without=without, weeks=weeks)
    made = render(workspace, document, fmt, asked)
    if made.parts and Path(out).is_dir():
        files = tuple(Path(out) / part_name(company, name, fmt) for name in made.parts)
        for path, content in zip(files, made.parts.values(), strict=True):
            write_whole(path, content)
        return ExportResult(Path(out), made.pages, made.rows, files)
    write_whole(Path(out), made.content)
    return ExportResult(Path(out), made.pages, made.rows)


def part_name(company: str, rep: str, fmt: str) -> str:
    """A name for the file of one rep that stays the same from day to day: Kitagawa-Precision-visits-S-Morita.ics."""
    return f"{file_name(company)[:50]}-visits-{file_name(rep)[:50]}.{fmt}"


def render(workspace: Workspace, document: str, fmt: str, asked: Asked) -> Rendered:
    """A document as bytes, for a preview or a printer. Raises BadInput for a document or format that cannot be."""
    if fmt not in formats_of(document):
        raise BadInput(_no_such(document, fmt))
    document = ALSO.get((document, fmt), document)
    if document == "action-plan":
        from workbench.documents.action_plan.formats import rendered

        return rendered(workspace, fmt, asked)
    if document == "map":
        return _map(workspace, asked)
    if fmt == "pdf":
        return _pdf(workspace, document, asked)
    with workspace.read() as session:
        if document == "everything":
            from workbench.documents.everything import everything_bytes

            content, rows = everything_bytes(session)
            return Rendered(content, None, rows)
        with using_language(asked.language or company_of(session).language):
            table = _table(session, document, asked.day)
    return Rendered(_writer(fmt)(table), None, len(table.rows))


def suggested_name(company: str, document: str, fmt: str, day: date, language: str = "") -> str:
    """A name for the file of a document, safe on every system: Kitagawa-Precision-morning-2026-11-24.pdf.

    `language` is named where a document is not in the company's own.
    """
    return f"{file_name(company)[:50]}-{document}-{day.isoformat()}{f'-{language}' if language else ''}.{fmt}"


def _map(workspace: Workspace, asked: Asked) -> Rendered:
    from workbench.documents.share_map.days import shared_days
    from workbench.documents.share_map.page import share_map_html

    with workspace.read() as session:
        shared = shared_days(session, asked.day, asked.weeks, asked.reps, asked.language)
    return Rendered(share_map_html(shared), None, shared.visits)


def _pdf(workspace: Workspace, document: str, asked: Asked) -> Rendered:
    """Read in one short session, then draw without it."""
    with workspace.read() as session:
        paper = asked.paper or company_of(session).paper
        if document == "morning":
            from workbench.documents.morning import morning_sheets

            sheets = morning_sheets(session, asked.day, asked.reps, asked.language)
        elif document == "strategy":
            from workbench.documents.strategy import strategy_page

            strategy = strategy_page(session, asked.day, asked.language)
        else:
            from workbench.documents.strategy_document.document import strategy_document

            whole = strategy_document(session, asked.day, asked.language, asked.without)
    if document == "morning":
        from workbench.documents.morning_page import morning_pdf

        return Rendered(*morning_pdf(sheets, paper, asked.grey), None)
    if document == "strategy":
        from workbench.documents.strategy_paper import strategy_pdf

        return Rendered(*strategy_pdf(strategy, paper, asked.grey), None)
    from workbench.documents.strategy_document.document import strategy_document_pdf

    made = strategy_document_pdf(whole, paper, asked.grey)
    return Rendered(made.content, made.pages, None, made.begins)


def _table(session: Session, document: str, day: date) -> Table:
    if document == "customers":
        from workbench.documents.customer_list import customer_table

        return customer_table(session, day)
    from workbench.documents import plan_lists

    tables = {
        "boards": plan_lists.boards_table,
        "segments": plan_lists.segments_table,
        "value": plan_lists.value_table,
        "actions": plan_lists.actions_table,
    }
    return tables[document](session)


def _writer(fmt: str) -> Callable[..., bytes]:
    if fmt == "csv":
        from workbench.output.csv import csv_bytes

        return csv_bytes
    from workbench.output.xlsx import xlsx_bytes

    return xlsx_bytes


def _no_such(document: str, fmt: str) -> str:
    if document not in FORMATS:
        return tr("There is no document {document}; there are {documents}.", document=document[:40], documents=", ".join(FORMATS))
    return tr(
        "{document} is not made as {format}, but as {formats}.", document=document, format=fmt[:20], formats=", ".join(formats_of(document))
    )


def _rep(session: Session, wanted: str) -> int:
    """The key of a rep by name, short name or key."""
    reps: Sequence[Rep] = session.scalars(select(Rep).order_by(Rep.position, Rep.id)).all()
    folded = wanted.strip().casefold()
    if folded:
        meant = [rep for rep in reps if str(rep.id) == folded]
        meant = meant or [rep for rep in reps if rep.name.strip().casefold() == folded]
        meant = meant or [rep for rep in reps if rep.short_name.strip().casefold() == folded]
        if len(meant) > 1:
            both = ", ".join(tr("{name} (number {key})", name=rep.name, key=rep.id) for rep in meant)
            raise BadInput(tr("Several reps are called {name}: {reps}.", name=wanted[:60], reps=both), "", tr("Give the number instead."))
        if meant:
            return meant[0].id
    names = ", ".join(rep.name for rep in reps)
    remedy = tr("The reps are {names}.", names=names) if reps else tr("There is no rep yet.")
    raise BadInput(tr("There is no rep {name}.", name=wanted[:60]), "", remedy)
