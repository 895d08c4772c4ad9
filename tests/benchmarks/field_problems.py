"""Field companies, the same for the same seed: clustered towns, opening hours, fixed appointments, 4, 2 and 1 visits a month and one a quarter."""

from datetime import date, timedelta
from random import Random

from workbench.visits.cadence import Cadence, due_days
from workbench.visits.problem import KeptVisit, PlanCustomer, PlanRep, Problem, Windows
from workbench.visits.travel import Place, TravelRule

MONDAY = date(2026, 11, 30)
LAST = MONDAY + timedelta(days=27)
OFFICE = Place(34.7, 135.5)
HOURS = ((540, 1080),) * 5 + (None, None)
LUNCH = (720, 780)
TIERS = (
    ("A", Cadence(4, "month"), 0.05),
    ("B", Cadence(2, "month"), 0.2),
    ("C", Cadence(1, "month"), 0.45),
    ("N", Cadence(1, "quarter"), 0.3),
)
OPENINGS: tuple[tuple[Windows, int], ...] = (
    (((540, 1080),), 50),
    (((540, 720), (780, 1020)), 25),
    (((600, 780),), 10),
    (((780, 1080),), 10),
    (((840, 1020),), 5),
)
FIXED = 0.02
"""Share of the customers with an appointment to the minute."""


def field_company(seed: int, customers: int, reps: int) -> Problem:
    """Four weeks of a company. Each rep has the towns nearest to its home; a fixed appointment is one that its customer can keep."""
    random = Random(seed)
    team = [
        PlanRep(number, f"Rep {number}", Place(OFFICE.lat + random.gauss(0, 0.15), OFFICE.lng + random.gauss(0, 0.2)), HOURS)
        for number in range(1, reps + 1)
    ]
    towns = [Place(OFFICE.lat + random.gauss(0, 0.2), OFFICE.lng + random.gauss(0, 0.25)) for _ in range(3 + customers // 25)]
    room = [customers // reps + 1] * reps
    everybody, kept = [], []
    for number in range(1, customers + 1):
        town = random.choice(towns)
        nearest = min((rep for rep in team if room[rep.id - 1]), key=lambda rep: _squared(rep.start or OFFICE, town))
        room[nearest.id - 1] -= 1
        everybody.append(_customer(random, number, town, nearest.id))
        if random.random() < FIXED and (visit := _fixed(random, everybody[-1], kept)):
            kept.append(visit)
    return Problem(MONDAY, LAST, frozenset(range(5)), {}, LUNCH, tuple(team), tuple(everybody), tuple(kept), TravelRule())


def _customer(random: Random, number: int, town: Place, rep: int) -> PlanCustomer:
    tier, cadence, _ = random.choices(TIERS, [share for _, _, share in TIERS])[0]
    last_visit = MONDAY - timedelta(days=random.randint(1, int(cadence.days)))
    windows = random.choices([each for each, _ in OPENINGS], [weight for _, weight in OPENINGS])[0]
    shut = random.randrange(10)
    return PlanCustomer(
        id=number,
        name=f"Customer {number}",
        tier=tier,
        tier_rank="ABCN".index(tier),
        place=Place(town.lat + random.gauss(0, 0.02), town.lng + random.gauss(0, 0.025)),
        rep_id=rep,
        cadence=cadence,
        duration=random.choice((20, 30, 30, 45)),
        least_gap=int(cadence.days * 0.5),
        greatest_gap=0,
        opening=tuple(() if weekday == shut else windows for weekday in range(7)),
        last_visit=last_visit,
        next_visit=None,
        due=due_days(cadence, last_visit, MONDAY, LAST, number),
        seen_before=True,
    )


def _fixed(random: Random, customer: PlanCustomer, kept: list[KeptVisit]) -> KeptVisit | None:
    """An appointment when the customer is open and its rep has no other that day, answering its first due day."""
    if not customer.due or customer.rep_id is None:
        return None
    day = customer.due[0]
    soonest = (customer.last_visit or day) + timedelta(days=customer.least_gap)
    day = max(day, soonest)
    windows = customer.windows(day)
    if day > LAST or day.weekday() > 4 or not windows or any((v.rep_id, v.day) == (customer.rep_id, day) for v in kept):
        return None
    starts = [at for first, last in windows for at in range(first + 60, last - customer.duration - 59, 15)]
    starts = [at for at in starts if at + customer.duration <= LUNCH[0] or at >= LUNCH[1]]
    if not starts:
        return None
    start = random.choice(starts)
    return KeptVisit(customer.id, customer.id, customer.rep_id, day, start, start + customer.duration)


def _squared(one: Place, other: Place) -> float:
    return (one.lat - other.lat) ** 2 + (one.lng - other.lng) ** 2
