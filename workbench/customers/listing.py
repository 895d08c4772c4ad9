"""The list of customers: order, filters and pages, quick enough at 100,000 to follow the typing.

The pane keeps one order of ids for each way to sort, asks which ids match, and reads lines only for what is on screen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workbench import clock
from workbench.customers.folding import fold
from workbench.strings import marked

_LAST = "SELECT customer_id, max(day) AS day FROM visit WHERE status = 'done' GROUP BY customer_id"
_NEXT = "SELECT customer_id, min(day) AS day FROM visit WHERE status = 'planned' AND day >= :today GROUP BY customer_id"

SORTS = {
    "name": "c.folded COLLATE NOCASE",
    "tier": "coalesce(t.tier, 'N'), coalesce(t.rank, 1000000000)",
    "revenue": "coalesce(t.revenue, 0)",
    "industry": "c.industry",
    "city": "c.city",
    "rep": "coalesce(r.name, '')",
    "last_visit": "coalesce(l.day, '')",
    "next_visit": "coalesce(n.day, '9999')",
    "number": "c.number",
}
"""Sort keys and what they compare."""

CADENCES = {"in_time": marked("In time"), "behind": marked("Behind"), "never": marked("Never visited")}
PLACES = {"placed": marked("On the map"), "no_place": marked("No place yet")}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for: every word of `text`, and in each facet that has choices one of them. `reps` holds ids, 0 for no rep."""

    text: str = ""
    tiers: frozenset[str] = frozenset()
    reps: frozenset[int] = frozenset()
    industries: frozenset[str] = frozenset()
    cadences: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    archived: bool = False

    @property
    def narrows(self) -> bool:
        """Whether anything but the archive is filtered out."""
        return bool(self.text.strip() or self.tiers or self.reps or self.industries or self.cadences or self.places or self.tags)


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """One row of the list. `revenue` is ten-thousandths of the currency unit in the span that counted; `days` since the last real visit;
    `late` says that this is more than the rule's greatest gap."""

    id: int
    tier: str
    name: str
    name_local: str
    number: str
    industry: str
    city: str
    rep: str
    revenue: int
    days: int | None
    late: bool
    next_visit: date | None
    placed: bool
    phone: str
    contact: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a facet: its value, what it is called, how many customers have it, its share of the revenue in percent (tiers only)."""

    value: str | int
    name: str
    count: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets over all customers that are not archived."""

    customers: int
    tiers: tuple[Choice, ...]
    industries: tuple[Choice, ...]
    reps: tuple[Choice, ...]
    cadences: tuple[Choice, ...]
    places: tuple[Choice, ...]
    tags: tuple[Choice, ...]
    archived: int


def order(session: Session, sort: str = "revenue", descending: bool = True) -> list[int]:
    """The ids of all customers, archived ones too, in the order of `sort` (a key of SORTS), ties by id."""
    key = SORTS[sort]
    way = "DESC" if descending else "ASC"
    joins = {"t.": "LEFT JOIN customer_tier t ON t.customer_id = c.id", "r.": "LEFT JOIN rep r ON r.id = c.rep_id",
             "l.": f"LEFT JOIN ({_LAST}) l ON l.customer_id = c.id", "n.": f"LEFT JOIN ({_NEXT}) n ON n.customer_id = c.id"}
    needed = " ".join(join for mark, join in joins.items() if mark in key)
    keys = ", ".join(f"{part} {way}" for part in key.split(", ") if part) if "(" not in key else _directed(key, way)
    sql = f"SELECT c.id FROM customer c {needed} ORDER BY {keys}, c.id"
    return _ids(session, sql, {"today": clock.today().isoformat()})


def _directed(key: str, way: str) -> str:
    """`way` behind each of the keys, whose own commas stand in brackets."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(key):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(key[start:place])
            start = place + 1
    return ", ".join(f"{part.strip()} {way}" for part in (*parts, key[start:]))


def matching(session: Session, filters: Filters) -> set[int]:
    """The ids of the customers that pass the filters."""
    where, values = _where(filters)
    return set(_ids(session, f"SELECT c.id FROM customer c WHERE {where}", values))


def _ids(session: Session, sql: str, values: object) -> list[int]:
    """The first column of a query, fetched without the cost of a row object each."""
    raw = session.connection().connection.driver_connection
    assert raw is not None
    return [r[0] for r in raw.execute(sql, values).fetchall()]


def _where(filters: Filters) -> tuple[str, tuple[object, ...]]:
    parts, values = ["c.archived = ?"], [int(filters.archived)]
    for word in fold(filters.text).split():
        parts.append("instr(c.search, ?) > 0")
        values.append(word)
    if filters.tiers:
        known = "SELECT customer_id FROM customer_tier WHERE tier"
        inside = f"c.id IN ({known} IN ({_marks(filters.tiers)}))"
        parts.append(f"({inside} OR c.id NOT IN ({known} <> ''))" if "N" in filters.tiers else inside)
        values += sorted(filters.tiers)
    if filters.reps:
        parts.append(f"coalesce(c.rep_id, 0) IN ({_marks(filters.reps)})")
        values += sorted(filters.reps)
    if filters.industries:
        parts.append(f"c.industry IN ({_marks(filters.industries)})")
        values += sorted(filters.industries)
    if filters.tags:
        parts.append(f"c.id IN (SELECT customer_id FROM customer_tag WHERE tag IN ({_marks(filters.tags)}))")
        values += sorted(filters.tags)
    if filters.places and len(filters.places) < len(PLACES):
        parts.append("c.lat IS NOT NULL" if "placed" in filters.places else "c.lat IS NULL")
    if filters.cadences:
        parts.append(f"c.id IN (SELECT id FROM ({_CADENCE}) WHERE state IN ({_marks(filters.cadences)}))")
        values += [clock.today().isoformat(), *sorted(filters.cadences)]
    return " AND ".join(parts), tuple(values)


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


_CADENCE = (
    "SELECT c.id, CASE WHEN l.day IS NULL THEN 'never' WHEN julianday(?) - julianday(l.day) > coalesce(v.greatest_gap, 99999) "
    f"THEN 'behind' ELSE 'in_time' END AS state FROM customer c LEFT JOIN ({_LAST}) l ON l.customer_id = c.id "
    "LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN visit_rule v ON v.tier = coalesce(t.tier, 'N') AND v.channel = 'visit' "
    "WHERE c.archived = 0"
)
"""Each customer's state against its rule. One parameter: today."""


