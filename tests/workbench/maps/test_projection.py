"""Places to spots and back, and views that keep what they promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.maps.projection import LEAST, MOST, View, fit, scale_bar, to_place, to_world

LATS, LNGS = st.floats(-85, 85), st.floats(-180, 180)
VIEWS = st.builds(View, st.floats(0.1, 0.9), st.floats(0.1, 0.9), st.floats(LEAST, MOST), st.floats(100, 2000), st.floats(100, 2000))


@given(LATS, LNGS)
def test_a_place_comes_back_from_the_world(lat: float, lng: float) -> None:
    assert to_place(*to_world(lat, lng)) == pytest.approx((lat, lng), abs=1e-7)


@given(VIEWS, st.floats(0, 2000), st.floats(0, 2000))
def test_a_px_comes_back_from_its_spot(view: View, px: float, py: float) -> None:
    assert view.pixel(*view.spot(px, py)) == pytest.approx((px, py), abs=1e-3)


@given(VIEWS, st.floats(LEAST, MOST))
def test_zooming_keeps_what_is_under_the_pointer(view: View, zoom: float) -> None:
    spot = view.spot(view.width * 0.4, view.height * 0.6)
    other = view.zoomed(zoom, view.width * 0.4, view.height * 0.6)
    if 0 < other.x < 1 and 0 < other.y < 1:
        assert other.pixel(*spot) == pytest.approx((view.width * 0.4, view.height * 0.6), abs=1e-2)


@given(st.lists(st.tuples(LATS, LNGS), min_size=1, max_size=20))
def test_what_is_fitted_is_inside(places: list[tuple[float, float]]) -> None:
    spots = [to_world(*place) for place in places]
    view = fit(spots, 1200, 900)
    if view.zoom > LEAST:
        assert all(-1 <= x <= 1201 and -1 <= y <= 901 for x, y in (view.pixel(*spot) for spot in spots))


def test_nothing_to_fit_shows_japan() -> None:
    lat, lng = fit([], 900, 700).place(450, 350)
    assert 33 < lat < 42 and 132 < lng < 142


@pytest.mark.parametrize(("lat", "zoom"), [(34.7, 10.0), (0.0, 3.0), (64.0, 15.0)])
def test_the_scale_bar_is_round_and_has_room(lat: float, zoom: float) -> None:
    view = View(*to_world(lat, 20), zoom, 800, 600)
    km, px = scale_bar(view, 110)
    assert 44 <= px <= 110 and f"{km:.10f}".strip("0.")[:1] in "125"
    assert km / px == pytest.approx(view.km_per_px())
