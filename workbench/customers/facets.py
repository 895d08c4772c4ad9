"""The facets beside the list of customers: how many of each tier, segment, rep, industry, cadence, place and tag."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.customers.listing import CADENCES, PLACES, cadence_states


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
    segments: tuple[Choice, ...] = ()


def facets(session: Session) -> Facets:
    """Count every facet; a job for another thread at 100,000 customers."""
    db = session.connection()
    run = db.exec_driver_sql
    tiers = {
        r[0]: (r[1], r[2])
        for r in run(
            "SELECT coalesce(t.tier, 'N'), count(*), sum(max(coalesce(t.revenue, 0), 0)) FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id "
            "WHERE c.archived = 0 GROUP BY 1"
        )
    }
    total = sum(revenue for _, revenue in tiers.values()) or 1
    reps = run(
        "SELECT coalesce(r.id, 0), coalesce(r.name, ''), count(*) FROM customer c LEFT JOIN rep r ON r.id = c.rep_id WHERE c.archived = 0 "
        "GROUP BY 1 ORDER BY r.id IS NULL, r.position, r.id"
    ).fetchall()
    industries = run(
        "SELECT industry, count(*) FROM customer WHERE archived = 0 AND industry <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30"
    ).fetchall()
    tags = run(
        "SELECT t.tag, count(*) FROM customer_tag t JOIN customer c ON c.id = t.customer_id WHERE c.archived = 0 GROUP BY 1 ORDER BY 2 DESC, 1 "
        "LIMIT 30"
    ).fetchall()
    asked, values = cadence_states(session)
    states = {r[0]: r[1] for r in run(f"SELECT state, count(*) FROM ({asked}) GROUP BY 1", values)}
    placed, no_place, archived = run(
        "SELECT coalesce(sum(archived = 0 AND lat IS NOT NULL), 0), coalesce(sum(archived = 0 AND lat IS NULL), 0), "
        "coalesce(sum(archived), 0) FROM customer"
    ).one()
    return Facets(
        placed + no_place,
        tuple(Choice(t, t, tiers[t][0], 100 * tiers[t][1] / total) for t in ("A", "B", "C", "N") if t in tiers),
        tuple(Choice(r[0], r[0], r[1]) for r in industries),
        tuple(Choice(r[0], r[1], r[2]) for r in reps),
        tuple(Choice(s, CADENCES[s], states[s]) for s in CADENCES if s in states),
        tuple(Choice(v, PLACES[v], n) for v, n in (("placed", placed), ("no_place", no_place)) if n),
        tuple(Choice(r[0], r[0], r[1]) for r in tags),
        archived,
        _segments(session),
    )


def _segments(session: Session) -> tuple[Choice, ...]:
    """How many customers count in each segment, and in none."""
    if not session.connection().exec_driver_sql("SELECT count(*) FROM segment").scalar_one():
        return ()
    from workbench.targeting.segments import overview

    found = overview(session)
    made = [Choice(one.id, one.name, one.customers) for one in found.segments]
    return (*made, Choice(0, "", found.rest_customers)) if made and found.rest_customers else tuple(made)
