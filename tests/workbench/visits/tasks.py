"""Small planning tasks for the tests: everything has a plain default, a test names only what it is about."""

from datetime import date, timedelta
from itertools import count

from workbench.visits.cadence import Cadence, due_days
from workbench.visits.problem import ALL_DAY, KeptVisit, PlanCustomer, PlanRep, Problem, Span, Windows
from workbench.visits.travel import Place, TravelRule

MONDAY = date(2026, 11, 30)
OFFICE = Place(34.7, 135.5)
WEEK = tuple([(540, 1080)] * 5 + [None] * 2)
DRIVING = TravelRule()
MONTHLY = Cadence(1, "month")
_ids = count(1000)


def rep(id: int = 1, hours: tuple[Span | None, ...] = WEEK, start: Place | None = OFFICE) -> PlanRep:
    return PlanRep(id, f"Rep {id}", start, hours)


def customer(
    id: int,
    *,
    place: Place | None = OFFICE,
    tier: str = "B",
    cadence: Cadence = MONTHLY,
    last_visit: date | None = MONDAY - timedelta(days=40),
    rep_id: int | None = 1,
    duration: int = 60,
    least_gap: int = 7,
    greatest_gap: int = 0,
    opening: tuple[Windows, ...] = ((ALL_DAY,),) * 7,
    next_visit: date | None = None,
    first: date = MONDAY,
    last: date = MONDAY + timedelta(days=27),
    due: tuple[date, ...] | None = None,
) -> PlanCustomer:
    days = due_days(cadence, last_visit, first, last, id) if due is None else due
    rank, seen = "ABCN".index(tier), last_visit is not None
    return PlanCustomer(
        *(id, f"Customer {id}", tier, rank, place, rep_id, cadence, duration, least_gap, greatest_gap),
        *(opening, last_visit, next_visit, days, seen),
    )


def kept(customer_id: int, day: date, start: int, *, minutes: int = 60, rep_id: int = 1, done: bool = False) -> KeptVisit:
    return KeptVisit(next(_ids), customer_id, rep_id, day, start, start + minutes, done)


def task(
    *customers: PlanCustomer,
    reps: tuple[PlanRep, ...] | None = None,
    kept: tuple[KeptVisit, ...] = (),
    first: date = MONDAY,
    last: date = MONDAY + timedelta(days=27),
    closed: dict[date, str] | None = None,
    weekdays: frozenset[int] = frozenset(range(5)),
    lunch: Span | None = (720, 780),
    travel: TravelRule = DRIVING,
) -> Problem:
    return Problem(first, last, weekdays, closed or {}, lunch, (rep(),) if reps is None else reps, customers, kept, travel)