def lines(session: Session, ids: Sequence[int]) -> dict[int, CustomerLine]:
    """The lines of the given customers, a few hundred at most."""
    if not ids:
        return {}
    db, marks, today = session.connection(), _marks(ids), clock.today()
    last = _days(db, f"SELECT customer_id, max(day) FROM visit WHERE status = 'done' AND customer_id IN ({marks}) GROUP BY customer_id", tuple(ids))
    coming = _days(db, f"SELECT customer_id, min(day) FROM visit WHERE status = 'planned' AND day >= ? AND customer_id IN ({marks}) GROUP BY customer_id",
                   (today.isoformat(), *ids))
    rows = db.exec_driver_sql(
        "SELECT c.id, coalesce(t.tier, 'N'), c.name, c.name_local, c.number, c.industry, CASE WHEN c.city <> '' THEN c.city ELSE c.prefecture END, "
        "coalesce(nullif(r.short_name, ''), r.name, ''), coalesce(t.revenue, 0), v.greatest_gap, v.channel, c.lat IS NOT NULL, c.phone, c.contact "
        "FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN rep r ON r.id = c.rep_id "
        f"LEFT JOIN visit_rule v ON v.tier = coalesce(t.tier, 'N') WHERE c.id IN ({marks})", tuple(ids))
    found = {}
    for r in rows:
        days = (today - last[r[0]]).days if r[0] in last else None
        late = days is not None and r[10] == "visit" and days > r[9]
        found[r[0]] = CustomerLine(*r[:9], days, late, coming.get(r[0]), bool(r[11]), r[12], r[13])
    return found


def _days(db: Connection, sql: str, values: tuple[object, ...]) -> dict[int, date]:
    return {r[0]: date.fromisoformat(r[1]) for r in db.exec_driver_sql(sql, values) if r[1]}


def facets(session: Session) -> Facets:
    """Count every facet; a job for another thread at 100,000 customers."""
    db = session.connection()
    run = db.exec_driver_sql
    tiers = {r[0]: (r[1], r[2]) for r in run(
        "SELECT coalesce(t.tier, 'N'), count(*), sum(max(coalesce(t.revenue, 0), 0)) FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id "
        "WHERE c.archived = 0 GROUP BY 1")}
    total = sum(revenue for _, revenue in tiers.values()) or 1
    reps = run("SELECT coalesce(r.id, 0), coalesce(r.name, ''), count(*) FROM customer c LEFT JOIN rep r ON r.id = c.rep_id WHERE c.archived = 0 "
               "GROUP BY 1 ORDER BY r.id IS NULL, r.position, r.id").fetchall()
    industries = run("SELECT industry, count(*) FROM customer WHERE archived = 0 AND industry <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30").fetchall()
    tags = run("SELECT t.tag, count(*) FROM customer_tag t JOIN customer c ON c.id = t.customer_id WHERE c.archived = 0 GROUP BY 1 ORDER BY 2 DESC, 1 "
               "LIMIT 30").fetchall()
    states = {r[0]: r[1] for r in run(f"SELECT state, count(*) FROM ({_CADENCE}) GROUP BY 1", (clock.today().isoformat(),))}
    placed, no_place, archived = run("SELECT coalesce(sum(archived = 0 AND lat IS NOT NULL), 0), coalesce(sum(archived = 0 AND lat IS NULL), 0), "
                                     "coalesce(sum(archived), 0) FROM customer").one()
    return Facets(
        placed + no_place,
        tuple(Choice(t, t, tiers[t][0], 100 * tiers[t][1] / total) for t in ("A", "B", "C", "N") if t in tiers),
        tuple(Choice(r[0], r[0], r[1]) for r in industries),
        tuple(Choice(r[0], r[1], r[2]) for r in reps),
        tuple(Choice(s, CADENCES[s], states[s]) for s in CADENCES if s in states),
        tuple(Choice(v, PLACES[v], n) for v, n in (("placed", placed), ("no_place", no_place)) if n),
        tuple(Choice(r[0], r[0], r[1]) for r in tags),
        archived,
    )
