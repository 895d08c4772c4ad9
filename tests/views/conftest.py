"""Fixtures of all tests of the window. The guards are on for every one of them."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from tests.views import guards
from tests.views.driving import Drive
from views.app import application
from views.settings import LANGUAGE, THEME, Settings
from views.theme import current_theme, install
from workbench.strings import set_language
from workbench.workspace import NewCompany, Workspace
from workbench.workspace.sample import create_sample


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, dressed in the light theme."""
    app = application()
    install(app, "light", 1.0)
    return app


@pytest.fixture(autouse=True)
def guarded(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[guards.Listener]:
    """No Qt warning, logged warning, living thread or timer, modal loop; nothing written at home. Yields the log listener."""
    home = tmp_path_factory.mktemp("user")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    guards.refuse_modal(monkeypatch)
    with ExitStack() as stack:
        stack.enter_context(guards.no_qt_warnings())
        listener = stack.enter_context(guards.no_logged_warnings())
        stack.enter_context(guards.no_living_threads())
        yield listener
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not guards.files_in(home), f"written at home: {guards.files_in(home)}"


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The sample company in a language, made once; copy it before writing."""
    made: dict[str, Path] = {}

    def make(language: str) -> Path:
        if language not in made:
            made[language] = make_sample(tmp_path_factory.mktemp("sample") / f"kitagawa-{language}.asaichi", language)
        return made[language]

    return make


def make_sample(path: Path, language: str) -> Path:
    """The sample company as a file."""
    create_sample(path, language).close()
    return path


@pytest.fixture
def settings(own_folders: Path) -> Settings:
    """The window's settings in a folder of the test, in English and light."""
    kept = Settings()
    kept.set(LANGUAGE, "en")
    kept.set(THEME, "light")
    return kept


@pytest.fixture
def bare_drive(qapp: QApplication, settings: Settings) -> Iterator[Drive]:
    """The real window before any file is open."""
    driver = Drive(settings)
    yield driver
    frame = driver.window.frame
    if frame is not None:
        driver.settle()
        assert frame.context.workspace._editor is None, "an edit is open"
    driver.close()
    active = [timer for timer in driver.window.findChildren(QTimer) if timer.isActive()]
    assert not active, f"timers run: {[(type(timer.parent()).__name__, timer.interval()) for timer in active]}"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    set_language("en")
    current_theme().set_mode("light")
    current_theme().set_text_scale(1.0)


@pytest.fixture
def drive(bare_drive: Drive, sample_file: Callable[[str], Path], tmp_path: Path) -> Drive:
    """The real window on a fresh copy of the sample company."""
    path = tmp_path / "kitagawa.asaichi"
    shutil.copy(sample_file("en"), path)
    bare_drive.open_file(path)
    return bare_drive


@pytest.fixture
def fresh_drive(bare_drive: Drive, tmp_path: Path) -> Drive:
    """The real window on a company without customers."""
    path = tmp_path / "fresh.asaichi"
    Workspace.create(path, NewCompany(name="Fresh Works", first_rep="Sachiko Morita")).close()
    bare_drive.open_file(path)
    return bare_drive
