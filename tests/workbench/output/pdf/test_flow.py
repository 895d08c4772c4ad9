"""Pages that fill: columns that go on over pages, rows and texts that are split, and what cannot be split."""

import io

import pytest
from pypdf import PdfReader

from workbench.output.pdf.bricks import Drawn, Lines
from workbench.output.pdf.flow import Brick, Flow, Stack
from workbench.output.pdf.long_table import Ask, noted, table_stack
from workbench.output.pdf.parts import Cell
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.output.pdf.text import Style, prose

TEXT = Style(16, 400, "ink", 20)


@pytest.fixture
def flow() -> Flow:
    """Pages 400 units high and 600 wide."""
    return Flow(50, 600, 100, 500)


def box(height: float) -> Brick:
    return Drawn(height, lambda sheet, x, top: None)


def tops(flow: Flow) -> list[list[float]]:
    return [[top for _, _, top in page] for page in flow.pages]


def drawn(flow: Flow) -> list[str]:
    """The text of each page."""
    pdf = Sheet(Paper(), "Title", "Author", "en")
    for page in flow.pages:
        pdf.new_page()
        for brick, x, top in page:
            brick.draw(pdf, x, top)
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf.bytes())).pages]


def test_bricks_stand_below_each_other_and_go_on_at_the_top_of_the_next_page(flow: Flow) -> None:
    flow.put(box(150), box(150), box(150), gap=10)
    assert tops(flow) == [[100, 260], [100]] and (flow.page, flow.y) == (1, 250)


def test_columns_begin_on_one_line_and_the_longest_decides_where_it_goes_on(flow: Flow) -> None:
    flow.columns(Stack([box(150)] * 3, 0, gap=0), Stack([box(50)], 300))
    assert tops(flow) == [[100, 250, 100], [100]] and (flow.page, flow.y) == (1, 250)
    assert [x for _, x, _ in flow.pages[0]] == [50, 50, 350]


def test_the_head_of_a_column_is_set_again_on_each_page(flow: Flow) -> None:
    flow.columns(Stack([box(150)] * 3, 0, box(30), 0))
    assert tops(flow) == [[100, 130, 280], [100, 130]]


def test_a_head_never_stands_alone_at_the_foot(flow: Flow) -> None:
    flow.put(box(350))
    flow.columns(Stack([box(100)], 0, box(30), 0))
    assert tops(flow) == [[100], [100, 130]]


def test_what_is_higher_than_a_page_and_cannot_be_split_does_not_go_on_for_ever(flow: Flow) -> None:
    flow.put(box(20), box(900), box(20), gap=0)
    assert tops(flow) == [[100], [100], [100]]


def test_a_long_text_is_split_between_its_lines_and_loses_none(flow: Flow) -> None:
    words = [f"w{number}" for number in range(900)]
    flow.put(box(30), Lines(prose(" ".join(words), TEXT, 560), 600, "box", 20, 9), gap=0)
    pages = drawn(flow)
    assert len(pages) > 2 and "".join(pages) == "".join(words)
    assert all(brick.height + top <= flow.bottom + 0.1 for page in flow.pages for brick, _, top in page)


def test_a_short_text_is_not_split(flow: Flow) -> None:
    flow.put(box(350), Lines(prose("word " * 60, TEXT, 300), 300), gap=0)
    assert [len(page) for page in flow.pages] == [1, 1]


def test_drawings_beside_lines_go_with_their_lines() -> None:
    seen: list[str] = []
    lines = prose("\n".join("abcdef"), TEXT, 100)
    brick = Lines(lines, 100, beside=((1, lambda *_: seen.append("second")), (4, lambda *_: seen.append("fifth"))))
    parts = brick.split(65)
    assert parts and [number for number, _ in parts[0].beside] == [1] and [number for number, _ in parts[1].beside] == [1]
    assert [len(part.lines) for part in parts] == [3, 3]


def test_a_table_repeats_its_headings_and_splits_a_row_that_is_too_high(flow: Flow) -> None:
    rows = [(Cell(f"row{number}"), Cell(" ".join(f"r{number}w{word}" for word in range(300 if number == 1 else 3)))) for number in range(4)]
    flow.columns(table_stack((Ask("Name"), Ask("Text", share=1)), rows, flow.across))
    pages = drawn(flow)
    assert len(pages) > 1 and all(page.startswith("NameText") for page in pages)
    text = "".join(pages).replace("NameText", "")
    assert all(f"r1w{word}" in text for word in range(300)) and text.index("row3") > text.index("r1w299")


@pytest.mark.parametrize("count", [1, 3, 12])
def test_columns_of_a_table_fill_its_width(flow: Flow, count: int) -> None:
    flow.columns(table_stack([Ask("a heading of some length", right=True)] * count, [[Cell("figure 123,456")] * count], flow.across))
    (head, *_), *_ = flow.pages
    assert sum(column.across for column in head[0].columns) == pytest.approx(600)  # type: ignore[attr-defined]


def test_headings_go_to_the_page_of_what_follows_them_with_their_marks(flow: Flow) -> None:
    flow.put(box(240))
    flow.heading("one", "One", 0, box(40))
    flow.gap(10)
    flow.heading("two", "Two", 1, box(30))
    flow.put(box(100))
    assert tops(flow) == [[100], [100, 150, 180]]
    assert [(mark.page, mark.top) for mark in flow.marks] == [(1, 100), (1, 150)]


def test_a_heading_stays_where_a_part_of_the_text_below_it_has_room(flow: Flow) -> None:
    flow.put(box(240))
    flow.heading("one", "One", 0, box(40))
    flow.put(Lines(prose("word " * 300, TEXT, 300), 300))
    assert [len(page) for page in flow.pages] == [3, 1, 1] and flow.marks[0].page == 0


def test_a_low_last_brick_takes_the_one_before_it_along(flow: Flow) -> None:
    flow.columns(Stack([box(100), box(100), box(100), box(80)], gap=10))
    assert tops(flow) == [[100, 210], [100, 210]]


def test_a_note_stays_with_the_last_row_of_its_table(flow: Flow) -> None:
    rows = [(Cell(f"row{number}"),) for number in range(10)]
    table = noted(table_stack((Ask("Name", share=1),), rows, flow.across), "A note.", flow.across)
    flow.put(box(400 - table.height + 10))
    flow.columns(table)
    assert drawn(flow)[1:] == ["Namerow9Anote."]


@pytest.mark.parametrize("lines", [13, 14, 15, 16, 17, 18])
def test_no_line_of_a_text_stands_alone_on_a_page(flow: Flow, lines: int) -> None:
    flow.put(box(260), Lines(prose("\n".join("x" * lines), TEXT, 300), 300), gap=0)
    kept = [len(brick.lines) for page in flow.pages for brick, _, _ in page if isinstance(brick, Lines)]
    assert sum(kept) == lines and min(kept) > 1
    for room in (20, 30):
        parts = Lines(prose("\n".join("x" * lines), TEXT, 300), 300).split(room)
        assert parts is None


def test_much_room_is_not_left_empty_only_to_keep_what_follows_together(flow: Flow) -> None:
    flow.put(box(100))
    flow.need(350, 200)
    assert flow.page == 0
    flow.put(box(150))
    flow.need(350, 100)
    assert flow.page == 1


def test_no_text_makes_no_line() -> None:
    assert prose("", TEXT, 100) == prose(" \n ", TEXT, 100) == ()
    assert [len(prose(text, TEXT, 400)) for text in ("one", "one\ntwo", "one\n\nthree")] == [1, 2, 3]
