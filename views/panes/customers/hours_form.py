"""When a customer can be visited: the first opening window of each weekday. Later ones of a day stay as they are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from models import Customer
from views.widgets import Banner, CheckRow, Sheet, TimeRange
from workbench import formatting
from workbench.customers.hours import Window, hours_of, set_hours
from workbench.errors import WorkbenchError
from workbench.strings import tr
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context


class HoursForm(Sheet):
    """Seven rows of a tick and a span; "always open" switches them off."""

    def __init__(self, context: "Context", host: QWidget, customer: int = 0) -> None:
        super().__init__(host, tr("Opening hours"), " ", primary=tr("Save hours"), width=480)
        self.context = context
        with context.workspace.read() as session:
            found = session.get(Customer, customer) or session.query(Customer).order_by(Customer.id).first()
            self._customer, self._name = (found.id, found.name) if found else (0, "")
            company = company_of(session)
            kept = hours_of(session, self._customer)
            usual = {day: ((company.day_start, company.day_end),) if company.working_days >> day & 1 else () for day in range(7)}
        self._later = {day: windows[1:] for day, windows in kept.items()}
        self.subtitle.setText(tr("{name}: visits are planned inside these hours.", name=self._name))
        self.banner = Banner()
        self.always = CheckRow(tr("Always open"), checked=not kept)
        self.always.clicked.connect(self._tell)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.always)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.days: list[tuple[CheckRow, TimeRange]] = []
        for day in range(7):
            window = next(iter((kept or usual).get(day, ())), None)
            tick, span = CheckRow(formatting.weekday_long(day), checked=window is not None), TimeRange(30)
            span.setAccessibleName(formatting.weekday_long(day))
            span.set_value(window or (company.day_start, company.day_end))
            tick.clicked.connect(self._tell)
            grid.addWidget(tick, day, 0)
            grid.addWidget(span, day, 1)
            self.days.append((tick, span))
        self.body.addLayout(grid)
        self._tell()
        self.accepted.connect(self._save)

    @Slot()
    def _tell(self) -> None:
        always = self.always.isChecked()
        for tick, span in self.days:
            tick.setEnabled(not always)
            span.setEnabled(not always and tick.isChecked())

    @Slot()
    def _save(self) -> None:
        hours: dict[int, tuple[Window, ...]] = {}
        if not self.always.isChecked():
            for day, (tick, span) in enumerate(self.days):
                problem = span.problem() if tick.isChecked() else ""
                value = span.value()
                if problem or (tick.isChecked() and value is None):
                    span.set_wrong(True)
                    self.banner.show_message(problem or tr("A time is missing."), "warn", formatting.weekday_long(day))
                    return
                hours[day] = (value, *self._later.get(day, ())) if tick.isChecked() and value else ()
        try:
            with self.context.workspace.edit(tr("Change the hours of {name}", name=self._name), origin="customers") as session:
                set_hours(session, self._customer, hours)
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()
