"""The reps' ways over the map: a line a rep and day, from where the day starts through the visits to where it ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Rep
from workbench.customers.on_map import map_points
from workbench.maps.marks import ROUTE_COLOURS, MapPoint, MapRoute, MapStop
from workbench.visits.cards import VisitCard
from workbench.visits.unplanned import Unplanned
from workbench.visits.week import RepWeek
from workbench.workspace.workspace import company_of

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a rep's day starts and ends; a place that is not known is None."""

    start: Spot | None
    end: Spot | None


@dataclass(frozen=True, slots=True)
class Bases:
    """Where the ways start: the office with the company's name, and the ends of each rep's day."""

    office: Spot | None
    company: str
    ends: Mapping[int, Ends]


def read_bases(session: Session) -> Bases:
    """Where the company and its reps set out."""
    company = company_of(session)
    office = _spot(company.office_lat, company.office_lng)
    ends = {}
    for rep in session.scalars(select(Rep)):
        home = _spot(rep.start_lat, rep.start_lng) or office
        places = {"home": home, "office": office or home}
        ends[rep.id] = Ends(places.get(rep.starts_at), places.get(rep.ends_at))
    return Bases(office, company.name, ends)


def way(cards: Iterable[VisitCard], ends: Ends, look: int = 0, strong: bool = True, name: str = "") -> MapRoute | None:
    """The way through these visits of one rep and day, or None where it has no place. Calls from the desk and missed visits are no stops."""
    stops = tuple(
        MapStop(card.place.lat, card.place.lng, card.number, card.customer_id, card.tier, card.name)
        for card in cards
        if card.place is not None and not card.desk and card.status != "missed"
    )
    return MapRoute(stops, look, strong, ends.start, ends.end, name) if stops else None


def week_ways(reps: Sequence[RepWeek], bases: Bases, day: date | None, rep: int | None) -> tuple[MapRoute, ...]:
    """The ways of a week: those of `day` strong and the others faint, all strong for None. A rep's look is the place among `reps`.

    As many reps as there are colours are shown together; of more only `rep`, so that no two have the same look.
    """
    shown = [(look, each) for look, each in enumerate(reps) if each.rep_id in bases.ends]
    if len(reps) > ROUTE_COLOURS:
        shown = [(look, each) for look, each in shown if each.rep_id == rep] or shown[:1]
    found = [
        way(cards, bases.ends[each.rep_id], look, day is None or cards[0].day == day, each.name)
        for look, each in shown
        for cards in each.days
        if cards
    ]
    return tuple(route for route in found if route is not None)


def left_out_points(session: Session, left: Sequence[Unplanned]) -> tuple[MapPoint, ...]:
    """Those left out that have a place, each once."""
    return map_points(session, list(dict.fromkeys(one.customer_id for one in left)))


def _spot(lat: float | None, lng: float | None) -> Spot | None:
    return (lat, lng) if lat is not None and lng is not None else None
