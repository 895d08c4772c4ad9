"""Today: the next thing leads on, one key marks a visit, breaks lead to where they are mended."""

from datetime import date

from models import Visit
from tests.views.driving import Drive


def status(drive: Drive, visit: int) -> tuple[str, str]:
    with drive.workspace.read() as session:
        row = session.get_one(Visit, visit)
        return row.status, row.note


def test_the_next_thing_is_the_visits_without_a_log_and_its_button_goes_there(drive: Drive) -> None:
    pane = drive.open("today")
    assert drive.shown("Mark 5 visits as done or missed")
    assert pane.health_count.text() == "8" and not drive.shown("1 customer to visit has no place")
    drive.click("Show 2 more")
    assert drive.shown("1 customer to visit has no place") and "Show 2 more" not in drive.names()
    pane.next_button.click()
    drive.settle()
    assert drive.pane.name == "plan" and drive.pane.subtitle() == "Week of 16 Nov 2026"


def test_one_key_marks_a_visit_done_with_a_note_and_undo_takes_it_back(drive: Drive) -> None:
    pane = drive.open("today")
    visit = pane.visits.table.current_key()
    drive.type("Trial batch accepted", into="Note on the visit")
    pane.visits.table.setFocus()
    drive.press("D")
    assert status(drive, visit) == ("done", "Trial batch accepted")
    drive.press("Ctrl+Z")
    assert status(drive, visit)[0] == "planned"


def test_a_missed_visit_can_be_taken_back_by_its_button(drive: Drive) -> None:
    pane = drive.open("today")
    visit = pane.visits.table.current_key()
    pane.visits.table.setFocus()
    drive.press("M")
    assert status(drive, visit)[0] == "missed"
    pane.visits.table.set_current(visit)
    pane.visits.table.setFocus()
    drive.press("Backspace")
    assert status(drive, visit)[0] == "planned"


def test_the_reps_take_turns_in_the_table(drive: Drive) -> None:
    pane = drive.open("today")
    first = len(pane.visits.model.rows)
    pane.visits.reps.setFocus()
    drive.press("Right")
    assert (first, len(pane.visits.model.rows)) == (4, 3)


def test_a_break_leads_to_its_customers(drive: Drive) -> None:
    drive.open("today")
    drive.click("Show them")
    assert drive.pane.name == "customers" and len(drive.pane.rows.rows) == 3


def test_the_morning_sheet_button_shows_todays_sheet(drive: Drive) -> None:
    drive.open("today")
    drive.click("Morning sheet")
    assert drive.pane.name == "documents" and drive.pane._day == date(2026, 11, 24)
