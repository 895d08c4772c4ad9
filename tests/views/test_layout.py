"""Every pane and dialog, in both languages, both themes and three sizes: nothing cut, overlapping, pale, nameless, skipped or in English."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.views.driving import Drive
from tests.views.layout import faults
from views.dialogs import DIALOGS
from views.panes import PANES
from views.settings import LANGUAGE, TEXT_SIZE, THEME, Settings
from views.theme import current_theme
from workbench.strings import set_language
from workbench.workspace import NewCompany, Workspace

SIZES = ((1100, 700), (1280, 800), (1440, 900))
LOOKS = [(language, theme) for language in ("en", "ja") for theme in ("light", "dark")]
MOST_TOLD = 12


class Stand:
    """One window for all looks; a file a language."""

    def __init__(self, folder: Path, sample_file: Callable[[str], Path]) -> None:
        self.settings = Settings(folder / "window.json")
        self.drive = Drive(self.settings)
        self._folder, self._sample, self._made = folder, sample_file, set[str]()

    def wear(self, language: str, theme: str, kind: str = "sample") -> Drive:
        """Show the file of that language in that look."""
        path = self._folder / f"{kind}-{language}.asaichi"
        if path.name not in self._made:
            self._made.add(path.name)
            if kind == "sample":
                shutil.copy(self._sample(language), path)
            else:
                Workspace.create(path, NewCompany(name="", language=language)).close()
        self.settings.set(TEXT_SIZE, 100)
        self.settings.set(THEME, theme)
        current_theme().set_mode(theme)
        self.settings.set(LANGUAGE, language)
        frame = self.drive.window.frame
        if frame is None or frame.context.workspace.path != path:
            self.drive.open_file(path)
        return self.drive

    def close(self) -> None:
        """Leave nothing behind."""
        self.drive.close()
        set_language("en")
        current_theme().set_mode("light")
        current_theme().set_text_scale(1.0)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def stand(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, sample_file: Callable[[str], Path]) -> Iterator[Stand]:
    """The one window of this module."""
    made = Stand(tmp_path_factory.mktemp("layout"), sample_file)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def language_of_the_stand(stand: Stand) -> None:
    """Each test begins in English; the window may have been left in Japanese."""
    set_language(stand.settings.get(LANGUAGE) if stand.settings.get(LANGUAGE) != "system" else "en")


def arguments(name: str, tmp_path: Path) -> dict[str, Any]:
    """What a dialog is opened with."""
    if name == "error":
        return {"text": "Asaichi: builtins.KeyError\n  views/panes/today.py:10 refresh"}
    if name == "import":
        path = tmp_path / "list.csv"
        path.write_text("得意先,市町村,電話\nHirano Seiki,Osaka,06-0000-1420\nSuita Labs,Suita,06-0000-1421\n", encoding="utf-8")
        return {"path": path}
    return {}


def check(drive: Drive, tab: bool) -> None:
    """Look at the window in all sizes."""
    told = []
    for width, height in SIZES:
        drive.window.resize(width, height)
        drive.settle()
        told += [f"{width}x{height} {fault}" for fault in faults(drive, tab=tab and (width, height) == SIZES[0])]
    shown = list(dict.fromkeys(told))
    assert not shown, f"{len(shown)} faults:\n" + "\n".join(shown[:MOST_TOLD])


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("pane", [place.name for place in PANES])
def test_pane(stand: Stand, pane: str, language: str, theme: str) -> None:
    drive = stand.wear(language, theme)
    drive.open(pane)
    check(drive, tab=(language, theme) == LOOKS[0])


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("pane", [place.name for place in PANES])
def test_pane_of_an_empty_company(stand: Stand, pane: str, language: str, theme: str) -> None:
    drive = stand.wear(language, theme, "empty")
    drive.open(pane)
    check(drive, tab=False)


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("dialog", [place.name for place in DIALOGS])
def test_dialog(stand: Stand, dialog: str, language: str, theme: str, tmp_path: Path) -> None:
    drive = stand.wear(language, theme)
    if dialog == "shortcuts":
        drive.do("shortcuts")
    else:
        drive.open(dialog, **arguments(dialog, tmp_path))
    assert drive.window.sheet is not None
    check(drive, tab=(language, theme) == LOOKS[0])
    drive.window.sheet.done()
    drive.settle()


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("text", ["", "a", ">", "@a"])
def test_palette(stand: Stand, text: str, language: str, theme: str) -> None:
    drive = stand.wear(language, theme)
    drive.open("today")
    drive.window.open_palette(text)
    check(drive, tab=False)
    drive.press("Esc")


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_welcome(stand: Stand, language: str, theme: str) -> None:
    drive = stand.wear(language, theme)
    drive.window.navigate("welcome")
    check(drive, tab=(language, theme) == LOOKS[0])


@pytest.mark.parametrize("size", [90, 130])
@pytest.mark.parametrize("pane", [place.name for place in PANES])
def test_pane_in_another_text_size(stand: Stand, pane: str, size: int) -> None:
    drive = stand.wear("en", "light")
    stand.settings.set(TEXT_SIZE, size)
    drive.open(pane)
    drive.window.resize(1440, 900)
    drive.settle()
    shown = faults(drive)
    assert not shown, f"{len(shown)} faults:\n" + "\n".join(shown[:MOST_TOLD])
