"""How often one stage leads to the next, from the file's own visits and deals of the last 12 months; and what an average order brings."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from workbench import clock
from workbench.goals.actuals import ORDER_KEY
from workbench.targeting.intervals import wilson
from workbench.visits.cadence import add_months

FEW_CASES = 30
"""Below so many cases a rate is called uncertain."""
VISIT, PROPOSAL, ORDER, OWN = "visit", "proposal", "order", "own"

_AFTER_VISITS = """WITH v AS (SELECT customer_id, day, lead(day) OVER (PARTITION BY customer_id ORDER BY day, id) AS next
FROM visit WHERE status = 'done')
SELECT count(*), coalesce(sum({proposal}), 0), coalesce(sum({won}), 0) FROM v WHERE day BETWEEN ? AND ?"""
_LED = (
    "EXISTS (SELECT 1 FROM deal d WHERE d.customer_id = v.customer_id AND d.stage IN ({stages}) "
    "AND d.opened >= v.day AND (v.next IS NULL OR d.opened < v.next))"
)
_DECIDED = """SELECT count(*), coalesce(sum(stage = 'won'), 0) FROM deal
WHERE stage IN ('won', 'lost') AND coalesce(closed, opened) BETWEEN ? AND ?"""
_AVERAGE = f"""SELECT count(*), sum(amount), sum(profit) FROM (
SELECT sum(amount) AS amount, sum(coalesce(profit, 0)) AS profit, min(day) AS day FROM order_line
GROUP BY {ORDER_KEY} HAVING sum(amount) > 0) WHERE day BETWEEN ? AND ?"""


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of the cases led on."""

    hits: int
    cases: int


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of a stage that reaches the next one, by hand (no interval) or counted with its 90 % interval. `value` is None where nobody
    knows it."""

    value: float | None
    by_hand: bool = False
    counted: Counted | None = None
    low: float = 0.0
    high: float = 0.0

    @property
    def uncertain(self) -> bool:
        """Whether it rests on few cases."""
        return self.counted is not None and not self.by_hand and self.counted.cases < FEW_CASES


@dataclass(frozen=True, slots=True)
class AverageOrder:
    """What an order of the last 12 months brought, in ten-thousandths; of how many."""

    revenue: float
    profit: float
    orders: int


def counted_rate(found: Counted | None) -> Rate:
    """A rate from cases; unknown where none led on yet."""
    if found is None or not found.cases:
        return Rate(None, counted=found)
    low, high = wilson(found.hits, found.cases)
    return Rate(found.hits / found.cases if found.hits else None, False, found, low, high)


def last_twelve_months() -> tuple[date, date]:
    """The twelve full months before this one."""
    first = clock.today().replace(day=1)
    return add_months(first, -12), first - timedelta(days=1)


def counted(session: Session) -> dict[tuple[str, str], Counted]:
    """Cases by the kinds of two stages. Visits count from the first deal in the file on: before it, none could lead to one.

    A done visit leads to a proposal when a deal of its customer that reached one was opened from its day until before the next done visit.
    """
    first, last = last_twelve_months()
    ask = session.connection().exec_driver_sql
    earliest = ask("SELECT min(opened) FROM deal").scalar_one()
    found: dict[tuple[str, str], Counted] = {}
    if earliest is None:
        return found
    since = max(first, date.fromisoformat(earliest))
    sql = _AFTER_VISITS.format(proposal=_LED.format(stages="'proposal', 'won', 'lost'"), won=_LED.format(stages="'won'"))
    visits, proposals, orders = ask(sql, (since.isoformat(), last.isoformat())).one()
    if visits:
        found[VISIT, PROPOSAL] = Counted(proposals, visits)
        found[VISIT, ORDER] = Counted(orders, visits)
    decided, won = ask(_DECIDED, (first.isoformat(), last.isoformat())).one()
    if decided:
        found[PROPOSAL, ORDER] = Counted(won, decided)
    return found


def average_order(session: Session) -> AverageOrder | None:
    """The mean order of the last 12 months; None where there was none."""
    first, last = last_twelve_months()
    count, revenue, profit = session.connection().exec_driver_sql(_AVERAGE, (first.isoformat(), last.isoformat())).one()
    return AverageOrder(revenue / count, profit / count, count) if count else None
