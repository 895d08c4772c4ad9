"""The fixtures of the window, for flows through the whole program; a company at the start of its planning afternoon."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.keyboard import Keyboard
from tests.end_to_end.words import CUSTOMERS, WORDS, Words
from tests.views.conftest import *  # noqa: F403
from tests.views.driving import Drive
from views.settings import LANGUAGE
from workbench.importing.run import import_list
from workbench.strings import using_language
from workbench.workspace import NewCompany, Workspace


@dataclass(frozen=True, slots=True)
class Afternoon:
    """The window on a company with six customers, what is typed on this afternoon, and how the file was at its beginning."""

    drive: Drive
    words: Words
    language: str
    before: str

    @property
    def keyboard(self) -> Keyboard:
        """Somebody at its keyboard."""
        return Keyboard(self.drive)


@pytest.fixture(params=["en", "ja"])
def afternoon(request: pytest.FixtureRequest, bare_drive: Drive, tmp_path: Path) -> Iterator[Afternoon]:
    """The afternoon in one language."""
    language: str = request.param
    path, rows = tmp_path / "plan.asaichi", tmp_path / "customers.csv"
    rows.write_text(CUSTOMERS[language], encoding="utf-8")
    with using_language(language), Workspace.create(path, NewCompany(name="Test Works", language=language, first_rep="Morita")) as made:
        import_list(made, rows)
    bare_drive.shell.settings.set(LANGUAGE, language)
    bare_drive.open_file(path)
    yield Afternoon(bare_drive, WORDS[language], language, bare_drive.workspace.content_hash())
