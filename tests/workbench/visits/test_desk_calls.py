"""Calls from the desk fall due by the rule of their tier since the last contact."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models import Customer, CustomerRule, CustomerTier, Rep, Segment, Visit, VisitRule
from workbench import clock
from workbench.targeting import commands
from workbench.targeting.filters import Condition, Group
from workbench.visits.cadence import Cadence
from workbench.visits.desk_calls import calls_due, desk_calls
from workbench.workspace import NewCompany, Workspace

FIRST, LAST = date(2026, 11, 24), date(2026, 12, 20)
EVERY_TWO_WEEKS = Cadence(1, "week", 2)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Tier C is called every two weeks: one seen 13 days ago, one 30 days ago, one never; an A that is visited."""

    def fill(session: Session) -> None:
        rule = session.query(VisitRule).filter_by(tier="C").one()
        rule.channel, rule.visits, rule.every, rule.unit, rule.topics = "desk", 1, 2, "week", "Stock?"
        rep = session.query(Rep).first()
        for key, (tier, ago) in enumerate((("C", 13), ("C", 30), ("C", None), ("A", 60)), start=1):
            session.add(Customer(id=key, name=f"Customer {key}", folded="", search="", rep_id=rep.id, phone="06", contact="K. Ide"))
            session.flush()
            session.add(CustomerTier(customer_id=key, tier=tier, by_figures=tier, revenue=1, rank=key, share_before=0, share=0))
            if ago is not None:
                day = FIRST - timedelta(days=ago)
                session.add(Visit(customer_id=key, rep_id=rep.id, day=day, start=600, end=610, status="done"))

    with clock.fixed_today(FIRST), Workspace.create(tmp_path / "desk.asaichi", NewCompany(first_rep="S. Morita"), fill) as made:
        yield made


def days_of(workspace: Workspace, customer: int) -> list[date]:
    with workspace.read() as session:
        return [call.due for call in desk_calls(session, FIRST, LAST) if call.customer_id == customer]


def test_calls_follow_the_rule_from_the_last_contact(workspace: Workspace) -> None:
    assert days_of(workspace, 1) == [date(2026, 11, 25), date(2026, 12, 9)]
    assert days_of(workspace, 2) == [FIRST, date(2026, 12, 8)]
    assert len(days_of(workspace, 3)) in (1, 2) and days_of(workspace, 4) == []


def test_a_call_says_whom_to_reach_about_what_and_how_late_it_is(workspace: Workspace) -> None:
    with workspace.read() as session:
        first, *rest = [call for call in desk_calls(session, FIRST, LAST) if call.customer_id == 2]
    assert (first.name, first.contact, first.phone, first.topics, first.cadence) == (
        "Customer 2",
        "K. Ide",
        "06",
        "Stock?",
        "every 2 weeks",
    )
    assert first.overdue and first.days_since == 30 and first.week == date(2026, 11, 23)
    assert not rest[0].overdue and rest[0].days_since == 14


def test_a_planned_contact_answers_the_call_nearest_to_it(workspace: Workspace) -> None:
    with workspace.edit("Call") as session:
        session.add(Visit(customer_id=1, rep_id=1, day=date(2026, 12, 10), start=600, end=610))
    assert days_of(workspace, 1) == [date(2026, 11, 25)]


def test_a_contact_made_today_starts_the_rhythm_anew(workspace: Workspace) -> None:
    with workspace.edit("Called") as session:
        session.add(Visit(customer_id=2, rep_id=1, day=FIRST, start=600, end=610, status="done"))
    assert days_of(workspace, 2) == [date(2026, 12, 8)]


def test_own_rule_archive_and_channel_are_obeyed(workspace: Workspace) -> None:
    with workspace.edit("Own") as session:
        session.add(CustomerRule(customer_id=1, visits=1, every=1, unit="week"))
        session.get(Customer, 2).archived = True
    assert days_of(workspace, 1) == [FIRST, *(FIRST + timedelta(days=7 * n) for n in (1, 2, 3))] and days_of(workspace, 2) == []
    with workspace.edit("Drive") as session:
        session.query(VisitRule).filter_by(tier="C").one().channel = "visit"
    assert days_of(workspace, 1) == []


def test_a_segment_served_from_the_desk_is_called_and_one_visited_is_not(workspace: Workspace) -> None:
    with workspace.edit("Place") as session:
        key = commands.add(session, "The best", Group("and", (Condition("tier", "is", "A"),)))
        session.get(Segment, key).channel = "desk"
    assert days_of(workspace, 4)[0] == FIRST
    with workspace.edit("Go there") as session:
        key = commands.add(session, "The small", Group("and", (Condition("tier", "is", "C"),)))
        session.get(Segment, key).channel = "visit"
    assert days_of(workspace, 1) == [] and days_of(workspace, 4)


@pytest.mark.parametrize("planned", [0, 1, 5])
def test_no_more_calls_than_due_days_and_none_for_who_is_never_called(planned: int) -> None:
    kept = [FIRST + timedelta(days=n) for n in range(planned)]
    due = calls_due(EVERY_TWO_WEEKS, FIRST - timedelta(days=14), kept, FIRST, LAST, 1)
    assert len(due) == max(0, 2 - planned) and calls_due(Cadence(0, "week"), None, [], FIRST, LAST, 1) == ()
