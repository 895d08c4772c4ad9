"""The first day of an owner: three doors, his own company, his list, tiers, a plan, tomorrow's sheet."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from models import Customer, OrderLine
from tests.views.driving import Drive
from views.settings import LAST_FILE, Settings

NONE = Qt.KeyboardModifier.NoModifier


def drop(drive: Drive, path: Path) -> None:
    """Let go of a file over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    drive.window.dropEvent(event)
    drive.settle()


def count(drive: Drive, kind: type) -> int:
    with drive.workspace.read() as session:
        return session.query(kind).count()


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text("Company,City,Phone\nAlpha Works,Osaka,06-0000-0001\nBeta Works,Kyoto,075-000-0002\n", encoding="utf-8")
    return path


def test_the_first_start_offers_three_doors_and_the_sample_opens_on_today(bare_drive: Drive, settings: Settings) -> None:
    bare_drive.shell.open_first(None)
    bare_drive.settle()
    assert {"Open the sample company", "New company", "Open a file …"} <= set(bare_drive.names())
    bare_drive.click("Open the sample company")
    assert bare_drive.pane.name == "today" and bare_drive.shown("Kitagawa Precision")
    assert settings.get(LAST_FILE) == str(bare_drive.workspace.path.resolve())


def test_a_later_start_opens_the_last_file_on_today(drive: Drive, settings: Settings) -> None:
    path = drive.workspace.path
    drive.window.navigate("welcome")
    again = Drive(settings)
    again.shell.open_first(None)
    again.settle()
    assert again.workspace.path == path and again.pane.name == "today"
    again.close()


def test_a_list_dropped_on_the_window_is_imported_and_one_undo_takes_it_back(fresh_drive: Drive, list_file: Path) -> None:
    drop(fresh_drive, list_file)
    assert type(fresh_drive.window.sheet).__name__ == "ImportDialog"
    fresh_drive.click("Import")
    if fresh_drive.window.sheet is not None:
        fresh_drive.press("Esc")
    assert count(fresh_drive, Customer) == 2
    fresh_drive.open("customers")
    assert fresh_drive.shown("Alpha Works")
    fresh_drive.do("undo")
    assert count(fresh_drive, Customer) == 0
    fresh_drive.do("redo")
    assert count(fresh_drive, Customer) == 2


def test_a_workspace_dropped_on_the_window_is_opened(fresh_drive: Drive, sample_file, tmp_path: Path) -> None:
    other = tmp_path / "other.asaichi"
    other.write_bytes(sample_file("en").read_bytes())
    drop(fresh_drive, other)
    assert fresh_drive.workspace.path == other and count(fresh_drive, OrderLine) > 0


def test_every_pane_can_be_walked_by_keys_alone(drive: Drive) -> None:
    for keys, pane in (("Alt+1", "goals"), ("Alt+5", "customers"), ("Alt+7", "documents"), ("Alt+0", "today")):
        drive.press(keys)
        assert drive.pane.name == pane
    drive.press("F1")
    assert drive.shown("Shortcuts")
    drive.press("Esc")
    assert drive.window.sheet is None
