"""A figure with what it means beside it, and a band of such figures."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import hairline, rounded
from views.theme.text_block import Run
from views.widgets.base import PaintedWidget, bounds
from views.widgets.label import Label


class Change(NamedTuple):
    """The line under a figure: what changed in colour ("-36 %"), then against what ("by hand 17 h 40")."""

    text: str
    against: str = ""
    tone: str = "good"


class FigureTile(QWidget):
    """Label above, value large, change line below. `large` uses the 28 px figure."""

    def __init__(
        self, label: str = "", value: str = "", change: Change | None = None, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.label = Label(role="caption", elide=True)
        self.figure = Label(role="figure" if large else "number", elide=True)
        self.change = Label(role="caption", elide=False)
        for widget in (self.label, self.figure, self.change):
            column.addWidget(widget)
        column.addStretch(1)
        self.set_figure(label, value, change)

    def set_figure(self, label: str, value: str, change: Change | None = None, tone: str = "") -> None:
        """Show another figure; `tone` colours the value."""
        self.label.setText(label)
        self.figure.setText(value)
        self.figure.set_tone(tone)
        if change is None:
            self.change.setText("")
        else:
            gap = " " if change.text and change.against else ""
            self.change.set_runs([Run(change.text, change.tone, 600), Run(gap + change.against)])
        self.change.setVisible(bool(self.change.text()))
        self.setAccessibleName(" ".join(part for part in (label, value, self.change.text()) if part))


class FigureBand(PaintedWidget):
    """Figures side by side in one card, divided by hairlines; `add_end(widget)` puts buttons at the right."""

    def __init__(self, tiles: Sequence[FigureTile] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 13, 16, 13)
        self._row.setSpacing(36)
        self._tiles: list[QWidget] = []
        self._end: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for tile in tiles:
            self.add(tile)

    def add(self, tile: QWidget, stretch: int = 1) -> None:
        """Add a figure at the right."""
        self._row.insertWidget(len(self._tiles), tile, stretch)
        self._tiles.append(tile)

    def add_end(self, widget: QWidget) -> None:
        """Add a control after the figures."""
        if self._end is None:
            self._end = QWidget()
            inner = QHBoxLayout(self._end)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(8)
            self._row.addWidget(self._end)
        self._end.layout().addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        rounded(painter, bounds(self), theme.colour("surface"), theme.colour("line"), theme.size("card"))
        for index in range(1, self._row.count()):
            widget = self._row.itemAt(index).widget()
            if widget is not None and index <= len(self._tiles):
                hairline(painter, widget.x() - 18, 1, widget.x() - 18, self.height() - 1)
