"""A planning afternoon with the mouse: clicked, dragged and chosen from menus, from the goal to the document, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton

from tests.end_to_end.conftest import Afternoon
from tests.end_to_end.mouse import Mouse
from tests.end_to_end.steps import documents
from tests.end_to_end.words import Words
from views.charts import Handle
from views.panes.cross_swot.dots import Dots
from views.panes.cross_swot.matrix import PairMatrix
from views.panes.positioning.chart import PointHandle
from views.statusbar import Steps
from views.widgets import SegmentedControl
from views.widgets.board_card import CardItem
from workbench.actions import actions
from workbench.analysis import cards
from workbench.goals.split import Split, split
from workbench.targeting.positioning_map import positioning

AUTHORITY = "Up to two million alone"


@pytest.fixture(autouse=True)
def nothing_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system opens no document."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)


@pytest.mark.parametrize("afternoon", ["en"], indirect=True)
def test_every_sentence_reaches_the_document_and_undo_leads_back_to_the_beginning(afternoon: Afternoon) -> None:
    mouse, words = Mouse(afternoon.drive), afternoon.words
    steps = len(afternoon.drive.workspace.history())
    set_goal(mouse, words)
    write_three_c(mouse, words)
    drag_on_swot(mouse, words)
    make_strategy(mouse, words)
    make_segment(mouse, words)
    follow_health(mouse, words)
    drag_a_point(mouse)
    describe_the_buyer(mouse, words)
    state_value(mouse, words)
    place_and_take_back(mouse, words)
    add_action(mouse, words)
    printed = documents.words_of(save_the_strategy(mouse))
    typed = (
        words.direction,
        words.struggle,
        words.only_we,
        words.opportunity,
        words.pasted_one,
        words.strategy,
        words.segment,
        words.reason,
        AUTHORITY,
        words.feature,
        words.so_what,
        words.gain,
        words.action,
    )
    assert [text for text in typed if "".join(text.split()) not in printed] == []
    after = len(afternoon.drive.workspace.history()) - steps
    assert after >= 25
    for _ in range(after):
        mouse.click("Undo: ", Steps, part=True)
    assert afternoon.drive.workspace.content_hash() == afternoon.before


def months(mouse: Mouse) -> list[int]:
    """What each month is to bring."""
    with mouse.drive.workspace.read() as session:
        found = split(session, 1)
    assert isinstance(found, Split)
    return [part.target for part in found.parts]


def column(mouse: Mouse, key: str) -> list[str]:
    """The cards of a column."""
    with mouse.drive.workspace.read() as session:
        return [one.text for one in cards.board(session, cards.BOARD_OF[key]).column(key).cards]


def set_goal(mouse: Mouse, words: Words) -> None:
    """Win 120 new customers by 31 March, up from 4; February is pulled up and the others make up for it."""
    mouse.go("Goals")
    mouse.click("What is counted: ", part=True)
    mouse.choose("new customers")
    for part, value in (("Number", "120"), ("Deadline", "2027-03-31"), ("Baseline", "4"), ("Direction of the company", words.direction)):
        mouse.write(f"{part}: ", value, part=True)
    before = months(mouse)
    bar = mouse.find("Feb: target ", Handle, part=True)
    middle = bar.rect().center()
    mouse.drag(bar, middle, bar, middle - QPoint(0, 20))
    after = months(mouse)
    assert after[-2] > before[-2] and sum(after) == sum(before)


def write_three_c(mouse: Mouse, words: Words) -> None:
    """A card is written, a second one is sent to SWOT by its menu."""
    mouse.go("Situation", "3C")
    mouse.write("New card: Customer", words.struggle)
    mouse.write("New card: Company", words.only_we)
    mouse.menu_of(words.only_we, "Send to SWOT", "Strengths")


def drag_on_swot(mouse: Mouse, words: Words) -> None:
    """A card written in the wrong column is pulled into the right one; one that is removed comes back by the toast."""
    mouse.go("Situation", "SWOT")
    mouse.write("New card: Opportunities", words.opportunity)
    mouse.write("New card: Weaknesses", words.pasted_one)
    goal = mouse.find("New card: Threats")
    mouse.drag(mouse.find(words.pasted_one, CardItem), QPoint(30, 12), goal, goal.rect().center())
    assert column(mouse, "weaknesses") == [] and column(mouse, "threats") == [words.pasted_one]
    item = mouse.find(words.opportunity, CardItem)
    assert isinstance(item, CardItem)
    mouse.click_at(item, item.dots().toRect().topRight() + QPoint(-4, 8))
    mouse.menu_of(words.pasted_one, "Remove")
    assert column(mouse, "threats") == []
    mouse.click("Undo", kind=QAbstractButton)
    assert column(mouse, "threats") == [words.pasted_one] and column(mouse, "strengths") == [words.only_we]


def make_strategy(mouse: Mouse, words: Words) -> None:
    """The pair of strength and opportunity is clicked and becomes a strategy, rated by its dots."""
    mouse.go("Situation", "Cross-SWOT")
    matrix = next(one for one in mouse.drive.pane.findChildren(PairMatrix) if one.isVisible())
    mouse.click_at(matrix, matrix.cell(0, 0).center().toPoint())
    mouse.write("The strategy in one sentence", words.strategy)
    effect = mouse.find("Effect", Dots)
    mouse.click_at(effect, QPoint(effect.width() - 6, effect.height() // 2))


def make_segment(mouse: Mouse, words: Words) -> None:
    """One industry by the filter builder; a second condition is added and taken out again; primary, with a reason."""
    mouse.go("Target", "Segments")
    mouse.click("Make the first segment")
    mouse.write("Name: ", words.segment, part=True)
    mouse.pick("Value", words.industry)
    mouse.click("+ Condition")
    mouse.click("Remove the condition")
    choice = mouse.find("Decision", SegmentedControl)
    assert isinstance(choice, SegmentedControl)
    mouse.click_at(choice, choice.boxes()[0].center().toPoint())
    mouse.fill("Why", words.reason)


def follow_health(mouse: Mouse, words: Words) -> None:
    """Today says that the strategy leads nowhere; its link lands on it, and there it is aimed at the segment."""
    mouse.go("Today")
    mouse.click("Link or drop it")
    assert mouse.drive.pane.name == "cross_swot" and mouse.drive.shown(words.strategy)
    mouse.click(f"Aimed at {words.segment}")
    mouse.go("Today")
    assert not mouse.drive.shown("Link or drop it")


def drag_a_point(mouse: Mouse) -> None:
    """Ourselves on the map, pulled to the right and up."""
    mouse.go("Target", "Positioning")
    mouse.click("Begin with two axes")
    point = mouse.find("Ourselves", PointHandle)
    middle = point.rect().center()
    mouse.drag(point, middle, point, middle + QPoint(90, -60))
    with mouse.drive.workspace.read() as session:
        at = next(one.at for one in positioning(session).points if one.kind == "we")
    assert at is not None and at[0] > 0.55 and at[1] > 0.55


def describe_the_buyer(mouse: Mouse, words: Words) -> None:
    """A persona of the segment, and what it may decide alone."""
    mouse.go("Target", "Personas")
    mouse.click(f"Begin with {words.segment}")
    mouse.write("Decision authority", AUTHORITY)


def state_value(mouse: Mouse, words: Words) -> None:
    """A feature, what it is good for, and the customer's gain."""
    mouse.go("Value", "Value statements")
    mouse.write(f"New statement for {words.segment}", words.feature)
    for name, text in (
        ("So what", words.so_what),
        ("What the customer gains", words.gain),
        ("Before", "10"),
        ("After", "2"),
        ("Unit", words.unit),
    ):
        mouse.write(f"{name}: ", text, part=True)


