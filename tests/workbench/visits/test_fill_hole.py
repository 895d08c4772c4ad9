"""Whom to see when a visit falls through: near, due and open in the free time, best first."""

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models import Company, Customer, CustomerHours, CustomerTier, ExtraVisit, Rep, Visit, VisitRule
from workbench import clock
from workbench.visits.cadence import Cadence
from workbench.visits.fill_hole import Hole, candidates, fill_hole, hole_between, holes_of
from workbench.visits.problem import ALL_DAY, PlanCustomer, PlanRep, Windows
from workbench.visits.travel import Place, TravelRule
from workbench.workspace import NewCompany, Workspace

DAY = date(2026, 11, 24)
OFFICE, NEAR, FAR = Place(34.68, 135.51), Place(34.69, 135.52), Place(35.68, 139.76)
REP = PlanRep(1, "S. Morita", OFFICE, ((540, 1080),) * 5 + (None, None))


def customer(key: int = 1, place: Place = NEAR, ago: int | None = 20, windows: Windows = (ALL_DAY,), **more: object) -> PlanCustomer:
    made = PlanCustomer(
        id=key,
        name=f"Customer {key}",
        tier="A",
        tier_rank=0,
        place=place,
        rep_id=1,
        cadence=Cadence(2, "month"),
        duration=60,
        least_gap=7,
        greatest_gap=21,
        opening=(windows,) * 7,
        last_visit=DAY - timedelta(days=ago) if ago is not None else None,
        next_visit=None,
        due=(),
        seen_before=ago is not None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def found(*customers: PlanCustomer, free: tuple[int, int] = (600, 720)) -> list[int]:
    return [one.customer_id for one in candidates(customers, (Hole(free, OFFICE, OFFICE),), DAY, TravelRule(), (720, 780))]


def test_near_due_and_open_is_proposed_with_time_detour_and_reason() -> None:
    (one,) = candidates((customer(),), (Hole((600, 720), OFFICE, OFFICE),), DAY, TravelRule(), (720, 780))
    leg = TravelRule().leg(OFFICE, NEAR).minutes
    assert one.detour_minutes == 2 * leg and one.start >= 600 + leg and one.end + leg <= 720
    assert one.reason == "last seen 20\u00a0days ago, 5\u00a0days late"


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": FAR},
        {"ago": 6},
        {"ago": 10, "least_gap": 0},
        {"windows": ()},
        {"windows": ((0, 640),)},
        {"duration": 120},
        {"closed": frozenset({DAY})},
        {"next_visit": DAY + timedelta(days=3)},
    ],
)
def test_far_not_due_closed_or_too_long_is_not(wrong: dict[str, object]) -> None:
    assert found(customer(**wrong)) == []  # type: ignore[arg-type]


def test_the_second_opening_window_counts_and_lunch_is_kept() -> None:
    (one,) = candidates((customer(windows=((0, 400), (690, 900))),), (Hole((600, 900), OFFICE, OFFICE),), DAY, TravelRule(), (720, 780))
    assert (one.start, one.end) == (780, 840)


def test_the_best_come_first() -> None:
    further = Place(34.72, 135.62)
    asked = customer(5, deadline=DAY + timedelta(days=2))
    assert found(customer(1, further), customer(2, ago=16), customer(3, ago=40), customer(4, tier_rank=1), asked, free=(540, 720)) == [
        5, 3, 2, 4, 1,
    ]  # fmt: skip


def test_each_stop_leaves_its_own_hole_with_the_places_around_it() -> None:
    stops = [(600, 660, NEAR), (700, 760, FAR), (900, 960, None)]
    holes = holes_of(REP, DAY, stops, range(3))
    assert [hole.free for hole in holes] == [(540, 700), (660, 900), (760, 1080)]
    assert [(hole.before, hole.after) for hole in holes] == [(OFFICE, FAR), (NEAR, OFFICE), (FAR, OFFICE)]
    assert holes_of(REP, date(2026, 11, 28), stops, range(3)) == ()
    assert hole_between(REP, stops, (660, 700)) == Hole((660, 700), NEAR, FAR)


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Workspace]:
    """2,000 customers of one rep around the office, one visit in the afternoon."""
    chance = random.Random(5)

    def fill(session: Session) -> None:
        session.query(Company).one().office_lat, session.query(Company).one().office_lng = OFFICE.lat, OFFICE.lng
        session.query(VisitRule).filter_by(tier="C").one().channel = "desk"
        rep = session.query(Rep).first()
        for key in range(1, 2001):
            where = OFFICE.lat + chance.gauss(0, 0.1), OFFICE.lng + chance.gauss(0, 0.1)
            session.add(Customer(id=key, name=f"Customer {key}", folded="", search="", rep_id=rep.id, lat=where[0], lng=where[1]))
        session.flush()
        for key in range(1, 2001):
            tier = "ABC"[key % 3]
            session.add(CustomerTier(customer_id=key, tier=tier, by_figures=tier, revenue=1, rank=key, share_before=0, share=0))
            session.add(CustomerHours(customer_id=key, weekday=1, start=540, end=1080))
            day = DAY - timedelta(days=chance.randrange(1, 60))
            session.add(Visit(customer_id=key, rep_id=rep.id, day=day, start=600, end=630, status="done"))
        session.add(Visit(customer_id=1, rep_id=rep.id, day=DAY, start=900, end=960))

    with clock.fixed_today(DAY), Workspace.create(tmp_path / "many.asaichi", NewCompany(first_rep="S. Morita"), fill) as workspace:
        yield workspace


def test_of_two_thousand_customers_three_are_found_in_under_a_second(many: Workspace) -> None:
    with many.read() as session:
        rep = session.query(Rep).first()
        began = time.process_time()
        best = fill_hole(session, rep.id, DAY, (640, 880))
        assert time.process_time() - began < 1.0
        assert len(best) == 3 and all(one.tier in "AB" and one.start >= 640 and one.end <= 880 for one in best)
        assert [one.customer_id for one in best] == [one.customer_id for one in fill_hole(session, rep.id, DAY, (640, 880), 9)[:3]]
        assert fill_hole(session, rep.id, date(2026, 11, 28), (640, 880)) == ()


def test_a_visit_asked_for_goes_first_and_one_planned_that_day_not_at_all(many: Workspace) -> None:
    with many.read() as session:
        rep = session.query(Rep).first().id
        first, second, *_ = fill_hole(session, rep, DAY, (640, 880), 9)
    with many.edit("Ask") as session:
        session.add(ExtraVisit(customer_id=second.customer_id, asked_on=DAY, by=DAY + timedelta(days=3), reason=""))
        session.add(Visit(customer_id=first.customer_id, rep_id=rep, day=DAY, start=1000, end=1030))
    with many.read() as session:
        best = fill_hole(session, rep, DAY, (640, 880))
    assert best[0].customer_id == second.customer_id and best[0].reason == "asked for by 27 Nov"
    assert first.customer_id not in {one.customer_id for one in best}
