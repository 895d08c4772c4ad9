"""Numbers with their units: written by language, and never parted by the end of a line."""

from collections.abc import Callable

import pytest

from workbench import formatting
from workbench.output.pdf.text import Style, paragraph
from workbench.strings import using_language

WITH_UNITS = [
    (lambda: formatting.percent(0.96), "96 %", "96%"),
    (lambda: formatting.duration(35), "35 min", "35分"),
    (lambda: formatting.duration(109), "1 h 49", "1時間49分"),
    (lambda: formatting.duration(120), "2 h", "2時間"),
    (lambda: formatting.hours(11), "11 h", "11時間"),
    (lambda: formatting.minutes(95), "95 min", "95分"),
    (lambda: formatting.distance(51.2), "51 km", "51km"),
    (lambda: formatting.days(13), "13 days", "13日"),
    (lambda: formatting.megabytes(1_300_000), "1.2 MB", "1.2 MB"),
    (lambda: formatting.money(123_450_000, "JPY"), "¥ 12,345", "12,345円"),
    (lambda: formatting.money_short(479_000_000_000, "JPY"), "¥ 47.9 million", "4,790万円"),
]


@pytest.mark.parametrize(("made", "en", "ja"), WITH_UNITS)
def test_a_unit_stays_with_its_number(made: Callable[[], str], en: str, ja: str) -> None:
    assert made() == en.replace(" ", formatting.NO_BREAK)
    with using_language("ja"):
        assert made() == ja.replace(" ", formatting.NO_BREAK)


def test_japanese_says_past_days_ranges_and_short_minutes_its_own_way() -> None:
    assert (formatting.days_ago(13), formatting.span("54", "67"), formatting.duration(128)) == ("13\u00a0days", "54–67", "2\u00a0h\u00a008")
    with using_language("ja"):
        assert (formatting.days_ago(13), formatting.span("54", "67"), formatting.duration(128)) == ("13日前", "54～67", "2時間8分")


def test_no_line_on_paper_ends_between_a_number_and_its_percent_sign() -> None:
    text = f"The rules need {formatting.percent(0.96)} of the field hours"
    for room in range(40, 200, 3):
        told = ["".join(piece.text for piece in line.pieces) for line in paragraph(text, Style(9.5), room)]
        assert any(formatting.percent(0.96) in line for line in told), (room, told)
