"""Customers: who they are. Facets, search, a table in two-line rows, what can be done with several, and one customer's sheet at the right."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from views.actions import ActionSpec
from views.context import Context
from views.panes.customer_parts.bulk_bar import BulkBar
from views.panes.customer_parts.facet_panel import FacetPanel
from views.panes.customer_parts.rows import CustomerRows
from views.panes.customer_parts.sheet import SheetView
from views.panes.customer_parts.table import CustomerTable
from views.panes.pane import Pane
from views.widgets import Button, Card, DropTarget, EmptyState, Hairline, SearchField
from workbench import clock, formatting
from workbench.customers import commands, details, placing
from workbench.customers.clipboard import rows_as_text
from workbench.customers.facets import Facets, facets
from workbench.customers.listing import Filters, Shelf, count, shelf
from workbench.customers.sheet import customer_sheet
from workbench.customers.timeline import PAGE
from workbench.strings import marked, ntr, tr
from workbench.visits.team import load_team
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of

NEW = ActionSpec("new_customer", marked("New customer"), ("Ctrl+Shift+N",), "user-plus", writes=True)
COPY = ActionSpec("copy_customers", marked("Copy the rows"), ("Ctrl+C",), "copy", palette=False)
DELETE = ActionSpec("delete_customers", marked("Delete the customers"), ("Del",), "trash-2", writes=True, palette=False)
CHECK_ALL = ActionSpec("check_all_customers", marked("Check all rows"), ("Ctrl+A",), "check", palette=False)
SEARCH = ActionSpec("search_customers", marked("Search the customers"), ("/",), "search", palette=False)
MANY = 5_000
"""From so many customers on, lists are read in a job."""


def _read(report: Any, workspace: Workspace, filters: Filters, sort: str, descending: bool) -> tuple[Shelf, Facets]:
    with workspace.read() as session:
        return _both(session, filters, sort, descending)


def _both(session: Any, filters: Filters, sort: str, descending: bool) -> tuple[Shelf, Facets]:
    return shelf(session, filters, sort, descending), facets(session)


class CustomersPane(Pane):
    """The list and the sheet."""

    name = "customers"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shelf, self._total = Shelf([], []), 0
        self._sort, self._descending = "revenue", True
        self._current: int | None = None
        self._events = PAGE
        self._reps: list[tuple[Any, str]] = []
        self._new = self.action(NEW, self.new_customer)
        self.action(COPY, self.copy_rows)
        self.action(DELETE, self.delete_rows)
        self.action(CHECK_ALL, self.check_all)
        self.action(SEARCH, self.focus_search)
        self.model = CustomerRows(context.workspace)
        self.model.sort_wanted.connect(self._sort_by)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._make_list())
        self._pages.addWidget(self._make_empty())
        self.sheet = SheetView()
        self.sheet.edited.connect(self._edit)
        self.sheet.rep_chosen.connect(self._set_rep)
        self.sheet.place_pasted.connect(self._set_place)
        self.sheet.more_wanted.connect(self._more)
        self.inspector = self.sheet

    # ---- building

    def _make_list(self) -> QWidget:
        card = Card(flush=True)
        self.facet_panel = FacetPanel()
        self.facet_panel.changed.connect(self._read_again)
        self.search = SearchField()
        self.search.edited.connect(self._find)
        self.table = CustomerTable(self.model)
        self.table.row_current.connect(self._row_current)
        self.table.row_activated.connect(self._focus_sheet)
        self.table.checked_changed.connect(self._checked)
        self.table.escaped.connect(self._uncheck)
        self.bulk = BulkBar()
        for name in ("tag", "tier"):
            self.bulk.buttons[name].hide()
        self.bulk.buttons["archive"].clicked.connect(self._archive)
        self.bulk.buttons["copy"].clicked.connect(self.copy_rows)
        self.bulk.buttons["hand_over"].clicked.connect(self._offer_reps)
        right = QVBoxLayout()
        right.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(14, 12, 14, 8)
        top.addWidget(self.search)
        right.addLayout(top)
        right.addWidget(self.table, 1)
        right.addWidget(self.bulk)
        inside = QHBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self.facet_panel)
        inside.addWidget(Hairline(vertical=True))
        inside.addLayout(right, 1)
        card.body.addLayout(inside)
        return card

    def _make_empty(self) -> QWidget:
        self.empty_import, self.empty_new = Button("", primary=True, key="Ctrl Shift I", tall=True), Button("", tall=True)
        self.empty_import.clicked.connect(self._import)
        self.empty_new.clicked.connect(self.new_customer)
        self.empty_drop = DropTarget("", "")
        self.empty = EmptyState("", "", (self.empty_import, self.empty_new), extra=self.empty_drop)
        return self.empty

    def retranslate(self) -> None:
        self.search.setPlaceholderText(tr("Name, place, person or note"))
        self.search.setAccessibleName(tr("Search the customers"))
        self.table.setAccessibleName(tr("Customers"))
        self.sheet.retranslate()
        self.empty.title.setText(tr("Who do you sell to?"))
        self.empty.text.setText(
            tr("Strategy stays talk until it has names: with your customers here, Asaichi finds the few that carry the revenue.")
        )
        self.empty_import.set_text(tr("Import a list"))
        self.empty_new.set_text(tr("Type one in"))
        self.empty_drop.title.setText(tr("Or drop the file anywhere in this window"))
        self.empty_drop.text.setText(tr("Excel, CSV or OpenDocument"))

    # ---- drawing

    def subtitle(self) -> str:
        if not self._total:
            return tr("none yet")
        shown = len(self.model.rows)
        whole = ntr("{n} customer", "{n} customers", self._total)
        return whole if shown == self._total else tr("{shown} of {whole}", shown=formatting.number(shown), whole=whole)

    def top_buttons(self) -> list[QAction]:
        return [self._new]

    def refresh(self, changed: set[str]) -> None:
        today = clock.today()
        with self.context.workspace.read() as session:
            self._total = count(session)
            self.model.currency = company_of(session).currency
            self._reps = [(0, tr("No rep")), *((rep.plan.id, rep.plan.name) for rep in load_team(session, today, today).reps)]
            if self._total <= MANY:
                self._take(_both(session, self.facet_panel.filters(), self._sort, self._descending))
        if self._total > MANY:
            self.run("list", _read, self.context.workspace, self.facet_panel.filters(), self._sort, self._descending, on_done=self._take)
        self._pages.setCurrentIndex(0 if self._total else 1)
        self.sheet.setVisible(bool(self._total))
        self._show_sheet()

    @Slot(object)
    def _take(self, found: tuple[Shelf, Facets]) -> None:
        self._shelf = found[0]
        self.facet_panel.show_facets(found[1])
        self._find(self.search.text())

    @Slot(str)
    def _find(self, text: str) -> None:
        ids = self._shelf.matching(text)
        self.model.show_ids(ids)
        self.table.set_empty_text(tr("No customer is like this."))
        if self._current not in ids:
            self._current = ids[0] if ids else None
            self._events = PAGE
            self._show_sheet()
        self.table.set_current(self._current)
        self._checked()
        self.chrome_changed.emit()

    def _show_sheet(self) -> None:
        if self._current is None:
            return
        with self.context.workspace.read() as session:
            found = customer_sheet(session, self._current, self._events)
        if found is not None:
            self.sheet.show_sheet(found, self._reps, not self.context.workspace.read_only)

    @Slot()
    def _read_again(self) -> None:
        self.draw({"customer"})

    @Slot(str, bool)
    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.draw({"customer"})

    @Slot(object)
    def _row_current(self, customer: int) -> None:
        self._current, self._events = customer, PAGE
        self._show_sheet()

    def arrive(self, customer: int | None = None, tier: str = "", cadence: str = "", rep: int | None = None, place: str = "") -> None:
        chosen: dict[str, tuple[Any, ...]] = {}
        for key, value in (("tiers", tier), ("cadences", cadence), ("places", place)):
            if value:
                chosen[key] = (value,)
        if rep is not None:
            chosen["reps"] = (rep,)
        if chosen or customer is not None:
            self.search.setText("")
            self.facet_panel.choose(**chosen)
        self._current = customer if customer is not None else self._current
        self.draw({"customer"})
        self.table.setFocus()

    # ---- one customer

    @Slot(str, str)
    def _edit(self, field: str, text: str) -> None:
        if self._current is not None:
            self.change(tr("Change a customer"), details.set_field, self._current, field, text)
            self._show_sheet()

    @Slot(object)
    def _set_rep(self, rep: int | None) -> None:
        if self._current is not None:
            self.change(tr("Change the rep"), details.set_rep, self._current, rep)

    @Slot(str)
    def _set_place(self, text: str) -> None:
        if self._current is not None:
            self.change(tr("Place a customer"), placing.place_from_text, self._current, text)
            self._show_sheet()

    @Slot()
    def _more(self) -> None:
        self._events += PAGE * 3
        self._show_sheet()

    @Slot(object)
    def _focus_sheet(self, _: object) -> None:
        self.sheet.setFocus()
        self.sheet.focusNextChild()

    @Slot()
    def new_customer(self) -> None:
        """Add a customer and let its name be typed."""
        made = self.change(tr("Add a customer"), commands.add_customer, {"name": tr("New customer")})
        if made is not None:
            self.arrive(customer=made)
            self.sheet._fields["name"].open_editor()

    # ---- several

    def _chosen(self) -> list[int]:
        return self.model.checked_in_order() or ([self._current] if self._current is not None else [])

    @Slot()
    def _checked(self) -> None:
        checked = self.model.checked_in_order()
        self.bulk.tell_archive(self.facet_panel.filters().archived)
        self.bulk.tell(len(checked), "", not self.context.workspace.read_only)

    @Slot()
    def _uncheck(self) -> None:
        self.model.set_checked(())
        self._checked()

    @Slot()
    def check_all(self) -> None:
        """Check every row shown."""
        self.model.check_rows(range(len(self.model.rows)))

    @Slot()
    def focus_search(self) -> None:
        """Type into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def copy_rows(self) -> None:
        """Copy the checked rows, or the current one, as a table."""
        with self.context.workspace.read() as session:
            QGuiApplication.clipboard().setText(rows_as_text(session, self._chosen()))

    @Slot()
    def delete_rows(self) -> None:
        """Delete the checked customers, or the current one; one undo brings them back."""
        chosen = self._chosen()
        if chosen:
            label = ntr("Delete {n} customer", "Delete {n} customers", len(chosen))
            self._uncheck()
            self.change(label, commands.delete, chosen)
            self.context.offer_undo(ntr("{n} customer deleted", "{n} customers deleted", len(chosen)))

    @Slot()
    def _archive(self) -> None:
        chosen = self._chosen()
        if self.facet_panel.filters().archived:
            self.change(tr("Take out of the archive"), commands.restore, chosen)
        else:
            self.change(ntr("Archive {n} customer", "Archive {n} customers", len(chosen)), commands.archive, chosen)
        self._uncheck()

    @Slot()
    def _offer_reps(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for rep, name in self._reps:
            menu.addAction(name.replace("&", "&&")).setData(rep)
        menu.triggered.connect(self._hand_over)
        button = self.bulk.buttons["hand_over"]
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    @Slot(QAction)
    def _hand_over(self, action: QAction) -> None:
        chosen = self._chosen()
        self.change(
            ntr("Hand {n} customer over", "Hand {n} customers over", len(chosen)), commands.hand_over, chosen, action.data() or None
        )
        self._uncheck()

    @Slot()
    def _import(self) -> None:
        self.context.navigate("import")
