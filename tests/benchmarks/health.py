"""Strategy health of the sample company, beside one bare read of the same tables."""

import sqlite3
import tempfile
from datetime import date
from pathlib import Path

from tests.benchmarks.harness import Row, by_turns, seconds_of
from workbench import clock
from workbench.thread.health import breaks
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

TODAY = date(2026, 11, 24)
AIM_MS = 50.0
TABLES = (
    "action", "assumption", "card", "closed_day", "company", "customer", "customer_tag", "customer_tier", "deal", "funnel_share", "funnel_stage",
    "kgi", "kgi_month", "kgi_month_change", "order_line", "plan", "rep", "rep_hours", "segment", "strategy", "strategy_card",
    "strategy_segment", "tiering", "value_statement", "visit", "visit_rule",
)  # fmt: skip
"""What the rules look at."""


def run(quick: bool) -> list[Row]:
    """Milliseconds to all breaks; the peer fetches every row of the tables once and looks at none."""
    with tempfile.TemporaryDirectory() as name, clock.fixed_today(TODAY):
        path = Path(name) / "sample.asaichi"
        with create_sample(path) as workspace:
            bare = sqlite3.connect(path)
            found(workspace)
            ours, peer = by_turns(
                15 if quick else 60, lambda: seconds_of(lambda: found(workspace)), lambda: seconds_of(lambda: bare_read(bare))
            )
            bare.close()
    ratio = Row(
        "health", "all breaks of the sample company's thread", ours * 1000, "ms", 10, 5, peer * 1000, "every row of the same tables"
    )
    return [ratio, Row("health.limit", "the same against its limit", ours * 1000, "ms", AIM_MS)]


def found(workspace: Workspace) -> int:
    """How many breaks there are."""
    with workspace.read() as session:
        return len(breaks(session))


def bare_read(bare: sqlite3.Connection) -> int:
    """How many rows the tables hold."""
    return sum(len(bare.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES)
