"""What the verb `import` says: every column, place and line that was not taken over as it stands."""

import json
from pathlib import Path

import pytest

from workbench.commands import line


@pytest.fixture
def told(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    """Import a list into a new workspace; returns the JSON answer of a dry run and the lines for people."""

    def call(text: str | bytes) -> tuple[dict, list[str]]:
        file, path = tmp_path / "a.asaichi", tmp_path / "list.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        assert line.run(["new", str(file), "--today", "2026-11-24"]) == 0
        capfd.readouterr()
        assert line.run(["import", str(file), str(path), "--dry-run", "--json"]) == 0
        answer = json.loads(capfd.readouterr().out)
        assert line.run(["import", str(file), str(path)]) == 0
        return answer, capfd.readouterr().out.splitlines()

    return call


def test_the_columns_left_out_are_named(told) -> None:
    answer, lines = told("Customer ID,Name,Website,Fax no\n1,Aoi,https://a.example,1\n2,Beni,https://b.example,2\n")
    assert answer["columns_left_out"] == ["Website", "Fax no"]
    assert "2 columns left out: Website, Fax no." in lines


def test_places_are_counted_by_how_precise_they_are(told) -> None:
    answer, lines = told("Name,Address,City,Latitude,Longitude\nAoi,,,34.7,135.5\nBeni,,大阪市北区,,\nChie,,,,\n")
    assert (answer["placed"], answer["unplaced"]) == (2, 1)
    assert answer["places"] == {"from_list": 1, "town_or_postal_code": 0, "city_or_less": 1}
    assert "2 new customers placed (1 from the list, 1 to the city or less), 1 without a place." in lines


def test_one_row_is_one_row_and_the_encoding_is_named(told) -> None:
    _, lines = told("Name,City\nAoi,Osaka\n")
    assert lines[0].startswith("1 row read as UTF-8. 1 row added, 0 changed.")


def test_headings_alone_are_told(told) -> None:
    _, lines = told("Customer ID,Name,City\n")
    assert lines[0] == "0 rows read as UTF-8. Nothing was taken over: there is no row below the headings."


def test_more_problems_than_are_told_are_counted(told) -> None:
    _, lines = told("Name,City\n" + "Aoi,Osaka,x\n" * 25 + "Beni,Nara\n")
    assert lines[-1] == "5 more lines; --json names all."
