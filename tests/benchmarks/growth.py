"""How the search planner grows with the number of customers: time of an iteration and memory, with the exponent."""

import math
import time
from collections.abc import Sequence

from tests.benchmarks.field_problems import field_company
from tests.benchmarks.harness import Row, in_child

SIZES = (100, 200, 500, 1000, 2000)
CUSTOMERS_A_REP = 100
ITERATIONS, FULL_ITERATIONS = 300, 2000
MOST_MEMORY_MB = 600
MOST_EXPONENT = 1.0
MOST_MS = 10.0
"""Of an iteration, so that ten seconds hold a thousand."""


def run(quick: bool) -> list[Row]:
    """Milliseconds of an iteration of both chains and peak memory by size, each in a process of its own."""
    count = ITERATIONS if quick else FULL_ITERATIONS
    taken, memory, rows = [], [], []
    for size in SIZES:
        child = in_child(f"from tests.benchmarks.growth import told\ntold({size}, {count})")
        taken.append(float(child.said))
        memory.append(child.peak_mb)
        rows.append(Row(f"growth.{size}", f"processor time of an iteration, {size:,} customers", taken[-1], "ms", MOST_MS))
        rows.append(Row(f"growth.{size}.memory", "most memory of the process", memory[-1], "MB", MOST_MEMORY_MB))
    return [
        *rows,
        Row("growth.time", "exponent of the time of an iteration in customers", exponent(SIZES, taken), "", MOST_EXPONENT),
        Row("growth.memory", "exponent of memory in customers", exponent(SIZES, memory), "", MOST_EXPONENT),
    ]


def told(customers: int, iterations: int) -> None:
    """Print the milliseconds of processor time of an iteration, making the task and the hand plan not counted."""
    from workbench.visits.hand_plan import work_by_hand
    from workbench.visits.search.build import lay_out, start_from
    from workbench.visits.search.search import CHAINS, Budget, search
    from workbench.visits.weights import Weights

    layouts = [
        lay_out(problem, work_by_hand(problem).planners, Weights())
        for problem in (field_company(1, 5, 1), field_company(1, customers, max(1, customers // CUSTOMERS_A_REP)))
    ]
    search(layouts[0].task, lambda plan: start_from(layouts[0], plan), Budget(iterations=2))
    begin = time.process_time()
    search(layouts[1].task, lambda plan: start_from(layouts[1], plan), Budget(iterations=iterations), 1)
    print(1000 * (time.process_time() - begin) / iterations / CHAINS)


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float:
    """The slope of the line of least squares through the logarithms: values grow as sizes to this power."""
    xs, ys = [math.log(size) for size in sizes], [math.log(value) for value in values]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
