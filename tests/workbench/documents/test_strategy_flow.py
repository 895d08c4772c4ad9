"""The flow of the strategy document: pages well filled, no heading at the foot, nothing alone at the head, on every paper and in every
language, for the sample and for companies that have more of one thing and less of another."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from workbench.actions import actions, assumptions
from workbench.analysis import cards
from workbench.documents.strategy_document.document import StrategyDocument, laid, strategy_document
from workbench.output.pdf.bricks import Lines
from workbench.output.pdf.flow import Flow
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.strings import using_language
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

TODAY = date(2026, 11, 24)
PAPERS = ("A4", "Letter")


@pytest.fixture(params=["en", "ja"])
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    with create_sample(tmp_path / "sample.asaichi", request.param, TODAY) as workspace:
        yield workspace


def flows(workspace: Workspace, without: tuple[str, ...] = ()) -> list[Flow]:
    with workspace.read() as session:
        document: StrategyDocument = strategy_document(session, TODAY, without=without)
    with using_language(document.page.language):
        return [laid(document, Sheet(Paper(paper), "", "", document.page.language))[0] for paper in PAPERS]


def well_laid(flow: Flow, least: float) -> None:
    contents, *pages, last = flow.filled
    assert contents > 0.4 and min(pages) >= least and last >= 0.3, flow.filled
    for mark in flow.marks:
        assert any(top > mark.top + 1 for _, _, top in flow.pages[mark.page]), mark
    for page in flow.pages[1:]:
        first = page[0][0]
        alone = len(page) == 1 and isinstance(first, Lines) and len(first.lines) == 1
        assert not alone


def test_the_pages_of_the_sample_are_well_filled(sample: Workspace) -> None:
    for flow in flows(sample):
        well_laid(flow, 0.55)


@pytest.mark.parametrize("left_out", [("goal",), ("three_c", "swot"), ("positioning", "value"), ("rules", "actions", "assumptions")])
def test_so_are_they_where_chapters_are_left_out(sample: Workspace, left_out: tuple[str, ...]) -> None:
    for flow in flows(sample, left_out):
        well_laid(flow, 0.45)


def test_so_are_they_where_there_is_much_of_one_thing(sample: Workspace) -> None:
    with sample.edit("Much") as session:
        for number in range(9):
            cards.add(session, "weaknesses", f"Weakness {number}, and how it shows in what customers say about us")
            assumptions.add(session, "market", f"Assumption {number}")
        for number in range(30):
            actions.add(session, f"Action {number}")
    for flow in flows(sample):
        well_laid(flow, 0.45)


def test_the_map_stands_on_a_page_with_what_it_says(sample: Workspace) -> None:
    for flow in flows(sample):
        (mark,) = (mark for mark in flow.marks if mark.key == "positioning")
        below = [brick for brick, _, top in flow.pages[mark.page] if top > mark.top]
        assert any(isinstance(brick, Lines) and len(brick.lines) > 3 for brick in below)
