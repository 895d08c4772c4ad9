"""What people type for numbers, money, times and days."""

from datetime import date

import pytest

from views.widgets.parsing import parse_day, parse_integer, parse_money, parse_time
from workbench.errors import BadInput

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "minutes"), [("9:00", 540), ("930", 570), ("9", 540), ("１８：３０", 1110), ("9時30分", 570), ("17.15", 1035)]
)
def test_times(text: str, minutes: int) -> None:
    assert parse_time(text) == minutes


@pytest.mark.parametrize("text", ["25:00", "9:70", "noon", "-1", "99999"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_time(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", date(2026, 11, 27)),
        ("tue", date(2026, 12, 1)),
        ("+3", date(2026, 11, 27)),
        ("+2w", date(2026, 12, 8)),
        ("next tue", date(2026, 12, 1)),
        ("next mon", date(2026, 11, 30)),
        ("next friday", date(2026, 12, 4)),
        ("来週火", date(2026, 12, 1)),
        ("来週の月曜", date(2026, 11, 30)),
        ("再来週金曜日", date(2026, 12, 11)),
        ("今週金", date(2026, 11, 27)),
        ("27.11", date(2026, 11, 27)),
        ("1.3.", date(2027, 3, 1)),
        ("2027-03-31", date(2027, 3, 31)),
        ("11/27", date(2026, 11, 27)),
        ("27/11", date(2026, 11, 27)),
        ("11月27日", date(2026, 11, 27)),
        ("2027年3月31日", date(2027, 3, 31)),
        ("金曜", date(2026, 11, 27)),
        ("today", TUESDAY),
        ("明日", date(2026, 11, 25)),
        ("31 Mar 2027", date(2027, 3, 31)),
        ("27 Nov", date(2026, 11, 27)),
        ("31.03.2027", date(2027, 3, 31)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert parse_day(text, TUESDAY) == day


@pytest.mark.parametrize("text", ["31.2", "soon", "2026-13-01", "", "x5", "next moon", "来週"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_day(text, TUESDAY)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("¥ 12,345", 123_450_000),
        ("12.5", 125_000),
        ("1.2 million", 12_000_000_000),
        ("480万円", 48_000_000_000),
        ("-¥3", -30_000),
        ("▲12,000", -120_000_000),
        ("€0.05", 500),
        ("-0.5", -5_000),
    ],
)
def test_money_in_ten_thousandths(text: str, amount: int) -> None:
    assert parse_money(text) == amount


@pytest.mark.parametrize("text", ["abc", "1.23456", "12 apples", ""])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_money(text)


def test_whole_numbers_keep_to_their_bounds() -> None:
    assert parse_integer("１，２３４") == 1234
    assert parse_integer("−5") == -5
    with pytest.raises(BadInput, match="At most 10"):
        parse_integer("11", 1, 10)
    with pytest.raises(BadInput):
        parse_integer("1.5")
