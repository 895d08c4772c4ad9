"""Clusters add up at every zoom, and names do not lie on each other."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.maps.clusters import clusters
from workbench.maps.labels import Room
from workbench.maps.layout import Mark, lay_out
from workbench.maps.projection import View, to_world
from workbench.maps.tiles import Label, labels_in

SPOTS = st.lists(st.tuples(st.floats(0.87, 0.90), st.floats(0.38, 0.41)), max_size=60)


@given(SPOTS, st.floats(1, 17))
def test_every_point_is_in_one_cluster(spots: list[tuple[float, float]], zoom: float) -> None:
    found = clusters(spots, zoom)
    assert sorted(member for cluster in found for member in cluster.members) == list(range(len(spots)))


@given(SPOTS)
def test_from_far_all_are_one_and_each_is_in_its_middle(spots: list[tuple[float, float]]) -> None:
    for cluster in clusters(spots, 1):
        xs = [spots[member][0] for member in cluster.members]
        assert min(xs) - 1e-9 <= cluster.x <= max(xs) + 1e-9
    assert len(clusters(spots, 1)) == min(1, len(spots))


def test_one_spot_never_falls_apart_and_others_do() -> None:
    spots = [to_world(34.69, 135.50)] * 3 + [to_world(34.69, 135.52)]
    assert [len(cluster.members) for cluster in clusters(spots, 17)] == [3, 1]
    assert [len(cluster.members) for cluster in clusters(spots, 8)] == [4]


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(0, 600), st.floats(1, 120), st.floats(1, 20)), max_size=40))
def test_taken_boxes_never_overlap(boxes: list[tuple[float, float, float, float]]) -> None:
    room, taken = Room(), []
    for x, y, width, height in boxes:
        box = (x, y, x + width, y + height)
        free = not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)
        assert room.take_if_free(box) is free
        if free:
            taken.append(box)


def measure(text: str, _kind: str, _tier: str) -> tuple[float, float]:
    return 7.0 * len(text), 16.0


def test_the_base_maps_names_keep_clear_of_marks_ways_and_each_other() -> None:
    view = View(*to_world(34.69, 135.50), 10, 900, 600)
    marks = [Mark(450, 300, 10, "Hirano Seiki", "customer"), Mark(470, 305, 10, "Suita Labs", "customer")]
    way = [(0.0, 0.0), (900.0, 600.0)]
    placed = lay_out(view, marks, labels_in(view), measure, "en", ways=[way])
    assert {"Hirano Seiki", "Suita Labs", "Sakai"} <= {words.text for words in placed}
    boxes = [words.box for words in placed]
    for place, a in enumerate(boxes):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in boxes[place + 1 :])
    for words in placed:
        if words.kind in "cwst":
            left, top, right, bottom = words.box
            assert not (min(left, right) * 600 / 900 < bottom and max(left, right) * 600 / 900 > top), words.text


def test_a_more_important_name_wins() -> None:
    view = View(*to_world(34.69, 135.50), 10, 900, 600)
    one, other = (Label(zoom, "c", view.x, view.y, name, "") for zoom, name in ((5, "first"), (9, "second")))
    assert [words.text for words in lay_out(view, (), (one, other), measure, "ja")] == ["first"]
