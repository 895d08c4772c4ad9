"""A workspace with 100,000 made-up customers and 150,000 order lines, made through the program's own schema."""

import random
from datetime import timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from tests.benchmarks.customers import COLUMNS, COUNT, rows
from workbench import clock
from workbench.customers.folding import fold_name, search_text
from workbench.workspace import NewCompany, Workspace


def create(path: Path, count: int = COUNT) -> Workspace:
    """Make the workspace and open it to write; the rows are there from the start and leave no undo step."""
    company = NewCompany(name="Large", first_rep="Sachiko Morita")
    return Workspace.create(path, company, lambda session: _fill(session, count))


def _fill(session: Session, count: int) -> None:
    db = session.connection()
    columns = (
        *COLUMNS,
        "folded",
        "search",
        "rep_id",
        "name_local",
        "country",
        "place_precision",
        "place_source",
        "topics",
        "archived",
        "hand_edited",
    )
    found = [
        (*row[:10], float(row[10]), float(row[11]), row[12], fold_name(row[1]), search_text(row[1], row[2], row[6], row[7], row[12]))
        + (1, "", "JP", "exact", "list", "", 0, "")
        for row in rows(count)
    ]
    marks = ", ".join("?" * len(columns))
    db.exec_driver_sql(f"INSERT INTO customer ({', '.join(columns)}) VALUES ({marks})", found)
    pick = random.Random(7)
    first = clock.today() - timedelta(days=500)
    lines = [
        (
            1 + n % count,
            f"S{n}",
            f"S{n}",
            (first + timedelta(days=pick.randrange(490))).isoformat(),
            round(pick.paretovariate(1.2) * 1e8),
            "",
        )
        for n in range(count * 3 // 2)
    ]
    db.exec_driver_sql(
        "INSERT INTO order_line (customer_id, order_number, line_key, day, amount, product) VALUES (?, ?, ?, ?, ?, ?)", lines
    )
