"""Facets beside a table: rows with check, tier square and count."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from views.theme import current_theme
from views.theme.paint import RIGHT, draw_text, focus_ring, text_width
from views.widgets.base import bounds, follow_theme
from views.widgets.choices import CheckRow
from views.widgets.label import Label


class Facet(NamedTuple):
    """One row: what it stands for, its words, how many, and the tier square before it."""

    value: Any
    text: str
    count: str = ""
    tier: str = ""


class _ViewRow(QAbstractButton):
    """A saved view: words and a number, accent when it is the one shown."""

    def __init__(self, facet: Facet, parent: QWidget) -> None:
        super().__init__(parent)
        self.facet = facet
        self.setCheckable(True)
        self.setAccessibleName(f"{facet.text} {facet.count}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    @Slot()
    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, current_theme().px(25))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), current_theme(), bounds(self)
        on = self.isChecked()
        role = "strong" if on else "body"
        end = text_width(self.facet.count, theme.font(role, tabular=True)) + 10
        fits = draw_text(painter, rect.adjusted(0, 0, -end, 0), self.facet.text, "accent" if on else "ink", theme.font(role))
        self.setToolTip("" if fits else self.facet.text)
        draw_text(painter, rect, self.facet.count, "accent" if on else "muted", theme.font(role, tabular=True), RIGHT)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(0, 1, 0, -1), 4)


class FacetList(QWidget):
    """A heading and rows. `chosen(values)` (a tuple) only when the user checked or unchecked; `single=True`: one saved view at a time, without
    check boxes. `set_rows` keeps what is checked."""

    chosen = Signal(object)

    def __init__(self, heading: str = "", context: str = "", single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._single = single
        self._rows: list[tuple[Facet, QAbstractButton]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 2)
        self.heading, self.context = Label(heading, "heading"), Label(context, "caption", elide=True, align=Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.heading)
        head.addWidget(self.context, 1)
        self._column.addLayout(head)

    def set_heading(self, heading: str, context: str = "") -> None:
        """Change the words above."""
        self.heading.setText(heading)
        self.context.setText(context)

    def set_rows(self, rows: Sequence[Facet]) -> None:
        """Show other rows; what was checked stays checked."""
        facets = [Facet(*row) for row in rows]
        if [facet.value for facet, _ in self._rows] == [facet.value for facet in facets]:
            self._rows = [(facet, button) for facet, (_, button) in zip(facets, self._rows, strict=True)]
            for facet, button in self._rows:
                self._fill(facet, button)
            return
        checked = set(self.values())
        for _, button in self._rows:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._rows = []
        for facet in facets:
            button: QAbstractButton = (
                _ViewRow(facet, self) if self._single else CheckRow(facet.text, end=facet.count, tier=facet.tier, parent=self)
            )
            button.setChecked(facet.value in checked)
            button.clicked.connect(self._clicked)
            self._column.addWidget(button)
            self._rows.append((facet, button))

    def _fill(self, facet: Facet, button: QAbstractButton) -> None:
        if isinstance(button, CheckRow):
            button.tier = facet.tier
            button.set_text(facet.text, facet.count)
        elif isinstance(button, _ViewRow):
            button.facet = facet
            button.setAccessibleName(f"{facet.text} {facet.count}".strip())
            button.update()

    def values(self) -> tuple[Any, ...]:
        """The checked values in order."""
        return tuple(facet.value for facet, button in self._rows if button.isChecked())

    def set_values(self, values: Iterable[Any]) -> None:
        """Check rows without a signal."""
        wanted = set(values)
        for facet, button in self._rows:
            button.setChecked(facet.value in wanted)

    @Slot()
    def _clicked(self) -> None:
        if self._single:
            for _, button in self._rows:
                button.setChecked(button is self.sender())
        self.chosen.emit(self.values())
