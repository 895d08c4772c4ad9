"""The visit plan while a plan is searched for: whether the window stays awake. 500 customers, 5 reps, 4 weeks."""

import random
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, Rep
from tests.benchmarks.harness import Row, percentile
from tests.benchmarks.window import shown
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.workspace import company_of

CUSTOMERS, REPS, TOWNS = 500, 5, 25
LAT, LNG = 34.7, 135.5
TICK_MS = 10


def run(quick: bool) -> list[Row]:
    """How late a timer of 10 ms is while the search runs and its plans are drawn, and how soon the first plan stands."""
    from views.settings import PLAN_SECONDS
    from workbench.visits.search.warm import warm

    warm()
    with tempfile.TemporaryDirectory() as name:
        workspace = Workspace.create(Path(name) / "field.asaichi", NewCompany(name="Field", first_rep="Rep 1"), _fill)
        with shown(workspace, "plan") as window:
            pane = window.frame.stage.pane
            window.settings.set(PLAN_SECONDS, 10 if quick else 60)
            proposing, late, last = pane.planning.proposing, [], [0.0]

            def tick() -> None:
                now = time.perf_counter()
                late.append((now - last[0]) * 1000 - TICK_MS)
                last[0] = now

            timer = QTimer()
            timer.setInterval(TICK_MS)
            timer.timeout.connect(tick)
            begin = time.perf_counter()
            last[0] = begin
            pane.planning.plan()
            timer.start()
            _until(lambda: proposing.shown is not None)
            first = time.perf_counter() - begin

            _until(lambda: proposing.state == "ready")
            timer.stop()
            spread = f"{len(late):,} ticks"
            pane.planning.cancel()
    return [
        Row(
            "plan_pane",
            f"a 10 ms timer while a plan is searched for, 99th percentile of its delay, {spread}",
            percentile(late, 99),
            "ms",
            33,
        ),
        Row("plan_pane.half", "the same, median", percentile(late, 50), "ms", 5),
        Row("plan_pane.worst", "the same, longest", max(late), "ms", 200),
        Row("plan_pane.first", "from the key to the drawn plan by hand", first, "s", 1.0),
    ]


def _until(reached) -> None:
    end = time.monotonic() + 200
    while not reached():
        QCoreApplication.processEvents()
        time.sleep(0.001)
        if time.monotonic() > end:
            raise RuntimeError("the search did not end")


def _fill(session: Session) -> None:
    pick, company = random.Random(5), company_of(session)
    company.office_lat, company.office_lng = LAT, LNG
    reps = [session.query(Rep).one().id]
    for number in range(2, REPS + 1):
        session.add(rep := Rep(name=f"Rep {number}", short_name=f"R. {number}", position=number))
        session.flush()
        reps.append(rep.id)
    towns = [(LAT + pick.gauss(0, 0.25), LNG + pick.gauss(0, 0.25)) for _ in range(TOWNS)]
    for number in range(CUSTOMERS):
        town = pick.randrange(TOWNS)
        lat, lng = towns[town][0] + pick.gauss(0, 0.02), towns[town][1] + pick.gauss(0, 0.02)
        name = f"Customer {number} Works"
        session.add(made := Customer(name=name, folded=name.lower(), search=name.lower(), lat=lat, lng=lng, rep_id=reps[town % REPS]))
        session.flush()
        tier = pick.choices("ABC", (2, 3, 3))[0]
        session.add(CustomerTier(customer_id=made.id, tier=tier, by_figures=tier, revenue=0, rank=1, share_before=0.0, share=0.0))
