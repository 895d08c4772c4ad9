"""Fixtures of all tests: the shared data, a fresh workspace, a fixed day, and folders that are not the user's own."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from workbench import clock, strings
from workbench.workspace import NewCompany, Workspace

SHARED = Path(os.environ.get("ASAICHI_SHARED", Path(__file__).parent.parent.parent / "shared"))
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move the user's folders away, start in English on a fixed day."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ASAICHI_HOME", str(home))
    clock.set_today(TODAY)
    strings.set_language("en")
    return home


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files; tests that need it are skipped aloud without it."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"no real files at {SHARED} (set ASAICHI_SHARED)")
    return SHARED / "data"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new workspace of a company with one rep in Osaka."""
    company = NewCompany(name="Test Works", first_rep="Sachiko Morita")
    with Workspace.create(tmp_path / "test.asaichi", company) as opened:
        yield opened
