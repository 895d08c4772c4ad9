"""The map of the visit plan: the reps' ways of a day or of the whole week, who is left out, and the same selection as calendar and list."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from views.panes.plan.left_out import LeftOutCard
from views.panes.plan.week import WeekGrid
from views.widgets import SegmentedControl
from workbench import formatting
from workbench.strings import tr
from workbench.visits.cards import VisitCard
from workbench.visits.unplanned import Unplanned
from workbench.visits.ways import Bases, left_out_points, read_bases, week_ways
from workbench.visits.week import WeekView

if TYPE_CHECKING:
    from views.panes.plan.pane import VisitPlanPane
    from views.widgets.map.map_view import MapView

WEEK = "week"
"""The choice of all days, beside the days themselves."""


class MapPart(QObject):
    """`holder` stands in the page. A click on a stop chooses its visit in the grid, one on somebody left out the row of the list;
    `opened(customer id)` on Enter or a double click."""

    opened = Signal(object)

    def __init__(self, pane: "VisitPlanPane", grid: WeekGrid, left: LeftOutCard) -> None:
        super().__init__(pane)
        self._pane, self._grid, self._left = pane, grid, left
        self._week: WeekView | None = None
        self._bases: Bases | None = None
        self._card: VisitCard | None = None
        self.holder = QWidget()
        self._layout = QVBoxLayout(self.holder)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.days = SegmentedControl(stretch=True)
        self.days.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.days.setMinimumWidth(0)
        self.days.chosen.connect(self._show_ways)
        self._layout.addWidget(self.days)
        self.view: MapView | None = None
        left.reached.connect(self._reached)

    def _made(self) -> "MapView":
        if self.view is None:
            from views.widgets.map.map_view import MapView

            self.view = MapView()
            self.view.selected.connect(self._selected)
            self.view.activated.connect(self.opened)
            self._layout.insertWidget(0, self.view, 1)
        return self.view

    @property
    def day(self) -> date | None:
        """The day whose ways are strong, None for the whole week."""
        chosen = self.days.value()
        return chosen if isinstance(chosen, date) else None

    def show_week(self, week: WeekView, visit: int | None) -> None:
        """Show the ways of a week, with this visit chosen."""
        another = self._week is None or self._week.monday != week.monday
        self._week = week
        with self._pane.context.workspace.read() as session:
            self._bases, left = read_bases(session), left_out_points(session, week.left_out)
        options = [(day.day, formatting.weekday_short(day.day.weekday())) for day in week.days]
        self.days.set_options([*options, (WEEK, tr("Whole week"))])
        self.days.setAccessibleName(tr("Ways shown on the map"))
        view = self._made()
        office = self._bases.office or (None, None)
        view.set_office(*office, self._bases.company)
        view.set_points(left)
        self.tell(visit)
        if another:
            view.fit()

    def tell(self, visit: int | None) -> None:
        """Ring a visit's customer, and show the day of it unless the whole week is shown."""
        self._card = self._of_visit(visit)
        if self._card is not None and self.days.value() != WEEK:
            self.days.set_value(self._card.day)
        if self.view is not None:
            self._show_ways()
            customer = self._card.customer_id if self._card else None
            self.view.select(() if customer is None else (customer,), customer)

    @Slot()
    def _show_ways(self) -> None:
        if self.view is not None and self._week is not None and self._bases is not None:
            rep = self._card.rep_id if self._card else None
            self.view.set_routes(week_ways(self._week.reps, self._bases, self.day, rep))

    def _cards(self) -> list[VisitCard]:
        return [card for rep in self._week.reps for cards in rep.days for card in cards] if self._week else []

    def _of_visit(self, visit: int | None) -> VisitCard | None:
        return next((card for card in self._cards() if card.id == visit), None)

    @Slot(object)
    def _selected(self, ids: tuple[int, ...]) -> None:
        """Choose the visit of a customer, on the day shown where there are several, or the row of one who is left out."""
        if not ids:
            return
        here = [card for card in self._cards() if card.customer_id == ids[0]]
        if here:
            self._grid.choose(min(here, key=lambda card: card.day != self.day).id)
        else:
            self._left.reach(ids[0])

    @Slot(object)
    def _reached(self, one: Unplanned) -> None:
        if self.view is not None:
            self.view.select((one.customer_id,), one.customer_id)
