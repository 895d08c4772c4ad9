"""What was typed into a sheet is never lost by one key: Esc, a dropped file and closing the window ask first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.views.driving import Drive
from views.dialogs import DIALOGS

LOST = "What you typed is not kept yet."
AT_ONCE = {"company"}
"""Sheets that keep every change at once; what they ask is tried with them."""


def fields(sheet: QWidget) -> list[QWidget]:
    """The text fields that can be typed into."""
    found = [field for kind in (QLineEdit, QPlainTextEdit) for field in sheet.findChildren(kind)]
    return [field for field in found if field.isVisible() and field.isEnabled() and not field.isReadOnly()]


@pytest.mark.parametrize("name", [place.name for place in DIALOGS if place.name not in AT_ONCE])
def test_esc_in_a_sheet_with_typed_text_says_what_would_be_lost(drive: Drive, name: str) -> None:
    before = drive.workspace.content_hash()
    drive.open(name)
    drive.press("Esc")
    assert drive.window.sheet is None, "a sheet that nobody touched asks nothing"
    sheet = drive.open(name)
    if name == "customer_hours":
        drive.click("Always open")
    for field in fields(sheet)[-1:]:
        field.setFocus()
        drive.type("12:30")
        drive.press("Tab")
        drive.press("Esc")
        assert drive.window.sheet is sheet and drive.shown(LOST) and drive.shown("Leave without it")
        drive.press("Esc")
        assert drive.window.sheet is None and drive.workspace.content_hash() == before


def test_ctrl_z_in_a_form_takes_back_letters_and_never_a_step_of_the_file(drive: Drive) -> None:
    before = drive.workspace.content_hash()
    steps = len(drive.workspace.history())
    drive.open("action")
    drive.type("Call", into="What is done")
    drive.press("Ctrl+Z")
    field = drive.find("What is done")
    assert isinstance(field, QLineEdit) and field.text() == ""
    drive.press("Ctrl+Z")
    drive.type("two lines", into="Note")
    drive.press("Ctrl+Z")
    assert QApplication.focusWidget().toPlainText() == ""
    drive.press("Ctrl+Z")
    assert drive.workspace.content_hash() == before and len(drive.workspace.history()) == steps


def drop(drive: Drive, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    drive.window.dropEvent(event)
    drive.settle()


def test_a_file_dropped_over_a_filled_form_asks_first(drive: Drive, tmp_path: Path) -> None:
    rows = tmp_path / "more.csv"
    rows.write_text("Company,City\nAlpha Works,Osaka\n", encoding="utf-8")
    sheet = drive.open("action")
    drive.type("Call", into="What is done")
    drop(drive, rows)
    assert drive.window.sheet is sheet and drive.shown(LOST)
    drop(drive, rows)
    assert type(drive.window.sheet).__name__ == "ImportDialog"


def test_closing_the_window_over_a_filled_form_asks_first(drive: Drive) -> None:
    sheet = drive.open("action")
    drive.type("Call", into="What is done")
    assert not drive.window.close() and drive.window.sheet is sheet and drive.shown(LOST)
    assert drive.window.close()
