"""Which chapters the strategy document has: one box each, with the page on which it begins; empty ones cannot be chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import CheckRow, Label
from workbench.documents.chapters import CHAPTERS
from workbench.strings import tr


class ChapterChoice(QWidget):
    """All chapters are chosen at first. `changed` when the user chooses."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.label = Label(role="caption")
        column.addWidget(self.label)
        column.addSpacing(4)
        self.boxes = {key: CheckRow("", True) for key in CHAPTERS}
        for box in self.boxes.values():
            box.clicked.connect(self._clicked)
            column.addWidget(box)
        self._begins: Mapping[str, int] | None = None

    def retranslate(self) -> None:
        self.label.setText(tr("Chapters, and where they begin"))
        self._name()

    def left_out(self) -> tuple[str, ...]:
        """The chapters that are not wanted."""
        return tuple(key for key, box in self.boxes.items() if not box.isChecked())

    def show_pages(self, begins: Mapping[str, int]) -> None:
        """Say where each chapter begins; one that is not in `begins` has nothing to say yet."""
        if begins:
            self._begins = begins
            self._name()

    def _name(self) -> None:
        for key, box in self.boxes.items():
            end = ""
            if self._begins is not None:
                page = self._begins.get(key)
                end = tr("empty") if page is None else tr("p. {page}", page=page) if page else ""
                box.setEnabled(page is not None)
            box.set_text(tr(CHAPTERS[key]), end)

    @Slot()
    def _clicked(self) -> None:
        self.changed.emit()
