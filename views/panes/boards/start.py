"""What an empty board says: why it matters, one example, and the way to the right framework."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from views.widgets import Card, Label, Link, row
from workbench.strings import tr


class StartCard(Card):
    """`guide_wanted` when the owner asks which framework to take."""

    guide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.why, self.example, self.guide = Label(role="message", wrap=True), Label(role="muted", wrap=True), Link()
        self.guide.clicked.connect(self.guide_wanted)
        self.body.setSpacing(8)
        self.body.addWidget(self.why)
        self.body.addWidget(self.example)
        self.body.addLayout(row(self.guide, None))

    def set_words(self, why: str, example: str) -> None:
        """Set the words."""
        self.set_heading(tr("Begin here"))
        self.why.setText(why)
        self.example.setText(example)
        self.guide.set_text(tr("Which framework?"))
