"""Customers: who they are. Facets, search, a table in two-line rows, what can be done with several, and one customer's sheet at the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from models import Rep
from views.actions import ActionSpec
from views.context import Context
from views.panes.customers.bulk_bar import BulkBar
from views.panes.customers.facet_panel import FacetPanel
from views.panes.customers.finder import Finder
from views.panes.customers.map_part import MapPart
from views.panes.customers.rows import CustomerRows
from views.panes.customers.several import Several
from views.panes.customers.sheet import SheetView
from views.panes.customers.table import CustomerTable
from views.panes.customers.welcome import CustomersEmpty
from views.panes.pane import Pane
from views.settings import CUSTOMER_COLUMNS
from views.widgets import Button, Card, Hairline, IconButton, SearchField, row
from workbench import formatting
from workbench.customers.facets import Facets, facets
from workbench.customers.listing import Filters, Shelf, count, shelf
from workbench.customers.sheet import customer_sheet
from workbench.customers.timeline import PAGE
from workbench.strings import marked, ntr, tr
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of

NEW = ActionSpec("new_customer", marked("New customer"), ("N",), "user-plus", writes=True)
IMPORT = ActionSpec("import_customers", marked("Import a list"), (), "download", writes=True, palette=False)
ORDER = ActionSpec("new_order", marked("New order"), ("O",), "plus", writes=True)
SEARCH = ActionSpec("search_customers", marked("Search the customers"), ("/",), "search", palette=False)
CHECK_ALL = ActionSpec("check_all_customers", marked("Check all rows"), ("Ctrl+A",), "check", palette=False)
MAP = ActionSpec("customers_map", marked("Show or hide the map"), ("M",), "map")
COPY = ActionSpec("copy_customers", marked("Copy the rows"), ("Ctrl+C",), "copy", palette=False)
DELETE = ActionSpec("delete_customers", marked("Delete the customers"), ("Del",), "trash-2", writes=True, palette=False)
LISTED = frozenset({"customer", "customer_tag", "customer_tier", "visit", "visit_rule", "rep", "segment"})
MANY = 3_000
"""From so many customers on, the order and the facets are read in a job."""
SHEET_MS = 120
READ_AFTER_MS = 60

Wanted = tuple[Filters, str, bool]


def _read_shelf(_report: Callable[..., None], workspace: Workspace, wanted: Wanted) -> tuple[Wanted, Shelf]:
    with workspace.read() as session:
        return wanted, shelf(session, *wanted)


def _read_facets(_report: Callable[..., None], workspace: Workspace) -> Facets:
    with workspace.read() as session:
        return facets(session)


class CustomersPane(Pane):
    """`current` is the customer in the sheet, `rows` the table's model, `reps` what a customer can be handed to."""

    name = "customers"
    more_keys = (
        ("+", marked("Zoom in on the map; -: out; Home: everything; arrows: move it")),
        ("PgDown", marked("The next customer on the map; PgUp: the one before")),
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.current: int | None = None
        self.reps: list[tuple[int, str]] = []
        self._total, self._place, self._events = 0, 0, PAGE
        self._sort, self._descending, self._keep = "revenue", True, False
        self._patience = 0
        self.rows = CustomerRows(context.workspace)
        self.rows.sort_wanted.connect(self._sort_by)
        self.finder = Finder(self)
        self.finder.found.connect(self._found)
        self.finder.more.connect(self.rows.add_ids)
        self.finder.done.connect(self.chrome_changed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_sheet)
        self.sheet = SheetView(self)
        self.sheet.more_wanted.connect(self._more)
        self.sheet.left.connect(self._to_table)
        self.inspector = self.sheet
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._make_list())
        self._fresh = True
        self.empty = CustomersEmpty()
        self.empty.import_wanted.connect(self._import)
        self.empty.new_wanted.connect(self.new_customer)
        self._pages.addWidget(self.empty)
        self._import_action, self._new = self.action(IMPORT, self._import), self.action(NEW, self.new_customer)
        for spec, slot in (
            (ORDER, self.sheet.new_order),
            (SEARCH, self._to_search),
            (CHECK_ALL, self.several.check_all),
            (COPY, self.several.copy),
            (MAP, self.map.toggle),
            (DELETE, self.several.delete),
        ):
            self.action(spec, slot)

    # ---- building

    def _make_list(self) -> QWidget:
        card = Card(flush=True)
        self.facet_panel = FacetPanel()
        self.facet_panel.changed.connect(self._filter)
        self.filters = self.facet_panel.filters
        self.search, self.columns, self.map_button = SearchField(), Button(), IconButton("map", "", "M", 30)
        self.search.edited.connect(self._find)
        self.search.submitted.connect(self._to_table)
        self.columns.clicked.connect(self._choose_columns)
        self.table = CustomerTable(self.rows)
        self.table.show_sort(self._sort, self._descending)
        self.table.row_current.connect(self._row_current)
        self.table.row_activated.connect(self._to_sheet)
        if kept := self.context.settings.get(CUSTOMER_COLUMNS):
            self.table.choose(kept)
        self.table.columns_chosen.connect(self._keep_columns)
        self.table.escaped.connect(self._escape)
        self.bulk = BulkBar()
        self.several = Several(self, self.bulk)
        self.table.checked_changed.connect(self.several.tell)
        self.map = MapPart(self)
        self.map_button.clicked.connect(self.map.toggle)
        self.table.checked_changed.connect(self.map.tell)
        self.finder.done.connect(self.map.show_found)
        top = row(self.search, self.columns, self.map_button, spacing=6)
        top.setContentsMargins(14, 10, 14, 6)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(top)
        right.addWidget(self.map.holder, 1)
        right.addWidget(self.table, 1)
        right.addWidget(self.bulk)
        inside = QHBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self.facet_panel)
        inside.addWidget(Hairline(vertical=True))
        inside.addLayout(right, 1)
        card.body.addLayout(inside)
        return card

    def retranslate(self) -> None:
        self.search.setPlaceholderText(tr("Name, place, person"))
        self.search.setAccessibleName(tr("Search the customers"))
        self.columns.set_text(tr("Columns"))
        self.map.retranslate()
        self.table.setAccessibleName(tr("Customers"))
        self.table.set_empty_text(tr("No customer is like this. Esc takes the search away."))
        self.sheet.retranslate()
        self.empty.retranslate()

    # ---- drawing

    def subtitle(self) -> str:
        if not self._total:
            return tr("none yet")
        shown = len(self.rows.rows)
        whole = ntr("{n} customer", "{n} customers", self._total)
        return whole if shown == self._total or self.finder.busy else tr("{shown} of {whole}", shown=formatting.number(shown), whole=whole)

    def top_buttons(self) -> list[QAction]:
        return [self._import_action, self._new] if self._total else [self._new]

    def refresh(self, changed: set[str]) -> None:
        workspace = self.context.workspace
        with workspace.read() as session:
            self._total = self._total if self._total > MANY else count(session)
            self.rows.currency = company_of(session).currency
            reps = session.query(Rep).filter(Rep.active).order_by(Rep.position, Rep.id).all()
            self.reps = [*((rep.id, rep.name) for rep in reps), (0, tr("No rep"))]
        self.empty.allow(not workspace.read_only, self.rows.currency)
        self._pages.setCurrentIndex(0 if self._total else 1)
        self.rows.forget()
        if changed & LISTED:
            self._keep = True
            self._patience = 0 if self._fresh else READ_AFTER_MS
            self._read_shelf()
            self._read_facets()
            self._patience = 0
        self._show_sheet()
        self._fresh = False

    def take_first_focus(self) -> None:
        if self._total:
            self.table.setFocus()

    def _wanted(self) -> Wanted:
        return self.filters(), self._sort, self._descending

    def _read_shelf(self) -> None:
        if self._total > MANY:
            self.run("shelf", _read_shelf, self.context.workspace, self._wanted(), on_done=self._take_shelf, after_ms=self._patience)
        else:
            self._take_shelf(_read_shelf(print, self.context.workspace, self._wanted()))

    def _read_facets(self) -> None:
        if self._total > MANY:
            self.run("facets", _read_facets, self.context.workspace, on_done=self._take_facets, after_ms=self._patience)
        else:
            self._take_facets(_read_facets(print, self.context.workspace))

    @Slot(object)
    def _take_facets(self, read: Facets) -> None:
        """Among many they say how many there are; counting them at every edit would hold up the drawing."""
        self.facet_panel.show_facets(read)
        if self._total != read.customers + read.archived:
            self._total = read.customers + read.archived
            self._pages.setCurrentIndex(0 if self._total else 1)
            self.chrome_changed.emit()

    @Slot(object)
    def _take_shelf(self, read: tuple[Wanted, Shelf]) -> None:
        if read[0] == self._wanted():
            self.finder.shelf = read[1]
            self.finder.look(self.search.text())

    @Slot(object)
    def _found(self, ids: list[int]) -> None:
        before, keep = self.table.verticalScrollBar().value(), self._keep
        self._keep = False
        self.rows.show_ids(ids)
        place = self.rows.row_of(self.current)
        if place < 0:
            place = min(self._place, len(ids) - 1) if keep else 0 if ids else -1
            self._events = PAGE
            self.current = ids[place] if place >= 0 else None
            self._sheet_soon()
        self._place = max(0, place)
        self.table.set_current(self.current)
        if keep:
            self.table.verticalScrollBar().setValue(before)
        self.several.tell()
        self.chrome_changed.emit()

    def _sheet_soon(self) -> None:
        """Among many the list comes first, and the sheet when the typing pauses."""
        if self._total > MANY:
            self._later.start(SHEET_MS)
        else:
            self._show_sheet()

    @Slot()
    def _show_sheet(self) -> None:
        self._later.stop()
        found = None
        if self.current is not None:
            with self.context.workspace.read() as session:
                found = customer_sheet(session, self.current, self._events)
        if found is not None:
            self.sheet.show_sheet(found, self.reps, not self.context.workspace.read_only)
        self.sheet.set_blank(found is None)

    # ---- going about in the list

    def arrive(
        self,
        customer: int | None = None,
        tier: str = "",
        cadence: str = "",
        rep: int | None = None,
        place: str = "",
        segment: int | None = None,
        placing: bool = False,
    ) -> None:
        """Show a customer, or those of a facet; with `placing` the user shows on the map where the customer is."""
        chosen: dict[str, tuple[Any, ...]] = {k: (v,) for k, v in (("tiers", tier), ("cadences", cadence), ("places", place)) if v}
        if rep is not None:
            chosen["reps"] = (rep,)
        if segment is not None:
            chosen["segments"] = (segment,)
        if customer is not None:
            self.current, self._events = customer, PAGE
            self._show_sheet()
        if chosen or (customer is not None and self.rows.row_of(customer) < 0):
            self.search.setText("")
            self.facet_panel.choose(**chosen)
            self._read_shelf()
        self.table.set_current(self.current)
        self.map.tell()
        if placing:
            self.map.start_placing()
        else:
            self.table.setFocus()

    @Slot(str)
    def _find(self, text: str) -> None:
        self.finder.look(text)

    @Slot()
    def _filter(self) -> None:
        self._place = 0
        self._read_shelf()

    @Slot(str, bool)
    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._read_shelf()

    @Slot(object)
    def _row_current(self, customer: int) -> None:
        self.current, self._place, self._events = customer, self.table.current_row(), PAGE
        self._show_sheet()
        self.map.tell()

    @Slot()
    def _more(self) -> None:
        self._events += PAGE * 3
        self._show_sheet()

    @Slot()
    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _to_table(self) -> None:
        self.table.setFocus()

    @Slot(object)
    def _to_sheet(self, _customer: object) -> None:
        if self.sheet.isVisible():
            self.sheet.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _escape(self) -> None:
        """Esc gives up one thing at a time: what is checked, then the search."""
        if self.rows.checked:
            self.several.uncheck()
        elif self.search.text():
            self.search.setText("")
            self._find("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose_columns(self) -> None:
        self.table.open_chooser(self.columns.mapToGlobal(QPoint(0, self.columns.height() + 2)))

    @Slot()
    def _keep_columns(self) -> None:
        self.context.settings.set(CUSTOMER_COLUMNS, self.table.chosen())

    @Slot()
    def new_customer(self) -> None:
        """Open the form of a new customer."""
        self.context.navigate("new_customer")

    @Slot()
    def _import(self) -> None:
        self.context.navigate("import")
