"""Boards of cards: writing, moving, sending, removing; positions stay dense and undo gives everything back."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Card
from workbench.analysis import cards, rivals
from workbench.errors import BadInput
from workbench.workspace import NewCompany, Workspace


def texts(workspace: Workspace, column: str) -> list[str]:
    with workspace.read() as session:
        return [card.text for card in cards.board(session, cards.BOARD_OF[column]).column(column).cards]


def filled(workspace: Workspace, **columns: str) -> dict[str, int]:
    """Cards of one letter each, by letter."""
    with workspace.edit("fill") as session:
        return {letter: cards.add(session, column, letter) for column, letters in columns.items() for letter in letters}


def test_pasted_lines_become_cards_without_their_list_signs(workspace: Workspace) -> None:
    with workspace.edit("paste") as session:
        cards.add_lines(session, "customer", "- Quotes take long\n\n ・ 納期が長い\n-5 degrees\n  \n* two\nlast")
    assert texts(workspace, "customer") == ["Quotes take long", "納期が長い", "-5 degrees", "two", "last"]


def test_a_card_may_hold_several_lines_but_not_none(workspace: Workspace) -> None:
    with workspace.edit("add") as session:
        made = cards.add(session, "strengths", " one \n two\n")
        cards.edit(session, made, evidence=" inspection \n log ", weight=5)
    with workspace.read() as session:
        (card,) = cards.board(session, "swot").cards
        assert (card.text, card.evidence, card.weight) == ("one\n two", "inspection log", 5)
    for wrong in ("", " \n ", "x" * 20_001):
        with pytest.raises(BadInput), workspace.edit("add") as session:
            cards.add(session, "strengths", wrong)
    with pytest.raises(BadInput), workspace.edit("weight") as session:
        cards.set_weight(session, [made], 6)


def test_several_cards_move_together_in_their_order(workspace: Workspace) -> None:
    by = filled(workspace, strengths="abcd", weaknesses="xy")
    with workspace.edit("move") as session:
        cards.move(session, [by["d"], by["b"]], "weaknesses", 1)
    assert texts(workspace, "strengths") == ["a", "c"] and texts(workspace, "weaknesses") == ["x", "b", "d", "y"]
    with workspace.edit("move") as session:
        cards.move(session, [by["x"], by["d"]], "weaknesses", 4)
    assert texts(workspace, "weaknesses") == ["b", "y", "x", "d"]


def test_steps_stop_at_the_ends_and_go_across_at_the_same_height(workspace: Workspace) -> None:
    by = filled(workspace, strengths="abc", weaknesses="xyz")
    with workspace.edit("down") as session:
        cards.step(session, [by["a"], by["b"]], down=1)
    assert texts(workspace, "strengths") == ["c", "a", "b"]
    before = workspace.content_hash()
    with workspace.edit("down") as session:
        cards.step(session, [by["a"], by["b"]], down=1)
    assert workspace.content_hash() == before and len(workspace.history()) == 2
    with workspace.edit("right") as session:
        cards.step(session, [by["a"]], across=1)
        cards.step(session, [by["c"]], across=-1)
    assert texts(workspace, "strengths") == ["c", "b"] and texts(workspace, "weaknesses") == ["x", "a", "y", "z"]


def test_a_card_sent_to_swot_is_linked_both_ways_and_once(workspace: Workspace) -> None:
    with workspace.edit("add") as session:
        rival = rivals.add_rival(session, "Settsu Micro")
        card = cards.add(session, "competitor", "Quotes by fax", question="it", rival_id=rival)
        cards.edit(session, card, evidence="3 buyers", weight=4)
    with workspace.edit("send") as session:
        (sent,) = cards.send(session, [card], "opportunities")
    with workspace.edit("send") as session:
        assert cards.send(session, [card], "opportunities") == ()
    with workspace.read() as session:
        (here,), (there,) = cards.board(session, "3c").cards, cards.board(session, "swot").cards
    assert there.source == cards.Other(card, "3c", "competitor", "Quotes by fax", "it") and there.id == sent
    assert here.sent == (cards.Other(sent, "swot", "opportunities", "Quotes by fax"),)
    assert (there.evidence, there.weight, there.rival) == ("3 buyers", 4, "Settsu Micro")
    with pytest.raises(BadInput), workspace.edit("send") as session:
        cards.send(session, [card], "customer")
    with workspace.edit("remove") as session:
        cards.remove(session, [card])
    with workspace.read() as session:
        assert cards.board(session, "swot").cards[0].source is None
    workspace.undo()
    with workspace.read() as session:
        assert cards.board(session, "swot").cards[0].source is not None


def test_a_card_leaves_question_and_rival_behind_with_its_column(workspace: Workspace) -> None:
    with workspace.edit("add") as session:
        card = cards.add(session, "competitor", "a", question="weak", rival_id=rivals.add_rival(session, "R"))
        cards.move(session, [card], "customer", 0)
    with workspace.read() as session:
        (moved,) = cards.board(session, "3c").cards
    assert (moved.question, moved.rival) == ("", "")
    with pytest.raises(BadInput), workspace.edit("question") as session:
        cards.edit(session, card, question="weak")
    with pytest.raises(BadInput), workspace.edit("move") as session:
        cards.move(session, [card], "threats", 0)


def test_rivals_are_one_by_name_and_cards_survive_them(workspace: Workspace) -> None:
    with workspace.edit("rivals") as session:
        one = rivals.add_rival(session, "Settsu Micro")
        assert rivals.add_rival(session, " settsu  MICRO ") == one
        other = rivals.add_rival(session, "Naniwa Seiko")
        cards.add(session, "competitor", "a", rival_id=one)
        rivals.rename_rival(session, one, "Settsu Micro Works")
    with workspace.read() as session:
        assert [(r.name, r.cards) for r in rivals.rivals(session)] == [("Settsu Micro Works", 1), ("Naniwa Seiko", 0)]
        assert cards.board(session, "3c").cards[0].rival == "Settsu Micro Works"
    with pytest.raises(BadInput), workspace.edit("rename") as session:
        rivals.rename_rival(session, other, "Settsu Micro works")
    before = workspace.content_hash()
    with workspace.edit("remove") as session:
        rivals.remove_rival(session, one)
    with workspace.read() as session:
        assert cards.board(session, "3c").cards[0].rival == ""
    workspace.undo()
    assert workspace.content_hash() == before


def test_cards_without_evidence_are_counted(workspace: Workspace) -> None:
    by = filled(workspace, threats="ab")
    with workspace.edit("evidence") as session:
        cards.edit(session, by["a"], evidence="survey")
    with workspace.read() as session:
        assert cards.board(session, "swot").without_evidence == 1


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(("add", "lines", "move", "step", "remove", "send", "weight")),
        st.sampled_from(tuple(cards.BOARD_OF)),
        st.lists(st.integers(0, 30), max_size=5),
        st.integers(-2, 9),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None)
@given(OPERATIONS)
def test_whatever_is_done_no_card_is_lost_positions_are_dense_and_undo_gives_all_back(operations: list) -> None:
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "a.asaichi", NewCompany(name="A")) as workspace:
        filled(workspace, customer="abcd", competitor="efg", strengths="hij", threats="kl")
        hashes = [workspace.content_hash()]
        for name, column, picked, number in operations:
            steps = len(workspace.history())
            expected = apply(workspace, name, column, picked, number)
            assert dense(workspace) == expected
            if len(workspace.history()) > steps:
                hashes.append(workspace.content_hash())
        for before in reversed(hashes[:-1]):
            workspace.undo()
            assert workspace.content_hash() == before


def apply(workspace: Workspace, name: str, column: str, picked: list[int], number: int) -> int:
    """Do one thing; returns how many cards there are to be afterwards."""
    with workspace.edit(name) as session:
        known = [card.id for card in session.query(Card).order_by(Card.id)]
        same = [card.id for card in session.query(Card).order_by(Card.id) if card.board == cards.BOARD_OF[column]]
        ids = [same[p % len(same)] for p in picked] if same else []
        if name == "add":
            cards.add(session, column, f"{number}", at=number)
            return len(known) + 1
        if name == "lines":
            return len(known) + len(cards.add_lines(session, column, "a\nb\nc", at=number))
        if name == "move":
            cards.move(session, ids, column, number)
        elif name == "step":
            cards.step(session, ids, across=(number > 3) - (number < 0), down=1 if number == 1 else -1)
        elif name == "remove":
            return len(known) - cards.remove(session, ids)
        elif name == "send":
            target = "threats" if cards.BOARD_OF[column] == "3c" else "customer"
            return len(known) + len(cards.send(session, ids, target))
        else:
            cards.set_weight(session, ids, 1 + number % 5)
        return len(known)


def dense(workspace: Workspace) -> int:
    """Check that every column counts from 0; returns how many cards there are."""
    with workspace.read() as session:
        total = 0
        for column in cards.BOARD_OF:
            places = sorted(card.position for card in session.query(Card).filter(Card.column == column))
            assert places == list(range(len(places)))
            total += len(places)
        assert total == session.query(Card).count()
        return total
