"""What no test of the window may leave behind: Qt warnings, logged warnings, threads, timers, open edits, modal loops, files at home."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox

ALLOWED = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)
QUIET = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


@contextmanager
def no_qt_warnings() -> Iterator[list[str]]:
    """Collect Qt's warnings; fail at the end where one is not among the exact texts the offscreen platform writes by itself."""
    seen: list[str] = []

    def listen(kind: QtMsgType, _context: object, text: str) -> None:
        if kind not in QUIET and text not in ALLOWED:
            seen.append(text)

    before = qInstallMessageHandler(listen)
    try:
        yield seen
    finally:
        qInstallMessageHandler(before)
    assert not seen, f"Qt warned: {seen}"


class Listener(logging.Handler):
    """Keeps every record of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.records.append(record)


@contextmanager
def no_logged_warnings() -> Iterator[Listener]:
    """Fail at the end where a warning was logged that the test did not take off the listener's `records`."""
    listener = Listener()
    logging.getLogger().addHandler(listener)
    try:
        yield listener
    finally:
        logging.getLogger().removeHandler(listener)
    assert not listener.records, f"logged: {[record.getMessage() for record in listener.records]}"


@contextmanager
def no_living_threads() -> Iterator[None]:
    """Fail at the end where a thread lives that did not live before."""
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not left, f"threads live: {left}"


def refuse_modal(monkeypatch) -> None:
    """Make every modal loop an error: a test would hang in it, and so would a user in the middle of his work."""

    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("a modal loop was started")

    for kind in (QDialog, QMenu, QMessageBox, QFileDialog):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("question", "warning", "information", "critical"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


def files_in(folder: Path) -> list[str]:
    """All files under a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
