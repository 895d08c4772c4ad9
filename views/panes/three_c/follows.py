"""What follows from the 3C board: what was sent to SWOT, and the heaviest cards that were not yet."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from views.widgets import Card, Label, Link
from views.widgets.base import tip
from workbench import formatting
from workbench.analysis.cards import Board
from workbench.strings import ntr, tr

MOST, HEAVY, LONGEST = 3, 4, 200


class FollowsCard(Card):
    """`card_wanted(id)` goes to a card that is worth sending."""

    card_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.said, self.how = Label(role="message", wrap=True), Label(role="muted", wrap=True)
        self.links: list[Link] = []
        self.body.setSpacing(6)
        self.body.addWidget(self.said)
        self.body.addWidget(self.how)

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.set_heading(tr("What follows"))

    def show_board(self, board: Board) -> None:
        """Count, and offer."""
        self.setVisible(bool(board.cards))
        sent = sum(bool(card.sent) for card in board.cards)
        self.said.setText(
            ntr("{sent} of {n} card went to SWOT", "{sent} of {n} cards went to SWOT", len(board.cards), sent=formatting.number(sent))
        )
        heavy = sorted((card for card in board.cards if not card.sent and card.weight >= HEAVY), key=lambda card: -card.weight)[:MOST]
        self.how.setText(
            tr("The heaviest that did not yet. Choose one and press S to say what it is for us:")
            if heavy
            else tr("Every card of weight 4 and 5 went there.")
        )
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = []
        for card in heavy:
            text = " ".join(card.text.split())[:LONGEST]
            link = Link(text, "caption_strong")
            link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            link.setAccessibleName(text)
            link.setToolTip(tip(text))
            link.setProperty("card", card.id)
            link.clicked.connect(self._go)
            self.body.addWidget(link)
            self.links.append(link)

    @Slot()
    def _go(self) -> None:
        self.card_wanted.emit(self.sender().property("card"))
