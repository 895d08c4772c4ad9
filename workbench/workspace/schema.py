"""The tables of a workspace file, the journal's own tables, and the triggers that keep the journal. Made from `models`, never by hand."""

from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from models import Base

APPLICATION_ID = 0x41534149
"""ASAI: says to `file` and to us whose SQLite file it is."""

VERSION = 3
"""The schema this program writes, in the file's user_version."""

JOURNAL_TABLES = (
    """CREATE TABLE undo_step (
  id INTEGER NOT NULL PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL, merge_key TEXT NOT NULL, kind TEXT NOT NULL,
  first_entry INTEGER NOT NULL, last_entry INTEGER NOT NULL, undone INTEGER NOT NULL) STRICT""",
    """CREATE TABLE undo_entry (
  id INTEGER NOT NULL PRIMARY KEY, tbl TEXT NOT NULL, op TEXT NOT NULL, row INTEGER NOT NULL, sql TEXT) STRICT""",
)


def owner_tables() -> tuple[Table, ...]:
    """The tables that hold the owner's rows, parents before children."""
    return tuple(Base.metadata.sorted_tables)


def _triggers(table: Table) -> tuple[str, ...]:
    """Keep what takes each change back: the row's key for an insert, changed columns for an update, the whole row for a delete."""
    name, columns = table.name, [c.name for c in table.columns]
    others = [c for c in columns if c != "id"]
    changed = " || ".join(f"CASE WHEN OLD.{c} IS NOT NEW.{c} THEN ',{c}=' || quote(OLD.{c}) ELSE '' END" for c in others)
    differs = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in others)
    row = " || ',' || ".join(f"quote(OLD.{c})" for c in columns)
    entry = "INSERT INTO undo_entry (tbl, op, row, sql) VALUES"
    return (
        f"CREATE TRIGGER undo_{name}_i AFTER INSERT ON {name} BEGIN {entry} ('{name}', 'I', NEW.id, NULL); END",
        f"CREATE TRIGGER undo_{name}_u AFTER UPDATE ON {name} WHEN {differs} "
        f"BEGIN {entry} ('{name}', 'U', OLD.id, substr({changed}, 2)); END",
        f"CREATE TRIGGER undo_{name}_d AFTER DELETE ON {name} BEGIN {entry} ('{name}', 'D', OLD.id, {row}); END",
    )


@cache
def triggers() -> tuple[str, ...]:
    """The journal's triggers, three a table: a new table is undoable without code."""
    return tuple(t for table in owner_tables() for t in _triggers(table))


@cache
def statements() -> tuple[str, ...]:
    """All statements that make an empty workspace, in order."""
    return (*(create_table(table) for table in owner_tables()), *create_indexes(), *JOURNAL_TABLES, *triggers())


def create_table(table: Table) -> str:
    """The statement that makes one of the owner's tables."""
    return str(CreateTable(table).compile(dialect=sqlite.dialect())).strip()


def create_indexes() -> tuple[str, ...]:
    """The statements that make all indexes, table by table."""
    dialect = sqlite.dialect()
    return tuple(
        str(CreateIndex(index).compile(dialect=dialect)).strip()
        for table in owner_tables()
        for index in sorted(table.indexes, key=lambda index: str(index.name))
    )


def expected() -> frozenset[str]:
    """What sqlite_master of a sound workspace of this version says, statement by statement."""
    return frozenset(statements())
