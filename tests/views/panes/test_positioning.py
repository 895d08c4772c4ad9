"""The positioning pane: from the empty state to a map, points by mouse and keys, one undo step each, axes named in place."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.end_to_end.mouse import Mouse
from tests.views.driving import Drive
from views.panes.positioning.chart import PointHandle
from views.panes.positioning.pane import PositioningPane
from workbench.targeting.positioning_map import PointView, PositioningMap, positioning


def seen(drive: Drive) -> PositioningMap:
    with drive.workspace.read() as session:
        return positioning(session)


def point(drive: Drive, name: str) -> PointView:
    return next(one for one in seen(drive).points if one.name == name)


def handle(drive: Drive, name: str) -> PointHandle:
    found = drive.find(name, (PointHandle,))
    assert isinstance(found, PointHandle)
    return found


def test_the_sample_company_at_a_glance(drive: Drive) -> None:
    pane = drive.open("positioning")
    assert isinstance(pane, PositioningPane) and len(pane.chart.handles) == 8
    assert drive.shown("none is as far towards “48 hours” and “micron, with audit file” at once")
    assert drive.shown("Precision and Price say nearly the same") and drive.shown("emptiest here")
    assert drive.shown("← three weeks") and drive.shown("↑ micron, with audit file")
    assert not pane.chart.free_field().isEmpty()


def test_dragging_a_rival_is_one_step(drive: Drive) -> None:
    pane = drive.open("positioning")
    before, steps = drive.workspace.content_hash(), len(drive.workspace.history())
    rival, there = handle(drive, "Metal Net 24"), pane.chart.spot_of(0.5, 0.5)
    middle = rival.rect().center()
    QTest.mousePress(rival, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    for _ in range(3):
        QTest.mouseMove(rival, rival.mapFrom(pane.chart, QPoint(round(there.x()), round(there.y()))))
    QTest.mouseRelease(rival, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    drive.settle()
    at = point(drive, "Metal Net 24").at
    assert at is not None and abs(at[0] - 0.5) < 0.02 and abs(at[1] - 0.5) < 0.02
    assert len(drive.workspace.history()) == steps + 1
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before


def test_arrow_keys_move_the_focused_point_and_merge(drive: Drive) -> None:
    drive.open("positioning")
    before = drive.workspace.content_hash()
    ours = handle(drive, "Ourselves")
    ours.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        drive.press("Right")
    drive.press("Shift+Up")
    assert point(drive, "Ourselves").at == (0.83, 0.81)
    assert drive.workspace.undo() == "Move Ourselves" and drive.workspace.content_hash() == before
    drive.settle()
    handle(drive, "Naniwa Seiko").setFocus()
    drive.press("Del")
    assert point(drive, "Naniwa Seiko").at is None and drive.shown("Not placed yet")
    drive.click("Place Naniwa Seiko")
    assert point(drive, "Naniwa Seiko").at == (0.5, 0.5)


def test_axes_are_named_in_place_and_exchanged(drive: Drive) -> None:
    pane = drive.open("positioning")
    pane.ends[0, "high"].setFocus()
    drive.press("Return")
    drive.type("24 hours", enter=False)
    drive.press("Return")
    assert seen(drive).axes[0].high.endswith("24 hours")
    drive.click("Draw Price upwards")
    assert [axis.name for axis in seen(drive).axes] == ["Delivery", "Price", "Precision"] and drive.shown("↑ twice that")
    drive.click("Remove Precision")
    assert len(seen(drive).axes) == 2 and not seen(drive).alike


def test_the_keyboard_begins_at_our_own_point_and_the_map_has_its_knot(drive: Drive) -> None:
    pane = drive.open("positioning")
    assert drive.window.focusWidget() is handle(drive, "Ourselves")
    assert [button.knot.text for button in pane.strip._buttons if button.knot.current] == ["Positioning"]


def test_from_nothing_to_a_map(fresh_drive: Drive) -> None:
    fresh_drive.open("positioning")
    assert fresh_drive.shown("How are we different?")
    fresh_drive.click("Begin with two axes")
    assert len(seen(fresh_drive).axes) == 2 and fresh_drive.shown("Place a rival, then the map tells how you differ.")
    fresh_drive.click("Name rivals on the 3C board")
    assert fresh_drive.pane.name == "three_c"


def test_a_right_click_takes_a_point_off_the_map(drive: Drive) -> None:
    drive.open("positioning")
    before = drive.workspace.content_hash()
    Mouse(drive).menu_of("Naniwa Seiko", "Take Naniwa Seiko off the map")
    assert point(drive, "Naniwa Seiko").at is None and drive.shown("Not placed yet")
    drive.do("undo")
    assert drive.workspace.content_hash() == before
