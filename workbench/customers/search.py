"""Finding customers by what is typed: names, place, person or note, in any script and from one letter on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from workbench import clock
from workbench.customers.folding import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A customer that matches. `next_visit` and `last_visit` are days, `start` minutes after midnight of the next visit.
    `beside` is the person, address or note that matches where no name does."""

    id: int
    tier: str
    name: str
    name_local: str
    place: str
    rep: str
    last_visit: date | None
    next_visit: date | None
    start: int | None
    beside: str = ""


def like(text: str) -> tuple[str, ...]:
    """LIKE patterns, one a word; all must match. `%` and `_` typed by the user mean themselves; the escape is a backslash."""
    words = fold(text).split()
    return tuple("%" + w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%" for w in words)


def find(session: Session, text: str, limit: int = 8) -> tuple[int, tuple[Found, ...]]:
    """How many customers match, and the first of them: better tier first, names that begin so before others."""
    patterns = like(text)
    if not patterns:
        return 0, ()
    where = "c.archived = 0" + " AND c.search LIKE ? ESCAPE '\\'" * len(patterns)
    db = session.connection()
    count = db.exec_driver_sql(f"SELECT count(*) FROM customer c WHERE {where}", patterns).scalar_one()
    rows = db.exec_driver_sql(
        f"SELECT c.id, coalesce(t.tier, 'N'), c.name, c.name_local, c.city, coalesce(r.short_name, ''), c.contact, c.address, c.note FROM customer c "
        f"LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN rep r ON r.id = c.rep_id WHERE {where} "
        f"ORDER BY c.search LIKE ? ESCAPE '\\' DESC, coalesce(t.rank, 1000000000), c.id LIMIT ?",
        (*patterns, patterns[0][1:], limit),
    ).fetchall()
    return count, tuple(_found(session, row, fold(text).split()) for row in rows)


def _found(session: Session, row: Sequence[Any], words: Sequence[str]) -> Found:
    last, coming, start = _visits(session, row[0])
    seen = fold(" ".join(row[2:5]))
    unseen = [word for word in words if word not in seen]
    beside = next((field for field in row[6:9] if unseen and unseen[0] in fold(field)), "")
    return Found(row[0], row[1], row[2], row[3], row[4], row[5], last, coming, start, " ".join(beside.split()))


def _visits(session: Session, customer: int) -> tuple[date | None, date | None, int | None]:
    db, today = session.connection(), clock.today().isoformat()
    last = db.exec_driver_sql("SELECT max(day) FROM visit WHERE customer_id = ? AND status = 'done'", (customer,)).scalar()
    coming = db.exec_driver_sql(
        "SELECT day, start FROM visit WHERE customer_id = ? AND status = 'planned' AND day >= ? ORDER BY day, start LIMIT 1",
        (customer, today),
    ).first()
    return (date.fromisoformat(last) if last else None, date.fromisoformat(coming[0]) if coming else None, coming[1] if coming else None)
