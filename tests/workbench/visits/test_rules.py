"""Changing a visit rule: what is refused and what would fit, gaps that go along, what is only unwise."""

from dataclasses import replace

import pytest

from workbench.strings import using_language
from workbench.visits import rules
from workbench.visits.rules import Rule, RuleError, changed, unwise
from workbench.workspace import Workspace

A = Rule("A", 2, 1, "month", 9, 18, 60, "visit", "Next design review")


def test_a_value_is_changed_and_the_rest_stays() -> None:
    assert changed(A, duration=45) == replace(A, duration=45)
    assert changed(A, topics="  Lead time \n 10 → 6 days ") == replace(A, topics="Lead time 10 → 6 days")


@pytest.mark.parametrize(
    ("values", "fits"),
    [({"least_gap": 16}, 15), ({"greatest_gap": 15}, 16), ({"duration": 2}, 5), ({"duration": 900}, 480)],
)
def test_what_cannot_be_is_refused_with_what_fits(values: dict[str, int], fits: int) -> None:
    with pytest.raises(RuleError) as refused:
        changed(A, **values)
    assert refused.value.fits == fits
    assert changed(A, **{next(iter(values)): fits})


def test_a_negative_gap_and_gaps_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(RuleError):
        changed(A, least_gap=15, greatest_gap=12)
    with pytest.raises(RuleError, match="A gap is 0 to 730 days"):
        changed(A, greatest_gap=731)


@pytest.mark.parametrize(
    "values",
    [
        {"visits": 0},
        {"visits": 31},
        {"every": 0},
        {"unit": "year"},
        {"visits": 8, "unit": "week"},
        {"channel": "fax"},
        {"least_gap": -1},
        {"topics": "x" * 401},
    ],
)
def test_what_is_no_rule_is_refused(values: dict[str, int | str]) -> None:
    with pytest.raises(RuleError):
        changed(A, **values)


def test_a_new_cadence_takes_its_gaps_along() -> None:
    monthly = changed(A, visits=1)
    assert (monthly.least_gap, monthly.greatest_gap) == (18, 36)
    assert monthly.least_gap <= monthly.cadence.days <= monthly.greatest_gap
    weekly = changed(A, visits=1, unit="week")
    assert weekly.least_gap <= 7 <= weekly.greatest_gap


def test_gaps_that_fit_a_new_cadence_stay() -> None:
    assert changed(replace(A, least_gap=5, greatest_gap=40), visits=1) == replace(A, visits=1, least_gap=5, greatest_gap=40)


def test_every_offered_period_can_be_chosen() -> None:
    for every, unit in rules.PERIODS:
        new = changed(changed(A, visits=1), every=every, unit=unit)
        assert new.least_gap <= new.cadence.days <= new.greatest_gap


def test_what_is_unwise_is_told_and_not_refused() -> None:
    assert unwise(A) == ()
    assert "leaves hardly a day" in unwise(changed(A, least_gap=15))[0]
    assert "late at once" in unwise(changed(A, greatest_gap=16))[0]
    assert "half a day" in unwise(changed(A, duration=240))[0]
    assert "from the desk" in unwise(changed(A, channel="desk"))[0]


def test_a_rule_of_an_older_file_that_contradicts_itself_is_told() -> None:
    assert "cannot be kept" in unwise(replace(A, least_gap=40, greatest_gap=60))[0]


@pytest.mark.parametrize(
    ("values", "english"),
    [
        ({"duration": 45}, "A visits 60 → 45 min"),
        ({"visits": 1}, "A visits 2 a month → 1 a month"),
        ({"least_gap": 10}, "A gaps 9 – 18 → 10 – 18 days"),
        ({"channel": "desk"}, "A visits in person → phone, online"),
        ({"topics": "Prices"}, "What is discussed with A"),
    ],
)
def test_a_step_says_what_changed(values: dict[str, int | str], english: str) -> None:
    assert rules.label(A, changed(A, **values)) == english
    with using_language("ja"):
        assert rules.label(A, changed(A, **values)) != english


def test_a_change_is_written_as_one_step_and_undone(workspace: Workspace) -> None:
    with workspace.edit("A visits 60 → 45 min") as session:
        rules.change(session, "A", duration=45)
    with workspace.read() as session:
        assert {rule.tier: rule.duration for rule in rules.rules(session)}["A"] == 45
    workspace.undo()
    with workspace.read() as session:
        assert [rule.tier for rule in rules.rules(session)] == ["A", "B", "C", "N"]
        assert {rule.tier: rule.duration for rule in rules.rules(session)}["A"] == 60


def test_a_refused_change_writes_nothing(workspace: Workspace) -> None:
    before = workspace.content_hash()
    with pytest.raises(RuleError), workspace.edit("no") as session:
        rules.change(session, "A", least_gap=200)
    with pytest.raises(RuleError), workspace.edit("no") as session:
        rules.change(session, "Z", duration=30)
    assert workspace.content_hash() == before


def test_a_rule_of_no_visits_from_an_older_file_is_mended_by_a_cadence() -> None:
    none = replace(A, visits=0)
    assert unwise(none) and changed(none, visits=1).visits == 1
