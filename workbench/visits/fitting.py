"""Where a visit to a customer would go on a rep's day, and adding one only with the owner's word where it breaks a rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from workbench.strings import tr
from workbench.visits.commands import Placed, VisitError, add_visit, end_of_day, usual_minutes
from workbench.visits.slots import free_start


class BreaksRules(VisitError):
    """The visit wished for breaks rules, and nobody has said that it is meant so. `placed` tells which."""

    def __init__(self, placed: Placed) -> None:
        super().__init__(what=" ".join(placed.broken), where="", remedy=tr("Press again to add it all the same."))
        self.placed = placed


@dataclass(frozen=True, slots=True)
class Fit:
    """When a visit would begin and end on a day, in minutes after midnight; `free` when it breaks no rule of that day there."""

    start: int
    end: int
    free: bool


def best_fit(session: Session, customer_id: int, day: date, rep_id: int) -> Fit:
    """Where a visit goes when no time is wished for: where it fits best, else to the end of that day's visits."""
    minutes = usual_minutes(session, customer_id)
    start = free_start(session, rep_id, day, customer_id, minutes)
    begin = end_of_day(session, rep_id, day, minutes) if start is None else start
    return Fit(begin, begin + minutes, start is not None)


def add_if_fit(session: Session, customer_id: int, day: date, start: int | None, rep_id: int | None, meant: bool) -> Placed:
    """Add a visit as `add_visit` does; raises BreaksRules where it breaks any and `meant` is not set, so that the edit comes to nothing."""
    placed = add_visit(session, customer_id, day, start, rep_id)
    if placed.broken and not meant:
        raise BreaksRules(placed)
    return placed
