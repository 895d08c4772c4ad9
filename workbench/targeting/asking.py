"""A filter as SQL over `customer c`. Values are always bound. Each condition is 0 or 1 and never null, so that `not` means what it says."""

from datetime import timedelta

from sqlalchemy.orm import Session

from workbench import clock
from workbench.targeting.fields import Value
from workbench.targeting.filters import Condition, Group, Node, pruned

Sql = tuple[str, tuple[Value, ...]]

NOBODY: Sql = ("0", ())
COSTS = {"industry": 0, "region": 0, "rep": 0, "last_order": 2, "cycle": 3}
"""What is asked first: whoever fails a cheap question is not asked a dear one. Others cost 1."""
RANKED = "(SELECT count(*) FROM customer_tier WHERE revenue > 0)"
SIZE_RANKS = {
    "top": f"rank * 10 <= {RANKED}",
    "upper": f"rank * 10 > {RANKED} AND rank * 2 <= {RANKED}",
    "lower": f"rank * 2 > {RANKED}",
}
CYCLE = "(julianday(max(day)) - julianday(min(day))) / (count(DISTINCT day) - 1)"


def where(tree: Group | None) -> Sql:
    """The filter as one expression of 0 or 1, and the values for its question marks. No filter finds nobody."""
    kept = pruned(tree)
    return NOBODY if kept is None else _node(kept)


def matching(session: Session, tree: Group | None) -> list[int]:
    """The ids of all customers that pass the filter and are not archived, in the order of the file."""
    sql, values = where(tree)
    cursor = session.connection().exec_driver_sql(f"SELECT c.id FROM customer c WHERE c.archived = 0 AND ({sql})", values).cursor
    assert cursor is not None
    return sorted(row[0] for row in cursor.fetchall())


def lowered(text: str) -> str:
    """`text` with the capitals of ASCII made small, as SQLite's lower() does."""
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def _node(node: Node) -> Sql:
    if isinstance(node, Condition):
        return _condition(node.field, node.comparison, node.value)
    pieces = [_node(part) for part in sorted(node.parts, key=_cost)]
    inside = (" AND " if node.how == "and" else " OR ").join(f"({sql})" for sql, _ in pieces)
    values = tuple(value for _, some in pieces for value in some)
    return (f"NOT ({inside})" if node.how == "not" else inside), values


def _cost(node: Node) -> int:
    return COSTS.get(node.field, 1) if isinstance(node, Condition) else max(map(_cost, node.parts), default=0)


def _condition(field: str, comparison: str, value: Value) -> Sql:
    if field == "industry":
        return _text(("c.industry",), comparison, str(value))
    if field == "region":
        return _text(("c.prefecture", "c.city"), comparison, str(value))
    if field == "tag":
        return _among("customer_tag WHERE tag = ?", comparison == "has", value)
    if field == "tier":
        return _tier(comparison == "is", str(value))
    if field == "size":
        return _size(comparison == "is", str(value))
    if field == "rep":
        return f"coalesce(c.rep_id, 0) {'=' if comparison == 'is' else '<>'} ?", (value,)
    if field == "revenue":
        return f"coalesce((SELECT revenue FROM customer_tier WHERE customer_id = c.id), 0) {'>' if comparison == 'above' else '<'} ?", (
            value,
        )
    if field in ("won", "lost"):
        return _among(f"deal WHERE stage = '{field}' GROUP BY customer_id HAVING count(*) >= ?", comparison == "at_least", value)
    if field == "cycle":
        return _among(f"order_line GROUP BY customer_id HAVING {CYCLE} {'>' if comparison == 'above' else '<'} ?", True, value)
    return _last_order(comparison, int(value))


def _text(columns: tuple[str, ...], comparison: str, value: str) -> Sql:
    """Compare the text of any of the columns; `contains` looks through capitals."""
    if comparison == "contains":
        return " OR ".join(f"instr(lower({column}), ?) > 0" for column in columns), (lowered(value),) * len(columns)
    inside = " OR ".join(f"{column} = ?" for column in columns)
    return (f"NOT ({inside})" if comparison == "is_not" else inside), (value,) * len(columns)


def _among(rest: str, inside: bool, *values: Value) -> Sql:
    """Whether a customer is named by a query that is read once."""
    return f"c.id {'IN' if inside else 'NOT IN'} (SELECT customer_id FROM {rest})", values


def _tier(inside: bool, tier: str) -> Sql:
    """Who has no tier yet is a prospect."""
    if tier == "N":
        return _among("customer_tier WHERE tier <> 'N'", not inside)
    return _among("customer_tier WHERE tier = ?", inside, tier)


def _size(inside: bool, size: str) -> Sql:
    if size == "none":
        return _among("customer_tier WHERE revenue > 0", not inside)
    return _among(f"customer_tier WHERE revenue > 0 AND {SIZE_RANKS[size]}", inside)


def _last_order(comparison: str, days: int) -> Sql:
    if comparison == "never":
        return "NOT EXISTS (SELECT 1 FROM order_line WHERE customer_id = c.id)", ()
    since = (clock.today() - timedelta(days=days)).isoformat()
    if comparison == "within":
        return "EXISTS (SELECT 1 FROM order_line WHERE customer_id = c.id AND day >= ?)", (since,)
    return "coalesce((SELECT max(day) FROM order_line WHERE customer_id = c.id) < ?, 0)", (since,)
