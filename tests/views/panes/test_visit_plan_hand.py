"""Putting visits somewhere by hand in the visit plan: carried with the mouse, by keys, from the left out, and through the sheet."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from models import Customer, CustomerTier, Rep, Visit
from views.panes.plan.cards import name_lines, name_width
from views.theme import current_theme
from views.theme.paint import text_width
from workbench import clock
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of

MONDAY = date(2026, 11, 30)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pane(fresh_drive: Any) -> Any:
    """Two reps; Near (A) is visited by the first on Monday at 10:00, Far (B) is due and not planned; the week of that Monday is shown."""
    with fresh_drive.workspace.edit("Fill") as session:
        company = company_of(session)
        company.office_lat, company.office_lng = 34.7, 135.5
        first = session.scalars(select(Rep)).one()
        second = Rep(name="Kenji Ueda", short_name="K. Ueda", position=2)
        session.add(second)
        session.flush()
        for place, (name, tier) in enumerate((("Near", "A"), ("Far", "B"))):
            customer = Customer(name=name, folded=name.lower(), search=name.lower(), lat=34.7, lng=135.5 + place / 50, rep_id=first.id)
            session.add(customer)
            session.flush()
            figures = CustomerTier(customer_id=customer.id, tier=tier, by_figures=tier, revenue=0, rank=place, share_before=0.0, share=0.0)
            session.add(figures)
            day, status = (MONDAY, "planned") if name == "Near" else (date(2026, 10, 27), "done")
            session.add(Visit(customer_id=customer.id, rep_id=first.id, day=day, start=600, end=660, status=status))
    fresh_drive.settle()
    return fresh_drive.open("plan", day=MONDAY)


def visits(drive: Any) -> list[Visit]:
    with drive.workspace.read() as session:
        return list(session.scalars(select(Visit).where(Visit.status == "planned").order_by(Visit.id)))


def cell(pane: Any, day: int, rep: int) -> QPoint:
    """The middle of a cell of the grid, in the window's coordinates."""
    x, width = pane.grid._columns()[day]
    _, top, tall = pane.grid._rows()[rep]
    return pane.grid.mapTo(pane.window(), QPointF(x + width / 2, top + tall * 0.75).toPoint())


def carry(drive: Any, widget: QWidget, start: QPoint, to: QPoint, let_go: bool = True) -> None:
    """Press in a widget, move to a place of the window, and let go there."""
    window = drive.window
    QTest.mousePress(widget, LEFT, NONE, start)
    end = widget.mapFrom(window, to)
    for part in (0.3, 0.7, 1.0):
        spot = start + QPoint(round((end.x() - start.x()) * part), round((end.y() - start.y()) * part))
        move(widget, spot)
    if let_go:
        QTest.mouseRelease(widget, LEFT, NONE, end)
        drive.settle()


def move(widget: QWidget, spot: QPoint) -> None:
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(spot), QPointF(widget.mapToGlobal(spot)), Qt.MouseButton.NoButton, LEFT, NONE)
    QApplication.sendEvent(widget, event)


def test_a_card_is_carried_to_another_day_and_rep_and_back_by_undo(pane: Any, fresh_drive: Any) -> None:
    before = visits(fresh_drive)[0]
    carry(fresh_drive, pane.grid, pane.grid.box_of(before.id).center().toPoint(), cell(pane, 2, 1))
    now = visits(fresh_drive)[0]
    assert now.day == MONDAY + timedelta(days=2) and now.rep_id != before.rep_id and now.locked
    assert "another rep" in pane.banner.text()
    fresh_drive.press("Ctrl+Z")
    assert visits(fresh_drive)[0].day == MONDAY and not pane.banner.text()


def test_escape_while_carrying_leaves_everything_as_it_was(pane: Any, fresh_drive: Any) -> None:
    steps = len(fresh_drive.workspace.history())
    box = pane.grid.box_of(visits(fresh_drive)[0].id)
    carry(fresh_drive, pane.grid, box.center().toPoint(), cell(pane, 3, 0), let_go=False)
    assert pane.landing._ghost.isVisible() and pane.grid._target == (MONDAY + timedelta(days=3), visits(fresh_drive)[0].rep_id)
    fresh_drive.press("Esc")
    QTest.mouseRelease(pane.grid, LEFT, NONE, pane.grid.mapFrom(fresh_drive.window, cell(pane, 3, 0)))
    fresh_drive.settle()
    assert len(fresh_drive.workspace.history()) == steps and not pane.landing._ghost.isVisible()


def test_one_that_is_left_out_is_carried_onto_a_day(pane: Any, fresh_drive: Any) -> None:
    (left,) = [row for row in pane.left_card.rows if row.one.name == "Far"]
    carry(fresh_drive, left, QPoint(60, 12), cell(pane, 3, 0))
    made = visits(fresh_drive)[-1]
    assert (made.customer_id, made.day, made.locked) == (left.one.customer_id, MONDAY + timedelta(days=3), True)
    assert pane._current == made.id and not any(row.one.name == "Far" for row in pane.left_card.rows)


