"""Cross-SWOT: pairs picked by keys and mouse, strategies written, rated, linked, ordered and removed; what they lead to can be walked."""

from typing import Any

import pytest
from PySide6.QtCore import QPointF

from models import Action, Strategy
from tests.views.driving import Drive
from tests.views.layout import faults
from views.panes.cross_swot.pane import CrossSwotPane
from workbench.analysis import strategies as cross
from workbench.workspace import Workspace


def read(workspace: Workspace) -> dict[str, cross.StrategyView]:
    with workspace.read() as session:
        return {one.text: one for one in cross.strategies(session)}


def cell(pane: CrossSwotPane, inner: str, outer: str) -> QPointF:
    view = pane._view
    assert view is not None
    row = next(place for place, card in enumerate(view.inner) if inner in card.text)
    column = next(place for place, card in enumerate(view.outer) if outer in card.text)
    return pane.matrix.cell(row, column).center()


def test_a_pair_picked_with_keys_becomes_a_strategy_and_is_undone(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot")
    before = drive.workspace.content_hash()
    drive.press("N")
    assert pane.matrix.hasFocus()
    for keys in ("Down", "Down", "Right", "Right", "Return"):
        drive.press(keys)
    assert pane.editor.text.hasFocus() and drive.shown("use the strength for the opportunity")
    drive.type("Sell six-day repeats on the new machine", enter=True)
    made = read(drive.workspace)["Sell six-day repeats on the new machine"]
    assert made.kind == "SO" and made.leads_nowhere and [card.text[:8] for card in made.cards] == ["Ten-day ", "Subsidy "]
    assert drive.shown("Leads nowhere yet:") and drive.shown("Undo: Strategy “Sell six-day repeats on the new machine”")
    drive.press("Esc")
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


def test_a_strategy_without_words_is_refused_in_place(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot")
    steps = len(drive.workspace.history())
    drive.press("U")
    drive.press("Return")
    assert "A strategy needs words" in pane.banner.text() and len(drive.workspace.history()) == steps
    drive.press("Esc")
    drive.press("N")
    drive.click("Make the strategy")
    assert len(drive.workspace.history()) == steps


def test_a_click_on_a_pair_in_use_opens_its_strategy_and_dots_rate_it(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot")
    at = cell(pane, "Quotes take four days", "fax")
    drive.click_in(pane.matrix, at.x(), at.y())
    assert pane.editor.text.text() == "Same-day quotes from a price table" and pane.editor.heading.text() == "Strategy WO"
    pane.editor.effect.setFocus()
    drive.press("5")
    pane.editor.ease.setFocus()
    drive.press("Right")
    assert (one := read(drive.workspace)["Same-day quotes from a price table"]).effect == 5 and one.ease == 5
    assert next(iter(read(drive.workspace))) == "Same-day quotes from a price table"
    assert drive.shown("Effect 5 × ease 5 = 25")
    drive.press("Ctrl+Z")
    drive.press("Ctrl+Z")
    assert (one := read(drive.workspace)["Same-day quotes from a price table"]).score == 16


def test_the_loose_one_is_linked_by_its_own_link_and_the_thread_says_so(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot")
    before = drive.workspace.content_hash()
    drive.click("Link a segment to “Share a line with Sakai Plating”")
    first = next(iter(pane.editor.chips.values()))
    assert first.hasFocus()
    drive.press("Space")
    linked = read(drive.workspace)["Share a line with Sakai Plating"]
    assert [one.name for one in linked.segments] == ["Medical devices"] and not drive.shown("Leads nowhere yet:")
    drive.press("Space")
    assert drive.shown("Leads nowhere yet:") and drive.workspace.content_hash() == before


def test_words_are_changed_in_place(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot", strategy=4)
    assert pane.editor.text.hasFocus() and pane.editor.text.text() == "Share a line with Sakai Plating"
    drive.type("Buy a small plating line", into="The strategy in one sentence", enter=True)
    assert "Buy a small plating line" in read(drive.workspace)
    assert pane.list.rows[4].title.words == "Buy a small plating line"
    drive.press("Ctrl+Z")
    assert "Share a line with Sakai Plating" in read(drive.workspace)


def test_another_card_joins_and_leaves_by_space(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot", strategy=1)
    pane.matrix.setFocus()
    pane.matrix.at = (1, -1)
    drive.press("Space")
    assert len(read(drive.workspace)["Be the 48-hour prototype shop for medical devices"].cards) == 3
    drive.press("Space")
    assert len(read(drive.workspace)["Be the 48-hour prototype shop for medical devices"].cards) == 2
    pane.matrix.at = (0, -1)
    drive.press("Space")
    assert "at least two cards" in pane.banner.text()
    assert len(read(drive.workspace)["Be the 48-hour prototype shop for medical devices"].cards) == 2


def test_the_owners_order_is_kept_beside_effect_and_ease(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot", strategy=4)
    drive.press("Alt+Up")
    assert pane.list.order.value() == "position" and list(pane.list.rows) == [1, 2, 4, 3]
    drive.press("Alt+Down")
    assert list(pane.list.rows) == [1, 2, 3, 4]
    with drive.workspace.read() as session:
        assert [row.position for row in session.query(Strategy).order_by(Strategy.id)] == [0, 1, 2, 3]


def test_removed_it_leaves_its_actions_and_comes_back_with_undo(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot", strategy=2)
    before = drive.workspace.content_hash()
    drive.click("Remove")
    assert "Same-day quotes from a price table" not in read(drive.workspace) and pane._opened is None
    with drive.workspace.read() as session:
        assert session.query(Action).filter_by(title="Price table for same-day quotes").one().strategy_id is None
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


@pytest.mark.parametrize(
    "link,pane",
    [
        ("→ Segment Optics", "segments"),
        ("→ 6 customers", "customers"),
        ("→ 8 visits a month", "plan"),
        ("→ and 1 more", "actions"),
        ("→ 2 actions", "actions"),
    ],
)
def test_every_link_of_the_chain_leads_there(drive: Drive, link: str, pane: str) -> None:
    drive.open("cross_swot")
    drive.click(link)
    assert drive.pane.name == pane


def test_an_action_begun_here_serves_this_strategy(drive: Drive) -> None:
    drive.open("cross_swot")
    drive.click("Add an action to “Share a line with Sakai Plating”")
    drive.type("Ask Sakai Plating for a day of their line", into="What is done", enter=True)
    if drive.window.sheet is not None:
        drive.click("Add the action")
    made = read(drive.workspace)["Share a line with Sakai Plating"]
    assert [one.title for one in made.actions] == ["Ask Sakai Plating for a day of their line"] and not drive.shown("Leads nowhere yet:")


def test_the_key_field_becomes_a_strategy_with_one_click(drive: Drive) -> None:
    pane: CrossSwotPane = drive.open("cross_swot")
    drive.click("Make a strategy of it")
    assert {card.letter for card in pane._cards()} == {"S", "O"} and pane.editor.text.hasFocus()
    drive.type("Answer first with micron parts", enter=True)
    assert drive.shown("Open this strategy") and drive.shown("Answer first with micron parts")


def test_health_on_today_lands_on_the_strategy(drive: Drive) -> None:
    drive.open("today")
    drive.click("Link or drop it")
    pane: Any = drive.pane
    assert pane.name == "cross_swot" and pane.editor.text.text() == "Share a line with Sakai Plating"


def test_an_open_strategy_has_no_fault_of_layout(drive: Drive) -> None:
    drive.open("cross_swot", strategy=1)
    for width, height in ((1100, 700), (1440, 900)):
        drive.window.resize(width, height)
        drive.settle()
        assert not faults(drive), faults(drive)


def test_hostile_words_and_many_cards_fit(drive: Drive) -> None:
    from models import Card

    with drive.workspace.edit("cards") as session:
        for place in range(14):
            words = ("<b>&amp; " + "長い" * 90 + "x" * 200 + "🦊") if place % 2 else f"Card {place}"
            for column in ("strengths", "threats"):
                session.add(Card(plan_id=1, board="swot", column=column, position=10 + place, text=words))
    pane: CrossSwotPane = drive.open("cross_swot")
    drive.press("U")
    drive.type("<b>bold</b> & " + "あ" * 300, enter=True)
    made = [text for text in read(drive.workspace) if text.startswith("<b>bold")]
    assert len(made) == 1 and pane.list.rows
    assert not [fault for fault in faults(drive) if "does not fit" in fault]


def test_without_cards_it_teaches(fresh_drive: Drive) -> None:
    pane: CrossSwotPane = fresh_drive.open("cross_swot")
    assert pane.empty.isVisible() and not pane.content.isVisible() and fresh_drive.shown("So what do you do about it?")


def test_to_look_only_nothing_can_be_changed(bare_drive: Drive, sample_file: Any) -> None:
    bare_drive.window.show_file(Workspace.open(sample_file("en"), write=False))
    bare_drive.settle()
    pane: CrossSwotPane = bare_drive.open("cross_swot", strategy=1)
    assert not pane.editor.text.isEnabled() and not pane.editor.remove.isEnabled() and not pane.editor.effect.isEnabled()
