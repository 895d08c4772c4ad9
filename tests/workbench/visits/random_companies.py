"""Random planning tasks of real size, the same for the same seed: 1 to 10 reps, 5 to 500 customers in clustered towns, and hostile ones."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.workbench.visits.tasks import MONDAY, OFFICE, WEEK
from workbench.visits.cadence import Cadence, due_days
from workbench.visits.problem import ALL_DAY, KeptVisit, PlanCustomer, PlanRep, Problem, Windows
from workbench.visits.travel import Place, TravelRule

HOSTILE = (
    "no working day",
    "all closed",
    "two fixed at once",
    "one place for all",
    "antipodes",
    "impossible cadence",
    "absent all month",
    "everybody shared, nobody's own",
    "asked for today",
    "one visit a day",
    "matchbox windows",
)
CADENCES = (Cadence(4, "month"), Cadence(2, "month"), Cadence(1, "month"), Cadence(1, "quarter"), Cadence(2, "week"), Cadence(1, "week", 3))
FAR_AWAY = Place(-OFFICE.lat, OFFICE.lng - 180)
OPENINGS: tuple[Windows, ...] = ((ALL_DAY,), ((540, 720), (780, 1020)), ((600, 690), (840, 960)), ((540, 720),), ((780, 1080),), ())


def random_company(seed: int, customers: int | None = None, reps: int | None = None, hostile: str | None = None) -> Problem:
    """The task of a company of up to 10 reps and 500 customers over one to five weeks; every other seed makes a hostile one."""
    random = Random(seed)
    kind = hostile if hostile is not None else random.choice(HOSTILE) if seed % 2 else ""
    team = [_rep(random, number) for number in range(reps or random.randint(1, 10))]
    number = customers or round(5 * 100 ** random.random())
    days = random.choice((7, 14, 28, 28, 28, 35))
    towns = [Place(OFFICE.lat + random.gauss(0, 0.25), OFFICE.lng + random.gauss(0, 0.3)) for _ in range(3 + number // 25)]
    all_customers = [_customer(random, each, towns, team, days) for each in range(number)]
    kept = [_kept(random, each, team, all_customers, days) for each in range(random.randint(0, number // 8))]
    last = MONDAY + timedelta(days=days - 1)
    closed = {_day(random, days): "Holiday" for _ in range(random.randint(0, 2))}
    lunch = random.choice(((720, 780), (720, 780), (690, 750), None))
    rule = TravelRule(random.uniform(1.1, 1.5), random.choice((0.0, 10.0, 20.0)), random.uniform(15, 35), random.uniform(40, 80))
    problem = Problem(MONDAY, last, frozenset(range(5)), closed, lunch, tuple(team), tuple(all_customers), tuple(kept), rule)
    return _made_hostile(random, problem, kind, days)


def _day(random: Random, days: int) -> date:
    return MONDAY + timedelta(days=random.randrange(days))


def _rep(random: Random, number: int) -> PlanRep:
    home = Place(OFFICE.lat + random.gauss(0, 0.1), OFFICE.lng + random.gauss(0, 0.1))
    short = ((600, 960), (600, 960), (540, 720), None, (540, 1080), None, None)
    away = frozenset(MONDAY + timedelta(days=day) for first in range(random.randint(0, 2)) for day in range(first * 7, first * 7 + 4))
    return PlanRep(
        number,
        f"Rep {number}",
        random.choice((OFFICE, home, home)),
        random.choice((WEEK, WEEK, short)),
        random.choice((None, None, OFFICE)),
        random.choice((frozenset(), away)),
        random.choice((0, 0, 0, 4, 8)),
        random.choice((0, 0, 0, 1500)),
    )


def _customer(random: Random, number: int, towns: list[Place], team: list[PlanRep], days: int) -> PlanCustomer:
    town, cadence = random.choice(towns), random.choice(CADENCES)
    last_visit = None if random.random() < 0.15 else MONDAY - timedelta(days=random.randint(1, int(cadence.days * 1.5) + 2))
    end = MONDAY + timedelta(days=days - 1)
    due = due_days(cadence, last_visit, MONDAY, end, number)
    asked = random.random() < 0.05
    by = MONDAY + timedelta(days=random.randint(0, days + 5))
    if asked and (not due or due[0] > by):
        due = (MONDAY, *due)
    least = random.choice((0, int(cadence.days * 0.4), int(cadence.days * 0.7)))
    greatest = random.choice((0, int(cadence.days * 1.4) + 1))
    one = random.choice(OPENINGS[:-1])
    opening = (one,) * 7 if random.random() < 0.6 else tuple(random.choice(OPENINGS) for _ in range(7))
    return PlanCustomer(
        id=number,
        name=f"Customer {number}",
        tier="ABCN"[number % 4],
        tier_rank=number % 4,
        place=None if random.random() < 0.02 else Place(town.lat + random.gauss(0, 0.03), town.lng + random.gauss(0, 0.03)),
        rep_id=None if random.random() < 0.03 else random.choice(team).id,
        cadence=cadence,
        duration=random.choice((20, 30, 45, 60, 90)),
        least_gap=least,
        greatest_gap=greatest,
        opening=opening,
        last_visit=last_visit,
        next_visit=end + timedelta(days=random.randint(1, 20)) if random.random() < 0.1 else None,
        due=due,
        seen_before=last_visit is not None,
        closed=frozenset(_day(random, days) for _ in range(random.choice((0, 0, 0, 1, 5)))),
        shared=random.random() < 0.1,
        preferred=frozenset(random.choice(((), (), (), (1,), (0, 4)))),
        deadline=by if asked else None,
    )


def _kept(random: Random, number: int, team: list[PlanRep], customers: list[PlanCustomer], days: int) -> KeptVisit:
    customer, start = random.choice(customers), random.randrange(540, 1020, 5)
    rep = customer.rep_id if customer.rep_id is not None else random.choice(team).id
    done, hold = random.random() < 0.2, random.choice(("time", "time", "day", "week"))
    return KeptVisit(number, customer.id, rep, _day(random, days), start, start + customer.duration, done, hold)


def _made_hostile(random: Random, problem: Problem, kind: str, days: int) -> Problem:
    every_day = frozenset(MONDAY + timedelta(days=day) for day in range(days))

    def customers(**values: object) -> tuple[PlanCustomer, ...]:
        return tuple(replace(customer, **values) for customer in problem.customers)  # type: ignore[arg-type]

    def reps(**values: object) -> tuple[PlanRep, ...]:
        return tuple(replace(rep, **values) for rep in problem.reps)  # type: ignore[arg-type]

    match kind:
        case "no working day":
            return replace(problem, weekdays=frozenset())
        case "all closed":
            return replace(problem, customers=customers(closed=every_day))
        case "two fixed at once":
            one, two = random.choice(problem.customers), random.choice(problem.customers)
            rep, at = problem.reps[0].id, (MONDAY + timedelta(days=1), 600, 660)
            return replace(problem, kept=(*problem.kept, KeptVisit(8001, one.id, rep, *at), KeptVisit(8002, two.id, rep, *at, hold="day")))
        case "one place for all":
            return replace(problem, customers=customers(place=OFFICE), reps=reps(start=OFFICE, end=None))
        case "antipodes":
            return replace(problem, customers=customers(place=FAR_AWAY))
        case "impossible cadence":
            daily = Cadence(30, "month")
            due = due_days(daily, MONDAY - timedelta(days=9), problem.first, problem.last, 1)
            return replace(problem, customers=customers(cadence=daily, due=due, least_gap=9, greatest_gap=9))
        case "absent all month":
            return replace(problem, reps=reps(away=every_day))
        case "everybody shared, nobody's own":
            return replace(problem, customers=customers(shared=True, rep_id=None))
        case "asked for today":
            return replace(problem, customers=customers(due=(MONDAY,), deadline=MONDAY))
        case "one visit a day":
            return replace(problem, reps=reps(most_visits=1))
        case "matchbox windows":
            return replace(problem, customers=customers(opening=(((600, 601), (700, 720)),) * 7))
    return problem
