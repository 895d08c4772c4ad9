"""The backups of the open file: when, why, how large; one of them can take the file's place."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from views.widgets import Banner, Column, DataTable, RowsModel, Sheet
from workbench import formatting
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr
from workbench.workspace import backups, restoring
from workbench.workspace.backups import Backup
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context

REASONS = {
    "day": marked("first change of the day"),
    "import": marked("before an import"),
    "restore": marked("before a backup was taken back"),
    "migration": marked("before a newer version changed the file"),
    "asked": marked("asked for"),
}


class BackupsDialog(Sheet):
    """The window closes the file, the backup takes its place, and the file opens again. What it replaces becomes a backup."""

    def __init__(self, context: "Context", host: QWidget) -> None:
        super().__init__(
            host,
            tr("Backups of this file"),
            tr("Taking one back replaces what the file holds now; that is kept as a backup first."),
            primary=tr("Take this one back"),
            cancel=tr("Close"),
            width=720,
            height=520,
        )
        self.context, self._host = context, host
        with context.workspace.read() as session:
            found = backups.kept(company_of(session).workspace_id)
        minutes = Counter(_when(backup.at) for backup in found)
        self._by_number = {backup.number: backup for backup in found}
        self.banner = Banner()
        self.model = RowsModel(
            [
                Column("at", tr("When"), lambda b: _when(b.at, minutes[_when(b.at)] > 1), 200, strong=True),
                Column("reason", tr("Why"), _why, 0),
                Column("size", tr("Size"), lambda b: formatting.megabytes(b.size), 100, right=True),
            ],
            _number,
        )
        self.table = DataTable(self.model, inset=0)
        self.table.setAccessibleName(tr("Backups of this file"))
        self.table.set_empty_text(tr("No backup yet. The first one is made at the first change of a day."))
        self.body.addWidget(self.banner)
        self.body.addWidget(self.table, 1)
        self.model.set_rows(found)
        if found:
            self.table.set_current(found[0].number)
        self.primary.setEnabled(bool(found) and not context.workspace.read_only)
        self.accepted.connect(self._take_back)

    @Slot()
    def _take_back(self) -> None:
        backup, path = self._by_number.get(self.table.current_key()), self.context.workspace.path
        if backup is None:
            return
        with self.banner.shows_errors():
            backups.verify(backup.path)
            self._replace(path, backup)

    def _replace(self, path: Path, backup: Backup) -> None:
        problem: WorkbenchError | None = None
        self.context.navigate("welcome")
        try:
            restoring.restore(path, backup.path)
        except WorkbenchError as error:
            problem = error
        self.context.navigate("open", path=path)
        if problem is not None:
            self._host.show_problem(problem)  # type: ignore[attr-defined]


def _number(backup: Backup) -> int:
    return backup.number


def _why(backup: Backup) -> str:
    reason = tr(REASONS.get(backup.reason, backup.reason))
    return tr("{reason}: {name}", reason=reason, name=backup.about) if backup.about else reason


def _when(at: datetime, seconds: bool = False) -> str:
    if seconds:
        return f"{_when(at)}:{at.second:02d}"
    return f"{formatting.day(at.date())}, {formatting.clock_time(at.hour * 60 + at.minute)}"
