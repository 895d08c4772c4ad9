"""A file that another window holds is open to look at: nothing is offered that cannot be done."""

from tests.views.driving import Drive
from views.settings import LANGUAGE
from workbench.workspace import Workspace


def test_what_cannot_be_done_is_not_offered(drive: Drive) -> None:
    path = drive.workspace.path
    with drive.workspace.edit("Rename") as session:
        session.connection().exec_driver_sql("UPDATE company SET name = 'Other'")
    drive.window.navigate("welcome")
    with Workspace.open(path):
        drive.open_file(path)
        assert drive.workspace.read_only and drive.shown("Opened to look at.")
        assert not drive.shown("to look only") and not drive.shown("Undo:")
        drive.window.navigate("welcome")


def test_the_notice_and_the_plans_name_follow_the_language(drive: Drive) -> None:
    path = drive.workspace.path
    drive.window.navigate("welcome")
    with Workspace.open(path):
        drive.open_file(path)
        assert drive.shown("FY26 second half")
        drive.window.settings.set(LANGUAGE, "ja")
        drive.settle()
        assert not drive.shown("Opened to look at") and not drive.shown("open in another") and not drive.shown("FY26 second half")
        assert drive.shown("2026年度下期")
        drive.window.navigate("welcome")
