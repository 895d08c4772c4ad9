"""Pictures of the real window without a screen: for the `screenshot` verb and the README."""

import os
import tempfile
from pathlib import Path

from views import settings as declared
from views.panes import PANES
from workbench.errors import BadInput, CannotDo
from workbench.strings import tr
from workbench.workspace import Workspace

SIZE = (1440, 900)


def pane_names() -> tuple[str, ...]:
    """The panes that can be pictured, in rail order."""
    return tuple(place.name for place in PANES)


def shoot(workspace: Workspace, pane: str, out: Path, size: tuple[int, int] = SIZE, dark: bool = False, lang: str = "en") -> Path:
    """Write a PNG of the window on `pane` at `size` px and close the workspace.

    Raises BadInput for an unknown pane and CannotDo where `out` cannot be written.
    """
    if pane not in pane_names():
        raise BadInput(tr("There is no pane called {name}.", name=pane), "", tr("Use one of: {names}.", names=", ".join(pane_names())))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from views.app import Shell, application
    from views.settle import settle

    application()
    with tempfile.TemporaryDirectory() as folder:
        settings = declared.Settings(Path(folder) / "window.json")
        settings.set(declared.LANGUAGE, lang)
        settings.set(declared.THEME, "dark" if dark else "light")
        window = Shell(application(), settings).window
        window.resize(*size)
        window.show()
        window.show_file(workspace)
        window.navigate(pane)
        settle(window)
        picture = window.grab().toImage()
        window.close()
    if not picture.save(str(out), "PNG"):
        raise CannotDo(tr("The picture could not be written."), str(out), tr("Choose another folder."))
    return out
