"""Slow work beside the window."""

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer

from views.jobs import Cancelled, Jobs
from workbench.errors import BadInput
from workbench.strings import language, using_language


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


def wait_for_idle(jobs: Jobs) -> None:
    if jobs.busy:
        loop = QEventLoop()
        jobs.idle.connect(loop.quit)
        QTimer.singleShot(5000, loop.quit)
        loop.exec()
    assert not jobs.busy


def test_the_result_arrives_on_the_ui_thread(jobs: Jobs) -> None:
    seen = []
    jobs.run(
        "sum",
        lambda report, a, b: (a + b, threading.current_thread()),
        2,
        3,
        on_done=lambda r: seen.append((*r, threading.current_thread())),
    )
    wait_for_idle(jobs)
    total, worker, receiver = seen[0]
    assert total == 5
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()


def test_the_newest_of_a_kind_replaces_the_waiting_one(jobs: Jobs) -> None:
    gate, done = threading.Event(), []

    def work(report: Callable[..., None], number: int) -> int:
        gate.wait(5)
        return number

    for number in (1, 2, 3):
        jobs.run("list", work, number, on_done=done.append)
    gate.set()
    wait_for_idle(jobs)
    assert done == [1, 3]


def test_a_job_that_waits_for_the_painting_starts_after_it_and_counts_as_busy(jobs: Jobs) -> None:
    order: list[str] = []
    jobs.run("late", lambda report: "late", on_done=order.append, after_ms=20)
    QTimer.singleShot(0, lambda: order.append("painted"))
    assert jobs.busy
    wait_for_idle(jobs)
    assert order == ["painted", "late"]


def test_a_cancelled_job_tells_nothing(jobs: Jobs) -> None:
    started, done, stopped = threading.Event(), [], []

    def work(report: Callable[..., None]) -> None:
        started.set()
        try:
            while True:
                report(0.5)
        except Cancelled:
            stopped.append(True)
            raise

    job = jobs.run("endless", work, on_done=done.append)
    assert started.wait(5)
    job.cancel()
    wait_for_idle(jobs)
    assert stopped == [True] and done == []


def test_closing_a_pane_cancels_its_jobs_and_only_its(jobs: Jobs) -> None:
    gate, done = threading.Event(), []
    mine, other = QObject(), QObject()

    def work(report: Callable[..., None], name: str) -> str:
        gate.wait(5)
        return name

    jobs.run("a", work, "mine", on_done=done.append, owner=mine)
    jobs.run("b", work, "other", on_done=done.append, owner=other)
    jobs.cancel_owner(mine)
    gate.set()
    wait_for_idle(jobs)
    assert done == ["other"]


def test_a_mendable_error_goes_to_its_asker_and_a_fault_to_all(jobs: Jobs) -> None:
    told, failed = [], []
    jobs.failed.connect(failed.append)

    def mendable(report: Callable[..., None]) -> None:
        raise BadInput("wrong")

    def fault(report: Callable[..., None]) -> None:
        raise KeyError("x")

    jobs.run("one", mendable, on_error=told.append)
    wait_for_idle(jobs)
    jobs.run("two", fault, on_error=told.append)
    wait_for_idle(jobs)
    assert [str(error) for error in told] == ["wrong"]
    assert [type(job.error) for job in failed] == [KeyError]


def test_progress_is_shown_in_the_status_bar_only_with_a_label(jobs: Jobs) -> None:
    gate, told = threading.Event(), []

    def work(report: Callable[..., None]) -> None:
        report(0.25, "a quarter")
        gate.wait(5)

    jobs.run("quiet", work)
    assert jobs.shown() is None
    job = jobs.run("told", work, label="Import", on_progress=lambda *p: (told.append(p), gate.set()))
    assert jobs.shown() is job
    wait_for_idle(jobs)
    assert told == [(0.25, "a quarter")]


def test_closing_waits_for_the_threads(jobs: Jobs) -> None:
    def work(report: Callable[..., None]) -> None:
        while True:
            report(0.1)

    jobs.run("endless", work)
    jobs.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("job ")]
    assert jobs.run("late", work).cancelled


def test_a_job_speaks_the_language_of_its_asker(jobs: Jobs) -> None:
    seen = []
    with using_language("ja"):
        jobs.run("words", lambda report: language(), on_done=seen.append)
    wait_for_idle(jobs)
    assert seen == ["ja"]


class _Cycle:
    """Something that only the cycle collector can free, as a widget held by its own slots is."""

    def __init__(self, freed: list[threading.Thread]) -> None:
        self.me, self.freed = self, freed

    def __del__(self) -> None:
        self.freed.append(threading.current_thread())


def test_what_a_job_leaves_behind_is_collected_on_the_ui_thread(jobs: Jobs) -> None:
    freed: list[threading.Thread] = []

    def litter(report: Callable[..., None]) -> None:
        for _ in range(120_000):
            _Cycle(freed)

    jobs.run("litter", litter)
    wait_for_idle(jobs)
    gc.collect()
    assert len(freed) == 120_000 and set(freed) == {threading.main_thread()}
    assert gc.isenabled()
