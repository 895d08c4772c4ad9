"""The real window on a workspace, for benchmarks that scroll, search and edit in it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.workspace import Workspace

if TYPE_CHECKING:
    from views.window import Window


@contextmanager
def shown(workspace: Workspace, pane: str, size: tuple[int, int] = (1440, 900)) -> Iterator["Window"]:
    """The window on `pane`, quiet, with settings of its own. Closing it closes the workspace."""
    from views import settings as declared
    from views.app import Shell, application
    from views.settle import settle

    application()
    with tempfile.TemporaryDirectory() as folder:
        window = Shell(application(), declared.Settings(Path(folder) / "window.json")).window
        window.resize(*size)
        window.show()
        window.show_file(workspace)
        window.navigate(pane)
        settle(window)
        yield window
        window.close()
