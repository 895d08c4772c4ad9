"""The sample company: the figures it is told with, in both languages, and soundness on awkward days."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models import Base, Company, Customer, CustomerTier, Deal, Kgi, OrderLine, Plan, Rep, Visit, VisitRule
from workbench import clock
from workbench.customers.tiering import retier
from workbench.visits.capacity import capacity
from workbench.visits.travel import Place, TravelRule
from workbench.visits.week import week_view
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

TODAY = date(2026, 11, 24)
ODD_DAYS = (
    date(2028, 2, 29),
    date(2026, 1, 1),
    date(2026, 12, 30),
    date(2027, 5, 3),
    date(2026, 8, 8),
    date(2025, 3, 31),
    date(2027, 1, 9),
)
MILLION = 1_000_000 * 10_000
KANSAI = (33.4, 35.8, 134.2, 136.5)


@pytest.fixture(scope="module", params=["en", "ja"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session on the sample of 24 November 2026, in each language."""
    with (
        create_sample(tmp_path_factory.mktemp("sample") / "kitagawa.asaichi", request.param, TODAY) as workspace,
        workspace.read() as session,
    ):
        yield session


@pytest.fixture(params=ODD_DAYS, ids=str)
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[date, Session]]:
    """A day on which things go wrong (leap day, holidays, weekend, closed days, month's end) and the sample of that day."""
    clock.set_today(request.param)
    with create_sample(tmp_path / "odd.asaichi") as workspace, workspace.read() as session:
        yield request.param, session


def order_days(session: Session) -> list[date]:
    """The first day of every order."""
    first: dict[tuple[int, str], date] = {}
    for line in session.query(OrderLine):
        key = line.customer_id, line.order_number
        first[key] = min(line.day, first.get(key, line.day))
    return sorted(first.values())


def by_name(session: Session, name: str) -> Customer:
    return session.query(Customer).filter((Customer.name == name) | (Customer.name_local == name)).one()


def last_met(session: Session) -> dict[int, date]:
    """The last visit with a log of each customer."""
    last: dict[int, date] = {}
    for visit in session.query(Visit).filter_by(status="done"):
        last[visit.customer_id] = max(visit.day, last.get(visit.customer_id, visit.day))
    return last


def test_company_plan_and_goal(sample: Session) -> None:
    company, plan, goal = sample.query(Company).one(), sample.query(Plan).one(), sample.query(Kgi).one()
    assert company.sample and company.office_lat is not None and company.fiscal_month == 4
    assert (company.name, plan.name) in {("Kitagawa Precision", "FY26 second half"), ("北川精密", "2026年度下期")}
    assert (plan.first, plan.last) == (date(2026, 10, 1), date(2027, 3, 31))
    assert (goal.metric, goal.target, goal.baseline, goal.deadline) == ("orders", 600_000, 410_000, date(2027, 3, 31))
    assert (goal.baseline_first, goal.baseline_last) == (date(2026, 4, 1), date(2026, 9, 30))
    assert [rep.short_name for rep in sample.query(Rep).order_by(Rep.position)] in (
        ["S. Morita", "K. Ueda", "R. Tani"],
        ["森田", "上田", "谷"],
    )
    assert {r.tier: (r.visits, r.unit, r.least_gap, r.greatest_gap, r.duration, r.channel) for r in sample.query(VisitRule)} == {
        "A": (2, "month", 9, 18, 90, "visit"),
        "B": (1, "month", 21, 40, 60, "visit"),
        "C": (1, "quarter", 75, 105, 20, "desk"),
        "N": (1, "quarter", 60, 120, 60, "visit"),
    }


def test_orders_by_month_are_those_of_the_goal(sample: Session) -> None:
    months = Counter((day.year, day.month) for day in order_days(sample))
    assert [months[2026, 10], months[2026, 11]] == [17, 14]
    assert sum(months[2026, month] for month in range(4, 10)) == 41
    assert [months[key] for key in ((2025, 10), (2025, 11), (2025, 12), (2026, 1), (2026, 2), (2026, 3))] == [10, 10, 5, 3, 4, 6]
    assert len(months) >= 24 and max(order_days(sample)) < TODAY
    assert sample.query(OrderLine).filter(OrderLine.amount < 0).count() >= 3


