"""The undo journal in the file: steps with a label, and behind each the entries that take it back.

Triggers write an entry for every changed row (schema.py). A step owns a run of entries; undoing plays them backwards, and what the triggers
write meanwhile becomes the step's new run, which redoes it. The journal survives a restart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from workbench import clock
from workbench.errors import CannotDo
from workbench.strings import marked, tr

KEPT_STEPS = 1_000
"""The newest steps that are never dropped, nor is the latest import."""

SLACK_STEPS = 100
"""How many more may gather before the oldest are dropped, so that not every edit prunes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step. `at` is UTC, ISO 8601; `kind` is edit or import; `undone` steps can be redone."""

    id: int
    label: str
    at: str
    kind: str
    undone: bool


DERIVED = frozenset({"customer_tier"})
"""Tables whose rows follow from others and may go along with what they follow from."""

_NAMES = {
    "visit": marked("visits"),
    "deal": marked("deals"),
    "order_line": marked("orders"),
    "customer_tag": marked("tags"),
    "customer_hours": marked("opening hours"),
}


class CannotTakeBack(CannotDo):
    """Something later hangs on what this step made."""


def last_entry(db: Connection) -> int:
    return int(db.exec_driver_sql("SELECT coalesce(max(id), 0) FROM undo_entry").scalar_one())


def tables_since(db: Connection, entry: int) -> frozenset[str]:
    """The tables changed after `entry`."""
    return frozenset(db.exec_driver_sql("SELECT DISTINCT tbl FROM undo_entry WHERE id > ?", (entry,)).scalars())


def steps(db: Connection) -> tuple[Step, ...]:
    """All steps, newest first; undone ones are at the front."""
    rows = db.exec_driver_sql("SELECT id, label, at, kind, undone FROM undo_step ORDER BY id DESC")
    return tuple(Step(r[0], r[1], r[2], r[3], bool(r[4])) for r in rows)


def _last_done(db: Connection) -> tuple[int, str, str, int, int] | None:
    row = db.exec_driver_sql(
        "SELECT id, label, merge_key, first_entry, last_entry FROM undo_step WHERE undone = 0 ORDER BY id DESC LIMIT 1"
    ).first()
    return None if row is None else (row[0], row[1], row[2], row[3], row[4])


def next_labels(db: Connection) -> tuple[str | None, str | None]:
    """The labels of the steps that undo and redo would take."""
    undo = db.exec_driver_sql("SELECT label FROM undo_step WHERE undone = 0 ORDER BY id DESC LIMIT 1").scalar()
    redo = db.exec_driver_sql("SELECT label FROM undo_step WHERE undone = 1 ORDER BY id LIMIT 1").scalar()
    return undo, redo


def record(db: Connection, label: str, before: int, merge: str | None, kind: str) -> int:
    """Make a step of the entries after `before`, or add them to the last step if it has the same merge key; returns the step's id.

    What was undone can no longer be redone after this.
    """
    last = last_entry(db)
    undone = db.exec_driver_sql("SELECT first_entry, last_entry FROM undo_step WHERE undone = 1").fetchall()
    for first, end in undone:
        db.exec_driver_sql("DELETE FROM undo_entry WHERE id BETWEEN ? AND ?", (first, end))
    db.exec_driver_sql("DELETE FROM undo_step WHERE undone = 1")
    previous = _last_done(db)
    if merge and previous and previous[2] == merge and not undone:
        db.exec_driver_sql("UPDATE undo_step SET last_entry = ?, at = ? WHERE id = ?", (last, clock.utc_stamp(), previous[0]))
        return previous[0]
    made = db.exec_driver_sql(
        "INSERT INTO undo_step (label, at, merge_key, kind, first_entry, last_entry, undone) VALUES (?, ?, ?, ?, ?, ?, 0)",
        (label, clock.utc_stamp(), merge or "", kind, before + 1, last),
    )
    _prune(db)
    return int(made.lastrowid)


def close_merge(db: Connection) -> None:
    """The next edit begins a new step, whatever its merge key."""
    db.exec_driver_sql("UPDATE undo_step SET merge_key = '' WHERE merge_key <> ''")


def _prune(db: Connection) -> None:
    count = db.exec_driver_sql("SELECT count(*) FROM undo_step").scalar_one()
    if count <= KEPT_STEPS + SLACK_STEPS:
        return
    old = db.exec_driver_sql(
        "SELECT id, first_entry, last_entry FROM undo_step WHERE id NOT IN (SELECT id FROM undo_step ORDER BY id DESC LIMIT ?) "
        "AND id <> coalesce((SELECT max(id) FROM undo_step WHERE kind = 'import'), 0)",
        (KEPT_STEPS,),
    ).fetchall()
    for step, first, last in old:
        db.exec_driver_sql("DELETE FROM undo_entry WHERE id BETWEEN ? AND ?", (first, last))
        db.exec_driver_sql("DELETE FROM undo_step WHERE id = ?", (step,))


def _play(db: Connection, first: int, last: int) -> None:
    """Play the entries from `last` back to `first`. Foreign keys are checked at the commit, not on the way."""
    db.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    rows = db.exec_driver_sql(
        "SELECT tbl, op, row, sql FROM undo_entry WHERE id BETWEEN ? AND ? ORDER BY id DESC", (first, last)
    ).fetchall()
    for (table, op), run in groupby(rows, key=lambda r: (r[0], r[1])):
        for sql, parameters in _backwards(table, op, run):
            db.exec_driver_sql(sql, parameters)


def _backwards(table: str, op: str, run: Iterator) -> Iterator[tuple[str, list | tuple]]:
    """Statements that take a run of like entries back; inserts of one table are deleted in one go."""
    if op == "I":
        yield f"DELETE FROM {table} WHERE id = ?", [(r[2],) for r in run]
    elif op == "D":
        for r in run:
            yield f"INSERT INTO {table} VALUES ({r[3]})", ()
    else:
        for r in run:
            yield f"UPDATE {table} SET {r[3]} WHERE id = {int(r[2])}", ()


def undo(db: Connection) -> str | None:
    """Take the last step back; returns its label, None if there is none."""
    step = _last_done(db)
    if step is None:
        return None
    _turn(db, step[0], step[3], step[4], undone=1)
    return step[1]


def redo(db: Connection) -> str | None:
    """Do the step again that was undone last; returns its label, None if there is none."""
    row = db.exec_driver_sql("SELECT id, label, first_entry, last_entry FROM undo_step WHERE undone = 1 ORDER BY id LIMIT 1").first()
    if row is None:
        return None
    _turn(db, row[0], row[2], row[3], undone=0)
    return str(row[1])


def _turn(db: Connection, step: int, first: int, last: int, *, undone: int) -> None:
    before = last_entry(db)
    _play(db, first, last)
    end = last_entry(db)
    db.exec_driver_sql("DELETE FROM undo_entry WHERE id BETWEEN ? AND ?", (first, last))
    db.exec_driver_sql(
        "UPDATE undo_step SET first_entry = ?, last_entry = ?, undone = ?, merge_key = '' WHERE id = ?", (before + 1, end, undone, step)
    )


def play_back(db: Connection, step: int) -> str:
    """Take one earlier step back and leave the later ones; the caller makes a step of it. Returns its label.

    Raises CannotTakeBack where a later step changed the same rows, or other rows hang on them.
    """
    row = db.exec_driver_sql("SELECT label, first_entry, last_entry FROM undo_step WHERE id = ? AND undone = 0", (step,)).first()
    if row is None:
        raise CannotTakeBack(tr("This step is not in the history any more."), "", tr("Restore the backup that was made before it."))
    label, first, last = row
    later = (
        db.exec_driver_sql(
            "SELECT label FROM undo_step WHERE undone = 0 AND id > ? AND EXISTS (SELECT 1 FROM undo_entry e WHERE e.id BETWEEN first_entry AND last_entry "
            "AND EXISTS (SELECT 1 FROM undo_entry o WHERE o.id BETWEEN ? AND ? AND o.tbl = e.tbl AND o.row = e.row)) ORDER BY id",
            (step, first, last),
        )
        .scalars()
        .first()
    )
    if later is not None:
        raise CannotTakeBack(tr("“{later}” changed rows of “{label}”.", later=later, label=label), "", tr("Undo that first."))
    before = last_entry(db)
    made = "SELECT tbl, row FROM undo_entry WHERE id BETWEEN ? AND ?"
    own = {(r[0], r[1]) for r in db.exec_driver_sql(f"{made} AND op = 'I'", (first, last))}
    _play(db, first, last)
    gone = db.exec_driver_sql(f"{made} AND op = 'D'", (before + 1, last_entry(db)))
    hanging = sorted({r[0] for r in gone if (r[0], r[1]) not in own and r[0] not in DERIVED})
    if hanging:
        raise CannotTakeBack(
            tr("Later rows hang on “{label}”: {tables}.", label=label, tables=", ".join(tr(_NAMES.get(t, t)) for t in hanging)),
            "",
            tr("Undo what came after it first."),
        )
    return str(label)
