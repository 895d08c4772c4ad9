"""Made-up workspaces for documents."""

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from workbench import clock
from workbench.workspace import NewCompany, Workspace


def _kitagawa() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kitagawa", Path(__file__).with_name("kitagawa.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


KITAGAWA = _kitagawa()

Company = Callable[..., Workspace]


@pytest.fixture
def company(tmp_path: Path) -> Iterator[Company]:
    """Makes workspaces: `company(stops=8, reps=3, language="ja", names=(...))`; today is 24 November 2026."""
    made: list[Workspace] = []

    def make(**wanted: object) -> Workspace:
        language = str(wanted.get("language", "en"))
        path = tmp_path / f"company{len(made)}.asaichi"
        made.append(Workspace.create(path, NewCompany(language=language), KITAGAWA.filled(**wanted)))
        return made[-1]

    with clock.fixed_today(KITAGAWA.TODAY):
        yield make
    for workspace in made:
        workspace.close()
