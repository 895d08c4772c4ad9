"""A made-up company small enough to check by hand: one day of visits, orders, a goal."""

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import Company, Customer, CustomerTier, Kgi, OrderLine, Plan, Rep, Visit, VisitRule
from models.base import MONEY_SCALE

TODAY = date(2026, 11, 24)

CUSTOMERS = (
    (
        "Hanshin Medical Devices",
        "阪神メディカル",
        "T. Endo",
        "Amagasaki",
        "Tsukaguchi 1-8",
        34.7527,
        135.4172,
        "A",
        "Medical",
        13,
        560,
        630,
        28,
        "Trial batch result; ask for Q1 volumes",
    ),
    (
        "Ikoma Pump Works",
        "生駒ポンプ製作所",
        "H. Sumi",
        "Ikoma",
        "Higashi-Ikoma 2-3",
        34.6930,
        135.7130,
        "B",
        "Machinery",
        32,
        650,
        710,
        15,
        "Lead-time guarantee 10 → 6 days",
    ),
    (
        "Nara Precision Optics",
        "奈良精密光学",
        "M. Kubo",
        "Nara",
        "Sanjo-machi 2-11",
        34.6810,
        135.8195,
        "A",
        "Optics",
        10,
        790,
        870,
        34,
        "Proposal: inspection report bundled",
    ),
    (
        "Yao Spring",
        "八尾スプリング",
        "K. Ide",
        "Yao",
        "Wakabayashi 1-20",
        34.6070,
        135.6010,
        "C",
        "Machinery",
        85,
        885,
        930,
        11,
        "Quarterly check-in; why no order since February?",
    ),
    (
        "Kintetsu Tooling",
        "近鉄ツール",
        "Y. Asano",
        "Higashi-Osaka",
        "Takaida 3-5",
        34.6640,
        135.5710,
        "B",
        "Machinery",
        29,
        960,
        1020,
        21,
        "5-axis: the subsidy ends in March",
    ),
)


def filled(stops: int = 5, reps: int = 1, language: str = "en", names: tuple[str, ...] = ()) -> Callable[[Session], None]:
    """What fills a new workspace: `reps` reps with `stops` visits each on TODAY; `names` replace the customers' names."""

    def fill(session: Session) -> None:
        company = session.scalars(select(Company)).one()
        company.name, company.language = "Kitagawa Precision" if language == "en" else "北川精密", language
        company.office_lat, company.office_lng = 34.6800, 135.5100
        session.execute(delete(Rep))
        for tier, topics in (
            ("A", "A prototype in 48 hours instead of 9 days, with the inspection report in the box."),
            ("B", "What comes next?"),
        ):
            session.scalars(select(VisitRule).where(VisitRule.tier == tier)).one().topics = topics
        _goal(session)
        for number in range(reps):
            rep = Rep(name=f"S. Morita {number or ''}".strip(), short_name="Morita", position=number)
            session.add(rep)
            session.flush()
            for i in range(stops):
                _stop(session, rep, i, names)
        _hirano(session, rep.id)

    return fill


def _goal(session: Session) -> None:
    plan = session.scalars(select(Plan)).one()
    plan.name, plan.first, plan.last = "Second half of fiscal 2026", date(2026, 10, 1), date(2027, 3, 31)
    plan.company_direction = "Half of revenue from medical and optics by 2029."
    plan.marketing_direction = "Buyers bring medical prototyping back to Kansai. We quote the same day and hold microns on titanium."
    goal = session.scalars(select(Kgi)).one()
    goal.metric, goal.target, goal.deadline = "orders", 60 * MONEY_SCALE, date(2027, 3, 31)
    goal.baseline, goal.baseline_first, goal.baseline_last = 41 * MONEY_SCALE, date(2026, 4, 1), date(2026, 9, 30)


def _stop(session: Session, rep: Rep, i: int, names: tuple[str, ...]) -> None:
    name, local, contact, city, address, lat, lng, tier, industry, ago, start, end, travel, topics = CUSTOMERS[i % len(CUSTOMERS)]
    if i >= len(CUSTOMERS):
        start, end = 480 + 30 * i, 500 + 30 * i
    name = names[i % len(names)] if names else name
    customer = Customer(
        name=name,
        name_local=local,
        folded="",
        search="",
        contact=contact,
        city=city,
        address=address,
        industry=industry,
        lat=lat,
        lng=lng,
        phone="06-0000-1420",
        rep_id=rep.id,
    )
    session.add(customer)
    session.flush()
    session.add(
        CustomerTier(
            customer_id=customer.id,
            tier=tier,
            by_figures=tier,
            revenue=(100 - i) * 1_000_000 * MONEY_SCALE,
            rank=i + 1,
            share_before=0,
            share=10,
        )
    )
    session.add(Visit(customer_id=customer.id, rep_id=rep.id, day=TODAY - timedelta(days=ago), start=start, end=end, status="done"))
    session.add(
        Visit(
            customer_id=customer.id,
            rep_id=rep.id,
            day=TODAY,
            start=start,
            end=end,
            travel_minutes=travel,
            travel_km=travel * 0.6,
            topics=topics,
        )
    )
    for order in range(6):
        day = TODAY - timedelta(days=ago + 40 * order)
        session.add(
            OrderLine(
                customer_id=customer.id,
                order_number=f"{i}-{order}",
                day=day,
                amount=(900_000 + 70_000 * order) * MONEY_SCALE,
                profit=None,
                quantity=None,
            )
        )


def _hirano(session: Session, rep_id: int) -> None:
    customer = Customer(
        name="Hirano Seiki",
        name_local="平野精機",
        folded="",
        search="",
        contact="H. Nishio",
        phone="06-0000-1420",
        city="Osaka",
        address="Hirano 2-1",
        industry="Optics",
        lat=34.6250,
        lng=135.5500,
        rep_id=rep_id,
    )
    session.add(customer)
    session.flush()
    session.add(
        CustomerTier(customer_id=customer.id, tier="A", by_figures="A", revenue=5_000_000 * MONEY_SCALE, rank=99, share_before=0, share=10)
    )
    session.add(Visit(customer_id=customer.id, rep_id=rep_id, day=TODAY - timedelta(days=27), start=600, end=660, status="done"))
