"""The time box of the boards, its snapshots, and what changed since."""

from collections.abc import Iterator

import pytest

from tests.conftest import TODAY
from tests.views.boards import TEN, to
from tests.views.driving import Drive
from tests.views.layout import faults
from views.panes.boards.snapshot_sheet import SnapshotSheet
from views.panes.swot.pane import SwotPane
from workbench import clock
from workbench.analysis import snapshots, time_box


@pytest.fixture
def swot(drive: Drive) -> SwotPane:
    pane: SwotPane = drive.open("swot")
    return pane


@pytest.fixture
def later() -> Iterator[None]:
    yield
    clock.set_today(TODAY)


def test_the_time_box_counts_closes_and_what_changed_since_is_told(drive: Drive, swot: SwotPane, later: None) -> None:
    assert drive.shown("Analysis closes in 9 days")
    swot.box.weeks.chosen.emit(4)
    drive.settle()
    assert drive.shown("Analysis closes in 16 days")
    drive.click("Close the analysis")
    assert drive.shown("Analysis closed on 24 Nov")
    to(drive, swot, "Sakai Plating may stop small lots")
    drive.press("5")
    with drive.workspace.read() as session:
        newest = snapshots.snapshots(session)[0]
        assert newest.cards == 33 and time_box.time_box(session).state == "closed"
        kept = next(one for one in snapshots.opened(session, newest.id).cards if one.text.startswith("Sakai"))
    assert kept.weight == 4
    sheet: SnapshotSheet = drive.open("snapshot", snapshot=newest.id)
    assert drive.shown("Snapshot of 24 Nov 2026") and drive.shown("Sakai Plating may stop small lots")
    sheet.view.set_value("since")
    sheet._draw()
    drive.settle()
    assert drive.shown("1 card changed") and drive.shown("weight 4 → 5") and drive.shown("0 cards added")
    assert not faults(drive)
    drive.press("Esc")
    drive.press("Ctrl+Z")
    drive.press("Ctrl+Z")
    assert drive.shown("Analysis closes in 16 days")


def test_the_sample_snapshot_is_compared_with_now(drive: Drive) -> None:
    sheet: SnapshotSheet = drive.open("snapshot")
    sheet.view.set_value("since")
    sheet._draw()
    drive.settle()
    for words in (
        "1 card added",
        "2 cards changed",
        "1 card dropped",
        "Friendly people on the phone",
        "it said “Micron tolerance on titanium”",
    ):
        assert drive.shown(words)
    assert not faults(drive)


def test_freezing_leaves_the_time_box_open(drive: Drive, swot: SwotPane) -> None:
    drive.press("Esc")
    to(drive, swot, TEN)
    drive.press("F")
    with drive.workspace.read() as session:
        assert len(snapshots.snapshots(session)) == 2 and time_box.time_box(session).state == "open"
