"""The tiers pane: try, save and go back, rules edited in place, tiers by hand, with mouse and keys."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from models import CustomerTier, VisitRule
from tests.views.driving import Drive
from views.panes.tiers.pane import TiersPane
from workbench.customers import tiering
from workbench.workspace import Workspace


def thresholds(workspace: Workspace) -> tuple[float, float]:
    with workspace.read() as session:
        kept = tiering.settings(session)
        return kept.a_percent, kept.b_percent


def rule(workspace: Workspace, tier: str) -> VisitRule:
    with workspace.read() as session:
        return session.query(VisitRule).filter_by(tier=tier).one()


def tier_of(workspace: Workspace, customer: int) -> tuple[str, str]:
    with workspace.read() as session:
        row = session.query(CustomerTier).filter_by(customer_id=customer).one()
        return row.tier, row.override_reason


def test_a_line_moved_by_keys_tries_saves_and_is_undone(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    before = drive.workspace.content_hash()
    drive.press("T")
    for _ in range(5):
        drive.press("Down")
    assert drive.shown("Trying A at 75 %, nothing saved yet")
    assert drive.shown("6 hours back, 2 customers seen less")
    assert drive.shown("Takatsuki Laser and Kishiwada Hydraulics would become B: ¥ 24.9 million.")
    assert drive.workspace.content_hash() == before
    drive.click("Save 75 / 95")
    assert thresholds(drive.workspace) == (75, 95)
    assert drive.shown("Undo: Thresholds 80 / 95 → 75 / 95") and not drive.shown("nothing saved yet")
    assert pane.cards.cards["A"].figure.text() == "10"
    drive.press("Ctrl+Z")
    assert thresholds(drive.workspace) == (80, 95)
    assert drive.workspace.content_hash() == before
    assert pane.cards.cards["A"].figure.text() == "12"


def test_a_line_dragged_tries_and_esc_goes_back(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    before, steps = drive.workspace.content_hash(), len(drive.workspace.history())
    chart, handle = pane.curve.chart, pane.curve.chart._a
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    down = round(chart.y_of(60) - chart.y_of(80))
    QTest.mouseMove(handle, middle + QPoint(0, down))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    drive.settle()
    assert chart.tried[0] == 60 and drive.shown("Trying A at 60 %, nothing saved yet")
    drive.press("Esc")
    assert chart.tried == (80, 95) and not drive.shown("nothing saved yet")
    assert drive.workspace.content_hash() == before and len(drive.workspace.history()) == steps


def test_a_threshold_is_typed_and_left_with_the_button(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    pane.trial.b.setFocus()
    drive.press("Return")
    drive.type("90", into="B ends at", enter=True)
    assert drive.shown("Trying B at 90 %, nothing saved yet") and drive.shown("If B ends at 90 %")
    drive.click("Back to 80 / 95")
    assert pane.curve.chart.tried == (80, 95) and thresholds(drive.workspace) == (80, 95)


def test_a_rule_edited_meanwhile_keeps_what_is_tried(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    pane._try(75.0, 95.0)
    pane._change_rule("B", {"duration": 45})
    drive.settle()
    assert drive.shown("Trying A at 75 %, nothing saved yet") and pane.curve.chart.tried == (75, 95)
    drive.press("Ctrl+Return")
    assert thresholds(drive.workspace) == (75, 95)


def test_a_cadence_edited_in_place_changes_the_hours(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers", tier="B")
    assert pane.rules.rows["B"].visits.hasFocus()
    assert pane.rules.rows["B"].month.text() == "19" and pane.rules.total_month.text() == "53"
    drive.press("Return")
    drive.type("2", into="B visits", enter=True)
    assert rule(drive.workspace, "B").visits == 2
    assert pane.rules.rows["B"].month.text() == "38" and pane.rules.total_month.text() == "72"
    row = rule(drive.workspace, "B")
    assert row.least_gap <= 15 <= row.greatest_gap
    assert drive.shown("Undo: B visits 1 a month → 2 a month")
    drive.press("Ctrl+Z")
    assert (rule(drive.workspace, "B").visits, rule(drive.workspace, "B").greatest_gap) == (1, 40)


def test_each_value_is_a_step_of_its_own(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    steps = len(drive.workspace.history())
    pane._change_rule("A", {"duration": 75})
    pane._change_rule("A", {"duration": 60})
    pane._change_rule("A", {"topics": "Prices"})
    pane._change_rule("A", {"topics": "Prices"})
    drive.settle()
    assert len(drive.workspace.history()) == steps + 3


def test_a_gap_that_cannot_be_is_refused_in_place_with_one_that_fits(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    pane.rules.rows["A"].least.setFocus()
    drive.press("Return")
    drive.type("17", into="A least gap", enter=True)
    assert rule(drive.workspace, "A").least_gap == 9
    assert pane.rules.problem.isVisible() and "at least 17 days between two cannot be kept" in pane.rules.problem.label.text()
    assert pane.rules.rows["A"].least.value() == 9
    drive.click("Take 15")
    assert rule(drive.workspace, "A").least_gap == 15 and not pane.rules.problem.isVisible()
    assert drive.shown("leaves hardly a day to choose from")


def test_too_many_hours_name_the_reps_who_have_too_much(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    pane._change_rule("A", {"visits": 4})
    drive.settle()
    assert drive.shown("S. Morita") and drive.shown("h too many")
    pane._change_rule("B", {"visits": 4})
    drive.settle()
    assert "hours too many" in pane.rules.load.free.text() and pane.rules.load.free.tone == "thread"


def test_a_tier_is_set_by_hand_and_given_back_to_the_figures(drive: Drive) -> None:
    drive.open("tiers")
    drive.press("H")
    assert drive.window.sheet is not None
    drive.type("Sakai Plating", into="Find a customer")
    drive.press("Return")
    drive.click("Set the tier")
    assert drive.window.sheet is not None, "without a reason it stays open"
    customer = drive.window.sheet.chooser.found.id
    drive.window.sheet.form.set_values({"tier": "A"})
    drive.type("A new line in spring", into="Reason")
    drive.click("Set the tier")
    assert drive.window.sheet is None
    assert tier_of(drive.workspace, customer) == ("A", "A new line in spring")
    assert drive.shown("Undo: Sakai Plating set to A by hand")
    drive.click("Let the figures decide on Sakai Plating")
    assert tier_of(drive.workspace, customer) == ("B", "")
    drive.press("Ctrl+Z")
    assert tier_of(drive.workspace, customer) == ("A", "A new line in spring")


def test_arriving_with_a_customer_asks_for_its_tier(drive: Drive) -> None:
    drive.open("tiers", customer=32)
    sheet: Any = drive.window.sheet
    assert sheet.chooser.found.id == 32 and sheet.form.value("tier") == "B" and "5-axis" in sheet.form.value("reason")
    drive.press("Esc")


def test_a_chip_leads_to_those_who_are_behind(drive: Drive) -> None:
    drive.open("tiers")
    drive.click("3 behind")
    assert drive.pane.name == "customers"


def test_tier_again_says_so_when_nothing_changes(drive: Drive) -> None:
    pane: TiersPane = drive.open("tiers")
    steps = len(drive.workspace.history())
    drive.press("F5")
    assert pane.banner.text() == "Every customer keeps its tier."
    drive.press("F5")
    assert len(drive.workspace.history()) <= steps + 1


def test_among_many_customers_it_reads_and_tiers_in_jobs(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.panes.tiers.pane.MANY", 10)
    pane: TiersPane = drive.open("tiers")
    drive.settle()
    assert pane.cards.cards["A"].figure.text() == "12"
    drive.press("T")
    for _ in range(5):
        drive.press("Down")
    drive.click("Save 75 / 95")
    drive.settle()
    assert thresholds(drive.workspace) == (75, 95) and pane.cards.cards["A"].figure.text() == "10"
    drive.press("Ctrl+Z")
    drive.settle()
    assert thresholds(drive.workspace) == (80, 95) and pane.cards.cards["A"].figure.text() == "12"


def test_without_customers_it_teaches_and_offers_the_import(fresh_drive: Drive) -> None:
    pane: TiersPane = fresh_drive.open("tiers")
    assert fresh_drive.shown("Whom do you see how often?") and pane.empty.isVisible() and not pane.content.isVisible()
    assert pane.top_buttons() == []


def test_old_orders_are_tiered_as_of_their_own_year_with_one_click(bare_drive: Drive, tmp_path: Path) -> None:
    from datetime import date

    from models import Customer, OrderLine
    from workbench.workspace import NewCompany

    path = tmp_path / "old.asaichi"
    with Workspace.create(path, NewCompany(name="Old Works", first_rep="Sachiko Morita")) as made, made.edit("orders") as session:
        for number, amount in enumerate((800, 150, 50), 1):
            session.add(Customer(id=number, name=f"C{number}", folded=f"c{number}", search=f"c{number}"))
            session.flush()
            session.add(OrderLine(customer_id=number, day=date(2017, 12, 30), amount=amount * 10_000))
    bare_drive.open_file(path)
    pane: TiersPane = bare_drive.open("tiers")
    assert not pane.curve.chart.isVisible() and bare_drive.shown("the newest order is of 30 Dec 2017")
    bare_drive.click("As of 31 Dec 2017")
    assert pane.curve.chart.isVisible() and pane.subtitle() == "revenue of the 12 months to 31 Dec 2017"
    assert tier_of(bare_drive.workspace, 1)[0] == "A" and tier_of(bare_drive.workspace, 3)[0] == "C"


def test_to_look_only_nothing_can_be_changed(bare_drive: Drive, sample_file: Any) -> None:
    bare_drive.window.show_file(Workspace.open(sample_file("en"), write=False))
    bare_drive.settle()
    pane: TiersPane = bare_drive.open("tiers")
    pane._try(75.0, 95.0)
    assert not pane.trial.save.isEnabled() and not pane.rules.rows["A"].visits.isEnabled() and not pane.held.add.isEnabled()
