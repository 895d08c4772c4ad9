"""When the file was replaced under us: what was committed here is kept in a file of its own."""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from workbench.folders import documents_dir
from workbench.strings import tr


def remedy(db: sqlite3.Connection | None, path: Path) -> str:
    """Copy what this program still holds of the old file beside the documents, and say where; else say what to do."""
    if db is not None:
        with suppress(sqlite3.Error, OSError):
            folder = documents_dir()
            folder.mkdir(parents=True, exist_ok=True)
            target = folder / f"{path.stem}-rescued-{datetime.now():%Y%m%d-%H%M%S}{path.suffix}"
            copy = sqlite3.connect(target)
            try:
                db.backup(copy)
            finally:
                copy.close()
            return tr("What you did up to now is kept in {file}. Open the file again.", file=str(target))
    return tr("Open the file again.")
