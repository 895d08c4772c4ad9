"""The list of customers: order, filters and pages, quick enough at 100,000 to follow the typing.

The pane keeps a `Shelf` of the ids in their order with the texts to be searched, and reads lines only for what is on screen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from workbench import clock
from workbench.customers.folding import fold
from workbench.strings import marked
from workbench.visits.channel import OF_RULE, channel_sql

_LAST = "SELECT customer_id, max(day) AS day FROM visit WHERE status = 'done' GROUP BY customer_id"
_NEXT = "SELECT customer_id, min(day) AS day FROM visit WHERE status = 'planned' AND day >= ? GROUP BY customer_id"

SORTS = {
    "name": ("c.folded",),
    "tier": ("coalesce(t.tier, 'N')", "coalesce(t.rank, 1000000000)"),
    "revenue": ("coalesce(t.revenue, 0)",),
    "industry": ("c.industry",),
    "city": ("c.city",),
    "rep": ("coalesce(r.name, '')",),
    "last_visit": ("coalesce(l.day, '')",),
    "next_visit": ("coalesce(n.day, '9999')",),
    "number": ("c.number",),
    "phone": ("c.phone",),
    "contact": ("c.contact",),
}
"""Sort keys and what they compare."""

PIECE = 4_000

CADENCES = {"in_time": marked("In time"), "behind": marked("Behind"), "never": marked("Never visited")}
PLACES = {"placed": marked("On the map"), "no_place": marked("No place yet")}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for: in each facet that has choices one of them. `reps` and `segments` hold ids, 0 for none."""

    tiers: frozenset[str] = frozenset()
    reps: frozenset[int] = frozenset()
    industries: frozenset[str] = frozenset()
    cadences: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    segments: frozenset[int] = frozenset()
    archived: bool = False


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
class Shelf:
    """The customers that pass the facets, in their order: ids, and beside each the text that a search looks through."""

    ids: list[int]
    texts: list[str]

    def pieces(self, text: str) -> Iterator[list[int]]:
        """The ids whose text holds every word of `text`, piece by piece in order; 100,000 customers are 25 pieces.

        Plain `in` over texts in memory takes a third of what SQL does, and lets the first hits be shown before the last are found.
        """
        words = fold(text).split()
        if not words:
            yield self.ids
            return
        first, *more = sorted(words, key=len, reverse=True)
        for start in range(0, len(self.ids), PIECE):
            ids, texts = self.ids[start : start + PIECE], self.texts[start : start + PIECE]
            if more:
                yield [i for i, found in zip(ids, texts, strict=True) if first in found and all(word in found for word in more)]
            else:
                yield [i for i, found in zip(ids, texts, strict=True) if first in found]

    def without(self, gone: Iterable[int]) -> "Shelf":
        """The same without some customers."""
        left = set(gone)
        kept = [(i, text) for i, text in zip(self.ids, self.texts, strict=True) if i not in left]
        return Shelf([i for i, _ in kept], [text for _, text in kept])


def shelf(session: Session, filters: Filters, sort: str = "revenue", descending: bool = True) -> Shelf:
    """The customers that pass all filters, ordered by `sort` (a key of SORTS), ties by id. Half a second at 100,000."""
    key = SORTS[sort]
    way = "DESC" if descending else "ASC"
    joins = {
        "t.": "LEFT JOIN customer_tier t ON t.customer_id = c.id",
        "r.": "LEFT JOIN rep r ON r.id = c.rep_id",
        "l.": f"LEFT JOIN ({_LAST}) l ON l.customer_id = c.id",
        "n.": f"LEFT JOIN ({_NEXT}) n ON n.customer_id = c.id",
    }
    needed = " ".join(join for mark, join in joins.items() if any(mark in part for part in key))
    keys = ", ".join(f"{part} {way}" for part in key)
    where, values = _where(session, filters)
    named = [clock.today().isoformat()] if "n." in needed else []
    rows = _fetch(session, f"SELECT c.id, c.search FROM customer c {needed} WHERE {where} ORDER BY {keys}, c.id", (*named, *values))
    return Shelf([row[0] for row in rows], [row[1] for row in rows])


def count(session: Session) -> int:
    """How many customers the file holds, archived ones too."""
    return int(session.connection().exec_driver_sql("SELECT count(*) FROM customer").scalar_one())


