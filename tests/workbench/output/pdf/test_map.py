"""The map of a day on paper: vectors only, with numbers, names and credits, in colour and grey, in both languages."""

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from workbench.maps.clipping import clip_line, clip_ring, thinned
from workbench.maps.marks import MapRoute, MapStop
from workbench.output.pdf.map import DayMap, day_map, draw
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.strings import using_language

OFFICE = (34.60, 135.56)
STOPS = (
    MapStop(34.75, 135.42, 1, 1, "A", "Hanshin Medical Devices"),
    MapStop(34.69, 135.70, 2, 2, "B", "Ikoma Pump Works"),
    MapStop(34.68, 135.80, 3, 3, "N", "奈良精密光学"),
)
ROUTE = MapRoute(STOPS, 0, True, OFFICE, OFFICE)


def page(day: DayMap, language: str = "en", grey: bool = False) -> tuple[PdfReader, str, str]:
    with using_language(language):
        sheet = Sheet(Paper("A4", True, grey), "Map", "Kitagawa", language)
        sheet.new_page()
        draw(sheet, day, 60, 80, 700, 500)
        reader = PdfReader(io.BytesIO(sheet.bytes()))
    return reader, reader.pages[0].extract_text(), reader.pages[0].get_contents().get_data().decode("latin-1")


def test_it_says_where_the_day_goes() -> None:
    _, text, _ = page(DayMap((ROUTE,), "Kitagawa"))
    for word in ("Hanshin Medical Devices", "Ikoma Pump Works", "奈良精密光学", "Kitagawa", "Osaka", "Coast GSHHG", "5 km"):
        assert word in text, word


def test_in_japanese_the_places_are_japanese() -> None:
    _, text, _ = page(DayMap((ROUTE,), "北川精工"), "ja")
    assert "大阪市" in text and "海岸線" in text and "Osaka" not in text


def test_nothing_is_a_picture() -> None:
    reader, _, code = page(DayMap((ROUTE,)))
    resources = reader.pages[0]["/Resources"]
    assert "/XObject" not in resources and " Do" not in code and "BI " not in code
    assert code.count(" l") > 300 and "f*" in code and "W* n" in code


def test_grey_has_no_colour() -> None:
    _, _, code = page(DayMap((ROUTE,)), grey=True)
    words = code.split()
    for place, word in enumerate(words):
        if word in ("rg", "RG"):
            assert len(set(words[place - 3 : place])) == 1


@pytest.mark.parametrize("place", [(48.857, 2.352), (-33.87, 151.21), (35.5, 179.9), (71.0, 25.8)])
def test_any_place_of_the_world_can_be_drawn(place: tuple[float, float]) -> None:
    _, text, _ = page(DayMap((MapRoute((MapStop(*place, 1, 1, "A", "Only one"),)),)))
    assert "Only one" in text


def test_a_day_without_places_has_no_map() -> None:
    assert day_map([MapRoute((), start=OFFICE, end=OFFICE)]) is None and day_map([ROUTE]) is not None


def test_it_is_drawn_quickly() -> None:
    page(DayMap((ROUTE,)))
    taken = []
    for _ in range(3):
        sheet = Sheet(Paper("A4", True), "Map", "Kitagawa", "en")
        sheet.new_page()
        begin = time.perf_counter()
        draw(sheet, DayMap((ROUTE,)), 60, 80, 700, 500)
        taken.append(time.perf_counter() - begin)
    assert min(taken) < 0.25


POINTS = st.lists(st.tuples(st.floats(-100, 200), st.floats(-100, 200)), min_size=3, max_size=30)
BOX = (0.0, 0.0, 100.0, 80.0)


@given(POINTS)
def test_a_cut_ring_stays_in_its_box(points: list[tuple[float, float]]) -> None:
    assert all(-1e-6 <= x <= 100 + 1e-6 and -1e-6 <= y <= 80 + 1e-6 for x, y in clip_ring(points, BOX))


@given(POINTS)
def test_a_ring_inside_stays_as_it_is(points: list[tuple[float, float]]) -> None:
    inside = [(50 + x / 10, 40 + y / 10) for x, y in points]
    assert clip_ring(inside, BOX) == inside and list(clip_line(inside, BOX)) == [inside]


@given(POINTS)
def test_thinning_keeps_the_ends(points: list[tuple[float, float]]) -> None:
    kept = thinned(points, 5)
    assert kept[0] == points[0] and kept[-1] == points[-1] and set(kept) <= set(points)
