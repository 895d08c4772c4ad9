"""The time box counts down and freezes; snapshots stay as they were and are compared; the guide leads to panes that exist."""

from datetime import date, timedelta

import pytest

from tests.conftest import TODAY
from workbench import clock
from workbench.analysis import cards, guide, questions, snapshots, time_box
from workbench.errors import BadInput
from workbench.workspace import Workspace


def box(workspace: Workspace) -> time_box.TimeBox:
    with workspace.read() as session:
        return time_box.time_box(session)


def test_the_box_counts_down_is_late_and_closes(workspace: Workspace) -> None:
    assert box(workspace).state == "new"
    with workspace.edit("open") as session:
        time_box.open_box(session, 2)
        cards.add(session, "strengths", "Yield")
    assert (box(workspace).days_left, box(workspace).words) == (14, "Analysis closes in 14 days")
    with workspace.edit("weeks") as session:
        time_box.set_weeks(session, 3)
    assert box(workspace).last == TODAY + timedelta(days=21)
    clock.set_today(TODAY + timedelta(days=21))
    assert box(workspace).words == "Analysis closes today"
    clock.set_today(TODAY + timedelta(days=23))
    assert (box(workspace).state, box(workspace).words) == ("late", "Analysis is 2 days over its time")
    before = workspace.content_hash()
    with workspace.edit("close") as session:
        time_box.close_box(session)
    assert (box(workspace).state, box(workspace).closed) == ("closed", date(2026, 12, 17))
    workspace.undo()
    assert workspace.content_hash() == before and box(workspace).state == "late"


@pytest.mark.parametrize("weeks", [1, 5, 0])
def test_no_other_length(workspace: Workspace, weeks: int) -> None:
    with pytest.raises(BadInput), workspace.edit("open") as session:
        time_box.open_box(session, weeks)


def test_an_empty_board_is_not_frozen(workspace: Workspace) -> None:
    with pytest.raises(BadInput), workspace.edit("close") as session:
        time_box.close_box(session)
    assert box(workspace).closed is None


def test_a_snapshot_stays_as_it_was_and_is_compared(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        kept = cards.add(session, "strengths", "Micron tolerance on titanium")
        dropped = cards.add(session, "strengths", "Friendly people")
        moved = cards.add(session, "weaknesses", "One rep carries most of the revenue")
        taken = snapshots.take(session, "first")
    with workspace.edit("change") as session:
        cards.edit(session, kept, text="Micron tolerance on titanium, 98.6 %", weight=5)
        cards.move(session, [moved], "threats", 0)
        cards.remove(session, [dropped])
        new = cards.add(session, "opportunities", "Subsidy for 5-axis machines")
    with workspace.read() as session:
        before = snapshots.opened(session, taken)
        found = snapshots.compare(before, snapshots.now(session))
        assert [(s.taken_on, s.name, s.cards) for s in snapshots.snapshots(session)] == [(TODAY, "first", 3)]
    assert [card.text for card in before.column("strengths")] == ["Micron tolerance on titanium", "Friendly people"]
    assert [card.id for card in found.added] == [new] and [card.text for card in found.dropped] == ["Friendly people"]
    assert [(change.after.id, change.fields) for change in found.changed] == [(kept, ("text", "weight")), (moved, ("column",))]
    assert not found.of_board("3c").added and len(found.of_board("swot").changed) == 2


def test_a_key_given_again_is_another_card(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        old = cards.add(session, "threats", "Buyers merge vendor lists")
        taken = snapshots.take(session)
    with workspace.edit("replace") as session:
        cards.remove(session, [old])
        assert cards.add(session, "threats", "Zinc prices") == old
    with workspace.read() as session:
        found = snapshots.compare(snapshots.opened(session, taken), snapshots.now(session))
    assert [card.text for card in found.added] == ["Zinc prices"] and len(found.dropped) == 1 and not found.changed


def test_each_situation_offers_one_or_two_boards() -> None:
    offers = {situation.key: [step.pane for step in situation.steps] for situation in guide.SITUATIONS}
    assert offers == {
        "first": ["three_c", "swot"],
        "narrow": ["segments", "positioning"],
        "measures": ["four_p", "cross_swot"],
        "rival": ["three_c"],
    }
    for situation in guide.SITUATIONS:
        for step in situation.steps:
            assert step.where.get("column", "customer") in cards.BOARD_OF
            assert step.where.get("question", "it") in questions.BY_CODE
