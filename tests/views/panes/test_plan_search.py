"""Planning in the visit plan: the hand plan at once, then what the search finds; good enough, cancel, outdated, mended; nothing left behind."""

from datetime import timedelta
from multiprocessing import active_children
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models import Customer, Visit
from tests.views.layout import faults
from views.panes.plan.proposing import IDLE, READY
from views.settings import PLAN_SECONDS
from workbench import clock
from workbench.visits.background import SEARCHING
from workbench.visits.calendar import monday_of

LIMIT_MS = 100_000


@pytest.fixture
def pane(drive: Any, qtbot: Any) -> Any:
    """The pane on the coming week, five weeks to plan, 5 s to search."""
    drive.window.settings.set(PLAN_SECONDS, 5)
    found = drive.open("plan", day=monday_of(clock.today()) + timedelta(days=7))
    found.band.weeks.setValue(5)
    yield found
    if shiboken6.isValid(found):
        found.planning.proposing.cancel()
    assert not searches()


def searches() -> list[str]:
    return [child.name for child in active_children() if child.name == "search"]


def rows(drive: Any) -> list[tuple[Any, ...]]:
    with drive.workspace.read() as session:
        return sorted((v.id, v.customer_id, v.rep_id, v.day, v.start) for v in session.query(Visit).filter(Visit.status == "planned"))


def begin(drive: Any, pane: Any, qtbot: Any) -> Any:
    """Plan, past the word on visits without a log, until the hand plan is drawn."""
    pane.grid.setFocus()
    drive.press("Ctrl+Return")
    assert drive.shown("no log: mark") and not pane.planning.active
    drive.press("Ctrl+Return")
    qtbot.waitUntil(lambda: pane.planning.proposing.proposal is not None, timeout=LIMIT_MS)
    return pane.planning.proposing


def test_the_hand_plan_is_drawn_at_once_and_nothing_is_saved(drive: Any, pane: Any, qtbot: Any) -> None:
    before, steps = rows(drive), len(drive.workspace.history())
    proposing = begin(drive, pane, qtbot)
    assert proposing.shown is not None and pane.band.isVisible() and drive.shown("Nothing saved yet")
    drawn = {(card.customer_id, card.day, card.start) for card in pane._cards()}
    sunday = pane.monday + timedelta(days=6)
    plan = proposing.shown.result.plan.visits
    assert drawn == {(visit.customer_id, visit.day, visit.start) for visit in plan if pane.monday <= visit.day <= sunday}
    assert not pane.grid.carrier.enabled and not pane.visit_part.isVisible()
    QTest.keyClick(pane.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    drive.press("Esc")
    assert proposing.state == IDLE and rows(drive) == before and len(drive.workspace.history()) == steps
    assert pane.grid.carrier.enabled and not pane.planning.band.isVisible() and not searches()


def test_good_enough_saves_the_best_so_far_as_one_step(drive: Any, pane: Any, qtbot: Any) -> None:
    before, steps = rows(drive), len(drive.workspace.history())
    proposing = begin(drive, pane, qtbot)
    by_hand = proposing.proposal.by_hand.figures
    qtbot.waitUntil(lambda: proposing.proposal.quality is not proposing.proposal.by_hand, timeout=LIMIT_MS)
    assert proposing.state == SEARCHING
    pane.planning.band.accept_button.click()
    assert not searches()
    drive.settle()
    assert drive.workspace.history()[0].label == "Plan 5 weeks of visits" and len(drive.workspace.history()) == steps + 1
    assert proposing.state == IDLE and rows(drive) != before and drive.shown("visits planned until")
    assert drive.shown("less driving than by hand")
    assert by_hand.planned <= len([row for row in rows(drive) if row[3] >= pane.monday])
    drive.do("undo")
    assert rows(drive) == before and not drive.shown("visits planned until")


def test_when_the_time_is_over_it_waits_with_the_list_of_moves(drive: Any, pane: Any, qtbot: Any) -> None:
    pane.planning.proposing.iterations = 40
    proposing = begin(drive, pane, qtbot)
    qtbot.waitUntil(lambda: proposing.state == READY, timeout=LIMIT_MS)
    drive.settle()
    card = pane.planning.moves_card
    assert card.isVisible() and [move for _, move in card.model.rows] == list(proposing.proposal.moves())
    moved = next(move for _, move in card.model.rows if move.kind == "moved" and move.after.day > pane.monday + timedelta(days=7))
    card.looked_at.emit(moved)
    chosen = pane._card()
    assert (chosen.customer_id, chosen.day, chosen.start) == (moved.customer_id, moved.after.day, moved.after.start)
    assert pane.planning.comparison.isVisible() and "By hand" in pane.planning.comparison._heads[2].text()
    assert not (told := faults(drive)), "\n".join(told)
    drive.window.resize(1100, 720)
    drive.settle()
    assert not (told := faults(drive)), "\n".join(told)


def test_a_plan_made_from_what_has_changed_is_made_again(drive: Any, pane: Any, qtbot: Any) -> None:
    proposing = begin(drive, pane, qtbot)
    with drive.workspace.edit("Move a customer") as session:
        session.get(Customer, proposing.proposal.result.plan.visits[0].customer_id).lat += 0.01
    drive.settle()
    before = rows(drive)
    pane.planning.accept()
    drive.settle()
    assert rows(drive) == before and drive.shown("have changed since this plan was made")
    drive.click("Plan again")
    qtbot.waitUntil(lambda: proposing.state == SEARCHING, timeout=LIMIT_MS)
    assert not pane.banner.text()


def test_a_mended_plan_moves_nothing_where_nothing_is_wrong_and_little_after_a_visit_is_taken_out(
    drive: Any, pane: Any, qtbot: Any
) -> None:
    pane.planning.proposing.iterations = 40
    proposing = begin(drive, pane, qtbot)
    qtbot.waitUntil(lambda: proposing.state == READY, timeout=LIMIT_MS)
    drive.press("Ctrl+Return")
    with drive.workspace.edit("Cancel one") as session:
        visit = session.query(Visit).filter(Visit.status == "planned", Visit.day >= pane.monday, ~Visit.locked).first()
        gone = visit.customer_id
        session.delete(visit)
    drive.settle()
    pane.planning.mend()
    if not pane.planning.active:
        pane.planning.mend()
    qtbot.waitUntil(lambda: proposing.state == READY, timeout=LIMIT_MS)
    found = [move for move in proposing.proposal.moves() if move.kind != "kept"]
    assert len(found) <= 4 and gone in {move.customer_id for move in found}
    drive.press("Ctrl+Return")
    assert drive.workspace.history()[0].label == "Mend the plan of 5 weeks"


def test_a_search_that_breaks_off_leaves_the_plan_found_so_far(drive: Any, pane: Any, qtbot: Any) -> None:
    proposing = begin(drive, pane, qtbot)
    proposing._search._process.kill()
    qtbot.waitUntil(lambda: proposing.state == READY, timeout=LIMIT_MS)
    drive.settle()
    assert drive.shown("broken off")
    drive.press("Ctrl+Return")
    assert drive.workspace.history()[0].label == "Plan 5 weeks of visits"


def test_no_search_outlives_the_window(drive: Any, pane: Any, qtbot: Any) -> None:
    begin(drive, pane, qtbot)
    drive.do("close_file")
    assert not searches()
