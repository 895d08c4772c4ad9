"""Workbooks (XLSX, XLS, ODS): checked for bombs here, read by a process of its own with bounds on memory and time."""

import json
import subprocess
import sys
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BadInput, CannotDo
from workbench.importing.reading.source import OLE, ListFile, first_bytes, not_a_list
from workbench.strings import tr

INFLATED_LIMIT = 200_000_000
MEMBER_LIMIT = 10_000
CELL_LIMIT = 40_000_000
BLOCK = 1 << 20
ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet as CSV in UTF-8. `first_row` is the sheet's row number of the first line."""

    form: str
    data: bytes
    sheets: tuple[str, ...]
    sheet: str
    rows: int
    first_row: int
    suspect: bool
    notes: tuple[str, ...]


def read_sheet(source: ListFile, sheet: str | None) -> SheetRows:
    """The rows of one sheet, the first that holds any unless `sheet` names another. Raises BadInput for bombs, locked and broken workbooks."""
    form, inflated = _form(source)
    seconds = 8 + inflated / 5_000_000
    command = [sys.executable, "-m", "workbench.importing.reading.workbook_child", str(source.path.resolve()), sheet or ""]
    try:
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise CannotDo(what=tr("The workbook takes too long to read."), where=source.name, remedy=tr("Save the sheet as CSV.")) from None
    head, _, data = done.stdout.partition(b"\n")
    try:
        facts = json.loads(head)
    except ValueError:
        raise BadInput(
            what=tr("The workbook is damaged or too large to be read."),
            where=source.name,
            remedy=tr("Open it in Excel and save the sheet as CSV."),
        ) from None
    if facts.get("error"):
        raise BadInput(what=_sentence(facts), where=source.name)
    notes = (tr("Other sheets: {names}.", names=", ".join(facts["others"])),) if facts["others"] else ()
    return SheetRows(form, data, tuple(facts["sheets"]), facts["sheet"], facts["rows"], facts["first"], form == "xls", notes)


def _sentence(facts: dict[str, str]) -> str:
    match facts["error"]:
        case "password":
            return tr("The workbook is locked by a password.")
        case "sheet":
            return tr("There is no sheet {name}.", name=facts["name"])
        case "empty":
            return tr("The workbook holds no rows.")
        case "large":
            return tr("The sheet is spread over too many cells.")
    return tr("The workbook is damaged.")


def _form(source: ListFile) -> tuple[str, int]:
    """Which kind of workbook it is and how many bytes it unpacks to. Raises BadInput for what no workbook should hold."""
    if first_bytes(source.path, 8) == OLE:
        if source.size > INFLATED_LIMIT:
            raise _too_large(source)
        return "xls", source.size
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = archive.infolist()
            names = {member.filename for member in members}
            form = (
                "xlsx" if "xl/workbook.xml" in names else "xlsb" if "xl/workbook.bin" in names else "ods" if "content.xml" in names else ""
            )
            if not form:
                raise not_a_list(source.name, tr("it is an archive"))
            if len(members) > MEMBER_LIMIT:
                raise _too_large(source)
            return form, sum_inflated(source, archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, UnicodeError, ValueError):
        raise BadInput(what=tr("The workbook is damaged."), where=source.name) from None


def sum_inflated(source: ListFile, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> int:
    """Unpack every part in blocks and count: a directory can lie about sizes. Raises BadInput over the limit and at declared entities."""
    total = 0
    for member in members:
        if member.filename.endswith((".jpeg", ".jpg", ".png", ".emf", ".wmf", ".gif")):
            continue
        size, before = 0, b""
        honest = member.file_size
        member.file_size = 1 << 62
        with archive.open(member) as stream:
            stream._expected_crc = None  # type: ignore[attr-defined]
            while block := stream.read(BLOCK):
                size += len(block)
                total += len(block)
                if total > INFLATED_LIMIT or size > honest:
                    raise _too_large(source)
                if member.filename.endswith((".xml", ".rels", ".vml")) and _declares(before + block):
                    raise BadInput(what=tr("The workbook declares entities, which no workbook needs."), where=source.name)
                before = block[-16:]
    return total


def _declares(block: bytes) -> bool:
    return b"<!DOCTYPE" in block or b"<!ENTITY" in block or b"<\0!\0D\0O\0C" in block or b"\0<\0!\0D\0O" in block


def _too_large(source: ListFile) -> BadInput:
    return BadInput(
        what=tr("The workbook unpacks to more than it says or than can be read."), where=source.name, remedy=tr("Save the sheet as CSV.")
    )
