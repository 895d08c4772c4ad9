"""Choices as fields of a form: segments, and a switch."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets.choices import CheckRow, SegmentedControl
from workbench.strings import tr


class FormSegments(SegmentedControl):
    """A segmented control as a form's field."""

    edited = Signal(object)

    def __init__(
        self, options: Sequence[tuple[Any, str]] = (), tall: bool = True, stretch: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(options, tall=tall, stretch=stretch, parent=parent)
        self.chosen.connect(self.edited)

    def problem(self) -> str:
        """A choice is never unreadable."""
        return ""

    def set_wrong(self, wrong: bool) -> None:
        """Segments show no frame of their own."""


class Switch(QWidget):
    """A check box as a form's field; the option's text (if any) stands beside it."""

    edited = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self.box = CheckRow(options[0][1] if options else tr("Yes"))
        line.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self.edited.emit(self.box.isChecked())

    def value(self) -> bool:
        """Whether it is on."""
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        """Switch without a signal."""
        self.box.setChecked(bool(value))

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Change the words beside it."""
        self.box.set_text(options[0][1])

    def problem(self) -> str:
        """Never wrong."""
        return ""

    def set_wrong(self, wrong: bool) -> None:
        """Never wrong."""
