"""Hours that the rules ask for, where single customers differ from the rule of their tier."""

import pytest
from sqlalchemy.orm import Session

from models import CustomerRule
from tests.workbench.visits.company import add_customer, settle
from workbench.visits.capacity import Capacity, capacity
from workbench.workspace import Workspace


def of_two_b(session: Session) -> Capacity:
    found = capacity(session)
    assert sum(tier.customers for tier in found.tiers) == 2
    return found


def test_a_customers_own_cadence_and_minutes_count_instead_of_the_rules(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        one = add_customer(session, "One", "B", rep)
        add_customer(session, "Other", "B", rep)
        before = of_two_b(session)
        own = CustomerRule(customer_id=one.id, visits=4, every=1, unit="month")
        session.add(own)
        session.flush()
        often = of_two_b(session)
        assert often.visits == pytest.approx(before.visits + 3) and often.reps[0].visits == pytest.approx(often.visits)
        assert often.needed_hours == pytest.approx(before.needed_hours / 2 * 5)
        own.duration = 0
        session.flush()
        assert of_two_b(session).needed_hours == pytest.approx(before.needed_hours / 2 + 4 * 35 / 60)
        one.archived = True
        session.flush()
        assert capacity(session).needed_hours == pytest.approx(before.needed_hours / 2)


def test_one_who_only_likes_other_weekdays_counts_as_its_tier(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        rep = settle(session)
        one = add_customer(session, "One", "B", rep)
        add_customer(session, "Other", "B", rep)
        before = of_two_b(session)
        session.add(CustomerRule(customer_id=one.id, weekdays=3))
        session.flush()
        assert of_two_b(session) == before


def test_nobody_is_taken_off_where_a_trial_has_none_in_the_tier(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        one = add_customer(session, "One", "B", settle(session))
        session.add(CustomerRule(customer_id=one.id, visits=4, every=1, unit="month"))
        session.flush()
        assert capacity(session, counts={}).visits == 0
