"""What other thresholds would do: customers, visits, hours and load, now and then. Reckoned from what is in memory, nothing is saved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Customer
from workbench import formatting
from workbench.customers.tier_curve import Counts, Moving
from workbench.customers.tier_overview import TierOverview
from workbench.strings import ntr, tr
from workbench.visits.capacity import Capacity, RepCapacity

WORST_REPS = 2


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One figure now, then and the change, as people read them; `tier` where it counts the customers of a tier. `over` marks an overload."""

    name: str
    tier: str
    now: str
    then: str
    change: str
    over_now: bool = False
    over_then: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """The rows, the message over them, and who would move. Without a trial `then` repeats `now` and the message is empty."""

    rows: tuple[TrialRow, ...]
    message: str
    moving: tuple[Moving, ...]


def trial(shown: TierOverview, a_percent: float, b_percent: float) -> Trial:
    """What A to `a_percent` and B to `b_percent` would do."""
    saved = (shown.a_percent, shown.b_percent)
    trying = (a_percent, b_percent) != saved
    counts = shown.curve.counts(a_percent, b_percent) if trying else shown.curve.now
    now, then = shown.capacity, shown.capacity_with(counts) if trying else shown.capacity
    moving = shown.curve.moving(saved, (a_percent, b_percent)) if trying else ()
    return Trial(tuple(_rows(shown.curve.now, counts, now, then)), _message(moving, now, then) if trying else "", moving)


def _rows(before: Counts, after: Counts, now: Capacity, then: Capacity) -> list[TrialRow]:
    old, new = _by_tier(before), _by_tier(after)
    rows = [_figure(tr("Customers"), old[tier], new[tier], tier=tier) for tier in "ABC" if tier != "C" or old[tier] != new[tier]]
    rows.append(_figure(tr("Visits a month"), now.visits, then.visits))
    rows.append(_figure(tr("Hours with driving"), now.needed_hours, then.needed_hours))
    if now.load is not None and then.load is not None:
        rows.append(_share(tr("Load of the team"), now.load, then.load))
    later = {rep.rep_id: rep for rep in then.reps}
    for rep in _worst(now, then):
        rows.append(_share(tr("Load of {name}", name=rep.short_name), rep.load or 0.0, later[rep.rep_id].load or 0.0))
    return rows


def _by_tier(counts: Counts) -> Counter[str]:
    found: Counter[str] = Counter()
    for (_rep, tier, _channel), count in counts.items():
        found[tier] += count
    return found


def _figure(name: str, now: float, then: float, tier: str = "") -> TrialRow:
    difference = round(then) - round(now)
    return TrialRow(name, tier, formatting.number(now), formatting.number(then), _signed(difference))


def _share(name: str, now: float, then: float) -> TrialRow:
    difference = round(100 * then) - round(100 * now)
    return TrialRow(name, "", formatting.percent(now), formatting.percent(then), _signed(difference), now > 1, then > 1)


def _signed(value: int) -> str:
    return f"+{formatting.number(value)}" if value > 0 else formatting.number(value)


def _worst(now: Capacity, then: Capacity) -> list[RepCapacity]:
    """The reps that are over before or after, heaviest first; of several reps at least the heaviest."""
    if len(now.reps) < 2:
        return []
    later = {rep.rep_id: rep.load or 0.0 for rep in then.reps}
    ordered = sorted((rep for rep in now.reps if rep.load is not None), key=lambda rep: -max(rep.load or 0.0, later.get(rep.rep_id, 0.0)))
    over = [rep for rep in ordered if max(rep.load or 0.0, later.get(rep.rep_id, 0.0)) > 1]
    return (over or ordered[:1])[:WORST_REPS]


def _message(moving: tuple[Moving, ...], now: Capacity, then: Capacity) -> str:
    """ "5 hours back, 2 customers seen less"."""
    if not moving:
        return tr("Nobody would change tier")
    less = sum(m.customers for m in moving if m.after > m.before)
    more = sum(m.customers for m in moving if m.after < m.before)
    hours = round(now.needed_hours) - round(then.needed_hours)
    parts = []
    if hours > 0:
        parts.append(ntr("{n} hour back", "{n} hours back", hours, n=formatting.number(hours)))
    elif hours < 0:
        parts.append(ntr("{n} hour more", "{n} hours more", -hours, n=formatting.number(-hours)))
    if less:
        parts.append(ntr("{n} customer seen less", "{n} customers seen less", less, n=formatting.number(less)))
    if more:
        parts.append(ntr("{n} customer seen more", "{n} customers seen more", more, n=formatting.number(more)))
    return tr(", ").join(parts)


def who_would_move(moving: tuple[Moving, ...], names: Mapping[int, str], currency: str) -> tuple[str, ...]:
    """ "Takatsuki Laser and Kishiwada Hydraulics would become B: ¥ 24.9 million." One sentence a move."""
    said = []
    for move in moving:
        known = [names[key] for key in move.first if key in names]
        rest = move.customers - len(known)
        who = (
            _listed(known)
            if not rest
            else ntr("{names} and {n} more", "{names} and {n} more", rest, n=formatting.number(rest), names=tr(", ").join(known))
        )
        said.append(
            tr("{who} would become {tier}: {amount}.", who=who, tier=move.after, amount=formatting.money_short(move.revenue, currency))
        )
    return tuple(said)


def names_of(session: Session, moving: tuple[Moving, ...]) -> dict[int, str]:
    """The names of those whom a trial tells."""
    ids = [key for move in moving for key in move.first]
    return {row[0]: row[1] for row in session.execute(select(Customer.id, Customer.name).where(Customer.id.in_(ids)))}


def _listed(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}", names=tr(", ").join(names[:-1]), last=names[-1])
