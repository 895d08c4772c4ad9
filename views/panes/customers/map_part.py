"""The map over the customers table: the same customers, the same selection, and a click that places the current one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.settings import CUSTOMER_MAP
from workbench import formatting
from workbench.customers.on_map import MOST, map_points
from workbench.customers.placing import place_on_map
from workbench.maps.marks import MapPoint
from workbench.strings import tr
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.panes.customers.pane import CustomersPane
    from views.widgets.map.map_view import MapView

Read = tuple[list[int], tuple[MapPoint, ...], tuple[float | None, float | None, str]]


def _read(_report: Callable[..., None], workspace: Workspace, ids: list[int]) -> Read:
    with workspace.read() as session:
        company = company_of(session)
        return ids, map_points(session, ids), (company.office_lat, company.office_lng, company.name)


class MapPart(QObject):
    """Belongs to the pane; `holder` stands in its layout and gets the map when it is first asked for."""

    def __init__(self, pane: "CustomersPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self._placing: int | None = None
        self.holder = QWidget()
        self.holder.setVisible(pane.context.settings.get(CUSTOMER_MAP))
        self._layout = QVBoxLayout(self.holder)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.view: MapView | None = None

    @property
    def shown(self) -> bool:
        """Whether the user wants the map."""
        return not self.holder.isHidden()

    def retranslate(self) -> None:
        """Words in the present language."""
        self._pane.map_button.set_name(tr("Show or hide the map"))

    @Slot()
    def toggle(self) -> None:
        """Show the map, or hide it."""
        self._set_shown(not self.shown)
        self._pane.context.settings.set(CUSTOMER_MAP, self.shown)

    def _set_shown(self, shown: bool) -> None:
        if not shown and self.view is not None:
            self._leave_placing()
        self.holder.setVisible(shown)
        self.show_found()

    def _made(self) -> "MapView":
        if self.view is None:
            from views.widgets.map.map_view import MapView

            self.view = MapView()
            self.view.selected.connect(self._selected)
            self.view.activated.connect(self._opened)
            self.view.placed.connect(self._placed)
            self.view.placing_left.connect(self._leave_placing)
            self._layout.addWidget(self.view)
        return self.view

    @Slot()
    def show_found(self) -> None:
        """Show the customers that the table shows."""
        if not self.shown:
            return
        ids = list(self._pane.rows.rows)
        if len(ids) > MOST // 2:
            self._pane.run("map", _read, self._pane.context.workspace, ids, on_done=self._take)
        else:
            self._take(_read(print, self._pane.context.workspace, ids))

    @Slot(object)
    def _take(self, read: Read) -> None:
        ids, points, office = read
        view = self._made()
        view.set_note(tr("The map shows the first {n} of the list.", n=formatting.number(MOST)) if len(ids) > MOST else "")
        view.set_office(*office)
        view.set_points(points)
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Ring on the map what is checked and what is current in the table."""
        if self.shown and self.view is not None:
            if self._placing is not None and self._placing != self._pane.current:
                self._leave_placing()
            current = self._pane.current
            self.view.select({*self._pane.rows.checked, *(() if current is None else (current,))}, current)

    @Slot(object)
    def _selected(self, ids: tuple[int, ...]) -> None:
        pane = self._pane
        if len(ids) != 1 or pane.rows.checked:
            pane.rows.set_checked(set(ids) if len(ids) != 1 else set())
            pane.rows.checked_changed.emit()
        if ids:
            pane.table.go_to(pane.rows.row_of(ids[0]))

    @Slot(object)
    def _opened(self, customer: int) -> None:
        self._selected((customer,))
        if self._pane.sheet.isVisible():
            self._pane.sheet.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- placing

    def start_placing(self) -> None:
        """Let the user show where the current customer is."""
        pane = self._pane
        place = pane.rows.row_of(pane.current)
        line = pane.rows.line(place) if place >= 0 else None
        if line is None or pane.context.workspace.read_only:
            return
        if not self.shown:
            self._set_shown(True)
        view = self._made()
        self._placing = line.id
        view.start_placing(line.name)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _leave_placing(self) -> None:
        self._placing = None
        if self.view is not None and self.view.placing:
            self.view.stop_placing()
        self._pane.table.setFocus()

    @Slot(float, float)
    def _placed(self, lat: float, lng: float) -> None:
        customer, self._placing = self._placing, None
        place = self._pane.rows.row_of(customer)
        line = self._pane.rows.line(place) if place >= 0 else None
        if line is not None:
            self._pane.change(tr("Place {name} on the map", name=line.name), place_on_map, line.id, lat, lng)
        self._pane.table.setFocus()
