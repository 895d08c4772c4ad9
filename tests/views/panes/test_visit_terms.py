"""How a customer is visited: its windows, own rule, closed days and visits asked for, typed in the sheets and told in the pane."""

from datetime import date

import pytest

from models import CustomerClosed, CustomerHours, CustomerRule, ExtraVisit, Rep, RepAbsence, Visit
from tests.views.driving import Drive
from views.panes.customers.pane import CustomersPane
from views.panes.plan.pane import VisitPlanPane


@pytest.fixture
def pane(drive: Drive) -> CustomersPane:
    return drive.open("customers")


def test_a_weekday_gets_a_second_window_and_loses_it(drive: Drive, pane: CustomersPane) -> None:
    drive.open("customer_hours", customer=pane.current)
    if drive.window.sheet.always.isChecked():
        drive.click("Always open")
    drive.type("12", into="Monday, to")
    drive.click("Monday: one more window")
    drive.type("15", into="Monday, window 2, to")
    drive.click("Save hours")
    with drive.workspace.read() as session:
        rows = session.query(CustomerHours).filter_by(customer_id=pane.current, weekday=0).order_by(CustomerHours.start).all()
        assert [(row.start, row.end) for row in rows] == [(540, 720), (780, 900)]
    drive.open("customer_hours", customer=pane.current)
    drive.click("Monday: remove window 2")
    drive.click("Save hours")
    assert pane.sheet.details.cells["hours"].text().startswith("Mon 9–12, Tue")


def test_an_own_rule_is_typed_told_and_undone(drive: Drive, pane: CustomersPane) -> None:
    assert pane.sheet.terms.rule.text().startswith("As tier A: ")
    sheet = drive.open("customer_rule", customer=pane.current)
    drive.type("25", into="Minutes a visit")
    drive.press("Tab")
    assert sheet.then.text().startswith("Its own rule: ")
    drive.click("Any rep may visit this customer")
    drive.click("Save the rule")
    with drive.workspace.read() as session:
        assert [(row.customer_id, row.duration, row.visits) for row in session.query(CustomerRule).filter_by(customer_id=pane.current)] == [
            (pane.current, 25, None)
        ]
    assert "Its own rule" in pane.sheet.terms.rule.text() and "Any rep may visit it." in pane.sheet.terms.rule.text()
    drive.do("undo")
    assert pane.sheet.terms.rule.text().startswith("As tier A: ")


def test_a_rule_that_cannot_be_is_said_while_typed_and_not_kept(drive: Drive, pane: CustomersPane) -> None:
    sheet = drive.open("customer_rule", customer=pane.current)
    drive.type("200", into="Least days between two")
    drive.press("Tab")
    assert "cannot be kept" in sheet.then.text()
    drive.click("Save the rule")
    assert sheet.isVisible() and "cannot be kept" in sheet.banner.text()


def test_closed_days_are_added_by_range_and_by_month(drive: Drive, pane: CustomersPane) -> None:
    sheet = drive.open("customer_closed", customer=pane.current)
    drive.type("Stocktaking", into="Why closed")
    drive.type("3 Dec 2026", into="First day")
    drive.press("Enter")
    sheet.month_day.set_value(25)
    drive.click("Add the day")
    drive.click("Done")
    with drive.workspace.read() as session:
        rows = session.query(CustomerClosed).filter_by(customer_id=pane.current).order_by(CustomerClosed.id).all()
        assert [(row.first, row.month_day, row.reason) for row in rows][-2:] == [(date(2026, 12, 3), None, "Stocktaking"), (None, 25, "")]
    assert "3 Dec 2026 (Stocktaking)" in pane.sheet.terms.closed.text()


def test_a_visit_is_asked_for_seen_in_the_plan_and_withdrawn(drive: Drive, pane: CustomersPane) -> None:
    customer = pane.current
    with drive.workspace.read() as session:
        before = session.query(ExtraVisit).count()
    drive.open("ask_visit", customer=customer)
    drive.type("4 Dec 2026", into="By")
    drive.type("A claim", into="Why")
    drive.click("Ask for the visit")
    assert drive.shown("Asked for by 4 Dec: A claim.")
    plan = drive.open("plan")
    assert isinstance(plan, VisitPlanPane) and drive.shown("Visits asked for") and drive.shown("A claim.")
    drive.open("customers", customer=customer)
    drive.click("Withdraw the visit asked for: " + pane.sheet.name.text())
    with drive.workspace.read() as session:
        assert session.query(ExtraVisit).count() == before


def test_a_locked_visit_is_held_by_its_day(drive: Drive) -> None:
    pane = drive.open("plan")
    card = next(card for card in pane._cards() if card.status == "planned" and not card.locked)
    pane.grid.chosen.emit(card.id)
    pane.lock()
    drive.settle()
    assert pane.visit_part.hold.value() == "time"
    pane.visit_part.hold.chosen.emit("day")
    drive.settle()
    with drive.workspace.read() as session:
        visit = session.get_one(Visit, card.id)
        assert (visit.locked, visit.hold) == (True, "day")
    assert pane.visit_part.hold.value() == "day"


def test_a_rep_is_away_and_days_end_at_the_office(drive: Drive) -> None:
    sheet = drive.open("company")
    drive.click("Hours of Kenji Ueda: Mon–Fri 9–18")
    panel = sheet.reps.panel
    panel.away.what.set_value("Course")
    panel.away.first.setFocus()
    panel.away.first.set_value(date(2026, 12, 7))
    panel.away.add_days()
    panel.ends.edited.emit("office")
    panel.most.committed.emit(4)
    drive.settle()
    with drive.workspace.read() as session:
        rep = session.query(Rep).filter_by(name="Kenji Ueda").one()
        assert (rep.starts_at, rep.ends_at, rep.most_visits) == ("home", "office", 4)
        away = session.query(RepAbsence).filter_by(rep_id=rep.id, reason="Course").one()
        assert (away.first, away.last) == (date(2026, 12, 7), date(2026, 12, 7))
    assert sheet.reps.panel.most.value() == 4 and not sheet.reps.panel.away.typed()
