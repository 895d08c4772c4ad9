"""One folder a source under resources/licences: the licence text and a NOTICE that names the files it covers."""

import shutil
from dataclasses import dataclass
from pathlib import Path

CC_BY = """Creative Commons Attribution 4.0 International (CC BY 4.0)

You may share and adapt the material for any purpose, even commercially, when you give appropriate credit, name the licence and
say whether changes were made. The licence's full text is published by Creative Commons under "Attribution 4.0 International"."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`files` are glob patterns below resources/. `changes` says what was done to the original."""

    folder: str
    work: str
    package: str
    licence: str
    files: tuple[str, ...]
    changes: str


def write(resources: Path, notice: Notice, *texts: Path | str) -> None:
    """Write NOTICE.txt and LICENSE.txt (a file to copy, or the text itself; several are joined)."""
    folder = resources / "licences" / notice.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    parts = [text.read_text(encoding="utf-8") if isinstance(text, Path) else text for text in texts]
    (folder / "LICENSE.txt").write_text("\n\n".join(part.replace("\r\n", "\n").strip() for part in parts) + "\n", encoding="utf-8")
    lines = [f"Work: {notice.work}", f"Package: {notice.package}", f"Licence: {notice.licence}"]
    lines += [f"Files: {pattern}" for pattern in notice.files]
    lines += [f"Changes: {notice.changes}"]
    (folder / "NOTICE.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
