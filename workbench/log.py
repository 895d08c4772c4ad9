"""The log in the user's folder: what went wrong in the program, never a customer's data."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from workbench.folders import state_dir


def folder() -> Path:
    """Where the log lies."""
    return state_dir()


def start() -> None:
    """Write warnings and errors to a file of at most 1 MB, and one older. A place that cannot be written is no reason to fail."""
    root = logging.getLogger()
    if any(isinstance(h, RotatingFileHandler) for h in root.handlers):
        return
    try:
        folder().mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder() / "asaichi.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