def test_sixty_customers_carry_the_revenue(sample: Session) -> None:
    tiers = sample.query(CustomerTier).order_by(CustomerTier.rank).all()
    assert Counter(row.tier for row in tiers) == {"A": 12, "B": 19, "C": 29}
    assert Counter(row.by_figures for row in tiers) == {"A": 12, "B": 19, "C": 29}
    total = sum(row.revenue for row in tiers)
    assert total == 4875 * MILLION // 10
    shares = [round(100 * sum(row.revenue for row in tiers if row.tier == tier) / total) for tier in "ABC"]
    assert shares == [81, 15, 4]
    assert [row.revenue / MILLION for row in tiers[:12]] == [68.4, 56.2, 47.9, 41.5, 36.8, 31.0, 27.6, 24.3, 19.7, 16.1, 13.4, 11.5]


def test_tiering_again_changes_nothing(tmp_path: Path) -> None:
    with create_sample(tmp_path / "k.asaichi", "en", TODAY) as workspace:
        with workspace.edit("Tier") as session:
            before = [tuple(row) for row in session.connection().exec_driver_sql("SELECT * FROM customer_tier ORDER BY id")]
            result = retier(session)
            after = [tuple(row) for row in session.connection().exec_driver_sql("SELECT * FROM customer_tier ORDER BY id")]
        assert result.changed == 0 and result.prospects == 0
        assert before == after


def test_facets_of_the_customers_pane(sample: Session) -> None:
    customers = sample.query(Customer).all()
    assert sorted(Counter(c.industry for c in customers).values()) == [6, 6, 8, 9, 31]
    assert set(Counter(c.rep_id for c in customers).values()) == {20}
    assert sum(c.lat is None for c in customers) == 2
    low, high, west, east = KANSAI
    assert all(low < c.lat < high and west < c.lng < east for c in customers if c.lat is not None and c.lng is not None)
    assert all(c.phone.startswith("06-0000-") for c in customers) and len({c.phone for c in customers}) == 60
    tags = Counter(row[0] for row in sample.connection().exec_driver_sql("SELECT tag FROM customer_tag"))
    assert sorted(tags.values()) == [4, 7, 9]
    met = last_met(sample)
    assert sum(c.id not in met for c in customers) == 3


def test_seven_customers_are_behind_hirano_the_longest_of_the_a_and_in_no_plan(sample: Session) -> None:
    greatest = {rule.tier: rule.greatest_gap for rule in sample.query(VisitRule)}
    tiers = {row.customer_id: row.tier for row in sample.query(CustomerTier)}
    late = {key: (TODAY - day).days for key, day in last_met(sample).items() if (TODAY - day).days > greatest[tiers[key]]}
    assert Counter(tiers[key] for key in late) == {"A": 3, "B": 1, "C": 3}
    hirano = by_name(sample, "平野精機")
    assert late[hirano.id] == 27 == max(days for key, days in late.items() if tiers[key] == "A")
    assert not sample.query(Visit).filter_by(status="planned", customer_id=hirano.id).count()


def test_hirano_seiki_reads_like_its_timeline(sample: Session) -> None:
    hirano = by_name(sample, "平野精機")
    visits = sample.query(Visit).filter_by(customer_id=hirano.id).order_by(Visit.day.desc()).limit(4).all()
    assert [(v.day.isoformat(), v.status) for v in visits] == [
        ("2026-10-28", "done"),
        ("2026-10-13", "done"),
        ("2026-09-25", "missed"),
        ("2026-09-11", "done"),
    ]
    sleeves = sample.query(OrderLine).filter_by(customer_id=hirano.id, day=date(2026, 10, 21)).one()
    assert sleeves.amount == 24 * MILLION // 10
    orders = {
        row.order_number for row in sample.query(OrderLine).filter(OrderLine.customer_id == hirano.id, OrderLine.day > date(2025, 10, 31))
    }
    assert len(orders) == 5
    lost = sample.query(Deal).filter_by(customer_id=hirano.id, stage="lost", closed=date(2026, 10, 2)).one()
    assert lost.lost_reason


def test_weeks_around_today(sample: Session) -> None:
    planned = sample.query(Visit).filter_by(status="planned").all()
    past = [v for v in planned if v.day < TODAY]
    assert len(past) == 5 and all(date(2026, 11, 16) <= v.day <= date(2026, 11, 20) for v in past)
    last_week = sample.query(Visit).filter(Visit.day >= date(2026, 11, 16), Visit.day < TODAY)
    assert Counter(v.status for v in last_week) == {"planned": 5, "done": 9, "missed": 1}
    assert all(v.note for v in last_week if v.status != "planned")
    reps = {rep.id: rep.position for rep in sample.query(Rep)}
    assert Counter(reps[v.rep_id] for v in planned if v.day == TODAY) == {0: 4, 1: 3, 2: 2}
    assert sum(TODAY <= v.day <= date(2026, 11, 27) for v in planned) == 12
    assert sum(date(2026, 11, 30) <= v.day <= date(2026, 12, 4) for v in planned) == 9
    assert sum(v.locked for v in planned) >= 3 and all(v.day > TODAY for v in planned if v.locked)
    ikoma = by_name(sample, "生駒ポンプ製作所").id
    assert (TODAY - last_met(sample)[ikoma]).days == 32
    topics = {v.topics for v in planned if v.day == TODAY}
    assert topics & {"Lead-time guarantee 10 → 6 days", "納期保証を10日から6日へ"}