def test_dropped_beside_the_week_nothing_happens(pane: Any, fresh_drive: Any) -> None:
    steps = len(fresh_drive.workspace.history())
    carry(fresh_drive, pane.left_card.rows[0], QPoint(60, 12), QPoint(80, 300))
    assert len(fresh_drive.workspace.history()) == steps


def test_the_free_place_is_taken_by_keyboard(pane: Any, fresh_drive: Any) -> None:
    (left,) = [row for row in pane.left_card.rows if row.one.name == "Far"]
    left.setFocus()
    fresh_drive.press("Return")
    made = visits(fresh_drive)[-1]
    assert (made.customer_id, made.day, made.start) == (left.one.customer_id, left.one.day, left.one.start)
    assert pane.grid.hasFocus()
    fresh_drive.press("Ctrl+Z")
    assert len(visits(fresh_drive)) == 1


def test_alt_right_on_friday_goes_on_to_the_next_monday(pane: Any, fresh_drive: Any) -> None:
    pane.grid.setFocus()
    for _ in range(5):
        fresh_drive.press("Alt+Right")
    assert visits(fresh_drive)[0].day == MONDAY + timedelta(days=7)
    assert pane._monday == MONDAY + timedelta(days=7) and pane._card().id == visits(fresh_drive)[0].id


def test_a_visit_is_added_through_the_sheet(pane: Any, fresh_drive: Any) -> None:
    pane.grid.setFocus()
    fresh_drive.press("N")
    fresh_drive.type("far", into="Find a customer", enter=True)
    fresh_drive.type("3 Dec", into="Day")
    fresh_drive.type("14:00", into="Time")
    fresh_drive.press("Ctrl+Return")
    made = visits(fresh_drive)[-1]
    assert (made.day, made.start, made.locked) == (date(2026, 12, 3), 840, True)
    assert fresh_drive.window.sheet is None and pane._current == made.id


def test_broken_rules_are_stated_and_need_a_second_press(pane: Any, fresh_drive: Any) -> None:
    sheet = fresh_drive.open("add_visit", customer=visits(fresh_drive)[0].customer_id, day=MONDAY + timedelta(days=1), show=True)
    fresh_drive.press("Ctrl+Return")
    assert len(visits(fresh_drive)) == 1 and "least gap" in sheet.banner.text()
    fresh_drive.type("15:00", into="Time")
    fresh_drive.press("Ctrl+Return")
    assert len(visits(fresh_drive)) == 1, "another time is another wish"
    fresh_drive.click("Add it all the same")
    assert [visit.start for visit in visits(fresh_drive)] == [600, 900]


def test_the_keyboard_begins_on_the_week(drive: Any) -> None:
    drive.find("Visits of the week" if drive.pane.name == "plan" else "Visits today").setFocus()
    pane = drive.open("plan")
    assert pane.grid.hasFocus()
    assert pane._card() is None or pane._card().day >= clock.today()


def test_a_note_stays_with_its_visit_and_can_be_changed_after_the_mark(drive: Any) -> None:
    pane = drive.open("plan")
    visit = next(card for card in pane._cards() if card.day == clock.today() and card.status == "planned")
    pane.grid.choose(visit.id)
    other = next(card for card in pane._cards() if card.id != visit.id)
    drive.type("Wants samples", into="Note on the visit")
    pane.grid.choose(other.id)
    pane.grid.choose(visit.id)
    assert pane.visit_part.note.text() == "Wants samples"
    pane.visit_part.note.setFocus()
    drive.press("Return")
    assert note_of(drive.workspace, visit.id) == ("done", "Wants samples")
    drive.type("Wants two samples", into="Note on the visit", enter=True)
    assert note_of(drive.workspace, visit.id) == ("done", "Wants two samples")


def note_of(workspace: Workspace, visit: int) -> tuple[str, str]:
    with workspace.read() as session:
        found = session.get_one(Visit, visit)
        return found.status, found.note


def test_a_name_takes_the_lines_it_needs(drive: Any) -> None:
    pane = drive.open("plan")
    drive.window.resize(1280, 800)
    drive.settle()
    font = drive.window.theme.font("caption_strong")
    for card, box in pane.grid.cards():
        lines = name_lines(card.name, name_width(box.width()), font)
        assert "".join(lines).replace(" ", "") == card.name.replace(" ", "")


def test_japanese_names_break_between_words(qapp: Any) -> None:
    font = current_theme().font("caption_strong")
    wide = text_width("八尾スプリング", font)
    assert name_lines("八尾スプリング", wide + 1, font) == ("八尾スプリング",)
    assert name_lines("八尾スプリング", wide - 4, font) == ("八尾", "スプリング")
    assert name_lines("スプリングスプリング", wide, font)[0] != "スプリングスプリング"
