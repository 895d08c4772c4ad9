"""Is all in a workspace as it must be? What SQLite can tell, and what only we can."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from workbench.strings import ntr, tr
from workbench.workspace import guard, schema, trouble
from workbench.workspace.workspace import Workspace

MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """`problems` are sentences, none when all is well; `content_hash` is over the owner's rows."""

    ok: bool
    problems: tuple[str, ...]
    content_hash: str


def check(path: Path) -> Checked:
    """Check pages, keys, tiers and the journal of a workspace; reads only. Raises WorkbenchError for a file that cannot be opened."""
    guard.look_at(path)
    with Workspace.open(path, write=False) as workspace:
        with workspace.read() as session:
            db = session.connection()
            run = lambda sql: db.exec_driver_sql(sql).fetchall()  # noqa: E731
            problems = [str(r[0]) for r in run(f"PRAGMA integrity_check({MOST_PROBLEMS})") if r[0] != "ok"]
            problems += [
                tr("A row of {table} points to a row of {parent} that is not there.", table=r[0], parent=r[2])
                for r in run("PRAGMA foreign_key_check")[:MOST_PROBLEMS]
            ]
            problems += [sentence.format(n=n) if "{" in sentence else sentence for sentence, n in _ours(run) if n]
        try:
            whole = workspace.content_hash()
        except (UnicodeDecodeError, sqlite3.Error) as error:
            raise trouble.of_sqlite(error, path) from None
    return Checked(not problems, tuple(problems[:MOST_PROBLEMS]), whole)


def _ours(run) -> list[tuple[str, int]]:  # type: ignore[no-untyped-def]
    """Our own rules: a sentence and how often it is broken."""
    count = lambda sql: int(run(sql)[0][0])  # noqa: E731
    names = ", ".join(f"'{t.name}'" for t in schema.owner_tables())
    odd_tiers = count(
        "SELECT count(*) FROM customer_tier WHERE tier NOT IN ('A', 'B', 'C', 'N') OR by_figures NOT IN ('A', 'B', 'C', 'N') "
        "OR (override_reason = '' AND tier <> by_figures)"
    )
    unsound = count(
        "SELECT (SELECT count(*) FROM undo_step WHERE first_entry > last_entry + 1 OR undone NOT IN (0, 1)) + "
        f"(SELECT count(*) FROM undo_entry WHERE op NOT IN ('I', 'U', 'D') OR tbl NOT IN ({names}))"
    )
    lost = count(
        "SELECT count(*) FROM undo_step s WHERE NOT EXISTS (SELECT 1 FROM undo_entry e WHERE e.id BETWEEN s.first_entry AND s.last_entry)"
    )
    times = count("SELECT count(*) FROM visit WHERE start < 0 OR end > 1440 OR end < start")
    several = abs(count("SELECT count(*) FROM company") - 1) + abs(count("SELECT count(*) FROM tiering") - 1)
    return [
        (
            ntr(
                "{n} customer has a tier that its figures and no override explain.",
                "{n} customers have a tier that their figures and no override explain.",
                odd_tiers,
            ),
            odd_tiers,
        ),
        (ntr("{n} entry of the undo journal cannot be played.", "{n} entries of the undo journal cannot be played.", unsound), unsound),
        (ntr("{n} undo step has lost its entries.", "{n} undo steps have lost their entries.", lost), lost),
        (
            ntr("{n} visit ends before it begins or outside its day.", "{n} visits end before they begin or outside their day.", times),
            times,
        ),
        (tr("The settings of the company are missing or doubled."), several),
    ]
