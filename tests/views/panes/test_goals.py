"""Goals: a draft says what is missing, its parts are edited in the sentence, the figures follow, undo takes each back."""

from models import Kgi
from tests.views.driving import Drive
from views.theme.paint import recording


def kgi(drive: Drive) -> Kgi:
    with drive.workspace.read() as session:
        row = session.query(Kgi).one()
        session.expunge(row)
        return row


def test_the_sample_shows_where_it_stands(drive: Drive) -> None:
    drive.open("goals")
    assert drive.shown("31 of 60. Ahead of the line by 3.")
    assert drive.shown("October and November carry 32 of 60")


def test_the_chart_names_the_line_that_the_sentence_counts_from_and_where_it_ends(drive: Drive) -> None:
    pane = drive.open("goals")
    assert pane.course.accessibleDescription() == "now 31, planned by now 28"
    with recording() as seen:
        pane.course.grab()
    assert {"31", "28", "79", "60", "51"} <= {painted.text for painted in seen}


def test_a_number_typed_into_the_sentence_is_saved_and_undone(drive: Drive) -> None:
    pane = drive.open("goals")
    pane.target.setFocus()
    drive.press("Return")
    drive.type("70", enter=True)
    assert kgi(drive).target == 700_000 and drive.shown("31 of 70")
    drive.window.setFocus()
    drive.do("undo")
    assert kgi(drive).target == 600_000 and drive.shown("31 of 60")


def test_a_draft_says_what_is_missing_and_shows_no_progress(fresh_drive: Drive) -> None:
    pane = fresh_drive.open("goals")
    assert fresh_drive.shown("Still a draft: what is counted, the number and the baseline are missing.")
    assert not pane.standing_card.isVisible() and fresh_drive.shown("Nowhere yet")


def test_a_deadline_outside_the_plan_is_refused_in_place(drive: Drive) -> None:
    pane = drive.open("goals")
    before = kgi(drive).deadline
    pane.deadline.setFocus()
    drive.press("Return")
    drive.type("1 Jan 2030", enter=True)
    assert kgi(drive).deadline == before and drive.shown("The deadline must lie in the plan")
    assert pane.deadline.value() == before


def test_another_metric_measures_its_own_baseline(drive: Drive) -> None:
    pane = drive.open("goals")
    pane._set_metric("revenue")
    drive.settle()
    found = kgi(drive)
    assert found.metric == "revenue" and found.target is None and found.baseline > 10**9
    assert drive.shown("Still a draft: the number is missing.")
