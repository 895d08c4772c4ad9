"""The company sheet: every change is one step of the file, refusals stand in place."""

from models import Company, Rep
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


def test_the_name_is_saved_when_the_field_is_left_and_an_unknown_office_is_refused(drive: Drive) -> None:
    sheet = drive.open("company")
    sheet._edited("name", "Kitagawa & Sons")
    sheet._edited("office", "nowhere at all 99")
    with drive.workspace.read() as session:
        company = session.query(Company).one()
        assert company.name == "Kitagawa & Sons" and company.office_lat is not None
    assert drive.shown("This address is not found.")
