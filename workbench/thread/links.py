"""The red thread as it stands: each link from the goal to the log, how much is there, and where it is broken."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.goals import kgi
from workbench.strings import marked, ntr, tr
from workbench.visits import capacity
from workbench.workspace.workspace import company_of

NAMES = {
    "goal": marked("Goal"),
    "customers": marked("Customers"),
    "tiers": marked("Tiers"),
    "rules": marked("Rules"),
    "visits": marked("Visits"),
    "logs": marked("Logs"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """One link. `note` says what it holds in a few words, `count` how many there are, `broken` that the thread is loose here; `pane` is its place."""

    key: str
    name: str
    note: str
    count: int
    broken: bool
    pane: str


def links(session: Session) -> tuple[Link, ...]:
    """The links that exist in this workspace, from the goal down to the logs."""
    goal = kgi.current_goal(session)
    ask = lambda sql, *values: int(session.connection().exec_driver_sql(sql, values).scalar_one())  # noqa: E731
    today = clock.today().isoformat()
    customers = ask("SELECT count(*) FROM customer WHERE archived = 0")
    tiers = {r[0]: r[1] for r in session.connection().exec_driver_sql("SELECT tier, count(*) FROM customer_tier GROUP BY tier")}
    load = capacity.capacity(session)
    ahead = ask("SELECT count(*) FROM visit WHERE status = 'planned' AND day >= ?", today)
    missing = ask("SELECT count(*) FROM visit WHERE status = 'planned' AND day < ?", today)
    logged = ask("SELECT count(*) FROM visit WHERE status IN ('done', 'missed') AND day >= date(?, '-30 days')", today)
    needs = tr("need {percent} of the hours", percent=formatting.percent(load.load)) if load.load is not None and customers else ""
    said = {
        "goal": (
            kgi.short(goal, company_of(session).currency) if goal and goal.complete else tr("still a draft"),
            int(bool(goal and goal.complete)),
            not (goal and goal.complete),
            "goals",
        ),
        "customers": (tr("none yet") if not customers else "", customers, not customers, "customers"),
        "tiers": (
            ", ".join(f"{t} {tiers[t]}" for t in "ABCN" if tiers.get(t)),
            len([t for t in "ABC" if tiers.get(t)]),
            bool(customers and not tiers),
            "tiers",
        ),
        "rules": (needs, ask("SELECT count(*) FROM visit_rule WHERE tier <> 'N'"), load.load is not None and load.load > 1, "tiers"),
        "visits": (tr("planned from today on"), ahead, bool(customers and not ahead), "plan"),
        "logs": (ntr("{n} missing", "{n} missing", missing) if missing else tr("in the last 30 days"), logged, bool(missing), "plan"),
    }
    return tuple(Link(key, tr(NAMES[key]), *said[key]) for key in NAMES)
