"""Restoring a backup: the workspace becomes what the backup holds, and what it replaces is kept."""

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.errors import BadInput, WorkbenchError
from workbench.strings import tr
from workbench.workspace import backups, durable, guard, recovery, trouble
from workbench.workspace.lock import WriterLock


@dataclass(frozen=True, slots=True)
class Restored:
    """`kept` is where the replaced file lies now, None if there was none."""

    path: Path
    kept: Path | None


def restore(path: Path, backup: Path) -> Restored:
    """Put the content of `backup` in the place of the workspace at `path`, which may be missing or damaged but not open elsewhere.

    The backup is verified first and only read; the journal that a crash left beside it is played back in a copy. Interrupted, the workspace is the old or the new one, whole. Raises WorkbenchError.
    """
    backups.verify(backup)
    if path.exists() and not path.is_file():
        raise BadInput(tr("{name} is not a file.", name=path.name), "", tr("Name the workspace to restore."))
    if path.exists() and path.samefile(backup):
        raise BadInput(tr("The backup and the workspace are the same file."), path.name, tr("Name another backup."))
    with guard.settled(backup) as source, WriterLock(path):
        kept = _keep(path, backups.workspace_id(source)) if path.exists() else None
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            backups.snapshot(source, draft)
            path.with_name(path.name + "-journal").unlink(missing_ok=True)
            durable.sync_folder(path.parent)
            os.replace(draft, path)
        except OSError as error:
            raise trouble.of_system(error, path) from None
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
        _confirm(path, kept)
    return Restored(path, kept)


def _confirm(path: Path, kept: Path | None) -> None:
    try:
        durable.sync_folder(path.parent)
    except OSError:
        remedy = tr("What it replaced is kept in {file}.", file=str(kept)) if kept else tr("Look before you repeat it.")
        raise trouble.Unconfirmed(tr("The file was written, but the disk did not confirm it."), path.name, remedy) from None


def _keep(path: Path, workspace_id: str) -> Path:
    """Keep the file that is replaced: a sound one as a backup of its own, a damaged one byte for byte beside the backups."""
    try:
        guard.examine(path)
        recovery.settle(path)
        return backups.make(path, "restore")
    except WorkbenchError:
        place = backups.folder(workspace_id)
        target = place / f"replaced_{datetime.now():%Y%m%d-%H%M%S-%f}_{path.name[:80]}"
        try:
            place.mkdir(parents=True, exist_ok=True)
            durable.copy_to(path, target)
            durable.sync_folder(place)
        except OSError as error:
            raise trouble.of_system(error, path) from None
        return target