def test_who_is_visited_and_how_full_the_weeks_are_follow_from_the_rules(sample: Session) -> None:
    tiers = {row.customer_id: row.tier for row in sample.query(CustomerTier)}
    ahead = Counter(tiers[v.customer_id] for v in sample.query(Visit).filter(Visit.day >= TODAY))
    assert ahead["A"] > 20 and ahead["B"] > 18 and ahead["C"] == 3, "by hand only Yao Spring, and two first visits"
    found = capacity(sample)
    assert found.load is not None and 0.75 < found.load < 0.85
    assert [round(100 * (rep.load or 0)) for rep in found.reps] == [96, 73, 67]
    weeks = [week_view(sample, date(2026, 11, 16) + timedelta(weeks=n)) for n in range(6)]
    shares = [(sum(r.visit_minutes + r.driving_minutes for r in week.reps), sum(r.field_minutes for r in week.reps)) for week in weeks]
    assert all(0.6 < used / there < 1 for used, there in shares)
    assert sum(used for used, _ in shares) / sum(there for _, there in shares) == pytest.approx(found.load, abs=0.06)
    assert all(0.45 < (rep.load or 0) < 1.05 for week in weeks for rep in week.reps)
    assert max(rep.load or 0 for rep in weeks[1].reps) > 1, "somebody is a bit full this week, by hand"
    assert all((rep.load or 0) <= 1 for week in weeks[2:] for rep in week.reps), "but nobody in the weeks that are planned"
    assert [(out.tier, out.code) for out in weeks[1].left_out] == [("A", "capacity"), ("B", "no_place")]


def test_deals(sample: Session) -> None:
    deals = sample.query(Deal).all()
    assert sum(d.stage in {"talk", "proposal"} for d in deals) == 38
    assert sum(d.amount for d in deals if d.stage in {"talk", "proposal"}) == 61 * MILLION
    assert sum(d.stage == "lost" and d.closed is not None and d.closed >= date(2026, 10, 1) for d in deals) == 10
    assert all(d.lost_reason for d in deals if d.stage == "lost")
    assert sum(d.stage == "won" and d.closed is not None and d.closed >= date(2026, 10, 1) for d in deals) == 31


def test_who_moved_and_who_is_held(sample: Session) -> None:
    moved = sample.query(CustomerTier).filter(CustomerTier.previous != "").all()
    assert Counter((row.previous, row.tier) for row in moved) == {("B", "A"): 2, ("A", "B"): 1, ("B", "C"): 1, ("C", "B"): 1}
    assert all(row.changed_on is not None and row.changed_on >= date(2026, 10, 1) for row in moved)
    held = [row for row in moved if row.override_reason]
    assert len(held) == 2 and all(row.tier != row.by_figures for row in held)
    assert any("March" in row.override_reason or "3月" in row.override_reason for row in held)


def test_both_languages_tell_the_same_company(tmp_path: Path) -> None:
    def figures(workspace: Workspace) -> list[object]:
        with workspace.read() as session:
            db = session.connection()
            return [
                tuple(row)
                for sql in (
                    "SELECT customer_id, day, amount, quantity FROM order_line ORDER BY id",
                    "SELECT customer_id, rep_id, day, start, end, status FROM visit ORDER BY id",
                    "SELECT customer_id, stage, amount, opened, closed FROM deal ORDER BY id",
                )
                for row in db.exec_driver_sql(sql)
            ]

    with create_sample(tmp_path / "en.asaichi", "en", TODAY) as english, create_sample(tmp_path / "ja.asaichi", "ja", TODAY) as japanese:
        assert figures(english) == figures(japanese)
        with japanese.read() as session:
            texts = " ".join(row.topics + row.note for row in session.query(Visit)) + " ".join(
                d.title + d.lost_reason for d in session.query(Deal)
            )
    assert not set("abcdefghijklmnopqrstuvwxyz") & set(texts.replace("ISO", ""))


