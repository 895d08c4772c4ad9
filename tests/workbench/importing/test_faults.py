"""Cells that the window would refuse are told by line; the row is taken over where it can be."""

import pytest

from workbench.importing.run import import_list, plan_import

GEO = "Name,Latitude,Longitude\nAoi,34.7,135.5\n"


@pytest.mark.parametrize(("lat", "lng", "told"), [
    ("91", "10", "look swapped"), ("45", "200", "not on the globe"), ("abc", "10", "not coordinates"), ("0", "0", "open sea"),
    ("34.7", "", "longitude is missing"), ("", "135.5", "latitude is missing"), ("135.5", "34.7", "look swapped"),
])  # fmt: skip
def test_wrong_coordinates_are_told_and_the_row_stays_without_a_place(workspace, listed, lat: str, lng: str, told: str) -> None:
    result = import_list(workspace, listed(f"{GEO}Beni,{lat},{lng}\n"))
    assert [(p.line, p.code) for p in result.preview.faults] == [(3, "no_position")] and told in result.preview.faults[0].why
    assert (result.counts.added, result.counts.skipped, result.preview.placed.listed) == (2, 0, 1)
    with workspace.read() as session:
        assert session.connection().exec_driver_sql("SELECT lat, lng FROM customer WHERE name = 'Beni'").one() == (None, None)


def test_empty_coordinates_are_no_fault(workspace, listed) -> None:
    assert plan_import(workspace, listed(f"{GEO}Beni,,\nChie,-,-\n")).faults == ()


def test_a_name_that_is_too_long_leaves_its_row_out(workspace, listed) -> None:
    preview = plan_import(workspace, listed(f"Name,City\n{'x' * 10_000},Osaka\n{'y' * 200},Nara\n"))
    assert [(p.line, p.code, p.why) for p in preview.problems] == [(2, "too_long", "Customer name is too long: at most 200 characters.")]
    assert preview.counts.added == 1


def test_other_cells_beyond_the_limits_stay_empty(workspace, listed) -> None:
    result = import_list(workspace, listed(f"Name,City,Email,Note\nAoi,{'x' * 201},nobody,{'n' * 4_001}\nBeni,Nara,b@c.jp,{'n' * 4_000}\n"))
    assert sorted((p.line, p.code) for p in result.preview.faults) == [(2, "no_email"), (2, "too_long"), (2, "too_long")]
    with workspace.read() as session:
        assert session.connection().exec_driver_sql("SELECT city, email, length(note) FROM customer").all() == [
            ("", "", 0),
            ("Nara", "b@c.jp", 4_000),
        ]


def test_an_amount_with_more_than_four_decimals_and_a_long_name_are_problems(workspace, listed) -> None:
    text = f'Order date,Customer name,Amount\n2025-11-03,Aoi,"1,234.56789"\n2025-11-04,Aoi,957.57750000001\n2025-11-05,{"x" * 201},5\n'
    preview = plan_import(workspace, listed(text))
    assert [(p.line, p.code) for p in preview.problems] == [(2, "too_precise"), (4, "too_long")]
    assert preview.counts.revenue == 9_575_775
