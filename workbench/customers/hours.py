"""The one opening window a customer has on a weekday."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from models import CustomerHours
from workbench import formatting
from workbench.errors import BadInput
from workbench.strings import tr

Window = tuple[int, int]
"""Opening and closing, minutes after midnight."""


def hours_of(session: Session, customer_id: int) -> dict[int, Window | None]:
    """The window of each weekday (Monday 0), None where closed; empty when the customer is always open."""
    rows = session.query(CustomerHours).filter(CustomerHours.customer_id == customer_id).order_by(CustomerHours.weekday).all()
    return {row.weekday: None if row.start == row.end else (row.start, row.end) for row in rows}


def set_hours(session: Session, customer_id: int, hours: Mapping[int, Window | None]) -> None:
    """Keep the windows of a week. A weekday that is missing counts as closed; an empty mapping means always open.

    Raises BadInput when a window ends before it begins, or when every day is closed.
    """
    for weekday, window in hours.items():
        if window is not None and not 0 <= window[0] < window[1] <= 24 * 60:
            raise BadInput(tr("The hours end before they begin."), formatting.weekday_long(weekday), tr("Give the earlier time first."))
    if hours and not any(hours.values()):
        raise BadInput(tr("The customer would never be open."), "", tr("Open at least one weekday, or archive the customer."))
    wanted = {day: hours.get(day) or (0, 0) for day in range(7)} if hours else {}
    for row in session.query(CustomerHours).filter(CustomerHours.customer_id == customer_id):
        window = wanted.pop(row.weekday, None)
        if window is None:
            session.delete(row)
        elif (row.start, row.end) != window:
            row.start, row.end = window
    session.add_all(CustomerHours(customer_id=customer_id, weekday=day, start=start, end=end) for day, (start, end) in wanted.items())


def hours_words(hours: Mapping[int, Window | None]) -> str:
    """The week in few words: "Mon–Thu 9–17, Fri 9–12"."""
    if not hours:
        return tr("always open")
    groups: list[tuple[int, int, Window]] = []
    for day in range(7):
        window = hours.get(day)
        if window is None:
            continue
        if groups and groups[-1][1] == day - 1 and groups[-1][2] == window:
            groups[-1] = (groups[-1][0], day, window)
        else:
            groups.append((day, day, window))
    return tr(", ").join(tr("{days} {from_}–{to}", days=_days(first, last), **_span(window)) for first, last, window in groups)


def _days(first: int, last: int) -> str:
    start, end = formatting.weekday_short(first), formatting.weekday_short(last)
    return start if first == last else tr("{first}–{last}", first=start, last=end)


def _span(window: Window) -> dict[str, str]:
    """Both ends alike: 9 and 17, or 08:30 and 17:00."""
    whole = all(minute % 60 == 0 for minute in window)
    first, last = (str(minute // 60) if whole else formatting.clock_time(minute) for minute in window)
    return {"from_": first, "to": last}
