"""Bringing an older workspace to this program's schema: a backup first, then all in one transaction, or the file stays as it was."""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from workbench.strings import tr
from workbench.workspace import backups, recovery, schema, trouble
from workbench.workspace.connections import connect, writer_engine

if TYPE_CHECKING:
    from alembic.operations import Operations

Change = Callable[["Operations"], None]

CHANGES: dict[int, Change] = {}
"""What leads from a version to the next one, by the version it starts from."""


def migrate(path: Path, version: int, changes: Mapping[int, Change] = CHANGES, target: int = schema.VERSION) -> Path:
    """Lead the file at `path` from `version` to `target`; returns the backup made before. The undo history begins anew.

    Raises FileTrouble where the disk or the rows do not allow it; the file is then as it was.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    recovery.settle(path)
    backup = backups.make(path, "migration")
    try:
        db = connect(path, write=True)
        try:
            db.execute("PRAGMA foreign_keys=OFF")
            with writer_engine(db).begin() as connection:
                names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
                for name in names:
                    connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
                operations = Operations(MigrationContext.configure(connection))
                for step in range(version, target):
                    changes[step](operations)
                connection.exec_driver_sql("DELETE FROM undo_entry")
                connection.exec_driver_sql("DELETE FROM undo_step")
                for trigger in schema.triggers():
                    connection.exec_driver_sql(trigger)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise trouble.Damaged(
                        tr("Rows of {name} do not fit together.", name=path.name), "", tr("Restore an older backup of it.")
                    )
                connection.exec_driver_sql(f"PRAGMA user_version={target}")
        finally:
            db.close()
    except (sqlite3.Error, DBAPIError) as error:
        raise trouble.of_sqlite(error, path) from None
    return backup
