"""Searching for a better plan: chains of ruin and recreate, by time or by iterations, until enough or until told to stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from workbench.visits.search.anneal import anneal, fill, reckon
from workbench.visits.search.arrays import Best, Plan, Task, new_best, new_plan

HOT, COLD = 3.0, 0.05
"""First and last temperature in mean distances to the five nearest neighbours."""
SYNCHRONISED = (0.5, 0.75)
CHAINS = 2
ROUND_SECONDS = 0.15
FIRST_ROUND = 50


@dataclass(frozen=True, slots=True)
class Budget:
    """How long to search: seconds, or iterations of each chain where the plan must be the same every time."""

    seconds: float | None = None
    iterations: int | None = None


@dataclass(slots=True)
class _Chain:
    plan: Plan
    best: Best
    cost: float
    best_cost: float

    def go(self, task: Task, iterations: int, hot: float, cold: float) -> None:
        self.cost, self.best_cost = anneal(task, self.plan, self.best, self.cost, self.best_cost, iterations, hot, cold)


def adopt(task: Task, plan: Plan, best: Best) -> float:
    """Make a plan equal to a kept one; returns its cost."""
    plan.routes["stops"] = best.counts
    plan.stops[...] = best.stops
    plan.clients["placed"] = best.placed
    plan.where[...] = best.where
    plan.answers[...] = best.answers
    return float(reckon(task, plan))


def search(
    task: Task,
    begin: Callable[[Plan], None],
    budget: Budget,
    seed: int = 0,
    on_round: Callable[[float, float, Best], bool] | None = None,
    hot: float = HOT,
) -> tuple[float, Best]:
    """Improve the plan that `begin` puts into an empty one. Returns the least cost found and its plan.

    `on_round(fraction, cost, best)` is called between rounds and ends the search by returning False. Without clients, or with a budget of
    nothing, the plan is only completed.
    """
    chains = []
    for number in range(CHAINS):
        plan = new_plan(task, seed * CHAINS + number)
        begin(plan)
        reckon(task, plan)
        best = new_best(plan)
        cost = float(fill(task, plan, best))
        chains.append(_Chain(plan, best, cost, cost))
    if len(task.clients) > 1:
        with ThreadPoolExecutor(CHAINS) as pool:
            _run(task, chains, budget, pool, on_round, hot)
    found = min(chains, key=lambda chain: chain.best_cost)
    return found.best_cost, found.best


def _run(
    task: Task,
    chains: list[_Chain],
    budget: Budget,
    pool: ThreadPoolExecutor,
    on_round: Callable[[float, float, Best], bool] | None,
    hot: float,
) -> None:
    mean = mean_near(task)
    began, done, fraction, synchronised, count = time.perf_counter(), 0, 0.0, 0, FIRST_ROUND
    while fraction < 1.0:
        round_began = time.perf_counter()
        if budget.iterations is not None:
            count = min(max(1, budget.iterations // 100), budget.iterations - done)
            if count <= 0:
                break
        heat = mean * hot * (COLD / hot) ** fraction
        for going in [pool.submit(chain.go, task, count, heat, heat) for chain in chains]:
            going.result()
        done += count
        now = time.perf_counter()
        if budget.iterations is not None:
            fraction = done / budget.iterations
        else:
            fraction = (now - began) / budget.seconds if budget.seconds else 1.0
            count = max(10, int(count * ROUND_SECONDS / max(1e-6, now - round_began)))
        found = min(chains, key=lambda chain: chain.best_cost)
        if synchronised < len(SYNCHRONISED) and fraction >= SYNCHRONISED[synchronised]:
            synchronised += 1
            for chain in chains:
                chain.cost = adopt(task, chain.plan, found.best)
                for old, new in zip(chain.best, found.best, strict=True):
                    old[...] = new
                chain.best_cost = found.best_cost
        if on_round and not on_round(min(1.0, fraction), found.best_cost, found.best):
            break


def mean_near(task: Task) -> float:
    """Mean minutes to the five nearest neighbours."""
    nodes = task.clients["node"]
    near = task.near[:, 1:6]
    return max(0.1, float(np.mean(task.travel[nodes[:, None], nodes[near]]))) if near.shape[1] else 1.0
