"""What the tiers pane shows of the sample company, which months it offers, and why each customer has its tier."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models import Customer, CustomerTier, OrderLine
from workbench import clock
from workbench.customers import tiering
from workbench.customers.tier_overview import TierOverview, overview
from workbench.customers.tier_trial import names_of, trial, who_would_move
from workbench.strings import using_language
from workbench.visits import rules
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiers") / "kitagawa.asaichi"
    with clock.fixed_today(date(2026, 11, 24)):
        create_sample(path, "en").close()
    return path


@pytest.fixture
def sample(sample_path: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "kitagawa.asaichi"
    shutil.copy(sample_path, path)
    with Workspace.open(path) as opened:
        yield opened


def seen(workspace: Workspace) -> TierOverview:
    with workspace.read() as session:
        return overview(session)


def test_the_sample_company_at_a_glance(sample: Workspace) -> None:
    shown = seen(sample)
    assert [(c.tier, c.customers, round(c.share, 2)) for c in shown.cards] == [("A", 12, 0.81), ("B", 19, 0.15), ("C", 29, 0.04)]
    assert [(c.visits, c.desk) for c in shown.cards] == [(24, False), (19, False), (pytest.approx(29 / 3), True)]
    assert (shown.cards[0].behind, shown.cards[2].never) == (3, 3)
    assert shown.span.words == "revenue of the 12 months to 31 Oct" and not shown.span.notice
    assert shown.first_name == "Hanshin Medical Devices" and shown.customers == 60
    old = ["goal", "customers", "tiers", "rules", "visits", "logs"]
    assert [link.key for link in shown.links if link.key in old] == old


def test_who_moved_says_why_in_figures_and_who_is_held_by_whom(sample: Workspace) -> None:
    shown = seen(sample)
    assert [(m.name, m.before, m.tier) for m in shown.moves.shown] == [
        ("Kishiwada Hydraulics", "B", "A"), ("Takatsuki Laser", "B", "A"), ("Ikoma Pump Works", "A", "B"),
    ]  # fmt: skip
    assert shown.moves.shown[2].reason == "¥\u00a014.2\u00a0million → ¥\u00a05.0\u00a0million in 12 months" and shown.moves.since == date(
        2026, 10, 1
    )
    assert [(h.name, h.tier, h.figures) for h in shown.held] == [("Yao Spring", "C", "B"), ("Kintetsu Tooling", "B", "C")]


def test_what_if_agrees_with_what_saving_gives(sample: Workspace) -> None:
    shown = seen(sample)
    found = trial(shown, 75, 95)
    figures = {(row.name, row.tier): (row.now, row.then, row.change) for row in found.rows}
    assert figures["Customers", "A"] == ("12", "10", "−2") and figures["Customers", "B"] == ("19", "21", "+2")
    assert figures["Visits a month", ""] == ("53", "51", "−2")
    assert found.message == "6 hours back, 2 customers seen less"
    with sample.read() as session:
        names = names_of(session, found.moving)
    assert who_would_move(found.moving, names, "JPY") == (
        "Takatsuki Laser and Kishiwada Hydraulics would become B: ¥\u00a024.9\u00a0million.",
    )
    with sample.edit("save") as session:
        tiering.retier(session, 75, 95, as_of=shown.span.last)
    then = seen(sample)
    assert [str(c.customers) for c in then.cards[:2]] == ["10", "21"]
    assert then.capacity.needed_hours == pytest.approx(shown.capacity_with(shown.curve.counts(75, 95)).needed_hours)


def test_a_rule_changes_hours_and_reads_no_customers_again(sample: Workspace) -> None:
    before = seen(sample)
    with sample.edit("rule") as session:
        rules.change(session, "B", visits=2)
    with sample.read() as session:
        after = overview(session, before, {"visit_rule"})
    assert after.curve is before.curve and after.held is before.held
    assert after.capacity.visits == pytest.approx(before.capacity.visits + 19)
    assert after.capacity == seen(sample).capacity


def order(workspace: Workspace, customer: int, day: date, amount: int) -> None:
    with workspace.edit("order") as session:
        if session.get(Customer, customer) is None:
            session.add(Customer(id=customer, name=f"C{customer}", folded=f"c{customer}", search=""))
            session.flush()
        session.add(OrderLine(customer_id=customer, day=day, amount=amount * 10_000))


def retier(workspace: Workspace, **where: object) -> None:
    with workspace.edit("tier") as session:
        tiering.retier(session, **where)


def test_old_orders_offer_their_own_months_and_all_time(workspace: Workspace) -> None:
    order(workspace, 1, date(2017, 12, 30), 100)
    for _ in range(2):
        span = seen(workspace).span
        assert "30 Dec 2017" in span.notice
        assert [(o.text, o.as_of, o.all_time) for o in span.offers] == [
            ("As of 31 Dec 2017", date(2017, 12, 31), False), ("All time", None, True),
        ]  # fmt: skip
        retier(workspace)
    retier(workspace, as_of=span.offers[0].as_of)
    settled = seen(workspace).span
    assert not settled.notice and settled.words == "revenue of the 12 months to 31 Dec 2017" and settled.again.as_of == date(2017, 12, 31)
    retier(workspace, all_time=True)
    assert seen(workspace).span.words == "revenue of all time" and seen(workspace).span.again.all_time


def test_a_month_that_is_over_new_orders_and_new_customers_are_told(workspace: Workspace) -> None:
    order(workspace, 1, date(2026, 10, 5), 100)
    retier(workspace)
    assert not seen(workspace).span.notice
    order(workspace, 1, date(2026, 9, 5), 40)
    assert seen(workspace).span.notice == "Orders came or changed since the tiers were made."
    order(workspace, 2, date(2026, 12, 5), 40)
    assert seen(workspace).span.notice == "1 customer is not tiered yet."
    with clock.fixed_today(date(2026, 12, 10)):
        found = seen(workspace).span
    assert found.notice == "November 2026 is over since the tiers were made." and found.offers[0].text == "12 months to 30 Nov 2026"


def test_why_tells_crossing_ties_overrides_and_prospects_in_both_languages(workspace: Workspace) -> None:
    for customer, amount in enumerate((700, 200, 45, 45, 10), 1):
        order(workspace, customer, date(2026, 5, 1), amount)
    with workspace.edit("more") as session:
        session.add(Customer(id=6, name="New", folded="new", search=""))
    retier(workspace)
    with workspace.edit("hold") as session:
        tiering.override(session, 5, "B", "新工場が春に稼働")
    english = {
        1: "No. 1 by revenue: ¥\u00a0700 brings the sum to 70\u00a0%; A reaches to 80\u00a0%.",
        2: "No. 2 by revenue: ¥\u00a0200 crosses the line at 80\u00a0%, and who crosses it is A.",
        3: "No. 3 by revenue: ¥\u00a045 lies between 80\u00a0% and 95\u00a0% of the sum.",
        4: "No. 4 by revenue: ¥\u00a045 crosses the line at 95\u00a0%, and who crosses it is B.",
        5: "Held at B by hand: 新工場が春に稼働. By figures C.",
        6: "A prospect: no order yet.",
    }
    with workspace.read() as session:
        assert {key: tiering.why(session, key) for key in english} == english
        with using_language("ja"):
            said = {key: tiering.why(session, key) for key in english}
    assert said[2] == "売上2位：200円で80%の線をまたぎ、またぐ顧客はAです。"
    assert said[5] == "手動でB：新工場が春に稼働。数字ではC。"
    assert not any(text in english.values() for text in said.values())


def test_equal_revenue_that_shares_a_better_tier_is_told(workspace: Workspace) -> None:
    for customer in range(1, 6):
        order(workspace, customer, date(2026, 5, 1), 20)
    retier(workspace)
    with workspace.read() as session:
        assert tiering.why(session, 5) == (
            "No. 5 by revenue: ¥\u00a020, as much as the customer before it, and equal revenue shares a tier: A."
        )
        assert {row.tier for row in session.query(CustomerTier)} == {"A"}
