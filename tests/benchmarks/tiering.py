"""Tiering 100,000 customers with reasons, beside numpy and one executemany; and what a moved threshold would do."""

import shutil
import sqlite3
import tempfile
from pathlib import Path

from tests.benchmarks.customers import COUNT
from tests.benchmarks.harness import Row, by_turns, percentile, seconds_of
from tests.benchmarks.large_company import create
from workbench.customers import tiering
from workbench.customers.tier_overview import overview
from workbench.customers.tier_trial import trial
from workbench.workspace import Workspace

PEER = "numpy sort and cumulative sum, one executemany update"


def run(quick: bool) -> list[Row]:
    """First tiering and tiering anew after the thresholds moved, both through one edit with its undo step."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = folder / "large.asaichi"
        create(template).close()
        revenues = bare_table(template, folder / "bare.db")
        first, again, peer = by_turns(
            3 if quick else 7,
            lambda: first_tiering(template, folder / "first.asaichi"),
            lambda: tiered_anew(template, folder / "anew.asaichi"),
            lambda: seconds_of(lambda: numpy_tiers(revenues, folder / "bare.db")),
        )
        what_if = moved_thresholds(template, folder / "what_if.asaichi")
    return [
        Row("tiering", "tiering 100,000 customers, reasons included", first, "s", 4, 2, peer, PEER),
        Row("tiering.anew", "tiering them anew after both thresholds moved", again, "s", 4, 2, peer, PEER),
        Row("tiering.what_if", "what a moved threshold would do, 95th percentile", what_if, "s", 0.1),
    ]


def first_tiering(template: Path, target: Path) -> float:
    """Seconds of the first tiering of a copy."""
    shutil.copyfile(template, target)
    with Workspace.open(target) as workspace:
        begin_the_day(workspace)
        took = seconds_of(lambda: retier(workspace, 80, 95))
    target.unlink()
    return took


def tiered_anew(template: Path, target: Path) -> float:
    """Seconds of a second tiering with other thresholds."""
    shutil.copyfile(template, target)
    with Workspace.open(target) as workspace:
        retier(workspace, 80, 95)
        took = seconds_of(lambda: retier(workspace, 70, 90))
    target.unlink()
    return took


def moved_thresholds(template: Path, target: Path) -> float:
    """Seconds, 95th percentile, from moved thresholds to all that the pane then says."""
    shutil.copyfile(template, target)
    with Workspace.open(target) as workspace:
        retier(workspace, 80, 95)
        with workspace.read() as session:
            shown = overview(session)
        return percentile([seconds_of(lambda a=a: trial(shown, a, 95)) for a in range(60, 90)], 95)


def begin_the_day(workspace: Workspace) -> None:
    """Have the backup of the day's first edit made, which is not part of tiering."""
    with workspace.edit("Begin the day"):
        pass


def retier(workspace: Workspace, a_percent: float, b_percent: float) -> None:
    """One tiering as the verb and the pane do it."""
    with workspace.edit("Tier the customers") as session:
        tiering.retier(session, a_percent, b_percent)


def bare_table(template: Path, target: Path) -> object:
    """The peer's table, and the revenue of each customer as a numpy array."""
    import numpy

    source = sqlite3.connect(template)
    sums = source.execute(
        "SELECT c.id, coalesce(sum(o.amount), 0) FROM customer c LEFT JOIN order_line o ON o.customer_id = c.id GROUP BY c.id"
    ).fetchall()
    source.close()
    assert len(sums) == COUNT
    with sqlite3.connect(target) as db:
        db.execute("CREATE TABLE customer_tier (customer_id INTEGER PRIMARY KEY, tier TEXT, revenue INTEGER, rank INTEGER, share REAL)")
        db.executemany("INSERT INTO customer_tier VALUES (?, '', ?, 0, 0)", sums)
    db.close()
    return numpy.array(sums, dtype=numpy.int64)


def numpy_tiers(revenues: object, target: Path) -> None:
    """The bare peer: no ties, no spans, no overrides, no journal."""
    import numpy

    assert isinstance(revenues, numpy.ndarray)
    ordered = revenues[numpy.argsort(-revenues[:, 1], kind="stable")]
    share = numpy.cumsum(ordered[:, 1]) * (100 / ordered[:, 1].sum())
    tiers = numpy.array(["A", "B", "C"])[numpy.searchsorted([80, 95], share)]
    db = sqlite3.connect(target)
    with db:
        rows = zip(tiers.tolist(), range(1, COUNT + 1), share.tolist(), ordered[:, 0].tolist(), strict=True)
        db.executemany("UPDATE customer_tier SET tier = ?, rank = ?, share = ? WHERE customer_id = ?", rows)
    db.close()
