"""The key shown on a sheet's button is true: Enter presses it unless what has the keyboard uses Enter itself."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from models import Company
from tests.views.driving import Drive


def test_enter_on_a_mapping_imports(fresh_drive: Drive, tmp_path: Path) -> None:
    made = tmp_path / "list.csv"
    made.write_text("Company,City\nAlpha Works,Osaka\nBeta Works,Kyoto\n", encoding="utf-8")
    sheet = fresh_drive.open("import", path=made)
    sheet.columns._combos[0].setFocus()
    fresh_drive.press("Return")
    assert fresh_drive.window.sheet is None and fresh_drive.workspace.next_labels()[0] == "Import list.csv"


def test_enter_closes_the_preferences_as_they_open(drive: Drive) -> None:
    drive.open("preferences")
    drive.press("Return")
    assert drive.window.sheet is None


def test_enter_on_a_backup_takes_it_back(drive: Drive) -> None:
    with drive.workspace.edit("rename") as session:
        session.query(Company).one().name = "Changed"
    drive.settle()
    sheet = drive.open("backups")
    assert QApplication.focusWidget() is sheet.table
    drive.press("Return")
    with drive.workspace.read() as session:
        assert drive.window.sheet is None and session.query(Company).one().name == "Kitagawa Precision"