def test_same_day_same_content(tmp_path: Path) -> None:
    def content(path: Path, day: date) -> list[list[object]]:
        with create_sample(path, "en", day) as workspace, workspace.read() as session:
            session.connection().exec_driver_sql("SELECT 1")
            rows = []
            for table in Base.metadata.sorted_tables:
                columns = ", ".join(c.name for c in table.columns if c.name != "workspace_id")
                rows.append([tuple(row) for row in session.connection().exec_driver_sql(f"SELECT {columns} FROM {table.name} ORDER BY id")])
            return rows

    first, again = content(tmp_path / "1.asaichi", TODAY), content(tmp_path / "2.asaichi", TODAY)
    assert first == again
    assert first != content(tmp_path / "3.asaichi", TODAY + timedelta(days=1))


def test_no_empty_or_unkeepable_text(sample: Session) -> None:
    for table in Base.metadata.sorted_tables:
        for row in sample.connection().exec_driver_sql(f"SELECT * FROM {table.name}"):
            for value in row:
                if isinstance(value, str) and value.startswith('{"'):
                    json.loads(value)
                    continue
                assert not (isinstance(value, str) and ("\0" in value or "{" in value or value != value.strip())), (table.name, value)
    assert all(c.search and c.folded and c.name_local for c in sample.query(Customer))


def test_planned_days_can_be_driven(sample: Session) -> None:
    check_days(sample, TODAY)


def test_sound_on_any_day(odd: tuple[date, Session]) -> None:
    today, session = odd
    plan = session.query(Plan).one()
    assert plan.first.day == 1 and plan.first <= today <= plan.last and 5 <= (today - plan.first).days // 7 <= 9
    days = order_days(session)
    assert sum(day >= plan.first for day in days) == 31 and max(days) < today
    assert sum(row.revenue for row in session.query(CustomerTier)) == 4875 * MILLION // 10
    assert Counter(row.tier for row in session.query(CustomerTier)) == {"A": 12, "B": 19, "C": 29}
    assert all(visit.day < today for visit in session.query(Visit) if visit.status != "planned")
    assert session.query(Visit).filter(Visit.status == "planned", Visit.day < today).count() == 5
    assert not session.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    assert all(deal.opened < today for deal in session.query(Deal))
    check_days(session, today)
    check_gaps(session, today)


def check_days(session: Session, today: date) -> None:
    """Every rep's day from today on: inside hours, lunch free, time to drive between the stops."""
    rule, company = TravelRule(), session.query(Company).one()
    places = {c.id: Place(c.lat, c.lng) for c in session.query(Customer) if c.lat is not None and c.lng is not None}
    tours: dict[tuple[int, date], list[Visit]] = {}
    for visit in session.query(Visit).filter(Visit.status == "planned", Visit.day >= today).order_by(Visit.start):
        assert visit.day.weekday() < 5
        tours.setdefault((visit.rep_id, visit.day), []).append(visit)
    for (rep_id, _), tour in tours.items():
        rep = session.get_one(Rep, rep_id)
        home = Place(rep.start_lat or company.office_lat or 0.0, rep.start_lng or company.office_lng or 0.0)
        hours = session.connection().exec_driver_sql("SELECT start, end FROM rep_hours WHERE rep_id = ?", (rep_id,)).first() or (540, 1080)
        stops = [(hours[0], hours[0], home), *((v.start, v.end, places[v.customer_id]) for v in tour), (hours[1], hours[1], home)]
        for (_, end, here), (start, _, there) in pairwise(stops):
            rest = max(0, min(start, 780) - max(end, 720))
            assert start - end - rest >= rule.leg(here, there).minutes, (rep.name, tour[0].day, end, start)
        assert all(v.end <= 720 or v.start >= 780 for v in tour)


def check_gaps(session: Session, today: date) -> None:
    """No two visits of an A or B customer too close, those without a log left out."""
    least = {rule.tier: rule.least_gap for rule in session.query(VisitRule)}
    tiers = {row.customer_id: row.tier for row in session.query(CustomerTier)}
    by_customer: dict[int, list[date]] = {}
    for visit in session.query(Visit).filter(Visit.status != "missed").order_by(Visit.day):
        if visit.status == "done" or visit.day >= today:
            by_customer.setdefault(visit.customer_id, []).append(visit.day)
    for customer, days in by_customer.items():
        recent = [day for day in days if day >= today - timedelta(days=50)]
        for one, other in pairwise(recent):
            assert tiers[customer] == "C" or (other - one).days >= least[tiers[customer]], (
                session.get_one(Customer, customer).name,
                one,
                other,
            )
