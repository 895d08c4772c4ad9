"""What leads here and what this leads to, each a link: how one walks the red thread from anything up to the goal and down to a visit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.widgets import Label
from views.widgets.wrapped import WrappedLink
from workbench.strings import tr
from workbench.thread.around import NOTHING, Around, Knot


class ThreadLinks(QWidget):
    """`show_around(around)`; `wanted(pane, where)` when the user follows one. Both side by side (`across`), or one under the other."""

    wanted = Signal(str, object)

    def __init__(self, across: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = NOTHING
        self.links: list[WrappedLink] = []
        self.above, self.below = Label(role="caption"), Label(role="caption")
        sides = QHBoxLayout(self) if across else QVBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(14 if across else 4)
        self._up, self._down = QVBoxLayout(), QVBoxLayout()
        for column, heading in ((self._up, self.above), (self._down, self.below)):
            column.setSpacing(2)
            column.addWidget(heading)
            column.addStretch(1)
            sides.addLayout(column, int(across))

    def retranslate(self) -> None:
        """Set the fixed words."""
        self.above.setText(tr("Leads here from"))
        self.below.setText(tr("Leads to"))

    def show_around(self, around: Around) -> None:
        """Show what stands around another thing; nothing is made anew where all is the same."""
        self.above.setVisible(bool(around.above))
        self.below.setVisible(bool(around.below))
        if around == self._shown:
            return
        self._shown = around
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = []
        self._put(self._up, around.above, "↑")
        self._put(self._down, around.below, "→")

    def _put(self, column: QVBoxLayout, knots: Sequence[Knot], arrow: str) -> None:
        for knot in knots:
            link = WrappedLink(f"{arrow} {knot.words}", "caption_strong", "thread", parent=self)
            link.setAccessibleName(knot.words)
            link.setProperty("there", (knot.pane, knot.where))
            link.clicked.connect(self._follow)
            column.insertWidget(column.count() - 1, link)
            self.links.append(link)

    @Slot()
    def _follow(self) -> None:
        pane, where = self.sender().property("there")
        self.wanted.emit(pane, where)
