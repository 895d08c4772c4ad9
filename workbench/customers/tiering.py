"""Customer tiers by cumulated revenue (ABC analysis): who is A, B, C or a prospect, and one sentence on why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from models import Tiering
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.strings import language, tr
from workbench.workspace.bulk import bulk
from workbench.workspace.reading import once_a_read
from workbench.workspace.workspace import company_of

TIERS = ("A", "B", "C", "N")
NO_DIFFERENCE = 1e-9


class ThresholdError(BadInput):
    """Thresholds that cannot be."""


class CustomerRevenue(NamedTuple):
    """One customer's revenue in ten-thousandths of the currency unit; `prospect` if it never ordered."""

    customer_id: int
    revenue: int
    prospect: bool = False


Revenue = tuple[int, int, bool]
"""A CustomerRevenue, or a plain tuple of the same."""


class TierRow(NamedTuple):
    """The tier of one customer by the figures. Shares are percent of the cumulated revenue before it and with it; `rank` counts from 1."""

    customer_id: int
    tier: str
    revenue: int
    rank: int
    share_before: float
    share: float


Tiered = tuple[int, str, int, int, float, float]
"""A TierRow, or a plain tuple of the same."""

NOWHERE: Tiered = (0, "", 0, 0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class TierSum:
    """Customers and revenue (ten-thousandths) of one tier, overrides counted."""

    customers: int
    revenue: int


@dataclass(frozen=True, slots=True)
class TierResult:
    """What a tiering gave. C holds the prospects too; `first`..`last` is the span that counted, None for all time."""

    tiers: dict[str, TierSum]
    prospects: int
    revenue: int
    first: date | None
    last: date | None
    newest_order: date | None
    changed: int


def check_thresholds(a_percent: float, b_percent: float) -> None:
    """Raise ThresholdError unless 0 < a <= b <= 100."""
    if not 0 < a_percent <= b_percent <= 100:
        raise ThresholdError(
            tr("The tiers cannot end at {a} and {b} percent.", a=f"{a_percent:g}", b=f"{b_percent:g}"),
            "",
            tr("A must end above 0, B at or after A, both at 100 at most."),
        )


def pareto_tiers(customers: Iterable[Revenue], a_percent: float = 80.0, b_percent: float = 95.0) -> list[TierRow]:
    """Tier customers by cumulated revenue, best first. Who crosses a threshold gets the better tier; equal revenue shares a tier.

    Revenue of zero or less is C, a prospect N. Raises ThresholdError. Source: ABC analysis, H. F. Dickie, 1951.
    """
    by_id = sorted(customers, key=itemgetter(0))
    return sorted(map(TierRow._make, tiers_in_place(by_id, a_percent, b_percent)), key=itemgetter(3))


def tiers_in_place(customers: Sequence[Revenue], a_percent: float, b_percent: float) -> list[Tiered]:
    """`pareto_tiers` of customers in the order of their ids, as plain tuples that stand where their customers stand: quick at 100,000."""
    check_thresholds(a_percent, b_percent)
    worth = [2 * revenue - prospect for _, revenue, prospect in customers]
    order = sorted(range(len(customers)), key=worth.__getitem__, reverse=True)
    total = sum(revenue for _, revenue, _ in customers if revenue > 0)
    per_cent = 100 / total if total else 0.0
    a_limit, b_limit = a_percent * total, b_percent * total
    rows: list[Tiered] = [NOWHERE] * len(customers)
    before = group_before = 0
    last_revenue: int | None = None
    share = 0.0
    for rank, place in enumerate(order, 1):
        customer_id, revenue, prospect = customers[place]
        if revenue != last_revenue:
            group_before, last_revenue = before, revenue
        if prospect and revenue == 0:
            tier = "N"
        elif revenue <= 0:
            tier = "C"
        else:
            reached = group_before * 100
            tier = "A" if reached < a_limit else "B" if reached < b_limit else "C"
            before += revenue
        share_before, share = share, before * per_cent
        rows[place] = (customer_id, tier, revenue, rank, share_before, share)
    return rows


def twelve_months(as_of: date) -> tuple[date, date]:
    """The 12 months that end with the last month over by the end of `as_of`."""
    following = as_of + timedelta(days=1)
    last = following.replace(day=1) - timedelta(days=1)
    return date(last.year - (last.month < 12), last.month % 12 + 1, 1), last


def revenues(session: Session, first: date | None, last: date | None) -> list[Revenue]:
    """Revenue of every customer that is not archived, in the span, both ends included; None is open. In the order of their ids."""
    low, high = (first or date.min).isoformat(), (last or date.max).isoformat()
    rows = _raw(
        session,
        "SELECT c.id, coalesce(sum(CASE WHEN o.day BETWEEN ? AND ? THEN o.amount END), 0), o.id IS NULL FROM customer c "
        "LEFT JOIN order_line o ON o.customer_id = c.id WHERE c.archived = 0 GROUP BY c.id",
        low,
        high,
    )
    return rows


def _raw(session: Session, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """All rows as plain tuples: 100,000 of them, none of which is asked by name."""
    cursor = session.connection().exec_driver_sql(sql, values).cursor
    assert cursor is not None
    return list(cursor.fetchall())


def newest_order(session: Session) -> date | None:
    """The day of the newest order in the file."""
    found = session.connection().exec_driver_sql("SELECT max(day) FROM order_line").scalar()
    return date.fromisoformat(found) if found else None


@once_a_read
def settings(session: Session) -> Tiering:
    """The one row of thresholds and span."""
    return session.query(Tiering).one()


def retier(
    session: Session, a_percent: float | None = None, b_percent: float | None = None, as_of: date | None = None, all_time: bool = False
) -> TierResult:
    """Tier all customers anew and keep the result with its reasons; hand-made overrides stand.

    Thresholds not given stay as they are. The span is the 12 months to the last full month before today, or to the last full month by
    `as_of`, or all time. Raises ThresholdError.
    """
    kept = settings(session)
    a, b = a_percent if a_percent is not None else kept.a_percent, b_percent if b_percent is not None else kept.b_percent
    first, last = (None, None) if all_time else twelve_months(as_of or clock.today() - timedelta(days=1))
    rows = tiers_in_place(revenues(session, first, last), a, b)
    kept.a_percent, kept.b_percent, kept.first, kept.last, kept.tiered_on = a, b, first, last, clock.today()
    session.flush()
    changed = _store(session, rows)
    return _result(session, rows, first, last, changed)


def _store(session: Session, rows: Sequence[Tiered]) -> int:
    """Write the tiers that differ, in the order of the file so that SQLite touches each page once; returns how many customers changed their tier."""
    db = session.connection()
    today = clock.today().isoformat()
    known = {
        r[0]: r
        for r in _raw(
            session, "SELECT customer_id, tier, override_reason, by_figures, revenue, rank, share_before, share FROM customer_tier"
        )
    }
    new, moved, same = list(() if known else rows), list[tuple[object, ...]](), list[Tiered]()
    for row in rows if known else ():
        old = known.pop(row[0], None)
        if old is None:
            new.append(row)
        elif not old[2] and row[1] != old[1]:
            moved.append((*row, old[1], today))
        elif old[3:] != row[1:]:
            same.append(row)
    if new:
        with bulk(db, "customer_tier", len(new)):
            db.exec_driver_sql(
                "INSERT INTO customer_tier (customer_id, tier, by_figures, revenue, rank, share_before, share, override_reason, previous) "
                "VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, '', '')",
                new,
            )
    if moved:
        db.exec_driver_sql(
            "UPDATE customer_tier SET tier = ?2, by_figures = ?2, revenue = ?3, rank = ?4, share_before = ?5, share = ?6, previous = ?7, "
            "changed_on = ?8 WHERE customer_id = ?1",
            moved,
        )
    if same:
        db.exec_driver_sql(
            "UPDATE customer_tier SET by_figures = ?2, revenue = ?3, rank = ?4, share_before = ?5, share = ?6 WHERE customer_id = ?1", same
        )
    if known:
        db.exec_driver_sql("DELETE FROM customer_tier WHERE customer_id = ?", [(k,) for k in known])
    return len(new) + len(moved)


def _result(session: Session, rows: Sequence[Tiered], first: date | None, last: date | None, changed: int) -> TierResult:
    counts = session.connection().exec_driver_sql("SELECT tier, count(*), sum(revenue) FROM customer_tier GROUP BY tier").fetchall()
    found = {r[0]: TierSum(r[1], r[2]) for r in counts}
    prospects = found.pop("N", TierSum(0, 0))
    tiers = {t: found.get(t, TierSum(0, 0)) for t in "ABC"}
    tiers["C"] = TierSum(tiers["C"].customers + prospects.customers, tiers["C"].revenue + prospects.revenue)
    return TierResult(tiers, prospects.customers, sum(map(itemgetter(2), rows)), first, last, newest_order(session), changed)


def override(session: Session, customer_id: int, tier: str, reason: str) -> None:
    """Give a customer a tier by hand, with its reason. Raises BadInput for an unknown tier or an empty reason."""
    if tier not in TIERS:
        raise BadInput(tr("There is no tier {tier}.", tier=tier), "", tr("Choose A, B, C or N."))
    if not reason.strip():
        raise BadInput(tr("A tier set by hand needs a reason."), "", tr("Write why in a few words."))
    db = session.connection()
    if not db.exec_driver_sql(
        "UPDATE customer_tier SET previous = CASE WHEN tier <> ? THEN tier ELSE previous END, "
        "changed_on = CASE WHEN tier <> ? THEN ? ELSE changed_on END, tier = ?, override_reason = ? WHERE customer_id = ?",
        (tier, tier, clock.today().isoformat(), tier, reason.strip(), customer_id),
    ).rowcount:
        db.exec_driver_sql(
            "INSERT INTO customer_tier (customer_id, tier, by_figures, revenue, rank, share_before, share, override_reason, previous) "
            "VALUES (?, ?, 'N', 0, 0, 0, 0, ?, '')",
            (customer_id, tier, reason.strip()),
        )


def clear_override(session: Session, customer_id: int) -> None:
    """Let the figures decide again."""
    session.connection().exec_driver_sql(
        "UPDATE customer_tier SET previous = CASE WHEN tier <> by_figures THEN tier ELSE previous END, "
        "changed_on = CASE WHEN tier <> by_figures THEN ? ELSE changed_on END, tier = by_figures, override_reason = '' WHERE customer_id = ?",
        (clock.today().isoformat(), customer_id),
    )


def held_reason(session: Session, customer_id: int) -> str:
    """Why a customer is held in its tier by hand, "" where the figures decide."""
    row = session.connection().exec_driver_sql("SELECT override_reason FROM customer_tier WHERE customer_id = ?", (customer_id,)).first()
    return str(row[0]) if row else ""


def why(session: Session, customer_id: int) -> str:
    """One sentence on why a customer has its tier."""
    row = (
        session.connection()
        .exec_driver_sql(
            "SELECT tier, by_figures, revenue, rank, share_before, share, override_reason FROM customer_tier WHERE customer_id = ?",
            (customer_id,),
        )
        .first()
    )
    if row is None:
        return tr("Not tiered yet.")
    tier, figures, revenue, rank, before, share, reason = row
    kept = settings(session)
    if reason:
        return tr("Held at {tier} by hand: {reason} By figures {figures}.", tier=tier, figures=figures, reason=ended(reason))
    if figures == "N":
        return tr("A prospect: no order yet.")
    if revenue <= 0:
        return tr("No revenue in the span that counts, so C.")
    amount = formatting.money_short(revenue, company_of(session).currency)
    a, b = kept.a_percent, kept.b_percent
    said = {"rank": rank, "amount": amount, "tier": tier, "a": formatting.percent(a / 100), "b": formatting.percent(b / 100)}
    limit = a if tier == "A" else b
    if tier in "AB" and before >= limit > 0:
        return tr("No. {rank} by revenue: {amount}, as much as the customer before it, and equal revenue shares a tier: {tier}.", **said)
    if tier in "AB" and share > limit + NO_DIFFERENCE:
        return tr(
            "No. {rank} by revenue: {amount} crosses the line at {line}, and who crosses it is {tier}.",
            line=formatting.percent(limit / 100),
            **said,
        )
    if tier == "A":
        return tr(
            "No. {rank} by revenue: {amount} brings the sum to {share}; A reaches to {a}.", share=formatting.percent(share / 100), **said
        )
    if tier == "B":
        return tr("No. {rank} by revenue: {amount} lies between {a} and {b} of the sum.", **said)
    rest = formatting.percent(1 - b / 100)
    return tr("No. {rank} by revenue: with {amount} it is in the last {rest} of the sum.", rest=rest, **said)


def ended(sentence: str) -> str:
    """A reason typed by hand as a sentence: with a full stop of the language where it has none."""
    text = sentence.strip()
    return text if text.endswith((".", "。", "!", "?", "！", "？")) else text + ("。" if language() == "ja" else ".")
