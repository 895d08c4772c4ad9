"""Backups by themselves: before every import, restore and migration, and at the first edit of a day.

They lie in the user's data folder under the workspace's id, numbered, each with half its SHA-256 in its name. All of the last 24 hours are
kept, then one a day for 14 days, one a week for 8 weeks, one a month for 12 months, within 2 GB.
"""

import contextlib
import os
import re
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from workbench.errors import BadInput
from workbench.folders import data_dir
from workbench.strings import tr
from workbench.workspace import durable, guard, trouble
from workbench.workspace.connections import connect

LIMIT_BYTES = 2 * 1024**3
NAME = re.compile(r"(\d{6,})_(\d{8}-\d{6})_([a-z]+)_([0-9a-f]{32})(?:_(.+))?\.asaichi")
LONGEST_ABOUT = 90
"""Bytes of what made a backup that its name keeps."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A kept backup. `reason` is day, import, restore, migration or asked; `at` is local time; `size` in bytes; `about` names what
    made it, the list of an import, or is empty."""

    path: Path
    number: int
    at: datetime
    reason: str
    digest: str
    size: int
    about: str = ""


class DamagedBackup(BadInput):
    """The backup is not what was written."""


def folder(workspace_id: str) -> Path:
    """Where the backups of a workspace lie."""
    return data_dir() / "backups" / (re.sub(r"[^0-9a-zA-Z]", "", workspace_id)[:64] or "unknown")


def kept(workspace_id: str) -> tuple[Backup, ...]:
    """The backups of a workspace, newest first."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder(workspace_id).iterdir():
            with contextlib.suppress(FileNotFoundError, ValueError):
                if parts := NAME.fullmatch(path.name):
                    at = datetime.strptime(parts[2], "%Y%m%d-%H%M%S")
                    found.append(Backup(path, int(parts[1]), at, parts[3], parts[4], path.stat().st_size, parts[5] or ""))
    return tuple(sorted(found, key=lambda b: b.number, reverse=True))


def workspace_id(path: Path) -> str:
    """The id in a readable workspace. Raises FileTrouble."""
    try:
        db = connect(path, write=False)
        try:
            return str(db.execute("SELECT workspace_id FROM company").fetchone()[0])
        finally:
            db.close()
    except (sqlite3.Error, TypeError) as error:
        raise trouble.of_sqlite(error, path) from None


def make(path: Path, reason: str, about: str = "") -> Path:
    """Back the workspace at `path` up, read the copy back, and drop what is no longer kept. Safe while the file is in use. `about` names
    what it is made for, as the list of an import.

    Raises FileTrouble; a copy that failed leaves nothing.
    """
    place = folder(workspace_id(path))
    draft = place / f".{os.getpid()}.new"
    try:
        place.mkdir(parents=True, exist_ok=True)
        (place / "source.txt").write_text(str(path.absolute()), encoding="utf-8", errors="replace")
        draft.unlink(missing_ok=True)
        snapshot(path, draft)
        others = kept(place.name)
        number = others[0].number + 1 if others else 1
        target = place / f"{number:06d}_{datetime.now():%Y%m%d-%H%M%S}_{reason}_{durable.digest(draft)}{_about(about)}.asaichi"
        os.replace(draft, target)
        durable.sync_folder(place)
    except OSError as error:
        raise copy_trouble(error, draft, path.name, path.stat().st_size) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    prune(place.name)
    return target


def snapshot(path: Path, target: Path) -> None:
    """Copy a workspace through SQLite's backup to `target` (which must not exist), bring it to the disk and compare it. Raises FileTrouble."""
    try:
        source = connect(path, write=False)
    except sqlite3.Error as error:
        raise trouble.of_sqlite(error, path) from None
    try:
        copy_open(source, target, path.name)
    finally:
        source.close()


def copy_open(source: sqlite3.Connection, target: Path, name: str) -> None:
    """The same for a workspace called `name` that is open already; nothing is left at `target` where it fails."""
    try:
        copy = sqlite3.connect(target, isolation_level=None)
        try:
            source.backup(copy)
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok" or _counts(copy) != _counts(source):
                raise trouble.Damaged(tr("The backup did not come out like the file."), name, tr("Check the file and the disk."))
        finally:
            copy.close()
        durable.sync_file(target)
    except (sqlite3.Error, OSError) as error:
        drop(target)
        raise copy_trouble(error, target, name, _size(source)) from None
    except trouble.FileTrouble:
        drop(target)
        raise


