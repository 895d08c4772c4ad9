"""What the share map shows: who goes where on which day of some weeks, read from the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Rep
from workbench.errors import BadInput
from workbench.maps.marks import MapRoute
from workbench.strings import tr
from workbench.visits.calendar import monday_of
from workbench.visits.cards import VisitCard, numbered, visit_cards
from workbench.visits.plan import MOST_WEEKS
from workbench.visits.ways import read_bases, way
from workbench.workspace.workspace import company_of


@dataclass(frozen=True, slots=True)
class RepDay:
    """One rep's day: the visits that have a place, numbered from 1, and the way through them."""

    rep_id: int
    day: date
    cards: tuple[VisitCard, ...]
    route: MapRoute


@dataclass(frozen=True, slots=True)
class SharedDays:
    """Whole weeks from `first` to `last`. `reps` are key and name of all that go out in them; `chosen` is the day shown at first, None for all;
    `office` is where the company is."""

    company: str
    language: str
    first: date
    last: date
    chosen: date | None
    office: tuple[float, float] | None
    reps: tuple[tuple[int, str], ...]
    ways: tuple[RepDay, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which anybody goes out."""
        return tuple(sorted({way.day for way in self.ways}))

    @property
    def visits(self) -> int:
        """How many visits are on the map."""
        return sum(len(way.route.stops) for way in self.ways)


def shared_days(session: Session, day: date, weeks: int, reps: Sequence[int] | None, language: str = "") -> SharedDays:
    """The week of `day` and those after it, `weeks` in all (0: one), of the given reps or of all. Raises BadInput for too many weeks."""
    if not 0 <= weeks <= MOST_WEEKS:
        raise BadInput(tr("A share map spans 1 to {most} weeks.", most=MOST_WEEKS))
    company, bases = company_of(session), read_bases(session)
    first = monday_of(day)
    last = first + timedelta(days=7 * max(weeks, 1) - 1)
    cards = visit_cards(session, first, last)
    rows = [rep for rep in session.scalars(select(Rep).order_by(Rep.position, Rep.id)) if rep.active or rep.id in cards]
    found = []
    for look, rep in enumerate(rows):
        for each in sorted({card.day for card in cards.get(rep.id, ())}) if reps is None or rep.id in reps else ():
            of_day = [card for card in cards[rep.id] if card.day == each and card.place and not card.desk and card.status != "missed"]
            stops = numbered(of_day)
            if (route := way(stops, bases.ends[rep.id], look, True, rep.name)) is not None:
                found.append(RepDay(rep.id, each, stops, route))
    out = {one.rep_id for one in found}
    names = tuple((rep.id, rep.name) for rep in rows if rep.id in out)
    chosen = day if any(one.day == day for one in found) else None
    return SharedDays(company.name, language or company.language, first, last, chosen, bases.office, names, tuple(found))
