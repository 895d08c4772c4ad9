"""Breaks in the thread: each rule finds its own, the links tell where the thread is loose, and the next thing follows."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from models import Action, Card, Customer, CustomerTier, Plan, Rep, Segment, Strategy, Visit, VisitRule
from tests.conftest import TODAY
from workbench.actions import actions
from workbench.analysis import strategies
from workbench.goals import kgi
from workbench.targeting.filters import Condition, Group, dumped
from workbench.thread import health
from workbench.thread.links import links
from workbench.thread.rail import rail_facts
from workbench.thread.today import today
from workbench.value import statements
from workbench.workspace import Workspace


def whole(session: Session) -> None:
    """A small company in which nothing is broken: a strategy that a segment carries, one that an action carries, a customer with topics."""
    kgi.set_metric(session, 1, "orders")
    kgi.set_target(session, 1, 600_000)
    kgi.set_baseline(session, 1, 410_000, date(2026, 4, 1), date(2026, 9, 30))
    session.add(Customer(id=1, name="Sato Dental", folded="sato", search="sato", rep_id=1, lat=34.7, lng=135.5, topics="Review"))
    session.flush()
    session.add(CustomerTier(customer_id=1, tier="A", by_figures="A", revenue=1, rank=1, share_before=0, share=100))
    session.add(Card(id=1, plan_id=1, board="swot", column="strengths", position=0, text="Micron tolerance"))
    session.add(Card(id=2, plan_id=1, board="swot", column="opportunities", position=0, text="Prototyping returns"))
    found = dumped(Group("and", (Condition("tier", "is", "A"),)))
    session.add(Segment(id=1, plan_id=1, position=0, name="Medical", decision="primary", filter=found))
    session.flush()
    said = statements.add(session, 1, "Titanium in 48 hours")
    statements.change(session, said, gain="Waiting for a prototype", before=10, after=2, unit="days")
    strategies.make(session, "48-hour prototypes", (1, 2), segments=(1,))
    carried = strategies.make(session, "Bundle the reports", (1, 2))
    actions.add(session, "Price table", strategy=carried, rep=1, due=TODAY)
    session.get_one(Plan, 1).analysis_first = TODAY - timedelta(weeks=3)
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


def _primary_too(session: Session) -> Segment:
    """A second primary segment with a customer of its own."""
    session.add(Customer(id=2, name="Nara Optics", folded="nara", search="nara", rep_id=1, lat=34.7, lng=135.5, industry="Optics"))
    found = dumped(Group("and", (Condition("industry", "is", "Optics"),)))
    return Segment(id=2, plan_id=1, position=1, name="Optics", decision="primary", filter=found)


HARM = {
    "goal": lambda s: setattr(s.get(kgi.Kgi, 1), "target", None),
    "logs": lambda s: s.add(Visit(customer_id=1, rep_id=1, day=TODAY - timedelta(days=1), start=540, end=600)),
    "cadence_A": lambda s: setattr(s.get(Visit, 1), "day", TODAY - timedelta(days=40)),
    "load": lambda s: setattr(s.query(VisitRule).filter_by(tier="A").one(), "duration", 60_000),
    "plan": lambda s: s.delete(s.get(Visit, 2)),
    "place": lambda s: setattr(s.get(Customer, 1), "lat", None),
    "rep": lambda s: setattr(s.get(Customer, 1), "rep_id", None),
    "segment": lambda s: setattr(s.get(Segment, 1), "filter", dumped(Group("and", (Condition("tier", "is", "B"),)))),
    "strategy": lambda s: strategies.unlink_segment(s, 1, 1),
    "overdue": lambda s: setattr(s.get(Action, 1), "due", TODAY - timedelta(days=1)),
    "owner": lambda s: setattr(s.get(Action, 1), "rep_id", None),
    "topics": lambda s: (setattr(s.get(Customer, 1), "topics", " "), setattr(s.query(VisitRule).filter_by(tier="A").one(), "topics", "")),
    "time_box": lambda s: setattr(s.get(Plan, 1), "analysis_weeks", 2),
    "unsaid": lambda s: s.add(_primary_too(s)),
    "weak": lambda s: statements.change(s, 1, after=None),
}
PLACES = ("goals", "plan", "customers", "tiers", "segments", "cross_swot", "actions", "swot", "value")
SECOND = {
    "strategy": lambda s: strategies.make(s, "Share a line", (1, 2)),
    "overdue": lambda s: actions.add(s, "Sample box", rep=1, due=TODAY - timedelta(days=3)),
    "owner": lambda s: actions.add(s, "Sample box"),
}


@pytest.mark.parametrize("rule", HARM)
def test_each_break_is_found_alone_and_leads_somewhere(sound: Workspace, rule: str) -> None:
    with sound.edit("harm") as session:
        HARM[rule](session)
    assert rules_of(sound) == [rule]
    with sound.read() as session:
        [found] = health.breaks(session)
    assert found.message and found.detail and found.mend and found.pane in PLACES
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


def test_all_breaks_at_once_are_told_and_none_besides(sound: Workspace) -> None:
    with sound.edit("harm") as session:
        for harm in HARM.values():
            harm(session)
    with sound.read() as session:
        found = health.breaks(session)
    assert sorted(b.rule for b in found) == sorted(HARM)
    assert [b.severity for b in found] == sorted((b.severity for b in found), key=["grave", "slight"].index)


@pytest.mark.parametrize("rule", SECOND)
def test_two_of_a_kind_are_one_break_that_counts_them(sound: Workspace, rule: str) -> None:
    with sound.edit("harm") as session:
        HARM[rule](session)
        SECOND[rule](session)
    with sound.read() as session:
        [found] = health.breaks(session)
    assert found.rule == rule and found.message.startswith("2 ")


def test_what_is_over_or_dropped_breaks_nothing_and_carries_nothing(sound: Workspace) -> None:
    with sound.edit("late and done") as session:
        actions.change(session, 1, due=TODAY - timedelta(days=9), status="done", rep=None)
    assert rules_of(sound) == []
    with sound.edit("dropped") as session:
        actions.change(session, 1, status="dropped")
    assert rules_of(sound) == ["strategy"]


def test_a_break_leads_to_the_very_thing(sound: Workspace) -> None:
    with sound.edit("harm") as session:
        HARM["strategy"](session)
        HARM["overdue"](session)
    with sound.read() as session:
        found = {b.rule: (b.pane, b.where) for b in health.breaks(session)}
    assert found == {"overdue": ("actions", {"action": 1}), "strategy": ("cross_swot", {"strategy": 1})}


def test_links_are_there_once_there_is_something_and_say_where_they_are_loose(sound: Workspace) -> None:
    with sound.read() as session:
        found = {link.key: link for link in links(session)}
        assert list(found) == ["goal", "strategies", "segments", "actions", "customers", "tiers", "rules", "visits", "logs"]
        assert [key for key, link in found.items() if link.broken] == []
        assert [link.key for link in links(session, boards=True)][:3] == ["goal", "swot", "strategies"]
    with sound.edit("harm") as session:
        HARM["strategy"](session)
        HARM["overdue"](session)
        session.get_one(Segment, 1).decision = ""
    with sound.read() as session:
        found = {link.key: link for link in links(session) if link.broken}
    assert {key: link.note for key, link in found.items()} == {
        "strategies": "from cross-SWOT, 1 loose",
        "segments": "none decided on",
        "actions": "1 overdue",
    }


def test_a_file_without_strategies_keeps_its_thread(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert [link.key for link in links(session, boards=True)] == ["goal", "customers", "tiers", "rules", "visits", "logs"]


def test_the_rail_counts_what_is_overdue_and_rings_the_steps_that_are_thought_out(sound: Workspace) -> None:
    with sound.edit("harm") as session:
        HARM["overdue"](session)
    with sound.read() as session:
        facts = rail_facts(session)
        assert session.query(Strategy).count() == 2
    assert facts.threaded == {1, 2, 3, 4, 5} and facts.waiting == (("actions", 1),)