def copy_trouble(error: sqlite3.Error | OSError, target: Path, name: str, size: int) -> trouble.FileTrouble:
    """The sentence for a copy of the workspace `name`, `size` bytes, that failed at `target`: it names the folder that had no room, and how
    much is needed."""
    said = trouble.of_system(error, Path(name)) if isinstance(error, OSError) else trouble.of_sqlite(error, Path(name))
    if isinstance(said, trouble.Unconfirmed):
        said = trouble.FileTrouble(tr("The disk did not confirm the copy; it is not used."), "", tr("Try again, or choose another disk."))
    if isinstance(said, trouble.DiskFull):
        said = trouble.needs_room(said, size)
    said.where = str(target.parent)
    return said


def drop(path: Path) -> None:
    """Remove a copy that is not wanted, with its journal."""
    for name in (path, path.with_name(path.name + "-journal")):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)


def _about(about: str) -> str:
    """What stands in a backup's name for what made it."""
    name = re.sub(r"[^\w. ()+,-]", "-", about).strip(" .")
    while len(name.encode()) > LONGEST_ABOUT:
        name = name[:-1]
    return f"_{name}" if name else ""


def _size(db: sqlite3.Connection) -> int:
    """Bytes of an open workspace; 0 where it cannot tell."""
    with contextlib.suppress(sqlite3.Error):
        pages, size = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
        return pages * size
    return 0


def _counts(db: sqlite3.Connection) -> list[int]:
    tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return [db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]


def save_copy(path: Path, target: Path) -> Path:
    """Save a copy of the workspace where the owner says; it never writes over a file. Raises BadInput or FileTrouble."""
    if target.exists():
        raise BadInput(tr("{name} exists already.", name=target.name), "", tr("Choose another name."))
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    drop(draft)
    snapshot(path, draft)
    try:
        durable.name_new(draft, target)
    except FileExistsError:
        raise BadInput(tr("{name} exists already.", name=target.name), "", tr("Choose another name.")) from None
    except OSError as error:
        raise trouble.of_system(error, target) from None
    finally:
        drop(draft)
    return target


def verify(backup: Path) -> None:
    """Raise DamagedBackup unless the file is a sound workspace and, for a kept backup, has the digest of its name."""
    guard.examine(backup)
    if (parts := NAME.fullmatch(backup.name)) and durable.digest(backup) != parts[4]:
        raise DamagedBackup(tr("This backup is not as it was written."), backup.name, tr("Take an older one."))


def newest_good(path: Path) -> Backup | None:
    """The newest sound backup of the workspace that lay at `path`, for when the file itself cannot tell."""
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        for place in (data_dir() / "backups").iterdir():
            with contextlib.suppress(OSError):
                if (place / "source.txt").read_text(encoding="utf-8") == str(path.absolute()):
                    found += kept(place.name)
    for backup in sorted(found, key=lambda b: b.at, reverse=True):
        with contextlib.suppress(Exception):
            verify(backup.path)
            return backup
    return None


def kept_by_rule(backups: tuple[Backup, ...], now: datetime) -> set[Backup]:
    """Which of `backups` (newest first) the rule keeps, sizes left aside."""
    keep = set(backups[:1])
    spans = ((timedelta(days=14), "%Y%m%d"), (timedelta(weeks=8), "%G%V"), (timedelta(days=366), "%Y%m"))
    for age, period in spans:
        seen: set[str] = set()
        for backup in backups:
            if now - backup.at <= age and (when := backup.at.strftime(period)) not in seen:
                seen.add(when)
                keep.add(backup)
    return keep | {b for b in backups if now - b.at <= timedelta(hours=24)}


def prune(workspace_id: str, now: datetime | None = None, limit: int = LIMIT_BYTES) -> None:
    """Drop the backups that the rule does not keep; over the limit thin the last day to one an hour, then drop the oldest, never the newest."""
    now = now or datetime.now()
    backups = kept(workspace_id)
    keep = kept_by_rule(backups, now)
    if sum(b.size for b in keep) > limit:
        hours: set[str] = set()
        for b in sorted(keep, key=lambda b: -b.number):
            hour = b.at.strftime("%Y%m%d%H")
            if hour in hours and now - b.at <= timedelta(hours=24):
                keep.discard(b)
            hours.add(hour)
    for b in sorted(keep, key=lambda b: b.number)[:-1]:
        if sum(k.size for k in keep) <= limit:
            break
        keep.discard(b)
    for b in backups:
        if b not in keep:
            with contextlib.suppress(OSError):
                b.path.unlink()
