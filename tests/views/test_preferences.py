"""Preferences act at once; the paper is kept in the file and can be undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.views.driving import Drive
from views.settings import LANGUAGE, TEXT_SIZE, THEME, Settings
from workbench.workspace.workspace import company_of


def choose(drive: Drive, control, steps: int = 1) -> None:
    control.setFocus()
    for _ in range(steps):
        QTest.keyClick(control, Qt.Key.Key_Right)
    drive.settle()


def test_each_choice_acts_at_once(fresh_drive: Drive, settings: Settings) -> None:
    sheet = fresh_drive.open("preferences")
    choose(fresh_drive, sheet.theme)
    assert settings.get(THEME) == "dark" and fresh_drive.window.theme.dark
    choose(fresh_drive, sheet.text_size)
    assert settings.get(TEXT_SIZE) == 115 and fresh_drive.window.theme.text_scale == 1.15
    choose(fresh_drive, sheet.language)
    assert settings.get(LANGUAGE) == "ja" and fresh_drive.shown("環境設定")
    fresh_drive.press("Esc")


def test_the_paper_is_one_step_of_the_file(fresh_drive: Drive) -> None:
    sheet = fresh_drive.open("preferences")
    choose(fresh_drive, sheet.paper)
    with fresh_drive.workspace.read() as session:
        assert company_of(session).paper == "Letter"
    fresh_drive.press("Esc")
    fresh_drive.press("Ctrl+Z")
    with fresh_drive.workspace.read() as session:
        assert company_of(session).paper == "A4"
