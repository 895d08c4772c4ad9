"""Finding one customer inside a sheet: type a part of its name, take one of the hits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import Customer
from views.widgets import Label, RadioRow, SearchField
from workbench import formatting
from workbench.customers import search
from workbench.customers.search import Found
from workbench.strings import ntr, tr

if TYPE_CHECKING:
    from workbench.workspace import Workspace

MOST, MOST_ALIKE = 5, 40


class CustomerChooser(QWidget):
    """Enter takes the first hit, Down and Up walk through them. `chosen(Found)` when one was taken, `resized()` when the list grew or shrank."""

    chosen = Signal(object)
    resized = Signal()

    def __init__(self, workspace: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: list[tuple[RadioRow, Found]] = []
        self.found: Found | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.field, self.count = SearchField(tr("Find a customer"), key="", height=34), Label(role="caption", wrap=True)
        self.field.edited.connect(self._look)
        self.field.installEventFilter(self)
        self._holder = QWidget()
        self._hits = QVBoxLayout(self._holder)
        self._hits.setContentsMargins(0, 0, 0, 0)
        self._hits.setSpacing(0)
        for part in (self.field, self._holder, self.count):
            column.addWidget(part)
        self.count.setText(tr("Type a part of its name, place or person."))

    def begin_with(self, customer: int) -> None:
        """Take this customer, as if it had been found and chosen."""
        with self._workspace.read() as session:
            known = session.get(Customer, customer)
            hits = search.find(session, known.name, MOST_ALIKE)[1] if known is not None else ()
        self._show([hit for hit in hits if hit.id == customer], 1)
        self.take_first()

    def take_first(self) -> bool:
        """Take the first hit where none is taken yet; whether one is taken now."""
        if self._rows and self.found is None:
            self._rows[0][0].click()
        return self.found is not None

    @Slot(object)
    def _look(self, text: str) -> None:
        with self._workspace.read() as session:
            count, hits = search.find(session, text, MOST)
        self._show(hits, count)
        if not text.strip():
            self.count.setText(tr("Type a part of its name, place or person."))
        elif not hits:
            self.count.setText(tr("No customer is called so."))

    def _show(self, hits: Sequence[Found], count: int) -> None:
        while (item := self._hits.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows, self.found = [], None
        for hit in hits:
            row = RadioRow(hit.name, ", ".join(part for part in (hit.place, hit.rep) if part), hit.tier, "plain")
            row.clicked.connect(self._take)
            self._hits.addWidget(row)
            self._rows.append((row, hit))
        rest = count - len(hits)
        self.count.setText(ntr("and {n} more", "and {n} more", rest, n=formatting.number(rest)) if rest > 0 else "")
        self.count.setVisible(bool(self.count.text()) or not hits)
        self._grow()

    def _grow(self) -> None:
        """Measure anew at once, so that the sheet can fit itself to the list."""
        for widget in (self._holder, self):
            widget.layout().activate()
            widget.updateGeometry()
        self.resized.emit()

    @Slot()
    def _take(self) -> None:
        self.found = next((hit for row, hit in self._rows if row.isChecked()), None)
        if self.found is not None:
            self.chosen.emit(self.found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if self.take_first():
                    self.focusNextChild()
                return True
            if event.key() == Qt.Key.Key_Down and self._rows:
                self._rows[0][0].setFocus(Qt.FocusReason.TabFocusReason)
                self._rows[0][0].click()
                return True
        return super().eventFilter(watched, event)
