"""Goals: a draft says what is missing, parts are edited where they stand, months are dragged, the funnel and the hours follow, undo takes back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from models import Customer, FunnelShare, FunnelStage, Kgi, KgiMonth, KgiMonthChange, VisitRule
from tests.views.driving import Drive
from views.theme.paint import recording
from workbench.goals.split import Split, split
from workbench.workspace import Workspace

UNIT = 10_000


def kgi(drive: Drive) -> Kgi:
    with drive.workspace.read() as session:
        row = session.query(Kgi).one()
        session.expunge(row)
        return row


def months(drive: Drive) -> list[int]:
    with drive.workspace.read() as session:
        found = split(session, 1)
    assert isinstance(found, Split)
    return [part.target // UNIT for part in found.parts]


def undone(drive: Drive, before: str, steps: int = 1) -> None:
    """One undo step for each edit brings the file back."""
    drive.window.setFocus()
    for _ in range(steps):
        drive.do("undo")
    assert drive.workspace.content_hash() == before


def test_the_sample_shows_where_it_stands(drive: Drive) -> None:
    drive.open("goals")
    assert drive.shown("31 today, ahead by 3; likely to end at") and drive.shown("31 of 60. Ahead of the line by 3.")
    assert drive.shown("16 + 16 + 8 + 5 + 6 + 9 = 60 new orders, split as last year's 38.")
    assert drive.shown("More than half of the goal falls in October and November")


def test_the_chart_names_the_line_that_the_sentence_counts_from_and_where_it_ends(drive: Drive) -> None:
    pane = drive.open("goals")
    assert pane.course_card.course.accessibleDescription() == "now 31, planned by now 28"
    with recording() as seen:
        pane.course_card.course.grab()
    assert {"31", "28", "80", "60", "52"} <= {painted.text for painted in seen}


def test_a_number_typed_into_the_sentence_is_saved_and_undone(drive: Drive) -> None:
    pane = drive.open("goals")
    before = drive.workspace.content_hash()
    pane.goal_card.target.setFocus()
    drive.press("Return")
    drive.type("70", enter=True)
    assert kgi(drive).target == 70 * UNIT and drive.shown("31 of 70") and sum(months(drive)) == 70 and months(drive)[0] == 16
    undone(drive, before)
    assert drive.shown("31 of 60")


def test_a_draft_says_what_is_missing_and_shows_no_progress(fresh_drive: Drive) -> None:
    pane = fresh_drive.open("goals")
    assert fresh_drive.shown("Still a draft: what is counted, the number and the baseline are missing.")
    assert not pane.months_card.isVisible() and not pane.funnel_card.isVisible() and fresh_drive.shown("Nowhere yet")


def test_a_deadline_outside_the_plan_is_refused_in_place(drive: Drive) -> None:
    pane = drive.open("goals")
    before = kgi(drive).deadline
    pane.goal_card.deadline.setFocus()
    drive.press("Return")
    drive.type("1 Jan 2030", enter=True)
    assert kgi(drive).deadline == before and drive.shown("The deadline must lie in the plan")
    assert pane.goal_card.deadline.value() == before


def test_another_metric_measures_its_own_baseline(drive: Drive) -> None:
    pane = drive.open("goals")
    pane._set_part("metric", "revenue")
    drive.settle()
    found = kgi(drive)
    assert found.metric == "revenue" and found.target is None and found.baseline > 10**9
    assert drive.shown("Still a draft: the number is missing.")


def test_dragging_a_bar_moves_the_others_and_saves_when_let_go(drive: Drive) -> None:
    pane = drive.open("goals")
    before, chart = drive.workspace.content_hash(), pane.months_card.chart
    handle = chart._handles[2]
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(0, round(chart.y_of(12) - chart.y_of(8))))
    shown = [round(month.target) for month in chart.months()]
    assert shown[0] == 16 and shown[2] == 12 and sum(shown) == 60 and shown != months(drive)
    assert drive.workspace.content_hash() == before
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)
    drive.settle()
    assert months(drive) == shown and kgi(drive).split == "hand" and pane.months_card.switch.value() == "hand"
    undone(drive, before)
    assert pane.months_card.switch.value() == "season" and [round(m.target) for m in chart.months()] == [16, 16, 8, 5, 6, 9]


def test_keys_move_a_bar_and_a_lock_keeps_a_month(drive: Drive) -> None:
    pane = drive.open("goals")
    drive.click("Fix Mar")
    with drive.workspace.read() as session:
        assert [row.fixed for row in session.query(KgiMonth).order_by(KgiMonth.month)] == [False] * 5 + [True]
    pane.months_card.chart._handles[2].setFocus()
    drive.press("Up")
    assert months(drive)[2] == 9 and months(drive)[5] == 9 and months(drive)[0] == 16 and sum(months(drive)) == 60
    drive.click("Mar is fixed: let it move again")
    with drive.workspace.read() as session:
        assert not any(row.fixed for row in session.query(KgiMonth))


def test_a_begun_month_asks_why_and_change_and_reason_are_one_step(drive: Drive) -> None:
    pane = drive.open("goals")
    before = drive.workspace.content_hash()
    pane.months_card.chart._handles[1].setFocus()
    drive.press("Down")
    assert months(drive)[1] == 15 and drive.shown("16 until 24 Nov") and drive.shown("November 2026 was 16 until 24 Nov, because")
    pane.months_card.ask()
    drive.press("Return")
    drive.type("the trade fair was moved", enter=True)
    with drive.workspace.read() as session:
        [row] = session.query(KgiMonthChange)
        assert (row.was, row.reason) == (16 * UNIT, "the trade fair was moved")
    undone(drive, before)


@pytest.mark.parametrize(("way", "shown"), [("even", "split evenly"), ("hand", "split by hand")])
def test_the_switch_splits_anew(drive: Drive, way: str, shown: str) -> None:
    pane = drive.open("goals")
    before = drive.workspace.content_hash()
    pane.months_card.switch.setFocus()
    drive.press("Left" if way == "even" else "Right")
    assert kgi(drive).split == way and drive.shown(shown) and sum(months(drive)) == 60
    undone(drive, before)


def test_a_rate_typed_changes_visits_and_hours_and_can_be_counted_again(drive: Drive) -> None:
    pane = drive.open("goals")
    before = drive.workspace.content_hash()
    assert drive.shown("10 orders a month need 64 visits") and drive.shown("98 of 387 logged visits")
    pane.funnel_card._lines[0].rate.setFocus()
    drive.press("Return")
    drive.type("50", enter=True)
    assert drive.shown("10 orders a month need 32 visits, if 50 % of them lead on")
    assert drive.shown("Enough for the team, and for everybody in it.") and not pane.possible_card.rows_box.isVisible()
    drive.click("count it")
    assert drive.shown("10 orders a month need 64 visits") and pane.possible_card.rows_box.isVisible()
    undone(drive, before, 2)


def test_stages_are_renamed_and_added_in_place(drive: Drive) -> None:
    pane = drive.open("goals")
    before = drive.workspace.content_hash()
    pane.funnel_card._lines[0].bar.open_editor()
    drive.type("First calls", enter=True)
    assert pane.funnel_card._lines[0].bar.accessibleName() == "Stage First calls"
    pane._change_stage(1, "add")
    drive.settle()
    assert len(pane.funnel_card._lines) == 4 and drive.shown("a rate by hand, please")
    pane._change_stage(1, "remove")
    drive.settle()
    with drive.workspace.read() as session:
        assert [row.name for row in session.query(FunnelStage).order_by(FunnelStage.position)] == ["First calls", "", ""]
    undone(drive, before, 3)


def test_a_share_by_hand_moves_the_reps_visits(drive: Drive) -> None:
    pane = drive.open("goals")
    before = drive.workspace.content_hash()
    pane.funnel_card._shares[0].setFocus()
    drive.press("Return")
    drive.type("50", enter=True)
    assert pane.funnel_card._lines[0].reps[0].text() == "32"
    drive.click("by field hours")
    with drive.workspace.read() as session:
        assert session.query(FunnelShare).count() == 0
    undone(drive, before, 2)


def test_a_way_is_taken_by_one_click_and_undone_by_one(drive: Drive) -> None:
    pane = drive.open("goals")
    before = drive.workspace.content_hash()
    assert drive.shown("Hand 2 customers over") and drive.shown("closes it") and drive.shown("then 99 %")
    drive.click("Hand over")
    with drive.workspace.read() as session:
        assert session.query(Customer).filter_by(name="Moriguchi Motors").one().rep_id == 3
    assert drive.shown("Enough for the team, and for everybody in it.") and pane._shown.ways == ()
    undone(drive, before)
    radio = next(radio for radio, _ in pane.possible_card._rows if radio.title == "A visits of 75 minutes")
    radio.click()
    drive.click("Shorten the visits")
    with drive.workspace.read() as session:
        assert session.query(VisitRule).filter_by(tier="A").one().duration == 75
    undone(drive, before)


def test_it_leads_to_the_primary_segments(drive: Drive) -> None:
    drive.open("goals")
    assert drive.shown("Medical devices") and drive.shown("2 primary segments")


def test_a_file_that_cannot_be_written_shows_everything_and_offers_nothing(bare_drive: Drive, sample_file, tmp_path) -> None:
    import shutil

    path = tmp_path / "kitagawa.asaichi"
    shutil.copy(sample_file("en"), path)
    with Workspace.open(path):
        bare_drive.open_file(path)
        pane = bare_drive.open("goals")
        assert bare_drive.workspace.read_only and not pane.months_card.chart._handles and not pane.possible_card.footer.isVisible()
        assert bare_drive.shown("10 orders a month need 64 visits")
