"""Is this file a sound workspace of ours? Asked before anything is written, and answered in one sentence if not."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import BadInput, CannotDo
from workbench.strings import tr
from workbench.workspace import schema, trouble
from workbench.workspace.connections import connect


class NotAWorkspace(BadInput):
    """The file is something else."""


class TooNew(CannotDo):
    """A later version of the program made it."""


def _foreign(path: Path, why: str) -> NotAWorkspace:
    return NotAWorkspace(
        tr("{name} is not an Asaichi file: {why}.", name=path.name, why=why),
        "",
        tr("Choose a workspace, or restore a backup of it.") if path.suffix == ".asaichi" else tr("Choose a file that ends in .asaichi."),
    )


def look_at(path: Path) -> None:
    """Refuse what cannot be a workspace by its nature: missing, folder, pipe, empty, no SQLite header. Reads 100 bytes."""
    try:
        kind = os.stat(path)
        if not stat.S_ISREG(kind.st_mode):
            raise _foreign(path, tr("it is not a regular file"))
        if kind.st_size == 0:
            raise trouble.Damaged(tr("The file is empty."), path.name, tr("Restore a backup of it."))
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise trouble.of_system(error, path) from None
    except ValueError:
        raise BadInput(tr("This name cannot be a file."), "", tr("Choose another.")) from None
    if not head.startswith(b"SQLite format 3\0"):
        raise _foreign(path, tr("it has another format"))
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise _foreign(path, tr("another program made it"))
    if head[18:20] != b"\x01\x01":
        raise trouble.Damaged(tr("The file was left in a mode that Asaichi does not use."), path.name, tr("Restore a backup of it."))


def version_of(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _examine(path: Path, copy: Path) -> int:
    """Open `copy` to look only, compare its tables with what they must be, then its pages; returns its schema version."""
    try:
        db = connect(copy, write=False)
    except sqlite3.Error as error:
        raise trouble.of_sqlite(error, path) from None
    try:
        version = version_of(db)
        if version > schema.VERSION:
            raise TooNew(
                tr("{name} was made by a newer Asaichi.", name=path.name), "", tr("Update the program; the file was left as it is.")
            )
        if version == schema.VERSION:
            found = {row[0] for row in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
            if found != schema.expected():
                raise trouble.Damaged(
                    tr("The tables in {name} are not as Asaichi makes them.", name=path.name), "", tr("Restore a backup of it.")
                )
        elif version < 1:
            raise _foreign(path, tr("its version is unknown"))
        if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise trouble.Damaged(tr("The file is damaged."), path.name, tr("Restore a backup of it."))
        return version
    except sqlite3.Error as error:
        raise trouble.of_sqlite(error, path) from None
    except (UnicodeDecodeError, OverflowError):
        raise trouble.Damaged(tr("The file is damaged."), path.name, tr("Restore a backup of it.")) from None
    finally:
        db.close()


def has_journal(path: Path) -> bool:
    """Whether a step was begun and not ended, by a program that writes now or by one that crashed. Raises FileTrouble."""
    try:
        return _journal(path).stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise trouble.of_system(error, path) from None


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def examine(path: Path, *, in_use: bool = False) -> int:
    """The schema version of a sound workspace. The file is only read.

    A journal left by a crash is played back in a copy first: one that belongs to another file would destroy ours. `in_use` says that a
    journal would be that of a program which writes now. Raises NotAWorkspace, TooNew or FileTrouble.
    """
    look_at(path)
    if in_use or not has_journal(path):
        return _examine(path, path)
    with settled(path) as copy:
        return _examine(path, copy)


@contextmanager
def settled(path: Path) -> Iterator[Path]:
    """The file, or a copy with the journal of a crash played back where it has one, for who only reads it. Raises FileTrouble."""
    if not has_journal(path):
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        try:
            shutil.copyfile(path, copy)
            shutil.copyfile(_journal(path), copy.with_name("copy-journal"))
            connect(copy, write=True).close()
            db = connect(copy, write=True)
            db.execute("BEGIN IMMEDIATE").connection.rollback()
            db.close()
        except OSError as error:
            raise trouble.of_system(error, path) from None
        except sqlite3.Error as error:
            raise trouble.of_sqlite(error, path) from None
        yield copy
