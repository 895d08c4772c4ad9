"""What a plan would change: every visit added, moved, dropped or kept, beside the visits that stand in the file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Visit
from workbench.strings import ntr
from workbench.visits.problem import PlannedVisit

ADDED, MOVED, DROPPED, KEPT = "added", "moved", "dropped", "kept"
ORDER = (DROPPED, MOVED, ADDED, KEPT)


class Slot(NamedTuple):
    """When a visit is, and whose."""

    day: date
    start: int
    rep_id: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A planned visit in the file."""

    id: int
    customer_id: int
    slot: Slot
    end: int = 0
    locked: bool = False
    why: str = ""

    def as_planned(self) -> PlannedVisit:
        """The visit as a plan has it, without its driving."""
        day, start, rep = self.slot
        return PlannedVisit(self.customer_id, rep, day, start, self.end, 0, 0.0, self.locked, None, self.why)


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of one visit: `before` is None when it is added, `after` when it is dropped."""

    kind: str
    customer_id: int
    before: Slot | None
    after: Slot | None


def standing_visits(session: Session, first: date, last: date) -> tuple[Standing, ...]:
    """The planned visits from first to last, by day and time."""
    query = select(Visit).where(Visit.day.between(first, last), Visit.status == "planned").order_by(Visit.day, Visit.start, Visit.id)
    return tuple(
        Standing(row.id, row.customer_id, Slot(row.day, row.start, row.rep_id), row.end, row.locked, row.why)
        for row in session.scalars(query)
    )


def moves(standing: Sequence[Standing], visits: Sequence[PlannedVisit]) -> tuple[Move, ...]:
    """One move a visit: dropped ones first, then moved, added and kept ones, each by day and time.

    A customer's visits are matched where nothing changes, then on the same day, then in their order.
    """
    before: dict[int, list[Standing]] = defaultdict(list)
    after: dict[int, list[Slot]] = defaultdict(list)
    by_id = {visit.id: visit for visit in standing}
    found = []
    for visit in visits:
        slot = Slot(visit.day, visit.start, visit.rep_id)
        kept = by_id.pop(visit.visit_id, None) if visit.visit_id is not None else None
        if kept is not None:
            found.append(_move(visit.customer_id, kept.slot, slot))
        else:
            after[visit.customer_id].append(slot)
    for left in by_id.values():
        before[left.customer_id].append(left)
    for customer in before.keys() | after.keys():
        found += _of_customer(customer, [visit.slot for visit in before[customer]], sorted(after[customer]))
    found.sort(key=lambda move: (ORDER.index(move.kind), move.after or move.before, move.customer_id))
    return tuple(found)


def counted(found: Sequence[Move]) -> str:
    """How many of each kind, in words."""
    counts: Mapping[str, int] = Counter(move.kind for move in found)
    words = (
        (ADDED, ntr("{n} added", "{n} added", counts[ADDED])),
        (MOVED, ntr("{n} moved", "{n} moved", counts[MOVED])),
        (DROPPED, ntr("{n} dropped", "{n} dropped", counts[DROPPED])),
        (KEPT, ntr("{n} kept", "{n} kept", counts[KEPT])),
    )
    return " · ".join(text for kind, text in words if counts[kind])


def _of_customer(customer: int, before: list[Slot], after: list[Slot]) -> list[Move]:
    found = []
    for same in (lambda old, new: old == new, lambda old, new: old.day == new.day, lambda old, new: True):
        for new in list(after):
            old = next((old for old in before if same(old, new)), None)
            if old is not None:
                before.remove(old)
                after.remove(new)
                found.append(_move(customer, old, new))
    found += [Move(DROPPED, customer, old, None) for old in before]
    return found + [Move(ADDED, customer, None, new) for new in after]


def _move(customer: int, old: Slot, new: Slot) -> Move:
    return Move(KEPT if old == new else MOVED, customer, old, new)
