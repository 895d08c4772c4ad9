"""Slow work beside the window: worker threads, progress, cancel. Nothing else in the program starts a thread.

While a job runs, Python's cycle collector runs on the UI thread only: in a worker it would delete widgets under Qt's feet.
"""

import contextvars
import gc
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.errors import WorkbenchError

_log = logging.getLogger(__name__)
AT_ONCE = 2
PROGRESS_MS = 50
BUDGET_SECONDS = 0.02
_threads: set[threading.Thread] = set()
"""The workers of all windows; the collector is off while there are any."""


class Cancelled(Exception):
    """Raised inside a job by `report` once it was cancelled."""


@dataclass(slots=True, eq=False)
class Job:
    """One run of slow work. `cancel` asks it to stop at its next `report`; its result is then thrown away."""

    kind: str
    function: Callable[..., Any]
    args: tuple[Any, ...]
    on_done: Callable[[Any], None] | None
    on_error: Callable[[Exception], None] | None
    on_progress: Callable[[float, str], None] | None
    label: str
    owner: QObject | None
    context: contextvars.Context
    held: bool = False
    fraction: float = 0.0
    text: str = ""
    told: bool = True
    stop: threading.Event = field(default_factory=threading.Event)
    result: Any = None
    error: Exception | None = None

    def cancel(self) -> None:
        """Ask the job to stop; nothing of it reaches the pane any more."""
        self.stop.set()

    @property
    def cancelled(self) -> bool:
        return self.stop.is_set()

    def report(self, fraction: float, text: str = "") -> None:
        """Called by the work itself. Raises Cancelled when it should stop. `fraction` runs from 0 to 1."""
        if self.stop.is_set():
            raise Cancelled
        self.fraction, self.text, self.told = fraction, text, False


class Jobs(QObject):
    """Runs functions in worker threads. Results and progress arrive on the UI thread, in batches with a time budget.

    A function is called as `function(report, *args)`; it opens its own read sessions. Of each kind one job runs at a time and
    the newest waiting one replaces an older waiting one. `changed` tells the status bar; `failed(job)` carries errors that nobody took.
    `closing` comes before the end: whoever has a process of its own ends it then.
    """

    changed = Signal()
    failed = Signal(object)
    idle = Signal()
    closing = Signal()
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Job, threading.Thread] = {}
        self._waiting: list[Job] = []
        self._finished: deque[Job] = deque()
        self._closed = False
        self._ended.connect(self._deliver)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self._release)
        self._progress = QTimer(self)
        self._progress.setInterval(PROGRESS_MS)
        self._progress.timeout.connect(self._tell_progress)

    def run(
        self,
        kind: str,
        function: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        on_progress: Callable[[float, str], None] | None = None,
        label: str = "",
        owner: QObject | None = None,
        after_ms: int = 0,
    ) -> Job:
        """Start `function(report, *args)` in a thread. The callbacks run on the UI thread and are dropped when `owner` is gone.

        `label` is shown in the status bar with a bar and a cancel button; without it the job stays silent. `after_ms` lets the window
        paint first what is known already: a worker takes half of the interpreter's time from it.
        """
        job = Job(kind, function, args, on_done, on_error, on_progress, label, owner, contextvars.copy_context())
        job.held = after_ms > 0
        if self._closed:
            job.cancel()
            return job
        self._waiting = [w for w in self._waiting if w.kind != kind]
        self._waiting.append(job)
        if job.held:
            self._hold.start(after_ms)
        else:
            self._start_waiting()
        return job

    @property
    def busy(self) -> bool:
        """Whether any job runs, waits, or has a result that was not delivered yet."""
        return bool(self._running or self._waiting or self._finished)

    def shown(self) -> Job | None:
        """The job the status bar should show: the oldest running one with a label."""
        return next((job for job in self._running if job.label and not job.cancelled), None)

    def cancel_owner(self, owner: QObject) -> None:
        """Cancel all jobs of a pane or dialog that closes."""
        self._waiting = [w for w in self._waiting if w.owner is not owner]
        for job in (*self._running, *self._finished):
            if job.owner is owner:
                job.cancel()
        self.changed.emit()
        self._tell_idle()

    def close(self) -> None:
        """Cancel everything and wait until no worker thread lives. Used once, when the window closes."""
        self._closed = True
        self.closing.emit()
        self._waiting.clear()
        for job in self._running:
            job.cancel()
        for thread in list(self._running.values()):
            thread.join()
            _ended(thread)
        self._hold.stop()
        self._progress.stop()
        self._running.clear()
        self._finished.clear()

    @Slot()
    def _release(self) -> None:
        for job in self._waiting:
            job.held = False
        self._start_waiting()

    def _start_waiting(self) -> None:
        kinds = {job.kind for job in self._running}
        for job in list(self._waiting):
            if len(self._running) >= AT_ONCE:
                break
            if job.kind in kinds or job.held:
                continue
            self._waiting.remove(job)
            kinds.add(job.kind)
            thread = threading.Thread(target=job.context.run, args=(self._work, job), name=f"job {job.kind}")
            self._running[job] = thread
            _threads.add(thread)
            gc.disable()
            thread.start()
        if self._running and not self._progress.isActive():
            self._progress.start()
        self.changed.emit()

    def _work(self, job: Job) -> None:
        try:
            job.result = job.function(job.report, *job.args)
        except Cancelled:
            job.cancel()
        except Exception as error:
            job.error = error
        self._finished.append(job)
        self._ended.emit()

    @Slot()
    def _deliver(self) -> None:
        until = time.monotonic() + BUDGET_SECONDS
        while self._finished:
            job = self._finished.popleft()
            thread = self._running.pop(job, None)
            if thread is not None:
                thread.join()
                _ended(thread)
            try:
                self._hand_over(job)
            finally:
                self._start_waiting()
            if self._finished and time.monotonic() > until:
                self._ended.emit()
                return
        self._tell_idle()

    def _tell_idle(self) -> None:
        if not self._running:
            self._progress.stop()
        if not self.busy:
            self.idle.emit()

    def _hand_over(self, job: Job) -> None:
        if job.cancelled or (job.owner is not None and not shiboken6.isValid(job.owner)):
            return
        if job.error is None:
            if job.on_done is not None:
                job.on_done(job.result)
        elif job.on_error is not None and isinstance(job.error, WorkbenchError):
            job.on_error(job.error)
        else:
            if not isinstance(job.error, WorkbenchError):
                _log.info("job %s failed with %s", job.kind, type(job.error).__name__)
            self.failed.emit(job)

    @Slot()
    def _tell_progress(self) -> None:
        gc.collect(1)
        news = [job for job in self._running if not job.told and not job.cancelled]
        for job in news:
            job.told = True
            if job.on_progress is not None and (job.owner is None or shiboken6.isValid(job.owner)):
                job.on_progress(job.fraction, job.text)
        if news:
            self.changed.emit()


def _ended(thread: threading.Thread) -> None:
    """A worker is gone; after the last one the collector is on again."""
    _threads.discard(thread)
    if not _threads:
        gc.enable()
