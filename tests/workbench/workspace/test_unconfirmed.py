"""A disk that does not confirm: what is said is what is in the file."""

import errno
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from models import Rep
from workbench.errors import WorkbenchError
from workbench.workspace import NewCompany, Workspace, backups, restoring, trouble
from workbench.workspace.check import check


def _sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


def _fail_syncs(monkeypatch: pytest.MonkeyPatch, hits: Callable[[Path, bool], bool]) -> None:
    """Let every fsync fail whose path and kind (is it a folder?) `hits` chooses."""
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        if hits(path, stat.S_ISDIR(os.fstat(descriptor).st_mode)):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    workspace.close()
    return workspace.path


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC])
def test_a_commit_that_was_not_confirmed_is_never_called_undone(code: int) -> None:
    said = trouble.of_sqlite(_sqlite_error(code), Path("a.asaichi"))
    assert isinstance(said, trouble.Unconfirmed) and "may or may not be in the file" in said.what


def test_who_shows_the_rows_reads_them_again_after_an_unconfirmed_commit(workspace: Workspace) -> None:
    told = []
    workspace.subscribe(told.append)

    def fail(_: object) -> None:
        raise _sqlite_error(sqlite3.SQLITE_IOERR_DIR_FSYNC)

    event.listen(workspace._writer, "commit", fail)
    with pytest.raises(trouble.Unconfirmed), workspace.edit("Rename") as session:
        session.get(Rep, 1).name = "Tani"
    event.remove(workspace._writer, "commit", fail)
    assert len(told) == 1 and {"rep", "customer", "visit"} <= told[0].tables
    with workspace.edit("Rename") as session:
        session.get(Rep, 1).name = "Ueda"
    assert len(told) == 2


def test_a_restore_whose_last_sync_fails_says_that_the_file_is_there_and_what_was_kept(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make(closed, "asked")
    with Workspace.open(closed) as workspace, workspace.edit("Rename") as session:
        session.get(Rep, 1).name = "Later"
    draft_gone = lambda: not list(closed.parent.glob(".*.new"))  # noqa: E731
    _fail_syncs(monkeypatch, lambda path, folder: folder and path == closed.parent and draft_gone())
    with pytest.raises(trouble.Unconfirmed) as told:
        restoring.restore(closed, made)
    kept = backups.kept(backups.workspace_id(closed))[0]
    assert "was written" in told.value.what and str(kept.path) in told.value.remedy and kept.reason == "restore"
    with Workspace.open(closed, write=False) as workspace, workspace.read() as session:
        assert session.get(Rep, 1).name == "Sachiko Morita"


def test_a_copy_that_is_not_confirmed_is_dropped_and_named_for_what_it_is(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backups.make(closed, "asked")
    before = closed.read_bytes()
    _fail_syncs(monkeypatch, lambda path, folder: path.name.endswith(".new"))
    for work in (lambda: restoring.restore(closed, made), lambda: backups.save_copy(closed, closed.with_name("copy.asaichi"))):
        with pytest.raises(trouble.FileTrouble) as told:
            work()
        assert ".new" not in str(told.value) and "may or may not" not in str(told.value)
    assert closed.read_bytes() == before and [p.name for p in closed.parent.iterdir()] == [closed.name]


def test_a_full_disk_of_backups_is_named_by_its_folder(closed: Path) -> None:
    place = backups.folder("x")
    said = backups.copy_trouble(_sqlite_error(sqlite3.SQLITE_FULL), place / ".1.new", closed.name, 5 * 1024**2)
    assert "full" in said.what and said.where == str(place) and "5.0\u00a0MB" in said.remedy


def test_what_is_made_new_is_not_left_where_its_name_was_not_confirmed(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, new = closed.with_name("copy.asaichi"), closed.with_name("new.asaichi")
    with monkeypatch.context() as patched:
        _fail_syncs(patched, lambda path, folder: folder and path == closed.parent)
        for work in (lambda: backups.save_copy(closed, copy), lambda: Workspace.create(new, NewCompany())):
            with pytest.raises(WorkbenchError):
                work()
        assert [p.name for p in closed.parent.iterdir()] == [closed.name]
    backups.save_copy(closed, copy)
    Workspace.create(new, NewCompany()).close()
    assert check(copy).ok and check(new).ok
