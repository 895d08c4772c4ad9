"""SQLite connections to a workspace file: their settings, and engines whose transactions are real."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

BUSY_SECONDS = 5.0

SETTINGS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-32000",
)


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are begun by hand. The file must exist.

    A writer keeps a rollback journal and syncs the folder too when the journal is removed (EXTRA): without that a power cut right after a
    commit can bring the journal back and undo what was acknowledged.
    """
    uri = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"
    db = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        for setting in SETTINGS:
            db.execute(setting)
        if write:
            db.execute("PRAGMA journal_mode=DELETE")
            db.execute("PRAGMA synchronous=EXTRA")
        else:
            db.execute("PRAGMA query_only=ON")
    except sqlite3.Error:
        db.close()
        raise
    return db


def writer_engine(db: sqlite3.Connection) -> Engine:
    """An engine over the one writing connection; every transaction takes the write lock at its beginning."""
    engine = create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def reader_engine(path: Path) -> Engine:
    """An engine of short-lived readers; each transaction sees one state of the file."""
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, write=False), poolclass=QueuePool, pool_size=4, max_overflow=8, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine
