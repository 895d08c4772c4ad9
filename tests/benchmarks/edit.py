"""One edit at 100,000 customers: the commit with its undo step, and the pane drawn again, beside one raw commit."""

import os
import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import text

from tests.benchmarks.customers import COUNT
from tests.benchmarks.harness import Row, percentile
from tests.benchmarks.large_company import create
from workbench.workspace import Workspace
from workbench.workspace.connections import connect

CHANGE = "UPDATE customer SET note = ? WHERE id = ?"


def run(quick: bool) -> list[Row]:
    """Ours and the raw commit by turns, edit for edit; then the customers pane."""
    edits = 200 if quick else 1_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.asaichi"
        workspace = create(path)
        bare = path.with_name("bare.asaichi")
        bare.write_bytes(path.read_bytes())
        raw = connect(bare, write=True)
        ours, peer = [], []
        with workspace.edit("Begin the day"):
            pass
        for n in range(edits):
            row = 1 + n * 7_919 % COUNT
            ours.append(timed_edit(workspace, row, f"note {n}"))
            begin = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(CHANGE, (f"note {n}", row))
            raw.execute("COMMIT")
            peer.append((time.perf_counter() - begin) * 1000)
        raw.close()
        found = [
            Row("edit.commit", "an edit with its undo step, median", statistics.median(ours), "ms", 5),
            Row("edit.commit_p95", "the same, 95th percentile", percentile(ours, 95), "ms", 5),
            Row(
                "edit.ratio",
                "the same, in raw commits",
                statistics.median(ours),
                "ms",
                5,
                None,
                statistics.median(peer),
                "one raw commit, same settings",
            ),
        ]
        found += pane_refresh(workspace, edits // 10)
    return found


def timed_edit(workspace: Workspace, row: int, note: str) -> float:
    """Milliseconds of one edit of one customer, from the call to the end of the commit."""
    begin = time.perf_counter()
    with workspace.edit("Change note") as session:
        session.connection().execute(text("UPDATE customer SET note = :note WHERE id = :id"), {"note": note, "id": row})
    return (time.perf_counter() - begin) * 1000


def pane_refresh(workspace: Workspace, edits: int) -> list[Row]:
    """Milliseconds from the end of a commit until the customers pane has read and painted what it shows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.benchmarks.window import shown
    from views.settle import settle

    took = []
    with shown(workspace, "customers") as window:
        pane = window.frame.stage.pane
        for n in range(edits):
            timed_edit(workspace, 1 + n, f"seen {n}")
            begin = time.perf_counter()
            pane.draw({"customer"})
            pane.window().repaint()
            took.append((time.perf_counter() - begin) * 1000)
            settle(window)
    return [Row("edit.drawn", "the customers pane drawn again at 100,000 rows, 95th percentile", percentile(took, 95), "ms", 50)]
