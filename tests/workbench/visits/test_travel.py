"""Road km and driving minutes."""

import pytest

from workbench.strings import using_language
from workbench.visits.travel import Place, TravelRule, great_circle_km

OSAKA, NARA = Place(34.7025, 135.4959), Place(34.6851, 135.8048)


def test_great_circle_agrees_with_a_known_distance() -> None:
    assert great_circle_km(Place(0, 0), Place(0, 1)) == pytest.approx(111.195, abs=0.01)
    assert great_circle_km(OSAKA, NARA) == pytest.approx(28.3, abs=0.1)


def test_the_first_ten_km_are_slow_and_the_rest_faster() -> None:
    rule = TravelRule()
    assert rule.minutes(10) == 20
    assert rule.minutes(55) == 80
    assert rule.minutes(0) == 0
    assert rule.minutes(10.1) == 21, "rounded up, so that no plan is too tight"


def test_a_leg_is_longer_than_the_straight_line_and_the_same_both_ways() -> None:
    rule = TravelRule()
    out, back = rule.leg(OSAKA, NARA), rule.leg(NARA, OSAKA)
    assert out.km == pytest.approx(1.3 * great_circle_km(OSAKA, NARA))
    assert out.minutes == back.minutes == rule.minutes(out.km)


def test_an_unknown_place_costs_nothing() -> None:
    assert TravelRule().leg(None, NARA).minutes == 0
    assert TravelRule().leg(OSAKA, None).km == 0


def test_antipodes_have_a_way() -> None:
    assert great_circle_km(OSAKA, Place(-OSAKA.lat, OSAKA.lng - 180)) == pytest.approx(20015, abs=1)


def test_the_rule_is_told_in_one_sentence_with_its_figures() -> None:
    assert "1.3 times" in TravelRule().describe() and "45\u00a0km/h" in TravelRule().describe()
    with using_language("ja"):
        assert "1.3" in TravelRule().describe() and "直線" in TravelRule().describe()
