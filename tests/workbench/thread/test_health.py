"""Breaks in the thread: each rule finds its own, the links tell where the thread is loose, and the next thing follows."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from models import Customer, CustomerTier, Plan, Rep, Segment, Strategy, Visit
from tests.conftest import TODAY
from tests.workbench.thread.twin import DAY, HARM, HIDDEN, MEDICAL, OPTICS, SECOND, UJI, whole
from workbench import clock
from workbench.actions import actions, assumptions
from workbench.goals import kgi, stages
from workbench.targeting.filters import Condition, Group, dumped
from workbench.thread import health
from workbench.thread.links import links
from workbench.thread.rail import rail_facts
from workbench.thread.today import today
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample


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


@pytest.mark.parametrize("rule", HARM)
def test_each_break_is_found_alone_and_leads_somewhere(sound: Workspace, rule: str) -> None:
    with sound.edit("harm") as session:
        HARM[rule](session)
    assert rules_of(sound) == [rule]
    with sound.read() as session:
        [found] = health.breaks(session)
    assert found.message and found.detail and found.mend and found.pane
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


@pytest.mark.parametrize("hiding", HIDDEN)
def test_all_breaks_at_once_are_told_and_none_besides(sound: Workspace, hiding: str) -> None:
    seeded = {rule for rule in HARM if rule not in HIDDEN[hiding] and (rule == hiding or rule not in HIDDEN)}
    assert len(seeded) >= 20
    with sound.edit("harm") as session:
        for rule in HARM:
            if rule in seeded:
                HARM[rule](session)
    with sound.read() as session:
        found = health.breaks(session)
    assert sorted(b.rule for b in found) == sorted(seeded)
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
        for rule in ("strategy", "overdue", "unused", "channel", "assumption"):
            HARM[rule](session)
    with sound.read() as session:
        found = {b.rule: (b.pane, b.where) for b in health.breaks(session)}
    assert found == {
        "overdue": ("actions", {"action": 2}),
        "strategy": ("cross_swot", {"strategy": 3}),
        "unused": ("swot", {"card": 5}),
        "channel": ("plan", {"day": TODAY + 9 * DAY, "visit": 4}),
        "assumption": ("actions", {"assumption": 1}),
    }


def test_a_segment_served_from_the_desk_is_not_visited_but_by_intention(sound: Workspace) -> None:
    with sound.edit("place") as session:
        session.get_one(Segment, MEDICAL).channel = "desk"
    assert rules_of(sound) == ["channel"]
    with sound.edit("by hand") as session:
        session.get_one(Visit, 2).why = "hand"
    assert rules_of(sound) == []
    with sound.edit("locked") as session:
        session.get_one(Visit, 2).why, session.get_one(Visit, 2).locked = "due", True
    assert rules_of(sound) == []


def test_a_segment_visited_in_person_wins_over_the_desk_of_its_tier(sound: Workspace) -> None:
    with sound.edit("harm") as session:
        HARM["channel"](session)
        optics = session.get_one(Segment, OPTICS)
        optics.filter, optics.channel = dumped(Group("and", (Condition("tier", "is", "C"),))), "visit"
    assert rules_of(sound) == []
    with sound.edit("off the map") as session:
        session.get_one(Customer, UJI).lat = None
    assert rules_of(sound) == ["place"]


def test_cards_are_not_asked_for_while_the_analysis_goes_on(sound: Workspace) -> None:
    with sound.edit("harm") as session:
        HARM["unused"](session)
        HARM["unproven"](session)
        session.get_one(Plan, 1).analysis_closed = None
    assert rules_of(sound) == []
    with sound.edit("no time box") as session:
        session.get_one(Plan, 1).analysis_first = None
    assert rules_of(sound) == ["unused", "unproven"]


def test_an_assumption_is_reviewed_by_entering_editing_and_saying_so(sound: Workspace) -> None:
    def state(day: date) -> tuple[date | None, bool]:
        with clock.fixed_today(day), sound.read() as session:
            [one] = assumptions.assumptions(session)
        return one.reviewed_on, one.review_due

    later = date(2027, 1, 4)
    assert state(TODAY) == (TODAY, False) and state(date(2026, 12, 31)) == (TODAY, False)
    assert state(later) == (TODAY, True)
    with clock.fixed_today(later), sound.edit("say so") as session:
        assumptions.review(session, 1)
    assert state(later) == (later, False)
    sound.undo()
    assert state(later) == (TODAY, True)
    with clock.fixed_today(later), sound.edit("edit") as session:
        assumptions.change(session, 1, "market", "Prices rise", "")
    assert state(later) == (later, False)


@pytest.mark.parametrize(
    ("day", "month", "first"),
    [
        (date(2026, 11, 24), 4, date(2026, 10, 1)),
        (date(2027, 3, 31), 1, date(2027, 1, 1)),
        (date(2027, 1, 15), 2, date(2026, 11, 1)),
        (date(2027, 2, 28), 3, date(2026, 12, 1)),
        (date(2027, 2, 1), 2, date(2027, 2, 1)),
    ],
)
def test_quarters_begin_with_the_fiscal_year(day: date, month: int, first: date) -> None:
    assert assumptions.quarter_first(day, month) == first


def test_an_action_serves_nothing_only_where_there_is_something_to_serve(workspace: Workspace) -> None:
    with workspace.edit("a first action") as session:
        actions.add(session, "Tidy the store", rep=1, due=TODAY)
    assert "loose" not in rules_of(workspace)
    with workspace.edit("a strategy") as session:
        session.add(Strategy(plan_id=1, kind="SO", text="Prototypes", position=0))
    assert "loose" in rules_of(workspace)


def test_the_sample_company_shows_a_handful(tmp_path: Path) -> None:
    with create_sample(tmp_path / "sample.asaichi") as sample:
        assert rules_of(sample) == ["logs", "overdue", "cadence_A", "strategy", "cadence_B", "possible", "place", "assumption"]


def test_links_are_there_once_there_is_something_and_say_where_they_are_loose(sound: Workspace) -> None:
    with sound.read() as session:
        found = {link.key: link for link in links(session)}
        assert list(found) == ["goal", "strategies", "segments", "actions", "customers", "tiers", "rules", "visits", "logs"]
        assert [key for key, link in found.items() if link.broken] == []
        assert [link.key for link in links(session, boards=True)][:3] == ["goal", "swot", "strategies"]
    with sound.edit("harm") as session:
        HARM["strategy"](session)
        HARM["overdue"](session)
        session.get_one(Segment, MEDICAL).decision = ""
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


def test_thousands_of_visits_are_told_with_separators(sound: Workspace) -> None:
    with sound.edit("Rate") as session:
        stages.set_rate(session, 1, 0, 0.001)
    with sound.read() as session:
        told = next(found for found in health.breaks(session) if found.rule == "possible")
    assert ",000 visits a month by the funnel" in told.detail
