"""Holidays kept in the state folder."""

import sys
from datetime import date

import pytest

from workbench.folders import state_dir
from workbench.visits import calendar, kept_holidays


@pytest.fixture(autouse=True)
def forget() -> None:
    calendar._holidays_of_year.cache_clear()


def test_a_year_asked_again_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    first = calendar.public_holidays("JP", date(2026, 1, 1), date(2026, 12, 31), "ja")
    calendar._holidays_of_year.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert calendar.public_holidays("JP", date(2026, 1, 1), date(2026, 12, 31), "ja") == first
    assert first[date(2026, 9, 22)]


@pytest.mark.parametrize("damaged", ["", "{}", '{"made_with": "other", "days": {"2026-01-02": "x"}}', "[1]"])
def test_what_is_damaged_or_older_is_made_anew(damaged: str) -> None:
    right = calendar.public_holidays("JP", date(2026, 1, 1), date(2026, 1, 31), "en")
    file = state_dir() / "holidays" / "JP-2026-en.json"
    file.write_text(damaged, encoding="utf-8")
    calendar._holidays_of_year.cache_clear()
    assert calendar.public_holidays("JP", date(2026, 1, 1), date(2026, 1, 31), "en") == right


def test_a_strange_country_names_no_file() -> None:
    kept_holidays.keep("../x", 2026, "en", {date(2026, 1, 1): "x"})
    assert kept_holidays.read("../x", 2026, "en") is None
    assert not (state_dir() / "holidays").exists()
