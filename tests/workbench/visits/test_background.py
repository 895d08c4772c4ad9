"""The search in a process of its own: the same plan as in this one, told as it gets better; stopped, cancelled, dead."""

import sys
import time
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from tests.workbench.visits.tasks import customer, task
from workbench.strings import set_language
from workbench.visits.background import DONE, PREPARING, SEARCHING, News, Search, SearchEnded, SearchTask
from workbench.visits.hand_plan import plan_by_hand
from workbench.visits.problem import Problem
from workbench.visits.quality import quality_of
from workbench.visits.travel import Place
from workbench.visits.weights import Weights

LIMIT = 100


@pytest.fixture
def problem() -> Problem:
    """Four towns around the office, due in an order that the hand plan follows at the cost of driving."""
    places = [Place(34.7 + (n % 2) * 0.4 - 0.2, 135.5 + (n % 4 // 2) * 0.4 - 0.2) for n in range(24)]
    return task(*(customer(n, place=place, rep_id=1) for n, place in enumerate(places, start=1)))


@pytest.fixture
def search() -> Iterator[Search]:
    made = Search()
    yield made
    made.cancel()
    assert not [child for child in active_children() if child.name == "search"]


def heard(search: Search, until: str) -> list[News]:
    """All news until one of a state."""
    news: list[News] = []
    end = time.monotonic() + LIMIT
    while not news or news[-1].state != until:
        assert time.monotonic() < end
        if (one := search.news(1.0)) is not None:
            news.append(one)
    return news


def test_finds_what_the_search_finds_here_and_ends(search: Search, problem: Problem) -> None:
    from workbench.visits.search.improve import plan_by_search
    from workbench.visits.search.search import Budget

    search.start()
    search.give(SearchTask(problem, Weights(), iterations=200, seed=3))
    last = heard(search, DONE)[-1]
    assert last.plan == plan_by_search(problem, Budget(iterations=200), 3, Weights())
    assert last.quality == quality_of(problem, last.plan) and last.fraction == 1.0
    assert not search.alive and search.news() is None


def test_tells_what_gets_better_and_stops_with_the_best(search: Search, problem: Problem) -> None:
    search.start()
    search.give(SearchTask(problem, Weights(), seconds=60))
    news = heard(search, SEARCHING)
    first = next(one for one in news if one.plan is not None)
    assert {one.state for one in news} <= {PREPARING, SEARCHING} and 0 <= first.fraction < 1
    by_hand = quality_of(problem, plan_by_hand(problem)).figures
    assert first.quality is not None and first.quality.figures.planned >= by_hand.planned
    began = time.monotonic()
    search.stop()
    assert time.monotonic() - began < 1 and not search.alive


def test_after_cancel_nothing_comes_and_nothing_starts(search: Search, problem: Problem) -> None:
    search.start()
    search.cancel()
    search.give(SearchTask(problem, Weights(), seconds=60))
    assert search.news(0.1) is None and not search.alive
    search.start()
    assert not search.alive


def test_a_dead_child_is_told_in_one_sentence(search: Search, problem: Problem) -> None:
    search.start()
    search.give(SearchTask(problem, Weights(), seconds=60))
    assert search._process is not None
    search._process.kill()
    with pytest.raises(SearchEnded, match="broken off"):
        heard(search, DONE)
    assert search.news() is None


def test_reasons_come_in_the_language_of_the_window(search: Search, problem: Problem) -> None:
    nowhere = task(*problem.customers, customer(90, place=None))
    set_language("ja")
    try:
        search.start()
        search.give(SearchTask(nowhere, Weights(), iterations=2))
        plan = heard(search, DONE)[-1].plan
        assert plan is not None and plan.left_out == plan_by_hand(nowhere).left_out
        assert not plan.left_out[0].sentence.isascii()
    finally:
        set_language("en")


def test_the_window_loads_no_compiler_for_it() -> None:
    from tests.benchmarks.harness import in_child

    code = "import workbench.visits.background\nfrom workbench.visits.search.warm import is_warm\nis_warm()\nprint('numba' in sys.modules, 'numpy' in sys.modules)"
    assert in_child(code).said == "False False"
    assert "workbench" in sys.modules
