"""Files that are whole or not there, and names that are safe as names of files."""

import errno
import os
import secrets
import stat
import unicodedata
from pathlib import Path

from workbench.errors import BadInput, CannotDo
from workbench.strings import tr
from workbench.workspace import durable

MOST_NAME = 80
_DATABASE = b"SQLite format 3\0"
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}
_TRIES = 5


def file_name(text: str, otherwise: str = "asaichi") -> str:
    """A name for a file made of `text`: letters, figures and hyphens, at most 80 characters, never a path or a Windows device."""
    text = unicodedata.normalize("NFKC", text[:400])
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text if c.isprintable() or c.isspace()).split()
    name = "-".join(words)[:MOST_NAME].strip("-")
    while len(name.encode()) > 200:
        name = name[:-1]
    if not name or name.casefold() in _DEVICES:
        name = f"{otherwise}-{name}" if name else otherwise
    return name


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`: either all of it is there when this returns, or what was there before is untouched.

    Raises BadInput when `path` cannot be a file, CannotDo when it could not be written; the temporary file is gone either way.
    """
    target = _target(path)
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        try:
            _write_and_sync(part, content)
            _replace(part, target)
        except BaseException:
            _forget(part)
            raise
    except OSError as error:
        raise _trouble(error, target, len(content)) from error
    try:
        durable.sync_folder(target.parent)
    except OSError as error:
        raise CannotDo(
            tr("The file was written, but the disk did not confirm it."), target.name, tr("Check the disk and save it once more.")
        ) from error


def _target(path: Path) -> Path:
    """What `path` leads to. Raises BadInput unless a file is there that may be replaced, or one can be made there."""
    try:
        target = Path(os.path.realpath(path))
        mode = target.stat().st_mode
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise BadInput(tr("The folder does not exist."), str(target.parent), tr("Make it, or choose another one.")) from None
        return target
    except (OSError, ValueError) as error:
        raise BadInput(tr("This cannot be the name of a file."), path.name[:80], tr("Choose another name.")) from error
    if not stat.S_ISREG(mode):
        raise BadInput(tr("This is not a file."), target.name, tr("Choose the name of a file."))
    if _holds_a_database(target):
        raise BadInput(
            tr("{name} holds a workspace or another database.", name=target.name), "", tr("Choose another name for the document.")
        )
    return target


def _holds_a_database(path: Path) -> bool:
    """Whether the file is a SQLite database, such as a workspace or one of its backups: no document may take its place."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return path.suffix == ".asaichi"


def _write_and_sync(part: Path, content: bytes) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)


def _replace(part: Path, target: Path) -> None:
    for left in range(_TRIES, -1, -1):
        try:
            os.replace(part, target)
            return
        except PermissionError:
            if os.name != "nt" or not left:
                raise


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def _trouble(error: OSError, target: Path, size: int) -> CannotDo:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        needed = f"{max(1, -(-size // 1024)):,}"
        return CannotDo(
            tr("The disk is full, nothing was saved."), target.name, tr("Make room for {kilobytes} KB and save again.", kilobytes=needed)
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotDo(tr("The folder may not be written to, nothing was saved."), str(target.parent), tr("Choose another folder."))
    if error.errno == errno.ENAMETOOLONG:
        return CannotDo(tr("The name is too long, nothing was saved."), target.name[:80], tr("Choose a shorter name."))
    return CannotDo(tr("The file could not be written, nothing was saved: {reason}.", reason=os.strerror(error.errno or 0)), target.name)