def _where(session: Session, filters: Filters) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = ["c.archived = ?"]
    values: list[object] = [int(filters.archived)]
    if filters.tiers:
        known = "SELECT customer_id FROM customer_tier WHERE tier"
        inside = f"c.id IN ({known} IN ({marks_for(filters.tiers)}))"
        parts.append(f"({inside} OR c.id NOT IN ({known} <> ''))" if "N" in filters.tiers else inside)
        values += sorted(filters.tiers)
    if filters.reps:
        parts.append(f"coalesce(c.rep_id, 0) IN ({marks_for(filters.reps)})")
        values += sorted(filters.reps)
    if filters.industries:
        parts.append(f"c.industry IN ({marks_for(filters.industries)})")
        values += sorted(filters.industries)
    if filters.tags:
        parts.append(f"c.id IN (SELECT customer_id FROM customer_tag WHERE tag IN ({marks_for(filters.tags)}))")
        values += sorted(filters.tags)
    if filters.places and len(filters.places) < len(PLACES):
        parts.append("c.lat IS NOT NULL" if "placed" in filters.places else "c.lat IS NULL")
    if filters.cadences:
        states, bound = cadence_states(session)
        parts.append(f"c.id IN (SELECT id FROM ({states}) WHERE state IN ({marks_for(filters.cadences)}))")
        values += [*bound, *sorted(filters.cadences)]
    if filters.segments:
        from workbench.targeting.segments import counting_in

        sql, bound = counting_in(session, filters.segments)
        parts.append(f"({sql})")
        values += bound
    return " AND ".join(parts), tuple(values)


def marks_for(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def cadence_states(session: Session) -> tuple[str, tuple[object, ...]]:
    """A query of `id` and `state` (a key of CADENCES) for each customer against the rule it is visited by, with its values."""
    channel, values = channel_sql(session, OF_RULE)
    return (
        f"SELECT id, CASE WHEN seen IS NULL THEN 'never' WHEN channel = 'visit' AND julianday(?) - julianday(seen) > greatest_gap "
        f"THEN 'behind' ELSE 'in_time' END AS state FROM (SELECT c.id, l.day AS seen, r.greatest_gap, {channel} AS channel FROM customer c "
        f"LEFT JOIN ({_LAST}) l ON l.customer_id = c.id LEFT JOIN customer_tier t ON t.customer_id = c.id "
        "LEFT JOIN visit_rule r ON r.tier = coalesce(t.tier, 'N') WHERE c.archived = 0)",
        (clock.today().isoformat(), *values),
    )


def lines(session: Session, ids: Sequence[int]) -> dict[int, CustomerLine]:
    """The lines of the given customers, a few hundred at most."""
    if not ids:
        return {}
    marks, today = marks_for(ids), clock.today()
    last = _days(
        session,
        f"SELECT customer_id, max(day) FROM visit WHERE status = 'done' AND customer_id IN ({marks}) GROUP BY customer_id",
        tuple(ids),
    )
    coming = _days(
        session,
        f"SELECT customer_id, min(day) FROM visit WHERE status = 'planned' AND day >= ? AND customer_id IN ({marks}) GROUP BY customer_id",
        (today.isoformat(), *ids),
    )
    channel, bound = channel_sql(session, "coalesce(v.channel, 'desk')")
    rows = _fetch(
        session,
        "SELECT c.id, coalesce(t.tier, 'N'), c.name, c.name_local, c.number, c.industry, CASE WHEN c.city <> '' THEN c.city ELSE c.prefecture END, "
        "coalesce(nullif(r.short_name, ''), r.name, ''), coalesce(t.revenue, 0), v.greatest_gap, "
        f"{channel}, c.lat IS NOT NULL, c.phone, c.contact FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN rep r ON r.id = c.rep_id "
        f"LEFT JOIN visit_rule v ON v.tier = coalesce(t.tier, 'N') WHERE c.id IN ({marks})",
        (*bound, *ids),
    )
    found = {}
    for r in rows:
        days = (today - last[r[0]]).days if r[0] in last else None
        late = days is not None and r[10] == "visit" and r[9] is not None and days > r[9]
        found[r[0]] = CustomerLine(
            r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], days, late, coming.get(r[0]), bool(r[11]), r[12], r[13]
        )
    return found


def _days(session: Session, sql: str, values: tuple[object, ...]) -> dict[int, date]:
    return {r[0]: date.fromisoformat(r[1]) for r in _fetch(session, sql, values) if r[1]}


def _fetch(session: Session, sql: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
    """All rows of a query, without the cost of a row object each."""
    raw = session.connection().connection.driver_connection
    assert raw is not None
    return raw.execute(sql, values).fetchall()


@dataclass(frozen=True, slots=True)
class Totals:
    """What some customers have together: revenue in ten-thousandths of the currency unit, and their reps by name ("" for none)."""

    revenue: int
    reps: tuple[str, ...]


def totals(session: Session, ids: Sequence[int]) -> Totals:
    """Revenue and reps of these customers, a few thousand at most."""
    db, revenue, reps = session.connection(), 0, set[str]()
    for start in range(0, len(ids), 500):
        some = tuple(ids[start : start + 500])
        rows = db.exec_driver_sql(
            "SELECT coalesce(nullif(r.short_name, ''), r.name, ''), sum(coalesce(t.revenue, 0)) FROM customer c "
            f"LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN rep r ON r.id = c.rep_id WHERE c.id IN ({marks_for(some)}) GROUP BY 1",
            some,
        )
        for name, amount in rows:
            revenue += amount
            reps.add(name)
    return Totals(revenue, tuple(sorted(reps)))
