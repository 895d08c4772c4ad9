"""One rep's day on the clock: each stop as early as it may be, with the drive before it and lunch kept free."""

from dataclasses import dataclass

from workbench.visits.travel import NO_DRIVE, Leg, Place, TravelRule
from workbench.workspace.sample.company import OFFICE, REPS

LUNCH = (720, 780)
COMPANY_HOURS = (540, 1080)
STEP = 5
RULE = TravelRule()


@dataclass(frozen=True, slots=True)
class Wish:
    """A stop to be timed: row of the customer, its place if known, earliest start and minutes."""

    customer: int
    place: tuple[float, float] | None
    earliest: int
    minutes: int


def timed(rep: int, wishes: list[Wish]) -> list[tuple[int, int, Leg]]:
    """Start, end and drive of each stop in the order given. Visits and drives rest at lunch."""
    home = REPS[rep][3] or OFFICE
    now = (REPS[rep][4] or COMPANY_HOURS)[0]
    here: Place | None = Place(*home)
    times = []
    for wish in wishes:
        there = Place(*wish.place) if wish.place else None
        leg = RULE.leg(here, there) if there else NO_DRIVE
        start = max(_arrival(now, leg.minutes), wish.earliest)
        start = -(-start // STEP) * STEP
        if start < LUNCH[1] and start + wish.minutes > LUNCH[0]:
            start = LUNCH[1]
        times.append((start, start + wish.minutes, leg))
        now, here = start + wish.minutes, there or here
    return times


def _arrival(leave: int, minutes: int) -> int:
    """When a drive is over that rests at lunch."""
    if minutes and LUNCH[0] <= leave < LUNCH[1]:
        return LUNCH[1] + minutes
    if leave < LUNCH[0] < leave + minutes:
        return leave + minutes + LUNCH[1] - LUNCH[0]
    return leave + minutes
