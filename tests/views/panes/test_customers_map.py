"""The map over the customers table: same filter, same selection both ways, and a click that places a customer."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from models import Customer
from tests.views.driving import Drive
from tests.views.layout import faults
from views.panes.customers.pane import CustomersPane
from views.settings import CUSTOMER_MAP, LANGUAGE, Settings
from workbench.maps.projection import to_world


@pytest.fixture
def pane(drive: Drive) -> CustomersPane:
    """The pane with its map open."""
    made = drive.open("customers")
    assert made.map.view is None
    drive.click("Show or hide the map")
    return made


def click_on(drive: Drive, pane: CustomersPane, customer: int, ctrl: bool = False) -> None:
    view = pane.map.view
    assert view is not None
    view.fit_to((customer,))
    view.grab()
    point = next(point for point in view._shown.points if point.id == customer)
    at = QPointF(*view.view.pixel(*to_world(point.lat, point.lng))).toPoint()
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, modifier, at)
    drive.settle()


def id_of(drive: Drive, name: str) -> int:
    with drive.workspace.read() as session:
        return session.query(Customer).filter(Customer.name == name).one().id


def test_the_map_shows_who_the_table_shows(drive: Drive, pane: CustomersPane) -> None:
    assert len(pane.map.view._shown.points) == 58
    drive.click("A 81 % 12")
    assert {point.tier for point in pane.map.view._shown.points} == {"A"}
    drive.press("/")
    drive.type("平野")
    assert [point.name for point in pane.map.view._shown.points] == ["Hirano Seiki"]


def test_choosing_goes_both_ways(drive: Drive, pane: CustomersPane) -> None:
    nara = id_of(drive, "Nara Precision Optics")
    click_on(drive, pane, nara)
    assert pane.sheet.name.value() == "Nara Precision Optics" and pane.table.current_key() == nara
    drive.press("Down", row="Nara Precision Optics")
    assert pane.map.view._current == pane.current != nara
    click_on(drive, pane, nara, ctrl=True)
    assert pane.rows.checked == {pane.map.view._current, *pane.rows.checked} and len(pane.rows.checked) == 2
    assert drive.shown("2 selected")


def test_a_click_places_a_customer_without_a_place_and_undo_takes_it_back(drive: Drive, pane: CustomersPane) -> None:
    customer = id_of(drive, "Uji Molding")
    drive.open("customers", customer=customer)
    drive.click("Show its place on the map")
    view = pane.map.view
    assert view.placing == "Uji Molding" and view.hasFocus()
    expected = view.view.place(120, 90)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPointF(120, 90).toPoint())
    drive.settle()
    with drive.workspace.read() as session:
        row = session.get_one(Customer, customer)
        assert (row.lat, row.lng) == pytest.approx(expected, abs=1e-5) and row.place_source == "map"
    assert len(view._shown.points) == 59 and drive.workspace.history()[0].label == "Place Uji Molding on the map"
    drive.do("undo")
    assert len(view._shown.points) == 58


def test_esc_leaves_placing(drive: Drive, pane: CustomersPane) -> None:
    drive.open("customers", customer=id_of(drive, "Uji Molding"), placing=True)
    drive.press("Esc")
    assert not pane.map.view.placing and pane.table.hasFocus()


def test_going_to_another_customer_leaves_placing(drive: Drive, pane: CustomersPane) -> None:
    drive.open("customers", customer=id_of(drive, "Uji Molding"), placing=True)
    drive.press("Up", row="Hirano Seiki")
    assert not pane.map.view.placing


def test_the_map_is_remembered_and_hidden_by_its_key(drive: Drive, pane: CustomersPane, settings: Settings) -> None:
    assert settings.get(CUSTOMER_MAP)
    pane.table.setFocus()
    drive.press("M")
    assert not settings.get(CUSTOMER_MAP) and not pane.map.view.isVisible()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("size", [(1100, 700), (1440, 900)])
def test_the_layout_holds(drive: Drive, pane: CustomersPane, settings: Settings, language: str, size: tuple[int, int]) -> None:
    settings.set(LANGUAGE, language)
    drive.window.resize(*size)
    drive.settle()
    ours = "Map" if language == "ja" else ""  # the sample's own words stay English
    assert [fault for fault in faults(drive, tab=not ours) if ours in fault] == []
    pane.arrive(customer=id_of(drive, "Uji Molding"), placing=True)
    drive.settle()
    assert [fault for fault in faults(drive) if ours in fault] == []
