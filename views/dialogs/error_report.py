"""When something of ours goes wrong: one calm sentence and a report that can be copied. It holds no customer data."""

import platform
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from views.widgets import Label, Sheet
from workbench.strings import language, tr

if TYPE_CHECKING:
    from views.context import Context

ROOT = Path(__file__).parents[2]


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What to send: versions and the places in the code, innermost last. Never the error's own words, which may hold a customer's name."""
    from views.dialogs.about import parts

    lines = [
        f"Asaichi: {kind.__module__}.{kind.__qualname__}",
        f"{', '.join(parts())}, {platform.system()} {platform.release()}, {language()}",
    ]
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        inside = path.is_relative_to(ROOT) and ".venv" not in path.parts
        name = path.relative_to(ROOT).as_posix() if inside else path.name
        lines.append(f"  {name}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class ErrorDialog(Sheet):
    """Shows `text` (made by `report`) with a button that copies it."""

    def __init__(self, context: "Context", host: QWidget, text: str = "") -> None:
        super().__init__(
            host,
            tr("Something went wrong"),
            tr("It is a fault of the program, not yours. Your file is as it was before; you can go on."),
            primary=tr("Copy the report"),
            cancel=tr("Go on"),
            width=680,
        )
        self.body.addWidget(Label(tr("The report names places in the program only: no customer, no figure, no file."), "muted", wrap=True))
        self.box = QPlainTextEdit(text)
        self.box.setReadOnly(True)
        self.box.setAccessibleName(tr("Report"))
        self.box.setTabChangesFocus(True)
        self.box.setMinimumHeight(180)
        self.body.addWidget(self.box)
        self.accepted.connect(self._copy)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.box.toPlainText())
        self.set_note(tr("Copied."))
