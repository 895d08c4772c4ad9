"""What is to be planned: reps, customers, the visits that stay, the days of the window. `load` makes it, planner and checker read it.

Times are minutes after midnight, durations minutes, gaps days, weekdays 0 = Monday.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.visits.cadence import Cadence
from workbench.visits.travel import Place, TravelRule

START_STEP_MINUTES = 5
ALL_DAY = (0, 24 * 60)

Span = tuple[int, int]
"""From and to, in minutes after midnight."""

Windows = tuple[Span, ...]
"""When a customer is open on a weekday, in order, none touching the next; empty: closed."""


@dataclass(frozen=True, slots=True)
class PlanRep:
    """A rep: where the day starts and ends, the hours of each weekday (None: not working), the days away, and visits a day at most (0: any).

    Without an `end` the day ends where it starts. `week_minutes` of a week without closed days are kept for visits and driving; 0: all hours.
    """

    id: int
    name: str
    start: Place | None
    hours: tuple[Span | None, ...]
    end: Place | None = None
    away: frozenset[date] = frozenset()
    most_visits: int = 0
    week_minutes: int = 0

    @property
    def finish(self) -> Place | None:
        """Where the day ends."""
        return self.end or self.start


@dataclass(frozen=True, slots=True)
class PlanCustomer:
    """A customer with its rule as it holds for it.

    `tier_rank` counts from 0, the best tier. `last_visit` is the last day it was really seen, or will have been by a visit kept before the
    window; `next_visit` the first visit kept after the window. `due` are the days on which visits fall due in the window, one asked for
    beside the rules included: that one is to be made by `deadline`. `opening` has the windows of each weekday on which it may be visited.
    `closed` are its own closed days in the window. A `shared` customer may be visited by any rep. `preferred` are weekdays that it likes
    (none: any). `greatest_gap` 0 means none.
    """

    id: int
    name: str
    tier: str
    tier_rank: int
    place: Place | None
    rep_id: int | None
    cadence: Cadence
    duration: int
    least_gap: int
    greatest_gap: int
    opening: tuple[Windows, ...]
    last_visit: date | None
    next_visit: date | None
    due: tuple[date, ...]
    seen_before: bool
    closed: frozenset[date] = frozenset()
    shared: bool = False
    preferred: frozenset[int] = frozenset()
    deadline: date | None = None

    def windows(self, day: date) -> Windows:
        """When it is open on a day."""
        return () if day in self.closed else self.opening[day.weekday()]


@dataclass(frozen=True, slots=True)
class KeptVisit:
    """A visit that stays: locked, or done already (then it fills its time and nothing else). `hold` says how much of it stays: its time,
    its day, or its week; the hand plan leaves it where it is all the same."""

    id: int
    customer_id: int
    rep_id: int
    day: date
    start: int
    end: int
    done: bool = False
    hold: str = "time"


@dataclass(frozen=True, slots=True)
class Problem:
    """One planning task. `first` and `last` are both included; `closed` names the holidays and closed days of their weeks.
    `used_around` are the minutes of visits and driving by rep and Monday on the days of those weeks that lie outside."""

    first: date
    last: date
    weekdays: frozenset[int]
    closed: Mapping[date, str]
    lunch: Span | None
    reps: tuple[PlanRep, ...]
    customers: tuple[PlanCustomer, ...]
    kept: tuple[KeptVisit, ...]
    travel: TravelRule
    used_around: Mapping[tuple[int, date], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """One visit of a plan. Travel is from the stop before, or from the start of the day; `due` is the due day it answers, if any.

    `why` is due, overdue, first, or hand for a locked visit that no due day asked for. `visit_id` is set on visits that were kept.
    """

    customer_id: int
    rep_id: int
    day: date
    start: int
    end: int
    travel_minutes: int
    travel_km: float
    locked: bool
    due: date | None
    why: str
    visit_id: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A required visit that is not planned: a code (capacity, window, gap, no_place, no_rep, deadline) and the reason as a sentence."""

    customer_id: int
    name: str
    tier: str
    due: date
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class HandPlan:
    """The plan by the stated rule: visits by day, rep and time (kept ones included, done ones not), and what does not fit."""

    visits: tuple[PlannedVisit, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def required(self) -> int:
        """Number of visits the rules ask for, hand-made extra ones included."""
        return len(self.visits) + len(self.left_out)
