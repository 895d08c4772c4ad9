"""Tiers by cumulated revenue: thresholds, ties, prospects, overrides, and the facts of real lists."""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import Customer, CustomerTier, OrderLine
from workbench.customers import tiering
from workbench.customers.tiering import CustomerRevenue, ThresholdError, pareto_tiers
from workbench.errors import BadInput
from workbench.workspace import Workspace

revenues = st.lists(st.integers(-50, 5_000), max_size=60).map(lambda xs: [CustomerRevenue(i, x) for i, x in enumerate(xs)])
BEST_FIRST = {"A": 0, "B": 1, "C": 2, "N": 3}


def letters(rows: list[tiering.TierRow]) -> str:
    return "".join(r.tier for r in rows)


def test_who_crosses_a_threshold_gets_the_better_tier() -> None:
    assert letters(pareto_tiers([CustomerRevenue(1, 79), CustomerRevenue(2, 14), CustomerRevenue(3, 7)])) == "AAB"


def test_who_begins_exactly_at_a_threshold_is_in_the_next_tier() -> None:
    assert letters(pareto_tiers([CustomerRevenue(1, 80), CustomerRevenue(2, 15), CustomerRevenue(3, 5)])) == "ABC"


def test_equal_revenue_never_splits_a_tier() -> None:
    assert letters(pareto_tiers([CustomerRevenue(i, 10) for i in range(10)])) == "A" * 10


def test_no_revenue_is_c_and_a_prospect_is_n() -> None:
    rows = pareto_tiers([CustomerRevenue(1, 100), CustomerRevenue(2, 0), CustomerRevenue(3, -5), CustomerRevenue(4, 0, prospect=True)])
    assert {r.customer_id: r.tier for r in rows} == {1: "A", 2: "C", 3: "C", 4: "N"}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(revenues)
def test_tiers_are_monotone_in_revenue(customers: list[CustomerRevenue]) -> None:
    rows = pareto_tiers(customers)
    ranks = [BEST_FIRST[r.tier] for r in rows]
    assert ranks == sorted(ranks)
    by_revenue = defaultdict(set)
    for r in rows:
        by_revenue[r.revenue].add(r.tier)
    assert all(len(t) == 1 for t in by_revenue.values())
    if any(c.revenue > 0 for c in customers):
        assert rows[0].tier == "A" and max(r.share for r in rows) == pytest.approx(100)


@pytest.mark.parametrize("a,b", [(0, 95), (96, 95), (80, 101), (-1, 5)])
def test_thresholds_that_cannot_be_are_refused(a: float, b: float) -> None:
    with pytest.raises(ThresholdError):
        pareto_tiers([], a, b)


def test_superstore_tiers_as_its_facts_say(shared: Path) -> None:
    sums: dict[str, int] = defaultdict(int)
    with (shared / "1_customers/superstore_iso/superstore.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            sums[row["Customer ID"]] += round(float(row["Sales"]) * 10_000)
    rows = pareto_tiers(CustomerRevenue(i, v) for i, v in enumerate(sums.values()))
    assert Counter(r.tier for r in rows) == {"A": 396, "B": 209, "C": 188}


def test_the_span_ends_with_the_last_full_month() -> None:
    assert tiering.twelve_months(date(2026, 11, 23)) == (date(2025, 11, 1), date(2026, 10, 31))
    assert tiering.twelve_months(date(2017, 12, 31)) == (date(2017, 1, 1), date(2017, 12, 31))
    assert tiering.twelve_months(date(2024, 2, 29)) == (date(2023, 3, 1), date(2024, 2, 29))


@pytest.fixture
def tiered(workspace: Workspace) -> Workspace:
    with workspace.edit("fill") as session:
        for number, amount in enumerate((800, 150, 50), 1):
            session.add(Customer(id=number, name=f"C{number}", folded=f"c{number}", search=""))
            session.flush()
            session.add(OrderLine(customer_id=number, day=date(2026, 5, 1), amount=amount * 10_000))
        session.add(Customer(id=4, name="New", folded="new", search=""))
    with workspace.edit("tier") as session:
        tiering.retier(session)
    return workspace


def tiers_of(workspace: Workspace) -> dict[int, str]:
    with workspace.read() as session:
        return {r.customer_id: r.tier for r in session.query(CustomerTier)}


def test_tiers_are_kept_with_a_reason_each(tiered: Workspace) -> None:
    assert tiers_of(tiered) == {1: "A", 2: "B", 3: "C", 4: "N"}
    with tiered.read() as session:
        assert tiering.why(session, 1) == "No. 1 by revenue: ¥\u00a0800 brings the sum to 80\u00a0%; A reaches to 80\u00a0%."
        assert "prospect" in tiering.why(session, 4)


def test_an_override_stands_until_it_is_cleared_and_undo_takes_it_back(tiered: Workspace) -> None:
    with tiered.edit("override") as session:
        tiering.override(session, 3, "A", "Their new plant opens in spring")
    with tiered.edit("again") as session:
        tiering.retier(session, 70, 90)
    assert tiers_of(tiered)[3] == "A"
    with tiered.read() as session:
        assert "Their new plant opens in spring" in tiering.why(session, 3)
    tiered.undo()
    with tiered.edit("clear") as session:
        tiering.clear_override(session, 3)
    assert tiers_of(tiered)[3] == "C"


def test_an_override_without_reason_is_refused(tiered: Workspace) -> None:
    with pytest.raises(BadInput), tiered.edit("override") as session:
        tiering.override(session, 3, "A", "  ")
    assert tiers_of(tiered)[3] == "C"


def test_tiering_again_changes_nothing_and_leaves_no_step(tiered: Workspace) -> None:
    steps = len(tiered.history())
    with tiered.edit("again") as session:
        assert tiering.retier(session).changed == 0
    assert len(tiered.history()) == steps


def test_archived_customers_are_not_tiered(tiered: Workspace) -> None:
    with tiered.edit("archive") as session:
        session.get(Customer, 1).archived = True
        session.flush()
        result = tiering.retier(session)
    assert result.tiers["A"].customers == 2 and tiers_of(tiered) == {2: "A", 3: "A", 4: "N"}
