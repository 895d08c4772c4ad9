"""Money and days as lists write them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.importing.values.coordinates import degree, is_swapped, pair
from workbench.importing.values.days import decide_days, parse_day
from workbench.importing.values.money import MoneyStyle, NotMoney, decide_money, parse_money

POINT, COMMA = MoneyStyle(".", 1, "", True), MoneyStyle(",", 1, "", True)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(("cell", "value"), [
    ("41.9136", 419_136), ("-0.5", -5_000), ("¥1,280", 12_800_000), ("１，２８０円", 12_800_000), ("▲12,000", -120_000_000), ("△5", -50_000),
    ("(1,000.50)", -10_005_000), ("1 234", 12_340_000), ("500-", -5_000_000), ("—", None), ("", None), ("957.57750000001", 9_575_775), ("+3", 30_000),
])  # fmt: skip
def test_money_with_a_point(cell: str, value: int | None) -> None:
    assert parse_money(cell, POINT, "JPY") == value


@pytest.mark.parametrize("cell", ["未定", "1e999", "nan", "9" * 5000, "1,2,3", "12.34.56", "3 pieces"])
def test_what_is_no_money(cell: str) -> None:
    with pytest.raises(NotMoney):
        parse_money(cell, POINT)


def test_another_currency_is_refused_and_a_shared_sign_is_not() -> None:
    with pytest.raises(NotMoney, match="other_currency"):
        parse_money("€5", POINT, "JPY")
    assert parse_money("$5", POINT, "CAD") == 50_000


def test_the_decimal_sign_is_decided_over_the_column() -> None:
    assert decide_money(["1.234,50", "7"]).decimal == ","
    assert decide_money(["1,234", "0.99"]).decimal == "."
    assert decide_money(["1.234"], country="DE").decimal == ","
    assert decide_money(["5"], heading="金額（千円）").scale == 1000


@given(st.decimals(Decimal("-999999999"), Decimal("999999999"), places=4))
@settings(max_examples=100, deadline=None)
def test_money_comes_back_exactly(amount: Decimal) -> None:
    whole = int(amount * 10_000)
    assert parse_money(f"{amount:,.4f}", POINT) == whole
    assert parse_money(f"{amount:,.4f}".translate(str.maketrans(",.", ".,")), COMMA) == whole


@given(DAYS)
@settings(max_examples=100, deadline=None)
def test_days_come_back_in_every_spelling(day: date) -> None:
    spellings = [(day.isoformat(), "dmy"), (f"{day:%d/%m/%Y}", "dmy"), (f"{day:%m/%d/%Y}", "mdy"), (f"{day.year}年{day.month}月{day.day}日", "dmy"),
                 (f"{day:%d-%b-%Y}", "dmy"), (f"{day:%Y%m%d}", "dmy"), (f"{day.isoformat()} 09:30:00", "dmy")]  # fmt: skip
    assert {parse_day(text, order) for text, order in spellings} == {day}
    if day >= date(2019, 5, 1):
        assert parse_day(f"R{day.year - 2018}.{day.month}.{day.day}") == day


def test_a_spreadsheet_serial_is_a_day() -> None:
    assert parse_day("46350") == date(1899, 12, 30) + timedelta(days=46350)


@pytest.mark.parametrize("cell", ["31/11/2025", "0000-00-00", "9999-99-99", "10000-01-01", "yesterday", "29/02/2025"])
def test_there_is_no_such_day(cell: str) -> None:
    with pytest.raises(ValueError):
        parse_day(cell)


def test_mixed_and_open_columns_say_so() -> None:
    mixed = decide_days({"13/01/2025": 5, "01/13/2025": 1})
    assert mixed.order == "dmy" and mixed.confidence < 70
    assert decide_days({"01/02/2025": 3}, "US").order == "mdy"
    assert decide_days({"01/02/2025": 3}, "DE").open


def test_coordinates() -> None:
    assert pair("34.34, 134.05") == (34.34, 134.05)
    assert pair("134.05,34.34", swapped=True) == (34.34, 134.05)
    assert is_swapped(["135.57,34.86"])
    assert degree("34.5° S", 90) == -34.5
    with pytest.raises(ValueError):
        degree("91", 90)
