"""A whole planning afternoon by keys alone, from the goal to the document, and back."""

import pytest
from PySide6.QtGui import QDesktopServices

from tests.end_to_end.conftest import Afternoon
from tests.end_to_end.steps import actions, documents, goal, situation, target, value

FEW_KEYS = 6


@pytest.fixture(autouse=True)
def nothing_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system opens no document."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)


def test_every_sentence_reaches_the_document_and_undo_leads_back_to_the_beginning(afternoon: Afternoon) -> None:
    keys, words = afternoon.keyboard, afternoon.words
    steps = len(afternoon.drive.workspace.history())
    goal.set_goal(keys, words)
    goal.split_months(keys)
    goal.fill_funnel(keys)
    goal.make_possible(keys)
    assert situation.begin_by_the_guide(keys, words) <= FEW_KEYS
    situation.write_three_c(keys, words)
    situation.send_to_swot(keys, words)
    situation.write_swot(keys, words)
    situation.close_the_analysis(keys)
    target.make_strategy(keys, words)
    target.make_segment(keys, words)
    target.decide(keys, words)
    target.aim_the_strategy(keys, words)
    target.draw_the_map(keys, words)
    value.state_value(keys, words)
    value.fill_four_p(keys, words)
    actions.add_action(keys, words)
    actions.assume(keys, words)
    printed = documents.words_of(documents.save_the_strategy(keys))
    assert [text for text in words.typed() if "".join(text.split()) not in printed] == []
    after = len(afternoon.drive.workspace.history()) - steps
    assert after >= 40
    for _ in range(after):
        keys.press("Ctrl+Z")
    assert afternoon.drive.workspace.content_hash() == afternoon.before
