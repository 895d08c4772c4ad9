"""A new company: an office that is nowhere to be found is told, and there is a way on."""

from models import Company
from tests.views.driving import Drive

OFFICE = "Office, where the days start"


def company(drive: Drive) -> Company:
    with drive.workspace.read() as session:
        made = session.query(Company).one()
        session.expunge(made)
        return made


def begin(drive: Drive, office: str) -> object:
    sheet = drive.open("new_company")
    drive.type("Kitagawa", into="Name of the company")
    drive.type(office, into=OFFICE)
    return sheet


def test_an_office_that_is_found_says_how_exactly(bare_drive: Drive) -> None:
    begin(bare_drive, "大阪市中央区本町1-1")
    bare_drive.press("Tab")
    assert bare_drive.shown("Found: 大阪府大阪市中央区本町一丁目, to the town")
    bare_drive.click("Make the company")
    assert round(company(bare_drive).office_lat or 0, 1) == 34.7


def test_an_office_that_is_not_found_keeps_the_sheet_until_one_goes_on_without(bare_drive: Drive) -> None:
    begin(bare_drive, "nowhere at all 99")
    bare_drive.click("Make the company")
    assert bare_drive.window.frame is None and bare_drive.shown("This address is not found.") and bare_drive.shown("1 field needs a look")
    bare_drive.click("Go on without a place")
    assert not bare_drive.shown("1 field needs a look") and bare_drive.shown("ways from the office cannot be planned")
    bare_drive.click("Make the company")
    made = company(bare_drive)
    assert (made.office_address, made.office_lat) == ("nowhere at all 99", None)


def test_pasted_coordinates_place_the_office(bare_drive: Drive) -> None:
    begin(bare_drive, "nowhere at all 99")
    bare_drive.click("Make the company")
    bare_drive.type("34.6749, 135.6132", into=OFFICE)
    bare_drive.click("Make the company")
    assert company(bare_drive).office_lng == 135.6132


def test_the_holidays_country_decides_where_to_look(bare_drive: Drive) -> None:
    sheet = begin(bare_drive, "Lübeck")
    bare_drive.press("Tab")
    assert sheet.form.problems()
    combo = sheet.form.control("country")
    combo.set_value("DE")
    sheet._edited("country", "DE")
    bare_drive.settle()
    assert not sheet.form.problems()


def test_the_answers_say_what_they_mean(bare_drive: Drive) -> None:
    sheet = bare_drive.open("new_company")
    assert bare_drive.shown("The first plan: Oct 2026 – Mar 2027") and bare_drive.shown("5 days a week")
    assert bare_drive.shown("The next one: 1 Jan, New Year's Day")
    sheet.form.set_values({"working_days": {0, 1}})
    sheet._edited("working_days", frozenset({0, 1}))
    assert bare_drive.shown("2 days a week")


def test_esc_asks_once_when_something_was_typed(bare_drive: Drive) -> None:
    sheet = begin(bare_drive, "nowhere at all 99")
    bare_drive.press("Tab")
    assert bare_drive.shown("It was looked for in Japan.")
    bare_drive.press("Esc")
    assert bare_drive.window.sheet is sheet and bare_drive.shown("What you typed is not kept yet.")
    bare_drive.press("Esc")
    assert bare_drive.window.sheet is None


def test_an_untouched_form_leaves_at_once_and_a_message_keeps_the_top(bare_drive: Drive) -> None:
    sheet = bare_drive.open("new_company")
    top = sheet.panel.y()
    bare_drive.click("Make the company")
    assert bare_drive.shown("This is needed.") and sheet.panel.y() == top
    bare_drive.press("Esc")
    assert bare_drive.window.sheet is None
