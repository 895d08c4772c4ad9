"""What a pane or dialog receives: the open file, the jobs, the settings, the theme, and the ways to go elsewhere. Nothing global."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from views.jobs import Jobs
    from views.settings import Settings
    from views.theme import Theme
    from workbench.workspace import Workspace


@dataclass(slots=True, eq=False)
class Context:
    """`navigate("customers", customer=7)` shows a pane and calls its `arrive(customer=7)`; `navigate("import", path=p)` opens a dialog of
    `views.dialogs`; `navigate("open", path=p)` opens another file. `offer_undo(text)` shows a toast with Undo for the newest step.
    On the welcome page `workspace` is None.
    """

    workspace: "Workspace"
    jobs: "Jobs"
    settings: "Settings"
    theme: "Theme"
    navigate: Callable[..., None]
    offer_undo: Callable[[str], None]
