"""What a pane shows before there is anything: one sentence why the step matters, one example, one button."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.icons import paint_icon
from views.theme.paint import rounded
from views.widgets.base import PaintedWidget, bounds
from views.widgets.label import Label


class EmptyState(PaintedWidget):
    """`title` is a question or statement, `text` says why, `buttons` (the first is the primary one) what to do, `example` shows how it looks
    once filled, under `example_title` and `example_note`. `extra` goes below the buttons (a drop target)."""

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[QWidget] = (),
        example: QWidget | None = None,
        example_title: str = "",
        example_note: str = "",
        extra: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(71, 28, 71, 28)
        row.setSpacing(70)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.title, self.text = Label(title, "headline", wrap=True), Label(text, "lead", wrap=True)
        left.addStretch(1)
        left.addWidget(self.title)
        left.addSpacing(12)
        left.addWidget(self.text)
        left.addSpacing(22)
        line = QHBoxLayout()
        line.setSpacing(14)
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        left.addLayout(line)
        if extra is not None:
            left.addSpacing(26)
            left.addWidget(extra)
        left.addStretch(1)
        row.addLayout(left, 48)
        if example is None:
            row.addStretch(12)
            return
        right = QVBoxLayout()
        right.setSpacing(8)
        head = QHBoxLayout()
        self.example_title, self.example_note = (
            Label(example_title, "heading"),
            Label(example_note, "caption", elide=True, align=Qt.AlignmentFlag.AlignRight),
        )
        head.addWidget(self.example_title)
        head.addWidget(self.example_note, 1)
        right.addStretch(1)
        right.addLayout(head)
        right.addWidget(example)
        right.addStretch(1)
        row.addLayout(right, 52)

    def set_texts(self, title: str, text: str, example_title: str = "", example_note: str = "") -> None:
        """Set the words anew (language change)."""
        self.title.setText(title)
        self.text.setText(text)
        if hasattr(self, "example_title"):
            self.example_title.setText(example_title)
            self.example_note.setText(example_note)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        rounded(QPainter(self), bounds(self), theme.colour("surface"), theme.colour("line"), theme.size("card"))


class DropTarget(PaintedWidget):
    """A dashed box that names the formats. It only shows; the window takes the file."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(66, 14, 16, 14)
        column.setSpacing(0)
        self.title, self.text = Label(title, "strong", wrap=True), Label(text, "muted", wrap=True)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        rounded(painter, rect, None, theme.colour("faint"), theme.size("card"), 1.5, dash=True)
        paint_icon(painter, QRectF(24, rect.center().y() - 13, 26, 26), "download", theme.colour("muted"))
