"""For a machine without a display: the sample company and its documents in a folder of their own, so that something can be looked at."""

from pathlib import Path

from workbench import clock, folders
from workbench.documents.exports import export
from workbench.strings import marked, tr

FOLDER = marked("Sample company")
DOCUMENTS = (("morning", "pdf"), ("action-plan", "pdf"), ("strategy", "pdf"), ("strategy-document", "pdf"), ("customers", "xlsx"))


def make_sample_documents(language: str) -> tuple[Path, ...]:
    """Make the sample company and its documents in a new folder among the user's documents; returns the files. Raises CannotDo."""
    from workbench.workspace.sample import create_sample

    folder = _new_folder(folders.documents_dir() / f"{tr(FOLDER)} {clock.today().isoformat()}")
    file = folder / "kitagawa-precision.asaichi"
    made = [file]
    with create_sample(file, language) as workspace:
        for document, fmt in DOCUMENTS:
            made.append(export(workspace, document, fmt, folder / f"{document}.{fmt}").path)
    return tuple(made)


def _new_folder(wanted: Path) -> Path:
    """The folder, or the first of `wanted 2`, `wanted 3` ... that is not there yet."""
    from workbench.errors import CannotDo

    tries = [wanted, *(wanted.with_name(f"{wanted.name} {n}") for n in range(2, 1000))]
    for folder in tries:
        try:
            folder.mkdir(parents=True)
            return folder
        except FileExistsError:
            continue
        except OSError:
            break
    raise CannotDo(
        tr("The folder for the sample's documents cannot be made."),
        str(wanted),
        tr("Make room there, or set ASAICHI_HOME to another folder."),
    )
