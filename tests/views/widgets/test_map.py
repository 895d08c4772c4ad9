"""The map as a user handles it: mouse, wheel and keys move it, clicks choose, clusters open, a place is shown."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from views.theme import current_theme
from views.theme.paint import recording
from views.widgets.map.map_view import MapView
from workbench.maps.marks import MapPoint, MapRoute, MapStop
from workbench.maps.projection import to_world
from workbench.strings import set_language

POINTS = (
    MapPoint(1, 34.75, 135.42, "A", "Hanshin Medical"),
    MapPoint(2, 34.55, 135.60, "B", "Habikino Tools"),
    MapPoint(3, 34.68, 135.80, "N", "Nara Optics"),
    MapPoint(4, 34.681, 135.801, "C", "Nara Springs"),
)
LEFT, CTRL, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot) -> Iterator[MapView]:
    """A map of four customers, two of them close together."""
    made = MapView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_points(POINTS)
    made.show()
    made.grab()
    yield made
    set_language("en")
    current_theme().set_mode("light")


def where(view: MapView, lat: float, lng: float) -> QPoint:
    return QPointF(*view.view.pixel(*to_world(lat, lng))).toPoint()


def texts(view: MapView) -> list[str]:
    with recording() as seen:
        view.grab()
    return [one.text for one in seen]


def wheel(view: MapView, turn: int, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_everything_is_in_view_and_named(view: MapView) -> None:
    shown = texts(view)
    assert {"Hanshin Medical", "Habikino Tools", "2", "Osaka"} <= set(shown)
    assert any("GSHHG" in text for text in shown) and any(text.replace("\u00a0", " ").endswith(" km") for text in shown)
    assert view.accessibleName() and "4 customers" in view.accessibleDescription()


def test_the_map_moves_by_mouse_wheel_and_keys(view: MapView) -> None:
    before, at = view.view, QPoint(200, 150)
    place = before.place(200, 150)
    wheel(view, 120, at)
    assert view.view.zoom == before.zoom + 0.5 and view.view.place(200, 150) == pytest.approx(place)
    wheel(view, -120, at)
    assert view.view.zoom == before.zoom
    QTest.mousePress(view, LEFT, NONE, QPoint(400, 300))
    QTest.mouseMove(view, QPoint(430, 300))
    QTest.mouseMove(view, QPoint(500, 340))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(500, 340))
    assert view.view.place(500, 340) == pytest.approx(before.place(400, 300), abs=1e-6)
    for key, moved in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        x = view.view.x
        QTest.keyClick(view, key)
        assert (view.view.x - x) * moved > 0
    zoom = view.view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.view.zoom == zoom + 0.5
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.view == before


def test_dragging_chooses_nobody(view: MapView, qtbot) -> None:
    at = where(view, 34.55, 135.60)
    with qtbot.assertNotEmitted(view.selected):
        QTest.mousePress(view, LEFT, NONE, at)
        QTest.mouseMove(view, at + QPoint(60, 0))
        QTest.mouseRelease(view, LEFT, NONE, at + QPoint(60, 0))


def test_a_click_chooses_and_ctrl_adds(view: MapView, qtbot) -> None:
    with qtbot.waitSignal(view.selected) as told:
        QTest.mouseClick(view, LEFT, NONE, where(view, 34.55, 135.60))
    assert told.args == [(2,)]
    with qtbot.waitSignal(view.selected) as told:
        QTest.mouseClick(view, LEFT, CTRL, where(view, 34.75, 135.42))
    assert set(told.args[0]) == {1, 2}


def test_selecting_from_outside_is_no_signal_and_comes_into_view(view: MapView, qtbot) -> None:
    view.look_at(43.0, 141.3, 10)
    with qtbot.assertNotEmitted(view.selected):
        view.select((3,), 3)
    x, y = view.view.pixel(*to_world(34.68, 135.80))
    assert 0 < x < 800 and 0 < y < 600


def test_a_cluster_opens_until_its_customers_stand_alone(view: MapView, qtbot) -> None:
    assert view.at(*where(view, 34.6805, 135.8005).toTuple()) == (4, 3)  # the better tier first
    before = view.view.zoom
    QTest.mouseClick(view, LEFT, NONE, where(view, 34.6805, 135.8005))
    view.grab()
    assert view.view.zoom > before and view.at(*where(view, 34.681, 135.801).toTuple()) == (4,)


def test_customers_on_one_spot_are_chosen_together(view: MapView, qtbot) -> None:
    view.set_points([MapPoint(i, 34.7, 135.5, "C", f"Tenant {i}") for i in range(12)])
    view.grab()
    with qtbot.waitSignal(view.selected) as told:
        QTest.mouseClick(view, LEFT, NONE, where(view, 34.7, 135.5))
    assert sorted(told.args[0]) == list(range(12))


def test_the_tooltip_names_who_is_there(view: MapView) -> None:
    at = where(view, 34.6805, 135.8005)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert "Nara Optics" in QToolTip.text() and "Nara Springs" in QToolTip.text()
    QToolTip.hideText()


def test_customers_are_reached_and_opened_by_keys(view: MapView, qtbot) -> None:
    with qtbot.waitSignal(view.selected) as told:
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert told.args == [(1,)]  # the westernmost
    with qtbot.waitSignal(view.activated) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_a_place_is_shown_by_click_or_by_keys_or_not_at_all(view: MapView, qtbot) -> None:
    view.start_placing("Uji Molding")
    assert any("Uji Molding" in text for text in texts(view))
    expected = view.view.place(300, 200)
    with qtbot.assertNotEmitted(view.selected), qtbot.waitSignal(view.placed) as told:
        QTest.mouseClick(view, LEFT, NONE, QPoint(300, 200))
    assert tuple(told.args) == pytest.approx(expected) and not view.placing
    view.start_placing("Uji Molding")
    QTest.keyClick(view, Qt.Key.Key_Right)
    expected = view.view.place(400, 300)
    with qtbot.waitSignal(view.placed) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert tuple(told.args) == pytest.approx(expected)
    view.start_placing("Uji Molding")
    with qtbot.waitSignal(view.placing_left):
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not any("Uji Molding" in text for text in texts(view))


def test_routes_show_numbers_and_only_the_day_shown_has_names(view: MapView) -> None:
    office = (34.6, 135.56)
    strong = MapRoute((MapStop(34.75, 135.42, 5, 1, "A", "Hanshin Medical"),), 0, True, office, office, "S. Morita")
    weak = MapRoute((MapStop(34.90, 135.75, 7, 9, "B", "Kyoto Gears"),), 1, False, office, office, "K. Ueda")
    view.set_points(())
    view.set_routes((strong, weak))
    view.set_office(*office, "Kitagawa")
    shown = texts(view)
    assert {"5", "7", "Hanshin Medical", "Kitagawa"} <= set(shown) and "Kyoto Gears" not in shown
    assert view.at(*where(view, 34.90, 135.75).toTuple()) == (9,)
    picture = view.grab().toImage()
    x, y = where(view, 34.675, 135.49).toTuple()  # on the way to stop 5
    near = {picture.pixelColor(x + dx, y + dy).name() for dx in range(-4, 5) for dy in range(-4, 5)}
    assert current_theme().colour("route_1").name() in near


def test_japanese_and_dark_are_shown_at_once(view: MapView) -> None:
    light = view.grab().toImage()
    set_language("ja")
    current_theme().set_mode("dark")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    shown = texts(view)
    assert "大阪市" in shown and "Osaka" not in shown
    assert view.grab().toImage().pixelColor(5, 5) != light.pixelColor(5, 5)
    ground = {current_theme().colour(role).name() for role in ("map", "water")}
    assert QColor(view.grab().toImage().pixelColor(790, 400)).name() in ground


def test_no_network_and_no_chart_library_is_asked(view: MapView) -> None:
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Plus)
        view.grab()
    assert not {"PySide6.QtNetwork", "PySide6.QtWebEngineCore"} & set(sys.modules)


def test_while_it_moves_the_map_never_shows_holes(view: MapView, qtbot) -> None:
    water, land = current_theme().colour("water").name(), current_theme().colour("map").name()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    view.repaint()
    assert view.grab().toImage().pixelColor(790, 400).name() in (water, land)
    qtbot.waitUntil(lambda: not view._rest.isActive(), timeout=5000)
