"""Which customers a rep with too much could hand over, and to whom: as few as close it, each to the rep with most room that can take it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.goals.ground import Ground, Own
from workbench.goals.possible import TeamLoad
from workbench.visits.channel import OF_RULE, VISIT, channel_sql
from workbench.visits.travel import Place, great_circle_km

MOST_HANDED, MOST_READ = 24, 400
SMALLEST = 3
"""Of so many with the least revenue the one nearest to the taker goes: the largest stay with whom they know."""
FAR = 1e6


@dataclass(frozen=True, slots=True)
class Handed:
    """One customer and the reps it goes from and to (short name of the latter); `channel` is what its segment sets."""

    customer_id: int
    name: str
    tier: str
    channel: str
    from_id: int
    to_id: int
    to_name: str


def hand_over(session: Session, ground: Ground, now: TeamLoad) -> tuple[Handed, ...]:
    """Who would be handed over from the reps that have too much; as many as the others have room for. Whom one calls may stay."""
    hours = {need.tier: need.hours(VISIT, ground.travel) for need in ground.needs}
    room = {rep.rep_id: rep.available - rep.needed for rep in now.reps if not rep.over}
    names = {rep.rep_id: rep.short_name for rep in now.reps}
    handed: list[Handed] = []
    for rep in sorted((rep for rep in now.reps if rep.over), key=lambda rep: -(rep.load or 0)):
        over = rep.needed - rep.available
        own = {tier: list(some) for tier, some in _visited(session, ground, rep.rep_id).items() if hours.get(tier)}
        while over > 1e-9 and len(handed) < MOST_HANDED:
            chosen = _next(over, hours, room, {tier: len(left) for tier, left in own.items()})
            if chosen is None:
                break
            tier, to = chosen
            one = min(own[tier][:SMALLEST], key=lambda c: _distance(ground, to, c))
            own[tier].remove(one)
            handed.append(Handed(one.id, one.name, tier, one.channel, rep.rep_id, to, names[to]))
            room[to] -= hours[tier]
            over -= hours[tier]
    return tuple(handed)


def _next(over: float, hours: dict[str, float], room: dict[int, float], left: dict[str, int]) -> tuple[str, int] | None:
    """The tier of the next customer and who takes it: the smallest that closes it alone, else the largest that anybody has room for."""
    can = []
    for tier, count in left.items():
        takers = [rep_id for rep_id, free in room.items() if free >= hours[tier] - 1e-9]
        if count and takers:
            can.append((tier, max(takers, key=lambda rep_id: (room[rep_id], -rep_id))))
    closing = [one for one in can if hours[one[0]] >= over - 1e-9]
    if closing:
        return min(closing, key=lambda one: hours[one[0]])
    return max(can, key=lambda one: hours[one[0]]) if can else None


def _visited(session: Session, ground: Ground, rep_id: int) -> dict[str, tuple[Own, ...]]:
    """Whom a rep visits in person by tier, best tier first, those with the least revenue first; read once for a ground."""
    if rep_id not in ground.visited:
        ground.visited[rep_id] = _read_visited(session, rep_id)
    return ground.visited[rep_id]


def _read_visited(session: Session, rep_id: int) -> dict[str, tuple[Own, ...]]:
    channel, values = channel_sql(session)
    rows = session.connection().exec_driver_sql(
        "SELECT tier, id, name, channel, lat, lng FROM (SELECT *, row_number() OVER (PARTITION BY tier ORDER BY revenue, id) AS place FROM ("
        f"SELECT c.id, c.name, {channel} AS channel, c.lat, c.lng, coalesce(t.revenue, 0) AS revenue, coalesce(t.tier, 'N') AS tier, "
        f"{OF_RULE} AS of_rule FROM customer c LEFT JOIN customer_tier t ON t.customer_id = c.id "
        "LEFT JOIN visit_rule r ON r.tier = coalesce(t.tier, 'N') WHERE c.archived = 0 AND c.rep_id = ?) "
        f"WHERE coalesce(nullif(channel, ''), of_rule) = '{VISIT}') WHERE place <= ? ORDER BY tier, place",
        (*values, rep_id, MOST_READ),
    )
    found: dict[str, list[Own]] = {}
    for tier, key, name, of_segment, lat, lng in rows:
        place = Place(lat, lng) if lat is not None and lng is not None else None
        found.setdefault(tier, []).append(Own(key, name, of_segment, place))
    return {tier: tuple(some) for tier, some in found.items()}


def _distance(ground: Ground, rep_id: int, customer: Own) -> float:
    """How far it is from where the taker's day begins."""
    rep = ground.team.rep(rep_id)
    if rep is None or rep.plan.start is None or customer.place is None:
        return FAR
    return great_circle_km(rep.plan.start, customer.place)
