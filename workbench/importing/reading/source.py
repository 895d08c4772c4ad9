"""The file itself: is it a file that can hold a list, and of which form."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BadInput, CannotDo
from workbench.strings import tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FOREIGN = (
    (b"SQLite format 3\0", "SQLite"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
)
WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A regular file that may hold a list. `form` is text or workbook; `stamp` changes when the file does."""

    path: Path
    name: str
    size: int
    form: str
    stamp: tuple[int, int, int]


def not_a_list(name: str, what: str) -> BadInput:
    """The error for a file that holds something else than a list."""
    return BadInput(
        what=tr("This is no list: {what}.", what=what),
        where=name,
        remedy=tr("Choose a CSV, text or Excel file."),
    )


def stamp_of(path: Path) -> tuple[int, int, int]:
    """Size, time of change and identity of the file as it is now."""
    facts = path.stat()
    return facts.st_size, facts.st_mtime_ns, facts.st_ino


def look_at(path: str | Path) -> ListFile:
    """Check that `path` is a regular file with content and tell its form by its first bytes.

    Raises BadInput for a folder, a pipe, an empty file and files of other programs, CannotDo when it may not be read.
    """
    path = Path(path)
    name = path.name
    try:
        facts = path.stat()
    except FileNotFoundError:
        raise BadInput(what=tr("There is no such file."), where=str(path)) from None
    except (OSError, ValueError):
        raise CannotDo(what=tr("The file cannot be reached."), where=name) from None
    if stat.S_ISDIR(facts.st_mode):
        raise not_a_list(name, tr("it is a folder"))
    if not stat.S_ISREG(facts.st_mode):
        raise not_a_list(name, tr("it is a pipe or a device"))
    if facts.st_size == 0:
        raise not_a_list(name, tr("the file is empty"))
    head = first_bytes(path, 64)
    for magic, kind in FOREIGN:
        if head.startswith(magic):
            raise not_a_list(name, tr("it is a {kind} file", kind=kind))
    workbook = head.startswith((b"PK\x03\x04", OLE))
    if not workbook and path.suffix.lower() in WORKBOOK_NAMES:
        if head.lstrip().lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
            raise not_a_list(name, tr("it is a web page under the name of a workbook; open it in Excel and save it as XLSX or CSV"))
        raise not_a_list(name, tr("it has the name of a workbook, but it is none"))
    return ListFile(path, name, facts.st_size, "workbook" if workbook else "text", (facts.st_size, facts.st_mtime_ns, facts.st_ino))


def first_bytes(path: Path, count: int) -> bytes:
    """The first `count` bytes. Never waits for a pipe. Raises CannotDo when the file may not be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read(count)
    except OSError as error:
        raise CannotDo(what=tr("The file cannot be read."), where=f"{path.name}: {error.strerror or ''}") from None