def place_and_take_back(mouse: Mouse, words: Words) -> None:
    """The segment is served from the desk, and by a click on the step's name it is not."""
    mouse.go("Value", "4P")
    name = f"Channel of {words.segment}: "
    before = mouse.drive.workspace.content_hash()
    mouse.click(name, part=True)
    mouse.choose("phone, online")
    assert mouse.find(f"{name}phone, online") and mouse.drive.workspace.content_hash() != before
    mouse.click("Undo: ", Steps, part=True)
    assert mouse.find(f"{name}as its tiers") and mouse.drive.workspace.content_hash() == before


def add_action(mouse: Mouse, words: Words) -> None:
    """An action for the strategy, with owner and day."""
    mouse.go("Action", "Actions")
    mouse.click("Add an action")
    mouse.fill("What is done", words.action)
    mouse.pick("Which strategy or segment it serves", f"SO {words.strategy}")
    mouse.pick("Owner", "Morita")
    mouse.fill("Due", "+2w")
    mouse.click("Add the action")
    with mouse.drive.workspace.read() as session:
        [made] = actions.actions(session)
    assert made.owner is not None and made.owner.name == "Morita" and made.due is not None and made.strategy is not None


def save_the_strategy(mouse: Mouse) -> Path:
    """Make the document in the company's folder; returns its file."""
    mouse.go("Documents")
    mouse.row("Documents", "Strategy")
    mouse.click("Make it")
    return max(mouse.drive.pane.folder().glob("*.pdf"), key=lambda path: path.stat().st_mtime)
