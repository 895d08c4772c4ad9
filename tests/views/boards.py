"""What the tests of the boards share."""

from PySide6.QtCore import Qt

from tests.views.driving import Drive
from views.panes.swot.pane import SwotPane
from views.panes.three_c.pane import ThreeCPane
from workbench.analysis import cards

LEFT = Qt.MouseButton.LeftButton
MICRON, AUDIT, TEN = (
    "Micron tolerance on titanium, 98.6 % first-pass yield",
    "JIS Q 13485 audit passed",
    "Ten-day lead time, six for repeat orders",
)


def texts(drive: Drive, column: str) -> list[str]:
    with drive.workspace.read() as session:
        return [card.text for card in cards.board(session, cards.BOARD_OF[column]).column(column).cards]


def card(drive: Drive, text: str, board: str = "swot") -> cards.CardView:
    with drive.workspace.read() as session:
        return next(one for one in cards.board(session, board).cards if one.text == text)


def to(drive: Drive, pane: SwotPane | ThreeCPane, text: str) -> None:
    """Give a card the keyboard."""
    pane.board.select(card(drive, text, pane.board_key).id)
    drive.settle()
