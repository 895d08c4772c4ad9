"""The positioning map: points stay on it, every step can be undone, axes that say the same are named, the free field is near an ideal."""

from math import inf, nan

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import AxisPoint
from workbench.analysis.rivals import add_rival, remove_rival
from workbench.errors import BadInput
from workbench.strings import using_language
from workbench.targeting import commands, positioning
from workbench.targeting.field import CLEAR, NEAR, apart, correlation, emptiest
from workbench.targeting.positioning_map import PositioningMap, alike_words, difference, spot_words
from workbench.targeting.positioning_map import positioning as read
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))


def seen(workspace: Workspace) -> PositioningMap:
    with workspace.read() as session:
        return read(session)


def done(workspace: Workspace) -> int:
    return sum(not step.undone for step in workspace.history())


def three(workspace: Workspace) -> tuple[int, int]:
    """Two axes, a rival and a segment."""
    with workspace.edit("Begin") as session:
        positioning.begin(session)
        return add_rival(session, "Settsu Micro"), commands.add(session, "Medical devices", decision="primary")


def test_the_first_button_lays_two_axes_with_ourselves_in_the_middle(workspace: Workspace) -> None:
    assert seen(workspace).axes == ()
    three(workspace)
    found = seen(workspace)
    assert [axis.name for axis in found.axes] == ["Speed of delivery", "Price"]
    assert [(p.kind, p.at) for p in found.points] == [("we", (0.5, 0.5)), ("rival", None), ("segment", None)]
    assert difference(found) == "Place a rival, then the map tells how you differ."
    assert spot_words(found) == "Place the ideal of a primary segment, then the free field shows."


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 2), st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)), min_size=1, max_size=6))
def test_points_stay_on_the_map_and_undo_brings_every_state_back(workspace: Workspace, moves: list[tuple[int, float, float]]) -> None:
    if not seen(workspace).axes:
        three(workspace)
    found = seen(workspace)
    whom = [(p.kind, p.id) for p in found.points]
    before, steps = workspace.content_hash(), done(workspace)
    for who, x, y in moves:
        with workspace.edit("Place") as session:
            positioning.place(session, *whom[who], x, y)
        at = seen(workspace).points[who].at
        assert at == (min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
    with workspace.read() as session:
        assert all(0 <= row.value <= 1 for row in session.query(AxisPoint))
    for _ in range(done(workspace) - steps):
        workspace.undo()
    assert workspace.content_hash() == before


def test_moves_in_a_row_with_one_key_are_one_step(workspace: Workspace) -> None:
    rival, _ = three(workspace)
    before = workspace.content_hash()
    for x in (0.1, 0.2, 0.3):
        with workspace.edit("Move Settsu Micro", merge="point") as session:
            positioning.place(session, "rival", rival, x, 0.9)
    assert workspace.undo() == "Move Settsu Micro" and workspace.content_hash() == before


def test_drawing_another_axis_and_removing_one(workspace: Workspace) -> None:
    three(workspace)
    with workspace.edit("Axis") as session:
        third = positioning.add_axis(session, " Precision ", "as drawn", "micron")
        positioning.draw_axis(session, third, upwards=False)
    assert [axis.name for axis in seen(workspace).axes] == ["Precision", "Price", "Speed of delivery"]
    assert seen(workspace).points[0].at is None and seen(workspace).points[0].y == 0.5
    with workspace.edit("Axis") as session:
        positioning.draw_axis(session, third, upwards=True)
    assert [axis.name for axis in seen(workspace).axes][:2] == ["Price", "Precision"]
    with workspace.edit("Axis") as session:
        positioning.rename_axis(session, third, low="coarse")
        positioning.remove_axis(session, seen(workspace).axes[0].id)
    assert next((axis.name, axis.low, axis.high) for axis in seen(workspace).axes) == ("Precision", "coarse", "micron")


def test_what_is_removed_takes_its_points_along_and_undo_brings_them_back(workspace: Workspace) -> None:
    rival, segment = three(workspace)
    with workspace.edit("Place") as session:
        positioning.place(session, "rival", rival, 0.2, 0.3)
        positioning.place(session, "segment", segment, 0.8, 0.9)
    before = workspace.content_hash()
    with workspace.edit("Gone") as session:
        remove_rival(session, rival)
        commands.remove(session, segment)
        positioning.take_off(session, "we", None)
    assert seen(workspace).placed == () and len(seen(workspace).points) == 1
    workspace.undo()
    assert workspace.content_hash() == before and len(seen(workspace).placed) == 3


@pytest.mark.parametrize(("x", "y"), [(nan, 0.5), (0.5, inf)])
def test_what_is_no_place_is_refused(workspace: Workspace, x: float, y: float) -> None:
    three(workspace)
    before = workspace.content_hash()
    with pytest.raises(BadInput, match="no place"), workspace.edit("Place") as session:
        positioning.place(session, "we", None, x, y)
    with pytest.raises(BadInput, match="any more"), workspace.edit("Place") as session:
        positioning.place(session, "rival", 999, 0.1, 0.1)
    with pytest.raises(BadInput, match="needs a name"), workspace.edit("Axis") as session:
        positioning.add_axis(session, "  ")
    with pytest.raises(BadInput, match="axes already"), workspace.edit("Axis") as session:
        for n in range(positioning.MOST_AXES):
            positioning.add_axis(session, f"Axis {n}")
    assert workspace.content_hash() == before


@given(places=st.lists(PLACES, max_size=12))
def test_correlation_is_pearsons(places: list[tuple[float, float]]) -> None:
    r = correlation(places)
    assert r is None or -1 <= r <= 1
    mirrored = correlation([(x, 1 - y) for x, y in places])
    assert (r is None or mirrored is None) or r == pytest.approx(-mirrored, abs=1e-6)


def test_correlation_of_known_points() -> None:
    assert correlation([(0.1, 0.1), (0.5, 0.5), (0.9, 0.9)]) == pytest.approx(1)
    assert correlation([(0.1, 0.2), (0.4, 0.1), (0.5, 0.9), (0.9, 0.4)]) == pytest.approx(0.3118, abs=1e-4)
    assert correlation([(0.1, 0.1), (0.9, 0.9)]) is None and correlation([(0.5, 0.1), (0.5, 0.4), (0.5, 0.9)]) is None


@settings(max_examples=30, deadline=None)
@given(ideals=st.lists(PLACES, max_size=3), rivals=st.lists(PLACES, max_size=4))
def test_the_emptiest_spot_is_near_an_ideal_and_clear_of_rivals(
    ideals: list[tuple[float, float]], rivals: list[tuple[float, float]]
) -> None:
    found = emptiest(ideals, rivals)
    if found is None:
        assert not ideals or not rivals or all(min(apart(at, rival) for rival in rivals) < CLEAR for at in ideals)
        return
    at, ideal, rival = found
    assert 0 <= at[0] <= 1 and 0 <= at[1] <= 1
    assert apart(at, ideals[ideal]) <= NEAR
    assert apart(at, rivals[rival]) == min(apart(at, one) for one in rivals) >= CLEAR


def test_the_sample_company_says_how_it_differs(tmp_path) -> None:
    with create_sample(tmp_path / "kitagawa.asaichi") as workspace:
        found = seen(workspace)
    assert len(found.placed) == 8 and not found.missing
    assert [(one.first.name, one.second.name, one.points) for one in found.alike] == [("Precision", "Price", 8)]
    assert alike_words(found.alike[0]).startswith("Precision and Price say nearly the same (r = 0.9")
    assert found.spot is not None and (found.spot.segment, found.spot.rival) == ("Medical devices", "Settsu Micro")
    assert spot_words(found).startswith("Emptiest near the ideal of Medical devices: towards “48 hours”")
    assert difference(found) == ("Rivals lead on each axis, but none is as far towards “48 hours” and “micron, with audit file” at once.")


@pytest.mark.parametrize(
    ("ours", "rival", "words"),
    [
        ((0.9, 0.9), (0.5, 0.5), "No rival is as far towards “in days”, nor towards “high price”."),
        ((0.9, 0.2), (0.5, 0.2), "No rival is as far towards “in days”; on Price we stand among them."),
        ((0.9, 0.9), (0.9, 0.9), "On neither axis do we stand out; Settsu Micro is nearest to us."),
    ],
)
def test_how_we_differ(workspace: Workspace, ours: tuple[float, float], rival: tuple[float, float], words: str) -> None:
    one, _ = three(workspace)
    with workspace.edit("Place") as session:
        positioning.place(session, "we", None, *ours)
        positioning.place(session, "rival", one, *rival)
    assert difference(seen(workspace)) == words


def test_the_sample_company_in_japanese(tmp_path) -> None:
    with using_language("ja"), create_sample(tmp_path / "kitagawa.asaichi", "ja") as workspace:
        found = seen(workspace)
        assert [axis.name for axis in found.axes] == ["納期", "精度", "価格"]
        assert "48時間" in spot_words(found)
