"""The time box of the analysis: 2 to 4 weeks, then the boards are frozen and decided on."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from models import Plan
from workbench import clock, formatting
from workbench.analysis import snapshots
from workbench.errors import BadInput
from workbench.goals.kgi import current_plan
from workbench.strings import ntr, tr

WEEKS = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class TimeBox:
    """`state` is new (not opened yet), open, late or closed. `last` is the day by which it is to be closed; `days_left` counts to it."""

    first: date | None
    weeks: int
    last: date | None
    closed: date | None
    days_left: int
    state: str

    @property
    def words(self) -> str:
        """What the chip says: "Analysis closes in 9 days"."""
        if self.state == "closed" and self.closed is not None:
            return tr("Analysis closed on {day}", day=formatting.day_short(self.closed))
        if self.state == "late":
            return ntr("Analysis is {n} day over its time", "Analysis is {n} days over its time", -self.days_left)
        if self.state == "open":
            if self.days_left == 0:
                return tr("Analysis closes today")
            return ntr("Analysis closes in {n} day", "Analysis closes in {n} days", self.days_left)
        return tr("Analysis has no time box yet")


def time_box(session: Session) -> TimeBox:
    """The time box of the current plan."""
    plan = current_plan(session)
    if plan is None or plan.analysis_first is None:
        return TimeBox(None, plan.analysis_weeks if plan else WEEKS[1], None, None, 0, "new")
    last = plan.analysis_first + timedelta(weeks=plan.analysis_weeks)
    left = (last - clock.today()).days
    state = "closed" if plan.analysis_closed else "late" if left < 0 else "open"
    return TimeBox(plan.analysis_first, plan.analysis_weeks, last, plan.analysis_closed, left, state)


def open_box(session: Session, weeks: int) -> None:
    """Begin the analysis today, also again after it was closed. Raises BadInput unless it takes 2 to 4 weeks."""
    plan = _plan(session)
    plan.analysis_weeks = _checked(weeks)
    plan.analysis_first, plan.analysis_closed = clock.today(), None


def set_weeks(session: Session, weeks: int) -> None:
    """Make the time box that runs 2, 3 or 4 weeks long. Raises BadInput for another length."""
    _plan(session).analysis_weeks = _checked(weeks)


def close_box(session: Session, name: str = "") -> int:
    """Close the analysis: freeze all boards as of today. Returns the snapshot's id. Raises BadInput where there is no card."""
    made = snapshots.take(session, name)
    plan = _plan(session)
    plan.analysis_first = plan.analysis_first or clock.today()
    plan.analysis_closed = clock.today()
    return made


def _plan(session: Session) -> Plan:
    plan = current_plan(session)
    if plan is None:
        raise BadInput(tr("This file has no plan."), "", tr("Make a plan first."))
    return plan


def _checked(weeks: int) -> int:
    if weeks not in WEEKS:
        raise BadInput(tr("An analysis takes 2 to 4 weeks."), "", tr("Choose one of these."))
    return weeks
