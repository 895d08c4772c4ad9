"""When one customer is closed beside its weekdays: ranges of days, and days of every month. Every change is saved at once."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models import Customer
from views.dialogs.day_ranges import DayRanges, DayRow, RangeWords
from views.widgets import Banner, Button, Combo, Label, LineEdit, Sheet, row
from workbench.customers import closed_days
from workbench.customers.closed_days import ClosedEntry
from workbench.errors import WorkbenchError
from workbench.strings import tr

if TYPE_CHECKING:
    from views.context import Context


class ClosedForm(Sheet):
    """What stands in the file is listed; below it a line for a range of days and one for a day of every month."""

    def __init__(self, context: "Context", host: QWidget, customer: int = 0) -> None:
        super().__init__(host, tr("Closed days"), " ", primary=tr("Done"), width=620)
        self.context = context
        self.cancel.hide()
        with context.workspace.read() as session:
            found = session.get(Customer, customer) or session.query(Customer).order_by(Customer.id).first()
            self._customer, self._name = (found.id, found.name) if found else (0, "")
        self.subtitle.setText(tr("{name}: no visit is planned on these days. Every change is saved at once.", name=self._name))
        self.banner = Banner()
        self.ranges = DayRanges(
            RangeWords(tr("Why closed"), tr("Summer holidays"), tr("None to come beside its weekdays."), tr("Add the days"))
        )
        self.month_day = Combo([(day, closed_days.month_day_words(day)) for day in range(1, 32)], height=34, placeholder=tr("Every month"))
        self.month_day.setAccessibleName(tr("Day of every month"))
        self.month_why = LineEdit(placeholder=tr("Closing of accounts"))
        self.month_why.setAccessibleName(tr("Why closed every month"))
        self.month_add = Button(tr("Add the day"), small=True)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.ranges)
        self.body.addWidget(Label(tr("Or a day of every month"), "caption"))
        self.body.addLayout(row(self.month_why, self.month_day, self.month_add))
        self.ranges.added.connect(self._add)
        self.ranges.renamed.connect(self._rename)
        self.ranges.removed.connect(self._remove)
        self.ranges.resized.connect(self.refit)
        self.month_add.clicked.connect(self._add_month_day)
        self.accepted.connect(self._finish)
        self._show()

    def _show(self) -> None:
        with self.context.workspace.read() as session:
            found = closed_days.closed_of(session, self._customer)
        self.ranges.show_rows(_rows(found.coming), _rows(found.past))
        self.refit()

    def _change(self, label: str, command: Callable[..., Any], *args: Any) -> WorkbenchError | None:
        self.banner.clear()
        problem = None
        try:
            with self.context.workspace.edit(label, origin="customers") as session:
                command(session, *args)
        except WorkbenchError as error:
            problem = error
        self._show()
        return problem

    @Slot(str, object, object)
    def _add(self, reason: str, first: date, last: date) -> None:
        problem = self._change(tr("Closed days of {name}", name=self._name), closed_days.add_closed, self._customer, reason, first, last)
        if problem is not None:
            self.ranges.show_problem(problem)
        else:
            self.ranges.forget()

    @Slot()
    def _add_month_day(self) -> None:
        day = self.month_day.value()
        if day is None:
            self.banner.show_message(tr("No day is chosen."), "warn", tr("Choose the day of the month."))
            self.refit()
            return
        label = tr("Closed days of {name}", name=self._name)
        problem = self._change(label, closed_days.add_month_day, self._customer, day, self.month_why.text())
        if problem is not None:
            self.banner.show_error(problem)
            self.refit()
            return
        self.month_day.set_value(None)
        self.month_why.set_value("")

    @Slot(int, str)
    def _rename(self, key: int, reason: str) -> None:
        self._change(tr("Closed days of {name}", name=self._name), closed_days.rename_closed, key, reason)

    @Slot(int)
    def _remove(self, key: int) -> None:
        self._change(tr("Remove closed days"), closed_days.remove_closed, key)

    @Slot()
    def _finish(self) -> None:
        """Add what was typed and not yet added; close when nothing is left that is wrong."""
        if self.ranges.typed():
            self.ranges.add_days()
        if self.month_why.text().strip() or self.month_day.value() is not None:
            self._add_month_day()
        if not self.unkept():
            self.done()

    def unkept(self) -> str:
        typed = self.ranges.typed() or self.month_why.text().strip() or self.month_day.value() is not None
        return tr("What you typed is not kept yet.") if typed else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line for something new adds it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.ranges.has_focus() and self.ranges.typed():
                self.ranges.add_days()
                return
            if self.month_why.hasFocus():
                self._add_month_day()
                return
        super().keyPressEvent(event)


def _rows(entries: tuple[ClosedEntry, ...]) -> list[DayRow]:
    return [DayRow(one.id, one.reason, one.words) for one in entries]
