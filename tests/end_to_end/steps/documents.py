"""The strategy document by keys: chosen, made, read back."""

from pathlib import Path

from pypdf import PdfReader

from tests.end_to_end.keyboard import Keyboard
from workbench.strings import tr


def save_the_strategy(keys: Keyboard) -> Path:
    """Make the document in the company's folder; returns its file."""
    keys.go(tr("Documents"))
    keys.reach(tr("Documents"))
    keys.row(tr("Strategy"))
    keys.press("Ctrl+Return")
    made = keys.drive.pane.folder()
    return max(made.glob("*.pdf"), key=lambda path: path.stat().st_mtime)


def words_of(path: Path) -> str:
    """All words of a PDF without blanks, as they can be copied out of it."""
    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())
