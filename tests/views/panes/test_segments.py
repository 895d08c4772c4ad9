"""The segments pane: filters built by clicking, order, decision, scores, and the ways from a segment to its customers."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from models import Segment
from tests.views.driving import Drive
from views.panes.customers.pane import CustomersPane
from views.panes.segments.builder import SPOT
from views.panes.segments.pane import SegmentsPane
from views.settings import LANGUAGE
from views.widgets import Combo, EditableCell, LineEdit
from workbench.targeting import commands
from workbench.targeting.filters import Condition, Group
from workbench.targeting.segments import Overview, SegmentView, overview


def seen(drive: Drive) -> Overview:
    with drive.workspace.read() as session:
        return overview(session)


def segment(drive: Drive, name: str) -> SegmentView:
    return next(view for view in seen(drive).segments if view.name == name)


def spot(pane: SegmentsPane, where: str) -> Any:
    """A part of the builder: "0:field", "1.0:value", ":add"."""
    return [w for w in pane.builder.findChildren(QWidget) if w.property(SPOT) == where][-1]


def choose(drive: Drive, combo: Combo, value: object) -> None:
    """Choose from a drop-down as keys do."""
    combo.setFocus()
    wanted = next(place for place, (known, _) in enumerate(combo._options) if known == value)
    while combo.currentIndex() != wanted:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down if before < wanted else Qt.Key.Key_Up)
    drive.settle()


def press_link(drive: Drive, link: QWidget) -> None:
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    drive.settle()


def test_the_sample_companys_segments_at_a_glance(drive: Drive) -> None:
    drive.open("segments")
    assert drive.shown("45 customers in segments, 77 % of revenue") and drive.shown("15 customers count in no segment")
    assert drive.shown("Industry is Medical devices") and drive.shown("52 to 84 %") and drive.shown("9 customers pass")
    assert drive.shown("Medical devices leads; with a weight of 4 instead of 2 for Reach, Optics would.")
    assert drive.shown("Hanshin Medical Devices") and drive.shown("About 8 visits a month by the rules")
    assert drive.shown("Be the 48-hour prototype shop for medical devices")


def test_a_filter_is_built_by_clicking_and_undone_step_by_step(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    hashes = [drive.workspace.content_hash()]
    press_link(drive, spot(pane, ":add"))
    assert segment(drive, "Medical devices").tree == Group(
        "and", (Condition("industry", "is", "Medical devices"), Condition("size", "is", "top"))
    )
    hashes.append(drive.workspace.content_hash())
    choose(drive, spot(pane, "1:field"), "cycle")
    assert QApplication.focusWidget() is spot(pane, "1:field")
    value: LineEdit = spot(pane, "1:value")
    value.setFocus()
    value.selectAll()
    QTest.keyClicks(value, "45")
    QTest.keyClick(value, Qt.Key.Key_Return)
    drive.settle()
    assert spot(pane, "1:value") is value
    choose(drive, spot(pane, "1:is"), "below")
    assert segment(drive, "Medical devices").tree.parts[1] == Condition("cycle", "below", 45)  # type: ignore[union-attr]
    assert drive.shown("Industry is Medical devices and purchase cycle is below 45 days")
    press_link(drive, spot(pane, ":group"))
    choose(drive, spot(pane, "2:how"), "not")
    assert "not (" in segment(drive, "Medical devices").sentence
    press_link(drive, spot(pane, "2.0:remove"))
    press_link(drive, spot(pane, "2:remove"))
    press_link(drive, spot(pane, "1:remove"))
    assert drive.workspace.content_hash() == hashes[0]
    for _ in range(40):
        if drive.workspace.content_hash() == hashes[1]:
            break
        drive.press("Ctrl+Z")
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == hashes[0] and drive.shown("9 customers pass")


def test_two_quick_clicks_make_two_conditions(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    for _ in range(2):
        QTest.keyClick(spot(pane, ":add"), Qt.Key.Key_Space)
    drive.settle()
    tree = segment(drive, "Medical devices").tree
    assert tree is not None and len(tree.parts) == 3


def test_money_is_typed_and_a_value_that_cannot_be_is_refused(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    choose(drive, spot(pane, "0:field"), "revenue")
    value = spot(pane, "0:value")
    for typed, kept in (("5 million", 50_000_000_000), ("rubbish", 50_000_000_000), ("99999999999999 million", 50_000_000_000), ("0", 0)):
        value.setFocus()
        value.selectAll()
        QTest.keyClicks(value, typed)
        QTest.keyClick(value, Qt.Key.Key_Return)
        drive.settle()
        assert segment(drive, "Medical devices").tree == Group("and", (Condition("revenue", "above", kept),)), typed
    assert segment(drive, "Medical devices").customers > 40


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_first_segment_from_the_empty_pane(fresh_drive: Drive, language: str) -> None:
    drive = fresh_drive
    if language == "ja":
        drive.shell.settings.set(LANGUAGE, "ja")
        drive.settle()
    pane: SegmentsPane = drive.open("segments")
    drive.click({"en": "Make the first segment", "ja": "最初のセグメントをつくる"}[language])
    assert [view.name for view in seen(drive).segments] == [{"en": "New segment", "ja": "新しいセグメント"}[language]]
    assert QApplication.focusWidget() is pane.title
    QTest.keyClick(pane.title, Qt.Key.Key_Return)
    drive.type("<b>Prospects</b> & co", enter=True)
    assert [view.name for view in seen(drive).segments] == ["<b>Prospects</b> & co"]
    drive.press("Ctrl+Z")
    drive.press("Ctrl+Z")
    assert seen(drive).segments == () and pane.empty.isVisible()


def test_order_decides_who_counts_and_alt_arrows_move(drive: Drive) -> None:
    with drive.workspace.edit("All in Osaka") as session:
        commands.add(session, "Osaka", Group("and", (Condition("region", "is", "Osaka"),)))
    pane: SegmentsPane = drive.open("segments")
    before = segment(drive, "Osaka")
    assert before.customers < before.matches
    drive.click("Osaka")
    assert drive.shown(f"{before.matches} customers pass, {before.customers} count here")
    for _ in range(4):
        drive.press("Alt+Up")
    first = seen(drive).segments[0]
    assert (first.name, first.customers) == ("Osaka", before.matches) and pane.current == first.id
    drive.press("Alt+Up")
    drive.press("Alt+Down")
    assert seen(drive).segments[1].name == "Osaka"


def test_a_decision_with_its_reason(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    drive.click("General machinery")
    assert pane.decision.choice.value() == "later"
    box = pane.decision.choice.boxes()[1]
    drive.click_in(pane.decision.choice, box.center().x(), box.center().y())
    drive.type("we can do it in six days", into="Why")
    drive.click("Optics")
    view = segment(drive, "General machinery")
    assert (view.decision, view.reason) == ("secondary", "we can do it in six days")
    assert segment(drive, "Optics").reason.startswith("Vendor lists merge")
    assert pane.decision.reason.toPlainText().startswith("Vendor lists merge")
    drive.click("Undecided again")
    assert segment(drive, "Optics").decision == "" and drive.shown("Undecided")
    for _ in range(3):
        drive.press("Ctrl+Z")
    view = segment(drive, "General machinery")
    assert view.decision == "later" and view.reason.startswith("Subsidy")


def test_scores_and_weights_are_set_where_they_stand(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    weight = next(cell for cell in pane.scores.findChildren(EditableCell) if cell.accessibleName() == "Weight of Reach: 2")
    weight.setFocus()
    QTest.keyClick(weight, Qt.Key.Key_Return)
    drive.type("4", enter=True)
    assert drive.shown("Optics leads; with a weight of")
    drive.press("Ctrl+Z")
    cell = next(c for c in pane.scores.findChildren(EditableCell) if c.isVisible() and c.accessibleName().startswith("Rivalry of Optics"))
    cell._take(5)
    drive.settle()
    assert drive.shown("Optics leads")
    cell = next(c for c in pane.scores.findChildren(EditableCell) if c.isVisible() and c.accessibleName().startswith("Rivalry of Optics"))
    assert cell.text() == "5"
    cell._take("")
    drive.settle()
    cell = next(c for c in pane.scores.findChildren(EditableCell) if c.isVisible() and c.accessibleName().startswith("Rivalry of Optics"))
    assert cell.text() == "–"


def test_from_a_segment_to_its_customers_and_back(drive: Drive) -> None:
    drive.open("segments", segment=segment(drive, "Optics").id)
    assert drive.shown("Industry is Optics")
    drive.click("Show all 6 customers")
    pane = drive.pane
    assert isinstance(pane, CustomersPane) and len(pane.rows.rows) == 6 and drive.shown("6 of 60 customers")
    assert pane.facet_panel.lists["segments"].values() == (segment(drive, "Optics").id,)
    drive.click("In none")
    assert len(pane.rows.rows) == 21
    drive.open("segments")
    drive.click("Nara Precision Optics")
    assert isinstance(drive.pane, CustomersPane) and drive.pane.current == 2


def test_removing_keeps_the_customers_and_goes_to_the_next(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    drive.click("Optics")
    drive.press("Del")
    assert [view.name for view in seen(drive).segments] == ["Medical devices", "Pumps and valves", "General machinery"]
    assert pane.current == segment(drive, "Medical devices").id and seen(drive).customers == 60
    drive.press("Ctrl+Z")
    assert segment(drive, "Optics").customers == 6


def test_a_filter_that_cannot_be_read_is_told_and_can_be_built_anew(drive: Drive) -> None:
    with drive.workspace.edit("Break it") as session:
        session.query(Segment).filter_by(name="Optics").one().filter = "{"
    pane: SegmentsPane = drive.open("segments", segment=segment(drive, "Optics").id)
    assert drive.shown("This filter cannot be read. Build it anew.") and drive.shown("Nobody passes the filter")
    press_link(drive, spot(pane, ":add"))
    assert segment(drive, "Optics").customers > 0 and not segment(drive, "Optics").problem


def test_a_name_that_cannot_be_is_refused_in_place(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    pane.title.setFocus()
    QTest.keyClick(pane.title, Qt.Key.Key_Return)
    drive.type("  ", enter=True)
    assert drive.shown("A segment needs a name.") and pane.title.value() == "Medical devices"


def test_a_criterion_of_ones_own_is_added_named_weighed_and_removed_by_keys(drive: Drive) -> None:
    pane: SegmentsPane = drive.open("segments")
    before = drive.workspace.content_hash()
    drive.press("Shift+N")
    line = QApplication.focusWidget()
    assert isinstance(line, LineEdit | QLineEdit) and line.text() == "Criterion"
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    drive.type("Referrals", enter=True)
    kind = pane._shown.matrix.criteria[-1]
    assert kind.name == "Referrals" and kind.own
    title = pane.scores._cells["title", 0, kind.id]
    assert title.hasFocus(), "the keyboard stays where it was"
    weight = pane.scores._cells["weight", 0, kind.id]
    weight.setFocus()
    drive.press("Return")
    drive.type("5", enter=True)
    assert pane._shown.matrix.criteria[-1].weight == 5 and pane.scores._cells["weight", 0, kind.id].hasFocus()
    score = pane.scores._cells["score", 2, kind.id]
    score.setFocus()
    drive.press("Return")
    menu = QApplication.activePopupWidget()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    drive.settle()
    assert drive.shown("Optics leads")
    pane.scores._cells["title", 0, kind.id].setFocus()
    drive.press("Return")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    drive.type("growth", enter=True)
    assert drive.shown("There is a criterion “growth” already.") and pane.scores._cells["title", 0, kind.id].value() == "Referrals"
    press_link(drive, pane.scores._cells["remove", 0, kind.id])
    assert drive.shown("Criterion Referrals removed") and not pane._shown.matrix.criteria[-1].own
    for _ in range(5):
        drive.do("undo")
    assert drive.workspace.content_hash() == before
