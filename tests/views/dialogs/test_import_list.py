"""The import sheet: a column can be left out, a bad file is told in place, a second import says that nothing is new."""

from pathlib import Path

import pytest

from models import Customer
from tests.views.driving import Drive
from views.widgets import Label, SegmentedControl


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "list.csv"
    made.write_text("Company,City,Phone\nAlpha Works,Osaka,06-0000-0001\nBeta Works,Kyoto,075-000-0002\n", encoding="utf-8")
    return made


def phones(drive: Drive) -> list[str]:
    with drive.workspace.read() as session:
        return [row.phone for row in session.query(Customer).order_by(Customer.id)]


def choose(drive: Drive, column: int, field: str) -> None:
    """Let a column become another field, as the user does."""
    combo = drive.window.sheet.columns._combos[column]
    place = next(i for i, (value, _) in enumerate(combo._options) if value == field)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    drive.settle()


def test_a_column_that_is_left_out_does_not_come_in_also_after_another_change(fresh_drive: Drive, path: Path) -> None:
    sheet = fresh_drive.open("import", path=path)
    assert sheet.columns._combos[2].value() == "phone"
    choose(fresh_drive, 2, "")
    choose(fresh_drive, 1, "address")
    assert [combo.value() for combo in sheet.columns._combos] == ["name", "address", ""]
    fresh_drive.click("Import")
    assert phones(fresh_drive) == ["", ""]


def test_the_second_import_says_that_nothing_is_new(fresh_drive: Drive, path: Path) -> None:
    fresh_drive.open("import", path=path)
    fresh_drive.click("Import")
    steps = len(fresh_drive.workspace.history())
    fresh_drive.open("import", path=path)
    figures = [label.text() for label in fresh_drive.window.sheet.figures.findChildren(Label) if label.isVisible()]
    assert figures == ["2", "rows read", "2", "different customers", "2", "unchanged"]
    fresh_drive.click("Close, nothing is new")
    assert len(fresh_drive.workspace.history()) == steps and phones(fresh_drive) == ["06-0000-0001", "075-000-0002"]


def test_a_file_that_is_no_list_is_told_in_place(fresh_drive: Drive, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"")
    sheet = fresh_drive.open("import", path=bad)
    assert fresh_drive.shown("the file is empty") and not sheet.primary.isEnabled() and sheet.start.isVisible()


def test_the_sheet_says_how_days_are_read_where_customers_are_placed_and_what_is_wrong(fresh_drive: Drive, tmp_path: Path) -> None:
    made = tmp_path / "orders.csv"
    rows = "03/11/2025,Aoi,大阪市北区,1200\n04/11/2025,Beni,nowhere 9,80\n05/11/2025,Beni,nowhere 9,soon\n"
    made.write_text("Order date,Customer name,City,Amount\n" + rows, encoding="utf-8")
    sheet = fresh_drive.open("import", path=made)
    for words in ("Customers are made from them.", "1 to the city or less, 1 not found", "Last order", "4 Nov 2025", "Problems by line"):
        assert fresh_drive.shown(words), words
    [left_out] = [label for label in sheet.figures.findChildren(Label) if label.isVisible() and label.text() == "left out"]
    assert left_out is not None
    choices = [control for control in sheet.columns.findChildren(SegmentedControl) if control.isVisible()]
    assert len(choices) == 1 and choices[0].value() == "dmy"
