"""Strategies: made of the right cards, ordered, linked, removed; what suggests itself; every command undone to the letter."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models import Action, Card, Segment, Strategy, StrategyCard, StrategySegment
from workbench.analysis import strategies as cross
from workbench.analysis.crossings import key_field, suggestions
from workbench.errors import BadInput
from workbench.workspace import Workspace

CARDS = (
    (1, "3c", "competitor", "Nobody holds 13485", 5, "weak", None),
    (2, "swot", "strengths", "Micron tolerance", 5, "", None),
    (3, "swot", "strengths", "Ten-day lead time", 3, "", None),
    (4, "swot", "weaknesses", "Quotes take four days", 4, "", None),
    (5, "swot", "opportunities", "Rivals quote by fax", 4, "", 1),
    (6, "swot", "opportunities", "Subsidy until March", 3, "", None),
    (7, "swot", "threats", "Vendor lists merge", 3, "", None),
)


@pytest.fixture
def boards(workspace: Workspace) -> Workspace:
    """A plan with a SWOT board and a segment."""
    with workspace.edit("boards") as session:
        for number, board, column, text, weight, question, source in CARDS:
            session.add(
                Card(
                    id=number,
                    plan_id=1,
                    board=board,
                    column=column,
                    position=number,
                    text=text,
                    weight=weight,
                    question=question,
                    source_id=source,
                )
            )
        session.add(Segment(id=1, plan_id=1, position=0, name="Medical", decision="primary"))
    return workspace


def made(workspace: Workspace, *strategies: tuple[str, tuple[int, ...]], **more: int) -> list[int]:
    with workspace.edit("make") as session:
        return [cross.make(session, text, cards, **more) for text, cards in strategies]


def read(workspace: Workspace, by: str = "score") -> tuple[cross.StrategyView, ...]:
    with workspace.read() as session:
        return cross.strategies(session, by)


@pytest.mark.parametrize(
    "cards,kind", [((2, 5), "SO"), ((4, 6), "WO"), ((2, 7), "ST"), ((4, 7), "WT"), ((2, 3, 5, 6), "SO"), ((5, 2), "SO")]
)
def test_the_kind_follows_from_the_cards(boards: Workspace, cards: tuple[int, ...], kind: str) -> None:
    made(boards, ("Do it", cards))
    [view] = read(boards)
    assert (view.kind, {card.id for card in view.cards}, view.leads_nowhere) == (kind, set(cards), True)


@pytest.mark.parametrize("cards", [(), (2,), (2, 2), (2, 3), (5, 6), (2, 4, 5), (2, 5, 7), (1, 5), (2, 99)])
def test_wrong_cards_are_refused_and_nothing_is_left(boards: Workspace, cards: tuple[int, ...]) -> None:
    before = boards.content_hash()
    with pytest.raises(BadInput), boards.edit("make") as session:
        cross.make(session, "Do it", cards)
    assert boards.content_hash() == before


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 501])
def test_a_strategy_needs_one_sentence(boards: Workspace, text: str) -> None:
    with pytest.raises(BadInput), boards.edit("make") as session:
        cross.make(session, text, (2, 5))


def test_they_stand_by_effect_times_ease_or_in_the_owners_order(boards: Workspace) -> None:
    first, second, third = made(boards, ("A", (2, 5)), ("B", (4, 6)), ("C", (2, 7)))
    with boards.edit("rate") as session:
        cross.set_effect(session, second, 5)
        cross.set_ease(session, second, 4)
    assert [v.text for v in read(boards)] == ["B", "A", "C"]
    with boards.edit("move") as session:
        cross.move(session, third, -1)
        cross.move(session, first, -1)
    assert [v.text for v in read(boards, "position")] == ["A", "C", "B"] and [v.text for v in read(boards)] == ["B", "A", "C"]


def test_segments_and_actions_carry_it_until_they_are_dropped(boards: Workspace) -> None:
    [number] = made(boards, ("A", (2, 5)))
    with boards.edit("link") as session:
        cross.link_segment(session, number, 1)
        cross.link_segment(session, number, 1)
    assert [(s.name, s.decision) for s in read(boards)[0].segments] == [("Medical", "primary")]
    with boards.edit("unlink") as session:
        cross.unlink_segment(session, number, 1)
        session.add(Action(plan_id=1, position=0, title="Price table", strategy_id=number))
    assert not read(boards)[0].segments and not read(boards)[0].leads_nowhere
    with boards.edit("drop") as session:
        session.query(Action).one().status = "dropped"
    assert read(boards)[0].leads_nowhere


COMMANDS: dict[str, Callable[[Session], Any]] = {
    "text": lambda s: cross.set_text(s, 1, "Otherwise"),
    "effect": lambda s: cross.set_effect(s, 1, 5),
    "ease": lambda s: cross.set_ease(s, 1, 1),
    "cards": lambda s: cross.set_cards(s, 1, (4, 7)),
    "move": lambda s: cross.move(s, 1, 1),
    "unlink": lambda s: cross.unlink_segment(s, 1, 1),
    "link": lambda s: cross.link_segment(s, 2, 1),
    "remove": lambda s: cross.remove(s, 1),
    "make": lambda s: cross.make(s, "Third", (3, 6), segments=(1,)),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_one_step_and_undone_to_the_letter(boards: Workspace, name: str) -> None:
    made(boards, ("A", (2, 5)), ("B", (4, 6)))
    with boards.edit("link") as session:
        cross.link_segment(session, 1, 1)
        session.add(Action(plan_id=1, position=0, title="Price table", strategy_id=1))
    before, steps = boards.content_hash(), len(boards.history())
    with boards.edit(name) as session:
        COMMANDS[name](session)
    after = boards.content_hash()
    assert after != before and len(boards.history()) == steps + 1
    boards.undo()
    assert boards.content_hash() == before
    boards.redo()
    assert boards.content_hash() == after


def test_a_removed_strategy_leaves_cards_and_actions(boards: Workspace) -> None:
    [number] = made(boards, ("A", (2, 5)))
    with boards.edit("serve") as session:
        session.add(Action(plan_id=1, position=0, title="Price table", strategy_id=number))
        cross.link_segment(session, number, 1)
    with boards.edit("remove") as session:
        cross.remove(session, number)
    with boards.read() as session:
        assert session.query(Strategy).count() == session.query(StrategyCard).count() == session.query(StrategySegment).count() == 0
        assert session.query(Action).one().strategy_id is None and session.query(Card).count() == len(CARDS)


def test_free_cards_are_suggested_before_heavier_ones_that_are_in_use(boards: Workspace) -> None:
    made(boards, ("A", (2, 5)), ("B", (4, 7)))
    with boards.read() as session:
        found = suggestions(cross.swot_cards(session), cross.strategies(session))
    assert [(s.inner.id, s.outer.id, s.kind, s.score) for s in found] == [(3, 6, "SO", 9), (4, 5, "WO", 16), (2, 7, "ST", 15)]


def test_no_suggestion_repeats_a_pair_in_use(boards: Workspace) -> None:
    made(boards, *((f"{a} {b}", (a, b)) for a in (2, 3, 4) for b in (5, 6, 7)))
    with boards.read() as session:
        assert suggestions(cross.swot_cards(session), cross.strategies(session)) == ()


def test_the_key_field_is_where_rivals_are_weak_and_we_are_strong(boards: Workspace) -> None:
    with boards.read() as session:
        field = key_field(session, cross.strategies(session))
    assert field is not None
    assert (field.strong, field.weak, field.cards, field.strategy) == (
        ("Micron tolerance", "Ten-day lead time"),
        ("Rivals quote by fax",),
        (2, 5),
        None,
    )
    assert (field.swot, field.three_c) == (3, 1)
    [number] = made(boards, ("Same-day quotes", (3, 5)))
    with boards.read() as session:
        field = key_field(session, cross.strategies(session))
    assert field is not None and (field.strategy, field.strategy_text) == (number, "Same-day quotes")


def test_without_a_rivals_weakness_there_is_no_key_field(boards: Workspace) -> None:
    with boards.edit("strong") as session:
        session.get_one(Card, 1).question = "strong"
        session.get_one(Card, 5).source_id = None
    with boards.read() as session:
        assert key_field(session, ()) is None


def test_what_a_segment_reaches_is_reckoned_anew_only_where_it_may_differ(boards: Workspace) -> None:
    from models import Customer, CustomerTier
    from workbench.analysis.cross_view import cross_view
    from workbench.targeting.filters import Condition, Group, dumped

    with boards.edit("customers") as session:
        session.get_one(Segment, 1).filter = dumped(Group("and", (Condition("tier", "is", "A"),)))
        for number in (1, 2):
            session.add(Customer(id=number, name=f"C{number}", folded=f"c{number}", search=f"c{number}"))
            session.flush()
            session.add(CustomerTier(customer_id=number, tier="A", by_figures="A", revenue=1, rank=number, share_before=0, share=50))
    with boards.read() as session:
        before = cross_view(session)
    assert [(one.name, one.customers) for one in before.segments] == [("Medical", 2)] and before.segments[0].visits > 0
    made(boards, ("A", (2, 5)))
    with boards.edit("away") as session:
        session.get_one(Customer, 1).archived = True
    with boards.read() as session:
        after = cross_view(session, "score", before, {"strategy"})
        assert after.segments is before.segments and len(after.strategies) == 1
        assert cross_view(session, "score", before, {"customer"}).segments[0].customers == 1
