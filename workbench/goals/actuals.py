"""What the orders in the file say about a goal: orders, revenue, profit, new customers in a span."""

from datetime import date

from sqlalchemy.orm import Session

from models.base import MONEY_SCALE

ORDER_KEY = "CASE WHEN order_number = '' THEN 'line ' || id ELSE customer_id || ' ' || order_number END"
"""Lines of one number and customer are one order; a line without number is an order of its own."""

_DAILY = {
    "orders": f"SELECT day, count(*) * {MONEY_SCALE} FROM (SELECT min(day) AS day FROM order_line GROUP BY {ORDER_KEY} HAVING sum(amount) > 0) "
    "WHERE day BETWEEN ? AND ? GROUP BY day",
    "revenue": "SELECT day, sum(amount) FROM order_line WHERE day BETWEEN ? AND ? GROUP BY day",
    "profit": "SELECT day, sum(profit) FROM order_line WHERE profit IS NOT NULL AND day BETWEEN ? AND ? GROUP BY day",
    "new_customers": f"SELECT day, count(*) * {MONEY_SCALE} FROM (SELECT min(day) AS day FROM order_line WHERE amount > 0 GROUP BY customer_id) "
    "WHERE day BETWEEN ? AND ? GROUP BY day",
}


def daily(session: Session, metric: str, first: date, last: date) -> dict[date, int]:
    """The metric by day in the span, both ends included, in ten-thousandths. `growth` is measured as revenue.

    An order counts on the day of its first line, if its lines sum up above zero (returns alone are no order).
    """
    sql = _DAILY["revenue" if metric == "growth" else metric]
    rows = session.connection().exec_driver_sql(sql, (first.isoformat(), last.isoformat()))
    return {date.fromisoformat(r[0]): int(r[1]) for r in rows}


def measured(session: Session, metric: str, first: date, last: date) -> int | None:
    """The sum of the metric in the span in ten-thousandths, None if the file has no order in or before it."""
    reaches = session.connection().exec_driver_sql("SELECT 1 FROM order_line WHERE day <= ? LIMIT 1", (last.isoformat(),)).first()
    if reaches is None:
        return None
    return sum(daily(session, metric, first, last).values())
