"""Customers as points, and a place shown on the map."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import Customer
from workbench.customers import on_map, placing
from workbench.workspace import NewCompany, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "map.asaichi", NewCompany(name="Works", first_rep="Morita"))
    with made.edit("customers") as session:
        for name, lat in (("Far", 35.0), ("Nowhere", None), ("Near", 34.0)):
            session.add(Customer(name=name, folded=name, search=name, lat=lat, lng=None if lat is None else 135.0))
    yield made
    made.close()


def ids(workspace: Workspace) -> dict[str, int]:
    with workspace.read() as session:
        return {row.name: row.id for row in session.query(Customer)}


def test_only_who_has_a_place_is_a_point_in_the_order_asked(workspace: Workspace) -> None:
    known = ids(workspace)
    with workspace.read() as session:
        found = on_map.map_points(session, [known["Near"], known["Nowhere"], known["Far"]])
        assert [(one.name, one.lat, one.tier) for one in found] == [("Near", 34.0, "N"), ("Far", 35.0, "N")]
        assert on_map.map_points(session, []) == ()


def test_a_place_shown_on_the_map_is_exact_and_stays(workspace: Workspace) -> None:
    customer = ids(workspace)["Nowhere"]
    with workspace.edit("place") as session:
        placing.place_on_map(session, customer, 34.12345678, 135.5)
    with workspace.read() as session:
        row = session.get_one(Customer, customer)
        assert (row.lat, row.lng, row.place_precision, row.place_source) == (34.123457, 135.5, "exact", "map")
        assert "place" in row.hand_edited.split()
        assert placing.place_words(row.place_precision, row.place_source) == "exact, shown on the map"
    workspace.undo()
    with workspace.read() as session:
        assert session.get_one(Customer, customer).lat is None
