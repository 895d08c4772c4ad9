"""Visits of 24 months past and a few weeks ahead, in the cadence of each tier and on the clock of each rep's day."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, cycle
from random import Random

from workbench.visits.travel import Place, great_circle_km
from workbench.workspace.sample import notes, story
from workbench.workspace.sample.company import OFFICE, REPS, RULES
from workbench.workspace.sample.customers import CUSTOMERS, NUMBER
from workbench.workspace.sample.schedule import Wish, timed
from workbench.workspace.sample.story import Text, Told
from workbench.workspace.sample.tiers import MOVED, tier_of
from workbench.workspace.sample.timeline import Timeline

GAPS = {"A": (13, 17), "B": (26, 34), "C": (84, 97)}
MISSED_SHARE, NOTED_SHARE, NOTED_DAYS = 0.04, 0.55, 150
FULL_DAY_MINUTES = 330
FIRST_STOP = 570
FIRST_SEEN = {"Yao Lens": 110, "Seika Biotech": 200, "Sennan Medical": 260, "Hannan Dies": 220, "Muko Feeders": 330, "Minoh Robotics": 350}
"""Days since the first visit, where it was not long ago."""


@dataclass(frozen=True, slots=True)
class SampleVisit:
    """One visit; `customer` is the row of the customer, times are minutes after midnight."""

    customer: int
    rep: int
    day: date
    start: int
    end: int
    status: str
    why: str
    travel_minutes: int = 0
    travel_km: float = 0.0
    topics: Text = story.NOTHING
    note: Text = story.NOTHING
    locked: bool = False


@dataclass(frozen=True, slots=True)
class _Call:
    """A visit before it has its time."""

    told: Told
    status: str
    note: Text = story.NOTHING


def make_visits(days: Timeline, random: Random) -> list[SampleVisit]:
    """All visits, by day and rep."""
    calls: dict[tuple[int, date], list[_Call]] = defaultdict(list)
    for told in story.WITHOUT_LOG:
        calls[_rep(told), days.last_week(told.day)].append(_Call(told, "planned"))
    for told in story.LOGGED:
        calls[_rep(told), days.ahead(-told.day)].append(_Call(told, "done", notes.SPECIAL[told.customer]))
    for told in (*(t for tour in story.TODAY.values() for t in tour), *story.AHEAD):
        calls[_rep(told), days.ahead(told.day)].append(_Call(told, "planned"))
    for customer in CUSTOMERS:
        if customer.key not in story.NEVER_SEEN:
            _history(customer.key, days, random, calls)
    made = []
    for (rep, day), tour in sorted(calls.items(), key=lambda c: (c[0][1], c[0][0])):
        made += _on_the_clock(rep, day, tour)
    return made


def _rep(told: Told) -> int:
    return CUSTOMERS[NUMBER[told.customer] - 1].rep


def _on_the_clock(rep: int, day: date, tour: list[_Call]) -> list[SampleVisit]:
    ordered = sorted(tour, key=lambda c: c.told.start) if any(c.told.start for c in tour) else _nearest_first(rep, tour)
    wishes = []
    for call in ordered:
        wishes.append(Wish(NUMBER[call.told.customer], _place(call), call.told.start or FIRST_STOP, call.told.minutes))
    return [
        SampleVisit(
            wish.customer,
            rep,
            day,
            start,
            end,
            call.status,
            call.told.why,
            leg.minutes,
            round(leg.km, 1),
            call.told.topics,
            call.note,
            call.told.locked,
        )
        for call, wish, (start, end, leg) in zip(ordered, wishes, timed(rep, wishes), strict=True)
    ]


def _nearest_first(rep: int, tour: list[_Call]) -> list[_Call]:
    """The order of a day long gone: the nearest stop next, phone calls at the end."""
    here, left, ordered = Place(*(REPS[rep][3] or OFFICE)), list(tour), []
    while left:
        best = min(left, key=lambda c: _distance(here, c))
        left.remove(best)
        ordered.append(best)
        if place := _place(best):
            here = Place(*place)
    return ordered


def _distance(here: Place, call: _Call) -> float:
    place = _place(call)
    return great_circle_km(here, Place(*place)) if place else 1e6 + NUMBER[call.told.customer]


def _place(call: _Call) -> tuple[float, float] | None:
    """Where to drive for a visit; nowhere by phone."""
    return None if call.told.phone else CUSTOMERS[NUMBER[call.told.customer] - 1].place


def _last_seen(name: str, days: Timeline, random: Random) -> date:
    """The day of the last visit with a log, as the story tells it, else where the cadence puts it."""
    tier = tier_of(name)
    lately = {t.customer for t in story.WITHOUT_LOG}
    low, high = story.LAST_SEEN.get(name) or (story.OTHER_C if tier == "C" else story.LAST_WEEK_B if name in lately else story.NEXT_WEEK_B)
    worked = days.calendar.working_days(days.day_zero - timedelta(days=high), days.day_zero - timedelta(days=low))
    return random.choice(worked) if worked else days.ago(low)


def _history(name: str, days: Timeline, random: Random, calls: dict[tuple[int, date], list[_Call]]) -> None:
    """Visits with a log, from the last one back through 24 months."""
    customer = CUSTOMERS[NUMBER[name] - 1]
    day = _last_seen(name, days, random)
    told = {days.ago(ago): (met, note) for ago, met, note in story.HIRANO} if name == "Hirano Seiki" else {}
    first = max(days.history_first, days.today - timedelta(days=FIRST_SEEN.get(name, 10_000)))
    seen: list[date] = []
    while day >= first:
        seen.append(day)
        tier = tier_of(name) if day >= days.plan_first else MOVED[name][0] if name in MOVED else tier_of(name)
        low, high = GAPS[tier]
        earlier = [d for d in told if d < day]
        day = max(earlier) if earlier else _roomy(customer.rep, day - timedelta(days=random.randint(low, high)), days, calls)
    written = _notes(name, tier_of(name), random)
    if name in notes.LAST and seen:
        written = chain((notes.LAST[name],), written)
    for place, day in enumerate(seen):
        tier = tier_of(name)
        met, note = told.get(day) or (place == 0 or random.random() > MISSED_SHARE, next(written))
        if not met and day not in told:
            note = random.choice(notes.MISSED)
        recent = (days.today - day).days < NOTED_DAYS
        if met and not recent and day not in told and random.random() > NOTED_SHARE:
            note = story.NOTHING
        why = "first" if day == seen[-1] and name in FIRST_SEEN else "due"
        call = Told(name, 0, 0, RULES[tier][4], story.NOTHING, why, phone=RULES[tier][5] == "desk" and why == "due")
        calls[customer.rep, day].append(_Call(call, "done" if met else "missed", note))


def _roomy(rep: int, day: date, days: Timeline, calls: dict[tuple[int, date], list[_Call]]) -> date:
    """A working day at or near `day` on which the rep has time left."""
    for shift in (0, -1, 1, -2, 2, -3, 3, -4, -5, -6):
        near = day + timedelta(days=shift)
        if days.works(near) and sum(c.told.minutes + 35 for c in calls.get((rep, near), ())) < FULL_DAY_MINUTES - 95:
            return near
    return days.ahead_of(day, -1)


def _notes(name: str, tier: str, random: Random) -> Iterator[Text]:
    """What is written after one visit and the next, going backwards: none comes again before all have come."""
    pool = list(notes.BY_PHONE if tier == "C" else notes.BY_INDUSTRY[CUSTOMERS[NUMBER[name] - 1].industry] + notes.MET)
    random.shuffle(pool)
    return cycle(pool)
