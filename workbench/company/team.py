"""The reps and the closed days as the company sheet shows them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models import ClosedDay, Rep


@dataclass(frozen=True, slots=True)
class RepRow:
    """One rep; an empty `start_address` means the office."""

    id: int
    name: str
    active: bool
    start_address: str


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """Closed days, both ends included."""

    id: int
    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TeamRows:
    """All reps in their order, and the closed days in theirs."""

    reps: tuple[RepRow, ...]
    closed: tuple[ClosedRow, ...]


def team_rows(session: Session) -> TeamRows:
    """Read the team."""
    return TeamRows(
        tuple(RepRow(r.id, r.name, r.active, r.start_address) for r in session.query(Rep).order_by(Rep.position, Rep.id)),
        tuple(ClosedRow(c.id, c.name, c.first, c.last) for c in session.query(ClosedDay).order_by(ClosedDay.first)),
    )
