"""An import from end to end: looked at without a lock, then done as one step that can be undone."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.orm import Session

from workbench import formatting
from workbench.errors import CannotDo
from workbench.importing.customers.apply import apply_customers
from workbench.importing.customers.plan import CustomerPlan, plan_customers
from workbench.importing.kinds import KNOWN
from workbench.importing.memory import remember
from workbench.importing.orders.apply import apply_orders
from workbench.importing.orders.plan import OrderPlan, plan_orders
from workbench.importing.preview import Counts, ImportPreview, ImportResult
from workbench.importing.reading import open_table
from workbench.importing.understand import Understood, understand
from workbench.strings import ntr, tr
from workbench.workspace import Workspace
from workbench.workspace.trouble import DiskFull, needs_room

Work = CustomerPlan | OrderPlan
ROOM_A_ROW = 600
"""Bytes that a row takes in the file, its undo step included."""


def plan_import(
    workspace: Workspace,
    path: str | Path,
    *,
    kind: str = "auto",
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    separator: str | None = None,
    header_line: int | None = None,
    date_order: str | None = None,
) -> ImportPreview:
    """All that an import would do, nothing of it done. What is given is the owner's choice, the rest is found.

    `mapping` is field to column; `sheet` a name or a number from 1; `header_line` 0 for a list without headings; `date_order` dmy, mdy or yy.
    Raises BadInput or CannotDo when the list cannot be read or lacks what its kind needs.
    """
    table = open_table(path, known=KNOWN, encoding=encoding, separator=separator, header_line=header_line, sheet=sheet)
    with workspace.read() as session:
        base = _state(session)
        understood = understand(session, table, kind, mapping, date_order)
        return _preview(understood, _plan(session, understood), base)


def apply_import(workspace: Workspace, preview: ImportPreview) -> ImportResult:
    """Do what the preview says, as one step. A backup is made before; an import that changes nothing leaves neither.

    When the workspace changed since the preview, the rows are matched anew first. Raises CannotDo when the list itself changed.
    """
    work = _work(preview)
    if not preview.counts.changes:
        return ImportResult(preview, preview.counts, None, "", _nothing(preview.counts))
    from workbench.workspace import backups

    list_name = preview.table.source.name
    backup = backups.make(workspace.path, "import", list_name)
    try:
        with workspace.edit(tr("Import {file}", file=list_name), kind="import") as session:
            if _state(session) != preview.base:
                work = _plan(session, work.understood)
            if isinstance(work, OrderPlan):
                apply_orders(session, work)
            else:
                apply_customers(session, work)
            remember(session, work.understood)
    except DiskFull as error:
        raise needs_room(error, _room(workspace.path, preview)) from None
    step = next((step.id for step in workspace.history() if step.kind == "import" and not step.undone), None)
    counts = work.counts()
    sentence = ntr(
        "{n} row added, {updated} changed.", "{n} rows added, {updated} changed.", counts.added, updated=formatting.number(counts.updated)
    )
    return ImportResult(preview, counts, step, str(backup), " ".join(filter(None, (sentence, work.to_only_rep))))


def _room(path: Path, preview: ImportPreview) -> int:
    """About the bytes that an import takes: what it adds, and the journal that keeps the file as it was until it is done."""
    return path.stat().st_size + ROOM_A_ROW * (preview.counts.added + preview.counts.updated)


def _nothing(counts: Counts) -> str:
    """Why an import changes nothing."""
    if not counts.read:
        return tr("Nothing was taken over: there is no row below the headings.")
    if counts.skipped == counts.read:
        return tr("Nothing was taken over: no row can be used.")
    return tr("Nothing new: all rows are there already, unchanged.")


def import_list(
    workspace: Workspace, path: str | Path, *, kind: str = "auto", mapping: Mapping[str, str] | None = None, sheet: str | None = None
) -> ImportResult:
    """Look at a list and take it over at once."""
    return apply_import(workspace, plan_import(workspace, path, kind=kind, mapping=mapping, sheet=sheet))


def take_back(workspace: Workspace, step: int | None = None) -> str:
    """Take one import back and leave what came after it; without `step` the latest. Returns its label.

    Raises CannotDo when there is none, or when later rows hang on what it brought.
    """
    if step is None:
        step = next((one.id for one in workspace.history() if one.kind == "import" and not one.undone), None)
    if step is None:
        raise CannotDo(tr("There is no import to take back."))
    return workspace.take_back(step)


def _state(session: Session) -> int:
    """A number that grows with every change of the workspace."""
    return int(session.connection().exec_driver_sql("SELECT coalesce(max(id), 0) FROM undo_entry").scalar_one())


def _plan(session: Session, understood: Understood) -> Work:
    return plan_orders(session, understood) if understood.kind.name == "orders" else plan_customers(session, understood)


def _work(preview: ImportPreview) -> Work:
    if not isinstance(preview.work, (CustomerPlan, OrderPlan)):
        raise TypeError("a preview of plan_import is needed")
    return preview.work


def _preview(understood: Understood, work: Work, base: int) -> ImportPreview:
    return ImportPreview(
        understood.table, understood.kind.name, understood.kind_evidence, understood.guesses, understood.day_columns, understood.money_columns(),
        understood.known_before, work.counts(), work.problems.sorted(), work.problems.total, work.notices.sorted(), work.notices.total,
        tuple(work.kept), tuple(work.doubles), tuple(work.first), work.placed_counts(), (*understood.table.notes, *understood.notes, *work.notes), base, work,
        work.to_only_rep, tuple(work.notices.faults), understood.name_column,
    )  # fmt: skip
