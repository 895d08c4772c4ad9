"""How the visit plan is laid out: figures above, the week at the left, the map, the chosen visit and what is left out at the right."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.panes.plan.asked import AskedCard
from views.panes.plan.band import PlanBand
from views.panes.plan.carry import Landing
from views.panes.plan.left_out import LeftOutCard
from views.panes.plan.map_part import MapPart
from views.panes.plan.visit_part import VisitPart
from views.panes.plan.week import HEAD, WeekGrid
from views.theme import current_theme
from views.widgets import Label, ScrollArea

if TYPE_CHECKING:
    from views.panes.plan.pane import VisitPlanPane

MAP_SHARE = 0.37
"""Of the width, for the map."""


class WeekPage(QWidget):
    """The parts of the pane. The grid takes the keyboard first, so it comes before the band above it."""

    def __init__(self, pane: "VisitPlanPane") -> None:
        super().__init__(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        line = QHBoxLayout()
        line.setSpacing(14)
        self.area, self.side = ScrollArea(parent=self), ScrollArea(parent=self)
        self.grid, self.rule = WeekGrid(), Label(role="caption", wrap=True)
        self.area.body.setSpacing(10)
        self.area.body.addWidget(self.grid, 1)
        self.area.body.addWidget(self.rule)
        self.area.verticalScrollBar().valueChanged.connect(self.grid.set_scrolled)
        self.visit_part, self.left_card, self.asked_card = VisitPart(pane), LeftOutCard(), AskedCard(pane)
        self.visit_part.hide()
        self.side.body.addWidget(self.visit_part)
        self.side.body.addWidget(self.left_card)
        self.side.body.addWidget(self.asked_card)
        self.side.body.addStretch(1)
        self.band = PlanBand(self)
        self.map = MapPart(pane, self.grid, self.left_card)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.map.holder, 1)
        right.addWidget(self.side, 1)
        line.addWidget(self.area, 1)
        line.addLayout(right)
        column.addWidget(self.band)
        column.addLayout(line, 1)
        self.landing = Landing(pane, self.grid, self.area)
        self.landing.watch(self.grid.carrier)
        self.left_card.landing = self.landing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The map and what is under it take a good third, but no less than an inspector does in the smallest window."""
        super().resizeEvent(event)
        for part in (self.map.holder, self.side):
            part.setFixedWidth(max(current_theme().size("inspector_min"), round(MAP_SHARE * self.width())))

    def reveal(self, visit: int | None) -> None:
        """Scroll the grid to a visit."""
        self.area.content.layout().activate()
        box = self.grid.box_of(visit) if visit is not None else None
        if box is not None:
            bar, head = self.area.verticalScrollBar(), current_theme().px(HEAD + 6)
            low = round(box.bottom()) + 10 - self.area.viewport().height()
            bar.setValue(min(max(bar.value(), low), round(box.top()) - head))
