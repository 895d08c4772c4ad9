"""What leads here and what this leads to, each a link: how one walks the red thread from anything up to the goal and down to a visit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.widgets import Label
from views.widgets.wrapped import WrappedLink
from workbench.strings import tr
from workbench.thread.around import NOTHING, Around, Knot


class ThreadLinks(QWidget):
    """`show_around(around)`; `wanted(pane, where)` when the user follows one."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = NOTHING
        self.links: list[WrappedLink] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.above, self.below = Label(role="caption"), Label(role="caption")
        self._column.addWidget(self.above)
        self._column.addWidget(self.below)

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
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        self._put(1, around.above, "↑")
        self._put(self._column.count(), around.below, "→")

    def _put(self, place: int, knots: Sequence[Knot], arrow: str) -> None:
        for offset, knot in enumerate(knots):
            link = WrappedLink(f"{arrow} {knot.words}", "caption_strong", "thread", parent=self)
            link.setAccessibleName(knot.words)
            link.setProperty("there", (knot.pane, knot.where))
            link.clicked.connect(self._follow)
            self._column.insertWidget(place + offset, link)
            self.links.append(link)

    @Slot()
    def _follow(self) -> None:
        pane, where = self.sender().property("there")
        self.wanted.emit(pane, where)
