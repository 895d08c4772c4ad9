"""The search planner on classic instances of periodic vehicle routing, beside one published solution each."""

import csv
import math
import os
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from tests.benchmarks.harness import ROOT, Row
from tests.benchmarks.pvrp_file import Instance, Route, Stop, UnreadableInstance, cost_of, faults, read

if TYPE_CHECKING:
    from workbench.visits.search.arrays import Best, Task

SECONDS = 10.0
SAMPLE = ("p02", "p05", "p08", "p11", "p17", "p20", "p27", "p30", "pr01", "pr05", "pr09")
SEEDS = (1, 2, 3)
AIM, AIM_OF_A_MINUTE, STRETCH = 1.5, 0.7, 0.3
NEAREST = 150
ABSENCE = 20.0
"""Price of a visit left out in greatest distances."""
INFEASIBLE = 100.0
"""Gap in percent that counts for a solution that breaks a rule."""


@dataclass(frozen=True, slots=True)
class Solved:
    """What came out: the length of all routes, whether the check finds no fault, and the seconds of the search."""

    name: str
    cost: float
    feasible: bool
    seconds: float


def run(quick: bool, seconds: float | None = None) -> list[Row]:
    """The gap to the reference of each instance, mean of the seeds, and the mean of all. Quick: a sample with one seed."""
    folder = Path(os.environ.get("ASAICHI_SHARED", ROOT.parent / "shared")) / "data" / "pvrp"
    with (folder / "reference.csv").open(encoding="utf-8") as file:
        references = {row["instance"]: float(row["reference_cost"]) for row in csv.DictReader(file)}
    names, seeds = (SAMPLE, SEEDS[:1]) if quick else (tuple(references), SEEDS)
    for_each = seconds or SECONDS
    aim = AIM_OF_A_MINUTE if for_each >= 60 else AIM
    rows, gaps, broken = [], [], 0
    for name in names:
        found = [each for seed in seeds for each in solve([folder / f"{name}.txt"], for_each, seed)]
        gap = mean(100 * (each.cost / references[name] - 1) if each.feasible else INFEASIBLE for each in found)
        gaps.append(gap)
        broken += sum(not each.feasible for each in found)
        costs = ", ".join(f"{each.cost:.2f}" if each.feasible else "not feasible" for each in found)
        rows.append(Row(f"pvrp.{name}", f"gap to {references[name]:.2f} after {for_each:g} s: {costs}", gap, "%", aim, STRETCH))
    what = f"mean gap of {len(names)} instances, {len(seeds)} seed(s), after {for_each:g} s"
    return [*rows, Row("pvrp", what, mean(gaps), "%", aim, STRETCH), Row("pvrp.feasible", "solutions that break a rule", broken, "", 0)]


def solve(paths: Sequence[Path], seconds: float, seed: int) -> Iterator[Solved]:
    """Search each file's instance for some seconds, compiling not counted. Raises UnreadableInstance before the first search."""
    from workbench.visits.search.search import Budget, search

    instances = [read(path) for path in paths]
    search(task_of(_smallest()), lambda plan: None, Budget(iterations=2))
    for instance in instances:
        begin = time.perf_counter()
        task = task_of(instance)
        _, best = search(task, lambda plan: None, Budget(seconds=seconds), seed)
        took = time.perf_counter() - begin
        routes = routes_of(instance, best)
        yield Solved(instance.name, cost_of(instance, routes), not faults(instance, routes), took)


def task_of(instance: Instance) -> "Task":
    """The instance in the language of the search: every vehicle a rep, load and length of a route limited, no clock."""
    import numpy as np

    from workbench.visits.search.arrays import CLIENT, DAY, DUE, PATTERNS, ROUTE, RULES, Task

    stops = (instance.depot, *instance.customers)
    count, vehicles, span = len(instance.customers), instance.vehicles, instance.days
    travel = np.array([[math.hypot(b.x - a.x, b.y - a.y) for b in stops] for a in stops])
    clients = np.zeros(count, CLIENT)
    patterns: list[tuple[int, int]] = []
    pattern_days: list[int] = []
    for row, stop in zip(clients, instance.customers, strict=True):
        row["kind"], row["service"], row["demand"] = PATTERNS, stop.service, stop.demand
        row["wanted"], row["pattern_from"] = max(map(len, stop.combinations), default=0), len(patterns)
        for combination in stop.combinations:
            patterns.append((len(pattern_days), len(pattern_days) + len(combination)))
            pattern_days += sorted(combination)
        row["pattern_to"] = len(patterns)
    clients["node"], clients["away"] = np.arange(1, count + 1), travel[0, 1:]
    clients["absence"] = ABSENCE * max(1.0, travel.max())
    routes, days = np.zeros(vehicles * span, ROUTE), np.zeros(vehicles * span, DAY)
    numbers = np.arange(vehicles * span, dtype=np.int32)
    routes["day"], routes["most_load"], routes["most_length"] = numbers, instance.capacity * vehicles, instance.longest * vehicles
    days["date"], days["route_from"], days["route_to"], days["hours"] = np.tile(np.arange(span), vehicles), numbers, numbers + 1, 1
    rules = np.zeros(1, RULES)
    rules["step"] = 1
    near = np.argsort(travel[1:, 1:] - np.eye(count), axis=1, kind="stable")[:, :NEAREST]
    return Task(
        rules=rules,
        travel=travel,
        clients=clients,
        routes=routes,
        days=days,
        dues=np.zeros(1, DUE),
        patterns=np.array(patterns or [(0, 0)], np.int32),
        pattern_days=np.array(pattern_days or [0], np.int32),
        kept_days=np.zeros(1, np.int32),
        reps=np.zeros(1, np.int32),
        opening=np.zeros((count, span), np.int32),
        windows=np.array([[[0.0, 1e9]]]),
        weekday=np.array([day % 7 for day in range(span)], np.int32),
        day_of=numbers.reshape(vehicles, span),
        weeks=np.array([np.inf]),
        near=np.ascontiguousarray(near, np.int32),
    )


def routes_of(instance: Instance, best: "Best") -> dict[int, list[Route]]:
    """A plan of the search as routes by day."""
    routes: dict[int, list[Route]] = defaultdict(list)
    for number, (count, stops) in enumerate(zip(best.counts, best.stops, strict=True)):
        if count:
            routes[number % instance.days].append(tuple(instance.customers[client].number for client in stops[:count]))
    return routes


def _smallest() -> Instance:
    customers = tuple(Stop(number, number, 0, 0, 1, (frozenset({0}),)) for number in (1, 2))
    return Instance("smallest", 1, (math.inf,), (math.inf,), Stop(0, 0, 0, 0, 0, ()), customers)


__all__ = ["UnreadableInstance", "run", "solve"]
