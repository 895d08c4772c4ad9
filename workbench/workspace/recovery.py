"""After a crash: the journal that it left beside the file is played back, so that none of the interrupted step stays."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from workbench.workspace import guard, trouble
from workbench.workspace.connections import connect
from workbench.workspace.lock import OpenElsewhere, WriterLock


def settle(path: Path) -> None:
    """Play a crash's journal back into a file that was examined. The caller holds the right to write it. Raises FileTrouble."""
    try:
        db = connect(path, write=True)
        try:
            db.execute("BEGIN IMMEDIATE")
            db.execute("ROLLBACK")
        finally:
            db.close()
    except sqlite3.Error as error:
        raise trouble.of_sqlite(error, path) from None


def settle_to_look(path: Path) -> None:
    """The same for who only wants to look, since a reader cannot play it back; a journal of a program that is writing now is left alone.

    Raises NotAWorkspace, TooNew or FileTrouble; the file is then as it was.
    """
    if not guard.has_journal(path):
        return
    with suppress(OpenElsewhere), WriterLock(path):
        guard.examine(path)
        settle(path)
