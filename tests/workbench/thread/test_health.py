"""Breaks in the thread: each rule finds its own, the links tell where the thread is loose, and the next thing follows."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from models import Customer, CustomerTier, Rep, Visit, VisitRule
from tests.conftest import TODAY
from workbench.goals import kgi
from workbench.thread import health
from workbench.thread.links import links
from workbench.thread.today import today
from workbench.workspace import Workspace


def whole(session: Session) -> None:
    """A small company in which nothing is broken."""
    kgi.set_metric(session, 1, "orders")
    kgi.set_target(session, 1, 600_000)
    kgi.set_baseline(session, 1, 410_000, date(2026, 4, 1), date(2026, 9, 30))
    session.add(Customer(id=1, name="Sato Dental", folded="sato", search="sato", rep_id=1, lat=34.7, lng=135.5))
    session.flush()
    session.add(CustomerTier(customer_id=1, tier="A", by_figures="A", revenue=1, rank=1, share_before=0, share=100))
    session.add(Visit(customer_id=1, rep_id=1, day=TODAY - timedelta(days=7), start=540, end=600, status="done"))
    session.add(Visit(customer_id=1, rep_id=1, day=TODAY + timedelta(days=1), start=540, end=600))


@pytest.fixture
def sound(workspace: Workspace) -> Workspace:
    with workspace.edit("fill") as session:
        whole(session)
    return workspace


def rules_of(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return [b.rule for b in health.breaks(session)]


def test_nothing_is_broken_in_a_sound_company(sound: Workspace) -> None:
    assert rules_of(sound) == []
    with sound.read() as session:
        assert not any(link.broken for link in links(session))


HARM = {
    "goal": lambda s: setattr(s.get(kgi.Kgi, 1), "target", None),
    "logs": lambda s: s.add(Visit(customer_id=1, rep_id=1, day=TODAY - timedelta(days=1), start=540, end=600)),
    "cadence_A": lambda s: setattr(s.get(Visit, 1), "day", TODAY - timedelta(days=40)),
    "load": lambda s: setattr(s.query(VisitRule).filter_by(tier="A").one(), "duration", 60_000),
    "plan": lambda s: s.delete(s.get(Visit, 2)),
    "place": lambda s: setattr(s.get(Customer, 1), "lat", None),
    "rep": lambda s: setattr(s.get(Customer, 1), "rep_id", None),
}


@pytest.mark.parametrize("rule", HARM)
def test_each_break_is_found_alone_and_leads_somewhere(sound: Workspace, rule: str) -> None:
    with sound.edit("harm") as session:
        HARM[rule](session)
    assert rules_of(sound) == [rule]
    with sound.read() as session:
        [found] = health.breaks(session)
    assert found.message and found.detail and found.mend and found.pane in ("goals", "plan", "customers", "tiers")
    sound.undo()
    assert rules_of(sound) == []


def test_the_next_thing_follows_the_owner_from_an_empty_file_to_the_sheets(workspace: Workspace) -> None:
    def pane() -> str:
        with workspace.read() as session:
            return today(session).next.pane

    assert pane() == "import"
    with workspace.edit("a customer") as session:
        session.add(Customer(id=1, name="Sato", folded="sato", search="sato", rep_id=1, lat=34.7, lng=135.5))
    assert pane() == "tiers"
    with workspace.edit("tier") as session:
        session.add(CustomerTier(customer_id=1, tier="A", by_figures="A", revenue=1, rank=1, share_before=0, share=100))
    assert pane() == "plan"
    with workspace.edit("plan") as session:
        session.add(Visit(customer_id=1, rep_id=1, day=TODAY, start=540, end=600))
    assert pane() == "goals"
    with workspace.edit("goal") as session:
        kgi.set_metric(session, 1, "orders")
        kgi.set_target(session, 1, 600_000)
        kgi.set_baseline(session, 1, 410_000)
    assert pane() == "documents"
    with workspace.edit("yesterday") as session:
        session.add(Visit(customer_id=1, rep_id=1, day=TODAY - timedelta(days=1), start=540, end=600))
    with workspace.read() as session:
        found = today(session)
    assert found.next.pane == "plan" and found.next.where == {"day": TODAY - timedelta(days=1)}
    assert found.week_note == "Monday: Labor Thanksgiving Day"


def test_a_holiday_names_the_next_working_day(sound: Workspace) -> None:
    with sound.edit("free") as session:
        session.get(Rep, 1)
        session.get(Visit, 2).day = TODAY + timedelta(days=2)
    with sound.read() as session:
        found = today(session)
    assert found.next.title == "Look at Wednesday 25 November" and found.next.where["day"] == date(2026, 11, 25)
