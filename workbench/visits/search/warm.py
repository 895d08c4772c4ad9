"""Compiling the search ahead: done at set-up, so that nobody waits for it when the first plan is made."""

from datetime import date

from workbench.visits.cadence import Cadence
from workbench.visits.problem import ALL_DAY, PlanCustomer, PlanRep, Problem
from workbench.visits.search.cache import WHOLE, cache_folder
from workbench.visits.travel import Place, TravelRule

DAY = date(2026, 1, 5)


def is_warm() -> bool:
    """Whether all code compiled from these sources is there. Needs no compiler itself."""
    return (cache_folder() / WHOLE).exists()


def warm() -> None:
    """Plan two visits, so that everything is compiled and kept. Takes about half a minute the first time."""
    from workbench.visits.search.improve import plan_by_search
    from workbench.visits.search.search import Budget

    customers = tuple(
        PlanCustomer(
            id=number,
            name="",
            tier="A",
            tier_rank=0,
            place=Place(34.7, 135.5 + number / 10),
            rep_id=1,
            cadence=Cadence(1, "month"),
            duration=60,
            least_gap=0,
            greatest_gap=0,
            opening=((ALL_DAY,),) * 7,
            last_visit=None,
            next_visit=None,
            due=(DAY,),
            seen_before=False,
        )
        for number in (1, 2)
    )
    rep = PlanRep(1, "", Place(34.7, 135.5), ((540, 1080),) * 7)
    problem = Problem(DAY, DAY, frozenset(range(7)), {}, (720, 780), (rep,), customers, (), TravelRule())
    plan_by_search(problem, Budget(iterations=2))
    cache_folder().mkdir(parents=True, exist_ok=True)
    (cache_folder() / WHOLE).touch()


if __name__ == "__main__":
    warm()
