"""When a customer can be visited: the opening windows of each weekday, one or several."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models import Customer
from views.widgets import Banner, CheckRow, IconButton, Sheet, TimeRange, row
from workbench import formatting
from workbench.customers.hours import Window, hours_of, set_hours
from workbench.errors import WorkbenchError
from workbench.strings import tr
from workbench.workspace.workspace import company_of

if TYPE_CHECKING:
    from views.context import Context

MOST_WINDOWS = 4
PAUSE = 60
"""Minutes between a window and the one offered after it."""


class DayWindows(QWidget):
    """The windows of one weekday, one under the other; `changed` when there are more or fewer. The first one stays."""

    changed = Signal()

    def __init__(self, name: str, windows: tuple[Window, ...], lunch: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._lunch = name, lunch
        self.spans: list[TimeRange] = []
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.more = IconButton("plus", tr("{day}: one more window", day=name), size=24)
        self.more.clicked.connect(self._add_after)
        for window in windows:
            self._add(window)

    def _add(self, window: Window) -> None:
        first = not self.spans
        span = TimeRange(30)
        span.setAccessibleName(self._name if first else tr("{day}, window {n}", day=self._name, n=len(self.spans) + 1))
        span.set_value(window)
        line = QWidget()
        end = self.more
        if not first:
            end = IconButton("trash-2", tr("{day}: remove window {n}", day=self._name, n=len(self.spans) + 1), size=24)
            end.clicked.connect(partial(self._remove, span))
        line.setLayout(row(span, end, spacing=8))
        line.layout().setContentsMargins(0, 0, 0, 0)
        self.spans.append(span)
        self._lines.append(line)
        self._column.addWidget(line)
        self._tell()

    @Slot()
    def _add_after(self) -> None:
        self._add(self._next_window())
        self.spans[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _next_window(self) -> Window:
        """What is offered for one more window: the afternoon, where the last one spans lunch and then ends with it, else what comes later."""
        last = self.spans[-1].value()
        if last and last[0] < self._lunch[0] and self._lunch[1] < last[1]:
            self.spans[-1].set_value((last[0], self._lunch[0]))
            return self._lunch[1], last[1]
        start = min((last[1] if last else 12 * 60) + PAUSE, 22 * 60)
        return start, min(start + 4 * 60, 24 * 60 - 1)

    def _remove(self, span: TimeRange) -> None:
        at = self.spans.index(span)
        del self.spans[at]
        line = self._lines.pop(at)
        line.hide()
        line.deleteLater()
        self._tell()
        self.spans[at - 1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _tell(self) -> None:
        self.more.setEnabled(len(self.spans) < MOST_WINDOWS)

    def wrong(self) -> str:
        """What is wrong in the first window that cannot be used, "" where all can; it is marked and gets the keyboard."""
        for span in self.spans:
            problem = span.problem() or ("" if span.value() is not None else tr("A time is missing."))
            if problem:
                span.set_wrong(True)
                span.setFocus(Qt.FocusReason.OtherFocusReason)
                return problem
        return ""

    def windows(self) -> tuple[Window, ...]:
        """The windows as typed."""
        return tuple(value for span in self.spans if (value := span.value()) is not None)


class HoursForm(Sheet):
    """Seven rows of a tick and windows; "always open" switches them off."""

    def __init__(self, context: "Context", host: QWidget, customer: int = 0) -> None:
        super().__init__(host, tr("Opening hours"), " ", primary=tr("Save hours"), width=520)
        self.context = context
        with context.workspace.read() as session:
            found = session.get(Customer, customer) or session.query(Customer).order_by(Customer.id).first()
            self._customer, self._name = (found.id, found.name) if found else (0, "")
            company = company_of(session)
            kept = hours_of(session, self._customer)
            usual = {day: ((company.day_start, company.day_end),) if company.working_days >> day & 1 else () for day in range(7)}
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
        self.days: list[tuple[CheckRow, DayWindows]] = []
        for day in range(7):
            windows = (kept or usual).get(day, ())
            tick = CheckRow(formatting.weekday_long(day), checked=bool(windows))
            lunch = company.lunch_start, company.lunch_end
            spans = DayWindows(formatting.weekday_long(day), windows or ((company.day_start, company.day_end),), lunch)
            tick.clicked.connect(self._tell)
            spans.changed.connect(self.refit)
            grid.addWidget(tick, day, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(spans, day, 1)
            self.days.append((tick, spans))
        self.body.addLayout(grid)
        self._tell()
        self.accepted.connect(self._save)

    @Slot()
    def _tell(self) -> None:
        always = self.always.isChecked()
        for tick, spans in self.days:
            tick.setEnabled(not always)
            spans.setEnabled(not always and tick.isChecked())

    @Slot()
    def _save(self) -> None:
        hours: dict[int, tuple[Window, ...]] = {}
        if not self.always.isChecked():
            for day, (tick, spans) in enumerate(self.days):
                problem = spans.wrong() if tick.isChecked() else ""
                if problem:
                    self.banner.show_message(problem, "warn", formatting.weekday_long(day))
                    return
                hours[day] = spans.windows() if tick.isChecked() else ()
        try:
            with self.context.workspace.edit(tr("Change the hours of {name}", name=self._name), origin="customers") as session:
                set_hours(session, self._customer, hours)
        except WorkbenchError as error:
            self.banner.show_error(error)
            return
        self.done()
