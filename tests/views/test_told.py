"""Messages and toasts go when what they tell is over."""

from PySide6.QtCore import QObject

from models import Company
from tests.views.driving import Drive
from views.jobs import Job
from views.widgets import Toast


def toasts(drive: Drive) -> list[Toast]:
    return [toast for toast in drive.window.findChildren(Toast) if toast.isVisible()]


def rename(drive: Drive, label: str) -> None:
    with drive.workspace.edit(label) as session:
        session.query(Company).one().name = label
    drive.settle()


def test_the_redo_of_a_toast_goes_with_a_newer_edit(drive: Drive) -> None:
    rename(drive, "One")
    drive.do("undo")
    assert toasts(drive)
    rename(drive, "Two")
    assert not toasts(drive)


def test_the_weeks_keep_their_frame_through_dark_and_light(drive: Drive) -> None:
    weeks = drive.open("plan").band.weeks
    place = weeks.lineEdit().geometry()
    drive.do("theme")
    drive.do("theme")
    assert weeks.lineEdit().geometry() == place


def test_no_visit_is_shown_before_there_is_one(fresh_drive: Drive) -> None:
    assert fresh_drive.open("plan").visit_part.isHidden()


def test_a_job_says_its_name_once(drive: Drive) -> None:
    assert drive.window.frame is not None
    bar = drive.window.frame.status.progress
    job = Job("x", print, (), None, None, None, "Taking the list over", QObject(), None)  # type: ignore[arg-type]
    job.text = "Taking the list over"
    bar.tell(job)
    assert bar.label.text() == "Taking the list over"
    bar.tell(None)
