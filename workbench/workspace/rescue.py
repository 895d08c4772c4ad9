"""When the file was replaced under us: what was committed here is kept in a file of its own."""

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from workbench.folders import documents_dir
from workbench.strings import tr
from workbench.workspace import backups, durable, trouble


def remedy(db: sqlite3.Connection | None, path: Path) -> str:
    """Copy what this program still holds of the old file beside the documents, and say where; else say what to do."""
    if db is not None:
        folder = documents_dir()
        target = folder / f"{path.stem}-rescued-{datetime.now():%Y%m%d-%H%M%S}{path.suffix}"
        draft = target.with_name(f".{target.name}.{os.getpid()}.new")
        with suppress(sqlite3.Error, OSError, trouble.FileTrouble):
            folder.mkdir(parents=True, exist_ok=True)
            backups.copy_open(db, draft, path.name)
            os.replace(draft, target)
            durable.sync_folder(folder)
            return tr("What you did up to now is kept in {file}. Open the file again.", file=str(target))
        backups.drop(draft)
    return tr("Open the file again.")
