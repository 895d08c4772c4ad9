"""The company sheet never drops what was typed: it is added, or said in words, and Done waits."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from models import ClosedDay, Company, Rep, RepHours
from tests.views.driving import Drive

TIME = "This is not a time of day."


def closed(drive: Drive) -> list[tuple[str, date]]:
    with drive.workspace.read() as session:
        return [
            (row.name, row.first) for row in session.query(ClosedDay).filter(ClosedDay.first.between(date(2027, 2, 1), date(2027, 3, 1)))
        ]


def test_enter_in_the_closed_days_adds_them_and_the_sheet_stays(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("Inventory", into="What the days are called")
    drive.type("2027-02-12", into="First day", enter=True)
    assert closed(drive) == [("Inventory", date(2027, 2, 12))]
    assert sheet.isVisible() and sheet.days_off.first.text() == ""


@pytest.mark.parametrize("enter", [True, False])
def test_days_that_cannot_be_read_are_pointed_out_and_the_sheet_stays(drive: Drive, enter: bool) -> None:
    sheet = drive.open("company")
    drive.type("31/02/2027", into="First day", enter=enter)
    if not enter:
        drive.click("Done")
    assert drive.window.sheet is sheet and drive.shown("This is not a day.")
    assert sheet.days_off.first.text() == "31/02/2027" and QApplication.focusWidget() is sheet.days_off.first


def test_done_adds_what_was_typed_and_not_yet_added(drive: Drive) -> None:
    drive.open("company")
    drive.type("Inventory", into="What the days are called")
    drive.type("2027-02-12", into="First day")
    drive.type("Aki Sato", into="Name of a new rep")
    drive.click("Done")
    assert drive.window.sheet is None and closed(drive) == [("Inventory", date(2027, 2, 12))]
    with drive.workspace.read() as session:
        assert session.query(Rep).filter_by(name="Aki Sato").count() == 1


def test_a_name_without_a_day_is_pointed_out(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("Inventory", into="What the days are called", enter=True)
    assert drive.window.sheet is sheet and drive.shown("Give the first day")
    assert sheet.days_off.what.text() == "Inventory"


def test_esc_says_first_what_would_be_lost(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("soon", into="First day")
    drive.press("Esc")
    assert drive.window.sheet is sheet and drive.shown("What you typed is not kept yet.")
    drive.press("Esc")
    assert drive.window.sheet is None and closed(drive) == []


def test_a_bad_time_of_the_company_is_said_and_holds_done_back(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("25:61", into="Hours in the field, from")
    drive.click("Done")
    assert drive.window.sheet is sheet and TIME in sheet.form.problems()["day"]
    assert drive.shown("1 field needs a look") and sheet.form.control("day").start.text() == "25:61"
    drive.type("Other Works", into="Name of the company")
    drive.press("Tab")
    assert sheet.form.control("day").start.text() == "25:61" and TIME in sheet.form.problems()["day"]
    drive.type("8:30", into="Hours in the field, from")
    drive.click("Done")
    with drive.workspace.read() as session:
        assert drive.window.sheet is None and session.query(Company).one().day_start == 8 * 60 + 30


def test_hours_that_run_backwards_stand_in_place(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("20:00", into="Hours in the field, from")
    drive.click("Done")
    assert drive.window.sheet is sheet and "The end lies before the beginning." in sheet.form.problems()["day"]


@pytest.mark.parametrize(("typed", "said"), [("25:61", TIME), ("20:00", "The hours end before they begin.")])
def test_a_bad_time_of_a_rep_is_said_in_its_row_and_holds_done_back(drive: Drive, typed: str, said: str) -> None:
    sheet = drive.open("company")
    drive.click("Hours of Kenji Ueda: Mon–Fri 9–18")
    drive.type(typed, into="Wednesday, from")
    drive.click("Done")
    assert drive.window.sheet is sheet and drive.shown(said)
    drive.type("10:00", into="Wednesday, from")
    drive.click("Done")
    assert drive.window.sheet is None
    with drive.workspace.read() as session:
        assert session.query(RepHours).filter_by(rep_id=2, weekday=2).one().start == 600


def test_an_office_that_is_not_found_holds_done_back(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("nowhere at all 99", into="Office, where the days start")
    drive.click("Done")
    assert drive.window.sheet is sheet and "It was looked for in Japan." in sheet.form.problems()["office"]
    drive.click("Go on without a place")
    drive.click("Done")
    assert drive.window.sheet is None


def test_two_reps_of_one_name_are_refused_in_place(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("kenji  ueda", into="Name of a new rep", enter=True)
    assert drive.window.sheet is sheet and drive.shown("There is a rep of this name already.")
    assert sheet.reps.new_rep.text() == "kenji  ueda"
    with drive.workspace.read() as session:
        assert session.query(Rep).count() == 3
