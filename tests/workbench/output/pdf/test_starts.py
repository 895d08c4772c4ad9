"""Which passages begin on a new page, and which opening is chosen."""

import pytest

from workbench.output.pdf.bricks import Drawn
from workbench.output.pdf.flow import Brick, Flow
from workbench.output.pdf.passage import Passage
from workbench.output.pdf.starts import lay


def box(height: float) -> Brick:
    return Drawn(height, lambda sheet, x, top: None)


def passage(*heights: float) -> Passage:
    made = Passage(600, 400)
    for height in heights:
        made.put(box(height))
    return made


def laid(openings: list[Passage], *passages: Passage) -> list[list[float]]:
    """The heights on each page."""
    flow = Flow(0, 600, 100, 500)
    lay(flow, openings, passages)
    return [[brick.height for brick, _, _ in page] for page in flow.pages]


def test_passages_go_on_on_the_same_page_where_it_is_left_well_filled() -> None:
    assert laid([passage(200)], passage(150), passage(300)) == [[200, 150], [300]]


def test_a_passage_begins_a_page_where_the_last_one_would_be_nearly_empty() -> None:
    assert laid([passage(100)], passage(290), passage(60)) == [[100], [290, 60]]


def test_a_last_page_filled_well_enough_costs_nothing() -> None:
    assert laid([passage(390)], passage(150)) == [[390], [150]]


@pytest.mark.parametrize(("follows", "chosen"), [(190, 200), (250, 150), (120, 200)])
def test_the_closer_opening_is_taken_where_what_follows_then_has_room(follows: float, chosen: float) -> None:
    pages = laid([passage(200), passage(150)], passage(follows), passage(390))
    assert pages[0] == [chosen, follows] and pages[1] == [390]


def test_a_passage_longer_than_a_page_goes_on() -> None:
    assert laid([passage(100)], passage(*[160] * 6)) == [[100, 160], [160, 160], [160, 160], [160]]
