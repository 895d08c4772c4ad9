"""Working days of a company."""

from datetime import date

from workbench.visits.calendar import company_calendar, monday_of, public_holidays

WEEKDAYS = frozenset(range(5))


def test_japanese_holidays_have_names_in_the_language_asked_for() -> None:
    first, last = date(2026, 9, 21), date(2026, 9, 23)
    english = public_holidays("JP", first, last, "en")
    assert list(english) == [date(2026, 9, 21), date(2026, 9, 22), date(2026, 9, 23)], "the day between two holidays is one"
    assert public_holidays("JP", first, last, "ja")[date(2026, 9, 21)] == "敬老の日"
    assert english[date(2026, 9, 21)].isascii()


def test_an_unknown_country_has_no_holidays() -> None:
    assert public_holidays("ZZ", date(2026, 1, 1), date(2026, 12, 31), "en") == {}


def test_other_countries_are_known_too() -> None:
    assert date(2026, 7, 14) in public_holidays("fr", date(2026, 7, 1), date(2026, 7, 31), "en")


def test_own_closed_days_count_and_give_their_name() -> None:
    new_year = {date(2026, 12, day): "年末年始" for day in (29, 30, 31)} | {date(2027, 1, 1): "年末年始"}
    calendar = company_calendar("JP", WEEKDAYS, new_year, date(2026, 12, 1), date(2027, 1, 31), "ja")
    assert not calendar.is_working(date(2026, 12, 30))
    assert calendar.closed_name(date(2027, 1, 1)) == "年末年始"
    assert calendar.working_days(date(2026, 12, 26), date(2027, 1, 4)) == [date(2026, 12, 28), date(2027, 1, 4)]


def test_next_and_previous_working_day_jump_weekends_and_holidays() -> None:
    calendar = company_calendar("JP", WEEKDAYS, {}, date(2026, 11, 1), date(2026, 12, 31), "en")
    assert calendar.next_working_day(date(2026, 11, 20)) == date(2026, 11, 24), "the 23rd is Labour Thanksgiving Day"
    assert calendar.previous_working_day(date(2026, 11, 24)) == date(2026, 11, 20)


def test_a_company_that_never_works_has_no_next_working_day() -> None:
    calendar = company_calendar("JP", frozenset(), {}, date(2026, 1, 1), date(2026, 12, 31), "en")
    assert calendar.next_working_day(date(2026, 1, 1)) is None
    assert calendar.working_days(date(2026, 1, 1), date(2026, 12, 31)) == []


def test_monday_of_a_sunday_is_the_monday_before() -> None:
    assert monday_of(date(2026, 11, 29)) == date(2026, 11, 23)
