"""Importing 100,000 customers from CSV through the verb, beside csv.reader into one executemany."""

import csv
import json
import shutil
import sqlite3
import tempfile
from pathlib import Path

from tests.benchmarks.customers import COUNT, HEADINGS, csv_file
from tests.benchmarks.harness import Child, Row, by_turns, seconds_of, verb
from workbench.workspace import NewCompany, Workspace

EXECUTEMANY = "csv.reader into sqlite3.executemany, one commit"


def run(quick: bool) -> list[Row]:
    """Time and memory of the whole import: read, map, check, match, write, index, journal."""
    source = csv_file()
    with tempfile.TemporaryDirectory() as folder:
        seen: list[Child] = []
        empty = new_workspace(Path(folder))
        at_rest = verb("history", str(empty)).peak_mb
        ours, peer, toolkit = by_turns(
            3 if quick else 7,
            lambda: import_once(empty, source, seen),
            lambda: seconds_of(lambda: executemany(source, Path(folder) / "bare.db")),
            lambda: seconds_of(lambda: sqlite_utils_insert(source, Path(folder) / "utils.db")),
        )
    grown = max(child.peak_mb for child in seen) - at_rest
    return [
        Row("import_csv", "importing 100,000 customers from CSV", ours, "s", 7, 4, peer, EXECUTEMANY),
        Row("import_csv.untouched", "the same", ours, "s", 1, None, toolkit, "sqlite-utils storing the untouched rows"),
        Row("import_csv.memory", "memory above the program at rest", grown, "MB", 150),
    ]


def new_workspace(folder: Path) -> Path:
    """An empty workspace to import into copies of."""
    path = folder / "empty.asaichi"
    Workspace.create(path, NewCompany(name="Empty", first_rep="Sachiko Morita")).close()
    return path


def import_once(empty: Path, source: Path, seen: list[Child]) -> float:
    """Seconds of the import into a fresh copy; the child is added to `seen`. Raises RuntimeError unless every row came in."""
    target = empty.with_name("target.asaichi")
    shutil.copyfile(empty, target)
    child = verb("import", str(target), str(source))
    told = json.loads(child.said)
    if (told["read"], told["added"], told["skipped"]) != (COUNT, COUNT, 0):
        raise RuntimeError(f"not every row came in: {child.said[:400]}")
    target.unlink()
    seen.append(child)
    return child.seconds


def executemany(source: Path, target: Path) -> None:
    """The bare peer: the same rows into one table without an index."""
    target.unlink(missing_ok=True)
    db = sqlite3.connect(target)
    names = ", ".join(f'"{heading}"' for heading in HEADINGS)
    with db, source.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        db.execute(f"CREATE TABLE customer ({names})")
        db.executemany(f"INSERT INTO customer VALUES ({', '.join('?' * len(HEADINGS))})", reader)
    db.close()


def sqlite_utils_insert(source: Path, target: Path) -> None:
    """The toolkit many would take: untouched rows, no check, no journal."""
    import sqlite_utils

    target.unlink(missing_ok=True)
    with source.open(encoding="utf-8", newline="") as file:
        sqlite_utils.Database(target)["customer"].insert_all(csv.DictReader(file))
