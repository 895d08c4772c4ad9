"""Searching for a better plan in a process of its own, so that neither compiling nor searching is felt in the window.

Nothing here loads the search itself: only the child does.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from workbench.errors import CannotDo
from workbench.strings import language, set_language, tr
from workbench.visits.problem import HandPlan, PlannedVisit, Problem
from workbench.visits.quality import Quality, quality_of
from workbench.visits.weights import Weights

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

LEAST_SECONDS = 0.34
"""Between two plans told."""
SHARE_FOR_TELLING = 0.1
"""Of the search's time at most, where making a plan from what was found takes long."""
NICE = 5
PREPARING, SEARCHING, DONE = "preparing", "searching", "done"


class SearchEnded(CannotDo):
    """The child is gone before it was done."""


@dataclass(frozen=True, slots=True)
class SearchTask:
    """What to search for: so many seconds, or iterations where the plan must be the same every time. With `standing` visits the plan that
    moves the fewest of them is looked for, and nothing is told before it is found."""

    problem: Problem
    weights: Weights
    seconds: float | None = None
    iterations: int | None = None
    seed: int = 0
    standing: tuple[PlannedVisit, ...] | None = None


@dataclass(frozen=True, slots=True)
class News:
    """How far the search is (0 to 1), and the best plan with its figures when a better one was found since. `state` is PREPARING while code
    is compiled, which happens once, then SEARCHING, then DONE."""

    state: str
    fraction: float
    plan: HandPlan | None = None
    quality: Quality | None = None


class Child:
    """A process of its own. `start` may be called in another thread than `cancel`; after `cancel` nothing starts any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._over = False

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.is_alive()

    def cancel(self) -> None:
        """End at once; nothing comes any more."""
        with self._lock:
            self._over = True
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _begin(self, name: str, target: Callable[..., None], *args: object) -> None:
        with self._lock:
            if not self._over:
                made = get_context("spawn").Process(target=target, args=args, daemon=True, name=name)
                made.start()
                self._process = made


class Warming(Child):
    """Compiles the search ahead."""

    def start(self) -> None:
        """Begin to compile; ends by itself."""
        self._begin("warming", _warm)


class Search(Child):
    """One search: `start`, `give` the task, ask for `news` now and then, and `stop` or `cancel` it."""

    def __init__(self) -> None:
        super().__init__()
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Start the child; it gets ready while the task is still being made. Raises SearchEnded where the system allows no process."""
        ours, theirs = get_context("spawn").Pipe()
        try:
            self._begin("search", _search, theirs, language())
        except OSError as error:
            raise _gone() from error
        theirs.close()
        self._pipe = ours

    def give(self, task: SearchTask) -> None:
        """Hand the task over. Raises SearchEnded when the child is gone and was not cancelled."""
        assert self._pipe is not None, "start comes first"
        try:
            self._pipe.send(task)
        except OSError as error:
            if not self._over:
                raise _gone() from error

    def news(self, wait: float = 0.0) -> News | None:
        """What came since the last time, else None; waits so many seconds at most. Raises SearchEnded when the child is gone."""
        if self._over or self._pipe is None:
            return None
        found: News | None = None
        try:
            while self._pipe.poll(0.0 if found else wait):
                came: News = self._pipe.recv()
                found = came if came.plan or not found else replace(came, plan=found.plan, quality=found.quality)
                if came.state == DONE:
                    self.cancel()
                    return found
        except (EOFError, OSError) as error:
            self.cancel()
            if not found:
                raise _gone() from error
        return found

    def stop(self) -> News | None:
        """Good enough: what was found and not told yet, at once; the child ends."""
        try:
            return self.news()
        except SearchEnded:
            return None
        finally:
            self.cancel()


def _gone() -> SearchEnded:
    return SearchEnded(tr("The search for a better plan has broken off."), "", tr("The plan found so far stands; plan again to search on."))


def _prepare() -> None:
    """Compile everything unless it is there; a second child waits for the first one."""
    from filelock import FileLock

    from workbench.visits.search.cache import cache_folder
    from workbench.visits.search.warm import is_warm, warm

    folder = cache_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if not is_warm():
            warm()


def _step_back() -> None:
    """The window comes first, and Ctrl+C in a terminal is its business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)


def _warm() -> None:
    """The child of Warming."""
    _step_back()
    _prepare()


def _search(pipe: Connection, words: str) -> None:
    """The child of Search: tells what it finds until it is done, killed, or nobody listens any more."""
    _step_back()
    set_language(words)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        _answer(pipe, pipe.recv())


def _answer(pipe: Connection, task: SearchTask) -> None:
    from workbench.visits.search.warm import is_warm

    if not is_warm():
        pipe.send(News(PREPARING, 0.0))
        _prepare()
    from workbench.visits.search.improve import plan_by_search
    from workbench.visits.search.search import Budget

    budget = Budget(task.seconds, task.iterations)
    if task.standing is None:
        plan = plan_by_search(task.problem, budget, task.seed, task.weights, _Teller(pipe, task.problem).between)
    else:
        from workbench.visits.search.replan import plan_again

        plan = plan_again(task.problem, task.standing, budget, task.seed, task.weights)
    pipe.send(News(DONE, 1.0, plan, quality_of(task.problem, plan)))


class _Teller:
    """Tells a plan when it differs from the last one told, about three times a second."""

    def __init__(self, pipe: Connection, problem: Problem) -> None:
        self._pipe, self._problem = pipe, problem
        self._told: HandPlan | None = None
        self._next = time.perf_counter()

    def between(self, fraction: float, plan: Callable[[], HandPlan]) -> bool:
        """Called between rounds; False when nobody listens any more."""
        if self._pipe.poll():
            return False
        began = time.perf_counter()
        if began < self._next:
            return True
        found = plan()
        better = found != self._told
        self._told = found
        quality = quality_of(self._problem, found) if better else None
        self._pipe.send(News(SEARCHING, fraction, found if better else None, quality))
        now = time.perf_counter()
        self._next = now + max(LEAST_SECONDS, (now - began) / SHARE_FOR_TELLING)
        return True
