"""What a customer has for itself: each change is one step, contradictions are refused, and the plan's loader reads what was set."""

from datetime import date

import pytest

from models import CustomerClosed, CustomerRule
from tests.workbench.visits.company import add_customer, settle
from workbench import clock
from workbench.customers import closed_days, own_rule
from workbench.customers.own_rule import OwnRule
from workbench.customers.sheet import customer_sheet
from workbench.errors import BadInput
from workbench.visits.load import load_problem
from workbench.visits.rules import RuleError


@pytest.fixture
def customer(workspace) -> int:
    with workspace.edit("prepare") as session:
        return add_customer(session, "Kansai Pumps", "B", settle(session)).id


def planned(workspace, customer: int):
    with workspace.read() as session:
        return next(
            c for c in load_problem(session, date(2026, 11, 30), date(2026, 12, 27), only=(customer,)).customers if c.id == customer
        )


def test_an_own_rule_goes_before_the_tiers_and_is_one_step(workspace, customer: int) -> None:
    before = planned(workspace, customer)
    with workspace.edit("rule") as session:
        own_rule.set_own_rule(session, customer, OwnRule(2, 1, "week", duration=25, weekdays=frozenset(range(5)), preferred=frozenset({1})))
    now = planned(workspace, customer)
    assert (now.cadence.describe(), now.duration, now.preferred) == ("2 a week", 25, frozenset({1}))
    assert now.opening[5] == now.opening[6] == () and before.opening[5]
    workspace.undo()
    assert planned(workspace, customer) == before


def test_nothing_of_its_own_leaves_no_row(workspace, customer: int) -> None:
    with workspace.edit("rule") as session:
        own_rule.set_own_rule(session, customer, OwnRule(duration=25))
    with workspace.edit("rule") as session:
        own_rule.set_own_rule(session, customer, OwnRule())
        assert session.query(CustomerRule).count() == 0


@pytest.mark.parametrize("own", [
    OwnRule(visits=2), OwnRule(40, 1, "week"), OwnRule(duration=3), OwnRule(1, 1, "week", least_gap=20), OwnRule(least_gap=900),
])  # fmt: skip
def test_what_no_rule_can_have_is_refused(workspace, customer: int, own: OwnRule) -> None:
    with pytest.raises(RuleError), workspace.edit("rule") as session:
        own_rule.set_own_rule(session, customer, own)


def test_weekdays_must_leave_one_and_agree(workspace, customer: int) -> None:
    for own in (OwnRule(weekdays=frozenset()), OwnRule(weekdays=frozenset({0}), preferred=frozenset({1}))):
        with pytest.raises(BadInput), workspace.edit("rule") as session:
            own_rule.set_own_rule(session, customer, own)


def test_the_sheet_tells_the_own_rule_beside_the_tiers(workspace, customer: int) -> None:
    with workspace.edit("rule") as session:
        own_rule.set_own_rule(session, customer, OwnRule(1, 3, "week", duration=30, weekdays=frozenset(range(1, 7))))
        own_rule.set_shared(session, customer, True)
    with workspace.read() as session:
        sheet = customer_sheet(session, customer)
    words = own_rule.rule_words(sheet.tier_rule, sheet.own)
    assert words.startswith("Its own rule: every 3 weeks") and "; tier B has " in words and sheet.shared
    assert own_rule.weekday_rule_words(sheet.own) == "Never visited on Mon."


def test_closed_days_reach_the_plan_and_fold_when_over(workspace, customer: int) -> None:
    with clock.fixed_today(date(2026, 11, 24)), workspace.edit("closed") as session:
        closed_days.add_closed(session, customer, "stocktaking", date(2026, 12, 3), date(2026, 12, 4))
        closed_days.add_closed(session, customer, "", date(2026, 8, 10), date(2026, 8, 14))
        closed_days.add_month_day(session, customer, 31, "締め日")
        found = closed_days.closed_of(session, customer)
    assert [one.month_day for one in found.coming] == [31, None] and len(found.past) == 1
    assert found.words == "Closed the last day of every month (締め日), 3 Dec 2026 – 4 Dec 2026 (stocktaking)."
    assert planned(workspace, customer).closed == {date(2026, 11, 30), date(2026, 12, 3), date(2026, 12, 4)}


def test_impossible_closed_days_are_refused(workspace, customer: int) -> None:
    with workspace.edit("closed") as session:
        closed_days.add_month_day(session, customer, 25, "")
    for bad in (lambda s: closed_days.add_closed(s, customer, "", date(2026, 12, 4), date(2026, 12, 3)),
                lambda s: closed_days.add_month_day(s, customer, 32, ""), lambda s: closed_days.add_month_day(s, customer, 25, "")):  # fmt: skip
        with pytest.raises(BadInput), workspace.edit("closed") as session:
            bad(session)
    with workspace.edit("closed") as session:
        closed_days.remove_closed(session, session.query(CustomerClosed).one().id)
        assert not closed_days.closed_of(session, customer).coming
