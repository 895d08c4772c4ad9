"""The sheet that holds a customer in a tier by hand: find the customer, choose the tier, say why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import Customer
from views.widgets import Banner, Field, Form, Label, RadioRow, SearchField, Sheet
from workbench import formatting
from workbench.customers import search, tiering
from workbench.customers.search import Found
from workbench.errors import WorkbenchError
from workbench.strings import marked, ntr, tr

if TYPE_CHECKING:
    from views.context import Context

MOST, MOST_ALIKE = 5, 40
FIELDS = (
    Field("tier", marked("Tier"), "segmented", options=(("A", "A"), ("B", "B"), ("C", "C"), ("N", marked("Prospect")))),
    Field("reason", marked("Reason"), required=True, placeholder=marked("for example: a new plant opens in spring")),
)


class ByHandSheet(Sheet):
    """Typing finds customers, Enter takes the first, Down and Up walk through them."""

    def __init__(self, context: "Context", host: QWidget, customer: int | None = None) -> None:
        super().__init__(
            host,
            tr("Set a tier by hand"),
            tr("It stands against the figures until you let them decide again."),
            primary=tr("Set the tier"),
            width=480,
        )
        self.context = context
        self._chosen: Found | None = None
        self.banner, self.form = Banner(), Form(FIELDS)
        self.find_field = SearchField(tr("Find a customer"), key="")
        self.find_field.edited.connect(self._look)
        self.find_field.installEventFilter(self)
        self.hits, self.count = QVBoxLayout(), Label(role="caption", wrap=True)
        self.hits.setSpacing(0)
        self._rows: list[tuple[RadioRow, Found]] = []
        holder = QWidget()
        holder.setLayout(self.hits)
        self.hits.setContentsMargins(0, 0, 0, 0)
        self.why = Label(role="caption", wrap=True)
        for part in (self.banner, self.find_field, holder, self.count, self.why, self.form):
            self.body.addWidget(part)
        self.form.problems_changed.connect(self._count_problems)
        self.form.set_values({"tier": "A"})
        self.why.hide()
        self.count.setText(tr("Type a part of its name, place or person."))
        self.accepted.connect(self._save)
        if customer is not None:
            self._begin_with(customer)

    def _begin_with(self, customer: int) -> None:
        with self.context.workspace.read() as session:
            known = session.get(Customer, customer)
            found = search.find(session, known.name, MOST_ALIKE)[1] if known is not None else ()
        self._show([hit for hit in found if hit.id == customer], 1)
        if self._rows:
            self._rows[0][0].click()

    @Slot(object)
    def _look(self, text: str) -> None:
        with self.context.workspace.read() as session:
            count, found = search.find(session, text, MOST)
        self._show(found, count)
        if not text.strip():
            self.count.setText(tr("Type a part of its name, place or person."))
        elif not found:
            self.count.setText(tr("No customer is called so."))

    def _show(self, found: "list[Found] | tuple[Found, ...]", count: int) -> None:
        while (item := self.hits.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows, self._chosen = [], None
        self.why.hide()
        for hit in found:
            about = ", ".join(part for part in (hit.place, hit.rep) if part)
            row = RadioRow(hit.name, about, tr("now {tier}", tier=hit.tier), "plain")
            row.clicked.connect(self._choose)
            self.hits.addWidget(row)
            self._rows.append((row, hit))
        rest = count - len(found)
        self.count.setText(ntr("and {n} more", "and {n} more", rest, n=formatting.number(rest)) if rest > 0 else "")
        self.count.setVisible(bool(self.count.text()) or not found)
        self.refit()

    @Slot()
    def _choose(self) -> None:
        chosen = next((hit for row, hit in self._rows if row.isChecked()), None)
        if chosen is None:
            return
        self._chosen = chosen
        with self.context.workspace.read() as session:
            self.why.setText(tiering.why(session, chosen.id))
            held = tiering.held_reason(session, chosen.id)
        self.why.show()
        self.form.set_values({"tier": chosen.tier, **({"reason": held} if held else {})})
        self.banner.clear()
        self.refit()

    def _take_first(self) -> None:
        if self._rows and self._chosen is None:
            self._rows[0][0].click()
        if self._chosen is not None:
            self.form.control("tier").setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _count_problems(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    @Slot()
    def _save(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self._take_first()
            if self._chosen is None:
                self.banner.show_message(tr("No customer is chosen."), "warn", tr("Type a part of its name above."))
                self.find_field.setFocus()
            return
        if not self.form.check():
            return
        tier, reason = self.form.value("tier"), self.form.value("reason")
        try:
            with self.context.workspace.edit(tr("{name} set to {tier} by hand", name=chosen.name, tier=tier), origin="tiers") as session:
                tiering.override(session, chosen.id, tier, reason)
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.find_field:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._take_first()
                return True
            if event.key() == Qt.Key.Key_Down and self._rows:
                self._rows[0][0].setFocus(Qt.FocusReason.TabFocusReason)
                self._rows[0][0].click()
                return True
        return super().eventFilter(watched, event)
