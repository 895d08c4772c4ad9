"""The red thread as it stands: each link from the goal to the log, how much is there, and where it is broken."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench import clock, formatting
from workbench.goals import kgi
from workbench.strings import marked, ntr, tr
from workbench.visits import capacity
from workbench.workspace.workspace import company_of

NAMES = {
    "goal": marked("Goal"),
    "three_c": marked("3C"),
    "swot": marked("SWOT"),
    "strategies": marked("Strategies"),
    "segments": marked("Segments"),
    "actions": marked("Actions"),
    "customers": marked("Customers"),
    "tiers": marked("Tiers"),
    "rules": marked("Rules"),
    "visits": marked("Visits"),
    "logs": marked("Logs"),
}
BOARDS = frozenset({"three_c", "swot"})
"""Links that stand on the strips of the analysis panes only."""
CROSSED = "SELECT s.id FROM strategy s WHERE s.plan_id = ?"
LOOSE = (
    f"{CROSSED} AND NOT EXISTS (SELECT 1 FROM strategy_segment g WHERE g.strategy_id = s.id) "
    "AND NOT EXISTS (SELECT 1 FROM action a WHERE a.strategy_id = s.id AND a.status <> 'dropped')"
)
"""Strategies that neither a segment nor an action carries; the value is the plan's id."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link. `note` says what it holds in a few words, `count` how many there are, `broken` that the thread is loose here; `pane` is its place."""

    key: str
    name: str
    note: str
    count: int
    broken: bool
    pane: str


Said = tuple[str, int, bool, str]


def links(session: Session, boards: bool = False) -> tuple[Link, ...]:
    """The links that exist in this workspace, from the goal down to the logs; `boards` adds 3C and SWOT.

    Boards, strategies, segments and actions are links once there is one of them.
    """
    said = {**_goal(session), **dict(_plan(session, boards)), **_street(session)}
    return tuple(Link(key, tr(NAMES[key]), *said[key]) for key in NAMES if key in said)


def goal_link(session: Session) -> Link:
    """The goal's own link, for a reader that knows that nothing else has changed."""
    return Link("goal", tr(NAMES["goal"]), *_goal(session)["goal"])


def _ask(session: Session, sql: str, *values: object) -> int:
    return int(session.connection().exec_driver_sql(sql, values).scalar_one())


def _goal(session: Session) -> dict[str, Said]:
    goal = kgi.current_goal(session)
    if goal is None or not goal.complete:
        return {"goal": (tr("still a draft"), 0, True, "goals")}
    return {"goal": (kgi.short(goal, company_of(session).currency), 1, False, "goals")}


def _plan(session: Session, boards: bool) -> Iterator[tuple[str, Said]]:
    """What is thought out between the goal and the customers."""
    plan = kgi.current_plan(session)
    if plan is None:
        return
    for key, board in (("three_c", "3c"), ("swot", "swot")) if boards else ():
        cards = _ask(session, "SELECT count(*) FROM card WHERE plan_id = ? AND board = ?", plan.id, board)
        if cards:
            yield key, (ntr("{n} card", "{n} cards", cards), cards, False, key)
    if count := _ask(session, f"SELECT count(*) FROM ({CROSSED})", plan.id):
        loose = _ask(session, f"SELECT count(*) FROM ({LOOSE})", plan.id)
        note = ntr("from cross-SWOT, {n} loose", "from cross-SWOT, {n} loose", loose) if loose else tr("from cross-SWOT")
        yield "strategies", (note, count, bool(loose), "cross_swot")
    if count := _ask(session, "SELECT count(*) FROM segment WHERE plan_id = ?", plan.id):
        primary = _ask(session, "SELECT count(*) FROM segment WHERE plan_id = ? AND decision = 'primary'", plan.id)
        note = ntr("{n} primary", "{n} primary", primary) if primary else tr("none decided on")
        yield "segments", (note, count, not primary, "segments")
    if count := _ask(session, "SELECT count(*) FROM action WHERE plan_id = ? AND status IN ('open', 'doing')", plan.id):
        today = clock.today().isoformat()
        late = _ask(session, "SELECT count(*) FROM action WHERE plan_id = ? AND status IN ('open', 'doing') AND due < ?", plan.id, today)
        yield "actions", (ntr("{n} overdue", "{n} overdue", late) if late else tr("to do"), count, bool(late), "actions")


def _street(session: Session) -> dict[str, Said]:
    """From the customers down to the logs."""
    today = clock.today().isoformat()
    customers = _ask(session, "SELECT count(*) FROM customer WHERE archived = 0")
    tiers = {r[0]: r[1] for r in session.connection().exec_driver_sql("SELECT tier, count(*) FROM customer_tier GROUP BY tier")}
    load = capacity.capacity(session)
    ahead = _ask(session, "SELECT count(*) FROM visit WHERE status = 'planned' AND day >= ?", today)
    missing = _ask(session, "SELECT count(*) FROM visit WHERE status = 'planned' AND day < ?", today)
    logged = _ask(session, "SELECT count(*) FROM visit WHERE status IN ('done', 'missed') AND day >= date(?, '-30 days')", today)
    needs = tr("need {percent} of the hours", percent=formatting.percent(load.load)) if load.load is not None and customers else ""
    rules = _ask(session, "SELECT count(*) FROM visit_rule WHERE tier <> 'N'")
    return {
        "customers": (tr("none yet") if not customers else "", customers, not customers, "customers"),
        "tiers": (
            ", ".join(f"{t} {tiers[t]}" for t in "ABCN" if tiers.get(t)),
            len([t for t in "ABC" if tiers.get(t)]),
            bool(customers and not tiers),
            "tiers",
        ),
        "rules": (needs, rules, load.load is not None and load.load > 1, "tiers"),
        "visits": (tr("planned from today on"), ahead, bool(customers and not ahead), "plan"),
        "logs": (ntr("{n} missing", "{n} missing", missing) if missing else tr("in the last 30 days"), logged, bool(missing), "plan"),
    }
