"""Opening the workspace that a verb names, in its own language."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.strings import set_language
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of


@contextmanager
def opened(file: Path, *, write: bool = False) -> Iterator[Workspace]:
    """The workspace at `file`, closed at the end; from here on the verb speaks its language."""
    with Workspace.open(file, write=write) as workspace:
        with workspace.read() as session:
            set_language(company_of(session).language)
        yield workspace


@contextmanager
def using(workspace: Workspace) -> Iterator[Session]:
    """A reading session of a workspace that is closed at the end."""
    with workspace, workspace.read() as session:
        yield session
