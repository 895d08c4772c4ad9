"""From "2 a month" to due days."""

import calendar
from datetime import date, timedelta

import pytest

from workbench.strings import using_language
from workbench.visits.cadence import Cadence, add_months, answer_due_days, due_days, next_due, overdue_ratio, spread_days

TWICE, MONTHLY, QUARTERLY = Cadence(2, "month"), Cadence(1, "month"), Cadence(1, "quarter")


def month(year: int, number: int) -> tuple[date, date]:
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def test_due_day_is_the_last_visit_plus_the_period_by_n() -> None:
    assert next_due(TWICE, date(2026, 11, 11)) == date(2026, 11, 26)
    assert next_due(MONTHLY, date(2026, 11, 11)) == date(2026, 12, 11)
    assert next_due(QUARTERLY, date(2026, 11, 30)) == date(2027, 2, 28)
    assert next_due(Cadence(1, "week", 3), date(2026, 11, 2)) == date(2026, 11, 23)
    assert next_due(Cadence(2, "week"), date(2026, 11, 2)) == date(2026, 11, 5)


@pytest.mark.parametrize("cadence", [Cadence(n, "month") for n in (1, 2, 3, 4, 7, 30)])
def test_a_whole_calendar_month_asks_for_exactly_n(cadence: Cadence) -> None:
    for number in range(1, 13):
        first, last = month(2027, number)
        for back in range(1, 45):
            assert len(due_days(cadence, first - timedelta(days=back), first, last, 1)) == cadence.count
        for customer_id in range(40):
            assert len(due_days(cadence, None, first, last, customer_id)) == cadence.count


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_whole_calendar_quarter_asks_for_exactly_n(count: int) -> None:
    for start in (1, 4, 7, 10):
        first, last = date(2027, start, 1), month(2027, start + 2)[1]
        for back in (1, 13, 29, 80, 91, 200):
            assert len(due_days(Cadence(count, "quarter"), first - timedelta(days=back), first, last, 1)) == count


def test_required_visits_are_the_due_days_in_the_window() -> None:
    assert due_days(MONTHLY, date(2026, 11, 20), date(2026, 11, 30), date(2026, 12, 27), 1) == (date(2026, 12, 20),)
    assert due_days(QUARTERLY, date(2026, 11, 20), date(2026, 11, 30), date(2026, 12, 27), 1) == ()


def test_an_overdue_customer_is_due_on_the_first_day_and_not_twice_for_what_was_missed() -> None:
    assert due_days(MONTHLY, date(2026, 6, 1), date(2026, 11, 30), date(2026, 12, 27), 1) == (date(2026, 11, 30),)


def test_customers_never_visited_are_spread_over_the_cadence_and_always_alike() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    weeks = [(due_days(MONTHLY, None, first, last, number)[0] - first).days // 7 for number in range(200)]
    assert all(30 <= weeks.count(week) <= 60 for week in range(4))
    assert spread_days(MONTHLY, first, 7) == spread_days(MONTHLY, first, 7)


def test_overdue_ratio_counts_cadences() -> None:
    four_weeks = Cadence(1, "week", 4)
    assert overdue_ratio(four_weeks, date(2026, 11, 1), date(2026, 11, 29)) == 0
    assert overdue_ratio(four_weeks, date(2026, 11, 1), date(2026, 12, 27)) == 1
    assert overdue_ratio(four_weeks, date(2026, 11, 1), date(2026, 11, 15)) == -0.5


def test_a_kept_visit_answers_the_nearest_due_day() -> None:
    due = (date(2026, 12, 1), date(2026, 12, 16))
    assert answer_due_days(due, [date(2026, 12, 14)]) == ((due[1],), (due[0],))
    answers, left = answer_due_days(due, [date(2026, 12, 14), date(2026, 12, 2), date(2026, 12, 20)])
    assert answers == (due[1], due[0], None) and left == ()


def test_months_end_where_a_month_is_shorter() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 30), -12) == date(2025, 11, 30)


def test_cadences_are_told_in_both_languages() -> None:
    assert TWICE.describe() == "2 a month"
    assert Cadence(1, "week", 3).describe() == "every 3 weeks"
    with using_language("ja"):
        assert TWICE.describe() == "月2回"
        assert Cadence(1, "week", 3).describe() == "3週間に1回"
        assert Cadence(2, "quarter", 2).describe() == "2四半期に2回"


@pytest.mark.parametrize("never", [Cadence(0, "month"), Cadence(2, "week", 0), Cadence(-1, "quarter")])
def test_a_cadence_of_no_visits_asks_for_nothing_and_divides_by_nothing(never: Cadence) -> None:
    day = date(2026, 11, 24)
    assert never.visits_a_month == 0 and never.days > 10_000 and never.describe() == "no visits"
    assert due_days(never, None, day, date(2027, 11, 24), 7) == due_days(never, day, day, date(2027, 11, 24), 7) == ()
    assert next_due(never, day) > date(2100, 1, 1) and spread_days(never, day, 7) == 0
    assert overdue_ratio(never, date(2020, 1, 1), day) < 0
