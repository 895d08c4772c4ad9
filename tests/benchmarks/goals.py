"""A number of the goal changed, from the command to the pane painted anew: months, target and rate, in the sample company and in one of
100,000 customers."""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from models import Kgi
from tests.benchmarks.harness import Row, percentile
from tests.benchmarks.large_company import create
from workbench import clock
from workbench.customers import tiering
from workbench.goals import months
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

TODAY = date(2026, 11, 24)
AIM_MS = 100.0
UNIT = 10_000


def run(quick: bool) -> list[Row]:
    """Milliseconds of each change with its undo step, its reading and its painting; 95th percentile of all."""
    rounds = 12 if quick else 60
    with tempfile.TemporaryDirectory() as name, clock.fixed_today(TODAY):
        sample = redrawn(create_sample(Path(name) / "sample.asaichi"), rounds)
        large = redrawn(with_goal(create(Path(name) / "large.asaichi")), rounds)
    return [
        Row("goals.redraw", "a number of the goal changed to the pane painted, 95th percentile", percentile(sample, 95), "ms", AIM_MS),
        Row("goals.redraw_large", "the same with 100,000 customers, 95th percentile", percentile(large, 95), "ms", AIM_MS),
    ]


def with_goal(workspace: Workspace) -> Workspace:
    """Tier the customers and set a goal of orders, whole months kept, so that every part of the pane has its figures."""
    with workspace.edit("Goal") as session:
        tiering.retier(session, 80, 95)
        goal = session.query(Kgi).one()
        goal.metric, goal.target, goal.deadline = "orders", 40_000 * UNIT, date(2027, 3, 31)
        goal.baseline, goal.baseline_first, goal.baseline_last = 30_000 * UNIT, date(2025, 10, 1), date(2026, 3, 31)
        session.flush()
        months.keep(session, goal.id)
    return workspace


def redrawn(workspace: Workspace, rounds: int) -> list[float]:
    """Milliseconds from each change to the end of its painting. Closes the workspace."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.benchmarks.window import shown
    from views.settle import settle

    took = []
    with shown(workspace, "goals") as window:
        pane = window.frame.stage.pane
        changes: tuple[Callable[[int], Any], ...] = (
            lambda n: pane._set_part("target", (61 + n) * UNIT),
            lambda n: pane._set_rate(0, 0.3 + n / 200),
            lambda n: pane._set_month(2, (9 + n % 5) * UNIT),
        )
        for n in range(rounds):
            for change in changes:
                begin = time.perf_counter()
                change(n)
                window.repaint()
                took.append((time.perf_counter() - begin) * 1000)
                settle(window)
    return took[len(changes) :]
