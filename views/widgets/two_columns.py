"""Two scrolling columns: what is worked on at the left, what follows from it at the right."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.theme import current_theme
from views.widgets.layouts import ScrollArea


class TwoColumns(QWidget):
    """`left` and `right` are the scroll areas of the parts. The right one is `side[0]` px wide where there are `room[0]` px altogether, and
    grows to `side[1]` over the next `room[1]`. Narrower than that all parts stand in one column in the order of `one`, if it is given.

    `grows` is the left part that takes spare height; without it the parts stay at the top.
    """

    def __init__(
        self,
        left: Sequence[QWidget],
        right: Sequence[QWidget],
        side: tuple[int, int],
        room: tuple[int, int],
        one: Sequence[QWidget] = (),
        grows: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.left, self.right = ScrollArea(), ScrollArea()
        self.left.run_down()
        self.right.run_down()
        self._follows, self._one, self._side, self._room = tuple(right), tuple(one), side, room
        self._two: bool | None = None
        for part in left:
            self.left.body.addWidget(part, int(part is grows))
        if grows is None:
            self.left.body.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(self.left, 1)
        across.addWidget(self.right)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.right.setFixedWidth(side_width(self.width(), self._side, self._room))
        two = not self._one or self.width() >= current_theme().px(self._room[0])
        if two == self._two:
            return
        self._two = two
        while self.right.body.count():
            self.right.body.takeAt(0)
        for part in self._follows:
            if two:
                self.right.body.addWidget(part)
            else:
                self.left.body.insertWidget(self._one.index(part), part)
        if two:
            self.right.body.addStretch(1)
        self.right.setVisible(two)


def side_width(width: int, side: tuple[int, int], room: tuple[int, int]) -> int:
    """px of the right column of a pane `width` px wide; see TwoColumns."""
    theme = current_theme()
    share = min(1.0, max(0.0, (width - theme.px(room[0])) / room[1]))
    return theme.px(round(side[0] + (side[1] - side[0]) * share))
