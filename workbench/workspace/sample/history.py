"""Visits of the 24 months past, written backwards in the cadence of each tier: near ones on the same day, no week fuller than it may be."""

from collections.abc import Iterator
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import chain, cycle
from random import Random

from workbench.visits.calendar import monday_of
from workbench.workspace.sample import notes, story
from workbench.workspace.sample.company import REPS, RULES
from workbench.workspace.sample.customers import CUSTOMERS, NUMBER
from workbench.workspace.sample.diary import Call, Diary, rep_of
from workbench.workspace.sample.story import Text, Told
from workbench.workspace.sample.tiers import MOVED, tier_of
from workbench.workspace.sample.timeline import Timeline

GAPS = {"A": (12, 18), "B": (25, 38), "C": (84, 98)}
"""Days between two visits, from and to."""
EARLIER_DAYS, LATER_DAYS, LOOK_FURTHER_DAYS = 6, 2, 14
"""How far out of the gap a day may be for a price, and where else to look when nothing is worked even then."""
MISSED_SHARE, NOTED_SHARE, NOTED_DAYS = 0.05, 0.55, 150
FULL_WEEK_SHARE, FULL_DAY_MINUTES = 0.88, 430
OVERFULL, OFF_BEAT, OUT_OF_GAP, CROWDED, UNEVEN = 3.0, 5.0, 40.0, 40.0, 80.0
"""Prices in minutes of driving: a minute too many in a week, a day off the middle of the gap, a day out of it, another call on the same day,
a week filled in whole."""
FIRST_SEEN = {"Yao Lens": 110, "Seika Biotech": 200, "Sennan Medical": 260, "Hannan Dies": 220, "Muko Feeders": 330, "Minoh Robotics": 350}
"""Days since the first visit, where it was not long ago."""

_Window = tuple[int, int, date, date, bool]
"""A visit to be written, latest first: customer, from and to, and whether the story says so."""


def write_history(diary: Diary, days: Timeline, random: Random, told_on: dict[str, date]) -> None:
    """Put all visits into the diary that came before those of `told_on`, the past visits that the story tells of, and before today."""
    seen: dict[str, list[date]] = {c.key: [] for c in CUSTOMERS if c.key not in story.NEVER_SEEN}
    waiting: list[_Window] = []
    for number, name in enumerate(seen):
        if name in told_on:
            low, high = story.BEFORE.get(name) or GAPS[tier_of(name)]
            _wait(waiting, name, told_on[name] - timedelta(days=high), told_on[name] - timedelta(days=low), name in story.BEFORE)
        else:
            low, high = story.LAST_SEEN.get(name) or story.spread(number)
            _wait(waiting, name, days.ago(high), days.ago(low), True)
    while waiting:
        _, number, first, last, told_so = heappop(waiting)
        name = CUSTOMERS[number - 1].key
        tier = _tier_on(name, last, days)
        told = Told(name, 0, 0, RULES[tier][4], story.NOTHING, "due", phone=RULES[tier_of(name)][5] == "desk")
        day = _best_day(diary, days, random, told, first, last, told_so)
        if day < max(days.history_first, days.today - timedelta(days=FIRST_SEEN.get(name, 10_000))):
            continue
        diary.add(day, Call(told, "done"))
        seen[name].append(day)
        if name == "Hirano Seiki" and (earlier := [d for ago, _, _ in story.HIRANO if (d := days.ago(ago)) < day]):
            _wait(waiting, name, max(earlier), max(earlier), True)
        else:
            low, high = GAPS[_tier_on(name, day - timedelta(days=20), days)]
            _wait(waiting, name, day - timedelta(days=high), day - timedelta(days=low), False)
    for name, dates in seen.items():
        _tell(diary, days, random, name, dates)


def _wait(waiting: list[_Window], name: str, first: date, last: date, told_so: bool) -> None:
    heappush(waiting, (-last.toordinal(), NUMBER[name], first, last, told_so))


def _tier_on(name: str, day: date, days: Timeline) -> str:
    return MOVED[name][0] if name in MOVED and day < days.plan_first else tier_of(name)


def _best_day(diary: Diary, days: Timeline, random: Random, told: Told, first: date, last: date, told_so: bool) -> date:
    """The day between two that costs least, or near them where the story leaves it open."""
    early, late = (first, last) if told_so else (first - timedelta(days=EARLIER_DAYS), last + timedelta(days=LATER_DAYS))
    worked = days.calendar.working_days(early, min(late, days.ahead(-1)))
    worked = worked or days.calendar.working_days(early - timedelta(days=LOOK_FURTHER_DAYS), early)
    middle = first + (last - first) / 2

    def price(day: date) -> float:
        out = max((first - day).days, (day - last).days, 0)
        return _price(diary, days, told, day) + OFF_BEAT * abs((day - middle).days) + OUT_OF_GAP * out + random.random()

    return min(worked, key=price)


def _price(diary: Diary, days: Timeline, told: Told, day: date) -> float:
    rep = rep_of(told.customer)
    more = diary.more_minutes(day, told)
    crowded = CROWDED * sum(call.told.phone for call in diary.calls.get((rep, day), ())) if told.phone else 0.0
    week = monday_of(day)
    room = REPS[rep][5] * 60 / 5 * len(days.calendar.working_days(week, week + timedelta(days=6)))
    filled = diary.week_minutes(rep, day) + more
    over = max(0.0, filled - FULL_WEEK_SHARE * room) + max(0, diary.day_minutes(rep, day) + more - FULL_DAY_MINUTES) * 10
    return more + crowded + OVERFULL * over + UNEVEN * filled / room


def _tell(diary: Diary, days: Timeline, random: Random, name: str, dates: list[date]) -> None:
    """Say of each visit of a customer, newest first, whether it took place and what came of it."""
    told = {days.ago(ago): (met, note) for ago, met, note in story.HIRANO} if name == "Hirano Seiki" else {}
    written = _notes(name, tier_of(name), random)
    if name in notes.LAST and dates:
        written = chain((notes.LAST[name],), written)
    for place, day in enumerate(dates):
        met, note = told.get(day) or (place == 0 or random.random() > MISSED_SHARE, next(written))
        if not met and day not in told:
            note = random.choice(notes.MISSED)
        recent = (days.today - day).days < NOTED_DAYS
        if met and not recent and day not in told and random.random() > NOTED_SHARE:
            note = story.NOTHING
        first = day == dates[-1] and name in FIRST_SEEN
        calls = diary.calls[rep_of(name), day]
        place_of_call = next(i for i, call in enumerate(calls) if call.told.customer == name)
        was = calls[place_of_call].told
        calls[place_of_call] = Call(was._replace(why="first", phone=False) if first else was, "done" if met else "missed", note)


def _notes(name: str, tier: str, random: Random) -> Iterator[Text]:
    """What is written after one visit and the next, going backwards: none comes again before all have come."""
    pool = list(notes.BY_PHONE if tier == "C" else notes.BY_INDUSTRY[CUSTOMERS[NUMBER[name] - 1].industry] + notes.MET)
    random.shuffle(pool)
    return cycle(pool)
