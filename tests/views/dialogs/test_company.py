"""The company sheet: every change is one step of the file, refusals stand in place."""

from datetime import date

from PySide6.QtWidgets import QApplication

from models import ClosedDay, Company, Rep, RepHours
from tests.views.driving import Drive


def test_a_rep_is_added_and_one_undo_takes_it_back(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("Aki Sato", into="Name of a new rep")
    drive.click("Add")
    with drive.workspace.read() as session:
        assert session.query(Rep).filter_by(name="Aki Sato").count() == 1
    sheet.done()
    drive.settle()
    drive.do("undo")
    with drive.workspace.read() as session:
        assert session.query(Rep).filter_by(name="Aki Sato").count() == 0


def test_the_name_is_one_step_when_the_field_is_left(drive: Drive) -> None:
    drive.open("company")
    steps = len(drive.workspace.history())
    drive.type("Kitagawa & Sons", into="Name of the company")
    drive.press("Tab")
    with drive.workspace.read() as session:
        assert session.query(Company).one().name == "Kitagawa & Sons"
    assert len(drive.workspace.history()) == steps + 1


def test_an_office_that_is_not_found_is_told_and_may_stay_without_a_place(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.type("nowhere at all 99", into="Office, where the days start")
    drive.press("Tab")
    with drive.workspace.read() as session:
        assert session.query(Company).one().office_lat is not None
    assert "This address is not found." in sheet.form.problems()["office"] and sheet.form.value("office") == "nowhere at all 99"
    drive.click("Go on without a place")
    with drive.workspace.read() as session:
        company = session.query(Company).one()
        assert (company.office_address, company.office_lat) == ("nowhere at all 99", None)
    assert not sheet.form.problems() and drive.shown("ways from the office cannot be planned")


def test_a_reps_hours_open_under_the_row_and_change_by_weekday(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.click("Hours of Kenji Ueda: Mon–Fri 9–18")
    drive.type("10:00", into="Wednesday, from")
    drive.press("Tab")
    assert QApplication.focusWidget().accessibleName() == "Wednesday, to"
    drive.click("Friday")
    assert sheet.reps._lines[1].hours.text() == "Mon–Tue 9–18, Wed 10–18, Thu 9–18"
    drive.click("As the company again")
    assert sheet.reps._lines[1].hours.text() == "Mon–Fri 9–18"
    sheet.done()
    drive.settle()
    drive.do("undo")
    with drive.workspace.read() as session:
        assert session.query(RepHours).filter_by(rep_id=2).count() == 2


def test_past_closed_days_are_folded_away(drive: Drive) -> None:
    with drive.workspace.edit("old") as session:
        session.query(ClosedDay).delete()
        session.add(ClosedDay(name="Summer 2023", first=date(2023, 8, 10), last=date(2023, 8, 16)))
        session.add(ClosedDay(name="Year end", first=date(2026, 12, 29), last=date(2027, 1, 3)))
    drive.open("company")
    name = "What the days are called: "
    assert name + "Year end" in drive.names() and name + "Summer 2023" not in drive.names()
    drive.click("1 past entry")
    assert name + "Summer 2023" in drive.names()


def test_a_closed_day_without_a_day_is_refused_and_one_day_is_enough(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.click("Add the days")
    assert drive.shown("Give the first day")
    drive.type("2027-02-12", into="First day")
    drive.click("Add the days")
    with drive.workspace.read() as session:
        assert session.query(ClosedDay).filter_by(first=date(2027, 2, 12), last=date(2027, 2, 12)).count() == 1
    assert sheet.days_off.first.value() is None
