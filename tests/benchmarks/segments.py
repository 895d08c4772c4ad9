"""Filtering 100,000 customers by a segment's filter, beside the plain SQL that one would write by hand for the same question."""

import sqlite3
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.benchmarks.harness import Row, by_turns, seconds_of
from tests.benchmarks.large_company import create
from workbench import clock
from workbench.customers import tiering
from workbench.targeting.asking import matching
from workbench.targeting.commands import add
from workbench.targeting.filters import Condition, Group, dumped, loaded
from workbench.targeting.segments import overview
from workbench.workspace import Workspace

PEER = "one hand-written SQL query with joins"
AMOUNT, DAYS, INDUSTRY = 20_000 * 10_000, 180, "a"
TREE = Group(
    "and",
    (
        Condition("industry", "contains", INDUSTRY),
        Group("or", (Condition("revenue", "above", AMOUNT), Condition("last_order", "within", DAYS))),
        Group("not", (Condition("rep", "is", 0),)),
    ),
)
PLAIN = (
    "SELECT DISTINCT c.id FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN order_line o ON o.customer_id = c.id "
    "WHERE c.archived = 0 AND c.industry LIKE ? AND (t.revenue > ? OR o.day >= ?) AND c.rep_id IS NOT NULL ORDER BY c.id"
)
REST = (
    Group("and", (Condition("tier", "is", "A"),)),
    Group("and", (Condition("size", "is", "upper"),)),
    Group("not", (Condition("last_order", "before", 90),)),
)


def run(quick: bool) -> list[Row]:
    """One filter from its JSON to the ids; then all figures of four segments."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "large.asaichi"
        with create(path) as workspace:
            with workspace.edit("Tier the customers") as session:
                tiering.retier(session)
            kept = dumped(TREE)
            bare = sqlite3.connect(path)
            values = (f"%{INDUSTRY}%", AMOUNT, (clock.today() - timedelta(days=DAYS)).isoformat())
            assert filtered(workspace, kept) == [row[0] for row in bare.execute(PLAIN, values)]
            with workspace.edit("Segments") as session:
                for place, tree in enumerate((TREE, *REST)):
                    add(session, f"Segment {place}", tree)
            ours, peer, figures = by_turns(
                5 if quick else 15,
                lambda: seconds_of(lambda: filtered(workspace, kept)),
                lambda: seconds_of(lambda: bare.execute(PLAIN, values).fetchall()),
                lambda: seconds_of(lambda: all_figures(workspace)),
            )
            bare.close()
    return [
        Row("segments", "a filter of four conditions over 100,000 customers", ours * 1000, "ms", 1.5, 1, peer * 1000, PEER),
        Row("segments.limit", "the same against its limit", ours * 1000, "ms", 300),
        Row("segments.figures", "all figures of four segments over 100,000 customers", figures * 1000, "ms", 2000, 1000),
    ]


def filtered(workspace: Workspace, kept: str) -> list[int]:
    """The ids that a kept filter finds."""
    with workspace.read() as session:
        return matching(session, loaded(kept))


def all_figures(workspace: Workspace) -> None:
    """What the pane reads."""
    with workspace.read() as session:
        overview(session)
