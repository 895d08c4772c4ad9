"""The card of the course: what came so far against the line, and where it is likely to end."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from models.base import MONEY_SCALE
from views.charts import ProgressLine
from views.widgets import Card, Label
from workbench import clock, formatting
from workbench.goals import words
from workbench.goals.overview import GoalsOverview
from workbench.goals.progress import Progress, standing
from workbench.strings import ntr, tr


class CourseCard(Card):
    """The goal's course so far and to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.message, self.note, self.course = Label(role="message", wrap=True), Label(role="caption", wrap=True), ProgressLine(150)
        for widget in (self.message, self.note, self.course):
            self.body.addWidget(widget)

    def retranslate(self) -> None:
        self.set_heading(tr("Where we stand"))

    def show_course(self, shown: GoalsOverview, found: Progress) -> None:
        """Show other figures."""
        goal = shown.goal
        assert goal is not None and goal.deadline is not None
        amount = words.unit_of(goal, shown.currency)
        span = max((goal.deadline - goal.first).days + 1, 1)

        def place(day: date) -> float:
            return ((day - goal.first).days + 1) / span

        plan, total = [(0.0, 0.0)], 0
        for month in found.months:
            total += month.target
            plan.append((min(place(_month_end(month.first)), 1.0), total / MONEY_SCALE))
        if goal.first <= clock.today() < goal.deadline:
            plan = sorted({**dict(plan), place(clock.today()): found.line / MONEY_SCALE}.items())
        labels = [(place(max(month.first, goal.first)), formatting.month_short(month.first)) for month in found.months]
        band = []
        if found.low is not None and found.high is not None and clock.today() < goal.deadline:
            now = found.actual / MONEY_SCALE
            band = [(place(clock.today()), now, now), (1.0, found.low / MONEY_SCALE, found.high / MONEY_SCALE)]
        said = standing(goal, found, shown.currency)
        of = tr("{actual} of {target}.", actual=amount(found.actual), target=amount(found.target))
        self.message.setText(tr("{first} {second}", first=of, second=said))
        self.note.setText(tr("The dashed line follows the months; the band is where it is likely to end (90 %)."))
        self.set_context(ntr("{n} day left", "{n} days left", found.days_left))
        self.course.shown = lambda value: amount(round(value * MONEY_SCALE))
        points = [(place(day), value / MONEY_SCALE) for day, value in shown.course]
        self.course.set_lines(points, plan, labels, band, name=tr("Course of the goal"))


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
