"""The window's content for one open file: rail, top bar, panes, status bar, and what keeps them up to date."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from views.announcer import Announcer
from views.context import Context
from views.jobs import Job
from views.panes.pane import Pane
from views.rail import Rail
from views.stage import Stage
from views.statusbar import StatusBar
from views.topbar import TopBar
from views.widgets import Banner, Toast
from views.widgets.tab_stops import next_stop, reveal
from workbench import clock
from workbench.errors import WorkbenchError
from workbench.formatting import clock_time
from workbench.strings import tr
from workbench.thread.rail import RailFacts, rail_facts


class Frame(QWidget):
    """Lives as long as its file is open. `steps_changed` after the labels of undo and redo may have changed."""

    steps_changed = Signal()
    menu_asked = Signal()
    find_asked = Signal()
    pane_shown = Signal(str)
    quiet = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.facts = RailFacts("", "", frozenset(), ())
        self.next_undo: str | None = None
        self.next_redo: str | None = None
        self._toast_at: tuple[str | None, str | None] | None = None
        self._saved_at: datetime | None = None
        self.rail = Rail(self)
        self.top = TopBar(self)
        self.stage = Stage(context, self)
        self.status = StatusBar(self)
        self.banner = Banner(parent=self)
        self.banner.closed.connect(self._notice_closed)
        self._lay_out()
        self._connect()
        self._chrome_later = QTimer(self)
        self._chrome_later.setSingleShot(True)
        self._chrome_later.timeout.connect(self.refresh_chrome)
        self.announcer = Announcer(context.workspace, self)
        self.announcer.changed.connect(self._changed)

    def take_focus(self) -> None:
        """The keyboard goes to the pane."""
        (self.pane or self.stage).setFocus()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes on in the order of reading."""
        stop = next_stop(self, next)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
            reveal(stop)
        return stop is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; in a box to tick it means nothing."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton) and not focused.isCheckable():
            focused.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self.top)
        self._notice = QVBoxLayout()
        self._notice.setContentsMargins(20, 0, 20, 0)
        self._notice.addWidget(self.banner)
        down.addLayout(self._notice)
        down.addWidget(self.stage, 1)
        down.addWidget(self.status)
        across.addLayout(down, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_pane)
        self.rail.menu_asked.connect(self.menu_asked)
        self.top.menu_asked.connect(self.menu_asked)
        self.top.find_asked.connect(self.find_asked)
        self.stage.shown.connect(self._pane_shown)
        self.stage.refreshed.connect(self._pane_refreshed)
        self.status.undo_asked.connect(self.undo)
        self.status.redo_asked.connect(self.redo)
        self.context.jobs.changed.connect(self._jobs_changed)
        self.context.jobs.failed.connect(self._job_failed)
        self.stage.settled.connect(self._tell_quiet)
        self.context.jobs.idle.connect(self._tell_quiet)

    @property
    def pane(self) -> Pane | None:
        """The pane shown."""
        return self.stage.pane

    @property
    def busy(self) -> bool:
        """Whether an announcement, a refresh or a job is under way."""
        return self.announcer.busy or self.stage.busy or self._chrome_later.isActive() or self.context.jobs.busy

    @Slot(str)
    def show_pane(self, name: str, **where: Any) -> None:
        """Show a pane by its name."""
        self.stage.show_pane(name, where)

    def actions_here(self) -> tuple[QAction, ...]:
        """What the visible pane can do."""
        return self.pane.actions_here() if self.pane is not None else ()

    @Slot()
    def undo(self) -> None:
        """Take the last step back and say so."""
        self._turn(self.context.workspace.undo, _taken_back, redo=True)

    @Slot()
    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._turn(self.context.workspace.redo, _done_again, redo=False)

    def _turn(self, turn: Callable[[], str | None], said: Callable[[str], str], redo: bool) -> None:
        try:
            label = turn()
        except WorkbenchError as error:
            self._show_error(error)
            return
        if label is not None:
            self._say(said(label), redo)

    def offer_undo(self, text: str) -> None:
        """A toast that says what was done, with Undo."""
        self._say(text, redo=False)

    def _say(self, text: str, redo: bool) -> None:
        self._toast_at = self.context.workspace.next_labels()
        if redo:
            Toast.say(self.stage, text, tr("Redo"), "Ctrl Shift Z", self.redo)
        else:
            Toast.say(self.stage, text, tr("Undo"), "Ctrl Z", self.undo)

    def hide_toast(self) -> None:
        """Take the toast away: the user went elsewhere."""
        for toast in self.stage.findChildren(Toast):
            toast.close_toast()

    def notice(self, text: str, kind: str = "plain", more: str = "") -> None:
        """A message above all panes, such as that the file may not be written."""
        self._notice.setContentsMargins(20, 14, 20, 0)
        self.banner.show_message(text, kind, more)

    @Slot()
    def _notice_closed(self) -> None:
        self._notice.setContentsMargins(20, 0, 20, 0)

    def translate(self) -> None:
        """The language changed: all words, and the pane anew."""
        self.stage.translate()
        self.translate_chrome()

    def translate_chrome(self) -> None:
        """The words and facts around the pane."""
        for part in (self.rail, self.top, self.status):
            part.translate()
        self.refresh_chrome()

    @Slot()
    def refresh_chrome(self) -> None:
        """Read the few facts that stand around the pane."""
        try:
            with self.context.workspace.read() as session:
                self.facts = rail_facts(session)
            self.next_undo, self.next_redo = self.context.workspace.next_labels()
            if self.context.workspace.read_only:
                self.next_undo = self.next_redo = None
            elif self._toast_at is not None and self._toast_at != (self.next_undo, self.next_redo):
                self._toast_at = None
                self.hide_toast()
        except WorkbenchError as error:
            self.notice(str(error), "warn")
            return
        self.rail.tell(self.facts.plan, self.facts.threaded, dict(self.facts.waiting))
        self.status.tell_steps(self.next_undo, self.next_redo)
        self.status.saved.tell(self._saved_text())
        path: Path = self.context.workspace.path
        self.status.file.setText(path.name)
        self.status.file.setToolTip(str(path))
        if self.pane is not None:
            self._pane_refreshed(self.pane)
        self._chrome_later.stop()
        self.steps_changed.emit()
        self._tell_quiet()

    @Slot()
    def _tell_quiet(self) -> None:
        if not self.busy:
            self.quiet.emit()

    def _saved_text(self) -> str:
        if self.context.workspace.read_only:
            return tr("Opened to look at")
        if self._saved_at is None:
            return tr("Saved")
        minute = clock_time(self._saved_at.hour * 60 + self._saved_at.minute)
        return tr("Saved · {time}", time=f"{minute}:{self._saved_at.second:02d}")

    @Slot(object)
    def _changed(self, change: Any) -> None:
        self._saved_at = clock.now()
        self.stage.announce(set(change.tables))
        self._chrome_later.start(0)

    @Slot(object)
    def _pane_shown(self, pane: Pane) -> None:
        self.rail.set_current(pane.name)
        self.hide_toast()
        self.pane_shown.emit(pane.name)

    @Slot(object)
    def _pane_refreshed(self, pane: Pane) -> None:
        if pane is self.pane:
            company = (self.facts.company or self.context.workspace.name) if pane.name == "today" else ""
            self.top.tell(pane.title_text(), pane.subtitle(), pane.top_buttons(), company)

    @Slot()
    def _jobs_changed(self) -> None:
        self.status.progress.tell(self.context.jobs.shown())

    @Slot(object)
    def _job_failed(self, job: Job) -> None:
        if isinstance(job.error, WorkbenchError):
            self._show_error(job.error)

    def _show_error(self, error: WorkbenchError) -> None:
        if self.pane is not None:
            self.pane.show_error(error)
        else:
            self.notice(str(error), "warn")

    def close_file(self) -> None:
        """End the jobs and give the file back."""
        self.hide_toast()
        self.context.jobs.close()
        self.context.workspace.close()


def _taken_back(label: str) -> str:
    return tr("“{label}” taken back", label=label)


def _done_again(label: str) -> str:
    return tr("“{label}” done again", label=label)
