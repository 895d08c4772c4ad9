"""The form of an order: its day, its number, its lines. Opened empty, or with an order from the timeline."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from models import Customer
from views.widgets import Banner, Button, Field, Form, IconButton, Label, LineEdit, Link, MoneyField, Sheet
from workbench import clock, formatting
from workbench.customers import orders
from workbench.customers.orders import Line, Order
from workbench.errors import WorkbenchError
from workbench.strings import marked, tr
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context

FIELDS = (
    Field("day", marked("Day"), "date", required=True, span=1),
    Field("number", marked("Order number"), span=1, placeholder=marked("may be empty")),
)


class OrderForm(Sheet):
    """Adds, changes or deletes one order of a customer as one step. Without `customer` the first of the file."""

    def __init__(self, context: "Context", host: QWidget, customer: int = 0, key: str = "") -> None:
        super().__init__(
            host, tr("Order") if key else tr("New order"), " ", primary=tr("Save order") if key else tr("Add order"), width=620
        )
        self.context, self._key = context, key
        with context.workspace.read() as session:
            found = session.get(Customer, customer) or session.query(Customer).order_by(Customer.id).first()
            self._customer, self._name = (found.id, found.name) if found else (0, "")
            self._currency = company_of(session).currency
            before = orders.read_order(session, self._customer, key) if key and found else None
        self.subtitle.setText(self._name)
        self.banner, self.form, self.sum = Banner(), Form(FIELDS, columns=2), Label(role="strong", tabular=True)
        self.form.set_values({"day": before.day if before else clock.today(), "number": before.number if before else ""})
        self.form.problems_changed.connect(self._count)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.form)
        self._make_lines()
        if key:
            self.remove = Button(tr("Delete order"), tall=True)
            self.remove.clicked.connect(self._delete)
            self.footer.insertWidget(1, self.remove)
        for line in before.lines if before else (Line("", 0),):
            self._add_row(line if before else None)
        self._sum_up(None)
        self.accepted.connect(self._save)

    def _make_lines(self) -> None:
        self._rows: list[tuple[LineEdit, MoneyField, IconButton, Line | None]] = []
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(0, 1)
        self.grid.addWidget(Label(tr("Product"), "caption"), 0, 0)
        self.grid.addWidget(Label(tr("Amount"), "caption"), 0, 1)
        self.body.addLayout(self.grid)
        self.another = Link(tr("Another line"), "caption_strong")
        self.another.clicked.connect(self._another)
        self.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.sum, 0, Qt.AlignmentFlag.AlignRight)

    def _add_row(self, line: Line | None) -> LineEdit:
        place = len(self._rows) + 1
        product = LineEdit(line.product if line else "", height=34, name=tr("Product, line {n}", n=place))
        amount = MoneyField(self._currency, 34, tr("Amount, line {n}", n=place))
        amount.setFixedWidth(150)
        amount.set_value(line.amount if line else None)
        amount.edited.connect(self._sum_up)
        away = IconButton("x", tr("Take line {n} out", n=place))
        away.clicked.connect(self._take_out)
        for column, widget in enumerate((product, amount, away)):
            self.grid.addWidget(widget, self.grid.rowCount(), column) if column == 0 else self.grid.addWidget(
                widget, self.grid.rowCount() - 1, column
            )
        self._rows.append((product, amount, away, line))
        return product

    @Slot()
    def _another(self) -> None:
        self._add_row(None).setFocus()
        self.refit()

    @Slot()
    def _take_out(self) -> None:
        row = next((row for row in self._rows if row[2] is self.sender()), None)
        if row is None:
            return
        self._rows.remove(row)
        for widget in row[:3]:
            self.grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._sum_up(None)
        self.another.setFocus()

    @Slot(object)
    def _sum_up(self, _value: Any) -> None:
        whole = sum(amount.value() or 0 for _, amount, _, _ in self._rows)
        self.sum.setText(tr("Sum {amount}", amount=formatting.money(whole, self._currency)))

    @Slot(int)
    def _count(self, _problems: int) -> None:
        self.set_note(self.form.problems_text())

    def _lines(self) -> tuple[Line, ...] | None:
        """The lines that say something; None after an amount that cannot be read, which is told."""
        made = []
        for product, amount, _, before in self._rows:
            problem = amount.problem()
            amount.set_wrong(bool(problem))
            if problem:
                self.banner.show_message(problem, "warn")
                amount.setFocus()
                return None
            value = amount.value()
            if value is not None:
                made.append(Line(product.text(), value, before.quantity if before else None, before.profit if before else None))
            elif product.text().strip():
                amount.set_wrong(True)
                amount.setFocus()
                self.banner.show_message(tr("A line has no amount."), "warn", tr("Type it, or take the line out."))
                return None
        return tuple(made)

    @Slot()
    def _save(self) -> None:
        if not self.form.check() or (lines := self._lines()) is None:
            return
        order = Order(self.form.value("day"), self.form.value("number") or "", lines)
        label = tr("Change an order of {name}", name=self._name) if self._key else tr("Add an order of {name}", name=self._name)
        try:
            with self.context.workspace.edit(label, origin="customers") as session:
                orders.save_order(session, self._customer, order, self._key)
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()

    @Slot()
    def _delete(self) -> None:
        try:
            with self.context.workspace.edit(tr("Delete an order of {name}", name=self._name), origin="customers") as session:
                orders.delete_order(session, self._customer, self._key)
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()
        self.context.offer_undo(tr("Order of {name} deleted", name=self._name))
