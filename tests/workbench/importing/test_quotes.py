"""A quotation mark that never closes costs its own line; rows of another width are told with both counts."""

import pytest

from workbench.importing.kinds import KNOWN
from workbench.importing.reading import open_table


def read(path) -> tuple[list[tuple[int, list[str]]], list[tuple[int, str]]]:
    pieces = list(open_table(path, known=KNOWN).pieces())
    rows = [(line, list(row)) for piece in pieces for line, row in zip(piece.lines, piece.rows, strict=True)]
    return rows, [(problem.line, problem.why) for piece in pieces for problem in piece.problems]


@pytest.mark.parametrize("opened", ['"Aoi,Osaka', 'Aoi,"Osaka'])
@pytest.mark.parametrize("rest", ["Beni,Nara\nChie,Kobe\n", '"Beni, Ltd",Nara\nChie,Kobe\n', 'Beni,"Nara"\nChie,Kobe'])
def test_only_the_line_of_the_open_mark_is_lost(listed, opened: str, rest: str) -> None:
    rows, problems = read(listed(f"Name,City\n{opened}\n{rest}"))
    assert [(line, row[1]) for line, row in rows] == [(3, "Nara"), (4, "Kobe")]
    assert problems == [(2, "A quotation mark opened on line 2 is never closed.")]


def test_a_mark_that_never_closes_in_a_long_list(listed) -> None:
    rows, problems = read(listed('Code,Name\n1,"' + "row,row\n" * 20_000))
    assert len(rows) == 19_999 and [line for line, _ in problems] == [2]


def test_line_breaks_within_a_cell_stay(listed) -> None:
    rows, problems = read(listed('Name,City\n"Aoi\nworks, Ltd",Osaka\nBeni,"Nara\n\n\nnorth"\nChie,Kobe\n'))
    assert [(line, row[0]) for line, row in rows] == [(2, "Aoi\nworks, Ltd"), (4, "Beni"), (8, "Chie")] and problems == []


def test_a_short_row_says_how_many_cells_it_has(listed) -> None:
    assert read(listed("Name,City,Phone\nAoi,Osaka,1\nBeni\n"))[1] == [(3, "This row has 1 cell, the header 3.")]
