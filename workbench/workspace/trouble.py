"""What SQLite and the operating system report, said in one sentence that the owner can act on."""

import errno
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from workbench import formatting
from workbench.errors import CannotDo
from workbench.strings import tr


class FileTrouble(CannotDo):
    """The file or its disk does not let us."""


class Damaged(FileTrouble):
    """The file's pages are not what SQLite wrote."""


class DiskFull(FileTrouble):
    """There is no room left."""


class Unconfirmed(FileTrouble):
    """It was written, but the disk did not confirm it: it may or may not be in the file."""


def needs_room(error: DiskFull, count: int) -> DiskFull:
    """The same, with how much room is needed: about so many bytes."""
    error.remedy = tr("Make {size} of room there and do it again.", size=formatting.megabytes(max(count, 1024**2)))
    return error


def of_sqlite(error: BaseException, path: Path) -> FileTrouble:
    """The sentence for an SQLite error met at `path`."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    code = getattr(cause, "sqlite_errorcode", None) or 0
    name = path.name
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(tr("The disk is full; nothing of this step was saved."), name, tr("Make some room and do it again."))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return FileTrouble(tr("The file may not be written."), name, tr("Move it to a folder of your own, or ask who owns it."))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return FileTrouble(tr("Another program holds the file."), name, tr("Close it there and try again."))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return Damaged(tr("The file is damaged."), name, tr("Restore a backup of it."))
        case sqlite3.SQLITE_CANTOPEN:
            return FileTrouble(
                tr("The file or its folder cannot be opened."), name, tr("See whether it is still there and the disk is connected.")
            )
    if code in (sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC):
        return Unconfirmed(
            tr("The disk did not confirm the last step; it may or may not be in the file."), name, tr("Look before you repeat it.")
        )
    return FileTrouble(
        tr("The disk reported an error ({error}).", error=getattr(cause, "sqlite_errorname", type(cause).__name__)),
        name,
        tr("Nothing was changed as far as we know; copy the file to another disk."),
    )


def of_system(error: OSError, path: Path) -> FileTrouble:
    """The sentence for an error of the operating system met at `path`."""
    name = path.name
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DiskFull(tr("The disk is full; {name} was not written.", name=name), "", tr("Make some room and do it again."))
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return FileTrouble(tr("This place may not be written or read."), name, tr("Choose a folder of your own."))
        case errno.ENOENT | errno.ENOTDIR:
            return FileTrouble(tr("The file or folder is not there."), name, tr("See whether it was moved or the disk is connected."))
        case errno.EISDIR:
            return FileTrouble(tr("This is a folder, not a file."), name, tr("Name a file in it."))
    return FileTrouble(
        tr("The disk reported an error ({error}).", error=errno.errorcode.get(error.errno or 0, "?")),
        name,
        tr("Try again, or choose another disk."),
    )
