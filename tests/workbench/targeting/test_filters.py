"""Filters: SQL says what plain Python says; JSON of any kind never crashes; sentences in both languages."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TODAY
from tests.workbench.targeting.crowd import FIELD_NAMES, Fact, crowd, holds, values_of
from workbench import clock
from workbench.strings import using_language
from workbench.targeting.asking import matching, where
from workbench.targeting.fields import FIELDS
from workbench.targeting.filters import Condition, FilterError, Group, dumped, loaded, pruned, read
from workbench.targeting.words import Names, sentence
from workbench.workspace import NewCompany, Workspace

Made = tuple[Workspace, tuple[Fact, ...]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with Workspace.create(tmp_path_factory.mktemp("crowd") / "crowd.asaichi", NewCompany(name="Crowd", first_rep="Morita")) as opened:
        yield opened, crowd(opened)


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    field = draw(st.sampled_from(FIELD_NAMES))
    return Condition(field, draw(st.sampled_from(FIELDS[field].comparisons)), draw(st.sampled_from(values_of(field))))


def groups(inside: st.SearchStrategy[Condition | Group]) -> st.SearchStrategy[Group]:
    return st.builds(Group, st.sampled_from(("and", "or", "not")), st.lists(inside, max_size=4).map(tuple))


trees = groups(st.recursive(conditions(), groups, max_leaves=8))


@settings(max_examples=400, deadline=None)
@given(tree=trees)
def test_sql_finds_whom_plain_python_finds(made: Made, tree: Group) -> None:
    workspace, facts = made
    ranked = sum(fact.revenue > 0 for fact in facts)
    with clock.fixed_today(TODAY), workspace.read() as session:
        assert matching(session, tree) == [fact.id for fact in facts if holds(tree, fact, ranked)]


@settings(max_examples=100, deadline=None)
@given(tree=trees)
def test_a_tree_comes_back_from_its_json(tree: Group) -> None:
    kept = dumped(tree)
    assert (read(kept).tree or Group()) == tree and not read(kept).problem


@pytest.mark.parametrize("field", FIELD_NAMES)
def test_each_comparison_tells_customers_apart(made: Made, field: str) -> None:
    workspace, facts = made
    with clock.fixed_today(TODAY), workspace.read() as session:
        for comparison in FIELDS[field].comparisons:
            sizes = {len(matching(session, Group("and", (Condition(field, comparison, value),)))) for value in values_of(field)}
            assert sizes - {0, len(facts)}, comparison


def test_values_are_bound_and_never_part_of_the_text() -> None:
    text = "x'); DROP TABLE customer; --"
    sql, values = where(
        Group("and", (Condition("industry", "is", text), Condition("tag", "has", text), Condition("region", "contains", text)))
    )
    assert "DROP" not in sql and sql.count("?") == len(values) == 4


JUNK = [
    "{", "null", "[]", "3", '"x"', "{}", '{"and": 3}', '{"xor": []}', '{"and": [3]}', '{"and": [], "or": []}', "NaN", "\0", "\ud800",
    '{"field": "industry", "is": "is", "value": ""}', '{"field": "industry", "is": "is", "value": "\\ud800"}',
    '{"field": "industry", "is": "is", "value": "a\\u0000b"}', '{"field": "industry", "is": "is", "value": null}',
    '{"field": "industry", "is": "above", "value": "x"}', '{"field": ["industry"], "is": "is", "value": "x"}',
    '{"field": "industry", "is": ["is"], "value": "x"}', '{"field": "revenue", "is": "above", "value": 1e999}',
    '{"field": "revenue", "is": "above", "value": 99999999999999999999}', '{"field": "revenue", "is": "above", "value": true}',
    '{"field": "tier", "is": "is", "value": "Z"}', '{"field": "won", "is": "at_least", "value": 0}', '{"field": "last_order", "is": "within", "value": -1}',
    '{"field": "last_order", "is": "within", "value": 99999999}', '{"field": "1=1; --", "is": "is", "value": "x"}', "[" * 100_000,
    '{"and":[' * 5_000 + "]}" * 5_000, json.dumps({"and": [{"and": []}] * 500}), '{"value": ' + "9" * 5_000 + "}",
]  # fmt: skip


@pytest.mark.parametrize("text", JUNK, ids=range(len(JUNK)))
def test_what_is_no_filter_is_told_and_finds_nobody(made: Made, text: str) -> None:
    found = read(text)
    assert found.tree is None and "cannot be read" in found.problem
    with made[0].read() as session:
        assert matching(session, found.tree) == []


@given(text=st.recursive(st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(FIELD_NAMES), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(("and", "or", "not", "field", "is", "value")), inner)).map(json.dumps))  # fmt: skip
def test_any_json_is_read_or_refused(text: str) -> None:
    found = read(text)
    assert (found.tree is None) == bool(found.problem)


def test_a_tree_that_could_not_be_read_again_is_not_kept() -> None:
    deep = Group("and", (Condition("tier", "is", "A"),))
    for _ in range(20):
        deep = Group("not", (deep,))
    for tree in (deep, Group("and", (Condition("tier", "is", "Z"),)), Group("and", (Condition("tier", "is", "A"),) * 300)):
        with pytest.raises(FilterError):
            dumped(tree)


def test_no_filter_and_empty_groups_say_nothing(made: Made) -> None:
    assert dumped(None) == dumped(Group()) == "" and read(" ").tree is None
    assert pruned(Group("not", (Group("or"), Group("and", (Group(),))))) is None
    with made[0].read() as session:
        assert matching(session, Group("not", (Group("or"),))) == []


TREE = Group(
    "and",
    (
        Condition("industry", "is", "Medical devices"),
        Condition("revenue", "above", 5_000_000 * 10_000),
        Group("or", (Condition("rep", "is", 1), Condition("rep", "is", 0), Condition("rep", "is", 77))),
        Group("not", (Condition("last_order", "within", 90), Condition("won", "fewer", 3))),
    ),
)


def test_a_filter_reads_as_a_sentence() -> None:
    names = Names("JPY", {1: "Sachiko {Morita}"})
    assert sentence(TREE, names).replace("\u00a0", " ") == (
        "industry is Medical devices and revenue is above ¥ 5.0 million and (rep is Sachiko {Morita} or rep is nobody or rep is a rep who is gone) "
        "and not (the last order is within 90 days or fewer than 3 deals were won)"
    )
    with using_language("ja"):
        assert sentence(TREE, names) == (
            "業種が「Medical devices」、かつ売上が500万円超、かつ(担当が「Sachiko {Morita}」または担当が「なし」または担当が「削除された担当者」)"
            "、かつ(最後の受注が90日以内または受注した商談が3件未満)ではない"
        )
    assert sentence(None, names) == sentence(Group(), names) == ""


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_comparison_has_words(language: str) -> None:
    with using_language(language):
        said = [
            sentence(loaded(dumped(Group("and", (Condition(field, comparison, values_of(field)[0]),)))), Names())
            for field in FIELD_NAMES
            for comparison in FIELDS[field].comparisons
        ]
    assert all(said) and len(set(said)) == len(said)
