"""Many new rows of one table at once: its indexes and its journal entries are made after them in one go, not row by row."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

LEAST = 20_000


@contextmanager
def bulk(db: Connection, table: str, rows: int) -> Iterator[None]:
    """Inside an edit, insert `rows` new rows of `table` in the block; they must have higher ids than all that are there.

    The journal gets the entries that the table's trigger would have written. All of it is part of the edit's transaction: when anything
    fails, indexes, trigger and rows are as they were.
    """
    there = int(db.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {table}").scalar_one())
    if rows < LEAST or rows < there:
        yield
        return
    made = db.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND (type = 'index' OR (type = 'trigger' AND name = ?))",
        (table, f"undo_{table}_i"),
    ).fetchall()
    for kind, name, _ in made:
        db.exec_driver_sql(f"DROP {kind} {name}")
    yield
    db.exec_driver_sql(
        f"INSERT INTO undo_entry (tbl, op, row, sql) SELECT '{table}', 'I', id, NULL FROM {table} WHERE id > ? ORDER BY id", (there,)
    )
    for _, _, sql in made:
        db.exec_driver_sql(sql)
