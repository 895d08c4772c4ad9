"""Bringing an older workspace to this program's schema: a backup first, then all in one transaction, or the file stays as it was.

The tables are remade as the models say, to the letter: a sound file holds exactly these (guard.py). Columns of the same name keep their
values, new ones begin with their server default. What that cannot express, such as values that change their meaning, is a step of CHANGES.
"""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from workbench.strings import tr
from workbench.workspace import backups, recovery, schema, trouble
from workbench.workspace.connections import connect, writer_engine

Change = Callable[[Connection], None]

CHANGES: dict[int, Change] = {}
"""What else leads from a version to the next one, by the version it starts from. It sees the tables of that version."""


def migrate(path: Path, version: int, changes: Mapping[int, Change] = CHANGES, target: int = schema.VERSION) -> Path:
    """Lead the file at `path` from `version` to `target`; returns the backup made before. The undo history begins anew.

    Raises FileTrouble where the disk or the rows do not allow it; the file is then as it was.
    """
    recovery.settle(path)
    backup = backups.make(path, "migration")
    try:
        db = connect(path, write=True)
        try:
            db.execute("PRAGMA foreign_keys=OFF")
            db.execute("PRAGMA legacy_alter_table=ON")
            with writer_engine(db).begin() as connection:
                names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
                for name in names:
                    connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
                for step in range(version, target):
                    if step in changes:
                        changes[step](connection)
                _remake(connection)
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


def _remake(connection: Connection) -> None:
    """Make every table and index that is missing or differs from what it must be, and take over the rows."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    there = {str(row[0]): str(row[1]) for row in rows}
    for table in schema.owner_tables():
        wanted = schema.create_table(table)
        if there.get(table.name) == wanted:
            continue
        if table.name in there:
            connection.exec_driver_sql(f"ALTER TABLE {table.name} RENAME TO {table.name}_before")
        connection.exec_driver_sql(wanted)
        if table.name in there:
            old = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name}_before)")}
            names = ", ".join(f'"{column.name}"' for column in table.columns if column.name in old)
            connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {table.name}_before")
            connection.exec_driver_sql(f"DROP TABLE {table.name}_before")
    indexes = set(connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").scalars())
    for statement in schema.create_indexes():
        if statement not in indexes:
            connection.exec_driver_sql(statement)
