"""The visits asked for beside the rules, at the right of the plan."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.panes.asked import AskedRow
from views.widgets import Card, Label, Link
from workbench.strings import tr
from workbench.visits.extra import Asked

if TYPE_CHECKING:
    from views.panes.pane import Pane

MOST = 8


class AskedCard(Card):
    """The most urgent ones; hidden in a file that is only read and asks for none."""

    def __init__(self, pane: "Pane", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pane = pane
        self.ask, self.more = Link(role="caption_strong"), Label(role="muted", wrap=True)
        self.ask.clicked.connect(self._ask)
        self.add_to_header(self.ask)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(10)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.more)

    def show_asked(self, asked: tuple[Asked, ...], writable: bool) -> None:
        """Show what was asked for and not made yet."""
        self.set_heading(tr("Visits asked for"))
        self.ask.set_text(tr("Ask for a visit"))
        self.ask.setVisible(writable)
        while self.rows.count():
            widget = self.rows.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for one in asked[:MOST]:
            self.rows.addWidget(AskedRow(self._pane, one, named=True, writable=writable))
        self.more.setText(tr("None: plans follow the rules alone.") if not asked else tr("And {n} more.", n=len(asked) - MOST))
        self.more.setVisible(not asked or len(asked) > MOST)
        self.setVisible(writable or bool(asked))

    @Slot()
    def _ask(self) -> None:
        self._pane.context.navigate("ask_visit")
