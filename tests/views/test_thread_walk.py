"""Walking the red thread by clicks in the real window: from a visit up to the goal, from a strategy down to a visit, in at most six."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.views.driving import Drive
from views.panes.thread_links import ThreadLinks
from views.widgets.wrapped import WrappedLink

MOST_CLICKS = 6
UP = ("cross_swot", "segments", "tiers", "goals")
"""Where one goes on the way up, what is nearest to the goal first."""
DOWN = ("plan", "segments", "actions")


def shown(drive: Drive, arrow: str = "") -> list[WrappedLink]:
    """The links that lead here ("↑"), or those that this leads to ("→")."""
    parts = [part for part in drive.pane.parent().findChildren(ThreadLinks) if part.isVisible()]
    return [link for part in parts for link in part.links if link.words.startswith(arrow)]


def pane_of(link: WrappedLink) -> str:
    return link.property("there")[0]


def follow(drive: Drive, arrow: str, way: Callable[[list[str]], str]) -> None:
    """Click the first link to the pane that `way` chooses of those offered."""
    links = shown(drive, arrow)
    pane = way([pane_of(link) for link in links])
    next(link for link in links if pane_of(link) == pane).click()
    drive.settle()
    assert drive.pane.name == pane


def walk(drive: Drive, end: str, wanted: tuple[str, ...]) -> list[str]:
    """The panes passed on the way to `end`."""
    passed, arrow = [], "↑" if end == "goals" else "→"
    while drive.pane.name != end:
        assert len(passed) < MOST_CLICKS, passed
        here = drive.pane.name
        follow(drive, arrow, lambda offered, here=here: next(pane for pane in wanted if pane in offered and pane != here))
        passed.append(drive.pane.name)
    return passed


def first_visit(drive: Drive, segment: str) -> dict[str, object]:
    with drive.workspace.read() as session:
        day, visit = (
            session.connection()
            .exec_driver_sql(
                "SELECT v.day, v.id FROM visit v JOIN customer c ON c.id = v.customer_id WHERE v.status = 'planned' AND v.day > '2026-11-24' "
                "AND c.industry = ? ORDER BY v.day LIMIT 1",
                (segment,),
            )
            .one()
        )
    return {"day": date.fromisoformat(day), "visit": visit}


def test_from_a_visit_up_to_the_goal(drive: Drive) -> None:
    drive.open("plan", **first_visit(drive, "Medical devices"))
    assert walk(drive, "goals", UP) == ["segments", "cross_swot", "goals"]


def test_from_a_strategy_down_to_a_visit(drive: Drive) -> None:
    drive.open("cross_swot", strategy=1)
    follow(drive, "→", lambda offered: "segments")
    assert drive.pane.current == 1
    follow(drive, "→", lambda offered: "tiers")
    assert drive.pane.rules.rows["A"].visits.hasFocus()
    follow(drive, "→", lambda offered: "plan")
    assert drive.pane._card() is not None


def test_from_a_strategy_that_an_action_carries_down_to_a_visit(drive: Drive) -> None:
    drive.open("cross_swot", strategy=2)
    assert walk(drive, "plan", DOWN) == ["actions", "plan"]


@pytest.mark.parametrize(
    ("pane", "where"),
    [
        ("cross_swot", {"strategy": 1}),
        ("segments", {"segment": 2}),
        ("tiers", {"tier": "B"}),
        ("actions", {"action": 2}),
        ("customers", {"customer": 1}),
    ],
)
def test_everything_leads_up_and_down(drive: Drive, pane: str, where: dict[str, object]) -> None:
    drive.open(pane, **where)
    assert len(walk(drive, "goals", UP)) <= MOST_CLICKS
    drive.open(pane, **where)
    assert len(walk(drive, "plan", DOWN)) <= MOST_CLICKS


def test_the_rule_that_has_the_keyboard_is_the_one_whose_thread_shows(drive: Drive) -> None:
    pane = drive.open("tiers", tier="A")
    assert pane.rules.thread_of.text() == "Rule for tier A"
    pane.rules.rows["C"].minutes.setFocus()
    drive.settle()
    assert pane.rules.thread_of.text() == "Rule for tier C"


def test_a_segment_that_nothing_serves_gets_an_action_with_a_click(drive: Drive) -> None:
    drive.open("segments", segment=3)
    assert drive.shown("None yet: a segment without a strategy is only a list.")
    drive.click("Add an action")
    drive.type("Call the pump makers", into="What is done", enter=True)
    drive.open("segments", segment=3)
    assert "Action: Call the pump makers" in [link.accessibleName() for link in shown(drive)]
    drive.click("Aim a strategy at it")
    assert drive.pane.name == "cross_swot"
