"""A heading that cannot be mistaken wins over odd values, and what becomes of every other column is said."""

import pytest

from workbench.importing.run import plan_import


@pytest.mark.parametrize("heading", ["Customer ID", "ID", "顧客番号"])
def test_a_column_of_numbers_with_one_twice_stays_and_the_second_row_is_a_problem(workspace, listed, heading: str) -> None:
    rows = "".join(f"{id_},Name {n},Osaka\n" for n, id_ in enumerate((1, 2, 3, 4, 5, 5)))
    preview = plan_import(workspace, listed(f"{heading},Name,City\n{rows}"))
    assert preview.mapping["number"] == heading
    assert [(p.line, p.code, p.why) for p in preview.problems] == [
        (7, "number_twice", "Customer number 5 stands twice: in line 6 already.")
    ]
    assert preview.counts.added == 5


def test_numbers_that_mostly_repeat_name_something_else_and_that_is_said(workspace, listed) -> None:
    preview = plan_import(workspace, listed("Company ID,Name,City\n" + "".join(f"{n // 10},Name {n},Osaka\n" for n in range(50))))
    assert "number" not in preview.mapping and preview.counts.added == 50
    assert any("Company ID" in note and "repeat" in note for note in preview.notes)


def test_numbers_that_count_from_nought_are_numbers(workspace, listed) -> None:
    preview = plan_import(workspace, listed("Number,Name\n" + "".join(f"{n},Name {n}\n" for n in range(2_500))))
    assert preview.mapping["number"] == "Number" and preview.counts.added == 2_500


def test_a_counter_of_lines_is_no_customer_number_and_that_is_said(workspace, listed) -> None:
    preview = plan_import(workspace, listed("No.,Name\n1,Aoi\n2,Beni\n3,Chie\n"))
    assert "number" not in preview.mapping
    assert any("No." in note for note in preview.notes)


@pytest.mark.parametrize(
    ("heading", "field"), [("Phone", "phone"), ("Postal code", "postal_code"), ("Email", "email"), ("Contact", "contact")]
)
def test_a_plain_heading_wins_over_odd_values(workspace, listed, heading: str, field: str) -> None:
    preview = plan_import(workspace, listed(f"Name,Fax,{heading}\nAoi,06-1111-1111,1\nBeni,06-1111-1112,2\nChie,06-1111-1113,3\n"))
    assert preview.mapping[field] == heading


def test_values_that_are_clearly_something_else_win(workspace, listed) -> None:
    preview = plan_import(workspace, listed("Name,Contact\nAoi,06-1111-1111\nBeni,06-1111-1112\n"))
    assert preview.mapping["phone"] == "Contact"


@pytest.mark.parametrize(("second", "told"), [("City", "left out"), ("Name", "Name, second line")])
def test_a_heading_that_stands_twice_is_told(workspace, listed, second: str, told: str) -> None:
    preview = plan_import(workspace, listed(f"Name,City,{second}\nAoi,Osaka,Kobe\nBeni,Nara,Kyoto\n"))
    assert any(f"“{second}” stands twice" in note and told in note for note in preview.notes)


def test_a_first_row_taken_as_headings_is_told(workspace, listed) -> None:
    preview = plan_import(workspace, listed("Aoi Bakery,Osaka\nBeni Foods,Kobe\nChie Books,Nara\n"))
    assert preview.counts.added == 2
    assert any(note.startswith("Line 1 is taken as headings") for note in preview.notes)
    assert not any("taken as headings" in note for note in plan_import(workspace, listed("Name,Town\nAoi,Osaka\n")).notes)
