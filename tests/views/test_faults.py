"""What happens with a fault of ours: the window stays, a report that holds no customer data can be copied."""

from PySide6.QtGui import QGuiApplication

from tests.views.driving import Drive
from tests.views.guards import Listener
from views.dialogs.error_report import report
from workbench.errors import BadInput

SECRET = "Hanshin Medical Devices"


def fault() -> BaseException:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        return error


def test_the_report_names_places_but_no_data() -> None:
    error = fault()
    text = report(type(error), error.__traceback__)
    assert "builtins.KeyError" in text and "tests/views/test_faults.py" in text and " fault" in text
    assert SECRET not in text


def test_a_fault_opens_the_dialog_and_its_report_can_be_copied(fresh_drive: Drive, guarded: Listener) -> None:
    error = fault()
    fresh_drive.shell.fault(type(error), error, error.__traceback__)
    fresh_drive.settle()
    assert fresh_drive.shown("Something went wrong")
    fresh_drive.click("Copy the report")
    assert "builtins.KeyError" in QGuiApplication.clipboard().text()
    assert SECRET not in "".join(record.getMessage() for record in guarded.records)
    guarded.records.clear()
    fresh_drive.press("Esc")
    assert fresh_drive.window.sheet is None and fresh_drive.pane.name == "today"


def test_what_the_user_can_mend_is_told_in_place(fresh_drive: Drive) -> None:
    fresh_drive.shell.fault(BadInput, BadInput("This day is closed.", "", "Choose another."), None)
    fresh_drive.settle()
    assert fresh_drive.window.sheet is None
    assert "This day is closed." in fresh_drive.pane.banner.text()
