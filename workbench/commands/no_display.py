"""What a start without a display does instead of opening the window."""

import os
import sys
from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.strings import set_language, tr


def without_display(words: Sequence[str]) -> int:
    """Say that there is no display; make the sample company's documents unless a file was named. Returns the exit code."""
    language = "ja" if (os.environ.get("LC_ALL") or os.environ.get("LANG", "")).startswith("ja") else "en"
    set_language(language)
    if words:
        return _tell(tr("There is no display here, so no window can be opened. The verbs work without one: see ./run --help."))
    from workbench.documents.sample_documents import make_sample_documents

    try:
        made = make_sample_documents(language)
    except WorkbenchError as error:
        return _tell(str(error), error.exit_code)
    lines = [
        tr("There is no display here, so no window can be opened."),
        tr("The sample company and its documents are in {folder}:", folder=str(made[0].parent)),
        *(f"  {path.name}" for path in made),
        tr("The verbs work without a display: see ./run --help."),
    ]
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
    sys.stdout.flush()
    return 0


def _tell(sentence: str, code: int = 1) -> int:
    sys.stderr.buffer.write((sentence + "\n").encode("utf-8", "replace"))
    return code
