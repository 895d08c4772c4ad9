"""A workspace file in use: reading it, and the one way to write it."""

import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models import Company
from workbench.errors import BadInput, CannotDo
from workbench.strings import tr
from workbench.workspace import contents, durable, guard, journal, recovery, schema, trouble
from workbench.workspace.connections import connect, reader_engine, writer_engine
from workbench.workspace.journal import Step
from workbench.workspace.lasting import LASTING, Lasting, Seen
from workbench.workspace.lock import WriterLock
from workbench.workspace.new_company import NewCompany, first_rows
from workbench.workspace.reading import KEPT, once_a_read


class FileChanged(CannotDo):
    """Another program replaced or wrote the file while it was open here."""


@dataclass(frozen=True, slots=True)
class Change:
    """Told to subscribers after each commit: the tables that changed, the step's label, and who asked."""

    tables: frozenset[str]
    label: str
    origin: object = None


class Workspace:
    """One open workspace. Reads in any thread; writes one edit at a time. Use as a context manager, or `close` it."""

    def __init__(self, path: Path, lock: WriterLock | None) -> None:
        """Use `open` or `create`."""
        self.path = path
        self.read_only = lock is None
        self._lock = lock
        self._editing = threading.Lock()
        self._editor: int | None = None
        self._subscribers: list[Callable[[Change], None]] = []
        self._lasting = Lasting()
        self._readers = reader_engine(path)
        self._db = connect(path, write=True) if lock else None
        self._writer = writer_engine(self._db) if self._db else None
        self._seen = self._identity()
        self._backed_up: date | None = None

    @classmethod
    def open(cls, path: Path | str, *, write: bool = True) -> "Workspace":
        """Open a sound workspace, an older one after a backup and a migration. `write=False` looks only and holds no lock.

        Raises NotAWorkspace, TooNew, FileTrouble or OpenElsewhere; the file is then as it was.
        """
        path = Path(path)
        guard.look_at(path)
        lock = WriterLock(path) if write else None
        try:
            if lock is None:
                recovery.settle_to_look(path)
            version = guard.examine(path, in_use=lock is None)
            if version < schema.VERSION:
                from workbench.workspace import migration

                if lock is None:
                    raise CannotDo(
                        tr("{name} was made by an older Asaichi.", name=path.name),
                        "",
                        tr("Open it once to write, then it can be looked at."),
                    )
                migration.migrate(path, version)
            return cls(path, lock)
        except BaseException as error:
            if lock:
                lock.release()
            if isinstance(error, sqlite3.Error):
                raise trouble.of_sqlite(error, path) from None
            raise

    @classmethod
    def create(cls, path: Path | str, company: NewCompany, fill: Callable[[Session], None] | None = None) -> "Workspace":
        """Make a new workspace at `path` and open it; `fill` may add rows before it appears there. Never writes over a file."""
        path = Path(path)
        if path.exists():
            raise BadInput(tr("{name} exists already.", name=path.name), "", tr("Choose another name, or open it."))
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            draft.touch(exist_ok=False)
            cls._make(draft, company, fill)
            durable.name_new(draft, path)
        except FileExistsError:
            raise BadInput(tr("{name} exists already.", name=path.name), "", tr("Choose another name, or open it.")) from None
        except OSError as error:
            raise trouble.of_system(error, path) from None
        except (sqlite3.Error, DBAPIError) as error:
            raise trouble.of_sqlite(error, path) from None
        finally:
            for left in (draft, draft.with_name(draft.name + "-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
        return cls.open(path)

    @staticmethod
    def _make(path: Path, company: NewCompany, fill: Callable[[Session], None] | None) -> None:
        db = connect(path, write=True)
        try:
            db.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            engine = writer_engine(db)
            with engine.begin() as connection:
                for statement in schema.statements():
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql(f"PRAGMA user_version={schema.VERSION}")
                with Session(connection) as session:
                    first_rows(session, company)
                    session.flush()
                    if fill:
                        fill(session)
                    session.flush()
                connection.exec_driver_sql("DELETE FROM undo_entry")
        finally:
            db.close()

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the file and cannot write. Keep it short: an open reader delays every commit."""
        try:
            with Session(self._readers, autoflush=False, info={KEPT: {}, **self._lasting_of()}) as session:
                yield session
        except DBAPIError as error:
            raise trouble.of_sqlite(error, self.path) from None

    @contextmanager
    def edit(self, label: str, merge: str | None = None, origin: object = None, kind: str = "edit") -> Iterator[Session]:
        """The only way to write: one transaction, one undo step called `label`.

        An exception leaves nothing behind; an edit that changed nothing leaves no step. Edits in a row with the same `merge` key are one
        step. Raises BadInput for text with NUL, FileTrouble where the disk does not let us (Unconfirmed: it may be in the file), FileChanged where
        the file is not ours any more.
        """
        self._back_up_daily()
        with self._writing() as db:
            before = journal.last_entry(db)
            with Session(db, autoflush=True, info=self._lasting_of(lambda: journal.tables_since(db, before))) as session:
                event.listen(session, "before_flush", _refuse_unkept)
                yield session
                session.flush()
            tables = journal.tables_since(db, before)
            if tables:
                journal.record(db, label, before, merge, kind)
        if tables:
            self._announce(Change(tables, label, origin))

    def undo(self, origin: object = None) -> str | None:
        """Take the last step back; returns its label, None if there is none."""
        return self._step(journal.undo, origin)

    def redo(self, origin: object = None) -> str | None:
        """Do the step again that was undone last; returns its label, None if there is none."""
        return self._step(journal.redo, origin)

    def take_back(self, step: int) -> str:
        """Take one earlier step (an import) back and leave the later ones, as a new step. Raises CannotTakeBack where later rows hang on it."""
        with self._writing() as db:
            before = journal.last_entry(db)
            label = tr("Take back: {label}", label=journal.play_back(db, step))
            tables = journal.tables_since(db, before)
            journal.record(db, label, before, None, "edit")
        self._announce(Change(tables, label))
        return label

    def close_merge(self) -> None:
        """The next edit begins a new step: called when focus leaves a field."""
        if not self.read_only:
            with self._writing() as db:
                journal.close_merge(db)

    def history(self) -> tuple[Step, ...]:
        """All steps, newest first."""
        with self.read() as session:
            return journal.steps(session.connection())

    def next_labels(self) -> tuple[str | None, str | None]:
        """The labels of the steps that undo and redo would take."""
        with self.read() as session:
            return journal.next_labels(session.connection())

    def content_hash(self) -> str:
        """One hash over all of the owner's rows."""
        with self.read() as session:
            return contents.content_hash(session.connection())

    def subscribe(self, subscriber: Callable[[Change], None]) -> Callable[[], None]:
        """Call `subscriber` after each commit, in the thread that wrote; returns what ends it."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def close(self) -> None:
        """Give the file back; no side file stays."""
        self._readers.dispose()
        if self._writer and self._db:
            self._writer.dispose()
            self._db.close()
            self._db = None
        if self._lock:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _step(self, turn: Callable[[Connection], str | None], origin: object) -> str | None:
        with self._writing() as db:
            before = journal.last_entry(db)
            label = turn(db)
            tables = journal.tables_since(db, before)
        if label is not None:
            self._announce(Change(tables, label, origin))
        return label

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """The write lock and one transaction: committed on a clean exit, rolled back on any exception.

        Where the disk did not confirm the commit, those who show rows are told to read them again.
        """
        if self._writer is None:
            raise CannotDo(
                tr("{name} is open to look only.", name=self.path.name), "", tr("Close it where it is open to write, then open it again.")
            )
        if self._editor == threading.get_ident():
            raise RuntimeError("an edit inside an edit")
        try:
            with self._alone() as db:
                yield db
        except trouble.Unconfirmed:
            self._announce(Change(frozenset(table.name for table in schema.owner_tables()), ""))
            raise

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        assert self._writer is not None
        with self._editing:
            self._editor = threading.get_ident()
            try:
                self._refuse_if_changed()
                with self._writer.connect() as db:
                    transaction = db.begin()
                    try:
                        yield db
                        transaction.commit()
                    except BaseException:
                        with suppress(DBAPIError):
                            transaction.rollback()
                        raise
                self._seen = self._identity()
            except (DBAPIError, sqlite3.Error) as error:
                raise trouble.of_sqlite(error, self.path) from None
            finally:
                self._editor = None

    def _identity(self) -> tuple[int, int, int]:
        """Device, file, and SQLite's count of commits by others."""
        try:
            stat = os.stat(self.path)
            version = self._db.execute("PRAGMA data_version").fetchone()[0] if self._db else 0
        except (OSError, sqlite3.Error):
            return 0, 0, 0
        return stat.st_dev, stat.st_ino, version

    def _refuse_if_changed(self) -> None:
        if self._identity() == self._seen:
            return
        from workbench.workspace import rescue

        raise FileChanged(
            tr("{name} was moved, replaced or written by another program.", name=self.path.name), "", rescue.remedy(self._db, self.path)
        )

    def back_up(self, reason: str) -> Path:
        """Make a backup now, outside of an edit; returns it. Raises FileTrouble."""
        from workbench.workspace import backups

        made = backups.make(self.path, reason)
        self._backed_up = date.today()
        return made

    def _back_up_daily(self) -> None:
        """A backup at the first edit of a day. One that fails is no reason to refuse the edit."""
        if self.read_only or self._backed_up == date.today():
            return
        from workbench.workspace import backups

        newest = backups.kept(backups.workspace_id(self.path))
        if newest and newest[0].at.date() == date.today():
            self._backed_up = date.today()
            return
        try:
            self.back_up("day")
        except trouble.FileTrouble as error:
            logging.getLogger(__name__).warning("no backup today: %s", error.what)
            self._backed_up = date.today()

    def _lasting_of(self, touched: Callable[[], Collection[str]] = frozenset) -> dict[str, Seen]:
        """What a session may use of the lasting answers; nothing where others may write the file meanwhile."""
        return {} if self.read_only else {LASTING: self._lasting.seen_now(touched)}

    def _announce(self, change: Change) -> None:
        self._lasting.forget(change.tables)
        for subscriber in tuple(self._subscribers):
            subscriber(change)


@once_a_read
def company_of(session: Session) -> Company:
    """The one row of settings."""
    return session.query(Company).one()


def _refuse_unkept(session: Session, *_: object) -> None:
    for row in (*session.new, *session.dirty):
        for key, value in vars(row).items():
            if isinstance(value, str):
                if "\0" in value:
                    raise BadInput(tr("This text holds a NUL character, which cannot be kept."), key, tr("Type it again without it."))
                refuse_half_letters(value, key)


def refuse_half_letters(text: str, where: str) -> None:
    """Raises BadInput where `text` holds half of a surrogate pair, or a byte that was no text: no file can keep it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput(tr("This text holds half a letter, which cannot be kept."), where, tr("Type it again without it.")) from None
