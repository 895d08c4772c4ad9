"""What a strategy looks like, for a pane that has none yet."""

from PySide6.QtWidgets import QWidget

from views.widgets import Card, Chip, Label, row
from workbench.strings import tr


class ExampleStrategy(Card):
    """A made-up strategy; it only shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text, self.cards, self.leads = (
            Label(role="strong", wrap=True),
            Label(role="caption", wrap=True),
            Label(role="caption_strong", wrap=True),
        )
        self.leads.set_tone("thread")
        self.body.setSpacing(4)
        self.body.addLayout(row(Chip("WO", "accent", self), None))
        for part in (self.text, self.cards, self.leads):
            self.body.addWidget(part)

    def retranslate(self) -> None:
        self.text.setText(tr("Same-day quotes from a price table"))
        self.cards.setText(tr("W Quotes take four days × O Rivals quote by fax"))
        self.leads.setText(tr("→ Action: price table, on 12 December"))
