"""Visits of 24 months past and some days ahead, on the clock of each rep's day."""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from random import Random

from workbench.workspace.sample import notes, story
from workbench.workspace.sample.customers import NUMBER
from workbench.workspace.sample.diary import Call, Diary, nearest_first, place_of
from workbench.workspace.sample.history import write_history
from workbench.workspace.sample.schedule import Wish, timed
from workbench.workspace.sample.story import Text
from workbench.workspace.sample.timeline import Timeline

FIRST_STOP = 570


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


def make_visits(days: Timeline, random: Random) -> list[SampleVisit]:
    """All visits that the story tells of and those before them, by day and rep."""
    diary = Diary()
    for told in (*chain.from_iterable(story.TODAY.values()), *story.AHEAD):
        diary.add(days.ahead(told.day), Call(told, "planned"))
    past = [(days.last_week(told.day), Call(told, "planned")) for told in story.WITHOUT_LOG]
    past += [(days.last_week(told.day), Call(told, "done", notes.LATELY[told.customer])) for told in story.LOGGED]
    past += [(days.last_week(told.day), Call(told, "missed", notes.LATELY[told.customer])) for told in story.MISSED]
    past += [(days.ahead(-told.day), Call(told, "done", notes.LATELY[told.customer])) for told in story.LATELY]
    for day, call in past:
        diary.add(day, call)
    write_history(diary, days, random, {call.told.customer: day for day, call in past})
    made = []
    for (rep, day), tour in sorted(diary.calls.items(), key=lambda c: (c[0][1], c[0][0])):
        made += _on_the_clock(rep, day, tour)
    return made


def _on_the_clock(rep: int, day: date, tour: list[Call]) -> list[SampleVisit]:
    ordered = sorted(tour, key=lambda c: c.told.start) if any(c.told.start for c in tour) else nearest_first(rep, tour)
    wishes = [Wish(NUMBER[c.told.customer], place_of(c.told), c.told.start or FIRST_STOP, c.told.minutes) for c in ordered]
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
