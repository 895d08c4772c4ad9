"""Scores from figures or by hand, the ranking, and the one weight that would turn the first two over."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Criterion, Customer, CustomerTier, Deal, OrderLine, Plan, Strategy, StrategySegment
from tests.conftest import TODAY
from workbench.errors import BadInput
from workbench.targeting import commands, criteria
from workbench.targeting.criteria import CriterionView
from workbench.targeting.filters import Condition, Group
from workbench.targeting.scoring import Matrix, Score, flip_words, matrix, ranked, weighted
from workbench.targeting.segments import SegmentView
from workbench.workspace import Workspace


def view(number: int) -> SegmentView:
    return SegmentView(number, f"S{number}", "", "", 0, 0, 0.0, None, "", "")


def kinds(weights: list[int]) -> list[CriterionView]:
    return [CriterionView(place, "own", f"C{place}", weight) for place, weight in enumerate(weights)]


def rows(values: list[list[int | None]]) -> list[tuple[SegmentView, tuple[Score, ...]]]:
    return [(view(n), tuple(Score(None if value is None else float(value), True) for value in some)) for n, some in enumerate(values)]


score = st.none() | st.integers(1, 5)


@given(weights=st.lists(st.integers(0, 5), min_size=4, max_size=4), values=st.lists(st.lists(score, min_size=4, max_size=4), max_size=4))
def test_the_nearest_weight_that_flips_the_first_two_is_found(weights: list[int], values: list[list[int | None]]) -> None:
    found = ranked(kinds(weights), rows(values))
    best = sorted((row for row in found.rows if row.total is not None), key=lambda row: -(row.total or 0))
    changes = []
    if len(best) > 1:
        for place in range(4):
            for weight in range(6):
                tried = [*weights[:place], weight, *weights[place + 1 :]]
                one, two = weighted(tried, best[0].scores), weighted(tried, best[1].scores)
                if one is not None and two is not None and two > one + 1e-9:
                    changes.append(abs(weight - weights[place]))
    assert (found.flip is None) == (not changes)
    if found.flip is not None:
        assert abs(found.flip.weight - found.flip.criterion.weight) == min(changes)
        assert found.flip.second == best[1].segment.name
    flip_words(found)


def test_ranks_are_shared_by_equals_and_nobody_without_scores_has_one() -> None:
    found = ranked(kinds([2, 1]), rows([[3, 3], [None, None], [5, 1], [3, 3]]))
    assert [row.rank for row in found.rows] == [2, None, 1, 2] and [row.missing for row in found.rows] == [0, 2, 0, 0]
    assert [row.segment.name for row in found.best()] == ["S2", "S0", "S3"]
    assert found.rows[2].total == pytest.approx(11 / 3)


def test_the_flip_is_told_in_one_sentence() -> None:
    found = ranked(kinds([3, 2]), rows([[5, 1], [2, 5]]))
    assert flip_words(found) == "S0 leads; with a weight of 2 instead of 3 for C0, S1 would."
    assert flip_words(ranked(kinds([3, 2]), rows([[5, 5], [2, 5]]))) == "S0 leads S1; no single weight would change that."
    assert flip_words(ranked(kinds([1, 1]), rows([[5, 1], [1, 5]]))) == "S0 and S1 are level."
    assert flip_words(ranked(kinds([1]), rows([[5]]))) == ""


def business(workspace: Workspace) -> tuple[int, int]:
    """Optics: 40 million, grown by 10 %, 3 of 6 won; Pumps: 10 million, halved, 1 of 3 won. Returns the segments."""
    with workspace.edit("Business") as session:
        for number, (industry, now, then, won, lost) in enumerate((("Optics", 44, 40, 3, 3), ("Pumps", 5, 10, 1, 2)), 1):
            session.add(Customer(id=number, name=industry, folded="", search="", industry=industry))
            session.flush()
            session.add(
                CustomerTier(customer_id=number, tier="A", by_figures="A", revenue=now * 10**10, rank=number, share_before=0, share=0)
            )
            for days, millions in ((30, now), (395, then), (729, 0)):
                session.add(OrderLine(customer_id=number, day=TODAY - timedelta(days=days), amount=millions * 10**10))
            for stage, many in (("won", won), ("lost", lost)):
                session.add_all(Deal(customer_id=number, title="", stage=stage, amount=0, opened=TODAY) for _ in range(many))
        ids = [commands.add(session, name, Group("and", (Condition("industry", "is", name),))) for name in ("Optics", "Pumps")]
    return ids[0], ids[1]


def read(workspace: Workspace) -> Matrix:
    with workspace.read() as session:
        return matrix(session)


def test_figures_of_the_file_score_size_growth_win_and_fit(workspace: Workspace) -> None:
    optics, _ = business(workspace)
    with workspace.edit("Strategies") as session:
        plan = session.query(Plan).one()
        for place, effect in enumerate((2, 4)):
            session.add(Strategy(id=place + 1, plan_id=plan.id, kind="SO", text="x", effect=effect, position=place))
        session.flush()
        session.add_all(StrategySegment(strategy_id=number, segment_id=optics) for number in (1, 2))
    found = read(workspace)
    shown = {row.segment.name: {kind.kind: row.scores[place].value for place, kind in enumerate(found.criteria)} for row in found.rows}
    assert shown["Optics"] == {"size": 5.0, "growth": 4.0, "win": 3.0, "rivalry": None, "reach": None, "fit": 4.0}
    assert shown["Pumps"] == {"size": 1.5, "growth": 1.0, "win": None, "rivalry": None, "reach": None, "fit": None}
    figures = [score.figure.replace("\u00a0", " ") for score in found.rows[0].scores]
    assert figures == [
        "¥ 44.0 million", "+10 % against the 12 months before", "3 of 6 deals won", "", "", "2 strategies aim here, the best with effect 4",
    ]  # fmt: skip


def test_a_score_by_hand_overrules_the_figure_until_it_is_taken_away(workspace: Workspace) -> None:
    optics, _ = business(workspace)
    size = read(workspace).criteria[0].id
    before = workspace.content_hash()
    for hand in (2, 3):
        with workspace.edit("Score") as session:
            criteria.set_score(session, optics, size, hand)
        assert read(workspace).rows[0].scores[0] == Score(float(hand), True)
    with workspace.edit("Score") as session:
        criteria.set_score(session, optics, size, None)
    assert read(workspace).rows[0].scores[0].value == 5.0 and workspace.content_hash() == before


def test_weights_count_and_a_segment_takes_its_scores_along(workspace: Workspace) -> None:
    optics, _ = business(workspace)
    found = read(workspace)
    with workspace.edit("Weights") as session:
        for kind in found.criteria:
            criteria.set_weight(session, kind.id, 5 if kind.kind == "win" else 0)
        criteria.set_score(session, optics, found.criteria[3].id, 1)
    assert [row.total for row in read(workspace).rows] == [3.0, None]
    before = workspace.content_hash()
    with workspace.edit("Remove") as session:
        commands.remove(session, optics)
    assert len(read(workspace).rows) == 1
    workspace.undo()
    assert workspace.content_hash() == before and read(workspace).rows[0].scores[3].value == 1.0


def test_what_cannot_be_is_refused(workspace: Workspace) -> None:
    optics, _ = business(workspace)
    kind = read(workspace).criteria[0].id
    for number in (0, 6):
        with pytest.raises(BadInput), workspace.edit("No") as session:
            criteria.set_score(session, optics, kind, number)
    for number in (-1, 6):
        with pytest.raises(BadInput), workspace.edit("No") as session:
            criteria.set_weight(session, kind, number)


def test_the_usual_criteria_come_once(workspace: Workspace) -> None:
    business(workspace)
    with workspace.read() as session:
        assert session.query(Criterion).count() == len(criteria.KINDS)


def test_own_criteria_are_added_renamed_weighed_scored_and_removed_each_undone(workspace: Workspace) -> None:
    optics, pumps = business(workspace)
    start = workspace.content_hash()
    with workspace.edit("add") as session:
        own = criteria.add(session, "  Referrals ")
        criteria.set_weight(session, own, 5)
        criteria.set_score(session, pumps, own, 5)
        criteria.set_score(session, optics, own, 1)
    with workspace.read() as session:
        found = matrix(session)
    kind = found.criteria[-1]
    assert (kind.id, kind.name, kind.own, kind.weight) == (own, "Referrals", True, 5)
    assert [row.scores[-1] for row in found.rows] == [Score(1.0, True), Score(5.0, True)]
    with workspace.edit("rename") as session:
        assert criteria.rename(session, own, "Who refers us") == "Who refers us"
    scored = workspace.content_hash()
    with workspace.edit("remove") as session:
        criteria.remove(session, own)
    with workspace.read() as session:
        assert len(matrix(session).criteria) == len(found.criteria) - 1
    workspace.undo()
    assert workspace.content_hash() == scored
    workspace.undo()
    workspace.undo()
    assert workspace.content_hash() == start


def test_names_of_own_criteria_are_some_and_the_usual_ones_stay(workspace: Workspace) -> None:
    business(workspace)
    with workspace.edit("add") as session:
        assert [criteria.add(session, criteria.new_name(session)) for _ in range(2)]
        plan = criteria.current_plan(session)
        assert plan is not None
        known = criteria.criteria(session, plan.id)
        assert [one.name for one in known[-2:]] == ["Criterion", "Criterion 2"]
    before = workspace.content_hash()
    for refused in (
        lambda s: criteria.add(s, " \0 "),
        lambda s: criteria.add(s, "x" * 41),
        lambda s: criteria.add(s, "GROWTH"),
        lambda s: criteria.rename(s, known[-1].id, "criterion"),
        lambda s: criteria.rename(s, known[0].id, "Size"),
        lambda s: criteria.remove(s, known[0].id),
        lambda s: [criteria.add(s, f"More {n}") for n in range(criteria.MOST_OWN)],
    ):
        with pytest.raises(BadInput), workspace.edit("refused") as session:
            refused(session)
    assert workspace.content_hash() == before
