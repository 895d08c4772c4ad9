"""The months of a goal as they stand: what each is to bring, how they were split, and what a month was to bring before it was changed.

Months are stored once the goal is complete or they were changed; a file without them gets the split of its mode. The parts always add up
to the target: counts in steps of one, money in the currency's smallest unit.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Kgi, KgiMonth, KgiMonthChange, Plan
from models.base import MONEY_SCALE
from workbench import clock, formatting
from workbench.errors import BadInput
from workbench.goals.actuals import daily
from workbench.goals.month_parts import filled
from workbench.strings import tr
from workbench.workspace.workspace import company_of

SPLITS = ("even", "season", "hand")
COUNTED = frozenset({"orders", "new_customers"})
LEAST_CASES = 12
"""Orders that last year's span must have before its rhythm shapes the months."""


@dataclass(frozen=True, slots=True)
class Was:
    """A month was to bring `target` until the day `until`, when it was changed for a reason (empty while nobody said it)."""

    id: int
    target: int
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """One month: its first day, how many of its days the goal spans, what it is to bring in ten-thousandths. A fixed month is not moved."""

    first: date
    days: int
    target: int
    fixed: bool
    begun: bool
    over: bool
    was: tuple[Was, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """The months of a complete goal. `seasonal` says that last year's months shape them, `can_season` that they could."""

    goal_id: int
    mode: str
    total: int
    step: int
    seasonal: bool
    can_season: bool
    parts: tuple[Part, ...]

    def most(self, place: int) -> int:
        """The most that a month can be given: what the others that are not free leave."""
        return self.total - sum(p.target for i, p in enumerate(self.parts) if i != place and (p.fixed or p.over))

    def movable(self, place: int) -> bool:
        """Whether another month is free to make up the difference."""
        return any(not p.fixed and not p.over for i, p in enumerate(self.parts) if i != place)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a split needs to know of a goal."""

    id: int
    metric: str
    mode: str
    first: date
    last: date
    total: int
    step: int

    def months(self) -> list[tuple[date, int]]:
        """First day and spanned days of each month."""
        found, day = [], self.first.replace(day=1)
        while day <= self.last:
            after = (day + timedelta(days=31)).replace(day=1)
            found.append((day, (min(after - timedelta(days=1), self.last) - max(day, self.first)).days + 1))
            day = after
        return found


def split(session: Session, goal_id: int) -> Split | None:
    """The months of a goal as they stand; None while it is a draft."""
    frame = frame_of(session, goal_id)
    if frame is None:
        return None
    season = season_of(session, frame)
    stored = {row.month: row for row in session.scalars(select(KgiMonth).where(KgiMonth.kgi_id == goal_id))}
    months = frame.months()
    if set(stored) == {first for first, _ in months} and sum(row.target for row in stored.values()) == frame.total:
        targets = [stored[first].target for first, _ in months]
    else:
        stored = {}
        targets = filled(frame.total, [None] * len(months), weights_of(frame, season), frame.step) or []
    was: dict[date, list[Was]] = {}
    changes = select(KgiMonthChange).where(KgiMonthChange.kgi_id == goal_id).order_by(KgiMonthChange.changed_on, KgiMonthChange.id)
    for row in session.scalars(changes):
        was.setdefault(row.month, []).append(Was(row.id, row.was, row.changed_on, row.reason))
    today = clock.today()
    parts = tuple(
        Part(
            first,
            days,
            target,
            first in stored and stored[first].fixed,
            max(first, frame.first) <= today,
            first.replace(day=1) < today.replace(day=1),
            tuple(was.get(first, ())),
        )
        for (first, days), target in zip(months, targets, strict=True)
    )
    return Split(goal_id, frame.mode, frame.total, frame.step, frame.mode == "season" and season is not None, season is not None, parts)


def moved(found: Split, place: int, target: int) -> list[int]:
    """The months' targets with another one for month number `place`; the free others make up the difference in proportion.

    Nothing is written. Raises BadInput where no other month is free, and where the number does not fit.
    """
    own = found.parts[place]
    if target == own.target:
        return [part.target for part in found.parts]
    if not found.movable(place):
        raise BadInput(tr("No other month can make up the difference: each is fixed or over."), "", tr("Unfix one first."))
    most = found.most(place)
    if not 0 <= target <= most or target % found.step and target != most:
        raise BadInput(
            tr("{month} can take 0 to {most}.", month=formatting.month_long(own.first), most=_shown(found, most)),
            "",
            tr("The months add up to {total}.", total=_shown(found, found.total)),
        )
    kept = [target if i == place else part.target if part.fixed or part.over else None for i, part in enumerate(found.parts)]
    made = filled(found.total, kept, [part.target for part in found.parts], found.step)
    assert made is not None
    return made


def frame_of(session: Session, goal_id: int) -> Frame | None:
    """The frame of a complete goal, None for a draft."""
    row = session.get_one(Kgi, goal_id)
    if row.metric is None or not row.target or row.target <= 0 or row.deadline is None or row.baseline is None:
        return None
    first = session.get_one(Plan, row.plan_id).first
    if row.deadline < first:
        return None
    digits = 0 if row.metric in COUNTED else formatting.currency_digits(company_of(session).currency)
    step = max(MONEY_SCALE // 10**digits, 1)
    total = row.target
    if row.metric == "growth":
        total = row.baseline * (100 * MONEY_SCALE + row.target) // (100 * MONEY_SCALE) // step * step
    return Frame(row.id, row.metric, row.split, first, row.deadline, total, step)


def season_of(session: Session, frame: Frame) -> list[float] | None:
    """What each month brought a year before, None where too little happened then."""
    first, last = year_earlier(frame.first), year_earlier(frame.last)
    if sum(daily(session, "orders", first, last).values()) // MONEY_SCALE < LEAST_CASES:
        return None
    sums: dict[date, int] = {}
    for day, value in daily(session, frame.metric, first, last).items():
        month = year_later(day).replace(day=1)
        sums[month] = sums.get(month, 0) + value
    weights = [float(max(sums.get(month, 0), 0)) for month, _ in frame.months()]
    return weights if sum(weights) > 0 else None


def weights_of(frame: Frame, season: list[float] | None) -> list[float]:
    """Full months alike, part months by their days, or as last year."""
    if season is not None and frame.mode != "even":
        top = max(season)
        return [weight / top for weight in season]
    return [days / month_days(first) for first, days in frame.months()]


def month_days(first: date) -> int:
    """How many days a month has, by its first day."""
    return ((first + timedelta(days=31)).replace(day=1) - first).days


def _shown(found: Split, value: int) -> str:
    return formatting.number(value / MONEY_SCALE, 0 if value % MONEY_SCALE == 0 else 2)


def year_earlier(day: date) -> date:
    """The same day a year before; 29 February becomes the 28th."""
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def year_later(day: date) -> date:
    """The same day a year later; 29 February becomes the 28th."""
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
