"""The map of the visit plan: ways of the day or the week, and one selection with the calendar and the list of those left out."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.views.driving import Drive
from views.panes.plan.map_part import WEEK, MapPart
from views.panes.plan.pane import VisitPlanPane
from workbench import clock
from workbench.maps.projection import to_world


@pytest.fixture
def pane(drive: Drive) -> VisitPlanPane:
    made = drive.open("plan")
    assert isinstance(made, VisitPlanPane)
    return made


def click_on(drive: Drive, part: MapPart, lat: float, lng: float) -> None:
    """Click on the map, closer than its marks could lie on each other."""
    assert part.view is not None
    part.view.look_at(lat, lng, 15)
    part.view.grab()
    at = QPointF(*part.view.view.pixel(*to_world(lat, lng))).toPoint()
    QTest.mouseClick(part.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    drive.settle()


def strong(part: MapPart) -> list[tuple[str, list[int]]]:
    assert part.view is not None
    return [(way.name, [stop.number for stop in way.stops]) for way in part.view._shown.routes if way.strong]


def test_the_day_of_the_chosen_visit_is_strong_and_the_week_on_demand(pane: VisitPlanPane) -> None:
    part = pane.page.map
    today = [(rep.name, [card.number for cards in rep.days for card in cards if card.day == clock.today()]) for rep in pane._week.reps]
    assert part.day == clock.today() and strong(part) == today
    part.days.set_value(WEEK)
    part.days.chosen.emit(WEEK)
    numbers = sorted(number for _, some in strong(part) for number in some)
    placed = [card for card in pane._cards() if card.place and not card.desk and card.status != "missed"]
    assert numbers == sorted(card.number for card in placed) and len(numbers) > sum(len(some) for _, some in today)


def test_calendar_and_map_choose_for_each_other(drive: Drive, pane: VisitPlanPane) -> None:
    part = pane.page.map
    other = next(card for card in pane._cards() if card.day > clock.today() and card.place)
    pane.grid.choose(other.id)
    assert part.view is not None and part.view._current == other.customer_id and part.day == other.day
    first = next(card for card in pane._cards() if card.day == clock.today() and card.place)
    click_on(drive, part, first.place.lat, first.place.lng)
    assert pane._current == first.id == pane.grid._current and part.day == clock.today()
    assert drive.shown(first.name)


def test_the_left_out_list_and_the_map_choose_for_each_other(drive: Drive, pane: VisitPlanPane) -> None:
    part = pane.page.map
    assert part.view is not None
    points = {point.id: point for point in part.view._shown.points}
    row = next(row for row in pane.left_card.rows if row.one.customer_id in points)
    assert points.keys() <= {each.one.customer_id for each in pane.left_card.rows}
    row.setFocus()
    assert part.view._current == row.one.customer_id
    pane.grid.setFocus()
    point = points[row.one.customer_id]
    click_on(drive, part, point.lat, point.lng)
    assert row.hasFocus()


def test_another_week_shows_its_own_ways(drive: Drive, pane: VisitPlanPane) -> None:
    part = pane.page.map
    pane.later()
    assert part._week is not None and part._week.monday == date(2026, 11, 30)
    assert part.day is None or date(2026, 11, 30) <= part.day < date(2026, 11, 30) + timedelta(days=7)
