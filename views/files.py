"""Opening, copying and checking files from the window: what to do with the paths that dialogs and drops bring."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench import folders
from workbench.errors import CannotDo, WorkbenchError
from workbench.strings import language
from workbench.workspace import Workspace

WORKSPACE_ENDING = ".asaichi"
LIST_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened; `why_read_only` says why it may not be written, None when it may."""

    workspace: Workspace
    why_read_only: WorkbenchError | None


def open_file(path: Path) -> Opened:
    """Open to write, or to look at where another window or the disk keeps us from writing. Raises WorkbenchError where neither works."""
    try:
        return Opened(Workspace.open(path), None)
    except CannotDo as error:
        try:
            return Opened(Workspace.open(path, write=False), error)
        except WorkbenchError:
            raise error from None


def why_read_only(path: Path) -> WorkbenchError | None:
    """Why the file cannot be opened to write now, in the present language; None when it could be."""
    try:
        Workspace.open(path).close()
    except WorkbenchError as error:
        return error
    return None


def free_name(folder: Path, stem: str) -> Path:
    """A path in `folder` that no file has yet: "name.asaichi", "name 2.asaichi" ..."""
    folder.mkdir(parents=True, exist_ok=True)
    path, number = folder / f"{stem}{WORKSPACE_ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{WORKSPACE_ENDING}"
    return path


def start_folder(last: str) -> Path:
    """The folder a file dialog starts in: the one used last, else the user's documents."""
    used = Path(last) if last else folders.documents_dir()
    while not used.is_dir() and used != used.parent:
        used = used.parent
    return used


def is_list(path: Path) -> bool:
    """Whether the ending is one of a list that can be imported."""
    return path.suffix.lower() in LIST_ENDINGS


def is_workspace(path: Path) -> bool:
    """Whether the ending is that of a workspace."""
    return path.suffix.lower() == WORKSPACE_ENDING


def sample_path() -> Path:
    """The sample company in the user's documents, made in the window's language when it is not there yet."""
    path = folders.documents_dir() / f"kitagawa{WORKSPACE_ENDING}"
    if not path.exists():
        from workbench.workspace.sample import create_sample

        path.parent.mkdir(parents=True, exist_ok=True)
        create_sample(path, language()).close()
    return path


def check_job(report: Callable[..., None], path: Path) -> tuple[str, ...]:
    """A job: the faults of the file, in sentences."""
    from workbench.workspace.check import check

    report(0.0)
    return check(path).problems
