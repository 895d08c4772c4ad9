"""Pages of a PDF as pictures: for the preview and for the printer. Runs in a job, never on the UI thread."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from workbench.documents.exports import Asked, Rendered, render
from workbench.workspace import Workspace

PREVIEW_DPI = 110
PRINT_DPI = 300


@dataclass(frozen=True, slots=True)
class Shown:
    """A document made, in each language that was asked for, with the pages of all as pictures; no pictures for lists."""

    made: tuple[Rendered, ...]
    pages: tuple[QImage, ...]


def pictures(content: bytes, dpi: int) -> tuple[QImage, ...]:
    """Every page of a PDF at `dpi`."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        made = []
        for number in range(len(document)):
            array = document[number].render(scale=dpi / 72).to_numpy()
            height, width = array.shape[:2]
            made.append(QImage(array.tobytes(), width, height, 3 * width, QImage.Format.Format_BGR888).copy())
        return tuple(made)
    finally:
        document.close()


def show(report: Callable[..., None], workspace: Workspace, document: str, fmt: str, asked: tuple[Asked, ...], dpi: int) -> Shown:
    """Make a document for each that was asked for and draw its pages."""
    made = tuple(render(workspace, document, fmt, one) for one in asked)
    report(0.5)
    return Shown(made, tuple(page for one in made for page in pictures(one.content, dpi)) if fmt == "pdf" else ())
