"""4P Place: who is visited and who is served from the desk, by segment and by tier, with the driving that each way costs or saves."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Visit
from workbench import clock
from workbench.targeting import commands
from workbench.targeting.segments import overview
from workbench.visits import rules
from workbench.visits.capacity import capacity


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A tier (`key` is its letter) or a segment (its id). `channel` is visit or desk; a segment's may be "", then its tiers decide.

    `visits` in person and `calls` are what the rules ask a month; `driven` hours go to driving, `saved` ones would if calls were visits.
    """

    key: str | int
    name: str
    channel: str
    customers: int
    visits: float
    calls: float
    driven: float
    saved: float


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Segments in the order in which they count, the tiers best first, and the load of the team (None without hours)."""

    segments: tuple[PlaceRow, ...]
    tiers: tuple[PlaceRow, ...]
    load: float | None


def place(session: Session) -> PlaceView:
    """Read it; a third of a second for a few segments of 100,000 customers."""
    found = capacity(session)
    channels = {rule.tier: rule.channel for rule in rules.rules(session)}
    minutes = found.mean_travel_minutes

    def row(key: str | int, name: str, channel: str, customers: int, visits: float, calls: float) -> PlaceRow:
        return PlaceRow(key, name, channel, customers, visits, calls, visits * minutes / 60, calls * minutes / 60)

    return PlaceView(
        tuple(row(one.id, one.name, one.channel, one.customers, one.visits, one.calls) for one in overview(session).segments),
        tuple(row(need.tier, need.tier, channels[need.tier], need.customers, need.visits - need.calls, need.calls) for need in found.tiers),
        found.load,
    )


def serve(session: Session, key: str | int, channel: str) -> int:
    """Serve a tier (its letter) or a segment (its id) by a channel; returns how many planned visits left the plan with it.

    Raises BadInput for a channel that is none.
    """
    before = _planned(session)
    if isinstance(key, str):
        rules.change(session, key, channel=channel)
    else:
        commands.set_channel(session, key, channel)
    return before - _planned(session)


def _planned(session: Session) -> int:
    session.flush()
    return session.scalar(select(func.count()).select_from(Visit).where(Visit.status == "planned", Visit.day >= clock.today())) or 0
